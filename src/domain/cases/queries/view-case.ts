import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { type HistoryLine, listHistory } from "../../audit/queries/list-history.ts";
import { minuteNumberInWords } from "../../forums/numbering.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { ActionState, CaseDecision, CaseStage, IncompleteKind, ItemOutcome, MeetingState, Risk, StepDownEnd, SubjectType } from "../../kernel/enums.ts";
import { view, type ViewContext } from "../../view.ts";
import { subjectOf } from "../lifecycle.ts";
import { monthsBetween } from "../rules.ts";
import { readGoingRound } from "./going-round.ts";
import { type CasePurpose, listPurposes } from "./list-purposes.ts";
import { type Withheld, withWithheld } from "./list-withheld.ts";

/** Who a subject is (D3), as far as it is known. A withheld address is never here: only which agency holds it. */
export type Particulars = { name: string | null; bornOn: Day | null; address: string | null; addressHeldBy: string | null; safeContact: string | null };
export type Subject = {
  id: string;
  role: SubjectType;
  label: string;
  particulars: Particulars | null;
  /** A child, somebody who is eighteen within six months, or grown up; null where the day of birth is not known. */
  stage: "child" | "turning" | "adult" | null;
  /** The reader may be shown who it is: all of them by office or register, by a task those that it needs. */
  mayShow: boolean;
  withheld: Withheld | null;
};
export type Twin = { title: string; summary: string; subjectType: SubjectType; ward: string | null; involvesChildren: boolean };
export type CaseMeeting = {
  meeting: string;
  startsAt: Date;
  state: MeetingState;
  held: boolean;
  outcome: ItemOutcome | null;
  decision: CaseDecision | null;
  /** "CEN 12/26" */
  minute: string | null;
  /** What was said, and why it was decided so (D2). */
  discussion: string | null;
  decisionReason: string | null;
};
export type CaseAction = {
  reference: string;
  state: ActionState;
  incompleteKind: IncompleteKind | null;
  due: Day;
  endedOn: Day | null;
  owner: string;
  agency: string;
  /** Its own words where the reader may read them (D2), else the nameless ones; null where those were left empty. */
  text: string | null;
};

export type ViewedCase = {
  reference: string;
  forum: { code: string; name: string };
  stage: CaseStage;
  openedOn: Day;
  closedOn: Day | null;
  /** D0 alone for information governance: that the case exists. */
  twin: Twin | null;
  /** D2; null for those who hold the summary only. */
  content: { background: string; wanted: string; risk: Risk; /** Totals of the risk matrix, the first scoring first. */ scored: number[]; subjects: Subject[] } | null;
  /** Until when the particulars are shown to this person; null while they are hidden. */
  revealedUntil: Date | null;
  readAt: Date;
  today: Day;
  /** Newest first; those to come are on top. */
  meetings: CaseMeeting[];
  /** At how many meetings it was discussed, and how often it was put off at one instead. */
  discussed: number;
  deferrals: number;
  months: number;
  /** Rule 21: it continues only with a reason why it is kept. */
  goesRound: boolean;
  /** The newest first. */
  actions: CaseAction[];
  /** Whether the reader belongs to the forum, so that its meetings and actions are theirs to open; who was asked in reads this page alone. */
  belongs: boolean;
  /** The papers of the item for which the reader is asked in, while it lasts. */
  invitedPapers: InvitedPaper[];
  /** The case is shut to the reader, who knows of it: its reference and forum are theirs, and nothing else (D0). */
  recused: boolean;
  /** To whom the case is shut, for the chair's office; null for anybody else. */
  recusedPeople: RecusedPerson[] | null;
  /** For the chair's office and information governance: who asked to open the case and why, what is over left out; null for anybody else. */
  purposes: CasePurpose[] | null;
  /** For the chair's office; null for anybody else. */
  history: HistoryLine[] | null;
  /** Its watch, for everybody round the table: the one that is kept, or how the last one ended. Null where it was never stepped down. */
  watch: CaseWatch | null;
  allowed: { reveal: boolean; stepDown: "begin" | "goOn" | null; amend: boolean; withhold: boolean; askToOpen: boolean };
};

export type CaseWatch = { leadAgency: string; until: Day; end: StepDownEnd | null; isRepeat: boolean; endedOn: Day | null };
export type InvitedPaper = { id: string; meeting: string; position: number; title: string };
export type RecusedPerson = { name: string; agency: string; silent: boolean; since: Date; reason: string | null };

