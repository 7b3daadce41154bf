// Once a run: a PostgreSQL that is thrown away, with the three roles and a migrated template.
import fs from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { deploy } from "../../scripts/database/deploy.mjs";
import { startEmbedded } from "../../scripts/database/embedded.mjs";
import { passingFolder } from "../../scripts/database/folder.mjs";
import { databaseSql, rolesSql } from "../../scripts/database/roles.mjs";

const TEMPLATE = "casemoot_template";

export default async function setup(project: TestProject) {
  const folder = passingFolder("tests");
  const cluster = await startEmbedded(folder, { durable: false });
  const clear = () => fs.rmSync(folder, { recursive: true, force: true });
  // Interrupted, a run never comes to its teardown.
  process.on("exit", clear);
  const superuser = new pg.Client({ connectionString: cluster.superuserUrl() });
  await superuser.connect();
  const { owner, app } = cluster.secrets;
  await superuser.query(rolesSql({ ownerPassword: pg.escapeLiteral(owner), appPassword: pg.escapeLiteral(app) }));
  for (const statement of databaseSql(TEMPLATE)) await superuser.query(statement);
  await deploy(cluster.url("casemoot_owner", TEMPLATE));
  await superuser.end();
  project.provide("database", { template: TEMPLATE, port: cluster.port, secrets: cluster.secrets });

  return () => {
    cluster.stop();
    clear();
  };
}

declare module "vitest" {
  interface ProvidedContext {
    database: { template: string; port: number; secrets: Record<"superuser" | "owner" | "app", string> };
  }
}
