import { z } from "zod";
import { setTimeout as pause } from "node:timers/promises";
import { begin, end, mostTries } from "@/domain/mail/lifecycle.ts";
import type { Problem } from "@/domain/mail/rules.ts";
import { log } from "@/platform/log.ts";
import { carrier } from "@/platform/mail/carrier.ts";
import { writeMail } from "./write-mail.ts";

const Payload = z.object({ mail: z.uuid() });

/**
 * Sends one mail. That a try began is committed before the server is spoken to, and that it was taken right after: only a process killed
 * between the two leads to a repeat, which carries the same Message-ID.
 */
export async function sendMail(payload: unknown): Promise<void> {
  const { mail: id } = Payload.parse(payload);
  const mail = await begin(id, new Date());
  if (!mail) return;
  if (mail.obstacle) return settle(id, mail.obstacle, true);
  const { handOver, attaches } = carrier();
  const outcome = await handOver({ id, to: mail.address, template: mail.template, facts: mail.facts, again: mail.tries > 1, ...writeMail(mail, attaches) });
  if (outcome.taken) return settle(id, null, true, outcome.as);
  const last = outcome.final || mail.tries >= mostTries;
  log.warn({ mail: id, problem: outcome.problem, tries: mail.tries, last }, "a mail was not taken");
  await settle(id, outcome.problem, last);
  if (!last) throw new Error("not taken yet");
}

/** What happened is written down though the database is away for a moment: a mail that was taken must not go again. */
async function settle(id: string, problem: Problem | null, last: boolean, handedAs?: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await end(id, new Date(), problem, last, handedAs);
      return;
    } catch (error) {
      if (attempt === 8) throw error;
      await pause(100 * 2 ** attempt);
    }
  }
}
