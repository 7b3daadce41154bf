import { expect, test } from "vitest";
import { decideConcern } from "@/domain/concerns/commands/decide-concern.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { listWaitingAt } from "@/domain/concerns/queries/list-waiting-at.ts";
import { viewConcernHome } from "@/domain/concerns/queries/view-concern-home.ts";
import { viewDecisionCheck } from "@/domain/concerns/queries/view-concern.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { scheduled } from "../meetings/arrange.ts";
import { aLogged, aRaised, type Arranged, done, now } from "./arrange.ts";

const kinds = async (world: World, reference: string, who = world.people.coordinator) => (await viewMeeting(who, { reference }, now))?.items.map(({ kind }) => kind);

async function decline(world: World, { reference }: Arranged) {
  done(await proposeAnswer(world.people.coordinator, { reference, decision: "declined", reason: "One service can do it" }, now));
  const check = await viewDecisionCheck(world.people.chair, { reference, proposedById: world.people.coordinator.personId }, now);
  done(await decideConcern(world.people.chair, { reference, version: 1, proposedById: world.people.coordinator.personId, proposedAt: check?.proposal.proposedAt.toISOString() }, now));
}

test("a draft agenda takes up concerns while some await triage, after the actions, the same for every member, and lets go of them once they are decided", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  expect(await kinds(world, reference)).not.toContain("concerns");
  await aLogged(world);
  expect(await kinds(world, reference)).not.toContain("concerns");
  const concern = await aRaised(world);
  const items = await kinds(world, reference);
  expect(items?.indexOf("concerns")).toBe((items?.indexOf("actions") ?? 0) + 1);
  expect(await kinds(world, reference, world.people.housing)).toEqual(items);
  await decline(world, concern);
  expect(await kinds(world, reference)).not.toContain("concerns");
});

test("in the room the chair's office sees what waits, and nobody else does", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const concern = await aRaised(world);
  for (const who of [world.people.chair, world.people.deputy, world.people.coordinator]) expect(await listWaitingAt(who, reference, now)).toMatchObject([{ reference: concern.reference, ward: "Eastholme", waited: 0 }]);
  for (const who of [world.people.councillor, world.people.housing, world.people.northChair, world.people.governance, world.people.bystander]) expect(await listWaitingAt(who, reference, now)).toBeNull();
});

test("the home page: a councillor's own with how far they have come, the chair's office what waits, and a councillor never invited whom to ask", async () => {
  const world = await aPartnership();
  const concern = await aRaised(world);
  await aLogged(world);
  expect(await viewConcernHome(world.people.councillor, {}, now)).toMatchObject({ isCouncillor: true, own: [{ reference: concern.reference, progress: { step: "received" }, replies: [] }], log: [{ state: "logged" }], wards: [{ ward: "Eastholme", chair: expect.stringContaining(" "), hasSeat: true }], waiting: null });
  expect((await viewConcernHome(world.people.chair, {}, now)).waiting).toMatchObject({ many: 1, oldest: 0, late: 0, decides: true });
  expect((await viewConcernHome(world.people.coordinator, {}, new Date("2026-12-08T09:00:00Z"))).waiting).toMatchObject({ many: 1, oldest: 7, late: 1, decides: false });
  expect(await viewConcernHome(world.people.housing, {}, now)).toMatchObject({ isCouncillor: false, own: [], log: [], wards: [], waiting: null });
});

test("however many were raised, the surgery log stands on the home page too", async () => {
  const world = await aPartnership();
  const logged = await aLogged(world);
  for (let n = 0; n < 9; n += 1) await aRaised(world);
  const { own, log } = await viewConcernHome(world.people.councillor, {}, now);
  expect([own.length, log.map(({ reference }) => reference)]).toEqual([8, [logged.reference]]);
});
