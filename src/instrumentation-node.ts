import path from "node:path";
import { pathToFileURL } from "node:url";

type Preflight = typeof import("../scripts/database/preflight.mjs");

/** Refuses to serve without the edge (scripts/edge) in front: it sets headers and limits, and says where a request came from. */
export function refuseToStandInTheOpen() {
  if (process.env.NODE_ENV !== "production" || process.env.CASEMOOT_EDGE) return;
  console.error("Casemoot is started by `npm start`, not by Next's own command.");
  process.exit(1);
}

/** Refuses a role with too much power, and a schema older or newer than this build: row-level security would not hold, or not fit. */
export async function refuseUnfitDatabase() {
  // read as it stands beside the application, not bundled: it looks for the migrations next to itself
  const file = pathToFileURL(path.resolve("scripts/database/preflight.mjs")).href;
  const { preflight } = (await import(/* turbopackIgnore: true */ file)) as Preflight;
  const problems = await preflight(process.env.DATABASE_URL ?? "");
  if (problems.length === 0) return;
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

/** From now on the head of every audit chain is written outside the database, where it can't be changed along with it. */
export async function keepHeadsOutside() {
  const { keepWritingHeads } = await import("./platform/audit-heads.ts");
  keepWritingHeads();
}

/** Jobs run in the process that serves; whoever ends it calls this first (scripts/edge/serve.mjs), and waits for those in hand. */
export async function startJobs() {
  const { runJobs } = await import("./jobs/run-jobs.ts");
  Object.assign(globalThis, { casemootEndJobs: runJobs() });
}
