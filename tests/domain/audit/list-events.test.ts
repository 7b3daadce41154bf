import { beforeAll, expect, test } from "vitest";
import type { AuditEventName, AuditParticulars } from "@/domain/audit/events.ts";
import { subjectOfEvent } from "@/domain/audit/subjects.ts";
import { AuditFilters } from "@/domain/audit/inputs.ts";
import { listEvents } from "@/domain/audit/queries/list-events.ts";
import { listHistory, type ToldEvent } from "@/domain/audit/queries/list-history.ts";
import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { auditEventWords } from "@/wording/audit-events.ts";
import { eventSentence } from "@/wording/audit-sentences.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, caseForm, daysLater, eventsOf, minutesLater, now } from "../cases/arranged.ts";

let world: World;
let found: ArrangedCase;
let other: ArrangedCase;
beforeAll(async () => {
  world = await aPartnership();
  found = await aCase(world);
  other = await aCase(world, { forumId: world.forums.NOR }, world.people.northChair, daysLater(1));
  await viewCase(world.people.chair, found.reference, minutesLater(1));
  await revealParticulars(world.people.chair, { reference: found.reference, reason: "A home visit is planned" }, minutesLater(2));
  await revealParticulars(world.people.housing, { reference: found.reference, reason: "I would like to know" }, minutesLater(3));
  const { title, summary, wardId, background, wanted } = caseForm(world);
  await amendCase(world.people.coordinator, { reference: found.reference, version: 1, title, summary, wardId, involvesChildren: "yes", background: `${background} And more.`, wanted }, minutesLater(4));
});

const ask = (raw: Record<string, unknown> = {}, who: Actor = world.people.governance, at = daysLater(2)) => listEvents(who, AuditFilters.parse(raw), at);
const sentences = async (raw: Record<string, unknown> = {}) => (await ask(raw))?.events.map(eventSentence);

test("information governance reads everything of the partnership, in sentences, newest first", async () => {
  expect((await sentences())?.filter((sentence) => !sentence.includes("read the audit"))).toEqual([
    `Priya Nandra changed the case ${found.reference}: what is happening`,
    `Zofia Nowak was refused to show the identities on ${found.reference}`,
    `Insp Ruth Calverley showed the identities on ${found.reference}`,
    `Insp Ruth Calverley read the case ${found.reference}`,
    `Insp Dev Sandhu took the case ${other.reference}`,
    `Priya Nandra took the case ${found.reference}`,
  ]);
});

test("the reason for a reveal is joined to it, and stands in no event", async () => {
  const page = await ask({ kind: "case.revealed" });
  expect(page?.events).toMatchObject([{ reason: "A home visit is planned" }]);
  expect(JSON.stringify(await eventsOf(world))).not.toMatch(/visit|marjorie|bickerstaffe|tollgate|older resident|calverley|six calls/i);
});

test.each(["chair", "coordinator", "housing", "administrator", "bystander"] as const)("the %s has no desk, and leaves no event for asking", async (who) => {
  const before = (await eventsOf(world)).length;
  expect(await transact({ ...world.people[who], now }, async (_, standing) => can(standing as Standing, "audit.read"))).toBe(false);
  expect(await ask({}, world.people[who])).toBeNull();
  expect((await eventsOf(world)).length).toBe(before);
});

test("nor does another partnership's governance see any of it", async () => {
  const elsewhere = await aPartnership("Safer Elsewhere");
  expect(await ask({}, elsewhere.people.governance)).toMatchObject({ events: [], chain: 0 });
  expect((await ask({ reference: found.reference }, elsewhere.people.governance))?.events.filter(({ event }) => event !== "audit.searched")).toEqual([]);
});

test("filters by person, by case with all that belongs to it, by kind, and by day in London", async () => {
  const kinds = async (raw: Record<string, unknown>) => (await ask(raw))?.events.filter(({ event }) => event !== "audit.searched").map(({ event }) => event);
  expect(await kinds({ person: world.people.chair.personId })).toEqual(["case.revealed", "case.opened"]);
  expect(await kinds({ reference: other.reference.toLowerCase() })).toEqual(["case.taken"]);
  expect(await kinds({ reference: found.reference, kind: "access.refused" })).toEqual(["access.refused"]);
  expect(await kinds({ from: "2026-11-22", to: "2026-11-22" })).toEqual(["case.taken"]);
  expect(await kinds({ to: { day: "20", month: "nov", year: "2026" } })).toEqual([]);
  expect(await kinds({ reference: "CEN-99999" })).toEqual([]);
});

