import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now, versionOf } from "./arrange.ts";

let world: World;
let meeting: Meeting;
let people: World["people"];
const written = async (id: string) => (await owner.query("select n.discussion, n.decision_reason, n.written_by_id, i.outcome, i.decision, i.version from agenda_items i left join minutes n on n.item_id = i.id where i.id = $1", [id])).rows[0];
const notes = (n: number, over: Record<string, unknown> = {}) => ({ itemId: item(meeting, n).id, version: 1, discussion: "Noted by all.", outcome: "noted", ...over });
const onCase = (n: number, over: Record<string, unknown> = {}) => notes(n, { outcome: undefined, decision: "continue", ...over });
const write = (who: Actor, input: Record<string, unknown>) => writeMinute(who, input, now);

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
});

describe("writing on an item of a meeting in session", () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await aCase(world, "CEN-1");
    meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId }, { caseId: await aCase(world, "CEN-2") }, "actions", "other_business", "hotspots", "interests", { caseId: await aCase(world, "CEN-3") }, { caseId: await aCase(world, "CEN-4") }, { caseId: await aCase(world, "CEN-5") }] });
    await attends(world, meeting, people.chair);
    await attends(world, meeting, people.housing);
  });

  test("keeps what was said, what became of it, by whom and when", async () => {
    const outcome = await write(people.coordinator, notes(1, { discussion: "  Everybody signed.\r\nTwo late. " }));
    expect(outcome).toEqual({ ok: true, value: { reference: "CEN-2026-12", number: 1, next: 2, version: 2, decided: true, escalates: null } });
    expect(await written(item(meeting, 1).id)).toMatchObject({ discussion: "Everybody signed.\nTwo late.", outcome: "noted", decision: null, version: 2, written_by_id: people.coordinator.personId });
    const events = await eventsOf(world, "item.minuted");
    expect(events.at(-1)).toMatchObject({ reference: "CEN-2026-12", person_id: people.coordinator.personId, particulars: { outcome: "noted", decision: null } });
    expect(JSON.stringify(events)).not.toContain("signed");
  });

  test("the last item has nothing after it", async () => {
    expect(await write(people.chair, onCase(10))).toMatchObject({ ok: true, value: { number: 10, next: null } });
  });

  test("what became of a case follows from the decision on it", async () => {
    await write(people.deputy, onCase(2));
    expect(await written(item(meeting, 2).id)).toMatchObject({ decision: "continue", outcome: "agreed" });
    await write(people.deputy, onCase(2, { version: 2, decision: "defer", decisionReason: "Housing could not come." }));
    expect(await written(item(meeting, 2).id)).toMatchObject({ decision: "defer", outcome: "deferred", decision_reason: "Housing could not come." });
  });

  test("may be saved with nothing decided yet, and the decision may be changed while the meeting sits", async () => {
    expect(await write(people.coordinator, onCase(3, { decision: "" }))).toMatchObject({ ok: true });
    expect(await written(item(meeting, 3).id)).toMatchObject({ decision: null, outcome: null });
    await write(people.coordinator, onCase(3, { version: 2, decision: "close", decisionReason: "Solved." }));
    const stage = await owner.query("select stage from cases where reference = 'CEN-2' and partnership_id = $1", [world.partnershipId]);
    expect(stage.rows[0]).toEqual({ stage: "open" });
    await write(people.coordinator, onCase(3, { version: 3, decision: "continue" }));
    expect(await written(item(meeting, 3).id)).toMatchObject({ decision: "continue", outcome: "agreed" });
  });

  test.each([["defer", "Enter why the case is deferred"], ["close", "Enter why the case is closed"]])("to %s needs a reason", async (decision, message) => {
    expect(await write(people.chair, onCase(8, { decision, decisionReason: "  " }))).toEqual({ ok: false, problem: { kind: "invalid", fields: { decisionReason: [message] } } });
  });

  test("to escalate leads on to putting it into words for a board", async () => {
    expect(await write(people.chair, onCase(10, { version: 2, decision: "escalate", decisionReason: "Nobody here can solve it" }))).toMatchObject({ ok: true, value: { decided: true, escalates: { case: "CEN-5", item: item(meeting, 10).id } } });
    expect(await written(item(meeting, 10).id)).toMatchObject({ decision: "escalate" });
  });

  test("a case gets no outcome of its own, and no other item a decision", async () => {
    expect(await write(people.chair, onCase(8, { outcome: "noted" }))).toMatchObject({ problem: { kind: "invalid", fields: { outcome: [expect.any(String)] } } });
    expect(await write(people.chair, notes(4, { decision: "continue" }))).toMatchObject({ problem: { kind: "invalid", fields: { decision: [expect.any(String)] } } });
  });

  test("a case with an open action, or one that waits for the chair, can't be closed", async () => {
    const task = { itemId: item(meeting, 8).id, ownerId: people.housing.personId, wording: "Secure the units", due: { day: "22", month: "12", year: "2026" }, measure: "Both are boarded up" };
    expect(await addAction(people.coordinator, task, now)).toMatchObject({ ok: true });
    expect(await write(people.coordinator, onCase(8, { decision: "close", decisionReason: "Solved." }))).toEqual({ ok: false, problem: { kind: "refused", rule: "case.actionsStillOpen", facts: { open: 1 } } });
    expect(await written(item(meeting, 8).id)).toMatchObject({ decision: null, version: 1, discussion: null });
  });

  test("holds 20,000 characters and says so beyond", async () => {
    expect(await write(people.coordinator, notes(5, { discussion: "x".repeat(20_000) }))).toMatchObject({ ok: true });
    expect(await write(people.coordinator, notes(5, { version: 2, discussion: "x".repeat(20_001) }))).toEqual({ ok: false, problem: { kind: "invalid", fields: { discussion: ["Discussion notes must be 20,000 characters or less"] } } });
  });

  test("of two who write on one item the second is told, and finds the words of the first beside their own", async () => {
    const [first, second] = await Promise.all([write(people.chair, notes(6, { discussion: "As the chair heard it." })), write(people.coordinator, notes(6, { discussion: "As the coordinator heard it." }))]);
    const outcomes = [first, second];
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toEqual({ ok: false, problem: { kind: "stale" } });
    const kept = first.ok ? { discussion: "As the chair heard it.", by: "Insp Ruth Calverley" } : { discussion: "As the coordinator heard it.", by: "Priya Nandra" };
    const loser = first.ok ? people.coordinator : people.chair;
    const room = await viewRoom(loser, { reference: meeting.reference, number: 6 }, now);
    expect(room?.item).toMatchObject({ version: 2, written: { ...kept, at: now } });
    expect(await write(loser, notes(6, { version: 2, discussion: "Both, put together." }))).toMatchObject({ ok: true });
  });

  test("a form sent twice is written once and answered twice", async () => {
    const submissionKey = randomUUID();
    const sent = await Promise.all([write(people.coordinator, notes(7, { submissionKey })), write(people.coordinator, notes(7, { submissionKey }))]);
    expect(sent).toEqual([sent[0], sent[0]]);
    expect(sent[0]).toMatchObject({ ok: true, value: { number: 7 } });
    expect(await versionOf("agenda_items", item(meeting, 7).id)).toBe(2);
  });

  test.each<[string, keyof World["people"]]>([["a member, signed", "housing"], ["a member, unsigned", "police"], ["another forum's chair", "northChair"], ["somebody without a seat", "bystander"], ["information governance", "governance"]])(
    "%s finds no item to write on",
    async (_, who) => {
      const before = await written(item(meeting, 4).id);
      expect(await write(people[who], notes(4))).toEqual({ ok: false, problem: { kind: "notFound" } });
      expect(await written(item(meeting, 4).id)).toEqual(before);
    },
  );

  test("neither does another partnership's chair, nor anybody by a guessed id", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(await write(elsewhere.people.chair, notes(4))).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await write(people.chair, notes(4, { itemId: randomUUID() }))).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

