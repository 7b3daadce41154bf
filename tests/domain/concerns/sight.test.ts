import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { decideConcern } from "@/domain/concerns/commands/decide-concern.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { listConcerns } from "@/domain/concerns/queries/list-concerns.ts";
import { viewConcern, viewDecisionCheck } from "@/domain/concerns/queries/view-concern.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, anActionOn, type ArrangedCase } from "../cases/arranged.ts";
import { aRaised, type Arranged, done, mailsTo, minutesLater, now } from "./arrange.ts";

// Rule 8 through a concern: whoever is recused from the case that it went to learns nothing more of the case by it.

let world: World;
let onto: ArrangedCase;
let concern: Arranged;
beforeEach(async () => {
  world = await aPartnership();
  onto = await aCase(world, {}, world.people.coordinator, now);
  concern = await aRaised(world);
});
const who = () => world.people;

const recused = (person: Actor, silent: boolean) =>
  owner.query("insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, reason, decided_by_id, decided_at) values (gen_random_uuid(), $1, $2, $3, $4, $5, 'A neighbour of theirs', $6, $7)", [world.partnershipId, world.forums.CEN, onto.id, person.personId, silent, who().chair.personId, now]);
const join = async () => {
  done(await proposeAnswer(who().chair, { reference: concern.reference, decision: "joined", caseReference: onto.reference, reason: "The meeting works on it." }, now));
  const check = await viewDecisionCheck(who().chair, { reference: concern.reference, proposedById: who().chair.personId }, now);
  done(await decideConcern(who().chair, { reference: concern.reference, version: check?.version, proposedById: who().chair.personId, proposedAt: check?.proposal.proposedAt.toISOString() }, minutesLater(10)));
};

test.each([["openly", false], ["silently", true]])("the coordinator, %s recused, sees a proposal to join it to that case no more than the case, and proposes another without noticing", async (_, silent) => {
  await recused(who().coordinator, silent);
  done(await proposeAnswer(who().chair, { reference: concern.reference, decision: "joined", caseReference: onto.reference, reason: "The meeting works on it." }, now));
  const seen = await viewConcern(who().coordinator, concern.reference);
  expect(seen).toMatchObject({ state: "raised", office: { proposals: [] } });
  expect(JSON.stringify(seen)).not.toContain(onto.reference);
  expect(await proposeAnswer(who().coordinator, { reference: concern.reference, decision: "joined", caseReference: onto.reference, reason: "I think so" }, now)).toMatchObject({ problem: { fields: { caseReference: ["Enter the reference of an open case of this forum"] } } });
  done(await proposeAnswer(who().coordinator, { reference: concern.reference, decision: "declined", reason: "Not ours" }, now));
  expect((await viewConcern(who().chair, concern.reference))?.office?.proposals).toHaveLength(2);
});

test.each([["openly", false], ["silently", true]])("joined, the concern is nowhere for whoever of the chair's office is %s recused: not its page, not a list, not a count", async (_, silent) => {
  await recused(who().coordinator, silent);
  await join();
  expect(await viewConcern(who().chair, concern.reference)).toMatchObject({ state: "joined", office: { caseReference: onto.reference } });
  expect(await viewConcern(who().coordinator, concern.reference)).toBeNull();
  const { counts } = await listConcerns(who().coordinator, { list: null, page: 1 });
  expect(counts).toEqual({ waiting: 0, decided: 0, answered: 0, mine: 0, log: 0 });
  for (const list of ["waiting", "decided", "answered", "mine", "log"] as const) expect((await listConcerns(who().coordinator, { list, page: 1 })).concerns).toEqual([]);
});

test("recused after it was joined, it is gone from then on, and back when the recusal is lifted", async () => {
  await join();
  expect(await viewConcern(who().coordinator, concern.reference)).not.toBeNull();
  await recused(who().coordinator, true);
  expect(await viewConcern(who().coordinator, concern.reference)).toBeNull();
  const { rows } = await owner.query<{ id: string }>("select id from recusals where case_id = $1", [onto.id]);
  await owner.query("insert into recusal_lifts (recusal_id, partnership_id, forum_id, case_id, reason, lifted_by_id, lifted_at) values ($1, $2, $3, $4, 'Moved away', $5, now())", [rows[0]?.id, world.partnershipId, world.forums.CEN, onto.id, who().chair.personId]);
  expect(await viewConcern(who().coordinator, concern.reference)).not.toBeNull();
});

