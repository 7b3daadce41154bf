// `npm run journeys`: a real `npm start` on a free port with a demonstration of its own, Playwright's journeys through
// it, and everything gone afterwards. What follows `--` goes to Playwright.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { requireBrowser } from "./browser.mjs";
import { passingFolder } from "./database/folder.mjs";
import { requirePackages } from "./installation.mjs";
import { freePort } from "./ports.mjs";
import { runNode } from "./processes.mjs";
import { Refusal, run } from "./refusal.mjs";

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

async function startServer(folder) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), CASEMOOT_DATA: folder };
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "ORIGIN", "HOST"]) delete env[name];
  const server = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  process.on("exit", () => server.kill());

  let said = "";
  const running = new Promise((resolve) => {
    server.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      if (said.includes("Casemoot is running")) resolve(true);
    });
  });
  const came = await Promise.race([running, ended.then(() => false)]);
  if (!came) throw new Refusal(`Casemoot did not start for the journeys. It said:\n${said}`);

  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.kill();
      return ended;
    },
  };
}
