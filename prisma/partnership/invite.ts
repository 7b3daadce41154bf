import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { Refusal } from "../../scripts/refusal.mjs";
import type { AuditParticulars } from "../../src/domain/audit/events.ts";
import type { AuditSubject } from "../../src/domain/audit/subjects.ts";
import { dayOf } from "../../src/domain/kernel/dates.ts";
import { hashOf } from "../../src/platform/auth/one-time-secret.ts";
import { insertRows } from "../insert-rows.ts";

/** An invitation that an operator hands over: its secret is shown once and kept nowhere. */
export type Invitation = { partnership: string; administrator: string; email: string; secret: string; endsAt: Date };

const WEEK = 7 * 86_400_000;

/**
 * Makes the link with which an administrator makes their account; a link they had before leads nowhere any more. Its secret is
 * random, because the operator's command doesn't have the key from which the application makes those it sends by mail.
 */
export async function invite(owner: pg.Client, who: { partnershipId: string; personId: string }, now: Date): Promise<Pick<Invitation, "secret" | "endsAt">> {
  const { partnershipId, personId } = who;
  await owner.query("update one_time_links set withdrawn_at = $2 where person_id = $1 and purpose = 'account_invitation' and used_at is null and withdrawn_at is null", [personId, now]);
  const link = { id: randomUUID(), secret: randomBytes(32).toString("base64url"), endsAt: new Date(now.getTime() + WEEK) };
  await insertRows(owner, "one_time_links", [
    { id: link.id, partnership_id: partnershipId, person_id: personId, purpose: "account_invitation", secret_hash: hashOf(link.secret), made_at: now, ends_at: link.endsAt },
  ]);
  await keep(owner, partnershipId, "account.invited", { type: "person", id: personId }, { personId, linkId: link.id });
  return link;
}

/** Writes an event of the audit in which nobody of the partnership acted. The database numbers it and chains it. */
export async function keep<E extends keyof AuditParticulars>(owner: pg.Client, partnershipId: string, event: E, subject: AuditSubject, particulars: AuditParticulars[E]): Promise<void> {
  await owner.query(
    `insert into audit_events (partnership_id, seq, id, occurred_at, event, request_id, subject_type, subject_id, particulars, salt, digest, hash)
     values ($1, 0, gen_random_uuid(), now(), $2, $3, $4, $5, $6, gen_random_uuid(), '', '')`,
    [partnershipId, event, randomUUID(), subject.type, subject.id ?? null, particulars],
  );
}

/**
 * A fresh link for an administrator who lost theirs, or their password. Where their telephone and recovery codes are gone too and nobody
 * else administers, `resetSecondFactor` lets them set up another: until they have, the link alone is enough.
 */
export async function inviteAgain(owner: pg.Client, { email, resetSecondFactor = false }: { email: string; resetSecondFactor?: boolean }, now: Date): Promise<Invitation> {
  const { rows } = await owner.query<{ partnership_id: string; person_id: string; partnership: string; administrator: string }>(
    `select p.partnership_id, p.id as person_id, t.name as partnership, concat_ws(' ', p.style, p.name) as administrator
      from people p join partnerships t on t.id = p.partnership_id
      where p.email = $1 and p.left_at is null and exists (
        select from partnership_offices o where o.partnership_id = p.partnership_id and o.person_id = p.id and o.office = 'administrator' and $2::date between o.from_on and coalesce(o.until_on, 'infinity'))`,
    [email, dayOf(now)],
  );
  const [found] = rows;
  if (!found) throw new Refusal(`Nobody with the address ${email} administers a partnership here. Everybody else is invited by their administrator.`);
  const { partnership, administrator, partnership_id: partnershipId, person_id: personId } = found;
  if (resetSecondFactor) await forgetSecondFactor(owner, partnershipId, personId, now);
  const link = await invite(owner, { partnershipId, personId }, now);
  return { partnership, administrator, email, ...link };
}

async function forgetSecondFactor(owner: pg.Client, partnershipId: string, personId: string, now: Date) {
  await owner.query("update second_factors set confirmed_at = null where person_id = $1", [personId]);
  await owner.query("update recovery_codes set used_at = $2 where person_id = $1 and used_at is null", [personId, now]);
  for (const table of ["sessions", "sign_in_steps"]) await owner.query(`update ${table} set ended_at = $2 where person_id = $1 and ended_at is null`, [personId, now]);
  await keep(owner, partnershipId, "secondFactor.reset", { type: "person", id: personId }, { personId });
}
