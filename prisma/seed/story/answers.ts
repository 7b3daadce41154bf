import { acceptAction } from "../../../src/domain/action-plan/commands/accept-action.ts";
import { askMoreTime } from "../../../src/domain/action-plan/commands/ask-more-time.ts";
import { declineAction } from "../../../src/domain/action-plan/commands/decline-action.ts";
import { proposeOwner } from "../../../src/domain/action-plan/commands/propose-owner.ts";
import { verifyAction } from "../../../src/domain/action-plan/commands/verify-action.ts";
import { waitFor } from "../../../src/domain/action-plan/commands/wait-for.ts";
import { askEnquiry } from "../../../src/domain/enquiries/commands/ask-enquiry.ts";
import type { Command } from "../../../src/domain/command.ts";
import { addDays, dayOf } from "../../../src/domain/kernel/dates.ts";
import { beforeWeekend, minutesAfter } from "../calendar.ts";
import { gatewayIds } from "./disclosures.ts";
import type { Teller } from "./teller.ts";

type Held = { reference: string; version: number; owner: string; ownerId: string; agencyId: string };
type Answered = {
  forum: string;
  /** Minutes before the story ends: after whatever else happens to actions. */
  ago: number;
  in: readonly string[];
  by: "owner" | "chair";
  act: Command<unknown>;
  with: (held: Held, teller: Teller) => Record<string, unknown> | Promise<Record<string, unknown>>;
};

const soon = (teller: Teller, days: number) => beforeWeekend(addDays(dayOf(teller.madeAt), days));
/** What agencies answered beside doing it, and what the chair thanked somebody for; the rest waits for the chair. */
const answered: readonly Answered[] = [
  { forum: "NOR", ago: 58, in: ["assigned"], by: "owner", act: declineAction, with: () => ({ reason: "It is not for our service: another agency at the table has the power to do it, and the people." }) },
  { forum: "NOR", ago: 56, in: ["accepted", "in_progress", "assigned"], by: "owner", act: askMoreTime, with: (_, teller) => ({ due: soon(teller, 40), reason: "Another service has to go first, and has given a day that is after the one agreed." }) },
  { forum: "CEN", ago: 54, in: ["accepted", "in_progress"], by: "owner", act: askMoreTime, with: (_, teller) => ({ due: soon(teller, 35), reason: "It needs two visits, and the second is booked." }) },
  { forum: "SOU", ago: 52, in: ["accepted", "in_progress"], by: "owner", act: waitFor, with: (_, teller) => ({ on: "outside", until: soon(teller, 9), note: "An answer that was asked for in writing" }) },
  {
    forum: "SOU", ago: 49, in: ["assigned"], by: "owner", act: proposeOwner,
    with: async ({ ownerId, agencyId }, teller) => {
      const [other] = await teller.ask<{ id: string }>("select m.person_id as id from memberships m where m.forum_id = $1 and m.agency_id <> $2 and m.person_id <> $3 and m.until_on is null order by m.person_id limit 1", [teller.directory.forumId("SOU"), agencyId, ownerId]);
      return { ownerId: other?.id, reason: "They are on that estate each week, and are known there." };
    },
  },
  { forum: "NOR", ago: 46, in: ["assigned"], by: "owner", act: acceptAction, with: async ({ ownerId, agencyId }, teller) => ({ officerId: (await colleagueOf(teller, agencyId, ownerId)) ?? "" }) },
  { forum: "NOR", ago: 43, in: ["reported_done"], by: "chair", act: verifyAction, with: () => ({ thanks: "Done before anybody asked for it, and with the neighbours told. Thank you." }) },
];

/** The answers of agencies between meetings, and a question to somebody who isn't at the table, in the last hour of the story. */
export function planAnswers(teller: Teller) {
  const taken = new Set<string>();
  for (const { forum, ago, in: states, by, act, with: words } of answered) {
    teller.timeline.at(minutesAfter(teller.madeAt, -ago), async (now) => {
      const held = await findAction(teller, forum, states, taken);
      // on some days of the week nothing stands so
      if (!held) return;
      taken.add(held.reference);
      await teller.tell(act, by === "owner" ? teller.directory.person(held.owner) : teller.directory.chair(forum), { reference: held.reference, version: held.version, ...(await words(held, teller)) }, now);
    });
  }
  teller.timeline.at(minutesAfter(teller.madeAt, -40), (now) => ask(teller, now));
}

/** An open action of a forum in one of these states that this chapter hasn't touched, the chair's own left out. */
async function findAction(teller: Teller, forum: string, states: readonly string[], taken: ReadonlySet<string>): Promise<Held | undefined> {
  const [held] = await teller.ask<Held>(
    `select a.reference, a.version, p.name as owner, a.owner_id as "ownerId", a.owner_agency_id as "agencyId" from actions a join people p on p.id = a.owner_id and p.left_at is null
     where a.forum_id = $1 and a.state = any($2::action_state[]) and a.asked is null and a.reference <> all($3::text[]) and a.owner_id <> $4
       and not exists (select 1 from recusals r where r.case_id = a.case_id)
     order by array_position($2::text[], a.state::text), a.case_id is null, a.assigned_at desc, a.reference limit 1`,
    [teller.directory.forumId(forum), states, [...taken], teller.directory.chair(forum).personId]);
  return held;
}

async function colleagueOf(teller: Teller, agencyId: string, personId: string): Promise<string | undefined> {
  const [found] = await teller.ask<{ id: string }>("select id from people where agency_id = $1 and id <> $2 and left_at is null order by name limit 1", [agencyId, personId]);
  return found?.id;
}

/** One question about a case of Northfold, of somebody who sits elsewhere. */
async function ask(teller: Teller, now: Date) {
  const { directory } = teller;
  const seated = new Set(directory.seats("NOR").map(({ person }) => person));
  const asked = ["Hana Okafor", "Leila Frost", "Tariq Aziz-Hall"].find((name) => !seated.has(name));
  const [found] = await teller.ask<{ reference: string }>("select c.reference from cases c where c.forum_id = $1 and c.stage = 'open' and not exists (select 1 from recusals r where r.case_id = c.id) order by c.opened_on desc, c.reference limit 1", [directory.forumId("NOR")]);
  if (!asked || !found) throw new Error("Northfold has nobody to ask, or nothing to ask about");
  const gateway = await gatewayIds(teller, { power: "Crime and Disorder Act 1998, section 115", basis: "UK GDPR, article 6(1)(e): public task", condition: "None needed", confidentiality: "Not given in confidence" });
  await teller.tell(askEnquiry, directory.coordinator("NOR"), {
    reference: found.reference, personId: directory.person(asked).personId, question: "Has anybody from your service called there since September, and did they get in?", told: "The address stands on the visit list that you already hold.",
    purpose: "So that two services do not knock on the same door", answerBy: addDays(dayOf(now), 8), informed: "yes", informedReason: "", ...gateway,
  }, now);
}
