// Before each test file: a clone of the template of its own. Awaited here, not in a hook, because the modules under
// test read DATABASE_URL as they are imported.
import pg from "pg";
import { afterAll, inject } from "vitest";
import { databaseSql } from "../../scripts/database/roles.mjs";
import { endPools } from "./database.ts";

const { template, port, secrets } = inject("database");
// The worker's last file is done with it, so its clone makes room for the next.
const name = `test_${process.env.VITEST_POOL_ID ?? "1"}`;
const url = (role: string, password: string, database: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

const superuser = new pg.Client({ connectionString: url("postgres", secrets.superuser, "postgres") });
await superuser.connect();
await superuser.query(`drop database if exists ${name} with (force)`);
for (const statement of databaseSql(name, template)) await superuser.query(statement);
await superuser.end();

process.env.DATABASE_URL = url("casemoot_app", secrets.app, name);
process.env.MIGRATE_DATABASE_URL = url("casemoot_owner", secrets.owner, name);
process.env.SUPERUSER_DATABASE_URL = url("postgres", secrets.superuser, name);

afterAll(endPools);
