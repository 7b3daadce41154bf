// `npm run demonstration`: makes the demonstration partnership anew, with today's dates.
// A database from outside (DATABASE_URL and MIGRATE_DATABASE_URL) is touched only when it is named, `--into NAME`, and
// holds nothing but a demonstration.
import fs from "node:fs";
import { requireNode, requirePackages } from "./installation.mjs";
import { Refusal, run } from "./refusal.mjs";

await run(async () => {
  requireNode();
  await requirePackages();
  if (process.env.DATABASE_URL) return renewElsewhere();
  const { startEmbedded } = await import("./database/embedded.mjs");
  const { dataFolder } = await import("./database/folder.mjs");
  const { headFile } = await import("./database/audit-heads.mjs");
  const { renewDemonstration } = await import("./database/own-database.mjs");
  const { folder } = dataFolder();
  const cluster = await startEmbedded(folder);
  await renewDemonstration(cluster);
  // those heads were of the chains that went with the old one
  fs.rmSync(headFile(folder, {}), { force: true });
  console.log("The demonstration is new.");
});

async function renewElsewhere() {
  const { DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl } = process.env;
  if (!ownerUrl) throw new Refusal("Set MIGRATE_DATABASE_URL as well, signing in as casemoot_owner: making the demonstration begins with empty tables.");
  const { emptyDatabase, requireOnlyDemonstration } = await import("./database/elsewhere.mjs");
  const { deploy } = await import("./database/deploy.mjs");
  const { seedDemonstration } = await import("./database/seeding.mjs");
  const at = process.argv.indexOf("--into");
  await requireOnlyDemonstration({ appUrl, ownerUrl, name: at > 0 ? process.argv[at + 1] : undefined });
  await emptyDatabase(ownerUrl);
  await deploy(ownerUrl);
  await seedDemonstration({ ownerUrl, appUrl });
  console.log("The demonstration is new.");
}
