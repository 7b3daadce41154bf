import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { readCase, type ViewedCase } from "../../cases/queries/view-case.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { Marking, SourceGrade } from "../../kernel/enums.ts";
import { view, type ViewContext } from "../../view.ts";
import type { GatewayAnswer, Party } from "../rules.ts";
import { findWorkedCase, listAnswers, listTable } from "./find-gateways.ts";

export type ToldAnswer = Pick<GatewayAnswer, "part" | "name" | "plain" | "checked">;
export type SharedWords = {
  id: string;
  at: Date;
  agency: string;
  by: string;
  words: string;
  purpose: string;
  necessity: string;
  leftOut: string | null;
  grade: SourceGrade;
  marking: Marking;
  informed: boolean;
  informedReason: string | null;
  recipients: string[];
  gateway: ToldAnswer[];
};
export type Withheld = { id: string; at: Date; agency: string; by: string; from: string | null; what: string; reason: string };
export type SharedView = { contributions: SharedWords[]; withheld: Withheld[]; allowed: { contribute: boolean; ask: boolean; ledger: boolean } };

/**
 * What agencies gave to a case, newest first, as far as the reader's agency was told it, and decisions not to share for those who may
 * see them. Null for whoever may not open the record. The reading itself is the reading of the case.
 */
async function readShared({ tx, may }: ViewContext, reference: string): Promise<SharedView | null> {
  const [[found], contributions, withheld] = await together(tx, (at) => [findOpened(at, reference), listContributions(at, reference), listWithheld(at, reference)]);
  if (!found?.opens) return null;
  const { forumId, stage, worksOnCase } = found;
  return {
    contributions, withheld,
    allowed: { contribute: stage !== "closed" && may("case.contribute", { forumId, worksOnCase }), ask: stage !== "closed" && may("enquiry.ask", { forumId }), ledger: may("ledger.read", { forumId }) },
  };
}

export const viewShared = view(readShared);

/** A case as its page shows it: the record, and what agencies gave to it for those who open it. */
export const viewCaseRecord = view(async (context, reference: string): Promise<{ found: ViewedCase; shared: SharedView | null } | null> => {
  const found = await readCase(context, reference);
  return found && { found, shared: found.content && (await readShared(context, reference)) };
});

const findOpened = (tx: Tx, reference: string) => tx.$queryRaw<{ forumId: string; stage: string; opens: boolean; worksOnCase: boolean }[]>`
  select forum_id as "forumId", stage::text as stage, app.opens_case(id) as opens, app.works_on_case(id) as "worksOnCase" from cases where reference = ${reference}`;

/** The policies leave those that the reader's agency was told, and of each only to whom it went and by which gateway. */
const listContributions = (tx: Tx, reference: string): Promise<SharedWords[]> => tx.$queryRaw<SharedWords[]>`
  select k.id, k.contributed_at as at, g.name as agency, concat_ws(' ', p.style, p.name) as by, k.words, k.purpose, k.necessity, k.left_out as "leftOut", k.grade, k.marking, k.informed, k.informed_reason as "informedReason",
    array(select a.name from disclosures d join agencies a on a.partnership_id = d.partnership_id and a.id = d.agency_id where d.contribution_id = k.id order by a.name) as recipients,
    (select coalesce(jsonb_agg(jsonb_build_object('part', r.part, 'name', r.name, 'plain', r.plain, 'checked', r.checked) order by r.part), '[]') from gateway_rows r
      where r.id in (select unnest(array[d.power_id, d.lawful_basis_id, d.condition_id, d.confidentiality_id]) from disclosures d where d.contribution_id = k.id)) as gateway
  from contributions k join agencies g on g.partnership_id = k.partnership_id and g.id = k.agency_id join people p on p.partnership_id = k.partnership_id and p.id = k.person_id
  where k.case_id = (select c.id from cases c where c.reference = ${reference}) order by k.contributed_at desc`;

const listWithheld = (tx: Tx, reference: string): Promise<Withheld[]> => tx.$queryRaw<Withheld[]>`
  select w.id, w.decided_at as at, g.name as agency, concat_ws(' ', p.style, p.name) as by, f.name as from, w.what, w.reason
  from withheld_shares w join agencies g on g.partnership_id = w.partnership_id and g.id = w.agency_id join people p on p.partnership_id = w.partnership_id and p.id = w.person_id
    left join agencies f on f.partnership_id = w.partnership_id and f.id = w.from_agency_id
  where w.case_id = (select c.id from cases c where c.reference = ${reference}) order by w.decided_at desc`;

export type ShareForm = { reference: string; agency: string; table: Party[]; answers: GatewayAnswer[] };

/** What the forms to share and not to share offer: the other agencies at the table, and the answers that stand today. Null for whoever may do neither. */
export const viewShareForm = view(async ({ tx, now, may }, reference: string): Promise<ShareForm | null> => {
  const found = await findWorkedCase(tx, reference);
  if (!found || found.stage === "closed" || !may("case.contribute", { forumId: found.forumId, worksOnCase: found.worksOnCase })) return null;
  const table = (await listTable(tx, found.forumId, dayOf(now))).filter(({ id }) => id !== found.agency.id);
  return { reference: found.reference, agency: found.agency.name, table, answers: await listAnswers(tx, dayOf(now)) };
});
