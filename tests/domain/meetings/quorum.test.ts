import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { adoptTerms } from "@/domain/directory/commands/keep-forums.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { makeFullMeeting, openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { recordDeparture } from "@/domain/sign-in/commands/record-departure.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, at, done, doorsOpen, events, halfPastOne, heldBefore, published, row, seen, sign, start } from "./arrange.ts";

const refused = (rule: string, facts: Record<string, unknown> = {}) => ({ ok: false, problem: { kind: "refused", rule, facts: expect.objectContaining(facts) } });
const forbidden = (permission: string) => ({ ok: false, problem: { kind: "forbidden", permission } });

let world: World;
let reference: string;
/** Three of its members, and the police among them: the chair is one. */
beforeEach(async () => {
  world = await aPartnership();
  await terms(3, ["probation"]);
  await aCase(world);
  reference = await doorsOpen(world);
});

async function terms(quorum: number | null, required: string[], forumId = world.forums.CEN) {
  await owner.query("update terms_of_reference set quorum = $2 where forum_id = $1", [forumId, quorum]);
  for (const agency_kind of required) await insert("required_roles", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: forumId, agency_kind, from_on: "2025-01-01" });
}
const signed = async (...who: (keyof World["people"])[]) => {
  for (const one of who) done(await sign(world.people[one], reference));
};
const open = async (over: Record<string, unknown> = {}, by: Actor = world.people.chair, now = start) => openMeeting(by, { ...(await seen(world, reference)), ...over }, now);
const asDiscussion = async () => {
  await signed("chair", "housing");
  done(await open({ asDiscussion: "yes" }));
};
const full = async (by: Actor = world.people.chair, now = at(20)) => makeFullMeeting(by, await seen(world, reference), now);
const item = async (kind: string) => {
  const { rows } = await owner.query<{ id: string; version: number }>("select i.id, i.version from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 and i.kind::text = $3 order by i.position limit 1", [world.partnershipId, reference, kind]);
  return { itemId: rows[0]?.id ?? "", version: rows[0]?.version ?? 0 };
};
const write = async (kind: string, said: Record<string, unknown>, now = at(10)) => writeMinute(world.people.coordinator, { ...(await item(kind)), discussion: "Said.", outcome: "", decision: "", decisionReason: "", ...said }, now);
const task = async (over: Record<string, unknown> = {}) =>
  addAction(world.people.chair, { itemId: (await item("case")).itemId, ownerId: world.people.housing.personId, wording: "Fit a door chain", namelessWording: "", due: "2026-11-12", measure: "It is fitted", subjectIds: [], ...over }, at(10));
const asked = (who: Actor, sql: string, now = at(10), values: unknown[] = []) => transact({ ...who, now }, (tx) => tx.$executeRawUnsafe(sql, ...values));

test("below its quorum, or without an agency that must be there, the meeting isn't opened unless as a discussion; the refusal says what is missing", async () => {
  await signed("chair", "housing");
  expect(await open()).toEqual(refused("meeting.belowQuorum", { here: 2, quorum: 3, missing: ["probation"] }));
  await signed("police");
  expect(await open()).toEqual(refused("meeting.belowQuorum", { here: 3, quorum: 3, missing: ["probation"] }));
  await signed("probation");
  done(await open());
  expect(await row(world, reference)).toMatchObject({ state: "in_session", discussion_only: false });
});

test("where who was missing signed in the meantime, it opens as a full meeting, whatever was chosen before", async () => {
  await signed("chair", "housing", "probation");
  done(await open({ asDiscussion: "yes" }));
  expect(await row(world, reference)).toMatchObject({ discussion_only: false });
  const { rows } = await owner.query("select particulars from audit_events where partnership_id = $1 and event = 'meeting.opened'", [world.partnershipId]);
  expect(rows).toEqual([{ particulars: { signed: 3, discussionOnly: false } }]);
});

