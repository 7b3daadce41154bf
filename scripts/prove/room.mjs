// The room under load and under fire: the notes of a meeting typed through a real page while the server is killed with -9 at random, and twenty
// people following live while two write. Whole by `npm run prove -- room`.
import { createRequire } from "node:module";
import { makeDatabase, startCluster } from "../bench/cluster.mjs";
import { cpuOf } from "../bench/cpu.mjs";
import { openSessions } from "../bench/sessions.mjs";
import { requireBrowser } from "../browser.mjs";
import { DATABASE } from "../database/own-database.mjs";
import { run } from "../refusal.mjs";

const seed = Number(process.env.PROVE_SEED) || 9;
const sentences = Number(process.env.PROVE_SENTENCES) || 120;
const kills = Number(process.env.PROVE_KILLS) || 20;
const seconds = Number(process.env.PROVE_SECONDS) || 60;
const [many, writing] = [20, 2];
/** What the field is promised. */
const promised = { oldest: 5_000, arrival: 2_000 };

const nth = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

await run(async () => {
  const path = await requireBrowser();
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  const cluster = await startCluster();
  const { ownerUrl, databaseUrl } = await makeDatabase(cluster, DATABASE);
  const secret = cluster.secrets.session;
  Object.assign(process.env, { MIGRATE_DATABASE_URL: ownerUrl, DATABASE_URL: databaseUrl, SUPERUSER_DATABASE_URL: cluster.superuserUrl(DATABASE), NEXTAUTH_SECRET: secret });
  const { aMortalServer } = await import("../../tests/room/server.ts");
  const { aSitting, followers } = await import("../../tests/room/world.ts");
  const { replay } = await import("../../tests/room/replay.ts");
  const { follow } = await import("../../tests/room/following.ts");
  const { endPools } = await import("../../tests/support/database.ts");
  const sitting = await aSitting(4);
  const { people } = sitting.world;
  const server = await aMortalServer({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret });
  const failed = [];
  const hold = (isHeld, what) => void (isHeld || failed.push(what));

  const readers = followers(sitting.world, many);
  const [writer, other, ...cookies] = await openSessions(ownerUrl, secret, [people.coordinator, people.chair, ...readers]);
  const before = cpuOf(server.pid());
  const began = performance.now();
  const live = await follow({ origin: server.origin, sitting, writers: [{ actor: people.coordinator, cookie: writer }, { actor: people.chair, cookie: other }].slice(0, writing), readers: cookies, seconds });
  const cpu = (cpuOf(server.pid()) - before) / (performance.now() - began);
  console.log(`Live: ${many} follow, ${writing} write ${live.writes} times in ${seconds} s. An update arrives after ${nth(live.arrivals, 0.5)} ms (median), ${nth(live.arrivals, 0.95)} ms (p95), and stands on the page after ${nth(live.shown, 0.5)} and ${nth(live.shown, 0.95)} ms. Server ${(100 * cpu).toFixed(0)} % of one processor. A message is ${live.message} bytes, a page drawn anew ${(live.page / 1024).toFixed(0)} kB. ${live.arrivals.length} arrivals, ${live.shown.length} showings, ${live.refused} refused.`);
  hold(live.refused === 0, `${live.refused} savings or pages were refused`);
  hold(live.arrivals.length >= live.writes * many * 0.9, "some updates never arrived");
  hold(nth(live.arrivals, 0.95) < promised.arrival, "updates arrive late");
  hold(live.message <= 64, "a message says more than that something changed");

  const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  const typed = await replay({ browser, server, sitting: { ...sitting, items: sitting.items.slice(2) }, cookie: writer, seed, sentences, kills });
  await browser.close();
  console.log(`Typing: ${typed.words} words, server killed ${typed.kills} times, ${typed.acknowledged} savings acknowledged, ${typed.lost} words lost, ${typed.apart} texts apart. While it served a word was safe after ${nth(typed.ages, 0.5)} ms (median), ${nth(typed.ages, 0.95)} ms (p95), ${typed.oldest} ms (oldest of ${typed.ages.length}).`);
  hold(typed.lost === 0, `${typed.lost} words were lost`);
  hold(typed.apart === 0, "a writer was told of somebody else who wasn't there");
  hold(typed.kills >= Math.min(kills, 3), "the server was hardly killed");
  hold(typed.oldest < promised.oldest, `a word waited ${typed.oldest} ms`);

  const [stream] = [await fetch(`${server.origin}/meetings/${sitting.reference}/live`, { headers: { cookie: cookies[0] } })];
  const took = await server.stop();
  await stream.body?.cancel().catch(() => {});
  console.log(`A deployment ends the server within ${took} ms with a stream open.`);
  hold(took < 4_000, "an open stream keeps the server from ending");

  await endPools();
  for (const problem of failed) console.log(`FAILED ${problem}`);
  process.exit(failed.length === 0 ? 0 : 1);
});
