import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { askMoreTime } from "@/domain/action-plan/commands/ask-more-time.ts";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import { changeAction } from "@/domain/action-plan/commands/change-action.ts";
import { declineAction } from "@/domain/action-plan/commands/decline-action.ts";
import { endWaiting } from "@/domain/action-plan/commands/end-waiting.ts";
import { keepOwner } from "@/domain/action-plan/commands/keep-owner.ts";
import { moveSeveral } from "@/domain/action-plan/commands/move-several.ts";
import { proposeOwner } from "@/domain/action-plan/commands/propose-owner.ts";
import { reassignAction } from "@/domain/action-plan/commands/reassign-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { reportProgress } from "@/domain/action-plan/commands/report-progress.ts";
import { settleTime } from "@/domain/action-plan/commands/settle-time.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { waitFor } from "@/domain/action-plan/commands/wait-for.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Command } from "@/domain/command.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ActionState } from "@/domain/kernel/enums.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { asPerson, done, problem, stepsOf, stored, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let caseId: string;
let reference: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  caseId = await aCase(world, "CEN-118");
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId }] });
  reference = await task(people.chair, item(meeting, 2), people.housing);
});

const reason = "It is the council's street";
const due = { day: "29", month: "12", year: "2026" };
const put = (state: ActionState, more: Record<string, string | null> = {}) =>
  owner.query(
    `update actions set state = $1::action_state, incomplete_kind = $2::incomplete_kind, ended_at = case when $1::text in ('verified', 'incomplete', 'cancelled') then now() end,
      asked = $4::action_ask, asked_due_on = $5::date, asked_owner_id = $6::uuid, waiting_until = $7::date where reference = $3 and partnership_id = $8`,
    [state, state === "incomplete" ? "circumstances_changed" : null, reference, more.asked ?? null, more.due ?? null, more.owner ?? null, more.until ?? null, world.partnershipId],
  );
type Act = { run: Command<unknown>; by: "owner" | "chair" | "verifier"; with: () => Record<string, unknown>; from: ActionState[]; before?: () => Promise<unknown>; permission: string };
const beingDone: ActionState[] = ["assigned", "accepted", "in_progress"];
const acts: Record<string, Act> = {
  decline: { run: declineAction, by: "owner", with: () => ({ reason }), from: ["assigned"], permission: "action.decline" },
  "propose another owner": { run: proposeOwner, by: "owner", with: () => ({ ownerId: people.deputy.personId, reason }), from: beingDone, permission: "action.proposeOwner" },
  "ask for more time": { run: askMoreTime, by: "owner", with: () => ({ due, reason }), from: beingDone, permission: "action.report" },
  "say for whom it waits": { run: waitFor, by: "owner", with: () => ({ on: "outside", until: due, note: "The landlord's answer" }), from: beingDone, permission: "action.report" },
  "end the waiting": { run: endWaiting, by: "owner", with: () => ({}), from: beingDone, before: () => put("assigned", { until: "2026-12-30" }), permission: "action.report" },
  "keep it with its owner": { run: keepOwner, by: "chair", with: () => ({ reason }), from: ["declined"], before: () => put("declined"), permission: "action.keepOwner" },
  "give more time": { run: settleTime, by: "verifier", with: () => ({ answer: "grant", reason: "" }), from: beingDone, before: () => put("assigned", { asked: "more_time", due: "2026-12-29" }), permission: "action.settleTime" },
  change: { run: changeAction, by: "chair", with: () => ({ wording: "Visit twice", namelessWording: "Visit the tenant", measure: "Two notes on file", due, reason }), from: ["recorded", ...beingDone, "declined"], permission: "action.change" },
};
const names = Object.keys(acts);
const actOf = (name: string): Act => {
  const found = acts[name];
  if (!found) throw new Error(`no act called ${name}`);
  return found;
};
const act = (name: string, who: Actor, over: Record<string, unknown> = {}, at = later(1)) => actOf(name).run(who, { reference, version: 1, ...actOf(name).with(), ...over }, at);
const whose = (name: string): Actor => (actOf(name).by === "owner" ? people.housing : people.chair);
const states: ActionState[] = ["recorded", "assigned", "accepted", "declined", "in_progress", "reported_done", "verified", "incomplete", "cancelled"];