type Row = {
  id: string; forumId: string; reference: string; code: string; forum: string; stage: CaseStage; openedOn: Day; closedOn: Day | null;
  title: string | null; summary: string | null; subjectType: SubjectType | null; ward: string | null; involvesChildren: boolean | null;
  background: string | null; wanted: string | null; risk: Risk | null; scored: number[]; subjects: Omit<Subject, "withheld">[]; mayReveal: boolean; taskNeeds: boolean; recused: boolean; revealedUntil: Date | null;
};

/**
 * One case, as deep as the reader may see it today (rule 26): that it exists, its nameless twin, its record, and for fifteen
 * minutes after a reveal who it is about. Reading the record is on its trail. Null where there is nothing for this person.
 */
export async function readCase({ tx, actor, standing, now, may, record }: ViewContext, reference: string): Promise<ViewedCase | null> {
  const row = await findCase(tx, reference);
  if (!row) return null;
  const { id, forumId, stage, openedOn, closedOn, title, background } = row;
  const isOffice = !row.recused && may("case.amend", { forumId });
  const asks = !row.recused && may("purpose.ask");
  const deep = background === null || row.wanted === null || row.risk === null ? null : { background, wanted: row.wanted, risk: row.risk, scored: row.scored };
  const [meetings, actions, subjects, recusedPeople, purposes, history, goingRound, watches] = await together(tx, (at) => [
    title === null ? [] : listMeetings(at, id, row.code),
    title === null ? [] : listActions(at, id),
    deep ? withWithheld(at, id, row.subjects) : [],
    isOffice ? listRecusedPeople(at, id) : null,
    isOffice || asks ? listPurposes(at, { actor, standing, today: dayOf(now) }, id) : null,
    may("history.read", { forumId }) ? listHistory(at, { caseId: id }) : null,
    title === null || stage === "closed" ? null : readGoingRound(at, [id]),
    title === null ? [] : listWatches(at, id),
  ]);
  const content = deep && { ...deep, subjects };
  if (content) record({ event: "case.opened", subject: subjectOf(row), particulars: {} });
  return {
    reference: row.reference, forum: { code: row.code, name: row.forum }, stage, openedOn, closedOn,
    twin: title === null || row.summary === null || row.subjectType === null ? null : { title, summary: row.summary, subjectType: row.subjectType, ward: row.ward, involvesChildren: row.involvesChildren === true },
    content,
    revealedUntil: row.mayReveal || row.taskNeeds ? row.revealedUntil : null,
    readAt: now,
    today: dayOf(now),
    meetings,
    discussed: meetings.filter(({ held, decision }) => held && decision !== "defer").length,
    deferrals: meetings.filter(({ held, decision }) => held && decision === "defer").length,
    months: monthsBetween(openedOn, closedOn ?? dayOf(now)),
    goesRound: goingRound?.get(id)?.isGoing ?? false,
    actions,
    belongs: [...standing.appointments, ...standing.memberships].some((held) => held.forumId === forumId),
    invitedPapers: deep ? await listInvitedPapers(tx, id) : [],
    recused: row.recused,
    recusedPeople, purposes, history,
    watch: watchOf(watches),
    allowed: { reveal: !row.recused && may("case.reveal", { forumId, onRegister: row.mayReveal, taskNeeds: row.taskNeeds }), stepDown: !row.recused && stage === "open" && may("case.prepareStepDown", { forumId }) ? (watches.some(({ isSigned }) => !isSigned) ? "goOn" : "begin") : null, amend: isOffice && stage !== "closed", withhold: isOffice && content !== null, askToOpen: asks },
  };
}

export const viewCase = view(readCase);

type FoundWatch = { isSigned: boolean; leadAgency: string | null; until: Day | null; end: StepDownEnd | null; isRepeat: boolean; endedOn: Day | null };
const watchOf = (watches: readonly FoundWatch[]): CaseWatch | null => {
  const last = watches.find(({ isSigned }) => isSigned);
  return last?.leadAgency && last.until ? { leadAgency: last.leadAgency, until: last.until, end: last.end, isRepeat: last.isRepeat, endedOn: last.endedOn } : null;
};
/** What is being prepared, and the watches that were kept, the newest first. */
const listWatches = (tx: Tx, caseId: string) => tx.$queryRaw<FoundWatch[]>`
  select s.signed_at is not null as "isSigned", g.name as "leadAgency", s.watch_until::text as until, s."end", s.is_repeat as "isRepeat", (s.ended_at at time zone 'Europe/London')::date::text as "endedOn"
  from step_downs s left join agencies g on g.partnership_id = s.partnership_id and g.id = s.lead_agency_id
  where s.case_id = ${caseId}::uuid and s."end" is distinct from 'dropped' order by coalesce(s.signed_at, s.begun_at) desc`;

