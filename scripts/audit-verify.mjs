// `npm run audit:verify`: recomputes the hash chain of every partnership's audit. Exit code 1 when one is broken.
// Works on MIGRATE_DATABASE_URL, or on the embedded database.
import pg from "pg";
import { startEmbedded } from "./database/embedded.mjs";
import { dataFolder } from "./database/folder.mjs";
import { DATABASE } from "./database/own-database.mjs";
import { Refusal, run } from "./refusal.mjs";

await run(async () => {
  const { DATABASE_URL, MIGRATE_DATABASE_URL: external } = process.env;
  if (external) return verify(external);
  if (DATABASE_URL) throw new Refusal("Set MIGRATE_DATABASE_URL, signing in as casemoot_owner: the application itself can't read the whole audit.");
  const cluster = await startEmbedded(dataFolder().folder);
  await verify(cluster.url("casemoot_owner", DATABASE));
});

async function verify(url) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query("select * from app.verify_audit_chain() order by partnership_id");
    if (rows.length === 0) console.log("There is no partnership whose audit could be verified.");
    for (const row of rows) console.log(sentence(row));
    process.exitCode = rows.every((row) => row.ok) ? 0 : 1;
  } finally {
    await client.end();
  }
}

function sentence({ partnership_id: id, ok, checked, first_bad: firstBad, reason }) {
  const count = Number(checked).toLocaleString("en-GB");
  if (ok) return `The audit of partnership ${id} is whole: ${count} events verified.`;
  return `The audit of partnership ${id} is broken at event ${firstBad}: ${reason} (${count} events read).`;
}
