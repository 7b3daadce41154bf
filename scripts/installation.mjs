// Whether the packages are there. Runs before they are, so it may use none.
import fs from "node:fs";
import path from "node:path";
import { runNpm } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");
const OLDEST_NODE = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Refusal(`Casemoot needs Node ${OLDEST_NODE.join(".")} or later; this is ${version}.`);
}

/** Installs what package-lock.json asks for and node_modules lacks. `development: false` is content without the tools. */
export async function requirePackages({ development = true } = {}) {
  const { installed, wanted } = locks();
  if (isInstalled(wanted, installed, development)) return;
  console.log("Installing packages …");
  const status = await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (status !== 0) throw new Refusal("The packages could not be installed; npm says why above.");
}

/** Compares by content: a checkout's dates say nothing, and an interrupted install leaves no list of what is installed. */
export function isInstalled(wanted, installed, development) {
  if (!installed) return false;
  return Object.entries(wanted.packages).every(([folder, one]) => {
    const optional = one.optional || one.devOptional || folder === "";
    return optional || (one.dev && !development) || installed.packages[folder]?.version === one.version;
  });
}

function locks() {
  const read = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined);
  return {
    wanted: read(path.join(root, "package-lock.json")),
    installed: read(path.join(root, "node_modules/.package-lock.json")),
  };
}
