// `npm run journeys`: a real `npm start` on a free port with a demonstration of its own, Playwright's journeys through
// it, and everything gone afterwards. What follows `--` goes to Playwright.
import fs from "node:fs";
import path from "node:path";
import { requireBrowser } from "./browser.mjs";
import { passingFolder } from "./database/folder.mjs";
import { requirePackages } from "./installation.mjs";
import { startServer } from "./passing-server.mjs";
import { runNode } from "./processes.mjs";
import { run } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");

await run(async () => {
  await requirePackages();
  const browser = await requireBrowser();
  const folder = passingFolder("journeys");
  const server = await startServer(folder);
  try {
    const cli = path.join(root, "node_modules/@playwright/test/cli.js");
    const env = {
      ...process.env,
      JOURNEYS_URL: server.origin,
      CHROMIUM_PATH: browser,
      // Chromium and Playwright keep folders of their own, whatever they are told of others: here, not in the home.
      XDG_CONFIG_HOME: path.join(folder, "browser"),
      XDG_CACHE_HOME: path.join(folder, "browser"),
      PWTEST_CACHE_DIR: path.join(folder, "compiled"),
    };
    process.exitCode = await runNode([cli, "test", ...process.argv.slice(2)], { env });
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
