import { counted } from "@/domain/kernel/dates.ts";

/** Which agencies have opened minutes that were sent round. */
export const receiptWords = {
  opened: (n: number, of: number) => `Opened by ${n} of ${counted(of, "agency", "agencies")}`,
  first: (by: string, moment: string) => `First by ${by}, ${moment}`,
  notYet: "Not opened yet",
} as const;
