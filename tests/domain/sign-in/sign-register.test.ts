import { createHash, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { signRegister } from "@/domain/sign-in/commands/sign-register.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, insert, seated, type World } from "../../support/world.ts";
import { aCase, aSignature, at, done, doorsOpen, halfPastOne, inSession, published, row, scheduled, sign, start, weekBefore } from "../meetings/arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const invalid = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });
const notFound = { ok: false, problem: { kind: "notFound" } };

const signatures = async (world: World, reference: string) =>
  (await owner.query<{ person_id: string; agency_id: string; represents: string | null; commits: boolean; declaration_hash: Buffer; signed_at: Date; version: number }>(
    "select s.*, d.version from sign_ins s join meetings m on m.id = s.meeting_id join declarations d on d.id = s.declaration_id where m.partnership_id = $1 and m.reference = $2 order by s.signed_at", [world.partnershipId, reference])).rows;
const attendance = async (world: World, reference: string, who?: Actor) =>
  (await owner.query<{ status: string; person_id: string; recorded_by_id: string }>(
    "select a.* from attendances a join meetings m on m.id = a.meeting_id where m.partnership_id = $1 and m.reference = $2 and ($3::uuid is null or a.person_id = $3)", [world.partnershipId, reference, who?.personId ?? null])).rows;
const statuses = async (world: World, reference: string, who?: Actor) => (await attendance(world, reference, who)).map((each) => each.status);

/** What row-level security leaves of a case to this person: its nameless twin (D1) and its content (D2). */
const sight = (who: Actor, caseId: string, now: Date) =>
  transact({ ...who, now }, async (tx) => ({
    twins: (await tx.$queryRaw<unknown[]>`select 1 from case_twins where case_id = ${caseId}::uuid`).length,
    contents: (await tx.$queryRaw<unknown[]>`select 1 from case_contents where case_id = ${caseId}::uuid`).length,
  }));

test("a signature is attendance and acceptance at once: for whom, with the declaration's version and hash", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { housing } = world.people;
  done(await signRegister(housing, aSignature(housing, reference, { represents: "Hallamford's housing associations", commits: "no" }), halfPastOne));
  expect(await signatures(world, reference)).toEqual([
    expect.objectContaining({
      person_id: housing.personId, agency_id: world.agencies.housing, represents: "Hallamford's housing associations", commits: false, version: 1,
      declaration_hash: createHash("sha256").update("I will keep what I hear in confidence.").digest(), signed_at: halfPastOne,
    }),
  ]);
  expect(await attendance(world, reference)).toEqual([expect.objectContaining({ person_id: housing.personId, status: "present", recorded_by_id: housing.personId })]);
  const { rows } = await owner.query<{ particulars: Record<string, unknown> }>("select particulars from audit_events where partnership_id = $1 and event = 'register.signed'", [world.partnershipId]);
  expect(rows).toEqual([{ particulars: { way: "own_device", signInId: expect.any(String), declarationVersion: 1 } }]);
});

test("both boxes are ticked by the person, and the rest is asked for by its field", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { housing } = world.people;
  const bare = { reference, declarationVersion: 1, agencyId: housing.agencyId, represents: "" };
  expect(await signRegister(housing, bare, halfPastOne)).toEqual(
    invalid({ commits: ["Select whether you can commit your agency's resources"], attends: ["Confirm that you are attending this meeting"], accepts: ["Accept the confidentiality declaration"] }),
  );
  expect(await signRegister(housing, { ...bare, commits: "yes", attends: "yes" }, halfPastOne)).toEqual(invalid({ accepts: ["Accept the confidentiality declaration"] }));
  expect(await signRegister(housing, aSignature(housing, reference, { agencyId: world.agencies.police }), halfPastOne)).toEqual(invalid({ agencyId: ["Select the agency you represent"] }));
  expect(await signatures(world, reference)).toEqual([]);
  expect(await attendance(world, reference)).toEqual([]);
});

