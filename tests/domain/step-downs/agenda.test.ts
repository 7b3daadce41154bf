import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { listToHear } from "@/domain/step-downs/queries/list-step-downs.ts";
import { dropStepDown } from "@/domain/step-downs/commands/drop-step-down.ts";
import { returnCase } from "@/domain/step-downs/commands/return-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, type ArrangedCase, daysLater, now } from "../cases/arranged.ts";
import { aWatchedCase, done, prepare, sign, versionOf } from "./arranged.ts";

let world: World;
beforeAll(async () => void (world = await aPartnership()));

let many = 0;
/** A meeting that is planned, and the kinds on its draft agenda as one person sees it. */
async function aDraft(startsAt: Date): Promise<string> {
  many += 1;
  const reference = `CEN-20${40 + many}-01`;
  await insert("meetings", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, reference, kind: "extraordinary", state: "scheduled", starts_at: startsAt, place: "Town hall", limit_minutes: 120 });
  return reference;
}
const kindsOf = async (reference: string, at = now, who: Actor = world.people.coordinator) => (await viewAgenda(who, { reference }, at))?.lines.map(({ kind }) => kind) ?? [];
const heardAt = (startsAt: Date, who: Actor = world.people.coordinator, at = startsAt) =>
  transact({ ...who, now: at }, (tx) => listToHear(tx, world.forums.CEN, dayOf(startsAt), randomUUID()));
const heardOf = async (found: ArrangedCase, startsAt: Date) => (await heardAt(startsAt)).filter(({ reference }) => reference === found.reference).map(({ kind }) => kind);

test("a meeting hears of what is prepared, of what was signed between meetings, of a watch that is over and of what came back, and of nothing else", async () => {
  const draft = await aDraft(daysLater(10));
  expect(await kindsOf(draft)).not.toContain("step_downs");
  const found = await aCase(world);
  await prepare(world, found);
  expect(await kindsOf(draft)).toContain("step_downs");
  expect(await heardOf(found, daysLater(10))).toEqual(["proposed"]);

  done(await sign(world.people.chair, found));
  expect(await kindsOf(draft)).toContain("step_downs");
  expect(await heardOf(found, daysLater(10))).toEqual(["between"]);

  // a meeting heard it, on that item
  const meeting = await aMeetingOn(world, found, { starts_at: daysLater(10), state: "in_session" });
  await insert("agenda_items", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: meeting.id, position: 2, kind: "step_downs", planned_minutes: 5, outcome: "noted" });
  expect((await viewRoom(world.people.coordinator, { reference: meeting.reference, number: 2 }, daysLater(10)))?.item?.stepDowns).toMatchObject([{ reference: found.reference, kind: "between", leadAgency: "Housing" }]);
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [meeting.id, daysLater(10)]);
  const next = await aDraft(daysLater(40));
  expect(await kindsOf(next, daysLater(12))).not.toContain("step_downs");
  expect(await heardOf(found, daysLater(40))).toEqual([]);

  // its last day is 21 May: a meeting on that day hears nothing, one on the day after does
  const last = await aDraft(new Date("2027-05-21T13:00:00Z"));
  expect(await kindsOf(last, daysLater(12))).not.toContain("step_downs");
  const after = await aDraft(new Date("2027-05-22T13:00:00Z"));
  expect(await kindsOf(after, daysLater(12))).toContain("step_downs");
  expect(await heardOf(found, new Date("2027-05-22T13:00:00Z"))).toEqual(["over"]);

  done(await returnCase(world.people.coordinator, { reference: found.reference, version: await versionOf(found), reason: "It began again" }, daysLater(30)));
  expect(await kindsOf(next, daysLater(31))).toEqual(expect.arrayContaining(["case", "step_downs"]));
  expect(await heardOf(found, daysLater(40))).toEqual(["returned"]);
});

test("a step-down that was given up is nothing to hear, and nobody sees in it a case that is shut to them", async () => {
  world = await aPartnership("Safer Elsewhere");
  const found = await aCase(world);
  await prepare(world, found, { without: ["risk"] });
  done(await dropStepDown(world.people.coordinator, { reference: found.reference, version: await versionOf(found) }, now));
  expect(await heardOf(found, daysLater(10))).toEqual([]);

  const shut = await aWatchedCase(world);
  await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: shut.id, person_id: world.people.police.personId, silent: true, reason: "Family", decided_by_id: world.people.chair.personId, decided_at: now });
  const seenBy = async (who: Actor) => (await heardAt(daysLater(50), who, daysLater(1))).some(({ reference }) => reference === shut.reference);
  expect(await seenBy(world.people.probation)).toBe(true);
  expect(await seenBy(world.people.police)).toBe(false);
  expect(await seenBy(world.people.northChair)).toBe(false);
});