test("a late summer evening belongs to its day in London", async () => {
  const summer = await aPartnership("Safer Summer");
  await aCase(summer, {}, summer.people.chair, new Date("2026-07-01T22:59:59Z"));
  await aCase(summer, {}, summer.people.chair, new Date("2026-07-01T23:00:00Z"));
  const on = async (day: string) => (await ask({ from: day, to: day }, summer.people.governance, new Date("2026-08-01T00:00:00Z")))?.events.length;
  expect([await on("2026-07-01"), await on("2026-07-02"), await on("2026-07-03")]).toEqual([1, 1, 0]);
});

test("asking is itself kept, with the codes of what was asked", async () => {
  await ask({ person: world.people.chair.personId, reference: found.reference, kind: "case.revealed", from: "2026-11-01" });
  expect((await eventsOf(world, "audit.searched")).at(-1)).toMatchObject({
    person_id: world.people.governance.personId, case_id: found.id, forum_id: null, particulars: { personId: world.people.chair.personId, kind: "case.revealed", from: "2026-11-01", to: null },
  });
  expect((await sentences({ kind: "audit.searched" }))?.[0]).toBe("Ffion Pryce read the audit: what Insp Ruth Calverley did, “Identities shown”, from 1 November 2026");
});

test("what is typed as a reference and isn't one is never kept", async () => {
  await ask({ reference: "Marjorie Bickerstaffe" });
  expect((await eventsOf(world, "audit.searched")).at(-1)).toMatchObject({ case_id: null, reference: null, particulars: { personId: null, kind: null, from: null, to: null } });
});

test("fifty a page, by the number of the last one shown", async () => {
  const many = await aPartnership("Safer Pages");
  const first = await aCase(many);
  for (let n = 0; n < 119; n += 1) await viewCase(many.people.chair, first.reference, minutesLater(n));
  const page = async (before: number | null) => ask({ before, kind: "case.opened" }, many.people.governance);
  const one = await page(null);
  const two = await page(one?.older ?? null);
  const three = await page(two?.older ?? null);
  expect([one, two, three].map((each) => each?.events.length)).toEqual([50, 50, 19]);
  expect([one, two, three].map((each) => each?.older === null)).toEqual([false, false, true]);
  const all = [one, two, three].flatMap((each) => each?.events.map(({ seq }) => seq) ?? []);
  expect(all).toEqual([...new Set(all)].toSorted((a, b) => b - a));
  expect(three?.chain).toBe(122);
});

test("what can't be read as a filter reads as not asked, but a day that isn't one is told", () => {
  expect(AuditFilters.parse({ person: "x", kind: "case.forgotten", before: "-1", reference: ["a", "b"] })).toEqual({ person: null, reference: null, kind: null, from: null, to: null, before: null });
  expect(AuditFilters.safeParse({ from: { day: "31", month: "2", year: "2026" } }).error?.issues).toMatchObject([{ path: ["from"], message: "From must be a real date" }]);
});

test("the history of a case is for the chair's office of its forum, with what was refused", async () => {
  const history = async (who: Actor) => transact({ ...who, now }, (tx) => listHistory(tx, { caseId: found.id }));
  const forChair = (await history(world.people.chair)).map(eventSentence);
  expect(forChair).toContain(`Zofia Nowak was refused to show the identities on ${found.reference}`);
  expect(forChair.join()).not.toContain("read the audit");
  expect((await history(world.people.chair)).find(({ event }) => event === "case.revealed")).toMatchObject({ reason: "A home visit is planned" });
  for (const who of ["housing", "northChair", "administrator", "bystander"] as const) expect(await history(world.people[who])).toEqual([]);
  expect(await viewCase(world.people.housing, found.reference, now)).toMatchObject({ history: null });
  expect((await viewCase(world.people.chair, found.reference, now))?.history?.length).toBeGreaterThan(3);
});

