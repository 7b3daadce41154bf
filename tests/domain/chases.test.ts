import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { chaseActions } from "@/domain/chases/commands/chase-actions.ts";
import { listChases, listToldChases } from "@/domain/chases/queries/list-chases.ts";
import { viewChasing } from "@/domain/chases/queries/view-chasing.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { listUndelivered } from "@/domain/mail/queries/list-undelivered.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../support/database.ts";
import { aPartnership, insert, type World } from "../support/world.ts";
import { type ArrangedCase, aCase, aMeetingOn, eventsOf, move } from "./cases/arranged.ts";

const now = new Date("2026-12-08T10:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
let world: World;
let onCase: ArrangedCase;
let number = 0;
beforeEach(async () => {
  world = await aPartnership();
  onCase = await aCase(world);
});

async function late(who: Actor, due = "2026-12-01", over: Record<string, unknown> = {}): Promise<{ id: string; reference: string }> {
  const meeting = await aMeetingOn(world, onCase);
  const id = randomUUID();
  const reference = `${onCase.reference}-${(number += 1)}`;
  await insert("actions", {
    id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, reference, case_id: onCase.id, meeting_id: meeting.id, item_id: meeting.itemId, owner_id: who.personId, owner_agency_id: who.agencyId,
    due_on: due, state: "accepted", created_at: "2026-01-05T10:00:00Z", assigned_at: "2026-01-05T10:00:00Z", ...over,
  });
  return { id, reference };
}
const chase = (who: Actor, references: string[], at = now, over: Record<string, unknown> = {}) => chaseActions(who, { forum: "CEN", references, ...over }, at);
const mailed = async () => (await owner.query<{ person_id: string; template: string; facts: Record<string, unknown> }>("select person_id, template, facts from mails where partnership_id = $1 and template like 'action.chased%' order by made_at, template", [world.partnershipId])).rows;
const recuse = (who: Actor, over: Record<string, unknown> = {}) => insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: onCase.id, person_id: who.personId, silent: true, reason: "A neighbour", decided_by_id: world.people.chair.personId, decided_at: now, ...over });

test.each(["chair", "coordinator"] as const)("the %s sees every email before it goes, and sends them at once, each a record", async (role) => {
  const { housing, police, [role]: by } = world.people;
  const [first, second] = [await late(housing), await late(police, "2026-12-04")];
  const asked = { forum: "CEN", action: [first.reference, second.reference] };
  const seen = await viewChasing(by, asked, now);
  expect(seen?.late.map(({ reference, obstacle, chases }) => [reference, obstacle, chases])).toEqual([[first.reference, null, 0], [second.reference, null, 0]]);
  expect(seen?.mails).toEqual([
    { to: housing.name, reference: first.reference, template: "action.chased", facts: { action: first.reference, due: "2026-12-01", times: 1 } },
    { to: "PC Nia Rowlands", reference: second.reference, template: "action.chased", facts: { action: second.reference, due: "2026-12-04", times: 1 } },
  ]);
  expect(await mailed()).toEqual([]);
  expect(await chase(by, asked.action)).toMatchObject({ ok: true, value: { chased: 2 } });
  expect((await mailed()).map(({ person_id, facts }) => [person_id, facts.action])).toEqual(expect.arrayContaining([[housing.personId, first.reference], [police.personId, second.reference]]));
  expect((await eventsOf(world, "action.chased")).map(({ person_id, reference, particulars }) => [person_id, reference, particulars.number])).toEqual([[by.personId, first.reference, 1], [by.personId, second.reference, 1]]);
  expect(await listChases(housing, first.reference, now)).toEqual([{ number: 1, on: "2026-12-08", by: expect.stringContaining(by.name) as string, told: null }]);
});