const listInvitedPapers = (tx: Tx, caseId: string) => tx.$queryRaw<InvitedPaper[]>`
    select p.id, a.meeting, p.position, p.title from papers p cross join lateral app.place_of_paper(p.id) a
    where p.case_id = ${caseId}::uuid and p.item_id = any((select app.items_invited())::uuid[]) and p.withdrawn_at is null order by p.position`;

const listRecusedPeople = (tx: Tx, caseId: string): Promise<RecusedPerson[]> => tx.$queryRaw<RecusedPerson[]>`
  select concat_ws(' ', p.style, p.name) as name, g.short_name as agency, r.silent, r.decided_at as since, r.reason
  from recusals r join people p on p.partnership_id = r.partnership_id and p.id = r.person_id join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
  where r.case_id = ${caseId}::uuid and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) order by r.decided_at, p.name`;

/** The policies decide what of it comes back: a depth that isn't the reader's is null. */
async function findCase(tx: Tx, reference: string): Promise<Row | undefined> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.forum_id as "forumId", c.reference, f.code, f.name as forum, c.stage, c.opened_on::text as "openedOn", c.closed_on::text as "closedOn",
      t.title, t.summary, t.subject_type as "subjectType", w.name as ward, t.involves_children as "involvesChildren", k.background, k.wanted, k.risk,
      array(select r.total::int from risk_assessments r where r.partnership_id = c.partnership_id and r.case_id = c.id order by r.assessed_at, r.id) as scored,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'label', s.label, 'stage', ages.of ->> s.id::text, 'mayShow', app.may_reveal(c.id) or s.id = any(app.subjects_needed(c.id)),
          'particulars', case when p.subject_id is not null and (app.has_revealed(c.id) or app.has_revealed_for_task(c.id, s.id)) then
          jsonb_build_object('name', p.name, 'bornOn', p.born_on, 'address', p.address, 'addressHeldBy', g.name, 'safeContact', p.safe_contact) end) order by s.label), '[]')
        from case_subjects s left join protected_particulars p on p.partnership_id = s.partnership_id and p.subject_id = s.id
          left join agencies g on g.partnership_id = p.partnership_id and g.id = p.address_held_by_id
        where s.partnership_id = c.partnership_id and s.case_id = c.id) as subjects,
      app.may_reveal(c.id) as "mayReveal", cardinality(app.subjects_needed(c.id)) > 0 as "taskNeeds", c.id = any((select app.shut_cases())::uuid[]) as recused,
      (select max(r.ends_at) from reveals r where r.partnership_id = c.partnership_id and r.case_id = c.id and r.person_id = app.person() and r.ends_at > app.moment()) as "revealedUntil"
    from cases c join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id
      left join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      left join wards w on w.partnership_id = t.partnership_id and w.id = t.ward_id
      left join lateral (select jsonb_object_agg(a.subject_id, a.stage) as of from app.ages_in_case(c.id) a) ages on true
      left join case_contents k on k.partnership_id = c.partnership_id and k.case_id = c.id
    where c.reference = ${reference}`;
  return rows[0];
}

// the minutes of this case alone: sought by item, each minute that was ever written was asked whether it may be read
async function listMeetings(tx: Tx, caseId: string, code: string): Promise<CaseMeeting[]> {
  const rows = await tx.$queryRaw<(Omit<CaseMeeting, "minute"> & { minuteNumber: number | null; minuteYear: number | null })[]>`
    select h.meeting, h.starts_at as "startsAt", h.state, h.closed_at is not null as held, h.outcome, h.decision,
      h.minute_number as "minuteNumber", h.minute_year as "minuteYear", n.discussion, n.decision_reason as "decisionReason"
    from app.meetings_of_case(${caseId}::uuid) h
      left join minutes n on n.partnership_id = app.partnership() and n.case_id = ${caseId}::uuid and n.item_id = h.item_id order by h.starts_at desc`;
  return rows.map(({ minuteNumber, minuteYear, ...row }) => ({ ...row, minute: minuteNumber === null || minuteYear === null ? null : minuteNumberInWords(code, minuteNumber, minuteYear) }));
}

const listActions = (tx: Tx, caseId: string): Promise<CaseAction[]> => tx.$queryRaw<CaseAction[]>`
  select a.reference, a.state, a.incomplete_kind as "incompleteKind", a.due_on::text as due, (a.ended_at at time zone 'Europe/London')::date::text as "endedOn", concat_ws(' ', p.style, p.name) as owner, g.short_name as agency, coalesce(w.wording, a.nameless_wording) as text
  from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id
    join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    left join action_wordings w on w.partnership_id = a.partnership_id and w.action_id = a.id
  where a.case_id = ${caseId}::uuid order by a.created_at desc, length(a.reference) desc, a.reference desc`;
