import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { inviteToItem } from "@/domain/invitations/commands/invite-to-item.ts";
import { withdrawInvitation } from "@/domain/invitations/commands/withdraw-invitation.ts";
import { viewInvitations } from "@/domain/invitations/queries/view-invitations.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { openPaper } from "@/domain/meetings/queries/open-paper.ts";
import { listMeetings } from "@/domain/meetings/queries/list-meetings.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, eventsOf, minutesLater, move, now } from "../cases/arranged.ts";

// Rule 26: a case invitee sees that case alone, from the item's opening to the meeting's close. The allocated social worker has no seat.

let world: World;
let hana: Actor;
let found: ArrangedCase;
let meeting: Awaited<ReturnType<typeof aMeetingOn>>;
beforeAll(async () => {
  world = await aPartnership();
  hana = world.people.bystander;
});
beforeEach(async () => {
  await owner.query("update meetings set state = 'closed', closed_at = $2 where partnership_id = $1", [world.partnershipId, now]);
  found = await aCase(world);
  meeting = await aMeetingOn(world, found, { state: "published" });
});

const invite = (over: Record<string, unknown> = {}, by: Actor = world.people.coordinator) => inviteToItem(by, { reference: meeting.reference, itemId: meeting.itemId, personId: hana.personId, ...over }, now);
const reached = async () => {
  await move("meetings", meeting.id, { state: "in_session", opened_at: now });
  await move("agenda_items", meeting.itemId, { opened_at: now });
};
const invited = async () => {
  expect(await invite()).toEqual({ ok: true, value: { reference: meeting.reference } });
  await reached();
};
const sees = async (who = hana, at = minutesLater(5)) => (await viewCase(who, found.reference, at))?.content?.background ?? null;
const invitationId = async () => (await viewInvitations(world.people.chair, meeting.reference, now))?.invitations[0]?.id ?? "";
const own = async (at = minutesLater(5)) => (await viewHome(hana, {}, at)).invitations.filter((one) => one.meeting === meeting.reference);