test("minuting and circulating are the office's alone: no seat, signature or ownership gives them", () => {
  const forumId = randomUUID();
  const standing = { present: true, appointments: [], memberships: [{ forumId, agencyId: randomUUID(), represents: null, commits: true }], partnershipOffices: ["administrator" as const], vacantChairs: [] };
  for (const permission of ["minute.write", "meeting.circulateMinutes"] as const) {
    expect(can(standing, permission, { forumId, onRegister: true, isOwner: true, chairAbsent: true })).toBe(false);
    expect(can({ ...standing, appointments: [{ forumId: randomUUID(), office: "chair", capacity: "substantive" }] }, permission, { forumId })).toBe(false);
    expect(can({ ...standing, appointments: [{ forumId, office: "coordinator", capacity: "substantive" }] }, permission, { forumId })).toBe(true);
  }
});

describe("writing before and after the session", () => {
  test.each(["scheduled", "published", "circulated", "cancelled"] as const)("is refused while the meeting is %s", async (state) => {
    meeting = await aMeeting(world, `CEN-2027-${state}`.toUpperCase(), { state });
    expect(await write(people.coordinator, notes(1))).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state } } });
  });

  test("once closed, the words are corrected and what was decided stands, until the minutes are circulated", async () => {
    meeting = await aMeeting(world, "CEN-2027-01", { startsAt: "2027-01-12T14:00:00Z", items: ["register", { caseId: await aCase(world, "CEN-9") }] });
    await write(people.coordinator, notes(1));
    await write(people.coordinator, onCase(2, { decision: "defer", decisionReason: "Not here." }));
    expect(await closeMeeting(people.chair, { reference: meeting.reference, version: 1 }, now)).toMatchObject({ ok: true });
    expect(await write(people.coordinator, { itemId: item(meeting, 2).id, version: 2, discussion: "Spelling mended.", decisionReason: "Nobody there." })).toMatchObject({ ok: true });
    expect(await written(item(meeting, 2).id)).toMatchObject({ discussion: "Spelling mended.", decision: "defer", outcome: "deferred", decision_reason: "Nobody there.", version: 3 });
    for (const change of [onCase(2, { version: 3, decision: "continue" }), notes(1, { version: 2, outcome: "agreed" })]) {
      expect(await write(people.coordinator, change)).toEqual({ ok: false, problem: { kind: "refused", rule: "minute.decisionStands", facts: {} } });
    }
    expect(await write(people.coordinator, { itemId: item(meeting, 2).id, version: 3, discussion: "And no reason." })).toMatchObject({ problem: { kind: "invalid", fields: { decisionReason: [expect.any(String)] } } });
    await circulateMinutes(people.coordinator, { reference: meeting.reference, version: 2 }, now);
    expect(await write(people.coordinator, notes(1, { version: 2 }))).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
  });
});
