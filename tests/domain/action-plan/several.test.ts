import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { cancelSeveral } from "@/domain/action-plan/commands/cancel-several.ts";
import { moveSeveral } from "@/domain/action-plan/commands/move-several.ts";
import { reassignSeveral } from "@/domain/action-plan/commands/reassign-several.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { verifySeveral } from "@/domain/action-plan/commands/verify-several.ts";
import { viewSeveral } from "@/domain/action-plan/queries/view-several.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, eventsOf, item, later, type Meeting } from "../minutes/arrange.ts";
import { done, problem, stored, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let one: string;
let two: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
  one = await task(people.chair, item(meeting, 2), people.housing);
  two = await task(people.chair, item(meeting, 1), people.police);
});

const due = { day: "29", month: "12", year: "2026" };
const reason = "The hall is closed";

test("several change their date, go to one person, or are cancelled, each with its own step and event", async () => {
  expect(done(await moveSeveral(people.chair, { actions: [`${one}:1`, `${two}:1`], due, reason }, later(1)))).toEqual({ forum: "CEN", many: 2 });
  for (const each of [one, two]) expect(await stored(world, each)).toMatchObject({ due_on: "2026-12-29", version: 2 });
  expect(await eventsOf(world, "action.stepTaken")).toHaveLength(2);
  done(await reassignSeveral(people.chair, { actions: [`${one}:2`, `${two}:2`], ownerId: people.probation.personId, reason }, later(2)));
  for (const each of [one, two]) expect(await stored(world, each)).toMatchObject({ owner_id: people.probation.personId, state: "assigned" });
  done(await cancelSeveral(people.chair, { actions: [`${one}:3`, `${two}:3`], reason }, later(3)));
  for (const each of [one, two]) expect(await stored(world, each)).toMatchObject({ state: "cancelled" });
});

test("all or none: what stands in the way is named, and nothing is done", async () => {
  done(await reportDone(people.housing, { reference: one, version: 1, evidence: "Done" }, later(1)));
  expect(problem(await verifySeveral(people.chair, { actions: [`${one}:2`, `${two}:1`] }, later(2)))).toEqual({ kind: "refused", rule: "action.notAll", facts: { references: [two] } });
  expect(await stored(world, one)).toMatchObject({ state: "reported_done" });
  expect(problem(await moveSeveral(people.chair, { actions: [`${two}:7`, `${one}:2`], due, reason }, later(2)))).toMatchObject({ facts: { references: [one, two] } });
  done(await verifySeveral(people.chair, { actions: [`${one}:2`] }, later(3)));
  expect(await stored(world, one)).toMatchObject({ state: "verified" });
});

test("the page says beforehand with which it can be done and with which not", async () => {
  done(await reportDone(people.housing, { reference: one, version: 1, evidence: "Done" }, later(1)));
  expect(await viewSeveral(people.chair, { act: "verify", references: [one, two] }, later(2))).toMatchObject({ forum: "CEN", can: [{ reference: one, version: 2 }], cannot: [{ reference: two }] });
  expect(await viewSeveral(people.coordinator, { act: "verify", references: [one, two] }, later(2))).toMatchObject({ can: [] });
  expect(await viewSeveral(people.northChair, { act: "verify", references: [one, two] }, later(2))).toBeNull();
});

test.each(["coordinator", "deputy", "housing", "councillor"] as const)("the %s doesn't, and the attempt is on the trail", async (who) => {
  for (const run of [cancelSeveral(people[who], { actions: [`${one}:1`, `${two}:1`], reason }, later(1)), moveSeveral(people[who], { actions: [`${one}:1`], due, reason }, later(1))]) expect(problem(await run)).toMatchObject({ kind: "forbidden" });
  expect(await eventsOf(world, "access.refused")).toHaveLength(2);
});

test("elsewhere they aren't there, none is none, and one form sent twice does it once", async () => {
  for (const who of [people.northChair, people.bystander]) expect(problem(await cancelSeveral(who, { actions: [`${one}:1`], reason }, later(1)))).toEqual({ kind: "notFound" });
  expect(problem(await cancelSeveral(people.chair, { actions: "", reason }, later(1)))).toMatchObject({ kind: "invalid" });
  expect(problem(await reassignSeveral(people.chair, { actions: [`${one}:1`, `${two}:1`], ownerId: people.police.personId, reason }, later(1)))).toMatchObject({ kind: "invalid", fields: { ownerId: [expect.stringContaining(two)] } });
  const submissionKey = randomUUID();
  const sent = await Promise.all([1, 2].map(() => cancelSeveral(people.chair, { actions: [`${one}:1`, `${two}:1`], reason, submissionKey }, later(1))));
  expect(sent.map(done)).toEqual([{ forum: "CEN", many: 2 }, { forum: "CEN", many: 2 }]);
});

test("thanks stand on the home of whoever did it, and on nobody else's", async () => {
  done(await reportDone(people.housing, { reference: one, version: 1, evidence: "Done" }, later(1)));
  done(await verifyAction(people.chair, { reference: one, version: 2, thanks: "Quick and kind" }, later(2)));
  expect((await viewHome(people.housing, {}, later(3))).thanks).toMatchObject([{ reference: one, by: "Insp Ruth Calverley", words: "Quick and kind" }]);
  for (const who of [people.police, people.coordinator]) expect((await viewHome(who, {}, later(3))).thanks).toEqual([]);
});
