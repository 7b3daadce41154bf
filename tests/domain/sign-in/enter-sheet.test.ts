import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { enterSheet, enterSheetGuest } from "@/domain/sign-in/commands/enter-sheet.ts";
import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { viewSheet } from "@/domain/sign-in/queries/view-sheet.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { at, done, halfPastOne, inSession, published, row, start } from "../meetings/arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const invalid = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });

let world: World;
let reference: string;
/** In session from 2pm to 3:40pm; the chair signed on their own device. */
beforeEach(async () => {
  world = await aPartnership();
  reference = await inSession(world);
  await owner.query("update meetings set state = 'closed', closed_at = $2 where partnership_id = $1", [world.partnershipId, at(100)]);
});
const nextDay = at(24 * 60);
const enter = (who: (keyof World["people"])[], over: Record<string, unknown> = {}, by: Actor = world.people.coordinator, now = nextDay) => enterSheet(by, { reference, personIds: who.map((one) => world.people[one].personId), at: "1:55pm", ...over }, now);
const entered = async () => (await owner.query("select p.name, s.way, s.signed_at from sign_ins s join people p on p.id = s.person_id where s.partnership_id = $1 order by s.signed_at, p.name", [world.partnershipId])).rows;

test("who signed on paper is entered afterwards at the time the sheet gives, and is then present for good", async () => {
  done(await recordAbsence(world.people.coordinator, { reference: (await published(world, { kind: "extraordinary", on: { day: "11", month: "11", year: "2026" } })), personId: world.people.housing.personId, status: "absent" }, start));
  expect(done(await enter(["housing", "police"]))).toEqual({ reference, entered: 2 });
  done(await enter(["probation"], { at: "14:20" }));
  expect(await entered()).toEqual([
    { name: "Ruth Calverley", way: "own_device", signed_at: halfPastOne },
    { name: "Nia Rowlands", way: "printed_sheet", signed_at: at(-5) },
    { name: "Zofia Nowak", way: "printed_sheet", signed_at: at(-5) },
    { name: "Kemi Adeyemi", way: "printed_sheet", signed_at: at(20) },
  ]);
  const lines = (await viewRegister(world.people.coordinator, { reference }, nextDay))?.lines;
  expect(lines?.find(({ name }) => name === "Kemi Adeyemi")).toMatchObject({ status: "present", late: 20, enteredBy: "Priya Nandra" });
});

test("somebody who signed here as well keeps that signature; those who didn't are entered all the same", async () => {
  expect(done(await enter(["chair", "housing"]))).toMatchObject({ entered: 1 });
  expect(done(await enter(["housing"]))).toMatchObject({ entered: 0 });
  expect((await entered()).map(({ way }) => way)).toEqual(["own_device", "printed_sheet"]);
});

test("the time is one at which somebody could have signed", async () => {
  const outside = { before: "Time they signed must be after the doors opened", after: "Time they signed must be before now, and before the meeting closed" };
  expect(await enter(["housing"], { at: "1:29pm" })).toEqual(invalid({ at: [outside.before] }));
  expect(await enter(["housing"], { at: "3:41pm" })).toEqual(invalid({ at: [outside.after] }));
  expect(await enter(["housing"], { at: "soon" })).toEqual(invalid({ at: ["Time they signed must be a time, like 2pm or 2:30pm"] }));
  expect(await enter([], { at: "" })).toEqual(invalid({ personIds: ["Select who signed on paper"], at: ["Enter the time they signed"] }));
  // in the minute of the opening of the doors, whenever in it that was
  await owner.query("update meetings set doors_opened_at = $2 where partnership_id = $1", [world.partnershipId, new Date(halfPastOne.getTime() + 40_000)]);
  done(await enter(["housing"], { at: "1:30pm" }));
});

test("it is entered by the chair's office, for people of that forum, never by somebody for themselves", async () => {
  const { housing, northChair } = world.people;
  expect(await enter(["police"], {}, housing)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "register.keep" } });
  expect(await enter(["police"], {}, northChair)).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect(await enter(["police", "northMember"])).toEqual(refused("register.noSeat"));
  expect(await enter(["coordinator"])).toEqual(refused("register.noSeat"));
  expect(await entered()).toHaveLength(1);
});

test("it is entered until the minutes are sent, and the database holds to that", async () => {
  await owner.query("update meetings set state = 'circulated', circulated_at = $2 where partnership_id = $1", [world.partnershipId, nextDay]);
  expect(await enter(["housing"])).toEqual(refused("register.sheetOver"));
  const { rows } = await owner.query("select app.takes_signature($1, 'printed_sheet', $2) as takes", [(await row(world, reference)).id, start]);
  expect(rows).toEqual([{ takes: false }]);
  const before = await published(world, { kind: "extraordinary", on: { day: "11", month: "11", year: "2026" } });
  expect(await enter(["housing"], { reference: before })).toEqual(refused("register.sheetOver"));
});

test("entering meets the sending of the minutes in one order or the other", async () => {
  const sending = await owner.connect();
  try {
    await sending.query("begin");
    await sending.query("update meetings set state = 'circulated', circulated_at = $2, version = version + 1 where id = $1", [(await row(world, reference)).id, nextDay]);
    const entering = enter(["housing"]);
    await wait(150);
    await sending.query("commit");
    expect(await entering).toEqual(refused("register.sheetOver"));
  } finally {
    sending.release();
  }
  expect(await entered()).toHaveLength(1);
});

test("a guest from a blank line is entered with their time, once", async () => {
  const guest = (over: Record<string, unknown> = {}, by = world.people.coordinator) => enterSheetGuest(by, { reference, name: "Rosalind Ayre", organisation: "School", represents: "", commits: "no", at: "2:05pm", ...over }, nextDay);
  done(await guest());
  expect(await guest()).toEqual(refused("register.guestSigned"));
  expect(await guest({ name: "Other", at: "11am" })).toEqual(invalid({ at: ["Time they signed must be after the doors opened"] }));
  expect(await guest({ name: "Other" }, world.people.housing)).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
  expect((await owner.query("select name, way, signed_at from guest_sign_ins where partnership_id = $1", [world.partnershipId])).rows).toEqual([{ name: "Rosalind Ayre", way: "printed_sheet", signed_at: at(5) }]);
});

test("the sheet numbers everybody expected as it is printed, and says who is on the register and who is still on paper alone", async () => {
  const { coordinator, housing, northChair } = world.people;
  const sheet = await viewSheet(coordinator, { reference }, nextDay);
  expect(sheet?.lines.map(({ number, name }) => `${number} ${name}`)).toEqual([
    "1 Cllr Grace Hinchliffe", "2 Joanne Tice", "3 Priya Nandra", "4 Bev Moxon", "5 Zofia Nowak", "6 Insp Ruth Calverley", "7 PC Nia Rowlands", "8 Kemi Adeyemi",
  ]);
  expect(sheet?.lines.filter(({ signedAt }) => signedAt).map(({ number }) => number)).toEqual([6]);
  // whoever enters it is entered by somebody else
  expect(sheet?.enter.map(({ personId }) => personId)).toHaveLength(6);
  expect(sheet?.enter.map(({ personId }) => personId)).not.toContain(coordinator.personId);
  expect(sheet?.declaration).toEqual({ version: 1, text: "I will keep what I hear in confidence." });
  for (const who of [housing, northChair, world.people.governance]) expect(await viewSheet(who, { reference }, nextDay)).toBeNull();
});