test("who has signed can't sign again, and is told when they did: from two devices at once, too", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { housing, police } = world.people;
  done(await sign(housing, reference));
  expect(await sign(housing, reference, start)).toEqual({ ok: false, problem: { kind: "refused", rule: "register.alreadySigned", facts: { at: "10 November 2026 at 1:30pm" } } });
  const outcomes = await Promise.all([1, 2, 3].map(() => sign(police, reference)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([refused("register.alreadySigned"), refused("register.alreadySigned")]);
  expect(await signatures(world, reference)).toHaveLength(2);
});

test("a signature under way on another device is waited for, and then found", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { police } = world.people;
  const other = await owner.connect();
  try {
    await other.query("begin");
    await other.query(
      "insert into sign_ins (id, partnership_id, forum_id, meeting_id, person_id, agency_id, commits, declaration_id, declaration_hash, signed_at) values ($1, $2, $3, $4, $5, $6, true, $7, '\\x00', $8)",
      [randomUUID(), world.partnershipId, world.forums.CEN, (await row(world, reference)).id, police.personId, police.agencyId, world.declarationId, halfPastOne]);
    const signing = sign(police, reference, start);
    await wait(200);
    await other.query("commit");
    expect(await signing).toMatchObject(refused("register.alreadySigned"));
  } finally {
    other.release();
  }
  expect(await signatures(world, reference)).toHaveLength(1);
});

test("a double click signs once and answers the same", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { police } = world.people;
  const submissionKey = randomUUID();
  const [first, second] = await Promise.all([1, 2].map(() => signRegister(police, aSignature(police, reference, { submissionKey }), halfPastOne)));
  expect(first).toEqual({ ok: true, value: { reference } });
  expect(second).toEqual(first);
});

test("the register is shut before the doors open and after the meeting closes; who comes late signs late", async () => {
  const world = await aPartnership();
  const { housing, probation } = world.people;
  for (const reference of [await scheduled(world), await published(world, { kind: "extraordinary" })]) expect(await sign(housing, reference)).toMatchObject(refused("meeting.doorsShut"));
  const reference = await inSession(world, { kind: "extraordinary" });
  done(await sign(probation, reference, at(40)));
  for (const state of ["closed", "circulated", "confirmed"]) {
    await owner.query("update meetings set state = $2::meeting_state, closed_at = $3 where id = $1", [(await row(world, reference)).id, state, at(110)]);
    expect(await sign(housing, reference, at(111))).toMatchObject(refused("meeting.doorsShut"));
  }
  expect(await signatures(world, reference)).toHaveLength(2);
});

test("a declaration adopted since the page was drawn is read before it is signed", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { housing } = world.people;
  const text = "I will keep what I hear in confidence, and say who else heard it.";
  await insert("declarations", { id: randomUUID(), partnership_id: world.partnershipId, version: 2, text, hash: createHash("sha256").update(text).digest(), adopted_on: "2026-11-10" });
  await insert("declarations", { id: randomUUID(), partnership_id: world.partnershipId, version: 3, text: "Not yet adopted.", hash: Buffer.from("00", "hex"), adopted_on: "2026-11-11" });
  expect(await sign(housing, reference)).toEqual({ ok: false, problem: { kind: "stale" } });
  done(await signRegister(housing, aSignature(housing, reference, { declarationVersion: 2 }), halfPastOne));
  expect((await signatures(world, reference))[0]).toMatchObject({ version: 2, declaration_hash: createHash("sha256").update(text).digest() });
});

test("who has no seat and no office finds no register: other forum, other partnership, a seat that ended, a guess", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const reference = await doorsOpen(world);
  const { northChair, northMember, bystander, administrator, governance, police } = world.people;
  await owner.query("update memberships set until_on = '2026-11-09' where person_id = $1", [police.personId]);
  for (const who of [northChair, northMember, bystander, administrator, governance, police, elsewhere.people.housing]) expect(await sign(who, reference)).toEqual(notFound);
  expect(await sign(world.people.housing, "CEN-2026-12")).toEqual(notFound);
  expect(await signatures(world, reference)).toEqual([]);
});

test("an office without a seat signs for the person's own agency", async () => {
  const world = await aPartnership();
  const { bystander } = world.people;
  await appointed(world, bystander, world.forums.CEN, "coordinator");
  const reference = await doorsOpen(world);
  done(await sign(bystander, reference));
  expect((await signatures(world, reference))[0]).toMatchObject({ agency_id: world.agencies.council });
});

