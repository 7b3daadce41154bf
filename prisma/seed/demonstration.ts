// Makes the demonstration: two partnerships with their people, and the year behind them. DATABASE_URL signs in as casemoot_app,
// which tells the history through the domain's commands; MIGRATE_DATABASE_URL as casemoot_owner, which writes the directory.
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { addDays, dayOf } from "../../src/domain/kernel/dates.ts";
import { Chance } from "./chance.ts";
import { checkStory } from "./checks.ts";
import { makePartnership } from "./directory.ts";
import { hallamford } from "./hallamford.ts";
import { hallamfordYears, wexcombeYears } from "./story/forums.ts";
import { planDisclosures } from "./story/disclosures.ts";
import { planSight } from "./story/sight.ts";
import { planInterests } from "./story/interests.ts";
import { planStory } from "./story/story.ts";
import { Teller } from "./story/teller.ts";
import { Timeline } from "./timeline.ts";
import { wexcombe } from "./wexcombe.ts";

const password = "demonstration only";

async function make(owner: pg.Client) {
  const madeAt = new Date();
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
  await timeline.run();
  const commands = tellers.reduce((sum, teller) => sum + teller.commands, 0);
  console.log(`A year of meetings is told, by ${commands.toLocaleString("en-GB")} commands.`);

  // so that the first page is planned on what is there, and not on empty tables
  await owner.query("analyze");
  for (const line of await checkStory(owner, here.partnershipId)) console.log(line);
}

/** The history is made again when it is lost, so it needn't wait for the disk at every command; the last commit waits for all. */
function withoutWaiting(address: string): string {
  const url = new URL(address);
  url.searchParams.set("options", "-c synchronous_commit=off");
  return url.toString();
}

const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env;
try {
  if (!DATABASE_URL || !MIGRATE_DATABASE_URL) throw new Error("DATABASE_URL and MIGRATE_DATABASE_URL are both needed");
  process.env.DATABASE_URL = withoutWaiting(DATABASE_URL);
  const owner = new pg.Client({ connectionString: MIGRATE_DATABASE_URL });
  await owner.connect();
  await make(owner);
  await owner.end();
  process.exit(0);
} catch (error) {
  console.error("The demonstration was not made.", error);
  process.exit(1);
}
