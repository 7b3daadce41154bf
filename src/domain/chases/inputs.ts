import { z } from "zod";
import { reference, several } from "../kernel/inputs.ts";

const one = (value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value);
const code = z.preprocess(one, z.string().max(20).toUpperCase());

export const ChaseActionsInput = z.strictObject({ forum: code, references: several(reference).pipe(z.array(z.string()).min(1, { error: "Select an action to chase" }).max(50, { error: "Select 50 actions or fewer" })) });

/** What the address says: of which forum, and what was ticked. What can't be read is left out. */
export const ChaseQuery = z.object({ forum: code.nullable().catch(null), action: several(reference).pipe(z.array(z.string()).max(200)).catch([]) });
