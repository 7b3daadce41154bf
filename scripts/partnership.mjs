// `npm run partnership:create` and `npm run partnership:invite`: the first administrator of a real installation. What they do speaks
// the domain and therefore TypeScript.
import { requireNode, requirePackages } from "./installation.mjs";
import { runNode } from "./processes.mjs";
import { run } from "./refusal.mjs";

await run(async () => {
  requireNode();
  await requirePackages({ development: false });
  // Otherwise it leaves what it compiled in the machine's temporary folder.
  const env = { ...process.env, TSX_DISABLE_CACHE: "1" };
  // `react-server` is the condition under which `server-only` lets itself be imported.
  process.exit(await runNode(["--conditions=react-server", "--import", "tsx", "prisma/partnership/command-line.ts", ...process.argv.slice(2)], { env }));
});
