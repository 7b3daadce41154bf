// `npm test`: everything, from a fresh checkout, as root or as anybody. Ends with `N passed, N failed` on a line of its
// own and exit code 1 when anything failed. A step that runs no tests counts as one.
import fs from "node:fs";
import path from "node:path";
import { isStale } from "./build.mjs";
import { drift, generate, generatedDocs, lint, overHttp, types, vitest } from "./checks.mjs";
import { requireNode, requirePackages } from "./installation.mjs";
import { runNode } from "./processes.mjs";
import { run } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");
const reports = path.join(root, "test-results");
const total = { passed: 0, failed: 0, skipped: 0 };

await run(async () => {
  try {
    await everything();
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
  }
  const { passed, failed, skipped } = total;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed > 0 ? 1 : 0;
});

async function everything() {
  requireNode();
  await requirePackages();
  // A forgotten `test.only` fails, and no snapshot is written.
  process.env.CI = "true";
  if (!process.stdout.isTTY) process.env.NO_COLOR = "1";
  // None of these is about a database of the person who runs it.
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "SUPERUSER_DATABASE_URL"]) delete process.env[name];
  fs.rmSync(reports, { recursive: true, force: true });
  fs.mkdirSync(reports, { recursive: true });

  await step("Database client", generate);
  await step("Types", types);
  await step("Lint", lint);
  await step("Generated documents", generatedDocs);
  await step("Migrations lead to the schema", drift);
  await suite("Tests", (report) => vitest("--reporter=default", "--reporter=json", `--outputFile.json=${report}`), countVitest);
  if (await step("Build", () => (isStale() ? runNode(["scripts/build.mjs"]) : 0))) {
    await step("Pages and submissions over HTTP", overHttp);
    await suite("Journeys", journeys, countPlaywright);
  } else {
    console.log("Without a build there are no journeys.");
    total.failed += 1;
  }
}

async function step(name, work) {
  const status = await timed(name, work);
  total[status === 0 ? "passed" : "failed"] += 1;
  if (status !== 0) console.error(`${name}: failed.`);
  return status === 0;
}

/** A runner of tests: counted by its report. Without a report, or ending badly though no test failed, it failed as a whole. */
async function suite(name, work, count) {
  const report = path.join(reports, `${name.toLowerCase()}.json`);
  const status = await timed(name, () => work(report));
  const counted = fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, "utf8"))) : { passed: 0, failed: 0, skipped: 0 };
  if (counted.failed === 0 && (status !== 0 || counted.passed === 0)) counted.failed = 1;
  for (const key of Object.keys(total)) total[key] += counted[key];
}

async function timed(name, work) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const status = await work();
  console.log(`── ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return status;
}

function journeys(report) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return runNode(["scripts/journeys.mjs", "--reporter=list,json"], { env });
}

function countVitest(report) {
  // A file that can't even be loaded holds no failed test, but is a failed suite.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed"));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
