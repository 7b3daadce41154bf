// The generated proof over HTTP: every address and every submission of the built application, as every holder of the policy table in every
// state, compared with the policy and the plain model of rule 26; attacks on sessions; guards broken under a running server; and the log and
// the built files searched. Whole by `npm run prove -- edge`; `npm test` takes a seeded sample. A page or a submission that the proof doesn't
// know fails it: it gets a line in tests/http/pages.ts or tests/http/submissions.ts.
import { DATABASE } from "../database/own-database.mjs";
import { makeDatabase, startCluster } from "../bench/cluster.mjs";
import { run } from "../refusal.mjs";

const isWhole = process.env.PROVE === "whole";
const seed = Number(process.env.PROVE_SEED) || 26;
/** Trials of each address and submission. */
const each = Number(process.env.PROVE_SAMPLE) || 4;
const typed = "Zzneverlogged";

await run(async () => {
  const cluster = await startCluster();
  const { ownerUrl, databaseUrl } = await makeDatabase(cluster, DATABASE);
  const secret = cluster.secrets.session;
  Object.assign(process.env, { MIGRATE_DATABASE_URL: ownerUrl, DATABASE_URL: databaseUrl, SUPERUSER_DATABASE_URL: cluster.superuserUrl(DATABASE), NEXTAUTH_SECRET: secret });
  const { proveHttp } = await import("../../tests/http/prove.ts");
  const { attackSessions } = await import("../../tests/http/sessions.ts");
  const { breakGuards, inspectBuild, provoke } = await import("../../tests/http/broken.ts");
  const { startBuilt } = await import("../../tests/http/server.ts");
  const { endPools, owner } = await import("../../tests/support/database.ts");
  const running = await startBuilt({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret });
  const failed = [];
  const took = async (what, work) => {
    const began = performance.now();
    const done = await work();
    failed.push(...(done.failed ?? done.problems));
    console.log(`${what}: ${done.said ?? `${done.held.length} held`}, ${(done.failed ?? done.problems).length} failed, ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return done;
  };
  try {
    await took("Pages and submissions", async () => {
      const proof = await proveHttp(running, { secret, seed, ...(isWhole ? {} : { sample: each }) });
      console.log(Object.entries(proof.tally).toSorted().map(([what, n]) => `  ${n} ${what}`).join("\n"));
      await provoke(running, proof.cookie, typed);
      return { problems: [...proof.problems], said: `${proof.routes} addresses, ${proof.submissions} submissions, ${proof.chosen} of ${proof.trials} trials, ${proof.answers} answers` };
    });
    await took("Sessions", () => attackSessions(running, secret));
    await took("Broken guards", () => breakGuards(running, secret));
    const names = (await owner.query("select distinct name from people")).rows.map(({ name }) => name).filter((name) => name.includes(" "));
    await took("Built files", () => inspectBuild(names));
    await took("Log", () => {
      const log = running.said();
      const forbidden = [typed, "Zz", "@testham.example", "A reason of more than twenty", "noise at night", "correct horse", ...names];
      const found = forbidden.filter((word) => log.includes(word));
      // a log without a line has not been searched
      return { held: [`${log.length} characters`], failed: [...found.map((word) => `the log holds ${word}`), ...(log.length > 0 ? [] : ["the log is empty"])] };
    });
    for (const problem of failed) console.log(`FAILED ${problem}`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  } finally {
    await running.end();
    await endPools();
  }
  process.exit();
});
