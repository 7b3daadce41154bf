import type { Tx } from "@/platform/db/client.ts";
import type { Particulars } from "../../cases/queries/view-case.ts";
import type { SubjectType } from "../../kernel/enums.ts";

/** A person or place of an action's case, and what of it is for the owner of the action. */
export type TaskSubject = {
  id: string;
  role: SubjectType;
  label: string;
  /** The task needs it: its owner may be shown who it is. */
  needed: boolean;
  /** Who it is, while it is shown to the reader as the owner of a task that needs it. */
  particulars: Particulars | null;
};
export type TaskSubjects = { subjects: TaskSubject[]; revealedUntil: Date | null };

type OfAction = { id: string; caseId: string | null; ownerId: string };

/** Empty without a case, and for whoever doesn't read it. */
export async function listTaskSubjects(tx: Tx, { id, caseId, ownerId }: OfAction): Promise<TaskSubjects> {
  if (caseId === null) return { subjects: [], revealedUntil: null };
  const rows = await tx.$queryRaw<(TaskSubject & { revealedUntil: Date | null })[]>`
    select s.id, s.role, s.label, t.id is not null as needed,
      case when p.subject_id is not null and t.id is not null and app.has_revealed_for_task(s.case_id, s.id) then
        jsonb_build_object('name', p.name, 'bornOn', p.born_on, 'address', p.address, 'addressHeldBy', g.name, 'safeContact', p.safe_contact) end as particulars,
      (select max(r.ends_at) from reveals r where r.partnership_id = s.partnership_id and r.case_id = s.case_id and r.person_id = app.person() and r.ends_at > app.moment()) as "revealedUntil"
    from case_subjects s
      left join task_particulars t on t.partnership_id = s.partnership_id and t.action_id = ${id}::uuid and t.subject_id = s.id and t.owner_id = ${ownerId}::uuid and t.ended_at is null
      left join protected_particulars p on p.partnership_id = s.partnership_id and p.subject_id = s.id
      left join agencies g on g.partnership_id = p.partnership_id and g.id = p.address_held_by_id
    where s.case_id = ${caseId}::uuid order by s.label, s.id`;
  return { subjects: rows.map(({ revealedUntil: _, ...subject }) => subject), revealedUntil: rows.some(({ particulars }) => particulars !== null) ? (rows[0]?.revealedUntil ?? null) : null };
}
