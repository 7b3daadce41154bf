import { z } from "zod";
import { forJobs } from "@/platform/db/client.ts";
import type { RoutePurpose } from "../kernel/enums.ts";
import { type Facts, facts, type Problem, type Template } from "./rules.ts";

/** So often a mail is tried, over some sixteen hours; the gaps are the queue's, e to the power of the tries, in seconds. */
export const mostTries = 12;

export type Link = { id: string; purpose: "account_invitation" | "password_reset" | RoutePurpose; endsAt: Date };
export type Written = { [T in Template]: { template: T; facts: Facts[T]; link: Link | null } }[Template];
export type Begun = Written & { address: string; tries: number; obstacle: Extract<Problem, "left" | "link_over"> | null };

export type Row = { template: string; facts: unknown; link_id: string | null; link_purpose: Link["purpose"] | null; link_ends_at: Date | null };
const known = z.enum(Object.keys(facts) as [Template, ...Template[]]);

/** What a mail tells, without its link. */
export type Told = { [T in Template]: { template: T; facts: Facts[T] } }[Template];
export function readTold({ template: said, facts: told }: Pick<Row, "template" | "facts">): Told {
  const template = known.parse(said);
  return { template, facts: facts[template].parse(told) } as Told;
}

/** A row of the outbox as one of the templates. */
export function writtenOf(row: Row): Written {
  const template = known.parse(row.template);
  const link = row.link_id && row.link_purpose && row.link_ends_at ? { id: row.link_id, purpose: row.link_purpose, endsAt: row.link_ends_at } : null;
  return { template, facts: facts[template].parse(row.facts), link } as Written;
}

/** Begins a try; null where the mail doesn't wait any more, so that a job that comes twice sends nothing. */
export async function begin(mail: string, now: Date): Promise<Begun | null> {
  const [row] = await forJobs.query<(Row & Pick<Begun, "address" | "tries" | "obstacle">)[]>`select * from app.begin_mail(${mail}::uuid, ${now}::timestamptz)`;
  return row ? { ...writtenOf(row), address: row.address, tries: row.tries, obstacle: row.obstacle } : null;
}

/** Ends a try: sent where nothing stood in the way, dead where it was the last one. */
export const end = (mail: string, now: Date, problem: Problem | null, last: boolean, handedAs: string | null = null) =>
  forJobs.query`select app.end_mail(${mail}::uuid, ${now}::timestamptz, ${problem}, ${last}, ${handedAs})::text`;

/** Gives a job to each mail that waits without one; answers how many there were. */
export async function queueForgotten(now: Date): Promise<number> {
  const [row] = await forJobs.query<{ queued: number }[]>`select app.queue_forgotten_mails(${now}::timestamptz) as queued`;
  return row?.queued ?? 0;
}

/** Mails that a service took and of which it has not yet said whether they arrived. */
export const listToFollow = (now: Date) => forJobs.query<{ id: string; handedAs: string }[]>`select id, handed_as as "handedAs" from app.mails_to_follow(${now}::timestamptz)`;
/** What the service says at last: null where it arrived. */
export const noteDelivery = (mail: string, now: Date, problem: Problem | null) => forJobs.query`select app.note_delivery(${mail}::uuid, ${now}::timestamptz, ${problem})::text`;

/** What is written by the day, from 7am in London: reminders of what is due or late, then one mail to each person of what was kept for the day. However often it is asked, each is written once. */
export async function writeByTheDay(now: Date): Promise<{ reminders: number; bundles: number }> {
  const [written] = await forJobs.query<{ reminders: number }[]>`select app.write_reminders(${now}::timestamptz) as reminders`;
  const [bundled] = await forJobs.query<{ bundles: number }[]>`select app.write_bundles(${now}::timestamptz) as bundles`;
  return { reminders: written?.reminders ?? 0, bundles: bundled?.bundles ?? 0 };
}
