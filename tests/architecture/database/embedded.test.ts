import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Cluster, startEmbedded } from "../../../scripts/database/embedded.mjs";
import { passingFolder } from "../../../scripts/database/folder.mjs";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = passingFolder("embedded");
const start = () => startEmbedded(folder);
let cluster: Cluster;

beforeAll(async () => {
  cluster = await start();
});
afterAll(() => {
  cluster.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function ask<Row extends pg.QueryResultRow>(sql: string) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl() });
  client.on("error", () => {}); // the kill below reaches it too
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = () => Number(fs.readFileSync(path.join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);

test("killed, it comes back by itself, on the same port, with everything that was committed", async () => {
  await ask("create table kept as select generate_series(1, 1000) as n");
  const { port } = cluster;
  process.kill(postmaster(), "SIGKILL");
  cluster = await start();
  expect(cluster.port).toBe(port);
  expect(await ask("select count(*)::int as kept from kept")).toEqual([{ kept: 1000 }]);
});

test("kept up, it comes back while its application runs, and not after it was stopped", async () => {
  const kept = await start();
  kept.keepUp({ every: 50 });
  for (const signal of ["SIGKILL", "SIGQUIT"]) {
    const before = postmaster();
    process.kill(before, signal);
    await vi.waitFor(() => ask("select 1"), { timeout: 20_000, interval: 100 });
    expect(postmaster()).not.toBe(before);
    expect(kept.port).toBe(cluster.port);
  }
  kept.stop();
  await pause(300);
  await expect(ask("select 1")).rejects.toThrow();
  cluster = await start();
});

test("whoever comes second works with the same one, and leaves it running for the first", async () => {
  const before = postmaster();
  const second = await start();
  expect(second.port).toBe(cluster.port);
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  fs.writeFileSync(path.join(folder, "users", String(other.pid)), "");
  second.stop();
  expect(postmaster()).toBe(before);
  expect(await ask("select 1 as answers")).toEqual([{ answers: 1 }]);
  other.kill("SIGKILL");
});

test("secrets are for their owner alone, and what people write stays out of its log", async () => {
  expect(fs.statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  await ask("create table people (name text unique); insert into people values ('Somebody Private')");
  await expect(ask("insert into people values ('Somebody Private')")).rejects.toThrow(/duplicate key/);
  const log = fs.readFileSync(path.join(folder, "postgres/postgres.log"), "utf8");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("Somebody Private");
});
