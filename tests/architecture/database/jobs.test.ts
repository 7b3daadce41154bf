import { expect, test } from "vitest";
import { jobsProblems } from "../../../scripts/database/jobs.mjs";
import { preflight } from "../../../scripts/database/preflight.mjs";
import { app, owner, superuser } from "../../support/database.ts";

const column = async (sql: string) => (await superuser.query<{ v: string }>(sql)).rows.map((row) => row.v);
const ours = process.env.DATABASE_URL ?? "";

test("the application's role owns nothing of the jobs, and may what running them takes", async () => {
  expect(await column("select relname as v from pg_class where relnamespace = 'graphile_worker'::regnamespace and relowner <> 'casemoot_owner'::regrole")).toEqual([]);
  expect(await column(`select table_name || ': ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as v from information_schema.role_table_grants
    where grantee = 'casemoot_app' and table_schema = 'graphile_worker' group by table_name order by table_name collate "C"`)).toEqual([
    "_private_job_queues: insert, select, update",
    "_private_jobs: delete, insert, select, update",
    "_private_known_crontabs: insert, select, update",
    "_private_tasks: insert, select",
    "migrations: select",
  ]);
  expect(await column("select relname as v from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and not relrowsecurity order by 1")).toEqual(["migrations"]);
});

test.each([
  "create table graphile_worker.mine ()",
  "truncate graphile_worker._private_jobs",
  "delete from graphile_worker._private_tasks",
  "insert into graphile_worker.migrations (id, breaking) values (99, true)",
  "alter table graphile_worker._private_jobs disable row level security",
  "select id from graphile_worker.jobs",
])("the application's role may not: %s", async (sql) => {
  await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
});

test("somebody else's role sees no job", async () => {
  await superuser.query("create role looks_in; grant usage on schema graphile_worker to looks_in; grant select on all tables in schema graphile_worker to looks_in");
  const client = await superuser.connect();
  try {
    await client.query("begin; select graphile_worker.add_job('anything'); set local role looks_in");
    expect((await client.query("select from graphile_worker._private_jobs")).rowCount).toBe(0);
  } finally {
    await client.query("rollback");
    client.release();
    await superuser.query("drop owned by looks_in; drop role looks_in");
  }
});

test("a queue of another version than the package's, or none, is refused before the application starts", async () => {
  expect(await preflight(ours)).toEqual([]);
  await owner.query("update graphile_worker.migrations set id = 999 where id = (select max(id) from graphile_worker.migrations)");
  expect(await preflight(ours)).toEqual([expect.stringContaining("queue of jobs is newer")]);
  await owner.query("delete from graphile_worker.migrations where id = 999");
  expect(await preflight(ours)).toEqual([expect.stringMatching(/queue of jobs is older.*npm run migrate/)]);
  const none = { query: async (sql: string) => ({ rows: sql.includes("to_regclass") ? [{ made: false }] : [] }) };
  expect(await jobsProblems(none)).toEqual([expect.stringContaining("older")]);
});