test("an action is chased at most once in seven days, also by two at once and past the command", async () => {
  const { housing, chair, coordinator } = world.people;
  const { id, reference } = await late(housing);
  const both = await Promise.all([chase(chair, [reference]), chase(coordinator, [reference])]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: "refused", rule: "chase.tooSoon", facts: { reference, again: "2026-12-15" } } });
  expect(await chase(chair, [reference], inDays(6))).toMatchObject({ ok: false, problem: { rule: "chase.tooSoon" } });
  expect((await viewChasing(chair, { forum: "CEN", action: [reference] }, inDays(6)))?.late).toMatchObject([{ obstacle: "tooSoon", againOn: "2026-12-15" }]);
  const past = (at: Date) => transact({ ...chair, now: at }, (tx) => tx.$executeRaw`insert into chases (id, partnership_id, forum_id, case_id, action_id, owner_id, due_on, number, chased_by_id, chased_at, chased_on)
    values (${randomUUID()}::uuid, ${world.partnershipId}::uuid, ${world.forums.CEN}::uuid, ${onCase.id}::uuid, ${id}::uuid, ${housing.personId}::uuid, '2026-12-01', 2, ${chair.personId}::uuid, ${at}, ${at.toISOString().slice(0, 10)}::date)`);
  await expect(past(inDays(6))).rejects.toThrow();
  expect(await chase(chair, [reference], inDays(7))).toMatchObject({ ok: true });
  expect((await mailed()).map(({ facts }) => facts.times)).toEqual([1, 2]);
});

test("pressed twice it goes once", async () => {
  const { housing, chair } = world.people;
  const { reference } = await late(housing);
  const submissionKey = randomUUID();
  expect(await Promise.all([1, 2].map(() => chase(chair, [reference], now, { submissionKey })))).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await mailed()).toHaveLength(1);
});

test("the third goes to whoever answers for the agency too, who sees whose it is and not what it says", async () => {
  const { housing, colleague, coordinator, police } = world.people;
  await owner.query("update agencies set lead_id = $1 where id = $2", [colleague.personId, world.agencies.housing]);
  const { id, reference } = await late(housing);
  for (const weeks of [0, 1]) await chase(coordinator, [reference], inDays(weeks * 7));
  expect((await mailed()).map(({ template }) => template)).toEqual(["action.chased", "action.chased"]);
  expect((await viewChasing(coordinator, { forum: "CEN", action: [reference] }, inDays(14)))?.mails).toMatchObject([{ to: housing.name, template: "action.chased" }, { to: colleague.name, template: "action.chasedManager", facts: { times: 3 } }]);
  await chase(coordinator, [reference], inDays(14));
  expect((await mailed()).slice(2).map(({ person_id, template }) => [person_id, template])).toEqual([[housing.personId, "action.chased"], [colleague.personId, "action.chasedManager"]]);
  expect(await listToldChases(colleague, {}, inDays(14))).toEqual([{ reference, owner: housing.name, due: "2026-12-01", on: "2026-12-22", number: 3 }]);
  expect(await listToldChases(police, {}, inDays(14))).toEqual([]);
  // shut out of the case they know nothing of it, and the next one isn't theirs
  await recuse(colleague);
  expect(await listToldChases(colleague, {}, inDays(15))).toEqual([]);
  await chase(coordinator, [reference], inDays(21));
  expect((await mailed()).slice(4).map(({ person_id }) => person_id)).toEqual([housing.personId]);
  // given to somebody else, it is that owner's first
  await move("actions", id, { owner_id: police.personId, owner_agency_id: police.agencyId });
  await chase(coordinator, [reference], inDays(28));
  expect((await mailed()).at(-1)).toMatchObject({ person_id: police.personId, facts: { times: 1 } });
});

test("what isn't late, ended, is one's own, or whose owner has gone or is recused, isn't chased, and with it nothing is", async () => {
  const { housing, chair, bystander, police } = world.people;
  const fine = await late(housing);
  const refused = [await late(housing, "2026-12-08"), await late(housing, "2026-12-01", { state: "reported_done" }), await late(chair), await late(bystander)];
  for (const { reference } of refused) expect(await chase(chair, [fine.reference, reference])).toMatchObject({ ok: false, problem: { kind: "refused", rule: "chase.notNow", facts: { reference } } });
  const shut = await late(police);
  await recuse(police);
  expect(await chase(chair, [fine.reference, shut.reference])).toMatchObject({ ok: false, problem: { rule: "chase.notNow" } });
  expect(await mailed()).toEqual([]);
  const listed = await viewChasing(chair, { forum: "CEN", action: [] }, now);
  expect(Object.fromEntries(listed?.late.map(({ reference, obstacle }) => [reference, obstacle]) ?? [])).toEqual({ [fine.reference]: null, [refused[2]?.reference ?? ""]: "own", [refused[3]?.reference ?? ""]: "ownerGone", [shut.reference]: "recused" });
});

