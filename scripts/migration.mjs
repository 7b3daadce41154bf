// `npm run migration new NAME | check | status`: for whoever changes prisma/schema.
//   new     writes a migration that leads from the migrations there are to prisma/schema
//   check   exit code 2 when the two differ (policies, grants, functions and triggers are outside its sight)
//   status  which migrations a database lacks
// The first two replay the migrations in a cluster that is thrown away, as the role that runs them for real; the third
// looks at MIGRATE_DATABASE_URL's database, or at the embedded one.
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "./database/embedded.mjs";
import { dataFolder, passingFolder, root } from "./database/folder.mjs";
import { compare, differences, migrationsFolder } from "./database/migrations.mjs";
import { rolesSql } from "./database/roles.mjs";
import { difference } from "./database/schema-engine.mjs";
import { Refusal, run } from "./refusal.mjs";

const [command, name] = process.argv.slice(2);

await run(async () => {
  if (command === "new") return create();
  if (command === "check") return check();
  if (command === "status") return status();
  throw new Refusal("Say one of: npm run migration new NAME, npm run migration check, npm run migration status.");
});
// The engine leaves a timer of ten seconds behind.
process.exit();

async function create() {
  if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name ?? "")) {
    throw new Refusal("Give the migration a name in lower case, such as: npm run migration new watch-period.");
  }
  const sql = await replayed(difference);
  if (!sql) return console.log("The migrations already lead to prisma/schema: nothing to write.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = path.join(migrationsFolder, `${stamp}_${name.replaceAll("-", "_")}`, "migration.sql");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, sql);
  const lock = path.join(migrationsFolder, "migration_lock.toml");
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n');
  console.log(`Written: ${path.relative(root, file)}. Read it, and add what Prisma doesn't know: policies, grants, triggers.`);
}

async function check() {
  const sql = await replayed(difference);
  if (!sql) return console.log("The migrations lead to prisma/schema.");
  console.error(`The migrations don't lead to prisma/schema. Missing:\n\n${sql}`);
  process.exitCode = 2;
}

async function status() {
  const { MIGRATE_DATABASE_URL: external } = process.env;
  if (external) return report(external);
  const cluster = await startEmbedded(dataFolder().folder);
  await report(cluster.superuserUrl("casemoot"));
}

async function report(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const lines = differences(await compare(client));
    console.log(lines.join("\n") || "The database has every migration of this checkout.");
  } finally {
    await client.end();
  }
}

/** Hands `work` a place where migrations can be replayed. */
async function replayed(work) {
  const folder = passingFolder("replay");
  const cluster = await startEmbedded(folder, { durable: false });
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  const { owner, app } = cluster.secrets;
  await admin.query(rolesSql({ ownerPassword: pg.escapeLiteral(owner), appPassword: pg.escapeLiteral(app) }));
  await admin.end();
  return work({ url: cluster.url("casemoot_owner", "postgres"), adminUrl: cluster.superuserUrl() });
}
