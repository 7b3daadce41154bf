import type { Written } from "@/domain/mail/lifecycle.ts";
import { secretOf } from "@/platform/auth/one-time-secret.ts";
import { mailEnd, mailWords, type Words } from "@/wording/mail.ts";
import { type Calendar, calendarOf } from "./calendar.ts";

const leadsTo = { account_invitation: "/join/", password_reset: "/reset/", enquiry_answer: "/once/", escalation_date: "/once/" } as const;
const origin = () => process.env.ORIGIN ?? "";

/** The words of a mail, made only now: the one-time link's address stands in it and nowhere else. With them what it brings for a calendar. */
export function writeMail(mail: Written, attached = true): { subject: string; text: string; calendar?: Calendar } {
  const { template, facts, link } = mail;
  const page = (path: string) => `${origin()}${path}`;
  const words = mailWords[template] as Words<typeof template>;
  const ways = { page, link: link && { address: page(leadsTo[link.purpose] + secretOf(link.id, link.purpose)), endsAt: link.endsAt }, attached };
  const calendar = attached ? broughtBy(mail) : undefined;
  return { subject: words.subject, text: `${[...words.text(facts, ways), `--\n${mailEnd}`].join("\n\n")}\n`, ...(calendar ? { calendar } : {}) };
}

function broughtBy({ template, facts }: Written): Calendar | undefined {
  if (template === "meeting.left") return calendarOf(facts.meetings, { at: facts.at, method: "CANCEL", origin: origin() });
  if (template === "meeting.yearPlanned" || template === "meeting.joined") return calendarOf(facts.meetings, { at: facts.at, method: "PUBLISH", origin: origin() });
  if (template === "meeting.invited" || template === "meeting.moved") return calendarOf([facts.meeting], { at: facts.at, method: "PUBLISH", origin: origin() });
  return template === "meeting.cancelled" ? calendarOf([facts.meeting], { at: facts.at, method: "CANCEL", origin: origin() }) : undefined;
}
