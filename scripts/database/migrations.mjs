// The migrations of this checkout, and how a database compares with them.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

// Bundled into the server, this file no longer knows where it stands; the server runs in the checkout.
const checkout = import.meta.dirname ? path.resolve(import.meta.dirname, "../..") : process.cwd();
export const migrationsFolder = path.join(checkout, "prisma/migrations");

/** The migrations of this checkout, in order. */
export function migrations() {
  if (!fs.existsSync(migrationsFolder)) return [];
  return fs
    .readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: crypto.createHash("sha256").update(sql).digest("hex") };
    });
}

/** Which migrations a database still needs (`pending`), and what stands in the way of applying them. */
export async function compare(client) {
  const ours = migrations();
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );
  const theirs = new Map(rows.map((row) => [row.name, row]));
  return {
    pending: ours.filter(({ name }) => !theirs.has(name)),
    failed: rows.filter((row) => !row.finished).map((row) => row.name),
    unknown: rows.map((row) => row.name).filter((name) => !ours.some((one) => one.name === name)),
    edited: ours.filter(({ name, checksum }) => theirs.has(name) && theirs.get(name).checksum !== checksum).map(({ name }) => name),
  };
}

/** The same as sentences that say what mends it: empty when the database is neither older nor newer than this checkout. */
export function differences({ pending, failed, unknown, edited }) {
  const sentence = (names, words, remedy) => (names.length > 0 ? [`${words}: ${names.join(", ")}.${remedy ? ` ${remedy}` : ""}`] : []);
  return [
    ...sentence(failed, "A migration of the database failed and must be put right first"),
    ...sentence(unknown, "The database is newer than this version of Casemoot, which doesn't know", "Start the version that it was migrated to, or restore the backup from before."),
    ...sentence(edited, "A migration was changed after it had been applied", "Put the files of the release back as they were."),
    ...sentence(pending.map(({ name }) => name), "The database is older than this version of Casemoot: run `npm run migrate` first. It lacks"),
  ];
}
