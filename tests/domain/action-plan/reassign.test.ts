import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { reassignAction } from "@/domain/action-plan/commands/reassign-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { asPerson, done, problem, stepsOf, stored, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let reference: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
  reference = await task(people.chair, item(meeting, 2), people.housing);
});

const give = (by: Actor, to: Actor, version = 1, over: Record<string, unknown> = {}, at = later(1)) => reassignAction(by, { reference, version, ownerId: to.personId, reason: "Zofia has a new post", ...over }, at);
const leaves = (who: Actor) => owner.query("update people set left_at = $2 where id = $1", [who.personId, now]);
const planOf = (who: Actor, filters = {}) => listActions(who, ActionFilters.parse({ forum: "CEN", ...filters }), later(2));

describe("the chair gives an action to somebody else", () => {
  test("who is tasked from then on, with the step, its reason and the event on record", async () => {
    done(await acceptAction(people.housing, { reference, version: 1 }, now));
    expect(done(await give(people.chair, people.police, 2))).toEqual({ reference });
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", version: 3, owner_id: people.police.personId, owner_agency_id: world.agencies.police, assigned_at: later(1) });
    expect((await stepsOf(world, reference)).at(-1)).toEqual({ kind: "reassigned", person_id: people.chair.personId, note: "Zofia has a new post" });
    expect(await eventsOf(world, "action.reassigned")).toMatchObject([{ reference, particulars: { fromOwnerId: people.housing.personId, ownerId: people.police.personId, agencyId: world.agencies.police } }]);
    expect((await viewAction(people.police, reference, later(2)))?.steps[0]).toMatchObject({ kind: "reassigned", to: "PC Nia Rowlands" });
    expect(done(await acceptAction(people.police, { reference, version: 3 }, later(2)))).toEqual({ reference });
  });

  test("the case closes to the one before, and to whoever helped them, and opens to the new one", async () => {
    done(await allowColleague(people.chair, { reference, personId: people.colleague.personId }, now));
    expect((await viewCase(people.housing, "CEN-118", now))?.content).not.toBeNull();
    done(await give(people.chair, people.police));
    expect((await viewCase(people.police, "CEN-118", later(2)))?.content).not.toBeNull();
    for (const who of [people.housing, people.colleague]) {
      expect((await viewCase(who, "CEN-118", later(2)))?.content).toBeNull();
      expect(await viewAction(who, reference, later(2))).toMatchObject({ depth: "summary", isMine: false });
    }
    expect(problem(await reportDone(people.housing, { reference, version: 2, evidence: "Done" }, later(2)))).toEqual({ kind: "forbidden", permission: "action.report" });
  });

  test("nobody is given an action on a case from which they are recused, however it is told", async () => {
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: item(meeting, 2).caseId, person_id: people.police.personId, silent: true, reason: "A neighbour", decided_by_id: people.chair.personId, decided_at: now });
    expect(problem(await give(people.chair, people.police))).toMatchObject({ kind: "refused", rule: "action.ownerRecused" });
    expect(await stored(world, reference)).toMatchObject({ version: 1, owner_id: people.housing.personId });
    done(await give(people.chair, people.probation));
  });

  test("help from the new owner's own agency ends too: the chair allows it anew", async () => {
    done(await allowColleague(people.chair, { reference, personId: people.colleague.personId }, now));
    done(await give(people.chair, people.deputy));
    done(await give(people.chair, people.housing, 2));
    expect((await viewAction(people.housing, reference, later(2)))?.colleagues.filter(({ helps }) => helps)).toEqual([]);
  });

  test("what the coordinator recorded counts with it", async () => {
    reference = await task(people.coordinator, item(meeting, 1), people.housing);
    done(await give(people.chair, people.police));
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", owner_id: people.police.personId });
  });

  test("not what is reported done or over", async () => {
    done(await reportDone(people.housing, { reference, version: 1, evidence: "Done" }, now));
    expect(problem(await give(people.chair, people.police, 2))).toMatchObject({ kind: "refused", rule: "action.illegalMove" });
  });

  test("only to somebody at the table, with a reason, and not to whose it is", async () => {
    expect(problem(await give(people.chair, people.northMember))).toMatchObject({ kind: "refused", rule: "action.ownerHasNoSeat" });
    await leaves(people.probation);
    expect(problem(await give(people.chair, people.probation))).toMatchObject({ kind: "refused", rule: "action.ownerHasNoSeat" });
    expect(problem(await give(people.chair, people.police, 1, { ownerId: randomUUID() }))).toMatchObject({ kind: "refused", rule: "action.ownerHasNoSeat" });
    expect(problem(await give(people.chair, people.housing))).toEqual({ kind: "invalid", fields: { ownerId: ["Select somebody else than its owner"] } });
    expect(problem(await give(people.chair, people.police, 1, { reason: " " }))).toEqual({ kind: "invalid", fields: { reason: ["Enter why the action goes to somebody else"] } });
    expect(await stored(world, reference)).toMatchObject({ version: 1, owner_id: people.housing.personId });
  });

  test.each(["housing", "colleague", "police", "councillor", "coordinator", "deputy"] as const)("the %s doesn't, and the attempt is on the trail", async (who) => {
    expect(problem(await give(people[who], people.police))).toEqual({ kind: "forbidden", permission: "action.reassign" });
    expect(await eventsOf(world, "access.refused")).toMatchObject([{ particulars: { permission: "action.reassign" } }]);
  });

  test.each(["northChair", "marpChair", "northMember", "bystander", "governance", "administrator"] as const)("to the %s it isn't there", async (who) => {
    expect(problem(await give(people[who], people.police))).toEqual({ kind: "notFound" });
  });

  test("the deputy does while the chair is absent or vacant", async () => {
    await attends(world, meeting, people.chair, "absent");
    expect(done(await give(people.deputy, people.police))).toEqual({ reference });
  });

  test("from an old page it is stale, and one form sent twice gives it once", async () => {
    expect(problem(await give(people.chair, people.police, 2))).toEqual({ kind: "stale" });
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([give(people.chair, people.police, 1, { submissionKey }), give(people.chair, people.police, 1, { submissionKey })]);
    expect(outcomes.map((outcome) => done(outcome).reference)).toEqual([reference, reference]);
    expect((await stepsOf(world, reference)).filter(({ kind }) => kind === "reassigned")).toHaveLength(1);
  });

  test("an action of another partnership isn't there", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await give(elsewhere.people.chair, elsewhere.people.police))).toEqual({ kind: "notFound" });
  });
});

