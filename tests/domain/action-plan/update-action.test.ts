import { beforeEach, expect, test } from "vitest";
import { updateAction } from "@/domain/action-plan/commands/update-action.ts";
import { readsNext } from "@/domain/meetings/queries/reads-next.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, anActionOn, daysLater, minutesLater, now } from "../cases/arranged.ts";

let world: World;
let id: string;
let reference: string;
beforeEach(async () => {
  world = await aPartnership();
  const onCase = await aCase(world);
  id = await anActionOn(world, onCase, await aMeetingOn(world, onCase), world.people.housing);
  reference = (await owner.query<{ reference: string }>("select reference from actions where id = $1", [id])).rows[0]?.reference ?? "";
});
const update = (who: Actor, over: Record<string, unknown> = {}) => updateAction(who, { reference, version: "1", how: "done", note: "The chain is fitted", capacityReason: "", ...over }, minutesLater(5));
const standing = async () => (await owner.query("select state::text, incomplete_kind::text as kind, capacity_reason::text as reason from actions where id = $1", [id])).rows[0] as unknown;

test.each([
  ["done", "", { state: "reported_done", kind: null, reason: null }],
  ["progress", "", { state: "in_progress", kind: null, reason: null }],
  ["circumstances_changed", "", { state: "incomplete", kind: "circumstances_changed", reason: null }],
  ["not_done", "staffing", { state: "incomplete", kind: "not_done", reason: "staffing" }],
])("its owner says that it is %s, with what the chair should know", async (how, capacityReason, stands) => {
  expect(await update(world.people.housing, { how, capacityReason })).toMatchObject({ ok: true, value: { reference } });
  expect(await standing()).toEqual(stands);
  expect((await owner.query<{ note: string }>("select note from action_steps where action_id = $1", [id])).rows).toEqual([{ note: "The chain is fitted" }]);
});

test("what stood in the way belongs to what was not done, and to nothing else", async () => {
  const { housing } = world.people;
  expect(await update(housing, { how: "not_done" })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { capacityReason: ["Select what stood in the way"] } } });
  expect(await update(housing, { capacityReason: "staffing" })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { capacityReason: ["Select what stood in the way only if the action was not done"] } } });
  expect(await update(housing, { how: "", note: "" })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { how: ["Select how the action stands"], note: ["Enter what the chair should know"] } } });
  expect(await standing()).toMatchObject({ state: "assigned" });
});

test("the link of somebody else's mail opens nothing, and what is over is not said twice", async () => {
  const { housing, police, chair, northMember } = world.people;
  expect(await update(police)).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "action.report" } });
  expect(await update(chair)).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "action.report" } });
  for (const who of [northMember, (await aPartnership("Safer Elsewhere")).people.housing]) expect(await update(who)).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect(await update(housing)).toMatchObject({ ok: true });
  expect(await update(housing)).toMatchObject({ ok: false, problem: { kind: "stale" } });
  expect(await update(housing, { version: "2" })).toMatchObject({ ok: false, problem: { kind: "refused", rule: "action.illegalMove" } });
});

test("when it is read is the next meeting of its forum, for whoever sees that", async () => {
  const { housing, northMember } = world.people;
  const onCase = await aCase(world);
  await aMeetingOn(world, onCase, { state: "scheduled", starts_at: daysLater(30) });
  await aMeetingOn(world, onCase, { state: "published", starts_at: daysLater(12) });
  expect(await readsNext(housing, "CEN", now)).toEqual(daysLater(12));
  expect(await readsNext(northMember, "CEN", now)).toBeNull();
});
