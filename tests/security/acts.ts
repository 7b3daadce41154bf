import { randomUUID } from "node:crypto";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { allowParticulars } from "@/domain/action-plan/commands/allow-particulars.ts";
import { askMoreTime } from "@/domain/action-plan/commands/ask-more-time.ts";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import { changeAction } from "@/domain/action-plan/commands/change-action.ts";
import { confirmAction } from "@/domain/action-plan/commands/confirm-action.ts";
import { declineAction } from "@/domain/action-plan/commands/decline-action.ts";
import { endHelp } from "@/domain/action-plan/commands/end-help.ts";
import { endParticulars } from "@/domain/action-plan/commands/end-particulars.ts";
import { endWaiting } from "@/domain/action-plan/commands/end-waiting.ts";
import { keepOwner } from "@/domain/action-plan/commands/keep-owner.ts";
import { proposeOwner } from "@/domain/action-plan/commands/propose-owner.ts";
import { reassignAction } from "@/domain/action-plan/commands/reassign-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { returnAction } from "@/domain/action-plan/commands/return-action.ts";
import { settleTime } from "@/domain/action-plan/commands/settle-time.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { waitFor } from "@/domain/action-plan/commands/wait-for.ts";
import { agreeToPurpose } from "@/domain/cases/commands/agree-to-purpose.ts";
import { askToOpenCase } from "@/domain/cases/commands/ask-to-open-case.ts";
import { endAddressReader } from "@/domain/cases/commands/end-address-reader.ts";
import { nameAddressReader } from "@/domain/cases/commands/name-address-reader.ts";
import { revealAddress } from "@/domain/cases/commands/reveal-address.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import { appoint } from "@/domain/directory/commands/appoint.ts";
import { endHolding } from "@/domain/directory/commands/end-holding.ts";
import { comeBack, leave } from "@/domain/directory/commands/leave.ts";
import { giveSeat } from "@/domain/directory/commands/seat.ts";
import { declareInterest } from "@/domain/interests/commands/declare-interest.ts";
import { liftRecusal } from "@/domain/interests/commands/lift-recusal.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import { inviteToItem } from "@/domain/invitations/commands/invite-to-item.ts";
import { withdrawInvitation } from "@/domain/invitations/commands/withdraw-invitation.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addDays, dayOf } from "@/domain/kernel/dates.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { signInAdvance } from "@/domain/sign-in/commands/sign-in-advance.ts";
import { signRegister } from "@/domain/sign-in/commands/sign-register.ts";
import type { Chance } from "../support/chance.ts";
import { owner } from "../support/database.ts";
import { insert, type World } from "../support/world.ts";
import type { Facts } from "./facts.ts";

export type Walk = { world: World; people: Actor[]; chance: Chance; now: Date; facts: Facts; commands: number; refused: number; watchers: Actor[] };

/** One random act: through its command where the command takes it, else as the tables would stand after it. Says what was done, null where nothing could be. */
export type Act = (walk: Walk) => Promise<string | null>;

async function sent(walk: Walk, outcome: Promise<Outcome<unknown>>): Promise<boolean> {
  const { ok } = await outcome;
  walk.commands += 1;
  if (!ok) walk.refused += 1;
  return ok;
}
const set = (table: string, id: string, values: Record<string, unknown>) =>
  owner.query(`update ${table} set ${Object.keys(values).map((column, i) => `${column} = $${i + 2}`).join(", ")} where id = $1`, [id, ...Object.values(values)]);
const person = ({ people, chance }: Walk): Actor => {
  const found = chance.of(people);
  if (!found) throw new Error("a walk without people");
  return found;
};
const actorOf = (walk: Walk, id: string): Actor => walk.people.find((each) => each.personId === id) ?? walk.world.people.bystander;
const office = ({ world, chance }: Walk, forum: string): Actor =>
  forum === world.forums.CEN ? (chance.of([world.people.chair, world.people.deputy, world.people.coordinator]) ?? world.people.chair) : world.people.marpChair;
