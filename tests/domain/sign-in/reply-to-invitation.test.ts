import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { viewReplies } from "@/domain/sign-in/queries/view-replies.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { done, doorsOpen, events, halfPastOne, heldBefore, published, scheduled, seen, sign, start, weekBefore } from "../meetings/arrange.ts";

const notFound = { ok: false, problem: { kind: "notFound" } };
const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const wrong = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });
const word = "Two visits in October; nobody answered.";
const attendance = async (world: World, who: Actor) =>
  (await owner.query<{ status: string }>("select status from attendances where partnership_id = $1 and person_id = $2", [world.partnershipId, who.personId])).rows.map(({ status }) => status);
const lineOf = async (reader: Actor, reference: string, who: Actor, now = weekBefore) => (await viewReplies(reader, { reference }, now))?.lines?.find((line) => line.personId === who.personId);

test("the last word counts: coming, apologies, word to the office, a deputy, and coming after all", async () => {
  const world = await aPartnership();
  const { housing, colleague, coordinator } = world.people;
  const reference = await scheduled(world);
  const say = async (over: Record<string, unknown>) => void done(await replyToInvitation(housing, { reference, ...over }, weekBefore));
  expect(await lineOf(coordinator, reference, housing)).toMatchObject({ expected: "unknown" });
  await say({ reply: "coming" });
  expect([await attendance(world, housing), (await lineOf(coordinator, reference, housing))?.expected]).toEqual([[], "coming"]);
  await say({ reply: "apologies" });
  expect([await attendance(world, housing), (await lineOf(coordinator, reference, housing))?.expected]).toEqual([["apologies"], "apologies"]);
  await say({ reply: "apologies_with_information", information: word });
  expect([await attendance(world, housing), await lineOf(coordinator, reference, housing)]).toMatchObject([["apologies_with_information"], { expected: "apologies_with_information", information: word }]);
  await say({ reply: "deputy", deputyId: colleague.personId, deputyCommits: "no" });
  expect([await attendance(world, housing), await lineOf(coordinator, reference, housing)]).toMatchObject([["apologies"], { expected: "deputy", information: null, deputy: colleague.name, deputyCommits: false }]);
  await say({ reply: "coming" });
  expect([await attendance(world, housing), await lineOf(coordinator, reference, housing)]).toMatchObject([[], { expected: "coming", deputy: null, deputyCommits: null }]);
  expect(await events(world, reference)).toEqual(["meeting.scheduled", ...Array.from({ length: 5 }, () => "register.replied")]);
});

test("whoever sent apologies and is there after all takes them back by signing, in one step", async () => {
  const world = await aPartnership();
  const { housing, coordinator } = world.people;
  const reference = await doorsOpen(world);
  done(await replyToInvitation(housing, { reference, reply: "deputy", deputyName: "Alex Moss", deputyCommits: "yes" }, halfPastOne));
  done(await sign(housing, reference));
  expect(await attendance(world, housing)).toEqual(["present"]);
  expect(await lineOf(coordinator, reference, housing, halfPastOne)).toMatchObject({ expected: "signed", deputy: null });
  expect((await viewReplies(housing, { reference }, halfPastOne))?.mine).toMatchObject({ reply: "coming", deputyCommits: null });
});

test("who has signed is present, and can't say otherwise", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  done(await sign(world.people.housing, reference));
  for (const reply of ["coming", "apologies"]) expect(await replyToInvitation(world.people.housing, { reference, reply }, start)).toMatchObject(refused("register.inApologies"));
  expect(await attendance(world, world.people.housing)).toEqual(["present"]);
  expect((await viewReplies(world.people.housing, { reference }, start))?.allowed).toEqual({ reply: false });
});

test("the office's record of an absence is known better than a reply, and a member takes it back by coming", async () => {
  const world = await aPartnership();
  const { police, coordinator } = world.people;
  const { recordAbsence } = await import("@/domain/sign-in/commands/record-absence.ts");
  const reference = await scheduled(world);
  done(await replyToInvitation(police, { reference, reply: "coming" }, weekBefore));
  done(await recordAbsence(coordinator, { reference, personId: police.personId, status: "absent" }, weekBefore));
  expect((await lineOf(coordinator, reference, police))?.expected).toBe("absent");
  done(await replyToInvitation(police, { reference, reply: "coming" }, weekBefore));
  expect((await lineOf(coordinator, reference, police))?.expected).toBe("coming");
});

