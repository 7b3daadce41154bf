import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { preflight } from "../../../scripts/database/preflight.mjs";
import { superuser } from "../../support/database.ts";

const password = "a-password-of-this-test";
const as = (role: string) => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.username = role;
  url.password = password;
  return url.href;
};
const roles = ["preflight_super", "preflight_bypass", "preflight_owner", "preflight_plain"];

beforeAll(async () => {
  await superuser.query(`
    create role preflight_super login superuser password '${password}';
    create role preflight_bypass login bypassrls password '${password}';
    create role preflight_owner login password '${password}' in role casemoot_owner;
    create role preflight_plain login password '${password}';
    grant connect on database ${new URL(as("x")).pathname.slice(1)} to public;`);
});
afterAll(async () => {
  for (const role of roles) await superuser.query(`drop role ${role}`);
});

test("the application's own role on a migrated database meets no obstacle", async () => {
  expect(await preflight(process.env.DATABASE_URL ?? "")).toEqual([]);
});

test("a superuser is refused", async () => {
  expect(await preflight(as("preflight_super"))).toEqual([expect.stringContaining("preflight_super, which is a superuser")]);
});

test("a role that bypasses row-level security is refused", async () => {
  expect(await preflight(as("preflight_bypass"))).toEqual([expect.stringContaining("may bypass row-level security")]);
});

test("the owner of the tables, and whoever may become it, is refused", async () => {
  expect(await preflight(process.env.MIGRATE_DATABASE_URL ?? "")).toEqual([expect.stringContaining("casemoot_owner, which owns tables")]);
  expect(await preflight(as("preflight_owner"))).toEqual([expect.stringContaining("which owns tables")]);
});

test("a role that may not read the list of migrations is told to migrate", async () => {
  expect(await preflight(as("preflight_plain"))).toEqual([expect.stringContaining("npm run migrate")]);
});

test("a pooler that lends its connection for a transaction at a time is refused", async () => {
  const pooled = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, sql: unknown) {
    return Promise.resolve({ rows: [String(sql).includes("pg_backend_pid") ? { pid: 4711 } : { major: 15, name: "casemoot_app" }] });
  } as never);
  const problems = await preflight(process.env.DATABASE_URL ?? "").finally(() => pooled.mockRestore());
  expect(problems).toEqual([expect.stringContaining("through a pooler in transaction mode")]);
});

test("an older schema is refused, naming what it lacks", async () => {
  const { rows } = await superuser.query<{ migration_name: string }>(
    "delete from _prisma_migrations where started_at = (select max(started_at) from _prisma_migrations) returning migration_name",
  );
  expect(await preflight(process.env.DATABASE_URL ?? "")).toEqual([
    expect.stringMatching(new RegExp(`older than this version of Casemoot.*${rows[0]?.migration_name}`)),
  ]);
});

test("a newer schema is refused, naming what is unknown", async () => {
  await superuser.query("insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '99999999999999_later', now())");
  expect(await preflight(process.env.DATABASE_URL ?? "")).toContainEqual(
    expect.stringContaining("newer than this version of Casemoot, which doesn't know: 99999999999999_later"),
  );
});

test("a database that doesn't answer is a sentence, without the password", async () => {
  const [problem] = await preflight(`postgresql://casemoot_app:${password}@127.0.0.1:1/casemoot`);
  expect(problem).toMatch(/^The database can't be reached: /);
  expect(problem).not.toContain(password);
});
