// Makes the demonstration: two partnerships with their people, and the year behind them. DATABASE_URL signs in as casemoot_app,
// which tells the history through the domain's commands; MIGRATE_DATABASE_URL as casemoot_owner, which writes the directory.
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { addDays, dayOf } from "../../src/domain/kernel/dates.ts";
import { makePartnership } from "./directory.ts";
import { hallamford } from "./hallamford.ts";
import { wexcombe } from "./wexcombe.ts";

const password = "demonstration only";

async function make() {
  const madeAt = new Date();
  const today = dayOf(madeAt);
  const owner = new pg.Client({ connectionString: process.env.MIGRATE_DATABASE_URL });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>("select name from partnerships");
    if (rows[0]) throw new Error(`this database holds a partnership already (${rows[0].name}); the demonstration is only made in an empty one`);
    const common = { passwordHash: await hash(password), madeAt, since: addDays(today, -730) };
    await makePartnership(owner, hallamford(today), common);
    await makePartnership(owner, wexcombe(today), common);
    console.log("Two partnerships with their people, agencies and forums.");
  } finally {
    await owner.end();
  }
}

try {
  await make();
  process.exit(0);
} catch (error) {
  console.error("The demonstration was not made.", error);
  process.exit(1);
}
