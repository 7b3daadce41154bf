import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { returnAction } from "@/domain/action-plan/commands/return-action.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { can, type Permission } from "@/domain/kernel/policy.ts";
import { assessRisk } from "@/domain/risk/commands/assess-risk.ts";
import { beginStepDown } from "@/domain/step-downs/commands/begin-step-down.ts";
import { checkIn } from "@/domain/step-downs/commands/check-in.ts";
import { closeCase } from "@/domain/step-downs/commands/close-case.ts";
import { dropStepDown } from "@/domain/step-downs/commands/drop-step-down.ts";
import { keepAssessment } from "@/domain/step-downs/commands/keep-assessment.ts";
import { keepTelling } from "@/domain/step-downs/commands/keep-telling.ts";
import { keepWatch } from "@/domain/step-downs/commands/keep-watch.ts";
import { returnCase } from "@/domain/step-downs/commands/return-case.ts";
import { signStepDown } from "@/domain/step-downs/commands/sign-step-down.ts";
import { undoStepDown } from "@/domain/step-downs/commands/undo-step-down.ts";
import { viewDue } from "@/domain/step-downs/queries/view-due.ts";
import { viewStepDown } from "@/domain/step-downs/queries/view-step-down.ts";
import { viewWatch } from "@/domain/step-downs/queries/view-watch.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { type Tx, transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, type ArrangedCase, anActionOn, daysLater, eventsOf, minutesLater, move, now, signed } from "../cases/arranged.ts";
import { aWatchedCase, caseOf, done, high, prepare, said, sign, stepDownsOf, tellingOf, versionOf, watchOf } from "./arranged.ts";

let world: World;
let found: ArrangedCase;
beforeAll(async () => void (world = await aPartnership()));

const as = <T>(who: Actor, work: (tx: Tx) => Promise<T>, at = now) => transact({ ...who, now: at }, work);
const seen = async () => ({ reference: found.reference, version: await versionOf(found) });
const refusedBy = (rule: string, facts: Record<string, unknown> = {}) => ({ ok: false, problem: { kind: "refused", rule, facts: expect.objectContaining(facts) } });

