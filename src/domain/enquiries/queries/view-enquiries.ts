import { findWorkedCase, listAnswers } from "../../disclosures/queries/find-gateways.ts";
import type { GatewayAnswer } from "../../disclosures/queries/reach.ts";
import { dayOf, type Day } from "../../kernel/dates.ts";
import { findRoute, type SentRoute } from "../../one-time-routes/queries/find-route.ts";
import { view, type ViewContext } from "../../view.ts";
import { subjectOf } from "../lifecycle.ts";
import { type Askable, findAskable } from "./find-askable.ts";

export type EnquiryState = "open" | "answered" | "refused" | "withdrawn";
export type ViewedEnquiry = {
  reference: string;
  forum: string;
  state: EnquiryState;
  askedAt: Date;
  answerBy: Day;
  answeredAt: Date | null;
  today: Day;
  /** Null for whoever was asked, once it is answered or withdrawn. */
  words: { question: string; told: string | null; purpose: string } | null;
  gateway: Pick<GatewayAnswer, "part" | "name" | "plain">[];
  /** For the chair's office: of which case, whom it asked, and how the link stands. */
  office: { case: string; person: string; agency: string; route: SentRoute | null; answer: string | null } | null;
  allowed: { answer: boolean; withdraw: boolean };
};

type Row = Omit<ViewedEnquiry, "state" | "words" | "office" | "allowed" | "today" | "gateway"> & {
  id: string; forumId: string; caseId: string; personId: string; withdrawnAt: Date | null; withheldId: string | null; question: string | null; told: string | null; purpose: string | null; case: string | null; person: string; agency: string; answer: string | null; gateway: ViewedEnquiry["gateway"];
};

/** One enquiry, for the chair's office that asked and for whoever is asked, who sees what the office chose to tell and nothing of the case; opening it is on its trail. */
async function readEnquiry({ tx, actor, now, may, record }: ViewContext, wanted: { reference: string } | { id: string }): Promise<ViewedEnquiry | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select e.id, e.reference, f.name as forum, e.forum_id as "forumId", e.case_id as "caseId", e.person_id as "personId", e.asked_at as "askedAt", e.answer_by::text as "answerBy", e.answered_at as "answeredAt", e.withdrawn_at as "withdrawnAt", e.withheld_id as "withheldId",
      w.question, w.told, w.purpose, c.reference as "case", concat_ws(' ', p.style, p.name) as person, g.name as agency, coalesce(k.words, s.reason) as answer,
      (select coalesce(jsonb_agg(jsonb_build_object('part', r.part, 'name', r.name, 'plain', r.plain) order by r.part), '[]') from gateway_rows r where r.id in (e.power_id, e.lawful_basis_id, e.condition_id, e.confidentiality_id)) as gateway
    from enquiries e join forums f on f.partnership_id = e.partnership_id and f.id = e.forum_id left join enquiry_words w on w.enquiry_id = e.id
      left join cases c on c.partnership_id = e.partnership_id and c.id = e.case_id join people p on p.partnership_id = e.partnership_id and p.id = e.person_id join agencies g on g.partnership_id = e.partnership_id and g.id = e.agency_id
      left join contributions k on k.partnership_id = e.partnership_id and k.id = e.answer_contribution_id left join withheld_shares s on s.partnership_id = e.partnership_id and s.id = e.withheld_id
    where ${"id" in wanted ? wanted.id : null}::uuid = e.id or e.reference = ${"reference" in wanted ? wanted.reference : null}`;
  if (!row) return null;
  const { id, forumId, caseId, personId, withdrawnAt, withheldId, question, told, purpose, case: ofCase, person, agency, answer, ...shown } = row;
  const state = withdrawnAt ? "withdrawn" : !shown.answeredAt ? "open" : withheldId ? "refused" : "answered";
  const serves = may("enquiry.ask", { forumId });
  const words = question !== null && purpose !== null ? { question, told, purpose } : null;
  if (words) record({ event: "enquiry.opened", subject: subjectOf({ ...shown, id, forumId, caseId }), particulars: {} });
  return {
    ...shown, state, words, today: dayOf(now),
    gateway: words ? shown.gateway : [],
    office: serves && ofCase ? { case: ofCase, person, agency, route: await findRoute(tx, { purpose: "enquiry_answer", subjectId: id }, now), answer } : null,
    allowed: { answer: state === "open" && may("enquiry.answer", { isAsked: personId === actor.personId }), withdraw: state === "open" && serves },
  };
}

export const viewEnquiry = view((context, reference: string) => readEnquiry(context, { reference }));
export const viewEnquiryOfRoute = view((context, id: string) => readEnquiry(context, { id }));

export type AskForm = { reference: string; people: Omit<Askable, "recused">[]; answers: GatewayAnswer[] };

/** What the form to ask offers; null for whoever may not ask about this case. */
export const viewAskForm = view(async ({ tx, now, may }, reference: string): Promise<AskForm | null> => {
  const found = await findWorkedCase(tx, reference);
  if (!found || found.stage === "closed" || !may("enquiry.ask", { forumId: found.forumId })) return null;
  return { reference: found.reference, people: (await findAskable(tx, { forumId: found.forumId, caseId: found.id })).map(({ recused: _, ...person }) => person), answers: await listAnswers(tx, dayOf(now)) };
});

export type OwnEnquiry = { reference: string; forum: string; answerBy: Day };
/** The questions that wait for this person, the first due first: for their home. */
export const listOwnEnquiries = view(async ({ tx, actor }, _: Record<never, never>): Promise<OwnEnquiry[]> => tx.$queryRaw<OwnEnquiry[]>`
  select e.reference, f.name as forum, e.answer_by::text as "answerBy" from enquiries e join forums f on f.partnership_id = e.partnership_id and f.id = e.forum_id
  where e.person_id = ${actor.personId}::uuid and e.answered_at is null and e.withdrawn_at is null order by e.answer_by, e.reference limit 50`);

export type CaseEnquiry = { reference: string; agency: string; askedAt: Date; answerBy: Day; state: EnquiryState };
/** What was asked about a case of those who aren't at the table, the last first: for the chair's office. */
export const listCaseEnquiries = view(async ({ tx }, reference: string): Promise<CaseEnquiry[]> => tx.$queryRaw<CaseEnquiry[]>`
  select e.reference, g.short_name as agency, e.asked_at as "askedAt", e.answer_by::text as "answerBy",
    case when e.withdrawn_at is not null then 'withdrawn' when e.answered_at is null then 'open' when e.withheld_id is not null then 'refused' else 'answered' end as state
  from enquiries e join agencies g on g.partnership_id = e.partnership_id and g.id = e.agency_id join cases c on c.partnership_id = e.partnership_id and c.id = e.case_id
  where c.reference = ${reference} and e.forum_id = any((select app.offices_held())::uuid[]) order by e.asked_at desc`);