test("nobody is both present and in apologies: signing moves apologies, and nothing moves a signature", async () => {
  const world = await aPartnership();
  const { housing, colleague, coordinator } = world.people;
  const reference = await published(world);
  done(await replyToInvitation(housing, { reference, reply: "apologies" }, weekBefore));
  expect(await statuses(world, reference, housing)).toEqual(["apologies"]);
  done(await replyToInvitation(housing, { reference, reply: "apologies_with_information", information: "We visited twice." }, weekBefore));
  expect(await statuses(world, reference, housing)).toEqual(["apologies_with_information"]);
  done(await recordAbsence(coordinator, { reference, personId: colleague.personId, status: "apologies" }, weekBefore));
  await owner.query("update meetings set doors_opened_at = $2 where id = $1", [(await row(world, reference)).id, halfPastOne]);
  for (const who of [housing, colleague]) {
    done(await sign(who, reference));
    expect(await attendance(world, reference, who)).toEqual([expect.objectContaining({ status: "present", recorded_by_id: who.personId })]);
  }
  expect(await replyToInvitation(housing, { reference, reply: "apologies" }, start)).toMatchObject(refused("register.inApologies"));
  expect(await recordAbsence(coordinator, { reference, personId: housing.personId, status: "absent" }, start)).toMatchObject(refused("register.inApologies"));
  expect(await statuses(world, reference)).toEqual(["present", "present"]);
});

test("apologies and a signature sent at once end as one row, and as present", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const { housing, colleague, police, probation, coordinator } = world.people;
  const people = [housing, colleague, police, probation];
  const outcomes = await Promise.all(people.flatMap((who) => [replyToInvitation(who, { reference, reply: "apologies" }, start), sign(who, reference), recordAbsence(coordinator, { reference, personId: who.personId, status: "absent" }, start)]));
  expect(outcomes.filter((_, index) => index % 3 === 1).every((outcome) => outcome.ok)).toBe(true);
  expect(await statuses(world, reference)).toEqual(["present", "present", "present", "present"]);
});

test("apologies are taken until the meeting closes, from those who belong to it", async () => {
  const world = await aPartnership();
  const { housing, northMember, bystander, coordinator, police } = world.people;
  const reference = await scheduled(world);
  done(await replyToInvitation(housing, { reference, reply: "apologies" }, weekBefore));
  for (const who of [northMember, bystander]) expect(await replyToInvitation(who, { reference, reply: "apologies" }, weekBefore)).toEqual(notFound);
  expect(await replyToInvitation(police, { reference }, weekBefore)).toEqual(invalid({ reply: ["Select whether you will come"] }));
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [(await row(world, reference)).id, at(110)]);
  expect(await replyToInvitation(police, { reference, reply: "apologies" }, at(120))).toMatchObject(refused("meeting.notInThisState"));
  expect(await recordAbsence(coordinator, { reference, personId: police.personId, status: "absent" }, at(120))).toMatchObject(refused("meeting.notInThisState"));
  expect(await statuses(world, reference)).toEqual(["apologies"]);
});

test("only the chair's office records for others, and only people round the table; presence comes by signature alone", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const { housing, police, northMember, coordinator, northChair } = world.people;
  const reference = await published(world);
  expect(await recordAbsence(housing, { reference, personId: police.personId, status: "absent" }, start)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "register.recordAbsence" } });
  expect(await recordAbsence(northChair, { reference, personId: police.personId, status: "absent" }, start)).toEqual(notFound);
  for (const stranger of [northMember, elsewhere.people.police]) expect(await recordAbsence(coordinator, { reference, personId: stranger.personId, status: "absent" }, start)).toMatchObject(refused("register.noSeat"));
  expect(await recordAbsence(coordinator, { reference, personId: police.personId, status: "present" }, start)).toEqual(invalid({ status: ["Select what to record"] }));
  done(await recordAbsence(coordinator, { reference, personId: police.personId, status: "apologies_with_information" }, start));
  expect(await attendance(world, reference)).toEqual([expect.objectContaining({ person_id: police.personId, status: "apologies_with_information", recorded_by_id: coordinator.personId })]);
});

test("a signature that meets the closing of the meeting waits for it, and finds the register shut", async () => {
  const world = await aPartnership();
  const reference = await inSession(world);
  const closing = await owner.connect();
  try {
    await closing.query("begin");
    await closing.query("update meetings set state = 'closed', closed_at = $2, version = version + 1 where id = $1", [(await row(world, reference)).id, at(110)]);
    let answered = false;
    const signing = sign(world.people.housing, reference, at(110)).finally(() => (answered = true));
    await wait(200);
    expect(answered).toBe(false);
    await closing.query("commit");
    expect(await signing).toMatchObject(refused("meeting.doorsShut"));
  } finally {
    closing.release();
  }
  expect(await signatures(world, reference)).toHaveLength(1);
  expect(await statuses(world, reference, world.people.housing)).toEqual([]);
});

