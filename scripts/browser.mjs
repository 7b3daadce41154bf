// The browser of the journeys: one that is there, else one that can be fetched, else the command to type.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { runNode, runProgram } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");
// Without windows it spends half as much on drawing a page.
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
// Fetched into node_modules, so that nothing is left outside the checkout.
const inCheckout = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: "0", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };

/** Answers the path of a browser that runs. */
export async function requireBrowser() {
  const found = (await present()) ?? (await fetched()) ?? (await byApt());
  if (found) return found;
  throw new Refusal(
    "The journeys need a browser. Type one of these, then start again:\n" +
      "  sudo apt-get install chromium\n" +
      "  npx playwright install --with-deps chromium",
  );
}

async function present() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const systems = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...systems, playwrights(process.env), playwrights(inCheckout)].find(runs);
}

async function fetched() {
  console.log("Fetching a browser …");
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  await runNode([cli, "install", "chromium"], { env: inCheckout, timeout: 300_000 });
  return [playwrights(inCheckout)].find(runs);
}

async function byApt() {
  if (process.platform !== "linux" || process.getuid() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => runProgram("/usr/bin/apt-get", args, { env, stdio: ["ignore", "inherit", "inherit"] });
  const install = (name) => apt("install", "-y", "--no-install-recommends", name);
  // A fresh machine has no list of packages yet, and Ubuntu has no browser without windows.
  const either = async () => (await install("chromium-headless-shell")) === 0 || (await install("chromium")) === 0;
  if (!(await either()) && (await apt("update")) === 0) await either();
  return ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(runs);
}

/** Playwright decides by its environment as it is loaded, so each place is asked in a process of its own. */
function playwrights(env) {
  const question = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  return spawnSync(process.execPath, ["-e", question], { cwd: root, env, encoding: "utf8" }).stdout.trim();
}

// Some distributions ship a stub that only says where to get the browser, and a fetched one may lack libraries.
const runs = (file) => Boolean(file) && fs.existsSync(file) && spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
