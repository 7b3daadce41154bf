import type { Written } from "@/domain/mail/lifecycle.ts";
import { secretOf } from "@/platform/auth/one-time-secret.ts";
import { mailEnd, mailWords, type Words } from "@/wording/mail.ts";

const leadsTo = { account_invitation: "/join/", password_reset: "/reset/" } as const;

/** The words of a mail, made only now: the one-time link's address stands in it and nowhere else. */
export function writeMail({ template, facts, link }: Written): { subject: string; text: string } {
  const page = (path: string) => `${process.env.ORIGIN ?? ""}${path}`;
  const words = mailWords[template] as Words<typeof template>;
  const ways = { page, link: link && { address: page(leadsTo[link.purpose] + secretOf(link.id, link.purpose)), endsAt: link.endsAt } };
  return { subject: words.subject, text: `${[...words.text(facts, ways), `--\n${mailEnd}`].join("\n\n")}\n` };
}