describe("a step-down that is prepared", () => {
  beforeEach(async () => void (found = await aCase(world)));

  test("whole, the chair signs it: the case is under watch, and the trail says who, for how long and where", async () => {
    await prepare(world, found);
    expect(await sign(world.people.chair, found)).toEqual({ ok: true, value: { reference: found.reference } });
    expect(await caseOf(found.id)).toMatchObject({ stage: "stepped_down", closed_on: null });
    expect(await stepDownsOf(found.id)).toMatchObject([{ end: null, watch_until: "2027-05-21", check_months: 2, meeting_id: null, signed_by_id: world.people.chair.personId }]);
    const [event] = (await eventsOf(world, "case.steppedDown")).filter(({ case_id }) => case_id === found.id);
    expect(event).toMatchObject({ person_id: world.people.chair.personId, particulars: { months: 6, agencyId: world.agencies.housing, meetingId: null } });
  });

  test.each([["assessment", "case.notAssessed"], ["risk", "case.notRescored"], ["watch", "case.watchNotSet"], ["telling", "case.tellingNotSet"]] as const)("without its %s nothing is signed", async (part, rule) => {
    await prepare(world, found, { without: [part] });
    expect(await sign(world.people.chair, found)).toMatchObject(refusedBy(rule));
    expect(await caseOf(found.id)).toMatchObject({ stage: "open" });
    expect((await viewStepDown(world.people.chair, found.reference, now))?.lacks).toEqual([part]);
  });

  test.each(["recorded", "assigned", "accepted", "in_progress", "reported_done"] as const)("an action that is %s holds it", async (state) => {
    await prepare(world, found);
    const meeting = await aMeetingOn(world, found, { state: "closed" });
    await anActionOn(world, found, meeting, world.people.housing, state);
    expect(await sign(world.people.chair, found)).toEqual({ ok: false, problem: { kind: "refused", rule: "case.actionsStillOpen", facts: { open: 1 } } });
  });

  test("scored once on the day it was opened isn't scored again; once on a later day is", async () => {
    await prepare(world, found, { without: ["risk"] });
    const score = async (at: Date) => done(await assessRisk(world.people.coordinator, { reference: found.reference, version: (await caseOf(found.id))?.version, ...high }, at));
    await score(minutesLater(5));
    expect(await sign(world.people.chair, found, minutesLater(6))).toMatchObject(refusedBy("case.notRescored"));
    await score(daysLater(1));
    expect(await sign(world.people.chair, found, daysLater(2))).toMatchObject({ ok: true });
  });

  test("decided at a meeting it rests on that; between meetings it needs a reason, which stands in it", async () => {
    await prepare(world, found);
    expect(await sign(world.people.chair, found, now, { betweenReason: "" })).toMatchObject({ problem: { kind: "invalid", fields: { betweenReason: ["Enter why it is decided between meetings"] } } });
    const meeting = await aMeetingOn(world, found);
    await move("agenda_items", meeting.itemId, { decision: "step_down" });
    await owner.query("update meetings set opened_at = starts_at where id = $1", [meeting.id]);
    expect(await sign(world.people.chair, found, now, { betweenReason: "" })).toMatchObject({ ok: true });
    expect(await stepDownsOf(found.id)).toMatchObject([{ meeting_id: meeting.id }]);
    // what was decided stands while the step-down does
    const written = await writeMinute(world.people.coordinator, { itemId: meeting.itemId, version: 1, discussion: "We thought again.", outcome: "", decision: "continue", decisionReason: "It may come back" }, minutesLater(5));
    expect(written).toMatchObject(refusedBy("case.steppedDownHere"));
  });

  test("a meeting that decided otherwise, or decided long ago and was used, carries nothing", async () => {
    await prepare(world, found);
    const earlier = await aMeetingOn(world, found, { starts_at: daysLater(-30), state: "closed" });
    await owner.query("update meetings set opened_at = starts_at where id = $1", [earlier.id]);
    await move("agenda_items", earlier.itemId, { decision: "step_down" });
    const later = await aMeetingOn(world, found, { starts_at: daysLater(-1), state: "closed" });
    await owner.query("update meetings set opened_at = starts_at where id = $1", [later.id]);
    expect((await viewStepDown(world.people.chair, found.reference, now))?.decision).toBeNull();
  });

  test("the tick is asked for, and each step says what is missing in its own words", async () => {
    await prepare(world, found);
    expect(await sign(world.people.chair, found, now, { signs: "" })).toMatchObject({ problem: { kind: "invalid", fields: { signs: [expect.any(String)] } } });
    expect(await keepAssessment(world.people.chair, { ...(await seen()), ...said, voice: "" }, now)).toMatchObject({ problem: { kind: "invalid", fields: { voice: [expect.any(String)] } } });
    expect(await keepAssessment(world.people.chair, { ...(await seen()), ...said, voiceMissing: "They moved" }, now)).toMatchObject({ problem: { kind: "invalid", fields: { voiceMissing: [expect.any(String)] } } });
    expect(await keepWatch(world.people.chair, { ...(await seen()), ...watchOf(world, { watchMonths: "9" }) }, now)).toMatchObject({ problem: { kind: "invalid", fields: { watchMonths: [expect.any(String)] } } });
    expect(await keepWatch(world.people.chair, { ...(await seen()), ...watchOf(world, { leadAgencyId: world.agencies.charity }) }, now)).toMatchObject({ problem: { kind: "invalid", fields: { leadAgencyId: [expect.any(String)] } } });
    expect(await keepTelling(world.people.chair, { ...(await seen()), ...tellingOf(world, { tellable: "" }) }, now)).toMatchObject({ problem: { kind: "invalid", fields: { tellable: [expect.any(String)] } } });
    expect(await keepTelling(world.people.chair, { ...(await seen()), ...tellingOf(world, { raiserToldById: "" }) }, now)).toMatchObject({ problem: { kind: "invalid", fields: { raiserToldById: [expect.any(String)] } } });
  });

  test("what leaves the record names nobody: what brings it back, and what may be told", async () => {
    await prepare(world, found);
    expect(await keepWatch(world.people.chair, { ...(await seen()), ...watchOf(world, { returnTrigger: "A call from Bickerstaffe" }) }, now)).toMatchObject({ problem: { kind: "invalid", fields: { returnTrigger: [expect.stringContaining("Bickerstaffe")] } } });
    expect(await keepTelling(world.people.chair, { ...(await seen()), ...tellingOf(world, { tellable: "Tollgate Mews is quiet" }) }, now)).toMatchObject({ problem: { kind: "invalid", fields: { tellable: [expect.stringContaining("Tollgate")] } } });
  });

  test("begun twice it is one; changed meanwhile it is stale; given up the case goes on and another can begin", async () => {
    done(await beginStepDown(world.people.coordinator, { reference: found.reference }, now));
    done(await beginStepDown(world.people.chair, { reference: found.reference }, now));
    expect(await stepDownsOf(found.id)).toHaveLength(1);
    done(await keepAssessment(world.people.chair, { reference: found.reference, version: 1, ...said }, now));
    expect(await keepAssessment(world.people.coordinator, { reference: found.reference, version: 1, ...said }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
    done(await dropStepDown(world.people.coordinator, await seen(), now));
    expect(await keepAssessment(world.people.coordinator, { reference: found.reference, version: 2, ...said }, now)).toMatchObject(refusedBy("case.noStepDown"));
    done(await beginStepDown(world.people.coordinator, { reference: found.reference }, now));
    expect(await stepDownsOf(found.id)).toHaveLength(2);
  });

  test("of two signatures at once one counts; a form sent twice is signed once", async () => {
    await prepare(world, found);
    const form = { ...(await seen()), betweenReason: "Agreed by telephone", signs: "yes" };
    const outcomes = await Promise.all([signStepDown(world.people.chair, form, now), signStepDown(world.people.chair, form, now)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    found = await aCase(world);
    await prepare(world, found);
    const twice = { ...(await seen()), betweenReason: "Agreed by telephone", signs: "yes", submissionKey: randomUUID() };
    expect(await Promise.all([signStepDown(world.people.chair, twice, now), signStepDown(world.people.chair, twice, now)])).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await eventsOf(world, "case.steppedDown")).filter(({ case_id }) => case_id === found.id)).toHaveLength(1);
  });

  test("the coordinator and the deputy prepare and don't sign; the deputy signs where the chair is recused", async () => {
    await prepare(world, found);
    for (const who of ["coordinator", "deputy"] as const) expect(await sign(world.people[who], found)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.stepDown" } });
    done(await recusePerson(world.people.deputy, { on: found.reference, personId: world.people.chair.personId, how: "open", reason: "A neighbour of theirs" }, now));
    expect(await sign(world.people.chair, found)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewStepDown(world.people.chair, found.reference, now)).toBeNull();
    expect(await sign(world.people.deputy, found)).toMatchObject({ ok: true });
    expect(await viewWatch(world.people.chair, found.reference, now)).toBeNull();
    expect(await as(world.people.chair, (tx) => tx.stepDown.count({ where: { caseId: found.id } }))).toBe(0);
  });

  test("nobody else prepares, signs or reads it: members on the register, owners, other forums, governance, other partnerships", async () => {
    await prepare(world, found);
    const meeting = await aMeetingOn(world, found, { state: "closed" });
    await signed(world, meeting, world.people.police);
    const elsewhere = await aPartnership("Safer Elsewhere");
    const permissions: Permission[] = ["case.prepareStepDown", "case.stepDown", "case.undoStepDown", "case.returnFromWatch", "case.close", "watch.checkIn"];
    for (const who of [world.people.police, world.people.housing, world.people.councillor, world.people.northChair, world.people.governance, world.people.administrator, world.people.bystander, elsewhere.people.chair]) {
      for (const act of [beginStepDown(who, { reference: found.reference }, now), sign(who, found), dropStepDown(who, await seen(), now)]) expect(await act, who.name).toEqual({ ok: false, problem: { kind: "notFound" } });
      expect(await viewStepDown(who, found.reference, now), who.name).toBeNull();
      expect(await as(who, (tx) => tx.stepDown.count({ where: { caseId: found.id } })), who.name).toBe(0);
      const held = await transact({ ...who, now }, async (_, standing) => permissions.filter((permission) => can(standing as Standing, permission, { forumId: world.forums.CEN })));
      expect(held, who.name).toEqual([]);
    }
  });
});

describe("a case under watch", () => {
  beforeEach(async () => void (found = await aWatchedCase(world)));

  test("is known to the forum by its watch, and read by the office alone: whoever owned an action on it has lost it", async () => {
    const [watch] = (await viewWatch(world.people.housing, found.reference, now))?.watches ?? [];
    expect(watch).toMatchObject({ leadAgency: "Housing", lastDay: "2027-05-21", returnTrigger: expect.stringContaining("banging"), words: null, checks: [] });
    expect((await viewWatch(world.people.chair, found.reference, now))?.watches[0]?.words).toMatchObject({ changed: said.changed });
    expect((await viewCase(world.people.housing, found.reference, now))?.content).toBeNull();
    expect((await viewCase(world.people.coordinator, found.reference, now))?.content).not.toBeNull();
    for (const who of ["northChair", "governance", "administrator", "bystander"] as const) expect(await viewWatch(world.people[who], found.reference, now), who).toBeNull();
  });

  test("takes no action, and none that ended is taken up again", async () => {
    const meeting = await aMeetingOn(world, found);
    const asked = { itemId: meeting.itemId, ownerId: world.people.housing.personId, wording: "Visit again", namelessWording: "", due: { day: "1", month: "12", year: "2026" }, measure: "Visited" };
    expect(await addAction(world.people.chair, asked, now)).toMatchObject(refusedBy("case.notOpen"));
    const action = await anActionOn(world, found, meeting, world.people.housing, "verified");
    await move("actions", action, { state: "incomplete", incomplete_kind: "circumstances_changed" });
    const { reference } = (await owner.query<{ reference: string }>("select reference from actions where id = $1", [action])).rows[0] ?? { reference: "" };
    expect(await returnAction(world.people.chair, { reference, version: 1, reason: "It was not what we asked" }, now)).toMatchObject(refusedBy("case.notOpen"));
  });

  test("its agency looks in, and what it found is its own and the office's to read", async () => {
    expect(await checkIn(world.people.housing, { reference: found.reference, finding: "quiet", note: "The caretaker has nothing to report." }, daysLater(20))).toEqual({ ok: true, value: { reference: found.reference, returned: false } });
    const checksOf = async (who: Actor) => (await viewWatch(who, found.reference, daysLater(21)))?.watches[0]?.checks.map(({ note }) => note);
    expect(await checksOf(world.people.colleague)).toHaveLength(1);
    expect(await checksOf(world.people.coordinator)).toHaveLength(1);
    expect(await checksOf(world.people.probation)).toEqual([]);
    expect(await checkIn(world.people.probation, { reference: found.reference, finding: "quiet", note: "Nothing" }, now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "watch.checkIn" } });
    expect(await checkIn(world.people.northChair, { reference: found.reference, finding: "quiet", note: "Nothing" }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    // the office for it, by telephone
    expect(await checkIn(world.people.coordinator, { reference: found.reference, finding: "some_concern", note: "One call, by telephone." }, daysLater(30))).toMatchObject({ ok: true });
  });

  test("what was to bring it back has happened: it is open at once, a repeat, with its history, and due at the next meeting", async () => {
    expect(await checkIn(world.people.housing, { reference: found.reference, finding: "trigger_met", note: "Banging on two nights." }, daysLater(40))).toEqual({ ok: true, value: { reference: found.reference, returned: true } });
    expect(await caseOf(found.id)).toMatchObject({ stage: "open" });
    expect(await stepDownsOf(found.id)).toMatchObject([{ end: "returned", is_repeat: true, ended_by_id: world.people.housing.personId }]);
    expect((await eventsOf(world, "case.returned")).filter(({ case_id }) => case_id === found.id)).toMatchObject([{ particulars: { isRepeat: true } }]);
    expect(await checkIn(world.people.housing, { reference: found.reference, finding: "quiet", note: "Again" }, daysLater(41))).toMatchObject({ ok: false });
    // stepped down a second time, it is scored anew
    await prepare(world, found, { at: daysLater(50), without: ["risk"] });
    expect(await sign(world.people.chair, found, daysLater(50))).toMatchObject(refusedBy("case.notRescored"));
  });

  test("the office brings it back with a reason; after twelve months that is no repeat", async () => {
    done(await returnCase(world.people.coordinator, { ...(await seen()), reason: "The daughter rang" }, daysLater(365)));
    expect(await stepDownsOf(found.id)).toMatchObject([{ end: "returned", is_repeat: true }]);
    found = await aWatchedCase(world);
    done(await returnCase(world.people.coordinator, { ...(await seen()), reason: "The daughter rang" }, daysLater(366)));
    expect(await stepDownsOf(found.id)).toMatchObject([{ end: "returned", is_repeat: false }]);
  });

  test("the chair undoes it for fourteen days, and not after", async () => {
    expect(await undoStepDown(world.people.coordinator, { ...(await seen()), reason: "Too early" }, daysLater(1))).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.undoStepDown" } });
    expect(await undoStepDown(world.people.chair, { ...(await seen()), reason: "Too early" }, daysLater(14))).toMatchObject(refusedBy("case.undoOver"));
    done(await undoStepDown(world.people.chair, { ...(await seen()), reason: "Too early" }, minutesLater(14 * 24 * 60 - 1)));
    expect(await caseOf(found.id)).toMatchObject({ stage: "open" });
    expect(await stepDownsOf(found.id)).toMatchObject([{ end: "undone", is_repeat: false }]);
  });

  test("the chair closes it with a reason, for good", async () => {
    expect(await closeCase(world.people.deputy, { ...(await seen()), reason: "The watch is over" }, daysLater(200))).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.close" } });
    expect(await closeCase(world.people.chair, { ...(await seen()), reason: "" }, daysLater(200))).toMatchObject({ problem: { kind: "invalid" } });
    done(await closeCase(world.people.chair, { ...(await seen()), reason: "The watch is over" }, daysLater(200)));
    expect(await caseOf(found.id)).toMatchObject({ stage: "closed", closed_on: "2027-06-09" });
    expect(await returnCase(world.people.chair, { reference: found.reference, version: 9, reason: "It began again" }, daysLater(201))).toMatchObject(refusedBy("case.notWatched"));
  });

  test("what is due stands on the homes of those it is due from", async () => {
    expect((await viewDue(world.people.housing, {}, now)).checks.filter(({ reference }) => reference === found.reference)).toEqual([]);
    const due = await viewDue(world.people.housing, {}, new Date("2027-01-25T10:00:00Z"));
    expect(due.checks).toContainEqual(expect.objectContaining({ reference: found.reference, due: "2027-01-21", daysLate: 4 }));
    const office = async (at: string) => (await viewDue(world.people.coordinator, {}, new Date(at))).attention.filter(({ reference }) => reference === found.reference);
    expect(await office("2027-01-25T10:00:00Z")).toMatchObject([{ kind: "checkLate", agency: "Housing" }]);
    expect(await office("2027-05-21T22:59:00Z")).not.toContainEqual(expect.objectContaining({ kind: "watchOver" }));
    expect(await office("2027-05-21T23:00:00Z")).toContainEqual(expect.objectContaining({ kind: "watchOver" }));
    expect(await viewDue(world.people.bystander, {}, now)).toMatchObject({ checks: [], attention: [] });
  });
});

describe("the database holds it too", () => {
  beforeEach(async () => void (found = await aCase(world)));
  const stage = (who: Actor, to: "open" | "stepped_down" | "closed", at = now) => as(who, (tx) => tx.case.updateMany({ where: { id: found.id }, data: { stage: to } }), at);

  test("no case is stepped down without a step-down, nor closed over an open action", async () => {
    await expect(stage(world.people.chair, "stepped_down")).rejects.toThrow(/signed step-down/);
    await prepare(world, found);
    await expect(stage(world.people.chair, "stepped_down")).rejects.toThrow(/signed step-down/);
    const meeting = await aMeetingOn(world, found, { state: "closed" });
    await anActionOn(world, found, meeting, world.people.housing);
    await expect(stage(world.people.chair, "closed")).rejects.toThrow(/open action/);
  });

  test("no signature without its case, in another's name, or by the coordinator", async () => {
    await prepare(world, found);
    const signature = (who: Actor, by = who) => as(who, (tx) => tx.stepDown.updateMany({ where: { caseId: found.id }, data: { signedById: by.personId, signedAt: now, watchUntil: new Date("2027-05-21") } }));
    await expect(signature(world.people.chair)).rejects.toThrow(/exactly while it is watched/);
    await expect(signature(world.people.coordinator)).rejects.toThrow(/chair in force/);
    await expect(signature(world.people.coordinator, world.people.chair)).rejects.toThrow(/chair in force/);
  });

  test("signed, it stands: its watch, its words, its end; and no watch outlives its case", async () => {
    found = await aWatchedCase(world);
    const { chair, housing, probation } = world.people;
    await expect(as(chair, (tx) => tx.stepDown.updateMany({ where: { caseId: found.id }, data: { watchMonths: 3, watchUntil: new Date("2027-02-21"), checkMonths: 1 } }))).rejects.toThrow(/as it was signed/);
    await expect(as(chair, (tx) => tx.stepDownWords.updateMany({ where: { caseId: found.id }, data: { changed: "Otherwise" } }))).rejects.toThrow(/as it was signed/);
    await expect(stage(chair, "open")).rejects.toThrow(/exactly while it is watched/);
    await expect(as(chair, (tx) => tx.stepDown.updateMany({ where: { caseId: found.id }, data: { end: "closed", endedAt: now, endedById: chair.personId } }))).rejects.toThrow(/exactly while it is watched/);
    const [kept] = await stepDownsOf(found.id);
    const check = (who: Actor, agencyId: string) => as(who, (tx) => tx.watchCheck.createMany({ data: [{ id: randomUUID(), partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: found.id, stepDownId: kept?.id ?? "", agencyId, personId: who.personId, checkedAt: now, finding: "quiet", note: "Quiet" }] }));
    await expect(check(probation, world.agencies.housing)).rejects.toThrow(/kept by its agency/);
    await expect(check(probation, world.agencies.probation)).rejects.toThrow(/kept by its agency/);
    await check(housing, world.agencies.housing);
    await expect(as(housing, (tx) => tx.watchCheck.updateMany({ where: { caseId: found.id }, data: { note: "Loud" } }))).rejects.toThrow();
  });

  test("a closed case stays closed", async () => {
    await stage(world.people.chair, "closed");
    await expect(stage(world.people.chair, "open")).rejects.toThrow(/stays closed/);
  });
});