test.each([["openly", false], ["silently", true]])("whoever raised it, %s recused, keeps their words and their answer, and learns of no action, no step down and no case by them", async (_, silent) => {
  await recused(who().councillor, silent);
  await join();
  await anActionOn(world, onto, await aMeetingOn(world, onto), who().housing);
  await owner.query("update actions set assigned_at = $2 where case_id = $1", [onto.id, minutesLater(60)]);
  const mine = await viewConcern(who().councillor, concern.reference, minutesLater(90));
  expect(mine).toMatchObject({ isMine: true, what: expect.stringContaining("motorcycles"), progress: { step: "with_meeting", note: "working" }, office: null, steps: [{ words: "The meeting works on it." }] });
  await owner.query("update cases set stage = 'stepped_down' where id = $1", [onto.id]);
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ progress: { step: "with_meeting", note: "working" } });
  expect(JSON.stringify(await viewConcern(who().councillor, concern.reference))).not.toContain(onto.reference);
});

test("whoever raised it and isn't recused sees an action agreed, then done, then the case under watch, never which, whose or how many", async () => {
  const meeting = await aMeetingOn(world, onto);
  const before = await anActionOn(world, onto, meeting, who().police, "accepted");
  await owner.query("update actions set assigned_at = $2 where id = $1", [before, minutesLater(-600)]);
  await join();
  const note = async () => (await viewConcern(who().councillor, concern.reference))?.progress;
  // what was agreed before the concern came to it was not agreed for it
  expect(await note()).toEqual({ step: "with_meeting", note: "working" });
  const action = await anActionOn(world, onto, meeting, who().housing);
  await owner.query("update actions set assigned_at = $2 where id = $1", [action, minutesLater(60)]);
  expect(await note()).toEqual({ step: "action", note: "acted" });
  await owner.query("update actions set state = 'verified', ended_at = $2 where id = $1", [action, minutesLater(600)]);
  expect(await note()).toEqual({ step: "action", note: "acted_done" });
  await owner.query("update cases set stage = 'stepped_down' where id = $1", [onto.id]);
  // that it is watched they see where the step-down says that they are told
  expect(await note()).toEqual({ step: "action", note: "acted_done" });
  await insert("step_downs", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: onto.id, begun_by_id: who().chair.personId, begun_at: now, signed_by_id: who().chair.personId, signed_at: now, watch_months: 6, check_months: 2, watch_until: "2027-05-27", lead_agency_id: world.agencies.council, return_trigger: "A report", raiser_told_by_id: world.agencies.council });
  expect(await note()).toEqual({ step: "action", note: "watched" });
  const seen = JSON.stringify(await viewConcern(who().councillor, concern.reference));
  for (const secret of [onto.reference, onto.id, "Zofia", "Housing", "Marjorie"]) expect(seen).not.toContain(secret);
});

test("the chair recused from the case: the deputy joins it, and from then on it is the deputy's", async () => {
  await recused(who().chair, false);
  done(await proposeAnswer(who().deputy, { reference: concern.reference, decision: "joined", caseReference: onto.reference, reason: "The meeting works on it." }, now));
  expect((await viewConcern(who().chair, concern.reference))?.office?.proposals).toEqual([]);
  const check = await viewDecisionCheck(who().deputy, { reference: concern.reference, proposedById: who().deputy.personId }, now);
  expect(check).toMatchObject({ mayDecide: true });
  done(await decideConcern(who().deputy, { reference: concern.reference, version: check?.version, proposedById: who().deputy.personId, proposedAt: check?.proposal.proposedAt.toISOString() }, now));
  expect(await viewConcern(who().chair, concern.reference)).toBeNull();
  expect(await viewConcern(who().deputy, concern.reference)).toMatchObject({ allowed: { reply: true } });
});
test("a mail tells the raiser the same, whatever was decided and whoever is recused", async () => {
  await recused(who().councillor, true);
  await join();
  expect(await mailsTo(who().councillor)).toEqual([{ template: "concern.decided", facts: { concern: concern.reference } }]);
});