describe("an invitation", () => {
  test("opens the case from the item's opening to the meeting's close, and at no other time", async () => {
    await invite();
    expect(await sees()).toBeNull();
    await move("meetings", meeting.id, { state: "in_session", opened_at: now });
    expect(await sees()).toBeNull();
    await move("agenda_items", meeting.itemId, { opened_at: now });
    expect(await sees()).toBe("Six calls since May.");
    await move("meetings", meeting.id, { state: "closed", closed_at: minutesLater(90) });
    expect(await viewCase(hana, found.reference, minutesLater(91))).toBeNull();
  });

  test("opens its record, discussion and actions, and who it is about to nobody", async () => {
    await invited();
    await anActionOn(world, found, meeting, world.people.housing);
    const viewed = await viewCase(hana, found.reference, minutesLater(5));
    expect(viewed).toMatchObject({ belongs: false, history: null, revealedUntil: null, allowed: { reveal: false, amend: false } });
    expect(viewed?.meetings).toMatchObject([{ meeting: meeting.reference, discussion: "Housing has moved the cameras." }]);
    expect(viewed?.actions).toMatchObject([{ text: "Visit Mrs B at home and fit a chain" }]);
    expect(JSON.stringify(viewed)).not.toMatch(/marjorie|bickerstaffe|tollgate|1944/i);
    expect(await revealParticulars(hana, { reference: found.reference, reason: "I am her social worker" }, minutesLater(5))).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.reveal" } });
    expect((await eventsOf(world, "case.opened")).at(-1)).toMatchObject({ person_id: hana.personId, case_id: found.id });
  });

  test("opens that case alone: no other case, no meeting, no room, no minutes, no list", async () => {
    await invited();
    const other = await aCase(world, { title: "Another matter" });
    await aMeetingOn(world, other);
    expect(await viewCase(hana, other.reference, minutesLater(5))).toBeNull();
    expect(await viewMeeting(hana, { reference: meeting.reference }, minutesLater(5))).toBeNull();
    expect((await listMeetings(hana, { forum: null, page: 1 }, minutesLater(5))).upcoming).toEqual([]);
    expect(await viewRoom(hana, { reference: meeting.reference, number: null }, minutesLater(5))).toBeNull();
    expect(await viewMinutes(hana, { reference: meeting.reference }, minutesLater(5))).toBeNull();
    const left = await transact({ ...hana, now: minutesLater(5) }, async (tx) => ({ cases: await tx.case.count(), twins: await tx.caseTwin.count(), items: await tx.agendaItem.count(), meetings: await tx.meeting.count(), particulars: await tx.protectedParticular.count() }));
    expect(left).toEqual({ cases: 1, twins: 1, items: 0, meetings: 0, particulars: 0 });
  });

  test("opens the papers of the item they are asked in for, from its opening to the meeting's close, and no other paper", async () => {
    const paper = async (on: { id: string; itemId: string }, over: Record<string, unknown> = {}) => {
      const id = randomUUID();
      await insert("papers", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: on.id, item_id: on.itemId, case_id: found.id, position: 1, title: "Chronology", media_type: "text/plain", content: Buffer.from("What happened when"), added_by_id: world.people.coordinator.personId, added_at: now, ...over });
      return id;
    };
    const before = await aMeetingOn(world, found, { state: "closed", closed_at: minutesLater(-60) });
    const other = await aCase(world, { title: "Another matter" });
    const elsewhere = await aMeetingOn(world, other);
    const [mine, earlier, anothers, taken] = [await paper(meeting), await paper(before), await paper(elsewhere, { case_id: other.id }), await paper(meeting, { position: 2, withdrawn_at: now, withdrawn_reason: "The wrong one" })];
    const opens = async (paperId: string, reference = meeting.reference, who = hana) => (await openPaper(who, { reference, paperId }, minutesLater(5)))?.name ?? null;
    await invite();
    expect(await opens(mine)).toBeNull();
    await reached();
    expect(await opens(mine)).toBe(`${meeting.reference}-item-1-paper-1.txt`);
    expect((await viewCase(hana, found.reference, minutesLater(5)))?.invitedPapers).toEqual([{ id: mine, meeting: meeting.reference, position: 1, title: "Chronology" }]);
    expect((await eventsOf(world, "paper.opened")).at(-1)).toMatchObject({ person_id: hana.personId });
    for (const [id, of] of [[earlier, before.reference], [anothers, elsewhere.reference], [taken, meeting.reference], [randomUUID(), meeting.reference], [mine, before.reference]] as const) expect(await opens(id, of), id).toBeNull();
    for (const who of [world.people.governance, world.people.northMember]) expect(await opens(mine, meeting.reference, who), who.name).toBeNull();
    const seen = await transact({ ...hana, now: minutesLater(5) }, (tx) => tx.paper.findMany({ select: { id: true } }));
    expect(seen).toEqual([{ id: mine }]);
    await move("meetings", meeting.id, { state: "closed", closed_at: minutesLater(90) });
    expect(await opens(mine)).toBeNull();
    expect(await opens(mine, meeting.reference, world.people.chair)).not.toBeNull();
  });

  test("shows an action in the case, and no page of its own", async () => {
    await invited();
    const id = await anActionOn(world, found, meeting, world.people.housing);
    const { rows } = await owner.query<{ reference: string }>("select reference from actions where id = $1", [id]);
    expect(await viewAction(hana, rows[0]?.reference ?? "", minutesLater(5))).toBeNull();
  });

  test("says at home which meeting, when and where, and which case only once it opens", async () => {
    await invite();
    expect(await own()).toEqual([expect.objectContaining({ meeting: meeting.reference, forum: "CEN forum", place: "Town hall", openCase: null })]);
    await reached();
    expect(await own()).toMatchObject([{ openCase: found.reference }]);
    await move("meetings", meeting.id, { state: "closed", closed_at: minutesLater(90) });
    expect(await own(minutesLater(91))).toEqual([]);
  });

  test("is beaten by a recusal, open or silent, until it is lifted", async () => {
    await invited();
    for (const silent of [false, true]) {
      const id = randomUUID();
      await insert("recusals", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: hana.personId, silent, reason: "Is her niece", decided_by_id: world.people.chair.personId, decided_at: now });
      expect(await viewCase(hana, found.reference, minutesLater(5))).toBeNull();
      expect(await own()).toEqual([]);
      await insert("recusal_lifts", { recusal_id: id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, reason: "No relation", lifted_by_id: world.people.chair.personId, lifted_at: now });
      expect(await sees()).not.toBeNull();
    }
  });

  test("withdrawn closes the case at the next request, and given again opens it", async () => {
    await invited();
    const id = await invitationId();
    expect(await withdrawInvitation(world.people.chair, { reference: meeting.reference, invitationId: id }, now)).toMatchObject({ ok: true });
    expect(await viewCase(hana, found.reference, minutesLater(5))).toBeNull();
    expect(await own()).toEqual([]);
    expect(await invite()).toMatchObject({ ok: true });
    expect(await sees()).not.toBeNull();
    expect((await eventsOf(world)).filter(({ case_id, event }) => case_id === found.id && event.startsWith("item.")).map(({ event, particulars }) => [event, particulars.personId])).toEqual([
      ["item.invited", hana.personId], ["item.invitationWithdrawn", hana.personId], ["item.invited", hana.personId],
    ]);
  });

  test("is one a person and item, given twice or by two at once", async () => {
    await Promise.all([invite({ submissionKey: undefined }), invite({ submissionKey: undefined }, world.people.chair)]);
    expect(await invite()).toEqual({ ok: false, problem: { kind: "refused", rule: "invitation.alreadyInvited", facts: {} } });
    expect((await viewInvitations(world.people.chair, meeting.reference, now))?.invitations).toHaveLength(1);
  });
});

