import { counted, type Day, inWords } from "@/domain/kernel/dates.ts";
import type { ChosenKind } from "@/domain/mail/queries/view-pace.ts";
import type { MailPace } from "@/domain/kernel/enums.ts";

export const noticeWords = {
  title: "Notices",
  lead: "What Casemoot told you in the last 90 days, whether it went by email or not.",
  link: "Notices",
  unseen: (many: number) => (many === 1 ? "1 new" : `${many >= 100 ? "100 or more" : many} new`),
  list: (unseen: number) => (unseen === 0 ? "Nothing new" : counted(unseen, "new notice")),
  isNew: "New",
  seen: "Mark all as seen",
  about: "About",
  none: { title: "No notices yet", text: "When you are given an action, when one is due, or when papers are out, it stands here." },
  pace: "Choose what comes by email",
  managed: "Late at your agency",
  managedLead: "You answer for your agency, and these were chased three times or more. You see whose they are, not what they say: ask the owner.",
  lateLine: (owner: string, due: Day, on: Day, number: number) => `${owner}. Due on ${inWords(due)}, chased ${counted(number, "time")}, last on ${inWords(on)}`,
} as const;

export const paceWords = {
  title: "Email and notices",
  card: "Email and notices",
  change: "Change",
  aboutChange: "how email comes to you",
  lead: (email: string) => `Email goes to ${email}. All of it stands among your notices as well.`,
  kinds: {
    reminder: { legend: "Reminders of your actions", hint: "7 days before an action is due, on the day, and each week after", key: "Reminders" },
    progress: { legend: "What moves on actions", hint: "What the chair decides on yours; as chair, what waits for you", key: "What moves" },
    papers: { legend: "Papers", hint: "Agendas, supplements and minutes", key: "Papers" },
  } satisfies Record<ChosenKind, { legend: string; hint: string; key: string }>,
  paces: { immediate: "At once", daily: "In one email a day, at 7am", none: "No email" } satisfies Record<MailPace, string>,
  quiet: "Quiet hours",
  quietOn: "Keep email back between 7pm and 7am and at weekends",
  quietHint: "Email about your account comes at any time",
  quietKept: "Between 7pm and 7am, and at weekends",
  quietNot: "None",
  always: "Always by email, at once",
  alwaysKinds: ["What is about your account: invitations, passwords, sign-in", "An action that you are given, and what the chair asks you", "Dates of meetings, with their calendar entry"],
  save: "Save",
  cancel: "Cancel",
} as const;
