// What is measured of a server: its processor time and PostgreSQL's over many requests, how long each took, and how much
// a browser has to load.
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import { Refusal } from "../refusal.mjs";
import { cpuOf } from "./cpu.mjs";
import { Reader } from "./reader.mjs";

const WARM = 100; // before that the compiler of the engine is still at work, and its time would be counted
const ROUNDS = 5;
const ROUND = 60;
const READERS = 20;
const FIRST = 3;
const EACH = 30;

/**
 * Measures contestants, `{ server, ask(reader), cookie, times }`, in turns, so that whatever else the machine does meets
 * all of them. `times` is for the quick ones, whose round would be too short to be counted in ticks of 10 ms.
 */
export async function inTurns(postmaster, contestants) {
  const runs = contestants.map((one) => ({ times: 1, ...one, app: 0, database: 0, walls: [] }));
  for (const run of runs) await askAgain(run, WARM);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const run of runs) await takeRound(postmaster, run);
  }
  return runs.map(({ app, database, walls }) => ({ app: app / walls.length, database: database / walls.length, ...spread(walls) }));
}

async function takeRound(postmaster, run) {
  const before = [cpuOf(run.server.pid), cpuOf(postmaster)];
  run.walls.push(...(await askAgain(run, ROUND * run.times)));
  run.app += cpuOf(run.server.pid) - before[0];
  run.database += cpuOf(postmaster) - before[1];
}

/** Asks each until the engine has compiled what all pages have in common, or the first that is measured would pay for it. */
export async function warmUp(contestants) {
  for (const one of contestants) await askAgain(one, 2 * WARM);
}

/** Asks many times over one connection, new each time: between rounds a server would close it. Answers how long each took. */
async function askAgain({ server, cookie, ask }, count) {
  const reader = new Reader(server.origin, cookie);
  const walls = [];
  for (let n = 0; n < count; n += 1) walls.push((await ask(reader)).ms);
  reader.close();
  return walls;
}

/** Many readers at once, each with a cookie and a connection of their own, each asking again as soon as they are answered. */
export async function atOnce(postmaster, { server, ask, cookies }) {
  if (cookies.length !== READERS) throw new Error(`${READERS} readers need as many cookies`);
  const readers = cookies.map((cookie) => new Reader(server.origin, cookie));
  const walls = [];
  const turns = async (reader, count) => {
    for (let n = 0; n < count; n += 1) walls.push((await ask(reader)).ms);
  };
  await Promise.all(readers.map((reader) => turns(reader, FIRST)));
  const warm = walls.splice(0).length;
  const before = [cpuOf(server.pid), cpuOf(postmaster)];
  const begun = performance.now();
  await Promise.all(readers.map((reader) => turns(reader, EACH)));
  const seconds = (performance.now() - begun) / 1000;
  const used = [cpuOf(server.pid) - before[0], cpuOf(postmaster) - before[1]];
  for (const reader of readers) reader.close();
  return { app: used[0] / walls.length, database: used[1] / walls.length, perSecond: walls.length / seconds, requests: walls.length, warm, ...spread(walls) };
}

function spread(walls) {
  const sorted = walls.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95) };
}

/** The bytes of a page and of all scripts and styles that its HTML names, in the first load of a browser with modules. */
export async function weigh(server, cookie, path) {
  const reader = new Reader(server.origin, cookie);
  const { body } = await reader.get(path);
  const html = body.toString("utf8").replace(/<script\b[^>]*\bnoModule\b[^>]*>/gi, "");
  const named = (ending) => [...new Set([...html.matchAll(new RegExp(String.raw`static/[\w./~-]+\.${ending}(?![\w])`, "g"))].map(([file]) => `/_next/${file}`))];
  const load = async (files) => Object.fromEntries(await Promise.all(files.map(async (file) => [file, gzipSync(await fileOf(reader, file)).length])));
  const [scripts, styles] = [await load(named("js")), await load(named("css"))];
  reader.close();
  return { html: body.length, htmlGzip: gzipSync(body).length, js: sum(scripts), css: sum(styles), scripts };
}

async function fileOf(reader, file) {
  const { status, body } = await reader.get(file);
  if (status !== 200) throw new Refusal(`${file} is named by a page, and answered ${status}.`);
  return body;
}

const sum = (sizes) => Object.values(sizes).reduce((total, size) => total + size, 0);
