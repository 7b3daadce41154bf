// The database of the embedded cluster: its roles, its tables, and the demonstration it begins with.
import pg from "pg";
import { Refusal } from "../refusal.mjs";
import { deploy } from "./deploy.mjs";
import { databaseSql, rolesSql } from "./roles.mjs";
import { seedDemonstration } from "./seeding.mjs";

export const DATABASE = "casemoot";
// The demonstration grows under another name and takes ours when it is whole: killed half way, it starts anew.
const DRAFT = "casemoot_draft";
// Two starters on one data folder prepare it one after the other.
const LOCK = 72707370;

/** Brings the cluster's database to this version, with the demonstration when it holds no partnership yet. */
export async function prepareOwnDatabase(cluster) {
  await asSuperuser(cluster, async (client) => {
    if (!(await holdsPartnership(cluster, client))) return renew(cluster, client);
    await bringForward(cluster);
  });
}

/** From whichever earlier version its data are; where that can't be, the demonstration is easily made again. */
async function bringForward(cluster) {
  try {
    const applied = await deploy(cluster.url("casemoot_owner", DATABASE));
    if (applied.length > 0) console.log(`The demonstration is of an earlier version and was brought to this one: ${applied.join(", ")}.`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`${error.message}\nOr make the embedded database anew, with what was done in it lost: npm run demonstration`, { cause: error });
  }
}

/** Makes the demonstration anew; the one there was is dropped at the very end. */
export async function renewDemonstration(cluster) {
  await asSuperuser(cluster, (client) => renew(cluster, client));
}

/** When the demonstration was made; nothing when the database holds none. */
export async function demonstrationMadeAt(cluster) {
  const { rows } = await ask(cluster, "select made_at from partnerships where demonstration order by made_at limit 1");
  return rows[0]?.made_at;
}

async function asSuperuser(cluster, work) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl() });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("set client_min_messages = warning");
    const { owner, app } = cluster.secrets;
    await client.query(rolesSql({ ownerPassword: pg.escapeLiteral(owner), appPassword: pg.escapeLiteral(app) }));
    await work(client);
  } finally {
    await client.end();
  }
}

async function renew(cluster, client) {
  await client.query(`drop database if exists ${DRAFT} with (force)`);
  for (const statement of databaseSql(DRAFT)) await client.query(statement);
  const ownerUrl = cluster.url("casemoot_owner", DRAFT);
  await deploy(ownerUrl);
  await seedDemonstration({ ownerUrl, appUrl: cluster.url("casemoot_app", DRAFT), secret: cluster.secrets.session });
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [DRAFT]);
  await client.query(`drop database if exists ${DATABASE} with (force)`);
  await client.query(`alter database ${DRAFT} rename to ${DATABASE}`);
}

async function holdsPartnership(cluster, client) {
  const { rowCount: exists } = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (!exists) return false;
  const { rows } = await ask(cluster, "select to_regclass('public.partnerships') is not null as made");
  return rows[0].made && (await ask(cluster, "select from partnerships limit 1")).rowCount > 0;
}

async function ask(cluster, sql) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl(DATABASE) });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
