import type { Tx } from "@/platform/db/client.ts";
import { addDays, type Day, dayOf } from "../../kernel/dates.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import type { ConcernAnswerKind, ConcernFrequency, ConcernMayTell, ConcernState, ConcernTried } from "../../kernel/enums.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import { listRaisedEscalations, type RaisedEscalation } from "../../escalations/queries/list-raised.ts";
import { findToldStepDown, type ToldStepDown } from "../../step-downs/queries/find-told.ts";
import { chairRecused } from "../../meetings/queries/chair-absence.ts";
import { view } from "../../view.ts";
import { subjectOf } from "../lifecycle.ts";
import { isDecided, isRepeat, meetsThreshold, type Progress, progressOf, suggestsRaising, type Threshold, wasTried } from "../rules.ts";
import { findLinkedCase, namedInReason, namedInReply } from "./find-named-in-reply.ts";

type Row = {
  id: string;
  forumId: string;
  forum: string;
  reference: string;
  state: ConcernState;
  version: number;
  wardId: string;
  ward: string;
  raisedById: string;
  by: string;
  passedById: string | null;
  passedBy: string | null;
  meeting: string | null;
  frequency: ConcernFrequency;
  tried: ConcernTried;
  residents: number | null;
  mayTell: ConcernMayTell;
  saysDanger: boolean;
  surgeryOn: Day | null;
  writtenAt: Date;
  raisedAt: Date | null;
  hearBy: Day | null;
  decidedAt: Date | null;
  answeredAt: Date | null;
  what: string;
  place: string;
  triedWords: string | null;
};

export type ConcernStep = { id: string; kind: ConcernAnswerKind; words: string; at: Date; by: string | null; agency: string | null; record: string | null; toldOn: Day | null };
export type Proposal = { proposedById: string; by: string; decision: ConcernAnswerKind; reason: string; agency: string | null; caseReference: string | null; proposedAt: Date; mine: boolean };

export type ViewedConcern = Omit<Row, "forumId" | "raisedById" | "passedById"> & {
  today: Day;
  readAt: Date;
  /** Whose eyes: they see their own words and how far it has come; the chair's office sees it whole. */
  isMine: boolean;
  isOffice: boolean;
  passedByMe: boolean;
  times: number;
  recurrences: { happenedOn: Day; note: string | null }[];
  steps: ConcernStep[];
  progress: Progress;
  /** What of it went to boards, and what they may be told of a step-down: for whoever raised it. */
  wentUp: RaisedEscalation[];
  steppedDown: ToldStepDown | null;
  waited: number;
  isLate: boolean;
  suggestsRaising: boolean;
  isRepeat: boolean;
  asked: boolean;
  /** Who it came from: to whoever raised it; to the chair's office while it was revealed. `held`: there is one. */
  contact: { held: boolean; words: string | null; until: Date | null };
  /** For the chair's office. */
  office: {
    threshold: Threshold & { met: boolean; nearby: number };
    note: string | null;
    preparation: number;
    recordWords: string | null;
    residentWords: string | null;
    proposals: Proposal[];
    caseReference: string | null;
  } | null;
  allowed: Record<"follow" | "raise" | "settle" | "tellMore" | "markTold" | "prepare" | "decide" | "ask" | "prepareReply" | "reply" | "reveal" | "escalate" | "anotherMeeting", boolean>;
};

