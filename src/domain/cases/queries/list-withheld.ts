import type { Tx } from "@/platform/db/client.ts";

/** A withheld address (D4) as far as the reader has to do with it; null for everybody else, to whom it is withheld and no more. */
export type Withheld = {
  /** The reader is named on it. */
  mayReveal: boolean;
  address: string | null;
  revealedUntil: Date | null;
};

/** The subjects of a case, each with the withheld address that the reader is named on. */
export async function withWithheld<S extends { id: string }>(tx: Tx, caseId: string, subjects: readonly S[]): Promise<(S & { withheld: Withheld | null })[]> {
  const rows = await tx.$queryRaw<(Withheld & { subjectId: string })[]>`
    select n.subject_id as "subjectId", true as "mayReveal", w.address,
      case when w.subject_id is not null then (select max(r.ends_at) from address_reveals r where r.partnership_id = n.partnership_id and r.subject_id = n.subject_id and r.person_id = n.person_id) end as "revealedUntil"
    from withheld_address_readers n left join withheld_addresses w on w.partnership_id = n.partnership_id and w.subject_id = n.subject_id
    where n.case_id = ${caseId}::uuid and n.person_id = app.person() and app.named_on_address(n.subject_id)`;
  const named = new Map(rows.map(({ subjectId, ...withheld }) => [subjectId, withheld]));
  return subjects.map((subject) => ({ ...subject, withheld: named.get(subject.id) ?? null }));
}
