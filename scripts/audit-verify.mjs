// `npm run audit:verify`: recomputes the hash chain of every partnership's audit, and looks for every head that was written outside the
// database (AUDIT_HEAD_FILE, or the data folder's). Then it draws the words of all confirmed minutes together again and compares them with what
// they were sealed with. Exit code 1 when a chain is broken, a head is gone or a seal doesn't match. Works on MIGRATE_DATABASE_URL, or on the
// embedded database.
import pg from "pg";
import { brokenSeals, sentenceOfSeals } from "./database/minute-seals.mjs";
import { headFile, lostHeads, readHeads, sentenceOfLost } from "./database/audit-heads.mjs";
import { startEmbedded } from "./database/embedded.mjs";
import { dataFolder } from "./database/folder.mjs";
import { DATABASE } from "./database/own-database.mjs";
import { Refusal, run } from "./refusal.mjs";

await run(async () => {
  const { DATABASE_URL, MIGRATE_DATABASE_URL: external } = process.env;
  if (external) return verify(external, headFile());
  if (DATABASE_URL) throw new Refusal("Set MIGRATE_DATABASE_URL, signing in as casemoot_owner: the application itself can't read the whole audit.");
  const { folder } = dataFolder();
  const cluster = await startEmbedded(folder);
  await verify(cluster.url("casemoot_owner", DATABASE), headFile(folder));
});

async function verify(url, file) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query("select * from app.verify_audit_chain() order by partnership_id");
    const heads = readHeads(file);
    const lost = await lostHeads(client, heads);
    if (rows.length === 0) console.log("There is no partnership whose audit could be verified.");
    for (const row of rows) console.log(sentence(row));
    for (const head of lost) console.log(sentenceOfLost(head));
    if (lost.length === 0) console.log(outside(heads, file));
    const seals = await brokenSeals(client);
    console.log(sentenceOfSeals(seals));
    process.exitCode = rows.every((row) => row.ok) && lost.length === 0 && seals.broken.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

function sentence({ partnership_id: id, ok, checked, first_bad: firstBad, reason }) {
  const count = Number(checked).toLocaleString("en-GB");
  if (ok) return `The audit of partnership ${id} is whole: ${count} events verified.`;
  return `The audit of partnership ${id} is broken at event ${firstBad}: ${reason} (${count} events read).`;
}

function outside(heads, file) {
  if (heads.length === 0) return `No head was written outside the database${file ? ` (${file})` : ": AUDIT_HEAD_FILE is not set"}, so a tail cut together with its head would not be found.`;
  return `All ${heads.length.toLocaleString("en-GB")} heads written outside the database are still in their chains; the newest is of ${heads.at(-1).at}.`;
}
