import type { ItemOutcome } from "@/domain/kernel/enums.ts";

/** What stands above the numbered parts, as boards write it. */
export const resolvedThat = (outcome: ItemOutcome | null) => (outcome === "noted" ? "NOTED that:-" : "AGREED that:-");

export const resolutionWords = {
  heading: "What was agreed",
  none: "Nothing yet. Each part is numbered under “AGREED that”.",
  label: "Add a part",
  hint: "It goes on from “AGREED that”: for example, “the report be noted”",
  add: "Add this part",
  withdraw: "Take it back",
  part: (number: number) => `part ${number}`,
} as const;