const chairs = ({ world, chance }: Walk, forum: string): Actor => (forum === world.forums.CEN ? (chance.of([world.people.chair, world.people.deputy]) ?? world.people.chair) : world.people.marpChair);
const meetingIn = ({ facts, chance }: Walk, ...states: string[]) => chance.of(facts.meetings.filter((each) => states.includes(each.state)));
const forumOf = ({ facts }: Walk, caseId: string): string => facts.cases.find((each) => each.id === caseId)?.forum ?? "";
const referenceOf = ({ facts }: Walk, caseId: string): string => facts.cases.find((each) => each.id === caseId)?.reference ?? "";
const inWorld = (walk: Walk) => walk.facts.cases.filter(({ forum }) => Object.values(walk.world.forums).includes(forum));
const reason = "A reason of more than twenty characters";

/** Held, or to be held. */
const stands = ({ until }: { until: string | null }, now: Date): boolean => until === null || until >= dayOf(now);
async function ends(walk: Walk, kind: "seat" | "appointment", held: { id: string; version: number }): Promise<string | null> {
  const over = { kind, holdingId: held.id, version: held.version, ...(walk.chance.below(2) ? { when: "at_once" } : { when: "on_a_day", until: addDays(dayOf(walk.now), walk.chance.below(2)) }) };
  return (await sent(walk, endHolding(walk.world.people.administrator, over, walk.now))) ? `a ${kind} ends` : null;
}