describe("the database, past every command", () => {
  const change = (who: Actor, to: Actor, agency: string, over = "state = 'assigned', assigned_at = app.moment()") =>
    asPerson(who, `update actions set owner_id = $1, owner_agency_id = $2, ${over} where reference = $3`, [to.personId, agency, reference]);

  test("lets the chair give it to somebody at the table, and to nobody else", async () => {
    expect((await change(people.chair, people.police, world.agencies.police)).rowCount).toBe(1);
    await expect(change(people.chair, people.northMember, world.agencies.council)).rejects.toThrow("only the chair gives");
    await expect(change(people.chair, people.housing, world.agencies.police)).rejects.toThrow("only the chair gives");
    await expect(change(people.chair, people.housing, world.agencies.housing, "state = 'accepted', assigned_at = app.moment()")).rejects.toThrow("only the chair gives");
    await expect(change(people.chair, people.housing, world.agencies.housing, "assigned_at = '2026-01-01'")).rejects.toThrow("only the chair gives");
  });

  test("keeps the coordinator, its owner and the administrator from it", async () => {
    await expect(change(people.coordinator, people.police, world.agencies.police)).rejects.toThrow("only the chair gives");
    await expect(change(people.housing, people.police, world.agencies.police)).rejects.toThrow(/only the chair/);
    expect((await change(people.administrator, people.police, world.agencies.police)).rowCount).toBe(0);
  });
});

