import { z } from "zod";
import { optionalDay, optionalId, reference } from "../kernel/inputs.ts";
import type { AuditEventName } from "./events.ts";
import { subjectOfEvent } from "./subjects.ts";

const names = Object.keys(subjectOfEvent) as [AuditEventName, ...AuditEventName[]];

/** The desk's questions to the audit, as they stand in the address. What can't be read as a choice reads as not asked. */
export const AuditFilters = z.object({
  person: optionalId("Select a person").catch(null),
  reference: reference.transform((said) => said || null).nullable().catch(null).default(null),
  kind: z.enum(names).nullable().catch(null).default(null),
  from: optionalDay({ called: "From" }),
  to: optionalDay({ called: "To" }),
  before: z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null).default(null),
});
export type AuditFilters = z.infer<typeof AuditFilters>;
