import type { PurposeStatus } from "@/domain/cases/queries/list-purposes.ts";

export const purposeStatusWords: Record<PurposeStatus, string> = { waiting: "Waits for a second person", agreed: "Agreed, not begun", open: "Open", over: "Over" };
export const purposeStatusTones = { waiting: "purple", agreed: "blue", open: "green", over: "grey" } as const satisfies Record<PurposeStatus, string>;

/** Opening a case by information governance: for a purpose, on dates, agreed by a second person. */
export const purposeWords = {
  title: "Cases opened for a purpose",
  lead: "Information governance opens a case only for a purpose, between two dates, when a second person agrees. Each opening is logged.",
  list: "Purposes",
  none: "No case has been asked for",
  noneText: "Whoever asks, for what, from when to when, and who agreed stands here.",
  ask: "Ask to open a case",
  askNote: "Another information governance officer or the chair of the forum agrees. Nothing opens until then.",
  askButton: "Ask",
  case: "Case",
  caseHint: "For example, ABC-12",
  purpose: "Why it must be opened",
  purposeHint: "For example, to answer a subject access request. No names",
  from: "First day",
  fromHint: "Today or later",
  until: "Last day",
  untilHint: "Within 92 days of the first day. The case closes to you after it",
  dates: (from: string, until: string) => `${from} to ${until}`,
  askedBy: (by: string, when: string) => `Asked by ${by} on ${when}`,
  agreedBy: (by: string) => `agreed by ${by}`,
  agree: "Agree",
  about: (by: string, reference: string) => `that ${by} opens ${reference}`,
  onCase: "Information governance",
  onCaseNote: "Asked to open this case, for a purpose and between two dates",
  openUntil: (until: string) => `This case is open to you until ${until}, for the purpose that was agreed`,
  openUntilText: "Each opening is logged.",
  toPurposes: "Purposes",
} as const;
