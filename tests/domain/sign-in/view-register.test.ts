import { expect, test } from "vitest";
import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { randomUUID } from "node:crypto";
import { aCase, at, done, doorsOpen, halfPastOne, published, row, sign, start, weekBefore } from "../meetings/arrange.ts";

test("before signing: the declaration in full, for whom I sign, how many have signed; nobody's name and nothing of any case", async () => {
  const world = await aPartnership();
  const { housing, police } = world.people;
  await owner.query("update memberships set represents = 'The tenants', commits = false where person_id = $1", [housing.personId]);
  await aCase(world);
  const reference = await doorsOpen(world);
  done(await sign(police, reference));
  const model = await viewRegister(housing, { reference }, start);
  expect(model).toMatchObject({
    reference, forum: "CEN forum", state: "published", signed: 1, expected: 8, mySignature: null, myAbsence: null, lines: null,
    declaration: { version: 1, text: "I will keep what I hear in confidence." },
    representing: [{ agencyId: world.agencies.housing, agency: "Housing", represents: "The tenants", commits: false }],
    allowed: { sign: true, reply: true, recordAbsence: false, openPapers: false },
  });
  expect(JSON.stringify(model)).not.toMatch(/Older resident|Winifred|Shouting|CEN-1\b|Rowlands/);
});

test("after signing: my signature, everyone's place, and the papers", async () => {
  const world = await aPartnership();
  const { housing, police, probation, coordinator, colleague } = world.people;
  const reference = await doorsOpen(world);
  done(await replyToInvitation(police, { reference, reply: "apologies_with_information", information: "We visited twice." }, weekBefore));
  done(await recordAbsence(coordinator, { reference, personId: probation.personId, status: "absent" }, start));
  done(await sign(housing, reference));
  const model = await viewRegister(housing, { reference }, start);
  expect(model).toMatchObject({ mySignature: { signedAt: halfPastOne, agency: "Housing", represents: null, commits: true, declarationVersion: 1 }, allowed: { sign: false, reply: false, openPapers: true } });
  const said = Object.fromEntries((model?.lines ?? []).map((line) => [line.name, line.status]));
  expect(said).toMatchObject({ "Zofia Nowak": "present", "PC Nia Rowlands": "apologies_with_information", "Kemi Adeyemi": "absent", "Insp Ruth Calverley": null, [colleague.name]: null });
  expect(Object.keys(said)).toHaveLength(8);
});

test("the chair's office sees who is expected without signing; once the meeting is closed only what was recorded remains", async () => {
  const world = await aPartnership();
  const { coordinator, housing } = world.people;
  const reference = await doorsOpen(world);
  done(await sign(housing, reference));
  expect((await viewRegister(coordinator, { reference }, start))?.lines).toHaveLength(8);
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [(await row(world, reference)).id, at(110)]);
  const closed = await viewRegister(coordinator, { reference }, at(120));
  expect(closed).toMatchObject({ expected: 1, signed: 1, allowed: { sign: false, reply: false, recordAbsence: false } });
  expect(closed?.lines?.map((line) => line.name)).toEqual(["Zofia Nowak"]);
});

test("doors shut: nothing to sign yet, but apologies can be sent, and are shown back", async () => {
  const world = await aPartnership();
  const { housing } = world.people;
  const reference = await published(world);
  expect(await viewRegister(housing, { reference }, weekBefore)).toMatchObject({ allowed: { sign: false, reply: true } });
  done(await replyToInvitation(housing, { reference, reply: "apologies" }, weekBefore));
  expect(await viewRegister(housing, { reference }, weekBefore)).toMatchObject({ myAbsence: "apologies" });
});

test("somebody with two seats chooses for which agency they sign; who has left is not expected", async () => {
  const world = await aPartnership();
  const { housing, police } = world.people;
  await insert("memberships", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, person_id: housing.personId, agency_id: world.agencies.charity, from_on: "2025-01-01" });
  await owner.query("update people set left_at = '2026-11-01' where id = $1", [police.personId]);
  const reference = await doorsOpen(world);
  const model = await viewRegister(housing, { reference }, start);
  expect(model?.representing.map((seat) => seat.agency).toSorted()).toEqual(["Charity", "Housing"]);
  expect(model?.expected).toBe(7);
});

test("a stranger to the forum finds no register: other forum, no seat, partnership offices, another partnership, a guess", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const reference = await doorsOpen(world);
  const { northChair, northMember, marpMember, bystander, administrator, governance } = world.people;
  for (const who of [northChair, northMember, marpMember, bystander, administrator, governance, elsewhere.people.coordinator]) expect(await viewRegister(who, { reference }, start)).toBeNull();
  expect(await viewRegister(world.people.chair, { reference: "CEN-2026-12" }, start)).toBeNull();
});