test("somebody's readings of one day are one line of it, however often; what was done stands singly", async () => {
  const own = await aPartnership("Safer Reading");
  const read = await aCase(own);
  for (const minutes of [1, 2, 3]) await viewCase(own.people.chair, read.reference, minutesLater(minutes));
  await viewCase(own.people.deputy, read.reference, minutesLater(4));
  await viewCase(own.people.chair, read.reference, daysLater(1));
  for (const minutes of [5, 6]) await revealParticulars(own.people.chair, { reference: read.reference, reason: "A home visit is planned" }, minutesLater(minutes));
  const lines = await transact({ ...own.people.chair, now }, (tx) => listHistory(tx, { caseId: read.id }));
  expect(lines.map(({ event, by, times }) => [event, by, times])).toEqual([
    ["case.revealed", "Insp Ruth Calverley", 1], ["case.revealed", "Insp Ruth Calverley", 1], ["case.opened", "Insp Ruth Calverley", 1], ["case.opened", "Joanne Tice", 1], ["case.opened", "Insp Ruth Calverley", 3], ["case.taken", "Priya Nandra", 1],
  ]);
  expect(await transact({ ...own.people.chair, now }, (tx) => listHistory(tx, { subjectId: read.id }, 2))).toHaveLength(2);
});

const samples: AuditParticulars = {
  "concern.similarShown": {}, "referral.similarShown": {}, "referral.similarAsked": { checkId: "" }, "talk.asked": { checkId: "" }, "talk.madeKnown": {}, "talk.keptBack": {}, "audit.checksRead": {},
  "referral.started": {}, "referral.written": { part: "people" }, "referral.sent": { sendingId: "" }, "referral.opened": {}, "referral.revealed": { revealId: "" }, "referral.stoodAside": {}, "referral.decided": { decisionId: "", kind: "declined" },
  "partnership.made": {}, "account.invited": { personId: "", linkId: "" }, "session.opened": { how: "password" }, "session.refused": { what: "password" }, "session.ended": { personId: "", sessions: 2 }, "account.joined": {}, "account.resetAsked": {}, "account.passwordReset": {}, "account.passwordChanged": {}, "secondFactor.set": {}, "secondFactor.codesMade": {}, "secondFactor.reset": { personId: "" },
  "terms.acknowledged": { version: 2 },
  "item.minutesReceived": { receivedId: "", meetingId: null }, "item.minutesTakenBack": { receivedId: "" },
  "item.putOff": { waits: true, on: "2027-01-12" }, "item.deferralMet": {},
  "planned.added": { plannedId: "", everyMonths: 3 }, "planned.changed": { plannedId: "" }, "planned.withdrawn": { plannedId: "" }, "item.plannedReceived": {},
  "enquiry.asked": { personId: "", agencyId: "", contributionId: "", byRoute: true }, "enquiry.opened": {}, "enquiry.answered": { answerId: "", byRoute: true }, "enquiry.refused": { answerId: "", byRoute: false }, "enquiry.withdrawn": {},
  "mail.sentAgain": { personId: "", mailId: "" }, "mail.paceChosen": { reminder: "daily", progress: "none", papers: "immediate", quiet: true }, "action.chased": { chaseId: "", number: 3, managerId: "" }, "session.closed": {}, "identity.linked": { organisationId: "" }, "organisation.added": {}, "organisation.changed": { secret: true }, "organisation.ended": {}, "request.made": { organisationId: "" }, "request.admitted": { personId: "", isNew: true }, "request.refused": {}, "access.refused": { permission: "case.reveal" }, "meeting.scheduled": {}, "meeting.agendaPublished": { items: 9, minutes: 114 }, "meeting.doorsOpened": {},
  "meeting.opened": { signed: 11, discussionOnly: false }, "meeting.madeFull": { signed: 11 }, "meeting.closed": { items: 9, actions: 1 }, "meeting.minutesCirculated": {}, "meeting.minutesConfirmed": { atMeetingId: "" }, "meeting.minutesOpened": {}, "meeting.minutesTaken": { form: "pdf" }, "action.planTaken": { form: "csv", actions: 2 },
  "register.signed": { signInId: "", declarationVersion: 2, way: "room_code" }, "register.signedFor": { signInId: "", personId: "", declarationVersion: 2, way: "coordinators_screen" }, "register.guestSigned": { guestSignInId: "", declarationVersion: 2, way: "printed_sheet" }, "register.refused": { refusalId: "", personId: null },
  "register.signedInAdvance": { signatureId: "", declarationVersion: 2 }, "research.opened": { meetingId: "" }, "register.replied": { reply: "deputy" }, "meeting.rescheduled": { from: "2026-12-08T14:00:00Z", to: "2026-12-15T14:00:00Z" }, "meeting.madeSure": {}, "meeting.cancelled": {}, "register.absenceRecorded": { personId: "" }, "item.minuted": { outcome: "agreed", decision: "continue" },
  "item.addedLate": {}, "item.questionAsked": { questionId: "", askedById: "" }, "item.questionSettled": { questionId: "", actionId: null }, "item.correctionProposed": { correctionId: "" }, "item.correctionSettled": { correctionId: "", accepted: true }, "item.resolved": { resolutionId: "" }, "item.resolutionWithdrawn": { resolutionId: "" }, "item.opened": {}, "item.parked": {}, "item.moved": {}, "item.changed": { fields: ["title"] }, "item.leftOff": { waitingId: "" }, "item.added": { kind: "report", supplement: 1 }, "waiting.ended": { waitingId: "" }, "paper.added": { paperId: "", supplement: 1 }, "paper.withdrawn": { paperId: "" }, "paper.opened": { paperId: "" }, "meeting.packTaken": { form: "pdf" }, "item.concluded": { actions: 1 }, "register.left": { personId: "" }, "register.returned": { personId: "" }, "interest.declared": { interestId: "", kind: "personal" }, "interest.withdrawn": { interestId: "" },
  "concern.logged": {}, "concern.passed": { personId: "" }, "concern.raised": { meetingId: null }, "concern.recurred": { recurrenceId: "" }, "concern.settled": { answerId: "" }, "concern.opened": {}, "concern.revealed": { revealId: "" }, "concern.prepared": {}, "concern.moreAsked": { answerId: "" }, "concern.moreTold": { answerId: "" }, "concern.decided": { decision: "declined", answerId: "" }, "concern.replied": { answerId: "", ends: true, words: 2 }, "concern.told": { answerId: "" },
  "interest.noted": { interestId: "", personId: "", kind: "personal" },
  "recusal.made": { recusalId: "", personId: "", silent: true }, "recusal.lifted": { recusalId: "", personId: "" }, "item.invited": { personId: "", invitationId: "" }, "item.invitationWithdrawn": { personId: "" }, "case.taken": {}, "case.twinConfirmed": { words: 2 }, "case.amended": { fields: ["title", "risk"] }, "risk.assessed": { assessmentId: "" }, "stepDown.begun": { stepDownId: "" }, "stepDown.prepared": { stepDownId: "", part: "watch" }, "stepDown.dropped": { stepDownId: "" }, "case.steppedDown": { stepDownId: "", months: 6, agencyId: "", meetingId: null }, "case.stepDownUndone": { stepDownId: "" }, "watch.checked": { checkId: "" }, "case.returned": { stepDownId: "", isRepeat: true }, "case.closed": { stepDownId: "" }, "case.subjectAdded": { subjectId: "" }, "case.particularsAmended": { subjectId: "" }, "address.amended": { subjectId: "" }, "case.opened": {}, "case.revealed": { revealId: "" }, "purpose.asked": { purposeId: "", from: "2026-11-21", until: "2026-12-01" }, "purpose.agreed": { purposeId: "", personId: "" }, "address.stored": { subjectId: "" }, "address.readerNamed": { subjectId: "", personId: "" }, "address.readerEnded": { subjectId: "", personId: "" }, "address.revealed": { revealId: "" }, "case.moved": { from: "open", to: "closed", itemId: "" },
  "action.recorded": { ownerId: "", agencyId: "" }, "action.assigned": { ownerId: "", agencyId: "" }, "action.readOut": { heard: false }, "action.opened": {}, "action.wordingConfirmed": { words: 1 }, "action.colleagueAllowed": { personId: "" }, "action.helpEnded": { personId: "" }, "action.particularsAllowed": { subjectId: "" }, "action.particularsEnded": { subjectId: "" }, "action.listed": { actionIds: ["a", "b"] }, "action.moved": { from: "assigned", to: "accepted", stepId: "" },
  "escalation.composed": { draftId: "" }, "escalation.sent": { boardId: "", externalBoardId: null, listBy: "2026-12-24" }, "escalation.secretaryAsked": { personId: "", byRoute: true }, "escalation.wordingConfirmed": { words: 1 }, "escalation.opened": {}, "escalation.moved": { from: "sent", to: "received", stepId: "" }, "escalation.dateChanged": { stepId: "", on: "2026-12-15" }, "escalation.answerWritten": { returns: false }, "escalation.wordsApproved": {},
  "ladder.changed": { boardId: "", externalBoardId: null, cycleDays: 31 }, "board.added": {}, "board.changed": {}, "board.ended": {},
  "case.contributed": { contributionId: "", agencyId: "", toAgencyIds: ["a", "b"] }, "case.shareWithheld": { withheldId: "", agencyId: "", fromAgencyId: null }, "ledger.opened": {}, "ledger.exported": {}, "ledger.personOpened": { personId: "" },
  "gateway.added": { rowId: "", part: "power" }, "gateway.ended": { rowId: "", untilOn: "2026-12-31" }, "gateway.checked": { rowId: "" }, "gateway.recipientAdded": { rowId: "", agencyKind: "housing" }, "gateway.recipientEnded": { rowId: "", agencyKind: "housing", untilOn: "2026-12-31" },
  "action.stepTaken": { kind: "time_granted", stepId: "" }, "action.thanked": { personId: "" }, "action.planPublished": { version: 2, actions: 41 }, "action.reassigned": { fromOwnerId: "", ownerId: "", agencyId: "" }, "person.added": { personId: "", agencyId: "" }, "person.changed": { personId: "", fields: ["name", "email"] }, "person.left": { personId: "", openActions: 2 }, "person.returned": { personId: "" }, "account.invitationWithdrawn": { personId: "" },
  "appointment.made": { personId: "", appointmentId: "", office: "chair", capacity: "acting", from: "2026-12-01", until: "2026-12-31" }, "appointment.ended": { personId: "", appointmentId: "", office: "chair", until: "2026-12-31" },
  "seat.given": { personId: "", seatId: "", agencyId: "", from: "2026-12-01", until: null }, "seat.changed": { personId: "", seatId: "", fields: ["namedContact"] }, "seat.ended": { personId: "", seatId: "", until: "2026-12-31" },
  "office.given": { personId: "", officeId: "", office: "evaluator", from: "2026-12-01", until: null }, "office.ended": { personId: "", officeId: "", office: "evaluator", until: "2026-12-31" }, "ward.represented": { personId: "", wardId: "", from: "2026-05-08", until: null }, "ward.ended": { personId: "", wardId: "", until: "2026-12-31" },
  "agency.added": { kind: "fire" }, "agency.changed": { fields: ["shortName"] }, "place.added": { kind: "ward" }, "place.renamed": { kind: "area" }, "forum.added": { kind: "cim" }, "forum.changed": { fields: ["area"] },
  "terms.adopted": { version: 2, from: "2026-12-01", limitMinutes: 90, admitsElectedMembers: true, quorum: 5, requiredRoles: ["police"] }, "bankHoliday.added": { day: "2027-05-08" }, "bankHoliday.withdrawn": { day: "2027-05-08" }, "declaration.adopted": { version: 2, from: "2026-12-01" }, "partnership.changed": { fields: ["idleMinutes"], findsRepeats: true, idleMinutes: 20 },
  "audit.searched": { personId: null, kind: null, from: null, to: null }, "audit.exported": { personId: null, kind: null, from: null, to: null, events: 12 },
};