test("who only takes the minutes doesn't make up the quorum, nor does who has left for good; who is out for one item does", async () => {
  await owner.query("update memberships set until_on = '2026-01-01' where forum_id = $1 and person_id = $2", [world.forums.CEN, world.people.coordinator.personId]);
  await signed("chair", "probation", "coordinator");
  expect(await open()).toEqual(refused("meeting.belowQuorum", { here: 2, quorum: 3, missing: [] }));
  done(await open({ asDiscussion: "yes" }));
  await signed("housing");
  done(await recordDeparture(world.people.probation, { reference, personId: world.people.probation.personId }, at(5)));
  expect(await full()).toEqual(refused("meeting.belowQuorum", { here: 2, quorum: 3, missing: ["probation"] }));
});

test("a discussion notes and puts off, and decides nothing: neither on a case nor on anything else", async () => {
  await asDiscussion();
  for (const decision of ["continue", "close"]) expect(await write("case", { decision, decisionReason: "Because." })).toEqual(refused("meeting.onlyDiscusses"));
  for (const outcome of ["agreed", "referred_on"]) expect(await write("hotspots", { outcome })).toEqual(refused("meeting.onlyDiscusses"));
  done(await write("case", { decision: "defer", decisionReason: "Below quorum." }));
  done(await write("hotspots", { outcome: "noted" }));
  done(await write("actions", { outcome: "deferred" }));
});

test("the database keeps decisions out of a discussion, whoever writes them", async () => {
  await asDiscussion();
  const { coordinator } = world.people;
  const about = await item("case");
  for (const change of ["outcome = 'agreed'", "outcome = 'referred_on'", "decision = 'close'", "decision = 'continue'"]) {
    await expect(asked(coordinator, `update agenda_items set ${change} where id = '${about.itemId}'`), change).rejects.toThrow("decides nothing");
  }
  await expect(asked(coordinator, `insert into resolutions (id, partnership_id, forum_id, meeting_id, item_id, position, wording, written_by_id, written_at) values ('${randomUUID()}', '${world.partnershipId}', '${world.forums.CEN}', '${(await row(world, reference)).id}', '${about.itemId}', 1, 'To agree.', app.person(), app.moment())`)).rejects.toThrow("decides nothing");
});

test("actions for somebody's immediate safety can always be recorded, and no others; what an action was for stays", async () => {
  await asDiscussion();
  expect(await task()).toEqual({ ok: false, problem: { kind: "invalid", fields: { forSafety: ["This meeting is a discussion only. Tick this where somebody’s immediate safety needs it"] } } });
  const { reference: action } = done(await task({ forSafety: "yes" }));
  expect((await owner.query("select for_safety, state from actions where partnership_id = $1 and reference = $2", [world.partnershipId, action])).rows).toEqual([{ for_safety: true, state: "assigned" }]);
  await expect(asked(world.people.chair, `update actions set for_safety = false where reference = '${action}'`)).rejects.toThrow("never changed");
  done(await sign(world.people.probation, reference, at(11)));
  done(await full());
  done(await task());
});

test("when who was missing signs, the chair makes it a full meeting, once, and it decides", async () => {
  await asDiscussion();
  expect(await full()).toEqual(refused("meeting.belowQuorum", { here: 2, missing: ["probation"] }));
  await signed("probation");
  const asSeen = await seen(world, reference);
  for (const who of ["coordinator", "deputy"] as const) expect(await makeFullMeeting(world.people[who], asSeen, at(20)), who).toEqual(forbidden("meeting.open"));
  expect(await makeFullMeeting(world.people.housing, asSeen, at(20))).toEqual({ ok: false, problem: { kind: "notFound" } });
  const both = await Promise.all([makeFullMeeting(world.people.chair, asSeen, at(20)), makeFullMeeting(world.people.chair, asSeen, at(20))]);
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  done(await write("case", { decision: "continue" }, at(25)));
  expect(await full()).toMatchObject(refused("meeting.notInThisState"));
  expect((await events(world, reference)).filter((event) => event.startsWith("meeting.")).slice(-1)).toEqual(["meeting.madeFull"]);
});