describe("rule 14: an action whose owner has gone", () => {
  const attention = async (who: Actor) => (await viewHome(who, {}, later(2))).attention.filter(({ kind }) => kind === "ownerGone" || kind === "allOwnerGone");

  test("stands in the plan and among what needs the chair, until it is given to somebody else", async () => {
    expect((await planOf(people.chair))?.actions).toMatchObject([{ reference, ownerGone: false }]);
    expect(await attention(people.chair)).toEqual([]);
    await leaves(people.housing);
    expect((await planOf(people.chair))?.actions).toMatchObject([{ reference, ownerGone: true, unanswered: false }]);
    expect((await planOf(people.chair, { status: "ownerless" }))?.actions).toMatchObject([{ reference }]);
    expect(await viewAction(people.chair, reference, later(2))).toMatchObject({ ownerGone: true, allowed: { reassign: true } });
    expect(await attention(people.chair)).toEqual([{ kind: "ownerGone", reference, agency: "Housing" }]);
    for (const who of [people.deputy, people.coordinator, people.police, people.northChair]) expect(await attention(who)).toEqual([]);
    done(await give(people.chair, people.police));
    expect((await planOf(people.chair, { status: "ownerless" }))?.actions).toEqual([]);
    expect(await attention(people.chair)).toEqual([]);
  });

  test("a seat that ended is the same; an office of the forum in its place is not", async () => {
    await owner.query("update memberships set until_on = '2026-12-07' where person_id = $1", [people.housing.personId]);
    expect(await attention(people.chair)).toHaveLength(1);
    await owner.query("insert into appointments (id, partnership_id, forum_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, $3, 'deputy', '2026-12-08')", [world.partnershipId, world.forums.CEN, people.housing.personId]);
    expect(await attention(people.chair)).toEqual([]);
  });

  test("while the chair is vacant it is for the deputy", async () => {
    await leaves(people.housing);
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect(await attention(people.deputy)).toHaveLength(1);
  });

  test("those at the table are offered, without whoever left", async () => {
    await leaves(people.colleague);
    const offered = (await viewAction(people.chair, reference, later(2)))?.others.map(({ personId }) => personId);
    expect(offered).toContain(people.police.personId);
    expect(offered).not.toContain(people.housing.personId);
    expect(offered).not.toContain(people.colleague.personId);
    expect((await viewAction(people.coordinator, reference, later(2)))?.others).toEqual([]);
  });
});

describe("rule 1: an appointment that ends within thirty days", () => {
  const warned = async (who: Actor) => (await viewHome(who, {}, now)).attention.filter(({ kind }) => kind === "appointmentEnds");
  const ends = (day: string | null) => owner.query("update appointments set until_on = $2 where person_id = $1", [people.deputy.personId, day]);

  test("warns the chair and the coordinator of that forum, and nobody else", async () => {
    await ends("2027-01-07");
    const warning = [{ kind: "appointmentEnds", forum: "CEN", office: "deputy", capacity: "substantive", until: "2027-01-07" }];
    for (const who of [people.chair, people.coordinator]) expect(await warned(who)).toEqual(warning);
    for (const who of [people.deputy, people.housing, people.northChair]) expect(await warned(who)).toEqual([]);
  });

  test("not one that ends later, and not once somebody is appointed to follow", async () => {
    await ends("2027-01-08");
    expect(await warned(people.chair)).toEqual([]);
    await ends("2027-01-07");
    await owner.query("insert into appointments (id, partnership_id, forum_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, $3, 'deputy', '2027-01-08')", [world.partnershipId, world.forums.CEN, people.police.personId]);
    expect(await warned(people.chair)).toEqual([]);
  });
});
