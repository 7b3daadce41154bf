import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../support/database.ts";
import { theGateways } from "../support/gateways.ts";
import { someConcerns, type StagedConcerns } from "./staged-concerns.ts";
import { aPartnership, insert, type World } from "../support/world.ts";

/** What somebody's session and standing are as they ask. Each state has a partnership of its own, in which it holds for everybody. */
export const states = ["unsigned", "signed", "recused", "recusedSilently", "left", "signedOut", "idle", "tooLong", "roleEnded", "withoutSession", "mustSetUp"] as const;
export type State = (typeof states)[number];

export type Person = Actor & { role: string; cookie: string };
export type Stage = {
  state: State;
  world: World;
  people: Person[];
  cases: Record<"CEN" | "NOR", { id: string; reference: string; subject: string; other: string }>;
  /** A case under watch, which housing keeps, and the version of its step-down. */
  watched: { id: string; reference: string };
  /** `papers`: one of an item on no case, one of a case, one withdrawn. */
  meetings: Record<"scheduled" | "published" | "inSession" | "closed" | "circulated" | "north", { id: string; reference: string; items: string[]; papers: string[] }>;
  concerns: StagedConcerns;
  /** What waits for a place on an agenda no more. */
  waiting: Record<"CEN" | "NOR", string>;
  actions: Record<string, { id: string; reference: string }>;
  /** A draft and a sent one of housing's to CEN, one of the north member's to NOR. */
  referrals: Record<"draft" | "sent" | "north", { id: string; reference: string; subject: string }>;
  /** A report that the forum expects in a month to come. */
  planned: Record<"CEN" | "NOR", string>;
  invitation: string;
  recusal: string;
  purpose: string;
  gateway: string;
  provider: string;
  request: string;
  gatewayOf: (name: string) => string;
  sessionOf: (person: Person) => string;
};

/** What must not be read by just anybody: found again in any answer, and known by what it belongs to. */
export type Marks = Map<string, { part: "twins" | "contents" | "minutes" | "wordings" | "shown" | "addresses"; id: string }>;
export const markPattern = /Zz[a-z]+[0-9a-f]{10}/g;

