import { inWords } from "@/domain/kernel/dates.ts";
import type { Received } from "@/domain/meetings/queries/list-received.ts";

/** Minutes of other bodies that a board receives. */
export const receivedWords = {
  heading: "Minutes received",
  note: "Their names and days alone. Who may read a forum’s minutes stays as it is: on the board, nobody reads more of them by this.",
  none: "None yet.",
  /** "Multi-Agency Risk Management Panel, MARP-2026-11, of 10 November 2026, confirmed on 8 December 2026" */
  line: ({ body, reference, heldOn, confirmedOn }: Pick<Received, "body" | "reference" | "heldOn" | "confirmedOn">) => `${body}, ${reference}, of ${inWords(heldOn)}${confirmedOn ? `, confirmed on ${inWords(confirmedOn)}` : ""}`,
  takeBack: "Take back",
  ofForum: "Of a forum below this board",
  minutes: "Minutes",
  select: "Select minutes",
  choice: ({ body, reference, heldOn }: { body: string; reference: string; heldOn: string }) => `${body}, ${reference}, of ${inWords(heldOn)}`,
  noForum: "No forum that hands up to this board has confirmed minutes that it has not received.",
  receive: "Put them before the board",
  elsewhere: "Of a board that does not use Casemoot",
  body: "Name of the board",
  reference: "How its minutes are called there",
  referenceHint: "For example, HWB 14/26, or a date",
  heldOn: "Day it met",
} as const;