test("nobody else chases, and what is another forum's, guessed or shut isn't found", async () => {
  const { housing, deputy, colleague, chair, northChair, governance } = world.people;
  const { reference } = await late(housing);
  for (const who of [deputy, colleague, housing]) expect(await chase(who, [reference])).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "action.chase" } });
  for (const who of [northChair, governance, (await aPartnership("Safer Elsewhere")).people.chair]) expect(await chase(who, [reference])).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  for (const who of [deputy, colleague, northChair, governance]) expect(await viewChasing(who, { forum: "CEN", action: [reference] }, now)).toBeNull();
  expect(await chase(chair, ["CEN-1-1"])).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect(await chase(chair, [])).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { references: ["Select an action to chase"] } } });
  await recuse(chair);
  expect(await chase(chair, [reference])).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect((await viewChasing(chair, { forum: "CEN", action: [reference] }, now))?.late).toEqual([]);
});

test("the deputy chases on a case from which the chair is recused", async () => {
  const { housing, deputy, chair } = world.people;
  const shut = await late(housing);
  const { rows } = await owner.query<{ case_id: string }>("select case_id from actions where reference = $1 and partnership_id = $2", [shut.reference, world.partnershipId]);
  expect(await viewChasing(deputy, { forum: "CEN", action: [] }, now)).toBeNull();
  await recuse(chair);
  expect(rows[0]?.case_id).toBeTruthy();
  expect((await viewChasing(deputy, { forum: "CEN", action: [shut.reference] }, now))?.chosen.map(({ reference }) => reference)).toEqual([shut.reference]);
  expect(await chase(deputy, [shut.reference])).toMatchObject({ ok: true });
});

test("a chase stays as it was", async () => {
  const { housing, chair } = world.people;
  const { reference } = await late(housing);
  await chase(chair, [reference]);
  await expect(owner.query("update chases set number = 9")).rejects.toThrow();
  await expect(owner.query("delete from chases")).rejects.toThrow();
});

test("the office and the administrator see whose email comes back, until it arrives or the address is another", async () => {
  const { housing, chair, coordinator, northChair, administrator, police } = world.people;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await insertSent(housing, "sent", null, ago(30));
  expect(await listUndelivered(coordinator, {})).toEqual([]);
  await insertSent(housing, "dead", "bounced", ago(20));
  for (const who of [chair, coordinator, administrator]) expect(await listUndelivered(who, {})).toMatchObject([{ personId: housing.personId, problem: "bounced" }]);
  for (const who of [northChair, police]) expect(await listUndelivered(who, {})).toEqual([]);
  const { reference } = await late(housing);
  expect((await viewChasing(chair, { forum: "CEN", action: [reference] }, now))?.late).toMatchObject([{ undelivered: true }]);
  await insertSent(housing, "sent", null, ago(10));
  expect(await listUndelivered(coordinator, {})).toEqual([]);
  await insertSent(housing, "dead", "refused", ago(5));
  expect(await listUndelivered(coordinator, {})).toHaveLength(1);
  await insert("credentials", { person_id: housing.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: ago(60) });
  await owner.query("update people set email = 'another@testham.example' where id = $1", [housing.personId]);
  expect(await listUndelivered(coordinator, {})).toEqual([]);
});

/** A mail that was tried: the database says what becomes of one as it is written, so it is moved after. */
async function insertSent(who: Actor, state: string, problem: string | null, at: Date): Promise<void> {
  const id = randomUUID();
  await insert("mails", { id, partnership_id: world.partnershipId, person_id: who.personId, template: "access.admitted", facts: "{}", made_at: at });
  await owner.query("update mails set state = $2::mail_state, problem = $3, tries = 1, last_try_at = $4 where id = $1", [id, state, problem, at]);
}
