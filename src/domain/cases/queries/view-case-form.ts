import { view } from "../../view.ts";
import { type Choice, listChoices, type WardChoice } from "./find-choices.ts";
import { subjectOf } from "../lifecycle.ts";

export type NewCaseForm = { forums: { id: string; name: string; code: string }[]; wards: WardChoice[]; agencies: Choice[] };

/** What the form for a new case offers: the forums of one's offices, the wards, the agencies. Null without an office. */
export const viewNewCase = view(async ({ tx, may }, _: Record<never, never>): Promise<NewCaseForm | null> => {
  const seen = await tx.$queryRaw<NewCaseForm["forums"]>`select id, name, code from forums where id = any((select app.offices_held())::uuid[]) and kind <> 'board' order by name`;
  const forums = seen.filter(({ id }) => may("case.take", { forumId: id }));
  return forums.length === 0 ? null : { forums, ...(await listChoices(tx)) };
});

export type AmendCaseForm = {
  reference: string;
  version: number;
  title: string;
  summary: string;
  wardId: string | null;
  involvesChildren: boolean;
  background: string;
  wanted: string;
  wards: WardChoice[];
};

/** A case as its form begins, with the version to be changed. Null for whoever may not change it, and once it is closed. */
export const viewCaseToAmend = view(async ({ tx, may, record }, reference: string): Promise<AmendCaseForm | null> => {
  const rows = await tx.$queryRaw<(Omit<AmendCaseForm, "wards"> & { id: string; forumId: string })[]>`
    select c.id, c.forum_id as "forumId", c.reference, c.version, t.title, t.summary, t.ward_id as "wardId", t.involves_children as "involvesChildren", k.background, k.wanted
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id join case_contents k on k.partnership_id = c.partnership_id and k.case_id = c.id
    where c.reference = ${reference} and c.stage <> 'closed'`;
  const found = rows[0];
  if (!found || !may("case.amend", { forumId: found.forumId })) return null;
  record({ event: "case.opened", subject: subjectOf(found), particulars: {} });
  const { id: _id, forumId: _forumId, ...form } = found;
  return { ...form, wards: (await listChoices(tx)).wards };
});