describe("asking in", () => {
  test.each(["chair", "deputy", "coordinator"] as const)("is for the %s", async (who) => expect(await invite({}, world.people[who])).toMatchObject({ ok: true }));

  test.each(["housing", "councillor", "northChair", "governance", "administrator", "bystander"] as const)('is not for the %s, who lacks "item.invite"', async (who) => {
    expect(await invite({}, world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewInvitations(world.people[who], meeting.reference, now)).toBeNull();
  });

  test("is not for those who sit on the forum or serve it", async () => {
    for (const who of ["housing", "chair"] as const) expect(await invite({ personId: world.people[who].personId })).toEqual({ ok: false, problem: { kind: "refused", rule: "invitation.hasSeat", facts: {} } });
    const offered = (await viewInvitations(world.people.chair, meeting.reference, now))?.people.map(({ id }) => id);
    expect(offered).toContain(hana.personId);
    expect(offered).not.toContain(world.people.housing.personId);
  });

  test("takes no person of another partnership, nobody who left, no guessed id", async () => {
    const other = await aPartnership("Safer Other");
    for (const personId of [other.people.bystander.personId, randomUUID()]) expect(await invite({ personId })).toEqual({ ok: false, problem: { kind: "invalid", fields: { personId: ["Select who is asked in"] } } });
    expect(await invite({ itemId: randomUUID() })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await inviteToItem(other.people.chair, { reference: meeting.reference, itemId: meeting.itemId, personId: other.people.bystander.personId }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    const elsewhere = await aMeetingOn(world, await aCase(world));
    expect(await invite({ itemId: elsewhere.itemId })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await withdrawInvitation(world.people.chair, { reference: meeting.reference, invitationId: randomUUID() }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("is only for a published or sitting meeting", async () => {
    await move("meetings", meeting.id, { state: "closed", closed_at: now });
    expect(await invite()).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
  });

  test("can't be done past the application by whoever doesn't serve the forum", async () => {
    const row = { partnershipId: world.partnershipId, forumId: world.forums.CEN, meetingId: meeting.id, itemId: meeting.itemId, caseId: found.id, personId: hana.personId, invitedById: hana.personId, invitedAt: now };
    for (const who of [hana, world.people.housing]) await expect(transact({ ...who, now }, (tx) => tx.caseInvitation.createMany({ data: [{ id: randomUUID(), ...row }] }))).rejects.toThrow(/row-level security/);
  });
});