describe.each(names)("to %s", (name) => {
  beforeEach(async () => void (await actOf(name).before?.()));

  test("is done by whose it is, with a step and an event that holds no words", async () => {
    expect(done(await act(name, whose(name)))).toEqual({ reference });
    expect(await stored(world, reference)).toMatchObject({ version: 2 });
    const steps = await stepsOf(world, reference);
    expect(steps).toHaveLength(2);
    expect(steps.at(-1)).toMatchObject({ person_id: whose(name).personId });
    const events = [...(await eventsOf(world, "action.moved")), ...(await eventsOf(world, "action.stepTaken"))];
    expect(events).toMatchObject([{ reference }]);
    expect(JSON.stringify(events)).not.toMatch(/street|landlord|twice/);
  });

  test.each(["housing", "chair", "deputy", "coordinator", "colleague", "police", "councillor"] as const)("is not the %s's where it isn't theirs, and the attempt is on the trail", async (who) => {
    if (people[who] === whose(name)) return;
    expect(problem(await act(name, people[who]))).toEqual({ kind: "forbidden", permission: actOf(name).permission });
    expect(await eventsOf(world, "access.refused")).toMatchObject([{ particulars: { permission: actOf(name).permission } }]);
    expect(await stored(world, reference)).toMatchObject({ version: 1 });
  });

  test.each(["northChair", "marpChair", "northMember", "bystander", "governance", "administrator"] as const)("isn't there for the %s", async (who) => {
    expect(problem(await act(name, people[who]))).toEqual({ kind: "notFound" });
  });

  test("isn't there in another partnership, nor by a guessed reference", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await act(name, elsewhere.people.chair))).toEqual({ kind: "notFound" });
    expect(problem(await act(name, whose(name), { reference: "CEN-118-99" }))).toEqual({ kind: "notFound" });
  });

  test.each([true, false])("isn't there for whoever is recused from its case, silently or not (%s)", async (silent) => {
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId, person_id: whose(name).personId, silent, reason, decided_by_id: people.deputy.personId, decided_at: now });
    expect(problem(await act(name, whose(name)))).toEqual({ kind: "notFound" });
  });

  test("from an old page is stale; one form sent twice does it once", async () => {
    expect(problem(await act(name, whose(name), { version: 7 }))).toEqual({ kind: "stale" });
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([act(name, whose(name), { submissionKey }), act(name, whose(name), { submissionKey })]);
    expect(outcomes.map(done)).toEqual([{ reference }, { reference }]);
    expect(await stored(world, reference)).toMatchObject({ version: 2 });
    expect(await stepsOf(world, reference)).toHaveLength(2);
  });

  test("is refused in every other state", async () => {
    for (const state of states.filter((each) => !actOf(name).from.includes(each))) {
      await put(state, actOf(name).permission === "action.settleTime" ? { asked: "more_time", due: "2026-12-29" } : name === "end the waiting" ? { until: "2026-12-30" } : name.startsWith("keep") ? { asked: "another_owner", owner: people.police.personId } : {});
      // what stands with its owner answers a proposal, and a record that nobody confirmed is not yet theirs
      if (name.startsWith("keep") && beingDone.includes(state)) continue;
      const said = problem(await act(name, whose(name)));
      expect(said.kind === "notFound" ? "notFound" : said, `${name} from ${state}`).toEqual(state === "recorded" && actOf(name).by === "owner" ? "notFound" : { kind: "refused", rule: "action.illegalMove", facts: expect.anything() });
    }
  });

  test("asks for its words", async () => {
    const fields = Object.keys(actOf(name).with()).filter((field) => !["namelessWording", "answer"].includes(field) && !(name === "give more time" && field === "reason"));
    for (const field of fields) expect(problem(await act(name, whose(name), { [field]: "" })), field).toMatchObject({ kind: "invalid", fields: { [field]: [expect.any(String)] } });
  });
});