test("the database opens no meeting below its quorum but as a discussion, none without a chair, and takes back no full one", async () => {
  await signed("chair", "housing");
  const { chair } = world.people;
  const { id } = await row(world, reference);
  const opening = (as: boolean) => asked(chair, `update meetings set state = 'in_session', opened_at = app.moment(), presided_by_id = app.person(), discussion_only = ${as} where id = '${id}'`, start);
  await expect(opening(false)).rejects.toThrow("opens as a discussion");
  await owner.query("update appointments set until_on = '2026-10-31' where forum_id = $1 and office = 'chair'", [world.forums.CEN]);
  await expect(asked(world.people.deputy, `update meetings set state = 'in_session', discussion_only = true where id = '${id}'`, start)).rejects.toThrow("without a chair");
  await owner.query("update appointments set until_on = null where forum_id = $1 and office = 'chair'", [world.forums.CEN]);
  await expect(asked(chair, `update meetings set discussion_only = true where id = '${id}'`, start)).rejects.toThrow("while it opens");
  await opening(true);
  await expect(asked(chair, `update meetings set discussion_only = false where id = '${id}'`, at(5))).rejects.toThrow("opens as a discussion");
  await signed("probation");
  await asked(chair, `update meetings set discussion_only = false where id = '${id}'`, at(5));
  await expect(asked(chair, `update meetings set discussion_only = true where id = '${id}'`, at(5))).rejects.toThrow("stays one");
});

test("a signature that meets the opening is counted before it or after it, never half", async () => {
  await signed("chair", "housing");
  const opening = await owner.connect();
  try {
    await opening.query("begin");
    await opening.query("select 1 from meetings where partnership_id = $1 and reference = $2 for update", [world.partnershipId, reference]);
    const signing = sign(world.people.probation, reference, start);
    await wait(100);
    const chairs = open({}, world.people.chair, start);
    await wait(100);
    await opening.query("commit");
    done(await signing);
    const outcome = await chairs;
    const { rows } = await owner.query("select count(*)::int as n from sign_ins where partnership_id = $1", [world.partnershipId]);
    expect(rows).toEqual([{ n: 3 }]);
    // asked first, the signature is first
    expect(outcome.ok || outcome.problem.kind === "refused").toBe(true);
    expect((await row(world, reference)).state).toBe(outcome.ok ? "in_session" : "published");
  } finally {
    opening.release();
  }
});

test("terms adopted by the administrator set the quorum and who must be there, from their day, and keep what was required before", async () => {
  const { administrator, chair } = world.people;
  const adopt = (over: Record<string, unknown> = {}, by = administrator) =>
    adoptTerms(by, { forum: "CEN", version: 1, purpose: "To solve cases.", limitMinutes: "120", admitsElectedMembers: "yes", quorum: "5", requiredRoles: ["police", "housing"], from: "2026-11-11", ...over }, start);
  for (const [quorum, message] of [["none", "Quorum must be a number of members, like 5"], ["0", "Quorum must be 1 or more"], ["2.5", "Quorum must be a whole number of members"], ["1000", "Quorum must be 100 or less"]]) {
    expect(await adopt({ quorum })).toEqual({ ok: false, problem: { kind: "invalid", fields: { quorum: [message] } } });
  }
  expect(await adopt({ requiredRoles: ["clowns"] })).toMatchObject({ ok: false, problem: { kind: "invalid" } });
  expect(await adopt({}, chair)).toEqual(forbidden("directory.keepForums"));
  done(await adopt());
  const required = async () => (await owner.query("select agency_kind, from_on::text as from, until_on::text as until from required_roles where forum_id = $1 order by agency_kind, from_on", [world.forums.CEN])).rows;
  expect(await required()).toEqual([
    { agency_kind: "police", from: "2026-11-11", until: null }, { agency_kind: "probation", from: "2025-01-01", until: "2026-11-10" }, { agency_kind: "housing", from: "2026-11-11", until: null },
  ]);
  done(await adopt({ version: 2, requiredRoles: ["police"], quorum: "" }));
  expect((await required()).filter(({ until }) => until === null)).toEqual([{ agency_kind: "police", from: "2026-11-11", until: null }]);
  await expect(asked(chair, `insert into required_roles (id, partnership_id, forum_id, agency_kind, from_on) values ('${randomUUID()}', '${world.partnershipId}', '${world.forums.CEN}', 'fire', '2026-01-01')`)).rejects.toThrow("row-level security");
});

