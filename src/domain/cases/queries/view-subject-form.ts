import type { Day } from "../../kernel/dates.ts";
import type { SubjectType } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { subjectOf } from "../lifecycle.ts";
import { type Choice, listChoices } from "./find-choices.ts";

export type SubjectToAmend = { id: string; role: SubjectType; label: string; name: string | null; bornOn: Day | null; address: string | null; addressHeldById: string | null; safeContact: string | null; stored: boolean };
export type SubjectForm = {
  reference: string;
  version: number;
  agencies: Choice[];
  /** Null while who it is is not shown to the reader; left out of the form for somebody new. */
  subject: SubjectToAmend | null;
};

/** For the chair's office: a person or place of a case as its form begins, or an empty form. Null for anybody else, and once the case is closed. */
export const viewSubjectForm = view(async ({ tx, may, record }, { reference, subjectId }: { reference: string; subjectId: string | null }): Promise<SubjectForm | null> => {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; reference: string; version: number; opens: boolean }[]>`
    select id, forum_id as "forumId", reference, version, app.opens_case(id) as opens from cases where reference = ${reference} and stage <> 'closed'`;
  if (!found?.opens || !may("case.amend", { forumId: found.forumId })) return null;
  const { agencies } = await listChoices(tx);
  const form = { reference: found.reference, version: found.version, agencies };
  if (subjectId === null) return { ...form, subject: null };
  const [row] = await tx.$queryRaw<(SubjectToAmend & { shown: boolean })[]>`
    select s.id, s.role, s.label, p.name, p.born_on::text as "bornOn", p.address, p.address_held_by_id as "addressHeldById", p.safe_contact as "safeContact", p.subject_id is not null and app.has_revealed(s.case_id) as shown,
      exists (select 1 from withheld_address_readers n where n.partnership_id = s.partnership_id and n.subject_id = s.id) as stored
    from case_subjects s left join protected_particulars p on p.partnership_id = s.partnership_id and p.subject_id = s.id where s.case_id = ${found.id}::uuid and s.id = ${subjectId}::uuid`;
  if (!row) return null;
  record({ event: "case.opened", subject: subjectOf(found), particulars: {} });
  const { shown, ...subject } = row;
  return { ...form, subject: shown ? subject : null };
});
