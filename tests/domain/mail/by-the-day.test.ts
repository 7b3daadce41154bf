import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { choosePace } from "@/domain/mail/commands/choose-pace.ts";
import { seeNotices } from "@/domain/mail/commands/see-notices.ts";
import { begin, writeByTheDay } from "@/domain/mail/lifecycle.ts";
import { listNotices } from "@/domain/mail/queries/list-notices.ts";
import { viewPace } from "@/domain/mail/queries/view-pace.ts";
import { noticeOf } from "@/wording/mail.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, seated, type World } from "../../support/world.ts";
import { type ArrangedCase, aCase, aMeetingOn, move } from "../cases/arranged.ts";
import { jobsOf, stateOf, write } from "./outbox.ts";

let world: World;
let onCase: ArrangedCase;
let number = 0;
beforeEach(async () => {
  // what other tests left is nobody's any more
  await owner.query("update people set left_at = now() where left_at is null");
  world = await aPartnership();
  onCase = await aCase(world);
  number = 0;
});

type Mail = { template: string; state: string; kind: string; reference: string | null; facts: Record<string, unknown>; made_at: Date };
const mailsTo = async (who: Actor, like = "%") =>
  (await owner.query<Mail>("select template, state::text, kind::text, reference, facts, made_at from mails where person_id = $1 and template like $2 order by made_at, template, reference", [who.personId, like])).rows;
const choose = (who: Actor, over: Record<string, unknown> = {}) => choosePace(who, { reminder: "daily", progress: "daily", papers: "immediate", ...over });

/** An action due on a day, given long before. */
async function anAction(who: Actor, due: string, over: Record<string, unknown> = {}): Promise<{ id: string; reference: string }> {
  const meeting = await aMeetingOn(world, onCase);
  const id = randomUUID();
  const reference = `${onCase.reference}-${(number += 1)}`;
  await insert("actions", {
    id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, reference, case_id: onCase.id, meeting_id: meeting.id, item_id: meeting.itemId, owner_id: who.personId, owner_agency_id: who.agencyId,
    due_on: due, state: "assigned", created_at: "2026-01-05T10:00:00Z", assigned_at: "2026-01-05T10:00:00Z", ...over,
  });
  return { id, reference };
}
const at = (moment: string) => writeByTheDay(new Date(moment));
const reminders = async (who: Actor) => (await mailsTo(who, "action.%")).filter(({ kind }) => kind === "reminder").map(({ template, made_at }) => `${template} ${made_at.toISOString().slice(0, 10)}`);

test("its owner is told at once when an action is given to them, and the one before isn't told again", async () => {
  const { housing, police, colleague } = world.people;
  const { id, reference } = await anAction(housing, "2026-12-10");
  expect(await mailsTo(housing, "action.%")).toMatchObject([{ template: "action.assigned", state: "waiting", kind: "tasked", reference, facts: { action: reference, due: "2026-12-10" } }]);
  await move("actions", id, { owner_id: police.personId, owner_agency_id: police.agencyId });
  await move("actions", id, { version: 9 });
  expect([(await mailsTo(housing, "action.%")).length, (await mailsTo(police, "action.%")).length]).toEqual([1, 1]);
  // what the coordinator only recorded tells nobody until it counts
  const recorded = await anAction(colleague, "2026-12-10", { state: "recorded", assigned_at: null });
  expect(await mailsTo(colleague, "action.%")).toEqual([]);
  await move("actions", recorded.id, { state: "assigned", assigned_at: "2026-11-02T10:00:00Z" });
  expect((await mailsTo(colleague, "action.%")).length).toBe(1);
});

test("nobody is told of an action of a case that is shut to them, not even of one that waits to be sent", async () => {
  const { housing, police, chair } = world.people;
  const recuse = (who: Actor) => insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: onCase.id, person_id: who.personId, silent: true, reason: "A neighbour", decided_by_id: chair.personId, decided_at: new Date() });
  await recuse(police);
  await anAction(police, "2026-12-08");
  await at("2026-12-08T08:00:00Z");
  expect(await mailsTo(police)).toEqual([]);

  await choose(housing, { reminder: "immediate" });
  await anAction(housing, "2026-12-08");
  await at("2026-12-08T08:00:00Z");
  await recuse(housing);
  const waiting = (await owner.query<{ id: string }>("select id from mails where person_id = $1 and state = 'waiting'", [housing.personId])).rows;
  expect(waiting.length).toBe(2);
  for (const { id } of waiting) expect(await begin(id, new Date())).toMatchObject({ obstacle: "link_over" });
  expect((await listNotices(housing, {})).notices).toEqual([]);
});

