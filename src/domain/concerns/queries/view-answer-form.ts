import { type Choice, listChoices, type WardChoice } from "../../cases/queries/find-choices.ts";
import { view } from "../../view.ts";
import { subjectOf } from "../lifecycle.ts";
import { type Proposal, readProposals } from "./view-concern.ts";

export type AnswerForm = { reference: string; version: number; agencies: Choice[]; wards: WardChoice[]; mine: Proposal | null; what: string; place: string; wardId: string; mayDecide: boolean };

/** What a form that answers a concern begins with. Null for whoever isn't of the chair's office, and once it is decided. */
export const viewAnswerForm = view(async ({ tx, actor, may, record }, reference: string): Promise<AnswerForm | null> => {
  const rows = await tx.$queryRaw<{ id: string; reference: string; forumId: string; state: "raised"; version: number; what: string; place: string; wardId: string }[]>`
    select c.id, c.reference, c.forum_id as "forumId", c.state, c.version, k.what, k.place, c.ward_id as "wardId" from concerns c join concern_contents k on k.partnership_id = c.partnership_id and k.concern_id = c.id
    where c.reference = ${reference} and c.state = 'raised'`;
  const found = rows[0];
  if (!found || !may("concern.prepare", { forumId: found.forumId })) return null;
  record({ event: "concern.opened", subject: subjectOf(found), particulars: {} });
  const { version, what, place, wardId, forumId, id } = found;
  return { reference, version, what, place, wardId, ...(await listChoices(tx)), mine: (await readProposals(tx, actor.personId, id)).find(({ mine }) => mine) ?? null, mayDecide: may("concern.decide", { forumId }) && may("case.take", { forumId }) };
});
