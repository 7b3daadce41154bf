// `npm run migrate`: brings the database of MIGRATE_DATABASE_URL to this version's schema. For operators; the embedded
// database is migrated by `npm start`.
import { deploy } from "./database/deploy.mjs";
import { Refusal, run } from "./refusal.mjs";

await run(async () => {
  const { MIGRATE_DATABASE_URL: url } = process.env;
  if (!url) {
    throw new Refusal("Set MIGRATE_DATABASE_URL to the database, signing in as casemoot_owner. `npm run roles` prints how to make the role.");
  }
  const applied = await deploy(url);
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}.` : "The database is up to date.");
});