/** A concern, as whoever asks may see it. Reading it as the chair's office is on the trail. Null where there is nothing for this person. */
export const viewConcern = view(async ({ tx, actor, now, may, record }, reference: string): Promise<ViewedConcern | null> => {
  const row = await findConcern(tx, reference);
  if (!row) return null;
  const { forumId, raisedById, passedById, ...shown } = row;
  const { id, state } = row;
  const today = dayOf(now);
  const isMine = raisedById === actor.personId;
  const isOffice = row.raisedAt !== null && may("concern.prepare", { forumId });
  const passedByMe = passedById === actor.personId;
  const caseId = isOffice ? await findLinkedCase(tx, id) : null;
  const recurrences = await tx.$queryRaw<ViewedConcern["recurrences"]>`select happened_on::text as "happenedOn", note from concern_recurrences where concern_id = ${id}::uuid order by happened_on desc, noted_at desc`;
  const steps = isMine || isOffice ? await readSteps(tx, id, isOffice) : [];
  const times = 1 + recurrences.length;
  const office = isOffice ? await readOffice(tx, actor.personId, row, caseId, times) : null;
  const isRecusedChair = await chairRecused(tx, { caseId, itemId: null });
  const decides = may("concern.decide", { forumId, chairRecused: isRecusedChair });
  if (isOffice) record({ event: "concern.opened", subject: subjectOf(row, caseId), particulars: {} });
  const follow = may("concern.follow", { isRaiser: isMine });
  const until = row.decidedAt ? dayOf(row.decidedAt) : today;
  const raisedOn = row.raisedAt && dayOf(row.raisedAt);
  const questionsAndAnswers = steps.filter(({ kind }) => kind === "more_asked" || kind === "more_told");
  return {
    ...shown, today, readAt: now, isMine, isOffice, passedByMe, times, recurrences, steps, office,
    progress: progressOf({ state, ...(isMine ? await readProgress(tx, id) : { actedAt: null, doneAt: null, stage: null }) }),
    wentUp: isMine ? await listRaisedEscalations(tx, id, today) : [],
    steppedDown: isMine ? await findToldStepDown(tx, id) : null,
    waited: raisedOn ? workingDaysBetween(raisedOn, until, await findBankHolidays(tx, raisedOn, until)) : 0,
    isLate: row.hearBy !== null && until > row.hearBy,
    suggestsRaising: suggestsRaising(state, times),
    isRepeat: isRepeat(times),
    asked: questionsAndAnswers[0]?.kind === "more_asked",
    contact: await readContact(tx, actor.personId, id),
    allowed: {
      follow: follow && state !== "answered",
      raise: follow && state === "logged",
      settle: follow && state === "logged",
      tellMore: follow && state !== "logged" && state !== "answered",
      markTold: follow,
      prepare: isOffice && state === "raised",
      decide: decides && state === "raised",
      ask: may("concern.ask", { forumId }) && isOffice && state !== "answered",
      prepareReply: isOffice && isDecided(state),
      reply: decides && isDecided(state),
      reveal: isOffice && may("concern.reveal", { forumId }),
      escalate: isOffice && state === "raised" && may("escalation.compose", { forumId }),
      anotherMeeting: isOffice && may("meeting.schedule", { forumId }),
    },
  };
});

const findConcern = async (tx: Tx, reference: string): Promise<Row | undefined> =>
  (await tx.$queryRaw<Row[]>`
    select c.id, c.forum_id as "forumId", f.name as forum, c.reference, c.state, c.version, c.ward_id as "wardId", w.name as ward, c.raised_by_id as "raisedById", concat_ws(' ', p.style, p.name) as by,
      c.passed_by_id as "passedById", (select concat_ws(' ', q.style, q.name) from people q where q.partnership_id = c.partnership_id and q.id = c.passed_by_id) as "passedBy",
      (select m.reference from meetings m where m.partnership_id = c.partnership_id and m.id = c.meeting_id) as meeting,
      c.frequency, c.tried, c.residents, c.may_tell as "mayTell", c.says_danger as "saysDanger", c.surgery_on::text as "surgeryOn", c.written_at as "writtenAt", c.raised_at as "raisedAt", c.hear_by::text as "hearBy",
      c.decided_at as "decidedAt", c.answered_at as "answeredAt", k.what, k.place, k.tried_words as "triedWords"
    from concerns c join concern_contents k on k.partnership_id = c.partnership_id and k.concern_id = c.id join wards w on w.partnership_id = c.partnership_id and w.id = c.ward_id
      join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id join people p on p.partnership_id = c.partnership_id and p.id = c.raised_by_id
    where c.reference = ${reference}`)[0];

/** Newest first. The record's own words are for the chair's office alone; who gave an answer is known to both. */
const readSteps = (tx: Tx, concernId: string, isOffice: boolean) => tx.$queryRaw<ConcernStep[]>`
  select a.id, a.kind, a.words, a.given_at as at, concat_ws(' ', p.style, p.name) as by, g.name as agency, case when ${isOffice} then r.words end as record, t.told_on::text as "toldOn"
  from concern_answers a join people p on p.partnership_id = a.partnership_id and p.id = a.given_by_id
    left join agencies g on g.partnership_id = a.partnership_id and g.id = a.agency_id
    left join concern_records r on r.partnership_id = a.partnership_id and r.answer_id = a.id
    left join concern_tellings t on t.partnership_id = a.partnership_id and t.answer_id = a.id
  where a.concern_id = ${concernId}::uuid order by a.given_at desc, a.kind desc`;

async function readProgress(tx: Tx, concernId: string) {
  const rows = await tx.$queryRaw<{ actedAt: Date | null; doneAt: Date | null; stage: "open" | "stepped_down" | "closed" | null }[]>`
    select acted_at as "actedAt", done_at as "doneAt", stage from app.concern_progress() where concern_id = ${concernId}::uuid`;
  return rows[0] ?? { actedAt: null, doneAt: null, stage: null };
}

async function readContact(tx: Tx, personId: string, concernId: string): Promise<ViewedConcern["contact"]> {
  const rows = await tx.$queryRaw<{ held: boolean; words: string | null; until: Date | null }[]>`
    select app.concern_has_contact(${concernId}::uuid) as held, (select k.contact from concern_contacts k where k.concern_id = ${concernId}::uuid) as words,
      (select max(r.ends_at) from concern_reveals r where r.concern_id = ${concernId}::uuid and r.person_id = ${personId}::uuid and r.ends_at > app.moment()) as until`;
  return rows[0] ?? { held: false, words: null, until: null };
}

