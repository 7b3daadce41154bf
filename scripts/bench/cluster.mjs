// A PostgreSQL of the bench's own, with fsync as in real life, removed at the end.
import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { deploy } from "../database/deploy.mjs";
import { startEmbedded } from "../database/embedded.mjs";
import { passingFolder } from "../database/folder.mjs";
import { databaseSql, rolesSql } from "../database/roles.mjs";

export async function startCluster() {
  const folder = passingFolder("bench");
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  const cluster = await startEmbedded(folder);
  // the folder goes when PostgreSQL has stopped, so this comes before the listener above
  process.prependListener("exit", () => cluster.stop());
  const { owner, app } = cluster.secrets;
  await asSuperuser(cluster, (client) => client.query(rolesSql({ ownerPassword: pg.escapeLiteral(owner), appPassword: pg.escapeLiteral(app) })));
  return cluster;
}

/** A migrated database without a row. */
export async function makeDatabase(cluster, name) {
  await asSuperuser(cluster, async (client) => {
    for (const statement of databaseSql(name)) await client.query(statement);
  });
  await deploy(cluster.url("casemoot_owner", name));
  return { ownerUrl: cluster.url("casemoot_owner", name), databaseUrl: cluster.url("casemoot_app", name) };
}

export const postmasterOf = (cluster) => Number(cluster.pidFile()[0]);

/** The statements that PostgreSQL was sent while something was done, BEGIN and COMMIT among them: each is a round trip. */
export async function statementsDuring(cluster, work) {
  return asSuperuser(cluster, async (client) => {
    const log = async (settings) => {
      for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = ${value}`);
      await client.query("select pg_reload_conf()");
      await pause(400);
    };
    await log({ log_statement: "'all'", log_line_prefix: "'bench %a|'" });
    const before = fs.statSync(cluster.log).size;
    await work();
    const written = fs.readFileSync(cluster.log).subarray(before).toString("utf8");
    await log({ log_statement: "'none'", log_line_prefix: "default" });
    // a statement goes on over lines that begin with a tab
    const entries = written.split(/^bench /m).map((entry) => /^(casemoot[^|]*)\|LOG: {2}(?:statement|execute [^:]*): (.*)$/s.exec(entry.trimEnd()));
    return entries.filter(Boolean).map(([, , statement]) => statement.replace(/\s+/g, " "));
  });
}

export const auditEvents = (cluster, database) =>
  asSuperuser(cluster, async (client) => Number((await client.query("select count(*) from audit_events")).rows[0].count), database);

async function asSuperuser(cluster, work, database) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