export const acts: Record<string, Act> = {
  async meet(walk) {
    const { world, chance, now, facts } = walk;
    if (facts.meetings.filter(({ state }) => state === "published" || state === "in_session").length > 3) return null;
    const code = chance.of(["CEN", "CEN", "MARP"] as const) ?? "CEN";
    const forum = world.forums[code];
    const of = { partnership_id: world.partnershipId, forum_id: forum };
    const id = randomUUID();
    await insert("meetings", { ...of, id, reference: `${code}-${dayOf(now).slice(0, 7)}-X${facts.meetings.length + 1}`, kind: "ordinary", state: "published", starts_at: new Date(now.getTime() + (1 + chance.below(20)) * 3_600_000), place: "Room 2", limit_minutes: 120, published_at: now });
    await insert("agenda_items", { ...of, id: randomUUID(), meeting_id: id, position: 1, kind: "register", planned_minutes: 5 });
    const heard = inWorld(walk).filter((each) => each.forum === forum && chance.below(3) > 0);
    for (const [index, { id: case_id }] of heard.entries()) await insert("agenda_items", { ...of, id: randomUUID(), meeting_id: id, position: index + 2, kind: "case", case_id, planned_minutes: 8 });
    return `publishes a meeting on ${heard.length} cases`;
  },
  async sign(walk) {
    const meeting = meetingIn(walk, "published", "in_session");
    const who = person(walk);
    if (!meeting || walk.facts.signatures.some((each) => each.meeting === meeting.id && each.person === who.personId)) return null;
    await owner.query("update meetings set doors_opened_at = coalesce(doors_opened_at, $2) where id = $1", [meeting.id, walk.now]);
    const said = { reference: meeting.reference, declarationVersion: 1, agencyId: who.agencyId, represents: "", commits: "yes", attends: "yes", accepts: "yes" };
    if (await sent(walk, signRegister(who, said, walk.now))) return `${who.name} signs`;
    // a printed sheet, entered afterwards: a guest's too
    await insert("sign_ins", { id: randomUUID(), partnership_id: walk.world.partnershipId, forum_id: meeting.forum, meeting_id: meeting.id, person_id: who.personId, agency_id: who.agencyId, commits: true, declaration_id: walk.world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: walk.now });
    return `${who.name} stands on the sheet`;
  },
  async signInAdvance(walk) {
    const meeting = meetingIn(walk, "published");
    const contact = walk.chance.below(3) > 0 ? walk.world.people.probation : person(walk);
    if (!meeting || walk.facts.advance.some((each) => each.meeting === meeting.id && each.person === contact.personId)) return null;
    if (await sent(walk, signInAdvance(contact, { reference: meeting.reference, declarationVersion: 1, accepts: "yes" }, walk.now))) return `${contact.name} signs in advance`;
    await insert("advance_signatures", { id: randomUUID(), partnership_id: walk.world.partnershipId, forum_id: meeting.forum, meeting_id: meeting.id, person_id: contact.personId, agency_id: contact.agencyId, declaration_id: walk.world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: walk.now });
    return `${contact.name} is entered as signed in advance`;
  },
  async open(walk) {
    const meeting = meetingIn(walk, "published");
    if (!meeting) return null;
    await owner.query("update meetings set doors_opened_at = coalesce(doors_opened_at, $2) where id = $1", [meeting.id, walk.now]);
    if (!(await sent(walk, openMeeting(chairs(walk, meeting.forum), meeting, walk.now)))) await set("meetings", meeting.id, { state: "in_session", opened_at: walk.now });
    return `${meeting.reference} opens`;
  },
  async takeUp(walk) {
    const meeting = meetingIn(walk, "in_session");
    const item = walk.chance.of(walk.facts.items.filter((each) => each.meeting === meeting?.id && each.case !== null));
    if (!meeting || !item) return null;
    if (!(await sent(walk, openItem(office(walk, meeting.forum), { itemId: item.id }, walk.now)))) await set("agenda_items", item.id, { opened_at: walk.now });
    return "an item is taken up";
  },
  async close(walk) {
    const meeting = meetingIn(walk, "in_session");
    if (!meeting) return null;
    await owner.query("update agenda_items set outcome = coalesce(outcome, 'agreed'), decision = case when case_id is not null then coalesce(decision, 'continue') end where meeting_id = $1", [meeting.id]);
    if (!(await sent(walk, closeMeeting(chairs(walk, meeting.forum), meeting, walk.now)))) await set("meetings", meeting.id, { state: "closed", closed_at: walk.now });
    return `${meeting.reference} closes`;
  },
  async circulate(walk) {
    const meeting = meetingIn(walk, "closed");
    if (!meeting) return null;
    if (!(await sent(walk, circulateMinutes(office(walk, meeting.forum), meeting, walk.now)))) await set("meetings", meeting.id, { state: "circulated", circulated_at: walk.now });
    return `minutes of ${meeting.reference} go round`;
  },
  async confirm(walk) {
    const meeting = meetingIn(walk, "circulated");
    if (!meeting) return null;
    await set("meetings", meeting.id, { state: "confirmed", confirmed_at: walk.now });
    return `minutes of ${meeting.reference} are confirmed`;
  },
  async cancel(walk) {
    const meeting = walk.chance.below(4) === 0 ? meetingIn(walk, "published") : undefined;
    if (!meeting) return null;
    await set("meetings", meeting.id, { state: "cancelled", cancelled_at: walk.now });
    return `${meeting.reference} is cancelled`;
  },
  async minute(walk) {
    const meeting = meetingIn(walk, "in_session", "closed");
    const item = walk.chance.of(walk.facts.items.filter((each) => each.meeting === meeting?.id && !walk.facts.minutes.some((minute) => minute.item === each.id)));
    if (!meeting || !item) return null;
    await insert("minutes", { item_id: item.id, partnership_id: walk.world.partnershipId, forum_id: meeting.forum, meeting_id: meeting.id, case_id: item.case, discussion: "Said in the room.", written_by_id: walk.world.people.coordinator.personId, written_at: walk.now });
    return "an item is minuted";
  },
  async take(walk) {
    if (inWorld(walk).length > 8) return null;
    const forum = walk.chance.of([walk.world.forums.CEN, walk.world.forums.MARP]) ?? "";
    const form = { forumId: forum, subjectType: "victim", title: "Older resident, noise at night", summary: "Noise at night.", wardId: "", background: "Six calls since May.", wanted: "One plan.", risk: "medium", subjectLabel: "The resident", name: "Marjorie Bickerstaffe", bornOn: {}, address: "", addressHeldById: "", safeContact: "" };
    return (await sent(walk, takeCase(office(walk, forum), form, walk.now))) ? "a case is taken" : null;
  },
  async task(walk) {
    const { facts, chance, world, now } = walk;
    const item = chance.of(facts.items);
    const meeting = facts.meetings.find((each) => each.id === item?.meeting);
    if (!item || !meeting || meeting.state === "cancelled") return null;
    const to = person(walk);
    const form = { itemId: item.id, ownerId: to.personId, wording: "Visit Mr Pemberton at 4 Kiln Row", namelessWording: "Visit the tenant", due: dayOf(new Date(now.getTime() + 7 * 86_400_000)), measure: "A visit note is on file" };
    if (await sent(walk, addAction(office(walk, meeting.forum), form, now))) return `${to.name} is tasked`;
    const id = randomUUID();
    const of = { partnership_id: world.partnershipId, forum_id: meeting.forum };
    await insert("actions", { ...of, id, reference: `A-${id.slice(0, 8).toUpperCase()}`, case_id: item.case, meeting_id: meeting.id, item_id: item.id, owner_id: to.personId, owner_agency_id: to.agencyId, due_on: dayOf(now), state: chance.of(["recorded", "assigned"]), created_at: now });
    await insert("action_wordings", { ...of, action_id: id, wording: "Visit Mr Pemberton", measure: "A note" });
    return `${to.name} is entered as an owner`;
  },
  async moveAction(walk) {
    const { facts, chance, now, world } = walk;
    const action = chance.of(facts.actions);
    if (!action) return null;
    const { reference, version } = action;
    const theirs = actorOf(walk, action.owner);
    const chair = chairs(walk, action.forum);
    const held = { reference, version };
    const next: Record<string, () => Promise<Outcome<unknown>>> = {
      recorded: () => confirmAction(chair, held, now),
      assigned: () => (chance.below(3) ? acceptAction(theirs, { ...held, ...(chance.below(2) ? { officerId: world.people.colleague.personId } : {}) }, now) : declineAction(theirs, { ...held, reason }, now)),
      declined: () => (chance.below(2) ? keepOwner(chair, { ...held, reason }, now) : cancelAction(chair, { ...held, reason }, now)),
      accepted: () => reportDone(theirs, { ...held, evidence: "Seen by the officer" }, now),
      in_progress: () => cancelAction(chair, { ...held, reason }, now),
      reported_done: () => (chance.below(2) ? verifyAction(chair, { ...held, thanks: "Well done" }, now) : returnAction(chair, { ...held, reason }, now)),
    };
    const move = next[action.state];
    if (move && (await sent(walk, move()))) return `${reference} moves on from ${action.state}`;
    const state = chance.of(["assigned", "accepted", "declined", "in_progress", "reported_done", "verified", "cancelled"]);
    const over = state !== undefined && ["verified", "cancelled"].includes(state);
    await set("actions", action.id, { state, ended_at: over ? walk.now : null, asked: null, asked_due_on: null, asked_owner_id: null, waiting_until: null, waiting_agency_id: null });
    return `${reference} is entered as ${state}`;
  },
  /** What an owner asks of the chair, and what the chair answers or changes, opens and closes nothing. */
  async ask(walk) {
    const { facts, chance, now, world } = walk;
    const action = chance.of(facts.actions.filter(({ state }) => ["assigned", "accepted", "in_progress"].includes(state)));
    if (!action) return null;
    const theirs = actorOf(walk, action.owner);
    const chair = chairs(walk, action.forum);
    const held = { reference: action.reference, version: action.version };
    const later = addDays(dayOf(now), 200 + chance.below(200));
    const asks = [
      () => askMoreTime(theirs, { ...held, due: later, reason }, now), () => proposeOwner(theirs, { ...held, ownerId: person(walk).personId, reason }, now), () => waitFor(theirs, { ...held, on: "outside", until: later, note: "Their answer" }, now),
      () => endWaiting(theirs, held, now), () => settleTime(chair, { ...held, answer: chance.below(2) ? "grant" : "refuse", reason }, now), () => keepOwner(chair, { ...held, reason }, now),
      () => changeAction(chair, { ...held, wording: `Visit ${world.partnershipId.slice(0, 4)}`, namelessWording: "", measure: "A note", due: later, reason }, now),
    ];
    const ask = chance.of(asks);
    return ask && (await sent(walk, ask())) ? `something is asked or answered on ${action.reference}` : null;
  },
  async allow(walk) {
    const { facts, world, now } = walk;
    const action = walk.chance.of(facts.actions);
    const who = walk.chance.below(2) ? world.people.colleague : person(walk);
    if (!action || facts.helpers.some((each) => each.action === action.id && each.person === who.personId)) return null;
    if (await sent(walk, allowColleague(chairs(walk, action.forum), { reference: action.reference, personId: who.personId }, now))) return `${who.name} may help`;
    await insert("action_colleagues", { action_id: action.id, partnership_id: world.partnershipId, forum_id: action.forum, person_id: who.personId, allowed_by_id: world.people.chair.personId, allowed_at: now });
    return `${who.name} is entered as a helper`;
  },
  async endHelp(walk) {
    const help = walk.chance.of(walk.facts.helpers.filter((each) => each.ended === null));
    const action = walk.facts.actions.find((each) => each.id === help?.action);
    if (!help || !action) return null;
    if (!(await sent(walk, endHelp(chairs(walk, action.forum), { reference: action.reference, personId: help.person }, walk.now)))) await owner.query("update action_colleagues set ended_at = $3 where action_id = $1 and person_id = $2", [help.action, help.person, walk.now]);
    return "help ends";
  },
  async need(walk) {
    const { facts, world, now } = walk;
    const action = walk.chance.of(facts.actions.filter((each) => each.case !== null));
    const subject = walk.chance.of(facts.subjects.filter((each) => each.case === action?.case));
    if (!action || !subject || facts.needs.some((each) => each.action === action.id && each.subject === subject.id && each.person === action.owner && each.ended === null)) return null;
    if (await sent(walk, allowParticulars(chairs(walk, action.forum), { reference: action.reference, subjectId: subject.id }, now))) return `${action.reference} needs an identity`;
    await insert("task_particulars", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: action.forum, case_id: action.case, action_id: action.id, subject_id: subject.id, owner_id: action.owner, allowed_by_id: world.people.chair.personId, allowed_at: now });
    return `${action.reference} is entered as needing an identity`;
  },
  async endNeed(walk) {
    const need = walk.chance.of(walk.facts.needs.filter((each) => each.ended === null));
    const action = walk.facts.actions.find((each) => each.id === need?.action);
    if (!need || !action) return null;
    if (!(await sent(walk, endParticulars(chairs(walk, action.forum), { reference: action.reference, subjectId: need.subject }, walk.now)))) {
      await owner.query("update task_particulars set ended_at = $3, ended_by_id = $4 where action_id = $1 and subject_id = $2 and ended_at is null", [need.action, need.subject, walk.now, walk.world.people.chair.personId]);
    }
    return "an identity is no longer needed";
  },
  /** No command reassigns yet: the tables as they will stand. */
  async passOn(walk) {
    const action = walk.chance.of(walk.facts.actions);
    const to = person(walk);
    if (!action || action.owner === to.personId) return null;
    await set("actions", action.id, { owner_id: to.personId, owner_agency_id: to.agencyId });
    return `${action.reference} passes to ${to.name}`;
  },
  async declare(walk) {
    const item = walk.chance.of(walk.facts.items.filter((each) => each.case !== null));
    const meeting = walk.facts.meetings.find((each) => each.id === item?.meeting);
    const who = person(walk);
    if (!item?.case || !meeting) return null;
    const said = { reference: meeting.reference, on: referenceOf(walk, item.case), kind: walk.chance.of(["pecuniary", "personal", "other"]), about: "family", words: "My cousin lives there" };
    return (await sent(walk, declareInterest(who, said, walk.now))) ? `${who.name} declares an interest` : null;
  },
  async recuse(walk) {
    const found = walk.chance.of(inWorld(walk));
    const who = person(walk);
    const how = walk.chance.of(["open", "silent"]) ?? "open";
    if (!found || walk.facts.recusals.filter((each) => each.case === found.id && !each.lifted).length > 3) return null;
    if (await sent(walk, recusePerson(chairs(walk, found.forum), { on: found.reference, personId: who.personId, how, reason }, walk.now))) return `${who.name} is recused, ${how}`;
    await insert("recusals", { id: randomUUID(), partnership_id: walk.world.partnershipId, forum_id: found.forum, case_id: found.id, person_id: who.personId, silent: how === "silent", reason, decided_by_id: walk.world.people.marpChair.personId, decided_at: walk.now });
    return `${who.name} is entered as recused, ${how}`;
  },
  /** From what a meeting takes without a case: openly or silently, wherever it is put off to. */
  async recuseFromItem(walk) {
    const item = walk.chance.of(walk.facts.items.filter((each) => each.case === null));
    const meeting = walk.facts.meetings.find((each) => each.id === item?.meeting);
    const who = person(walk);
    const how = walk.chance.of(["open", "silent"]) ?? "open";
    if (!item || !meeting || walk.facts.recusals.filter((each) => each.item === item.id && !each.lifted).length > 3) return null;
    if (await sent(walk, recusePerson(chairs(walk, meeting.forum), { on: item.id, personId: who.personId, how, reason }, walk.now))) return `${who.name} is recused from an item, ${how}`;
    await insert("recusals", { id: randomUUID(), partnership_id: walk.world.partnershipId, forum_id: meeting.forum, item_id: item.id, person_id: who.personId, silent: how === "silent", reason, decided_by_id: walk.world.people.marpChair.personId, decided_at: walk.now });
    return `${who.name} is entered as recused from an item, ${how}`;
  },
  async lift(walk) {
    const recusal = walk.chance.of(walk.facts.recusals.filter((each) => !each.lifted));
    if (!recusal) return null;
    const at = walk.facts.items.find(({ id }) => id === recusal.item)?.meeting;
    const forum = recusal.case === null ? (walk.facts.meetings.find(({ id }) => id === at)?.forum ?? "") : forumOf(walk, recusal.case);
    if (!(await sent(walk, liftRecusal(chairs(walk, forum), { recusalId: recusal.id, reason }, walk.now)))) {
      await insert("recusal_lifts", { recusal_id: recusal.id, partnership_id: walk.world.partnershipId, forum_id: forum, case_id: recusal.case, item_id: recusal.item, reason, lifted_by_id: walk.world.people.deputy.personId, lifted_at: walk.now });
    }
    return "a recusal is lifted";
  },
  async invite(walk) {
    const meeting = meetingIn(walk, "published", "in_session");
    const item = walk.chance.of(walk.facts.items.filter((each) => each.meeting === meeting?.id && each.case !== null));
    const who = walk.chance.below(2) ? walk.world.people.bystander : person(walk);
    if (!meeting || !item?.case || walk.facts.invitations.some((each) => each.item === item.id && each.person === who.personId)) return null;
    if (await sent(walk, inviteToItem(office(walk, meeting.forum), { reference: meeting.reference, itemId: item.id, personId: who.personId }, walk.now))) return `${who.name} is asked in`;
    await insert("case_invitations", { id: randomUUID(), partnership_id: walk.world.partnershipId, forum_id: meeting.forum, meeting_id: meeting.id, item_id: item.id, case_id: item.case, person_id: who.personId, invited_by_id: walk.world.people.chair.personId, invited_at: walk.now });
    return `${who.name} is entered as asked in`;
  },
  async withdraw(walk) {
    const invitation = walk.chance.of(walk.facts.invitations.filter((each) => each.withdrawn === null));
    const meeting = walk.facts.meetings.find((each) => each.id === invitation?.meeting);
    if (!invitation || !meeting) return null;
    if (!(await sent(walk, withdrawInvitation(office(walk, meeting.forum), { reference: meeting.reference, invitationId: invitation.id }, walk.now)))) await set("case_invitations", invitation.id, { withdrawn_at: walk.now });
    return "an invitation is withdrawn";
  },
  async askPurpose(walk) {
    const found = walk.chance.of(inWorld(walk));
    const who = walk.chance.below(3) > 0 ? walk.world.people.governance : person(walk);
    if (!found || walk.facts.purposes.length > 40) return null;
    const from = dayOf(new Date(walk.now.getTime() + (walk.chance.below(3) - 1) * 86_400_000));
    const until = addDays(from, 2 + walk.chance.below(20));
    if (await sent(walk, askToOpenCase(who, { reference: found.reference, purpose: reason, from, until }, walk.now))) return `${who.name} asks to open a case`;
    await insert("governance_purposes", { id: randomUUID(), partnership_id: walk.world.partnershipId, forum_id: found.forum, case_id: found.id, person_id: who.personId, purpose: reason, from_on: from, until_on: until, asked_at: walk.now });
    return `${who.name} is entered as asking to open a case`;
  },
  async agreePurpose(walk) {
    const purpose = walk.chance.of(walk.facts.purposes.filter((each) => !each.agreed));
    if (!purpose) return null;
    const forum = forumOf(walk, purpose.case);
    if (await sent(walk, agreeToPurpose(office(walk, forum), { purposeId: purpose.id }, walk.now))) return "a purpose is agreed to";
    const by = purpose.person === walk.world.people.deputy.personId ? walk.world.people.chair : walk.world.people.deputy;
    await insert("governance_agreements", { purpose_id: purpose.id, partnership_id: walk.world.partnershipId, forum_id: forum, case_id: purpose.case, agreed_by_id: by.personId, agreed_at: walk.now });
    return "a purpose is entered as agreed";
  },
  async reveal(walk) {
    const found = walk.chance.of(inWorld(walk));
    const who = person(walk);
    return found && (await sent(walk, revealParticulars(who, { reference: found.reference, reason }, walk.now))) ? `${who.name} is shown the identities` : null;
  },
  async nameReader(walk) {
    const subject = walk.chance.of(walk.facts.subjects.filter((each) => each.address && inWorld(walk).some(({ id }) => id === each.case)));
    const who = person(walk);
    if (!subject || walk.facts.readers.some((each) => each.subject === subject.id && each.person === who.personId)) return null;
    const forum = forumOf(walk, subject.case);
    if (await sent(walk, nameAddressReader(office(walk, forum), { reference: referenceOf(walk, subject.case), subjectId: subject.id, personId: who.personId }, walk.now))) return `${who.name} is named on an address`;
    await insert("withheld_address_readers", { subject_id: subject.id, partnership_id: walk.world.partnershipId, forum_id: forum, case_id: subject.case, person_id: who.personId, named_by_id: walk.world.people.chair.personId, named_at: walk.now });
    return `${who.name} is entered on an address`;
  },
  async endReader(walk) {
    const reader = walk.chance.of(walk.facts.readers.filter((each) => each.ended === null));
    if (!reader) return null;
    const by = office(walk, forumOf(walk, reader.case));
    if (!(await sent(walk, endAddressReader(by, { reference: referenceOf(walk, reader.case), subjectId: reader.subject, personId: reader.person }, walk.now)))) {
      await owner.query("update withheld_address_readers set ended_at = $3 where subject_id = $1 and person_id = $2", [reader.subject, reader.person, walk.now]);
    }
    return "somebody is taken off an address";
  },
  async revealAddress(walk) {
    const reader = walk.chance.of(walk.facts.readers.filter((each) => each.ended === null));
    if (!reader) return null;
    return (await sent(walk, revealAddress(actorOf(walk, reader.person), { reference: referenceOf(walk, reader.case), subjectId: reader.subject, reason }, walk.now))) ? "a withheld address is shown" : null;
  },
  async changeSeat(walk) {
    const { world, now, facts, chance } = walk;
    const who = person(walk);
    const forum = chance.of([world.forums.CEN, world.forums.MARP]) ?? "";
    const held = facts.memberships.find((each) => each.person === who.personId && each.forum === forum && stands(each, now));
    if (held) return chance.below(3) === 0 ? ends(walk, "seat", held) : null;
    const seat = { personId: who.personId, forumId: forum, agencyId: chance.below(3) > 0 ? who.agencyId : world.agencies.housing, namedContact: chance.below(4) === 0 ? "yes" : "", from: addDays(dayOf(now), chance.below(2)) };
    return (await sent(walk, giveSeat(world.people.administrator, seat, now))) ? `${who.name} gains a seat` : null;
  },
  async changeOffice(walk) {
    const { world, now, facts, chance } = walk;
    const who = chance.of([world.people.deputy, world.people.police]) ?? world.people.deputy;
    const held = chance.of(facts.appointments.filter((each) => each.person === who.personId && stands(each, now)));
    if (held && chance.below(2)) return ends(walk, "appointment", held);
    const office = { personId: who.personId, forumId: chance.of([world.forums.CEN, world.forums.MARP]), office: "deputy", capacity: "acting", from: dayOf(now) };
    return (await sent(walk, appoint(world.people.administrator, office, now))) ? `${who.name} is appointed deputy` : null;
  },
  async leave(walk) {
    const { administrator } = walk.world.people;
    const gone = walk.facts.people.filter((each) => each.left !== null && each.partnership === walk.world.partnershipId);
    const back = walk.chance.of(gone);
    if (back && walk.chance.below(2)) return (await sent(walk, comeBack(administrator, { personId: back.id, version: back.version }, walk.now))) ? "somebody comes back" : null;
    const who = person(walk);
    // somebody has to be left to chair, and to keep the directory
    if (gone.length > 2 || [administrator, walk.world.people.chair].includes(who)) return null;
    const version = walk.facts.people.find(({ id }) => id === who.personId)?.version;
    return (await sent(walk, leave(administrator, { personId: who.personId, version }, walk.now))) ? `${who.name} leaves` : null;
  },
  async reassign(walk) {
    const action = walk.chance.of(walk.facts.actions.filter(({ state }) => ["assigned", "accepted", "in_progress"].includes(state)));
    if (!action) return null;
    const to = person(walk);
    const asked = { reference: action.reference, version: action.version, ownerId: to.personId, reason };
    return (await sent(walk, reassignAction(chairs(walk, action.forum), asked, walk.now))) ? `${action.reference} goes to ${to.name}` : null;
  },
  async adopt(walk) {
    const { world, facts } = walk;
    const forum = walk.chance.of([world.forums.CEN, world.forums.MARP]) ?? "";
    const terms = facts.terms.filter((each) => each.forum === forum);
    if (terms.length > 12) return null;
    const last = terms.reduce((highest, each) => Math.max(highest, each.version), 0);
    const admits = walk.chance.below(2) === 0;
    await insert("terms_of_reference", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: forum, version: last + 1, adopted_on: dayOf(walk.now), purpose: "To solve cases together.", admits_elected_members: admits, limit_minutes: 120 });
    return `new terms of reference ${admits ? "admit" : "don't admit"} councillors`;
  },
  async timePasses(walk) {
    const minutes = walk.chance.of([1, 7, 15, 16, 60, 8 * 60, 24 * 60, 3 * 24 * 60, 21 * 24 * 60, 60 * 24 * 60]) ?? 1;
    walk.now = new Date(walk.now.getTime() + minutes * 60_000);
    return `${minutes} minutes pass`;
  },
  async aMomentPasses(walk) {
    walk.now = new Date(walk.now.getTime() + 3 * 60_000);
    return "3 minutes pass";
  },
};