test("an owner is reminded 7 days before, on the day, and each week after, each once, whoever asks and however often", async () => {
  const { housing } = world.people;
  await choose(housing, { reminder: "immediate" });
  await anAction(housing, "2026-12-08");
  for (const day of ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-14", "2026-12-15", "2026-12-22"]) {
    await Promise.all(["07:02:00", "07:02:00", "08:02:00", "19:02:00"].map((time) => at(`${day}T${time}Z`)));
  }
  expect(await reminders(housing)).toEqual(["action.dueSoon 2026-12-01", "action.dueToday 2026-12-08", "action.overdue 2026-12-15", "action.overdue 2026-12-22"]);
});

test("nothing goes before 7am in London, in summer or in winter, nor twice in the hour that comes twice", async () => {
  const { housing, police } = world.people;
  for (const who of [housing, police]) await choose(who, { reminder: "immediate" });
  // clocks go back on 25 October 2026 and forward on 28 March 2027
  await anAction(housing, "2026-10-25");
  for (const moment of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T06:59:00Z"]) await at(moment);
  expect((await reminders(housing)).filter((line) => line.startsWith("action.dueToday"))).toEqual([]);
  await at("2026-10-25T07:00:00Z");
  await at("2026-10-25T08:00:00Z");
  expect(await reminders(housing)).toEqual(["action.dueToday 2026-10-25"]);
  await anAction(police, "2027-03-28");
  await at("2027-03-28T05:59:00Z");
  expect(await reminders(police)).toEqual([]);
  await at("2027-03-28T06:00:00Z");
  await at("2027-03-28T07:00:00Z");
  expect(await reminders(police)).toEqual(["action.dueToday 2027-03-28"]);
});

test("a server that was away catches up with one reminder, not with all it missed", async () => {
  const { housing } = world.people;
  await choose(housing, { reminder: "immediate" });
  await anAction(housing, "2026-12-01");
  await at("2026-12-18T09:00:00Z");
  expect(await reminders(housing)).toEqual(["action.overdue 2026-12-18"]);
});

test("whoever was given an action within its last week isn't reminded of it the same day; an action that ended reminds nobody; a new date begins anew", async () => {
  const { housing } = world.people;
  await choose(housing, { reminder: "immediate" });
  const { id } = await anAction(housing, "2026-12-08", { assigned_at: "2026-12-04T10:00:00Z" });
  await at("2026-12-05T09:00:00Z");
  expect(await reminders(housing)).toEqual([]);
  await at("2026-12-08T09:00:00Z");
  await move("actions", id, { due_on: "2026-12-20" });
  await at("2026-12-13T09:00:00Z");
  await move("actions", id, { state: "verified", ended_at: "2026-12-14T09:00:00Z" });
  await at("2026-12-20T09:00:00Z");
  expect(await reminders(housing)).toEqual(["action.dueToday 2026-12-08", "action.dueSoon 2026-12-13"]);
});

test("an owner who has left the table is nobody's to remind", async () => {
  const { bystander } = world.people;
  await anAction(bystander, "2026-12-08");
  await at("2026-12-08T09:00:00Z");
  expect(await reminders(bystander)).toEqual([]);
  await seated(world, bystander, world.forums.CEN);
  await at("2026-12-08T10:00:00Z");
  expect(await reminders(bystander)).toEqual(["action.dueToday 2026-12-08"]);
});

test("by the day is one mail a person, of counts and references, whoever asks and however often", async () => {
  const { housing, chair } = world.people;
  const [first, second] = [await anAction(housing, "2026-12-08"), await anAction(housing, "2026-12-15")];
  await transact({ ...chair, now: new Date("2026-12-07T15:00:00Z") }, (tx) => tx.$executeRaw`
    insert into action_steps (id, partnership_id, forum_id, action_id, kind, person_id, taken_at) values (${randomUUID()}::uuid, ${world.partnershipId}::uuid, ${world.forums.CEN}::uuid, ${first.id}::uuid, 'assigned', ${chair.personId}::uuid, ${new Date("2026-12-07T15:00:00Z")})`);
  await Promise.all(["07:02:00", "07:02:01", "08:02:00"].map((time) => at(`2026-12-08T${time}Z`)));
  expect(await mailsTo(housing, "bundle.%")).toMatchObject([{ state: "waiting", facts: { reminder: [first.reference, second.reference], progress: [], papers: [] } }]);
  expect((await mailsTo(housing, "action.due%")).map(({ state }) => state)).toEqual(["bundled", "bundled"]);
  // what comes later waits for tomorrow
  await anAction(housing, "2026-12-09");
  await at("2026-12-08T12:00:00Z");
  expect(await mailsTo(housing, "bundle.%")).toHaveLength(1);
  await at("2026-12-09T08:00:00Z");
  expect(await mailsTo(housing, "bundle.%")).toHaveLength(2);
});

test("everybody chooses for themselves what may wait; what must not, goes all the same", async () => {
  const { housing, chair } = world.people;
  expect(await viewPace(housing, {})).toMatchObject({ reminder: "daily", progress: "daily", papers: "immediate", quiet: false });
  expect(await choose(housing, { papers: "none", reminder: "none", progress: "none" })).toMatchObject({ ok: true });
  expect(await viewPace(housing, {})).toMatchObject({ reminder: "none", progress: "none", papers: "none", quiet: false });
  await write(chair, { to: housing.personId, template: "agenda.published", facts: { meeting: "CEN-2026-12", at: "2026-12-08T14:00:00Z" } });
  await write(chair, { to: housing.personId, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z" } });
  await anAction(housing, "2026-12-08");
  await at("2026-12-08T09:00:00Z");
  const states = Object.fromEntries((await mailsTo(housing)).map(({ template, state }) => [template, state]));
  expect(states).toEqual({ "agenda.published": "unwanted", "account.passwordChanged": "waiting", "action.assigned": "waiting", "action.dueToday": "unwanted" });
  // it stands among their notices all the same
  expect((await listNotices(housing, {})).notices.map(({ template }) => template).toSorted()).toEqual(["action.assigned", "action.dueToday", "agenda.published"]);
  expect(await choose(housing, { reminder: "sometimes" })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { reminder: ["Select how you want to hear of what is due"] } } });
  const read = (who: Actor) => transact({ ...who, now: new Date() }, (tx) => tx.mailPreference.count());
  expect([await read(housing), await read(chair)]).toEqual([1, 0]);
});

test.each([
  ["2026-12-08T12:00:00Z", "2026-12-08T12:00:00Z"],
  ["2026-12-08T20:00:00Z", "2026-12-09T07:00:00Z"],
  ["2026-12-09T03:00:00Z", "2026-12-09T07:00:00Z"],
  ["2026-12-11T19:30:00Z", "2026-12-14T07:00:00Z"],
  ["2026-12-12T12:00:00Z", "2026-12-14T07:00:00Z"],
  ["2026-12-13T05:00:00Z", "2026-12-14T07:00:00Z"],
  ["2026-07-06T05:30:00Z", "2026-07-06T06:00:00Z"],
  ["2027-03-26T20:00:00Z", "2027-03-29T06:00:00Z"],
])("with quiet hours, what is written at %s goes at %s", async (written, goes) => {
  const { housing, chair } = world.people;
  await choose(housing, { quiet: "yes" });
  const id = await write(chair, { to: housing.personId, template: "meeting.cancelled", facts: { at: written, meeting: { meetingId: randomUUID(), reference: "CEN-2026-12", startsAt: written, minutes: 120, sequence: 1, provisional: false } } }, new Date(written));
  expect((await jobsOf(id))[0]?.run_at.toISOString().slice(0, 19)).toBe(goes.slice(0, 19));
  const account = await write(chair, { to: housing.personId, template: "account.passwordChanged", facts: { at: written } }, new Date(written));
  expect((await jobsOf(account))[0]?.run_at.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
  expect(await stateOf(id)).toMatchObject({ state: "waiting" });
});

test("notices are one's own, lead where their mail leads, and are marked as seen up to what was on the page", async () => {
  const { housing, chair, police } = world.people;
  const { reference } = await anAction(housing, "2026-12-08");
  const page = await listNotices(housing, {});
  expect(page).toMatchObject({ unseen: 1, notices: [{ template: "action.assigned", seenAt: null }] });
  expect(page.notices.map(noticeOf)).toEqual([{ subject: "You have an action on Casemoot", about: reference, href: `/actions/${reference}` }]);
  expect((await listNotices(police, {})).notices).toEqual([]);
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  await write(chair, { to: housing.personId, template: "minutes.circulated", facts: { meeting: "CEN-2026-11" } });
  await write(chair, { to: housing.personId, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z" } });
  expect(await seeNotices(police, { until: page.readAt.toISOString() })).toMatchObject({ ok: true, value: { seen: 0 } });
  expect(await seeNotices(housing, { until: page.readAt.toISOString() })).toMatchObject({ ok: true, value: { seen: 1 } });
  expect(await listNotices(housing, {})).toMatchObject({ unseen: 1 });
  expect((await owner.query<{ n: number }>("select app.unseen_notices($1, now()) as n", [housing.personId])).rows[0]?.n).toBe(1);
  expect(await seeNotices(housing, { until: "yesterday" })).toMatchObject({ ok: false, problem: { kind: "invalid" } });
});

// these are everybody's own: nobody who is here is refused them
test("permissions that everybody holds", () => expect(["mail.choose", "notices.see"]).toEqual(["mail.choose", "notices.see"]));