test.each(Object.keys(subjectOfEvent) as AuditEventName[])("%s is told in a sentence and has a name to filter by", (event) => {
  const told = { seq: 1, at: now, event, by: "Insp Ruth Calverley", subject: subjectOfEvent[event], reference: "CEN-118", particulars: samples[event], about: "Zofia Nowak", reason: null } as ToldEvent;
  expect(eventSentence(told)).toMatch(/^Insp Ruth Calverley [a-z][^_{}]+[^. ]$/);
  expect(eventSentence(told)).not.toMatch(/undefined|null|\[object|please|sorry|invalid/);
  expect(auditEventWords[event]).toMatch(/^[A-Z]/);
});

test("an event that this version doesn't know is told as such", () => {
  const told = { seq: 1, at: now, event: "case.forgotten", by: null, subject: "case", reference: "CEN-118", particulars: {}, about: null, reason: null } as unknown as ToldEvent;
  expect(eventSentence(told)).toBe("Somebody did something this version has no words for on CEN-118");
});

test("what nobody of the partnership did is told as an operator's", () => {
  const told: ToldEvent = { seq: 2, at: now, event: "account.invited", by: null, subject: "person", reference: null, particulars: samples["account.invited"], about: "Marcus Vane", reason: null };
  expect(eventSentence(told)).toBe("An operator invited Marcus Vane to make an account");
});
