// Applies prisma/migrations with Prisma's own bookkeeping (table, checksum, lock), so that `prisma migrate` understands
// it and the other way round. Needs `pg` alone, and graphile-worker for its own tables: no engine, no download.
import crypto from "node:crypto";
import pg from "pg";
import { Refusal } from "../refusal.mjs";
import { deployJobs } from "./jobs.mjs";
import { compare, differences } from "./migrations.mjs";

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

/** Brings the database to this checkout's schema; answers the names of the migrations it applied. */
export async function deploy(url) {
  const client = new pg.Client({ connectionString: url, application_name: "casemoot migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(BOOKKEEPING);
    // The application compares the schema with its own before it starts, and changes nothing here.
    await client.query("grant select on _prisma_migrations to casemoot_app");
    const { pending, ...obstacles } = await compare(client);
    const problems = differences({ pending: [], ...obstacles });
    if (problems.length > 0) throw new Refusal(problems.join("\n"));
    for (const migration of pending) await apply(client, migration);
    await deployJobs(client, url);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** In one transaction with its line in the bookkeeping: failed or killed, it leaves nothing and can be tried again. */
async function apply(client, { name, sql, checksum }) {
  const id = crypto.randomUUID();
  try {
    await client.query("begin");
    await client.query(sql);
    // A script may have changed the search path or other settings: the bookkeeping and the next script start afresh.
    await client.query("reset all");
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [id, checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const where = error.position ? ` (line ${sql.slice(0, Number(error.position)).split("\n").length})` : "";
    throw new Refusal(`The migration ${name} failed${where}: ${error.message}`, { cause: error });
  }
}
