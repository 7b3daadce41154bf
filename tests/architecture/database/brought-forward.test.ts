import crypto from "node:crypto";
import fs from "node:fs";
import pg from "pg";
import { afterAll, beforeEach, expect, inject, test, vi } from "vitest";
import { requireOnlyDemonstration } from "../../../scripts/database/elsewhere.mjs";
import { DATABASE, prepareOwnDatabase } from "../../../scripts/database/own-database.mjs";
import { preflight } from "../../../scripts/database/preflight.mjs";
import { databaseSql } from "../../../scripts/database/roles.mjs";
import { superuser } from "../../support/database.ts";

// A data folder that an earlier version left behind, as the next start finds it.

const { port, secrets } = inject("database");
const passwords = { postgres: secrets.superuser, casemoot_owner: secrets.owner, casemoot_app: secrets.app };
const url = (role: keyof typeof passwords, database: string) => `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
const cluster = { url, superuserUrl: (database = "postgres") => url("postgres", database), secrets: { ...secrets, session: "" } };
const released = fs.readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterAll(() => superuser.query(`drop database if exists ${DATABASE} with (force)`));

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url("casemoot_owner", DATABASE) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The embedded database with these migrations and no later ones, a demonstration in it and somebody signed in. */
async function left(migrations: readonly string[]) {
  await superuser.query(`drop database if exists ${DATABASE} with (force)`);
  for (const statement of databaseSql(DATABASE)) await superuser.query(statement);
  await asOwner(async (owner) => {
    await owner.query("create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)");
    for (const name of migrations) {
      const sql = fs.readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");
      await owner.query(sql);
      await owner.query("insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ($1, $2, $3, now())", [crypto.randomUUID(), crypto.createHash("sha256").update(sql).digest("hex"), name]);
    }
    const [partnership, agency, person, session] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    await owner.query("insert into partnerships (id, name, demonstration, made_at) values ($1, 'Safer Yesterday', true, now())", [partnership]);
    await owner.query("insert into agencies (id, partnership_id, name, short_name, kind) values ($2, $1, 'Council', 'Council', 'council')", [partnership, agency]);
    await owner.query("insert into people (id, partnership_id, agency_id, name, post, email) values ($3, $1, $2, 'Ada Lindqvist', 'Officer', 'ada@yesterday.example')", [partnership, agency, person]);
    await owner.query("insert into credentials (person_id, partnership_id, password_hash, set_at) values ($2, $1, 'x', now())", [partnership, person]);
    await owner.query("insert into sessions (id, partnership_id, person_id, reference_hash, opened_at, idle_ends_at, ends_at) values ($3, $1, $2, '\\x01', now(), now(), now())", [partnership, person, session]);
    await owner.query("insert into audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, particulars, salt, digest, hash) values ($1, 0, $3, now(), 'session.opened', $2, '', 'session', '{}', $3, '', '')", [partnership, person, session]);
  });
}

test.each([
  ["the first version", released.filter((name) => name.startsWith("20261121"))],
  ["the version before this one", released.slice(0, -1)],
])("what %s left is brought forward as it is, and says so once", async (_, migrations) => {
  await left(migrations);
  await prepareOwnDatabase(cluster);
  expect(said).toEqual([expect.stringMatching(new RegExp(`^The demonstration is of an earlier version and was brought to this one: .*${released.at(-1)}\\.$`))]);
  expect(await preflight(url("casemoot_app", DATABASE))).toEqual([]);
  const kept = await asOwner((owner) => owner.query("select t.name, p.email, s.ended_at, (select ok from app.verify_audit_chain()) as whole from partnerships t join people p on p.partnership_id = t.id join sessions s on s.person_id = p.id"));
  expect(kept.rows).toEqual([{ name: "Safer Yesterday", email: "ada@yesterday.example", ended_at: null, whole: true }]);
  await prepareOwnDatabase(cluster);
  expect(said).toHaveLength(1);
});

test.each([
  ["whose migration was changed since", "update _prisma_migrations set checksum = 'other' where migration_name like '%_tables'", /^A migration was changed after it had been applied: 20261121000001_tables, 20261121000003_sight_tables\. Put the files of the release back as they were\./],
  ["that a later version migrated", "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '99999999999999_later', now())", /^The database is newer than this version of Casemoot, which doesn't know: 99999999999999_later\. Start the version that it was migrated to/],
])("one %s is left alone, with what mends it", async (_, otherwise, told) => {
  await left(released);
  await asOwner((owner) => owner.query(otherwise));
  const refused = await prepareOwnDatabase(cluster).catch((error: Error) => error.message);
  expect(refused).toMatch(told);
  expect(refused).toMatch(/\nOr make the embedded database anew, with what was done in it lost: npm run demonstration$/);
  expect(await preflight(url("casemoot_app", DATABASE))).toContainEqual(expect.stringMatching(told));
});

test("a database of somebody's own is emptied only when it is named and holds nothing but demonstrations", async () => {
  await left(released);
  const where = { appUrl: url("casemoot_app", DATABASE), ownerUrl: url("casemoot_owner", DATABASE) };
  await expect(requireOnlyDemonstration(where)).rejects.toThrow(`npm run demonstration -- --into ${DATABASE}`);
  await expect(requireOnlyDemonstration({ ...where, name: DATABASE })).resolves.toBeUndefined();
  await asOwner((owner) => owner.query("insert into partnerships (id, name, made_at) values (gen_random_uuid(), 'Safer Truly', now())"));
  await expect(requireOnlyDemonstration({ ...where, name: DATABASE })).rejects.toThrow("holds a partnership that is no demonstration");
});
