// Making the demonstration in a database that isn't ours: only when it is named and holds nothing of anybody's.
import pg from "pg";
import { Refusal } from "../refusal.mjs";

/** Refuses unless both addresses lead to the database called `name`, and it holds no partnership but demonstrations. */
export async function requireOnlyDemonstration({ appUrl, ownerUrl, name }) {
  const [database, other] = await Promise.all([ownerUrl, appUrl].map((url) => ask(url, async (client) => {
    const { rows } = await client.query("select current_database() as name, pg_postmaster_start_time()::text as server");
    return rows[0];
  })));
  if (database.name !== other.name || database.server !== other.server) {
    throw new Refusal("DATABASE_URL and MIGRATE_DATABASE_URL lead to different databases.");
  }
  if (name !== database.name) {
    throw new Refusal(
      `This would empty the database ${database.name}, which isn't the embedded one. ` +
        `If that is what you want: npm run demonstration -- --into ${database.name}`,
    );
  }
  const kept = await ask(ownerUrl, countOthers);
  if (kept === undefined) throw new Refusal(`The database ${name} holds tables that aren't Casemoot's. It is left as it is.`);
  if (kept > 0) throw new Refusal(`The database ${name} holds a partnership that is no demonstration. It is left as it is.`);
}

/** Drops Casemoot's own schemas, as the owner may; the migrations bring them back. */
export async function emptyDatabase(ownerUrl) {
  await ask(ownerUrl, (client) =>
    client.query(`
      begin;
      drop schema if exists app cascade;
      drop schema if exists graphile_worker cascade;
      drop schema public cascade;
      create schema public;
      grant usage on schema public to public;
      commit`),
  );
}

/** How many partnerships are no demonstration; nothing when the tables aren't Casemoot's at all. */
async function countOthers(client) {
  const { rows } = await client.query(`
    select to_regclass('public.partnerships') is not null as casemoot,
      exists (select from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema') as tables`);
  if (!rows[0].tables) return 0;
  if (!rows[0].casemoot) return undefined;
  // the owner sees every row, by a policy of its own
  const counted = await client.query("select count(*)::int as others from public.partnerships where not demonstration");
  return counted.rows[0].others;
}

async function ask(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
