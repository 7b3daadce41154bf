import type { Tx } from "@/platform/db/client.ts";
import type { SubjectType } from "../../kernel/enums.ts";

/** A person or place as the room speaks of it (D2). */
export type LabelledSubject = { id: string; role: SubjectType; label: string };

export const listSubjects = (tx: Tx, caseId: string): Promise<LabelledSubject[]> => tx.$queryRaw<LabelledSubject[]>`
  select id, role, label from case_subjects where case_id = ${caseId}::uuid order by label, id`;
