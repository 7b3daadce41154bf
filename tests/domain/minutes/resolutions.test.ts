import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { minutesPaper } from "@/app/meetings/[reference]/minutes/minutes-paper.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addResolution } from "@/domain/minutes/commands/add-resolution.ts";
import { withdrawResolution } from "@/domain/minutes/commands/withdraw-resolution.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { docxOf } from "@/platform/documents/docx.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { linesOfDocx } from "../../support/zip.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-118") }] });
  for (const who of [people.chair, people.housing]) await attends(world, meeting, who);
});

const add = (who: Actor, wording: string, number = 2, more: Record<string, unknown> = {}) => addResolution(who, { itemId: item(meeting, number).id, wording, ...more }, now);
const parts = async (who: Actor) => (await viewRoom(who, { reference: meeting.reference, number: 2 }, now))?.item?.resolutions ?? [];
const take = async (who: Actor, index: number) => withdrawResolution(who, { resolutionId: (await parts(people.chair))[index]?.id ?? "" }, now);
const setState = (state: string) => owner.query("update meetings set state = $2, closed_at = now() where id = $1", [meeting.id, state]);

test("the office writes parts one after the other; they stand in the room, the minutes and the document, numbered", async () => {
  expect(await add(people.coordinator, "the report be noted")).toEqual({ ok: true, value: { reference: "CEN-2026-12", number: 2 } });
  await add(people.chair, "the chair write to the owner");
  expect((await parts(people.housing)).map(({ wording }) => wording)).toEqual(["the report be noted", "the chair write to the owner"]);
  await setState("closed");
  await add(people.coordinator, "a report come back in March");
  const minutes = await viewMinutes(people.housing, { reference: meeting.reference }, now);
  expect(minutes?.items[1]?.resolutions.map(({ wording }) => wording)).toEqual(["the report be noted", "the chair write to the owner", "a report come back in March"]);
  if (!minutes) throw new Error("no minutes");
  const lines = linesOfDocx(await docxOf(minutesPaper(minutes, "Safer", "Copy")));
  expect(lines.slice(lines.indexOf("AGREED that:-"))).toMatchObject(["AGREED that:-", "the report be noted", "the chair write to the owner", "a report come back in March"]);
  expect(await eventsOf(world, "item.resolved")).toHaveLength(3);
});

test("who holds the summary only reads none of it, and neither does who is recused", async () => {
  await add(people.coordinator, "the report be noted");
  await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: item(meeting, 2).caseId, person_id: people.housing.personId, silent: false, reason: "Knows the family", decided_by_id: people.chair.personId, decided_at: now });
  await setState("closed");
  for (const who of [people.police, people.housing, people.northChair]) {
    expect(JSON.stringify(await viewMinutes(who, { reference: meeting.reference }, now))).not.toContain("report be noted");
  }
});

test("a part is taken back once and kept; the others close up, and one written later comes after them", async () => {
  for (const wording of ["first", "second", "third"]) await add(people.coordinator, wording);
  const gone = (await parts(people.chair))[1]?.id;
  expect(await take(people.coordinator, 1)).toMatchObject({ ok: true });
  expect(await withdrawResolution(people.coordinator, { resolutionId: gone }, now)).toEqual({ ok: false, problem: { kind: "refused", rule: "resolution.withdrawn", facts: {} } });
  await add(people.coordinator, "fourth");
  expect((await parts(people.housing)).map(({ wording }) => wording)).toEqual(["first", "third", "fourth"]);
  expect((await owner.query("select wording from resolutions where id = $1", [gone])).rows).toEqual([{ wording: "second" }]);
  expect(await eventsOf(world, "item.resolutionWithdrawn")).toMatchObject([{ particulars: { resolutionId: gone } }]);
});

test("a form sent twice writes one part", async () => {
  const submissionKey = randomUUID();
  await add(people.coordinator, "the report be noted", 2, { submissionKey });
  await add(people.coordinator, "the report be noted", 2, { submissionKey });
  expect(await parts(people.chair)).toHaveLength(1);
});

test.each<keyof World["people"]>(["housing", "police", "northChair", "bystander", "governance"])("%s writes and takes back nothing", async (who) => {
  await add(people.coordinator, "the report be noted");
  expect(await add(people[who], "mine")).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect(await take(people[who], 0)).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect(await parts(people.chair)).toHaveLength(1);
});

test("nothing is resolved before the meeting, by a discussion below its quorum, or once the minutes were sent round", async () => {
  await add(people.coordinator, "the report be noted");
  for (const state of ["published", "circulated"]) {
    await setState(state);
    expect(await add(people.coordinator, "later")).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state } } });
  }
  await setState("in_session");
  await owner.query("update meetings set discussion_only = true where id = $1", [meeting.id]);
  expect(await add(people.coordinator, "more")).toMatchObject({ problem: { kind: "refused", rule: "meeting.onlyDiscusses" } });
  expect(await add(people.coordinator, "  ")).toMatchObject({ problem: { kind: "invalid", fields: { wording: ["Enter what was agreed"] } } });
});

test("confirmed minutes resolve nothing more, not even by SQL as the application's role", async () => {
  await add(people.coordinator, "the report be noted");
  await owner.query("update meetings set state = 'confirmed', closed_at = now(), confirmed_at = now() where id = $1", [meeting.id]);
  expect(await add(people.chair, "later")).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
  const connection = await app.connect();
  try {
    await connection.query("begin");
    await connection.query("select app.enter($1, $2, $3)", [people.chair.personId, world.partnershipId, now]);
    await expect(connection.query("update resolutions set withdrawn_at = now()")).rejects.toMatchObject({ code: "42501" });
  } finally {
    await connection.query("rollback");
    connection.release();
  }
});
