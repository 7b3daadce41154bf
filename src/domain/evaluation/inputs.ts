import { z } from "zod";
import { isMonth } from "../kernel/dates.ts";

const month = z.string().refine(isMonth).nullable().catch(null).default(null);

/** The period of the totals as it stands in the address, by months; what is left out or can't be read is the last twelve. */
export const TotalsPeriod = z.object({ from: month, until: month });
export type TotalsPeriod = z.infer<typeof TotalsPeriod>;
