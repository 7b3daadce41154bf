import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { subjectOf } from "../lifecycle.ts";
import { type Choice, listChoices } from "./find-choices.ts";

export type WithholdingSubject = { id: string; label: string; stored: boolean; readers: { personId: string; name: string }[]; /** The address, to a reader who is named on it and being shown it. */ shown: string | null };
export type WithholdingView = {
  reference: string;
  version: number;
  subjects: WithholdingSubject[];
  /** Storing needs the identities to be shown to the reader at this moment. */
  identitiesShown: boolean;
  /** Whoever sits on the forum or serves it. */
  people: { personId: string; name: string; agency: string }[];
  agencies: Choice[];
};

/** For the chair's office: whose address is stored, who may be shown it, storing one, and correcting one that is shown to them. Null for anybody else. */
export const viewWithholding = view(async ({ tx, now, may, record }, reference: string): Promise<WithholdingView | null> => {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; reference: string; version: number; opens: boolean; identitiesShown: boolean }[]>`
    select id, forum_id as "forumId", reference, version, app.opens_case(id) as opens, app.has_revealed(id) as "identitiesShown" from cases where reference = ${reference}`;
  if (!found?.opens || !may("address.store", { forumId: found.forumId })) return null;
  record({ event: "case.opened", subject: subjectOf(found), particulars: {} });
  const [subjects, people, { agencies }] = await together(tx, (at) => [listSubjects(at, found.id), listSeats(at, found.forumId, dayOf(now)), listChoices(at)]);
  return { reference, version: found.version, subjects, identitiesShown: found.identitiesShown, people: people.map(({ personId, name, agency }) => ({ personId, name, agency })), agencies };
});

const listSubjects = (tx: Tx, caseId: string) => tx.$queryRaw<WithholdingSubject[]>`
    select s.id, s.label,
      exists (select 1 from withheld_address_readers n where n.partnership_id = s.partnership_id and n.subject_id = s.id) as stored,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', concat_ws(' ', p.style, p.name)) order by p.name), '[]') from withheld_address_readers n
        join people p on p.partnership_id = n.partnership_id and p.id = n.person_id where n.partnership_id = s.partnership_id and n.subject_id = s.id and n.ended_at is null) as readers, w.address as shown
    from case_subjects s left join withheld_addresses w on w.partnership_id = s.partnership_id and w.subject_id = s.id where s.case_id = ${caseId}::uuid order by s.label`;