test("fifty who sign at once are all on the register, once each, and the audit chain holds", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const crowd: Actor[] = [];
  for (let n = 0; n < 50; n += 1) {
    const personId = randomUUID();
    await insert("people", { id: personId, partnership_id: world.partnershipId, agency_id: world.agencies.charity, name: `Volunteer ${n}`, post: "Volunteer", email: `${personId}@testham.example` });
    const who = { ...world.people.housing, personId, agencyId: world.agencies.charity, name: `Volunteer ${n}` };
    await seated(world, who, world.forums.CEN);
    crowd.push(who);
  }
  const outcomes = await Promise.all(crowd.map((who) => sign(who, reference)));
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([]);
  const signed = (await signatures(world, reference)).map((each) => each.person_id);
  expect(signed.toSorted()).toEqual(crowd.map((who) => who.personId).toSorted());
  expect(await statuses(world, reference)).toEqual(crowd.map(() => "present"));
  const { rows } = await owner.query("select ok, checked::int from app.verify_audit_chain() where partnership_id = $1", [world.partnershipId]);
  expect(rows).toEqual([{ ok: true, checked: 53 }]);
});

test("the signature opens the papers, and nothing else does: a member, a councillor, an office, a stranger", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const onAgenda = await aCase(world);
  const reference = await doorsOpen(world);
  const notOnAgenda = await aCase(world);
  const { housing, councillor, police, chair, coordinator, northChair, northMember, bystander, administrator, governance } = world.people;

  for (const who of [housing, councillor, police]) expect(await sight(who, onAgenda.id, start)).toEqual({ twins: 1, contents: 0 });
  done(await replyToInvitation(police, { reference, reply: "apologies_with_information", information: "We visited twice." }, halfPastOne));
  done(await sign(housing, reference));
  done(await sign(councillor, reference));
  for (const who of [housing, councillor]) {
    expect(await sight(who, onAgenda.id, start)).toEqual({ twins: 1, contents: 1 });
    expect(await sight(who, notOnAgenda.id, start)).toEqual({ twins: 1, contents: 0 });
  }
  expect(await sight(police, onAgenda.id, start)).toEqual({ twins: 1, contents: 0 });
  for (const who of [chair, coordinator]) expect(await sight(who, notOnAgenda.id, start)).toEqual({ twins: 1, contents: 1 });
  for (const who of [northChair, northMember, bystander, administrator, governance, elsewhere.people.chair]) expect(await sight(who, onAgenda.id, start)).toEqual({ twins: 0, contents: 0 });

  const meetingId = (await row(world, reference)).id;
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [meetingId, at(110)]);
  expect(await sight(housing, onAgenda.id, at(59 * 24 * 60))).toMatchObject({ contents: 1 });
  expect(await sight(housing, onAgenda.id, at(61 * 24 * 60))).toEqual({ twins: 1, contents: 0 });
  await owner.query("update meetings set state = 'confirmed', confirmed_at = $2 where id = $1", [meetingId, at(111)]);
  expect(await sight(housing, onAgenda.id, at(112))).toEqual({ twins: 1, contents: 0 });
});

test("where the terms of reference don't admit elected members, a councillor's signature opens no papers", async () => {
  const world = await aPartnership();
  const { councillor, northChair, northMember } = world.people;
  const found = await aCase(world);
  const reference = await doorsOpen(world);
  await owner.query("update terms_of_reference set admits_elected_members = false where forum_id = $1", [world.forums.CEN]);
  done(await sign(councillor, reference));
  expect(await sight(councillor, found.id, start)).toEqual({ twins: 1, contents: 0 });
  await owner.query("update terms_of_reference set admits_elected_members = true where forum_id = $1", [world.forums.CEN]);
  expect(await sight(councillor, found.id, start)).toEqual({ twins: 1, contents: 1 });
  for (const who of [northChair, northMember]) expect(await sight(who, found.id, start)).toEqual({ twins: 0, contents: 0 });
});