test("a chair's deputy opens the doors while the chair is in apologies, and no longer once the chair comes after all", async () => {
  const world = await aPartnership();
  const { chair, deputy } = world.people;
  const reference = await published(world);
  done(await replyToInvitation(chair, { reference, reply: "apologies" }, weekBefore));
  done(await replyToInvitation(chair, { reference, reply: "coming" }, weekBefore));
  expect(await openDoors(deputy, await seen(world, reference), halfPastOne)).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
  done(await replyToInvitation(chair, { reference, reply: "apologies" }, weekBefore));
  expect((await openDoors(deputy, await seen(world, reference), halfPastOne)).ok).toBe(true);
});

test("what was sent word of is read by its writer and the chair's office, in the application and past it", async () => {
  const world = await aPartnership();
  const { housing, colleague, police, councillor, coordinator, northChair, governance } = world.people;
  const reference = await scheduled(world);
  done(await replyToInvitation(housing, { reference, reply: "apologies_with_information", information: word }, weekBefore));
  expect((await viewReplies(housing, { reference }, weekBefore))?.mine?.information).toBe(word);
  expect(JSON.stringify(await viewReplies(coordinator, { reference }, weekBefore))).toContain(word);
  for (const who of [colleague, police, councillor]) {
    const read = await viewReplies(who, { reference }, weekBefore);
    expect(read).toMatchObject({ mine: null, lines: null });
    expect(JSON.stringify(read)).not.toContain(word);
    expect(JSON.stringify(await viewRegister(who, { reference }, weekBefore))).not.toContain(word);
  }
  for (const who of [northChair, governance, (await aPartnership("Safer Otherwhere")).people.chair]) expect(await viewReplies(who, { reference }, weekBefore)).toBeNull();
  const client = await app.connect();
  await client.query("begin");
  await client.query("select app.enter($1, $2, $3)", [colleague.personId, world.partnershipId, weekBefore]);
  expect((await client.query("select * from meeting_replies")).rows).toEqual([]);
  await expect(client.query("delete from attendances")).rejects.toThrow("permission denied");
  await client.query("rollback");
  client.release();
});

test("what is missing, or isn't theirs to name, is said by the field", async () => {
  const world = await aPartnership();
  const { housing, colleague, police } = world.people;
  const reference = await scheduled(world);
  const say = (over: Record<string, unknown>) => replyToInvitation(housing, { reference, ...over }, weekBefore);
  expect(await say({ reply: "perhaps" })).toEqual(wrong({ reply: ["Select whether you will come"] }));
  expect(await say({ reply: "apologies_with_information", information: " " })).toEqual(wrong({ information: ["Enter what the chair's office should know"] }));
  expect(await say({ reply: "deputy", deputyCommits: "yes" })).toEqual(wrong({ deputyId: ["Select who comes for you, or enter their name"] }));
  expect(await say({ reply: "deputy", deputyId: colleague.personId, deputyName: "Alex Moss", deputyCommits: "yes" })).toEqual(wrong({ deputyName: ["Select who comes for you or enter their name, not both"] }));
  expect(await say({ reply: "deputy", deputyName: "Alex Moss" })).toEqual(wrong({ deputyCommits: ["Select whether they can commit your agency's resources"] }));
  for (const deputyId of [police.personId, housing.personId, randomUUID()]) expect(await say({ reply: "deputy", deputyId, deputyCommits: "yes" })).toEqual(wrong({ deputyId: ["Select somebody of your agency"] }));
  await owner.query("update people set left_at = now() where id = $1", [colleague.personId]);
  expect(await say({ reply: "deputy", deputyId: colleague.personId, deputyCommits: "yes" })).toEqual(wrong({ deputyId: ["Select somebody of your agency"] }));
  expect(await attendance(world, housing)).toEqual([]);
});

test("nobody replies to another forum's meeting, to one that is over or to a guess; two replies of one sending are one", async () => {
  const world = await aPartnership();
  const { housing, northMember, bystander, governance } = world.people;
  const reference = await scheduled(world);
  for (const who of [northMember, bystander, governance]) expect(await replyToInvitation(who, { reference, reply: "coming" }, weekBefore)).toEqual(notFound);
  expect(await replyToInvitation(housing, { reference: "CEN-2026-99", reply: "coming" }, weekBefore)).toEqual(notFound);
  const over = await heldBefore(world);
  expect(await replyToInvitation(housing, { reference: over, reply: "apologies" }, weekBefore)).toMatchObject(refused("meeting.notInThisState"));
  const submissionKey = randomUUID();
  const [first, second] = await Promise.all([1, 2].map(() => replyToInvitation(housing, { reference, reply: "apologies", submissionKey }, weekBefore)));
  expect(second).toEqual(first);
  expect((await events(world, reference)).filter((event) => event === "register.replied")).toHaveLength(1);
});
