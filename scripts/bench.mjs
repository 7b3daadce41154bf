// `npm run bench`: what a page of Casemoot costs, beside a bare Next page and a bare node:http page with the same rows, in
// one run on one database. Writes the tables into docs/performance.md. `-- --large` adds a hundred times the history.
import path from "node:path";
import { requireProc } from "./bench/cpu.mjs";
import { requireNode, requirePackages } from "./installation.mjs";
import { run } from "./refusal.mjs";

await run(async () => {
  requireNode();
  requireProc();
  await requirePackages();
  process.chdir(path.resolve(import.meta.dirname, ".."));
  // these need the packages
  const { measureAll } = await import("./bench/run.mjs");
  const { circumstances, keep } = await import("./bench/report.mjs");
  const { costTable, crowdTable, historyTable, postTable, targetTable, weightTable } = await import("./bench/tables.mjs");
  const figures = await measureAll({ large: process.argv.includes("--large") });
  const drawn = [targetTable, costTable, postTable, weightTable, crowdTable, ...(figures.history ? [historyTable] : [])];
  const tables = [circumstances(), ...drawn.map((draw) => draw(figures))].join("\n\n");
  console.log(`\n${tables}\n`);
  keep(tables);
  process.exit();
});
