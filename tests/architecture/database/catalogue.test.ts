import { expect, test } from "vitest";
import { enums } from "@/domain/kernel/enums.ts";
import * as generated from "@/generated/prisma/enums.ts";
import { app, superuser } from "../../support/database.ts";
import { aPartnership } from "../../support/world.ts";

const column = async (sql: string) => (await superuser.query<{ v: string }>(sql)).rows.map((row) => row.v);
const tables = () => column("select relname as v from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' order by 1");

test("every table has row-level security, forced, with a policy", async () => {
  expect((await tables()).length).toBeGreaterThan(30);
  expect(await column(`select relname as v from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
    and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles @> array['casemoot_owner'::regrole::oid]))`)).toEqual([]);
});

test("every table that the application reaches is walled by partnership, restrictively", async () => {
  const reached = await column("select distinct table_name as v from information_schema.role_table_grants where grantee = 'casemoot_app' and table_schema = 'public' and table_name <> '_prisma_migrations' order by 1");
  const walled = await column("select distinct tablename as v from pg_policies where schemaname = 'public' and policyname = 'own_partnership' and permissive = 'RESTRICTIVE' order by 1");
  expect(reached.length).toBeGreaterThan(25);
  expect(reached.filter((table) => !walled.includes(table))).toEqual([]);
});

test("the application's role owns nothing, bypasses nothing, and can't become another", async () => {
  expect(await column("select rolname as v from pg_roles where rolname in ('casemoot_app', 'casemoot_definer') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")).toEqual([]);
  expect(await column("select rolname as v from pg_roles where rolname = 'casemoot_definer' and rolcanlogin")).toEqual([]);
  expect(await column("select relname as v from pg_class where relowner = 'casemoot_app'::regrole union all select proname from pg_proc where proowner = 'casemoot_app'::regrole")).toEqual([]);
  expect(await column("select roleid::regrole::text as v from pg_auth_members where member = 'casemoot_app'::regrole")).toEqual([]);
});

test("evidence can't be changed or removed by the application, nor by its owner", async () => {
  const evidence = ["audit_events", "sign_ins", "reveals", "action_steps"];
  expect(await column(`select table_name || ' ' || privilege_type as v from information_schema.role_table_grants where grantee = 'casemoot_app' and table_name = any('{${evidence.join(",")}}') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`)).toEqual([]);
  for (const table of evidence) {
    expect(await column(`select tgname as v from pg_trigger where tgrelid = '${table}'::regclass and not tgisinternal and tgenabled <> 'D' and tgname in ('written_once', 'never_emptied') order by 1`), table).toEqual(["never_emptied", "written_once"]);
  }
});

test("the application deletes nothing anywhere", async () => {
  expect(await column("select table_name as v from information_schema.role_table_grants where grantee = 'casemoot_app' and privilege_type in ('DELETE', 'TRUNCATE')")).toEqual([]);
});

test("the functions that look past the policies are these, owned by the role that can't log in, with a pinned search path", async () => {
  const definers = await column("select proname as v from pg_proc where pronamespace = 'app'::regnamespace and prosecdef order by 1");
  expect(definers).toMatchInlineSnapshot(`
    [
      "chain_event",
      "close_session",
      "demonstration_people",
      "find_account",
      "forums_seen",
      "has_revealed",
      "hold_meeting",
      "holds_partnership_office",
      "marks_among",
      "may_reveal",
      "note_refused_sign_in",
      "offices_held",
      "on_register",
      "open_session",
      "opens_case",
      "owns_action",
      "read_session",
      "reads_action",
      "reads_minute",
      "refuse_if_confirmed",
      "seat_opens_papers",
      "seats_held",
      "sign_in_failures",
      "standing",
    ]
  `);
  expect(await column("select proname as v from pg_proc where pronamespace = 'app'::regnamespace and prosecdef and proowner <> 'casemoot_definer'::regrole")).toEqual([]);
  // or its body was bound to its names when it was made, which only a function without powers of its own may do instead
  expect(await column(`select proname as v from pg_proc where pronamespace = 'app'::regnamespace and not coalesce(proconfig, '{}') @> array['search_path=""'] and (prosqlbody is null or prosecdef)`)).toEqual([]);
  expect(await column("select proname as v from pg_proc where pronamespace = 'app'::regnamespace and has_function_privilege('public', oid, 'execute')")).toEqual([]);
});

test("without a person nothing is seen, not even after another's transaction on the same connection", async () => {
  const { partnershipId, people } = await aPartnership();
  const readable = await column("select distinct table_name as v from information_schema.role_table_grants where grantee = 'casemoot_app' and privilege_type = 'SELECT' and table_schema = 'public' and table_name <> '_prisma_migrations'");
  const connection = await app.connect();
  try {
    await connection.query("begin");
    await connection.query("select app.enter($1, $2, now())", [people.chair.personId, partnershipId]);
    expect((await connection.query("select from people")).rowCount).toBeGreaterThan(10);
    await connection.query("commit");
    for (const table of readable) expect((await connection.query(`select from ${table}`)).rowCount, table).toBe(0);
  } finally {
    connection.release();
  }
});

test("every enum is the same in the database, in Prisma and in the kernel", async () => {
  const inDatabase: Record<string, string[]> = {};
  const { rows } = await superuser.query<{ name: string; value: string }>("select t.typname as name, e.enumlabel as value from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace = 'public'::regnamespace order by t.typname, e.enumsortorder");
  for (const { name, value } of rows) (inDatabase[name] ??= []).push(value);
  expect(inDatabase).toEqual(enums);
  const snake = (name: string) => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  expect(Object.fromEntries(Object.entries(generated).map(([name, values]) => [snake(name), Object.keys(values)]))).toEqual(enums);
});