describe("rule 10: what an agency answers", () => {
  test("accepting, it may name who does it, of its own agency; being named opens nothing", async () => {
    const seen = await viewAction(people.housing, { reference, act: "accept" }, later(1));
    expect(seen?.officers).toMatchObject([{ personId: people.colleague.personId }]);
    expect(problem(await acceptAction(people.housing, { reference, version: 1, officerId: people.police.personId }, later(1)))).toMatchObject({ kind: "invalid", fields: { officerId: ["Select a colleague in your agency"] } });
    done(await acceptAction(people.housing, { reference, version: 1, officerId: people.colleague.personId }, later(1)));
    expect(await viewAction(people.chair, reference, later(2))).toMatchObject({ state: "accepted", officer: "Bev Moxon", owner: "Zofia Nowak", steps: [{ kind: "accepted", to: "Bev Moxon" }, { kind: "assigned" }] });
    expect((await viewCase(people.colleague, "CEN-118", later(2)))?.content).toBeNull();
    expect(problem(await reportDone(people.colleague, { reference, version: 2, evidence: "Done" }, later(3)))).toEqual({ kind: "forbidden", permission: "action.report" });
  });

  test("declined, it is back with the chair, closed to the agency, and neither over nor open", async () => {
    done(await act("decline", people.housing));
    expect(await stored(world, reference)).toMatchObject({ state: "declined", ended_at: null });
    expect((await viewCase(people.housing, "CEN-118", later(2)))?.content).toBeNull();
    expect(await viewAction(people.housing, reference, later(2))).toMatchObject({ depth: "summary", status: "declined" });
    expect(await viewAction(people.chair, reference, later(2))).toMatchObject({ allowed: { reassign: true, keepOwner: true, cancel: true, verify: false } });
  });

  test("the chair gives it to somebody else, or keeps it with them to be answered anew, or cancels it", async () => {
    done(await act("decline", people.housing));
    done(await keepOwner(people.chair, { reference, version: 2, reason }, later(2)));
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", assigned_at: later(2), owner_id: people.housing.personId });
    expect((await viewCase(people.housing, "CEN-118", later(3)))?.content).not.toBeNull();
    done(await act("decline", people.housing, { version: 3 }, later(4)));
    done(await reassignAction(people.chair, { reference, version: 4, ownerId: people.police.personId, reason }, later(5)));
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", owner_id: people.police.personId });
    done(await declineAction(people.police, { reference, version: 5, reason }, later(6)));
    done(await cancelAction(people.chair, { reference, version: 6, reason }, later(7)));
    expect(await stored(world, reference)).toMatchObject({ state: "cancelled", ended_at: later(7) });
  });

  test("a proposal moves nothing until the chair gives it away, or keeps it with a reason", async () => {
    done(await act("propose another owner", people.housing));
    expect(await viewAction(people.chair, reference, later(2))).toMatchObject({ state: "assigned", owner: "Zofia Nowak", asked: { kind: "another_owner", owner: "Joanne Tice" }, allowed: { keepOwner: true, reassign: true } });
    expect(problem(await act("ask for more time", people.housing, { version: 2 }))).toMatchObject({ rule: "action.askedAlready" });
    done(await keepOwner(people.chair, { reference, version: 2, reason }, later(2)));
    expect(await viewAction(people.housing, reference, later(3))).toMatchObject({ state: "assigned", asked: null, allowed: { accept: true } });
    expect(problem(await keepOwner(people.chair, { reference, version: 3, reason }, later(3)))).toMatchObject({ rule: "action.nothingAsked" });
    done(await act("propose another owner", people.housing, { version: 3 }, later(4)));
    done(await reassignAction(people.chair, { reference, version: 4, ownerId: people.deputy.personId, reason }, later(5)));
    expect(await viewAction(people.deputy, reference, later(6))).toMatchObject({ asked: null, isMine: true });
  });

  test("only somebody at the table is proposed, and not whose it is; taking it on withdraws the proposal", async () => {
    expect(problem(await act("propose another owner", people.housing, { ownerId: people.northMember.personId }))).toMatchObject({ rule: "action.ownerHasNoSeat" });
    expect(problem(await act("propose another owner", people.housing, { ownerId: people.housing.personId }))).toMatchObject({ kind: "invalid" });
    done(await act("propose another owner", people.housing));
    done(await acceptAction(people.housing, { reference, version: 2 }, later(2)));
    expect(await viewAction(people.chair, reference, later(3))).toMatchObject({ asked: null });
  });
});