export async function aStage(state: State, secret: string, marks: Marks): Promise<Stage> {
  const world = await aPartnership(`Safer ${state[0]?.toUpperCase()}${state.slice(1)}`);
  const { partnershipId, people, forums } = world;
  const mark = (part: "twins" | "contents" | "minutes" | "wordings" | "shown" | "addresses", id: string) => {
    const word = `Zz${part}${randomBytes(5).toString("hex")}`;
    marks.set(word, { part, id });
    return word;
  };
  const of = (code: "CEN" | "NOR") => ({ partnership_id: partnershipId, forum_id: forums[code] });
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * 60_000);
  const day = 24 * 60;

  const more = async (role: string): Promise<Actor> => {
    const personId = randomUUID();
    await insert("people", { id: personId, partnership_id: partnershipId, agency_id: world.agencies.council, name: role, post: "Officer", email: `${personId}@testham.example` });
    return { ...people.bystander, personId, name: role };
  };
  const invitee = await more("Hana Okafor");
  const evaluator = await more("Daniel Ashworth");
  await insert("partnership_offices", { id: randomUUID(), partnership_id: partnershipId, person_id: evaluator.personId, office: "evaluator", from_on: "2025-01-01" });
  await owner.query("update appointments set capacity = 'acting' where person_id = $1", [people.northChair.personId]);
  await owner.query("update memberships set named_contact = true where person_id = $1", [people.probation.personId]);
  const gatewayOf = await theGateways(world);

  const aCase = async (code: "CEN" | "NOR") => {
    const id = randomUUID();
    const reference = `${code}-${100 + Math.floor(Math.random() * 900_000)}`;
    await insert("cases", { ...of(code), id, reference, opened_on: "2026-01-10" });
    await insert("case_twins", { ...of(code), case_id: id, subject_type: "victim", title: `Resident ${mark("twins", id)}`, summary: "Noise", involves_children: false });
    await insert("case_contents", { ...of(code), case_id: id, background: `Known: ${mark("contents", id)}`, wanted: "One plan", risk: "medium" });
    const subjects: string[] = [];
    for (const stored of [true, false]) {
      const subject = randomUUID();
      await insert("case_subjects", { ...of(code), id: subject, case_id: id, role: "victim", label: "The resident" });
      await insert("protected_particulars", { ...of(code), subject_id: subject, case_id: id, name: mark("shown", subject) });
      if (stored) {
        await insert("withheld_addresses", { ...of(code), subject_id: subject, case_id: id, address: mark("addresses", subject) });
        for (const reader of [people.coordinator, people.housing]) await insert("withheld_address_readers", { ...of(code), subject_id: subject, case_id: id, person_id: reader.personId, named_by_id: people.chair.personId, named_at: at(-day) });
      }
      subjects.push(subject);
    }
    return { id, reference, subject: subjects[0] ?? "", other: subjects[1] ?? "" };
  };
  const cases = { CEN: await aCase("CEN"), NOR: await aCase("NOR") };
  const watched = await aCase("CEN");
  await owner.query("update cases set stage = 'stepped_down' where id = $1", [watched.id]);
  const stepDown = async (caseId: string, over: Record<string, unknown>) => {
    const id = randomUUID();
    await insert("step_downs", { ...of("CEN"), id, case_id: caseId, begun_by_id: people.coordinator.personId, begun_at: at(-2 * day), ...over });
    await insert("step_down_words", { ...of("CEN"), step_down_id: id, case_id: caseId, changed: `Changed: ${mark("contents", caseId)}` });
    return id;
  };
  await stepDown(cases.CEN.id, {});
  const londonDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(at(-day));
  const { rows: [until] } = await owner.query<{ day: string }>("select ($1::date + interval '6 months')::date::text as day", [londonDay]);
  await stepDown(watched.id, { lead_agency_id: world.agencies.housing, watch_months: 6, check_months: 2, return_trigger: "Noise at night", signed_by_id: people.chair.personId, signed_at: at(-day), watch_until: until?.day });

  const aMeeting = async (code: "CEN" | "NOR", state_: string, more_: Record<string, unknown>) => {
    const id = randomUUID();
    const reference = `${code}-${2030 + Math.floor(Math.random() * 70)}-${String(1 + Math.floor(Math.random() * 12)).padStart(2, "0")}-X${1 + Math.floor(Math.random() * 999)}`;
    await insert("meetings", { ...of(code), id, reference, kind: "ordinary", state: state_, starts_at: at(30), place: "Room 2", limit_minutes: 120, ...more_ });
    const items = [randomUUID(), randomUUID()];
    const done = "closed_at" in more_;
    await insert("agenda_items", { ...of(code), id: items[0], meeting_id: id, position: 1, kind: "other_business", planned_minutes: 5, ...(done ? { outcome: "noted" } : {}) });
    await insert("agenda_items", { ...of(code), id: items[1], meeting_id: id, position: 2, kind: "case", case_id: cases[code].id, planned_minutes: 8, ...("opened_at" in more_ ? { opened_at: more_.opened_at } : {}), ...(done ? { outcome: "agreed", decision: "continue" } : {}) });
    if ("opened_at" in more_) for (const [index, case_id] of [null, cases[code].id].entries()) await insert("minutes", { item_id: items[index], ...of(code), meeting_id: id, case_id, discussion: `Said: ${mark("minutes", items[index] ?? "")}`, written_by_id: people.coordinator.personId, written_at: at(-60) });
    const papers = [randomUUID(), randomUUID(), randomUUID()];
    const paper = (index: number, item: number, words: string, more__: Record<string, unknown> = {}) =>
      insert("papers", { ...of(code), id: papers[index], meeting_id: id, item_id: items[item], position: index + 1, title: "A paper", media_type: "text/plain; charset=utf-8", content: Buffer.from(words), added_by_id: people.chair.personId, added_at: at(-day), ...more__ });
    await paper(0, 0, "Calls by ward");
    await paper(1, 1, `Of the case: ${mark("contents", cases[code].id)}`, { case_id: cases[code].id });
    await paper(2, 0, "The wrong month", { withdrawn_at: at(-60), withdrawn_reason: "The wrong month" });
    return { id, reference, items, papers };
  };
  const held = (ago: number) => ({ starts_at: at(-ago), published_at: at(-ago - day), doors_opened_at: at(-ago - 30), opened_at: at(-ago), presided_by_id: people.chair.personId, closed_at: at(-ago + 90) });
  const meetings = {
    scheduled: await aMeeting("CEN", "scheduled", { starts_at: at(20 * day) }),
    published: await aMeeting("CEN", "published", { published_at: at(-day), doors_opened_at: at(-5) }),
    inSession: await aMeeting("CEN", "in_session", { published_at: at(-day), doors_opened_at: at(-60), opened_at: at(-30), starts_at: at(-30), presided_by_id: people.chair.personId }),
    closed: await aMeeting("CEN", "closed", held(2 * day)),
    circulated: await aMeeting("CEN", "circulated", { ...held(5 * day), circulated_at: at(-3 * day) }),
    north: await aMeeting("NOR", "in_session", { published_at: at(-day), doors_opened_at: at(-60), opened_at: at(-30), starts_at: at(-30), presided_by_id: people.northChair.personId }),
  };

  const concerns = await someConcerns({ partnershipId, wardId: world.wardId, forums, people, cases });

  const waited = async (code: "CEN" | "NOR") => {
    const id = randomUUID();
    await insert("waiting_items", { ...of(code), id, kind: "report", title: "A report that waited", planned_minutes: 5, waiting_since: at(-day), added_by_id: people.chair.personId, ended_at: at(-60) });
    return id;
  };
  const waiting = { CEN: await waited("CEN"), NOR: await waited("NOR") };

  const actions: Stage["actions"] = {};
  const anAction = async (name: string, code: "CEN" | "NOR", state_: string, who: Actor) => {
    const id = randomUUID();
    const reference = `${cases[code].reference}/A${Object.keys(actions).length + 1}`.replace("/", "-");
    const meeting = code === "CEN" ? meetings.closed : meetings.north;
    await insert("actions", { ...of(code), id, reference, case_id: cases[code].id, meeting_id: meeting.id, item_id: meeting.items[1], owner_id: who.personId, owner_agency_id: who.agencyId, due_on: "2027-03-01", state: state_, created_at: at(-day), ended_at: state_ === "verified" ? at(-60) : null });
    await insert("action_wordings", { ...of(code), action_id: id, wording: `Do ${mark("wordings", id)}`, measure: "A note" });
    if (code === "CEN") await insert("action_colleagues", { action_id: id, ...of(code), person_id: people.colleague.personId, allowed_by_id: people.chair.personId, allowed_at: at(-day) });
    actions[name] = { id, reference };
  };
  for (const name of ["assigned", "accepted", "reported_done", "recorded", "verified"]) await anAction(name, "CEN", name, people.housing);
  await anAction("north", "NOR", "assigned", people.northMember);
  await insert("task_particulars", { id: randomUUID(), ...of("CEN"), case_id: cases.CEN.id, action_id: actions.accepted?.id, subject_id: cases.CEN.subject, owner_id: people.housing.personId, allowed_by_id: people.chair.personId, allowed_at: at(-day) });

  const invited = { ...of("CEN"), meeting_id: meetings.inSession.id, item_id: meetings.inSession.items[1], case_id: cases.CEN.id, invited_by_id: people.chair.personId, invited_at: at(-day) };
  await insert("case_invitations", { id: randomUUID(), ...invited, person_id: invitee.personId });
  // withdrawn before: pressed once more it changes nothing
  const invitation = randomUUID();
  await insert("case_invitations", { id: invitation, ...invited, person_id: people.bystander.personId, withdrawn_at: at(-60) });
  const purpose = randomUUID();
  await insert("governance_purposes", { id: purpose, ...of("CEN"), case_id: cases.CEN.id, person_id: people.governance.personId, purpose: "A subject access request", from_on: at(-day), until_on: at(20 * day), asked_at: at(-day) });
  const recusal = randomUUID();
  await insert("recusals", { id: recusal, ...of("NOR"), case_id: cases.NOR.id, person_id: people.marpMember.personId, silent: false, reason: "A contract with the landlord", decided_by_id: people.northChair.personId, decided_at: at(-day) });

  const aPlanned = async (code: "CEN" | "NOR", who: Actor) => {
    const id = randomUUID();
    await insert("planned_reports", { id, ...of(code), kind: "report", title: "Performance", presenter: "Head of service", planned_minutes: 10, due_month: "2035-03-01", planned_by_id: who.personId, planned_at: at(-day) });
    return id;
  };
  const planned = { CEN: await aPlanned("CEN", people.coordinator), NOR: await aPlanned("NOR", people.northChair) };

  const aReferral = async (code: "CEN" | "NOR", state_: "draft" | "sent", who: Actor) => {
    const id = randomUUID();
    const subject = randomUUID();
    const reference = `REF-2026-${String(1000 + Math.floor(Math.random() * 8999))}`;
    const in_ = { partnership_id: partnershipId, referral_id: id };
    await insert("referrals", { ...of(code), id, agency_id: who.agencyId, person_id: who.personId, reference, state: state_, started_at: at(-2 * day), ...(state_ === "sent" ? { sent_at: at(-day), answer_by: at(5 * day) } : {}) });
    await insert("referral_matters", { ...in_, subject_type: "location", title: "Gatherings at a parade", summary: "Noise at night", happening: "Six calls since May", wanted: "One plan" });
    await insert("referral_thresholds", { ...in_, tried_locally: true, tried: "Two visits", occurrences: 6, other_agency_ids: [], vulnerable: false, hotspot: true, harms: "{nuisance}" });
    await insert("referral_sharings", { ...in_, purpose: "One plan", necessity: "No single service can", proportionality: "No less would do", grade: "reliable", marking: "official", informed: true });
    await insert("referral_risks", { ...in_, frequency: 1, escalation: 1, targeting: 1, vulnerability: 1, impact: 1, support: 1, total: 18, band: "medium", risk: "medium" });
    await insert("referral_subjects", { ...in_, id: subject, role: "location", label: "The parade", added_at: at(-day) });
    await insert("referral_particulars", { ...in_, subject_id: subject, address: "The Arcade" });
    return { id, reference, subject };
  };
  const referrals = { draft: await aReferral("CEN", "draft", people.housing), sent: await aReferral("CEN", "sent", people.housing), north: await aReferral("NOR", "sent", people.northMember) };

  const provider = randomUUID();
  await insert("identity_providers", { id: provider, partnership_id: partnershipId, name: "Council", issuer: "https://login.testham.example", client_id: provider, added_at: at(-day), added_by_id: people.administrator.personId });
  const request = randomUUID();
  await insert("access_requests", { id: request, partnership_id: partnershipId, provider_id: provider, subject: request, name: "Somebody New", email: "", asked_at: at(-day) });

  const all: [string, Actor][] = [...Object.entries(people), ["invitee", invitee], ["evaluator", evaluator]];
  const sheet = (meeting: { id: string }, who: Actor, code: "CEN" | "NOR") =>
    insert("sign_ins", { id: randomUUID(), ...of(code), meeting_id: meeting.id, person_id: who.personId, agency_id: who.agencyId, commits: true, declaration_id: world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: at(-20) });
  if (["signed", "recused", "recusedSilently", "roleEnded"].includes(state)) {
    for (const [, who] of all) for (const meeting of [meetings.inSession, meetings.published, meetings.closed, meetings.circulated]) await sheet(meeting, who, "CEN");
    for (const who of [people.northChair, people.northMember]) await sheet(meetings.north, who, "NOR");
    await insert("advance_signatures", { id: randomUUID(), ...of("CEN"), meeting_id: meetings.published.id, person_id: people.probation.personId, agency_id: people.probation.agencyId, declaration_id: world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: at(-20) });
  }
  if (state === "recused" || state === "recusedSilently") {
    for (const [, who] of all) await insert("recusals", { id: randomUUID(), ...of("CEN"), case_id: cases.CEN.id, person_id: who.personId, silent: state === "recusedSilently", reason: "A contract with the landlord", decided_by_id: people.marpChair.personId, decided_at: at(-day) });
  }
  if (state === "left") await owner.query("update people set left_at = now() where partnership_id = $1", [partnershipId]);
  if (state === "roleEnded") for (const table of ["appointments", "memberships", "partnership_offices", "elected_members"]) await owner.query(`update ${table} set until_on = '2026-01-01' where partnership_id = $1`, [partnershipId]);

  const sessions = new Map<string, string>();
  const cast = await Promise.all(all.map(async ([role, who]): Promise<Person> => {
    const { id, cookie } = await aSession(who, secret, state);
    sessions.set(who.personId, id);
    return { ...who, role, cookie: state === "withoutSession" ? "" : cookie };
  }));
  return { state, world, people: cast, cases, watched, meetings, concerns, waiting, actions, referrals, planned, invitation, recusal, purpose, provider, request, gateway: gatewayOf("Crime and Disorder Act 1998, section 115"), gatewayOf, sessionOf: (person) => sessions.get(person.personId) ?? "" };
}

/** A session as signing in leaves it, with its rows moved to where the clock would have brought them. */
export async function aSession(who: Actor, secret: string, state: State = "unsigned") {
  const reference = randomBytes(32).toString("base64url");
  const id = randomUUID();
  await owner.query(
    `insert into sessions (id, partnership_id, person_id, reference_hash, opened_at, idle_ends_at, ends_at, ended_at, how)
     values ($1, $2, $3, $4, now() - interval '1 hour', now() + $5::interval, now() + $6::interval, $7, $8)`,
    [id, who.partnershipId, who.personId, createHash("sha256").update(reference).digest(), state === "idle" ? "-1 second" : "30 minutes", state === "tooLong" ? "-1 second" : "11 hours", state === "signedOut" ? new Date() : null, state === "mustSetUp" ? "password" : "second_factor"],
  );
  return { id, reference, cookie: `__Host-casemoot.session=${await encode({ token: { reference }, secret, maxAge: 12 * 60 * 60 })}` };
}
