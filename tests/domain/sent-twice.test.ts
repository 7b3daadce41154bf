import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import { owner } from "../support/database.ts";
import { aPartnership, type World } from "../support/world.ts";
import { aCase, caseForm } from "./cases/arranged.ts";

const casesOf = async ({ partnershipId }: World) => (await owner.query<{ title: string }>("select title from case_twins where partnership_id = $1", [partnershipId])).rows.map(({ title }) => title);

test("a form sent twice is done once, and both sendings get the same answer", async () => {
  const world = await aPartnership();
  const form = { ...caseForm(world), submissionKey: randomUUID() };
  const answers = [await takeCase(world.people.coordinator, form), await takeCase(world.people.coordinator, { ...form, title: `  ${form.title} ` })];
  expect(answers[0]).toEqual({ ok: true, value: { reference: expect.stringMatching(/^CEN-\d+$/) } });
  expect(answers[1]).toEqual(answers[0]);
  expect(await casesOf(world)).toHaveLength(1);
});

test("a form that was sent, gone back to and sent with other words is not called saved", async () => {
  const world = await aPartnership();
  const form = { ...caseForm(world), submissionKey: randomUUID() };
  await takeCase(world.people.coordinator, form);
  expect(await takeCase(world.people.coordinator, { ...form, wanted: "A second plan." })).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await casesOf(world)).toHaveLength(1);
});

test("going back to a form and changing it again loses nothing: the page drawn anew saves it", async () => {
  const world = await aPartnership();
  const { reference } = await aCase(world);
  const { forumId: _, subjectType: __, subjectLabel: ___, name: ____, bornOn: _____, address: ______, addressHeldById: _______, safeContact: ________, risk: _________, ...told } = caseForm(world);
  const form = { ...told, reference, version: 1, submissionKey: randomUUID() };
  expect(await amendCase(world.people.coordinator, { ...form, background: "Seven calls." })).toMatchObject({ ok: true });
  const again = { ...form, background: "Seven calls, and a window." };
  expect(await amendCase(world.people.coordinator, again)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await amendCase(world.people.coordinator, { ...again, version: 2, submissionKey: randomUUID() })).toMatchObject({ ok: true });
});