async function readOffice(tx: Tx, personId: string, row: Row, caseId: string | null, times: number): Promise<NonNullable<ViewedConcern["office"]>> {
  const prepared = await tx.concernPreparation.findFirst({ where: { concernId: row.id }, select: { severalAgencies: true, highVulnerability: true, emergingHotspot: true, note: true, recordWords: true, residentWords: true, version: true } });
  const since = addDays(dayOf(row.raisedAt ?? row.writtenAt), -90);
  const near = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from concerns c where c.ward_id = ${row.wardId}::uuid and c.id <> ${row.id}::uuid and c.raised_at >= ${since}::date and c.raised_at <= coalesce(${row.raisedAt}, c.raised_at) and c.forum_id = ${row.forumId}::uuid`;
  const threshold = {
    triedLocally: wasTried(row.tried), severalAgencies: prepared?.severalAgencies ?? false, repeats: isRepeat(times), highVulnerability: prepared?.highVulnerability ?? false, emergingHotspot: prepared?.emergingHotspot ?? false,
  };
  const linked = caseId ? await tx.$queryRaw<{ reference: string }[]>`select reference from cases where id = ${caseId}::uuid` : [];
  return {
    threshold: { ...threshold, met: meetsThreshold(threshold), nearby: near[0]?.n ?? 0 },
    note: prepared?.note ?? null, preparation: prepared?.version ?? 0, recordWords: prepared?.recordWords ?? null, residentWords: prepared?.residentWords ?? null,
    proposals: await readProposals(tx, personId, row.id),
    caseReference: linked[0]?.reference ?? null,
  };
}

export const readProposals = (tx: Tx, personId: string, concernId: string) => tx.$queryRaw<Proposal[]>`
  select o.proposed_by_id as "proposedById", concat_ws(' ', p.style, p.name) as by, o.decision, o.reason, g.name as agency, c.reference as "caseReference", o.proposed_at as "proposedAt", o.proposed_by_id = ${personId}::uuid as mine
  from concern_proposals o join people p on p.partnership_id = o.partnership_id and p.id = o.proposed_by_id
    left join agencies g on g.partnership_id = o.partnership_id and g.id = o.agency_id left join cases c on c.partnership_id = o.partnership_id and c.id = o.case_id
  where o.concern_id = ${concernId}::uuid order by o.proposed_at desc`;

export type ReplyCheck = { reference: string; version: number; preparation: number; recordWords: string; residentWords: string; named: string[]; mayTell: ConcernMayTell; by: string };

/** A reply before the chair approves it, with the words in it that might name somebody: shown to the person who decides (rule 17). */
export const viewReplyCheck = view(async ({ tx, may, record }, reference: string): Promise<ReplyCheck | null> => {
  const row = await findConcern(tx, reference);
  if (!row || !isDecided(row.state) || !may("concern.prepare", { forumId: row.forumId })) return null;
  const prepared = await tx.concernPreparation.findFirst({ where: { concernId: row.id }, select: { version: true, recordWords: true, residentWords: true } });
  if (!prepared?.recordWords || !prepared.residentWords) return null;
  const caseId = await findLinkedCase(tx, row.id);
  record({ event: "concern.opened", subject: subjectOf(row, caseId), particulars: {} });
  return {
    reference, version: row.version, preparation: prepared.version, recordWords: prepared.recordWords, residentWords: prepared.residentWords, mayTell: row.mayTell, by: row.by,
    named: await namedInReply(tx, row.id, caseId, prepared.residentWords),
  };
});

export type DecisionCheck = { reference: string; version: number; proposal: Proposal; named: string[]; by: string; mayDecide: boolean };

/** A proposal before the chair decides by it, as the raiser will read it. */
export const viewDecisionCheck = view(async ({ tx, actor, may, record }, { reference, proposedById }: { reference: string; proposedById: string }): Promise<DecisionCheck | null> => {
  const row = await findConcern(tx, reference);
  if (!row || row.state !== "raised" || !may("concern.prepare", { forumId: row.forumId })) return null;
  const proposal = (await readProposals(tx, actor.personId, row.id)).find((one) => one.proposedById === proposedById);
  if (!proposal) return null;
  const found = proposal.caseReference ? await tx.case.findFirst({ where: { reference: proposal.caseReference }, select: { id: true } }) : null;
  const caseId = found?.id ?? null;
  record({ event: "concern.opened", subject: subjectOf(row, caseId), particulars: {} });
  return { reference, version: row.version, proposal, by: row.by, named: await namedInReason(tx, caseId, proposal.reason), mayDecide: may("concern.decide", { forumId: row.forumId, chairRecused: await chairRecused(tx, { caseId, itemId: null }) }) };
});
