import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { addDays, dayOf } from "../../src/domain/kernel/dates.ts";
import { Chance } from "./chance.ts";
import { checkStory } from "./checks.ts";
import { makePartnership } from "./directory.ts";
import { hallamford } from "./hallamford.ts";
import { planAdministration } from "./story/administration.ts";
import { planAgendas } from "./story/agendas.ts";
import { planAnswers } from "./story/answers.ts";
import { planConcerns } from "./story/concerns.ts";
import { planEscalations } from "./story/escalations.ts";
import { hallamfordYears, wexcombeYears } from "./story/forums.ts";
import { planDisclosures } from "./story/disclosures.ts";
import { planReferrals } from "./story/referrals.ts";
import { planInterests } from "./story/interests.ts";
import { planPlanning } from "./story/planning.ts";
import { planSight } from "./story/sight.ts";
import { planStory } from "./story/story.ts";
import { Teller } from "./story/teller.ts";
import { Timeline } from "./timeline.ts";
import { wexcombe } from "./wexcombe.ts";

/** Every person of the demonstration has a local account with it. */
const password = "demonstration only";
const monthInWords = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "Europe/London" });

/** Makes both partnerships and the year behind them, as it stands at a moment; the owner writes the directory, the commands tell the rest. */
export async function makeDemonstration(owner: pg.Client, madeAt: Date) {
  const today = dayOf(madeAt);
  const { rows } = await owner.query<{ name: string }>("select name from partnerships");
  if (rows[0]) throw new Error(`this database holds a partnership already (${rows[0].name}); the demonstration is only made in an empty one`);

  const common = { passwordHash: await hash(password), madeAt, since: addDays(today, -730) };
  const here = await makePartnership(owner, hallamford(today), common);
  const elsewhere = await makePartnership(owner, wexcombe(today), common);
  console.log("The people, agencies and forums of two partnerships are in.");

  const timeline = new Timeline(madeAt);
  const tellers = [new Teller(here, timeline, madeAt, owner), new Teller(elsewhere, timeline, madeAt, owner)] as const;
  const chance = new Chance("Hallamford");
  planStory(tellers[0], hallamfordYears(here, madeAt, chance), chance);
  planStory(tellers[1], wexcombeYears(elsewhere, madeAt), new Chance("Quayside"));
  planSight(tellers[0]);
  planInterests(tellers[0]);
  planDisclosures(tellers[0]);
  planReferrals(tellers[0]);
  planAdministration(tellers[0]);
  planPlanning(tellers[0]);
  planAgendas(tellers[0]);
  planConcerns(tellers[0]);
  planEscalations(tellers[0]);
  planAnswers(tellers[0]);
  await timeline.run((month) => {
    if (month.getUTCMonth() % 3 === 0) console.log(`The story has come to ${monthInWords.format(month)}.`);
  });
  const commands = tellers.reduce((sum, teller) => sum + teller.commands, 0);
  console.log(`A year of meetings is told, by ${commands.toLocaleString("en-GB")} commands.`);

  // so that the first page is planned on what is there, and not on empty tables
  await owner.query("analyze");
  for (const line of await checkStory(owner, here.partnershipId)) console.log(line);
}
