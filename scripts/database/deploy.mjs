// Applies prisma/migrations with Prisma's own bookkeeping (table, checksum, lock), so that `prisma migrate` understands
// it and the other way round. Needs `pg` alone: no engine, no download.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { Refusal } from "../refusal.mjs";
import { root } from "./folder.mjs";

export const migrationsFolder = path.join(root, "prisma/migrations");

// Prisma's number: two deployers, whichever they are, wait for one another.
const LOCK = 72707369;

const BOOKKEEPING = `
create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

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

/** How a database compares with this checkout: which migrations it still needs, and what stands in the way. */
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

/** Brings the database to this checkout's schema; answers the names of the migrations it applied. */
export async function deploy(url) {
  const client = new pg.Client({ connectionString: url, application_name: "casemoot migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("set client_min_messages = warning");
    await client.query(BOOKKEEPING);
    // The application compares the schema with its own before it starts, and changes nothing here.
    await client.query("grant select on _prisma_migrations to casemoot_app");
    const { pending, failed, unknown, edited } = await compare(client);
    if (failed.length > 0) throw new Refusal(`These migrations failed and must be put right first: ${failed.join(", ")}.`);
    if (unknown.length > 0) throw new Refusal(`The database is newer than this version of Casemoot: it has ${unknown.join(", ")}.`);
    if (edited.length > 0) throw new Refusal(`These migrations were changed after they had been applied: ${edited.join(", ")}.`);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function apply(client, { name, sql, checksum }) {
  const id = crypto.randomUUID();
  await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [id, checksum, name]);
  try {
    // One message without parameters is one transaction, unless the script opens its own: all of it or nothing.
    await client.query(sql);
  } catch (error) {
    await client.query("rollback");
    const where = error.position ? ` (line ${sql.slice(0, Number(error.position)).split("\n").length})` : "";
    await client.query("update _prisma_migrations set logs = $2 where id = $1", [id, `${error.message}${where}`]);
    throw new Refusal(`The migration ${name} failed${where}: ${error.message}`, { cause: error });
  }
  // A script may have changed settings of the session, such as its search path: the next one starts afresh.
  await client.query("reset all; set client_min_messages = warning");
  await client.query("update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1", [id]);
}
