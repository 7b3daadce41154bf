import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deploy } from "../../../scripts/database/deploy.mjs";
import { type Cluster, startEmbedded } from "../../../scripts/database/embedded.mjs";
import { passingFolder } from "../../../scripts/database/folder.mjs";
import { databaseSql, rolesSql } from "../../../scripts/database/roles.mjs";
import { chanceFrom } from "../../support/chance.ts";
import { endPools, owner } from "../../support/database.ts";
import { aMailServer, mailTo } from "../../support/mail-server.ts";
import { aPartnership, type World } from "../../support/world.ts";

// Real processes, a real PostgreSQL of this file's own and a real SMTP server: runners are killed at random, and PostgreSQL is stopped and
// started under them. `npm run prove -- mail` sends 10,000; the tests a sample.
const whole = process.env.PROVE === "whole";
const total = whole ? 10_000 : 150;
const kills = whole ? 60 : 2;
const atOnce = 3;
const chance = chanceFrom(4);
const folder = passingFolder("mail");
const runners = new Set<ChildProcess>();
/** Those that ended though nobody ended them. */
const broken: ChildProcess[] = [];
let cluster: Cluster;
let world: World;

beforeAll(async () => {
  cluster = await startEmbedded(folder, { durable: true });
  cluster.keepUp({ every: 200 });
  await asSuperuser(async (client) => {
    await client.query(rolesSql({ ownerPassword: pg.escapeLiteral(cluster.secrets.owner), appPassword: pg.escapeLiteral(cluster.secrets.app) }));
    for (const statement of databaseSql("mail")) await client.query(statement);
  });
  process.env.DATABASE_URL = cluster.url("casemoot_app", "mail");
  process.env.MIGRATE_DATABASE_URL = cluster.url("casemoot_owner", "mail");
  await deploy(process.env.MIGRATE_DATABASE_URL);
  world = await aPartnership();
}, 120_000);
afterAll(async () => {
  for (const runner of runners) runner.kill("SIGKILL");
  await endPools();
  cluster.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function asSuperuser(work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function startRunner(): ChildProcess {
  const runner = fork("tests/support/job-runner.ts", { execArgv: ["--conditions=react-server", "--import", "tsx"], env: { ...process.env, LOG_LEVEL: "silent", TSX_DISABLE_CACHE: "1" } });
  runners.add(runner);
  runner.once("exit", (code, signal) => {
    runners.delete(runner);
    if (signal !== "SIGKILL" && code !== 0) broken.push(runner);
  });
  return runner;
}

/** Whoever keeps it up starts it again. */
const stopPostgres = () => process.kill(Number(fs.readFileSync(path.join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]), "SIGINT");

/** So many mails to the people in turn, written in one go: what is proven is the sending. */
const writeMails = async (count: number) => {
  const { rows } = await owner.query<{ id: string }>(
    `insert into mails (id, partnership_id, person_id, template, facts, made_at)
      select gen_random_uuid(), $1, p.id, 'access.admitted', '{}', now() from generate_series(1, $2) n
        join (select id, row_number() over (order by id) - 1 as place, count(*) over () as of from people where partnership_id = $1 and left_at is null) p on p.place = n % p.of returning id`,
    [world.partnershipId, count],
  );
  return rows.map(({ id }) => id);
};
const states = async (ids: string[]) => (await owner.query<{ state: string; count: number }>("select state::text, count(*)::int from mails where id = any($1) group by 1", [ids])).rows;
const until = async (settled: () => Promise<boolean>) => {
  while (!(await settled())) await pause(100);
};
const areSent = (ids: string[]) => () => states(ids).then(([first, more]) => first?.state === "sent" && !more, () => false);
/** What a dead runner had in hand comes back after a minute. The test moves the clock of the locks; those of the living must hold nevertheless. */
const aMinuteLater = () => owner.query("update graphile_worker._private_jobs set locked_at = locked_at - interval '2 minutes' where locked_at is not null");
const idsOf = (taken: { id: string }[]) => taken.map(({ id }) => id.slice(1, id.indexOf("@")));

test("runners side by side send each mail once, and none is taken from one that lives, however long it takes", { timeout: 120_000 }, async () => {
  const kept: (() => void)[] = [];
  let isOpen = false;
  const server = await aMailServer({ onMailFrom: (_, __, done) => (isOpen ? done() : kept.push(done)) });
  mailTo(server.url);
  const inHand = async () => (await owner.query<{ id: string; by: string }>("select id, locked_by as by from graphile_worker._private_jobs where locked_at is not null order by id")).rows;
  startRunner();
  startRunner();
  const ids = await writeMails(40);
  await until(async () => (await inHand()).length === 2 * atOnce);
  const held = await inHand();
  await aMinuteLater();
  // as it starts it gives back what the dead had in hand
  startRunner();
  await until(async () => new Set((await inHand()).map(({ by }) => by)).size === 3);
  await pause(1_000);
  expect((await inHand()).filter(({ id }) => held.some((job) => job.id === id))).toEqual(held);
  isOpen = true;
  for (const letThrough of kept) letThrough();
  await until(areSent(ids));
  await Promise.all([...runners].map((runner) => { runner.kill("SIGTERM"); return once(runner, "exit"); }));
  expect(idsOf(server.taken).toSorted()).toEqual(ids.toSorted());
  await server.close();
});

test("a runner that is told to stop finishes what it has in hand, and takes nothing more", { timeout: 120_000 }, async () => {
  const told: ChildProcess[] = [];
  const server = await aMailServer({ onMailFrom: (_, __, done) => { told[0]?.kill("SIGTERM"); setTimeout(done, 700); } });
  mailTo(server.url);
  const ids = await writeMails(30);
  told.push(startRunner());
  const [code] = await once(told[0] as ChildProcess, "exit");
  expect(code).toBe(0);
  const sent = (await owner.query<{ id: string }>("select id from mails where id = any($1) and state = 'sent'", [ids])).rows.map(({ id }) => id);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.length).toBeLessThanOrEqual(2 * atOnce);
  expect(idsOf(server.taken).toSorted()).toEqual(sent.toSorted());
  await server.close();
  await owner.query("update mails set state = 'dead' where state = 'waiting'");
});

test("killed after the server took a mail and before that was written down, it goes again under the same Message-ID", { timeout: 120_000 }, async () => {
  const victims: ChildProcess[] = [];
  const server = await aMailServer({ refusesLetter: ({ count }) => void (count === 1 && victims[0]?.kill("SIGKILL")) });
  mailTo(server.url);
  victims.push(startRunner());
  const [id] = await writeMails(1);
  await once(victims[0] as ChildProcess, "exit");
  expect((await states([id ?? ""]))[0]?.state).toBe("waiting");
  await aMinuteLater();
  const heir = startRunner();
  await until(areSent([id ?? ""]));
  expect(idsOf(server.taken)).toEqual([id, id]);
  expect(new Set(server.taken.map((letter) => letter.id)).size).toBe(1);
  heir.kill("SIGTERM");
  await once(heir, "exit");
  await server.close();
});

test(`${total.toLocaleString("en-GB")} mails, ${kills} kills and a restart of PostgreSQL: each arrives, and none oftener than a kill explains`, { timeout: whole ? 3_600_000 : 180_000 }, async () => {
  // slow enough for kills to fall between taking and answering
  const server = await aMailServer({ onMailFrom: (_, __, done) => setTimeout(done, chance.below(20)) });
  mailTo(server.url);
  const ids = await writeMails(total);
  const began = performance.now();
  for (let n = 0; n < 3; n += 1) startRunner();
  let killed = 0;
  let restarted = false;
  while (killed < kills) {
    const before = server.taken.length;
    await until(async () => server.taken.length >= before + chance.below(total / kills / 2) + 1 || (await areSent(ids)()));
    chance.of([...runners])?.kill("SIGKILL");
    killed += 1;
    startRunner();
    if (!restarted && killed >= kills / 2) {
      restarted = true;
      stopPostgres();
    }
  }
  if (!whole) {
    // the living come back to PostgreSQL before the clock of the locks is moved
    await pause(4_000);
    await aMinuteLater();
    startRunner();
  }
  await until(areSent(ids));
  const seconds = (performance.now() - began) / 1000;
  for (const runner of runners) runner.kill("SIGTERM");

  const times = new Map<string, number>();
  for (const id of idsOf(server.taken)) times.set(id, (times.get(id) ?? 0) + 1);
  const repeats = server.taken.length - times.size;
  const { rows } = await owner.query<{ left: number }>("select count(*)::int as left from graphile_worker._private_jobs j join mails m on m.id::text = j.key where m.id = any($1)", [ids]);
  process.stdout.write(`${total} mails in ${seconds.toFixed(0)} s, ${killed} kills, 1 restart of PostgreSQL: ${times.size} arrived, ${repeats} of them again, at most ${Math.max(...times.values())} times; ${rows[0]?.left} jobs left\n`);
  expect([...times.keys()].toSorted()).toEqual(ids.toSorted());
  expect(broken).toEqual([]);
  expect(repeats).toBeLessThanOrEqual(killed * atOnce);
  await server.close();
});

