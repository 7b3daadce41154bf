import { type Holder, type Permission, policy } from "@/domain/kernel/policy.ts";
import type { Facts } from "../security/facts.ts";
import { type Sight, sightOf } from "../security/model.ts";
import { owner } from "../support/database.ts";

// Who may, told a second time: each holder of the policy table as a plain question to plain facts. It shares with the product the table's
// rows (which permission is whose) and nothing of how a holder is recognised.

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });
type Appointment = { person: string; forum: string; office: string; from: string; until: string | null };

/** What an act is about, by ids alone. */
export type Thing = { forum?: string; case?: string; meeting?: string; action?: string; subject?: string; referral?: string; concern?: string; holder?: string };

export type Standing = { person: string; sight: Sight; facts: Facts; may: (permission: Permission, thing?: Thing) => boolean; mayAnywhere: (permission: Permission) => boolean; sits: (forum: string) => boolean; serves: (forum: string) => boolean; signed: (meeting: string) => boolean; isContact: (forum: string) => boolean };

export const readAppointments = async (partnership: string) =>
  (await owner.query<Appointment>("select person_id as person, forum_id as forum, office, from_on::text as from, until_on::text as until from appointments where partnership_id = $1", [partnership])).rows;

export function standingOf(facts: Facts, appointments: Appointment[], person: string, now = new Date()): Standing {
  const today = london.format(now);
  const inForce = <Row extends { from: string; until: string | null }>(rows: Row[]) => rows.filter((row) => row.from <= today && (row.until === null || today <= row.until));
  const sight = sightOf(facts, person, now);
  const offices = inForce(appointments);
  const seats = inForce(facts.memberships).filter((row) => row.person === person);
  const has = (forum: string | undefined, ...of: string[]) => offices.some((row) => row.person === person && row.forum === forum && (of.length === 0 || of.includes(row.office)));
  const sits = (forum: string | undefined) => seats.some((row) => row.forum === forum);
  const signed = (meeting: string | undefined) => facts.signatures.some((row) => row.person === person && row.meeting === meeting);
  const isRecused = (who: string | undefined, id: string | undefined) => facts.recusals.some((row) => row.person === who && row.case === id && !row.lifted);
  const action = (thing: Thing) => facts.actions.find((row) => row.id === thing.action);
  const chairOf = (forum: string | undefined) => offices.find((row) => row.forum === forum && row.office === "chair")?.person;
  const holdsPartnership = (office: string) => inForce(facts.offices).some((row) => row.person === person && row.office === office);
  const isOpen = (state: string | undefined) => ["assigned", "accepted", "in_progress", "reported_done"].includes(state ?? "");
  const owns = (thing: Thing) => action(thing)?.owner === person && (sits(action(thing)?.forum) || has(action(thing)?.forum));
  const helps = (thing: Thing) => {
    const found = action(thing);
    return isOpen(found?.state) && facts.helpers.some((row) => row.action === found?.id && row.person === person && row.ended === null) && seats.some((seat) => seat.forum === found?.forum && seat.agency === found?.agency);
  };
  const chairs = (thing: Thing) => has(thing.forum, "chair") || (has(thing.forum, "deputy") && (chairOf(thing.forum) === undefined || isRecused(chairOf(thing.forum), thing.case)));
  const governsOnly = (id: string) => holdsPartnership("information_governance") && !offices.some((row) => row.person === person) && seats.length === 0 && !facts.invitations.some((row) => row.person === person && row.case === id);

  const holds: Record<Holder, (thing: Thing) => boolean> = {
    "chair in force": chairs,
    "chair's office": (thing) => has(thing.forum),
    coordinator: (thing) => has(thing.forum, "coordinator"),
    verifier: (thing) => !owns(thing) && !helps(thing) && (chairs(thing) || (has(thing.forum, "deputy") && action(thing)?.owner === chairOf(thing.forum))),
    member: (thing) => sits(thing.forum),
    themself: () => true,
    "on the register": (thing) => (thing.meeting ? signed(thing.meeting) : sight.shownOnAsking.includes(thing.subject ?? "") && !has(thing.forum)),
    "named on the address": (thing) => sight.addressesOnAsking.includes(thing.subject ?? ""),
    "named contact": (thing) => seats.some((seat) => seat.forum === thing.forum && seat.contact),
    "holder at the board": (thing) => thing.holder === person && (has(thing.forum) || sits(thing.forum)),
    owner: owns,
    "owner whose task needs it": (thing) => facts.needs.some((row) => row.person === person && row.ended === null && facts.subjects.some((subject) => subject.id === row.subject && subject.case === thing.case)) && sight.shownOnAsking.length > 0,
    "allowed colleague": helps,
    "lead agency": (thing) => facts.watches.some((row) => row.case === thing.case && seats.some((seat) => seat.forum === row.forum && seat.agency === row.lead)),
    anybody: () => true,
    councillor: () => facts.councillors.some((row) => row.person === person && row.from <= today && (row.until === null || today <= row.until)),
    raiser: (thing) => facts.concerns.some((row) => row.id === thing.concern && row.raiser === person),
    agency: () => !inForce(facts.councillors).some((row) => row.person === person),
    referrer: (thing) => facts.referrals.some((row) => row.id === thing.referral && row.writer === person),
    // whose records somebody asks to talk about stands in no fact that a page is made from
    "holder of the record": () => false,
    asked: () => false,
    "working on the case": (thing) => sight.contents.includes(thing.case ?? "") && !governsOnly(thing.case ?? ""),
    "information governance": () => holdsPartnership("information_governance"),
    evaluator: () => holdsPartnership("evaluator"),
    administrator: () => holdsPartnership("administrator"),
  };
  const may = (permission: Permission, thing: Thing = {}) => policy[permission].some((holder) => holds[holder](thing));
  const forums = [...new Set([...offices.map((row) => row.forum), ...facts.memberships.map((row) => row.forum)])];
  return { person, sight, facts, may, mayAnywhere: (permission) => may(permission) || forums.some((forum) => may(permission, { forum })), sits, serves: (forum) => has(forum), signed, isContact: (forum) => holds["named contact"]({ forum }) };
}
