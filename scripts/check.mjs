// `npm run check`: what can be said in less than a minute and without a database. Stops at the first fault.
import { generate, generatedDocs, lint, types, vitest } from "./checks.mjs";
import { requireNode, requirePackages } from "./installation.mjs";
import { Refusal, run } from "./refusal.mjs";

const steps = [
  ["the database client", generate],
  ["types", types],
  ["lint", lint],
  ["generated documents", generatedDocs],
  ["fast tests", () => vitest("--project", "unit", "--project", "architecture")],
];

await run(async () => {
  requireNode();
  await requirePackages();
  for (const [name, step] of steps) {
    if ((await step()) !== 0) throw new Refusal(`The check ended at ${name}.`);
  }
  console.log("All is well.");
});