test("an agency that must be there and was at none of the last three meetings is shown to the chair, and to nobody who only sits there", async () => {
  const { chair, coordinator, housing, northChair } = world.people;
  const attention = async (who: Actor) => (await viewHome(who, {}, start)).attention.filter(({ kind }) => kind === "agencyAbsent");
  const meetings: string[] = [];
  for (const day of ["2026-08-11", "2026-09-08"]) meetings.push(await heldBefore(world, [], day));
  expect(await attention(chair)).toEqual([]);
  meetings.push(await heldBefore(world, [], "2026-10-13"));
  expect(await attention(chair)).toEqual([{ kind: "agencyAbsent", forum: "CEN", agencyKind: "probation" }]);
  for (const who of [housing, coordinator, northChair]) expect(await attention(who)).toEqual([]);
  for (const who of [chair, coordinator]) expect((await viewMeeting(who, { reference }, start))?.absentRunning).toEqual(["probation"]);
  expect((await viewMeeting(housing, { reference }, start))?.absentRunning).toEqual([]);
  const { id } = await row(world, meetings[1] ?? "");
  await insert("sign_ins", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: id, person_id: world.people.probation.personId, agency_id: world.agencies.probation, commits: true, declaration_id: world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: "2026-09-08T13:00:00Z" });
  expect(await attention(chair)).toEqual([]);
});

test("the figures are for the chair's office: who is expected, signed and in apologies, and what is still missing", async () => {
  await signed("chair", "housing");
  done(await recordAbsence(world.people.coordinator, { reference, personId: world.people.police.personId, status: "apologies" }, halfPastOne));
  for (const who of ["chair", "deputy", "coordinator"] as const) {
    expect((await viewMeeting(world.people[who], { reference }, start))?.figures, who).toEqual({ expected: 8, signed: 2, apologies: 1, here: 2, quorum: 3, missing: ["probation"], reached: false });
  }
  expect((await viewMeeting(world.people.housing, { reference }, start))?.figures).toBeNull();
});

test("at the start, with no chair there, the deputy is asked to record it, and can then open the meeting", async () => {
  await terms(null, []);
  await owner.query("update required_roles set until_on = '2025-01-02'");
  const { deputy, chair, coordinator } = world.people;
  await signed("deputy");
  const missing = async (who: Actor, now = start) => (await viewMeeting(who, { reference }, now))?.chairMissing ?? null;
  expect(await missing(deputy, at(-1))).toBeNull();
  expect(await missing(deputy)).toEqual({ personId: chair.personId, name: "Insp Ruth Calverley" });
  for (const who of [chair, coordinator, world.people.housing]) expect(await missing(who)).toBeNull();
  expect(await open({}, deputy)).toEqual(forbidden("meeting.open"));
  done(await recordAbsence(deputy, { reference, personId: chair.personId, status: "absent" }, start));
  expect(await missing(deputy)).toBeNull();
  done(await open({}, deputy));
  expect(await row(world, reference)).toMatchObject({ presided_by_id: deputy.personId });
});

test("a chair who comes after all signs, is present, and presides from then on", async () => {
  await terms(null, []);
  await owner.query("update required_roles set until_on = '2025-01-02'");
  const { deputy, chair } = world.people;
  done(await recordAbsence(deputy, { reference, personId: chair.personId, status: "absent" }, start));
  await signed("deputy");
  done(await sign(chair, reference, at(2)));
  expect(await open({}, deputy, at(3))).toEqual(forbidden("meeting.open"));
  done(await open({}, chair, at(3)));
});

test("a deputy can't open the doors for a chair who is only late", async () => {
  const later = await published(world, { kind: "extraordinary", on: { day: "11", month: "11", year: "2026" } });
  expect(await openDoors(world.people.deputy, await seen(world, later), new Date(start.getTime() + 86_400_000))).toEqual(forbidden("meeting.openDoors"));
});
