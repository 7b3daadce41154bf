import { z } from "zod";
import { optionalDay } from "../kernel/inputs.ts";

/** The period of the totals as it stands in the address; what is left empty is the last twelve months. */
export const TotalsPeriod = z.object({ from: optionalDay({ called: "From" }), until: optionalDay({ called: "To" }) });
export type TotalsPeriod = z.infer<typeof TotalsPeriod>;
