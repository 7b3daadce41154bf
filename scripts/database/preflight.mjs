// What must hold before the application may use a database. Asked by `npm start` and by the server itself as it
// starts, so that no other way of starting goes round it.
import pg from "pg";
import { jobsProblems } from "./jobs.mjs";
import { compare, differences } from "./migrations.mjs";

const OLDEST = 15;

/** Answers what stands in the way, in plain sentences; nothing stands in the way when the list is empty. */
export async function preflight(databaseUrl) {
  const connection = { connectionString: databaseUrl, connectionTimeoutMillis: 10_000 };
  const [client, other] = [new pg.Client(connection), new pg.Client(connection)];
  try {
    await Promise.all([client.connect(), other.connect()]);
  } catch (error) {
    // The message of the driver names the host or the role, never the password.
    return [`The database can't be reached: ${error.message || error.code}.`];
  }
  try {
    const problems = [...(await version(client)), ...(await role(client)), ...(await pooler(client, other))];
    // A role with too much power is reason enough; what it sees of the schema says nothing more.
    return problems.length > 0 ? problems : await schemaProblems(client);
  } finally {
    await Promise.all([client.end(), other.end()]);
  }
}

async function version(client) {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  return rows[0].major < OLDEST ? [`PostgreSQL ${rows[0].major} is too old: Casemoot needs ${OLDEST} or later.`] : [];
}

/** Two clients at once on one and the same process of PostgreSQL: a pooler lends it for a transaction at a time, and takes along what belongs to a connection. */
async function pooler(client, other) {
  const [one, two] = [await processOf(client), await processOf(other)];
  return one === two ? ["DATABASE_URL leads through a pooler in transaction mode. Casemoot's statements and locks belong to a connection: use the pooler's session mode, or the database's own address."] : [];
}

const processOf = async (client) => (await client.query("select pg_backend_pid() as pid")).rows[0].pid;

/** Row-level security holds for nobody who is superuser, has BYPASSRLS or owns the table, nor for who can become one of these. */
async function role(client) {
  const { rows } = await client.query(`
    select current_user as name,
      exists (select from pg_roles r where r.rolsuper and pg_has_role(current_user, r.oid, 'member')) as superuser,
      exists (select from pg_roles r where r.rolbypassrls and pg_has_role(current_user, r.oid, 'member')) as bypasses,
      exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and pg_has_role(current_user, c.relowner, 'member')
      ) as owns`);
  const { name, superuser, bypasses, owns } = rows[0];
  const why = superuser ? "is a superuser" : bypasses ? "may bypass row-level security" : owns ? "owns tables" : undefined;
  if (!why) return [];
  return [`DATABASE_URL signs in as ${name}, which ${why}. Use the role casemoot_app; \`npm run roles\` prints how to make it.`];
}

/** How the schema differs from this version's, in the same way. */
export async function schemaProblems(client) {
  try {
    const problems = differences(await compare(client));
    return problems.length > 0 ? problems : await jobsProblems(client);
  } catch (error) {
    if (error.code === "42P01") return ["The database has no tables of Casemoot yet: run `npm run migrate` first."];
    if (error.code === "42501") return ["The role of DATABASE_URL may not read the list of migrations: run `npm run migrate` first."];
    throw error;
  }
}
