import { counted } from "@/domain/kernel/dates.ts";
import type { Problem } from "@/domain/mail/rules.ts";

export const mailProblemWords: Record<Problem, string> = {
  unreachable: "The mail server did not answer",
  not_secure: "The mail server could not be reached by an encrypted connection",
  not_admitted: "The mail server did not accept our user name and password",
  refused_for_now: "The mail server did not take it for now",
  refused: "The mail server refused it for good, because of its address or its text",
  bad_address: "The address is not one that email can go to",
  bounced: "The address does not exist, or takes no email",
  not_delivered: "It could not be delivered for three days: the mailbox may be full",
  left: "The person had left the partnership",
  link_over: "What it brought had ended or was withdrawn, so it was not sent",
};

export const mailDesk = {
  title: "Email",
  lead: "What Casemoot sends, and what it could not send. Nobody sees here what an email says.",
  notSetUp: { title: "Email is not set up", text: "Emails wait until whoever runs Casemoot sets SMTP_URL and MAIL_FROM. Then they are sent." },
  demonstration: { title: "The demonstration sends no email", mailbox: "Read its emails in the mailbox" },
  waiting: (count: number, since: string) => `${counted(count, "email")} waiting, the oldest since ${since}.`,
  noneWaiting: "No email is waiting.",
  dead: "Not sent",
  deadNote: "Each was tried for the last time. Put right what stood in the way, then send it again.",
  noneDead: "Every email was sent",
  noneDeadNote: "What can't be sent appears here, with the reason.",
  tried: "Being tried again",
  triedNote: "Casemoot tries twelve times, over some sixteen hours.",
  columns: { person: "To", subject: "Subject", made: "Written", tried: "Last try", problem: "What stood in the way", act: "Action" },
  tries: (count: number) => `${counted(count, "try", "tries")}`,
  sendAgain: "Send again",
  over: "Can't go again",
  problemTitle: "Error: Email",
} as const;

export const mailbox = {
  title: "Mailbox",
  lead: "What the people of the demonstration would have got by email. None of it was sent.",
  back: "Mailbox",
  signIn: "Sign in",
  none: "No email yet",
  noneNote: "Reset a password or invite somebody, and the email appears here.",
  columns: { person: "To", subject: "Subject", made: "Written" },
  to: "To",
  made: "Written",
} as const;