describe("rules 20 and 22: a declined action keeps its case open", () => {
  const close = (stage = "closed") => asPerson(people.chair, `update cases set stage = '${stage}', closed_on = app.today() where id = $1`, [caseId], later(2));
  test("until the chair has settled it, by the command and in the database", async () => {
    done(await act("decline", people.housing));
    await expect(close()).rejects.toThrow("a case with an open action stays open");
    done(await cancelAction(people.chair, { reference, version: 2, reason }, later(2)));
    await close();
  });

  test("and it is taken up on an open case alone", async () => {
    done(await act("decline", people.housing));
    await owner.query("update cases set stage = 'closed', closed_on = '2026-12-08' where id = $1", [caseId]);
    await expect(asPerson(people.chair, "update actions set state = 'assigned', assigned_at = app.moment(), version = 3 where reference = $1", [reference], later(2))).rejects.toThrow("not open takes no action");
  });
});

describe("rules 9 and 11: more time", () => {
  test("nobody gives it to themselves, by changing the action or by moving several; the words may change", async () => {
    const own = await task(people.chair, item(meeting, 2), people.chair);
    expect(problem(await act("change", people.chair, { reference: own }))).toEqual({ kind: "refused", rule: "action.ownDate", facts: { references: [own] } });
    const both = [`${own}:1`, `${reference}:1`];
    expect(problem(await moveSeveral(people.chair, { actions: both, due, reason }, later(1)))).toEqual({ kind: "refused", rule: "action.ownDate", facts: { references: [own] } });
    await expect(asPerson(people.chair, "update actions set due_on = '2027-03-01' where reference = $1", [own], later(1))).rejects.toThrow("nobody gives themselves more time");
    const { due_on } = await stored(world, own);
    const [year, month, day] = String(due_on).split("-");
    done(await act("change", people.chair, { reference: own, due: { day, month, year } }));
    done(await askMoreTime(people.chair, { reference: own, version: 2, due: "2026-12-29", reason }, later(2)));
    done(await settleTime(people.deputy, { reference: own, version: 3, answer: "grant", reason: "" }, later(3)));
    done(await moveSeveral(people.chair, { actions: [`${reference}:1`], due, reason }, later(3)));
  });

  test("the date stays until the chair gives it, and both dates stand in the history", async () => {
    done(await act("ask for more time", people.housing));
    expect(await stored(world, reference)).toMatchObject({ due_on: "2026-12-15" });
    done(await settleTime(people.chair, { reference, version: 2, answer: "grant", reason: "" }, later(2)));
    expect(await stored(world, reference)).toMatchObject({ due_on: "2026-12-29", state: "assigned" });
    expect((await viewAction(people.housing, reference, later(3)))?.steps[0]).toMatchObject({ kind: "time_granted", due: "2026-12-29", dueWas: "2026-12-15" });
  });

  test("refused with a reason, it stays; what isn't asked isn't answered", async () => {
    done(await act("ask for more time", people.housing));
    expect(problem(await settleTime(people.chair, { reference, version: 2, answer: "refuse", reason: "" }, later(2)))).toEqual({ kind: "invalid", fields: { reason: ["Enter why there is no more time"] } });
    done(await settleTime(people.chair, { reference, version: 2, answer: "refuse", reason }, later(2)));
    expect(await stored(world, reference)).toMatchObject({ due_on: "2026-12-15" });
    expect(problem(await settleTime(people.chair, { reference, version: 3, answer: "grant", reason: "" }, later(3)))).toMatchObject({ rule: "action.nothingAsked" });
  });

  test("it is for later than it is due, and for a day to come", async () => {
    for (const day of ["15", "1"]) expect(problem(await act("ask for more time", people.housing, { due: { ...due, day } }))).toMatchObject({ kind: "invalid", fields: { due: ["New date must be after 15 December 2026, when the action is due"] } });
    expect(problem(await act("ask for more time", people.housing, { due: { ...due, day: "20" } }, new Date("2026-12-24T12:00:00Z")))).toMatchObject({ fields: { due: ["New date must be today or in the future"] } });
  });

  test("nobody gives it to themself: where the chair owns the action, the deputy does", async () => {
    reference = await task(people.chair, item(meeting, 2), people.chair);
    done(await act("ask for more time", people.chair));
    expect(problem(await settleTime(people.chair, { reference, version: 2, answer: "grant", reason: "" }, later(2)))).toEqual({ kind: "forbidden", permission: "action.settleTime" });
    done(await settleTime(people.deputy, { reference, version: 2, answer: "grant", reason: "" }, later(2)));
    expect(await stored(world, reference)).toMatchObject({ due_on: "2026-12-29" });
  });

  test("a colleague whom the chair lets help asks for it too; another colleague doesn't", async () => {
    expect(problem(await act("ask for more time", people.colleague))).toMatchObject({ kind: "forbidden" });
    done(await allowColleague(people.chair, { reference, personId: people.colleague.personId }, now));
    done(await act("ask for more time", people.colleague));
    expect(problem(await act("decline", people.colleague, { version: 2 }))).toMatchObject({ kind: "forbidden" });
  });

  test("progress leaves it asked, reporting done withdraws it", async () => {
    done(await act("ask for more time", people.housing));
    done(await reportProgress(people.housing, { reference, version: 2, note: "Half done" }, later(2)));
    expect((await viewAction(people.chair, reference, later(3)))?.asked).toMatchObject({ kind: "more_time", due: "2026-12-29" });
    done(await reportDone(people.housing, { reference, version: 3, evidence: "All done" }, later(3)));
    expect((await viewAction(people.chair, reference, later(4)))?.asked).toBeNull();
  });
});

describe("waiting on others", () => {
  test("is shown, named or outside, and the clock of lateness goes on", async () => {
    done(await waitFor(people.housing, { reference, version: 1, on: world.agencies.police, until: due, note: "Their statement" }, later(1)));
    const overdue = new Date("2026-12-20T12:00:00Z");
    expect(await viewAction(people.chair, reference, overdue)).toMatchObject({ waiting: { on: "Police", until: "2026-12-29", isOver: false }, status: "overdue", state: "assigned", steps: [{ kind: "waiting", on: "Police", note: "Their statement" }, { kind: "assigned" }] });
    done(await waitFor(people.housing, { reference, version: 2, on: "outside", until: due, note: "The landlord" }, later(2)));
    expect(await viewAction(people.police, reference, later(3))).toMatchObject({ depth: "summary", waiting: null, officer: null });
    done(await endWaiting(people.housing, { reference, version: 3 }, later(3)));
    expect(await viewAction(people.chair, reference, later(4))).toMatchObject({ waiting: null });
    expect(problem(await endWaiting(people.housing, { reference, version: 4 }, later(5)))).toMatchObject({ rule: "action.nothingAsked" });
  });

  test("an agency elsewhere isn't there, and a day that is past is handed back", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await waitFor(people.housing, { reference, version: 1, on: elsewhere.agencies.police, until: due, note: "x" }, later(1)))).toEqual({ kind: "notFound" });
    expect(problem(await act("say for whom it waits", people.housing, { until: { ...due, year: "2025" } }))).toMatchObject({ kind: "invalid", fields: { until: [expect.any(String)] } });
  });
});

describe("what the chair changes", () => {
  test("keeps what the action said before, for those who read the action, and nobody else", async () => {
    done(await act("change", people.chair));
    expect(await stored(world, reference)).toMatchObject({ due_on: "2026-12-29" });
    const seen = await viewAction(people.housing, reference, later(2));
    expect(seen).toMatchObject({ wording: "Visit twice", earlier: [{ wording: "Visit Mr Pemberton at 4 Kiln Row", measure: "A visit note is on file", until: later(1) }], steps: [{ kind: "changed", due: "2026-12-29", dueWas: "2026-12-15", note: reason }, { kind: "assigned" }] });
    expect((await viewAction(people.police, reference, later(2)))?.earlier).toEqual([]);
    expect((await asPerson(people.police, "select * from action_versions")).rows).toEqual([]);
  });

  test("nothing changed is handed back; a date that is past, and a nameless wording that names somebody", async () => {
    expect(problem(await act("change", people.chair, { wording: "Visit Mr Pemberton at 4 Kiln Row", measure: "A visit note is on file", due: { day: "15", month: "12", year: "2026" } }))).toMatchObject({ kind: "invalid", fields: { wording: [expect.any(String)] } });
    expect(problem(await act("change", people.chair, { due: { day: "1", month: "12", year: "2026" } }))).toMatchObject({ fields: { due: ["Date the action is due must be today or in the future"] } });
    expect(problem(await act("change", people.chair, { namelessWording: "Visit S1 4XX at 14 Kiln Row" }))).toMatchObject({ kind: "refused", rule: "action.wordingNamesSomeone" });
  });

  test("setting another date answers whoever asked for time", async () => {
    done(await act("ask for more time", people.housing));
    done(await act("change", people.chair, { version: 2 }, later(2)));
    expect(await viewAction(people.chair, reference, later(3))).toMatchObject({ asked: null, due: "2026-12-29" });
  });

  test("the database keeps it from the coordinator and the owner, and keeps the words before each change", async () => {
    for (const who of [people.coordinator, people.housing, people.police]) {
      const attempt = (sql: string) => asPerson(who, sql, [reference]).then(({ rowCount }) => rowCount, () => 0);
      expect(await attempt("update actions set due_on = '2027-01-01' where reference = $1")).toBe(0);
      expect(await attempt("update action_wordings set wording = 'Other' where action_id = (select id from actions where reference = $1)")).toBe(0);
      expect(await attempt("insert into action_versions select partnership_id, forum_id, id, now(), owner_id, 'x', 'y' from actions where reference = $1")).toBe(0);
    }
    await asPerson(people.chair, "update action_wordings set wording = 'Other' where action_id = (select id from actions where reference = $1)", [reference]);
    expect((await asPerson(people.chair, "select wording from action_versions")).rows).toEqual([{ wording: "Visit Mr Pemberton at 4 Kiln Row" }]);
    await expect(asPerson(people.chair, "update action_versions set wording = 'x'")).rejects.toThrow();
  });
});

describe("thanks", () => {
  const verify = async (over: Record<string, unknown> = {}, by = people.chair) => verifyAction(by, { reference, version: (await stored(world, reference)).version, thanks: "Quick and kind. Thank you", ...over }, later(9));
  beforeEach(async () => {
    done(await acceptAction(people.housing, { reference, version: 1, officerId: people.colleague.personId }, later(1)));
    done(await reportDone(people.housing, { reference, version: 2, evidence: "Done" }, later(2)));
  });

  test("reach the owner and whoever did it, though the case is closed to them, and nobody else at the table", async () => {
    done(await verify());
    for (const who of [people.housing, people.colleague]) expect(await viewAction(who, reference, later(10))).toMatchObject({ depth: "summary", thanks: [{ to: who.name, by: "Insp Ruth Calverley", words: "Quick and kind. Thank you" }] });
    expect((await viewAction(people.police, reference, later(10)))?.thanks).toEqual([]);
    expect((await viewAction(people.coordinator, reference, later(10)))?.thanks).toHaveLength(2);
    expect(await eventsOf(world, "action.thanked")).toHaveLength(2);
    expect(JSON.stringify(await eventsOf(world, "action.thanked"))).not.toContain("Quick");
  });

  test("are optional, and name nobody", async () => {
    expect(problem(await verify({ thanks: "Thanks for S1 4XX" }))).toMatchObject({ kind: "refused", rule: "action.thanksNameSomeone" });
    expect(await stored(world, reference)).toMatchObject({ state: "reported_done" });
    done(await verify({ thanks: "" }));
    expect((await viewAction(people.coordinator, reference, later(10)))?.thanks).toEqual([]);
  });

  test("are the chair's alone to give, once it is verified: the database refuses others", async () => {
    const give = (who: Actor, to: Actor) => asPerson(who, "insert into thanks select gen_random_uuid(), partnership_id, forum_id, case_id, id, $2::uuid, 'Well done', app.person(), app.moment() from actions where reference = $1", [reference, to.personId]);
    await expect(give(people.chair, people.housing)).rejects.toThrow();
    done(await verify({ thanks: "" }));
    for (const who of [people.coordinator, people.housing, people.northChair]) await expect(give(who, people.housing).then(({ rowCount }) => rowCount || Promise.reject(new Error("nothing")))).rejects.toThrow();
    await expect(give(people.chair, people.police)).rejects.toThrow();
    expect((await give(people.chair, people.housing)).rowCount).toBe(1);
    await expect(asPerson(people.chair, "delete from thanks")).rejects.toThrow();
  });

  test("of one who is recused from the case are shut to them with it", async () => {
    done(await verify());
    await appointed(world, people.police, world.forums.CEN, "deputy", { from_on: "2026-01-01" });
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId, person_id: people.housing.personId, silent: true, reason, decided_by_id: people.chair.personId, decided_at: now });
    expect((await asPerson(people.housing, "select * from thanks")).rows).toEqual([]);
  });
});
