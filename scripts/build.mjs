// `npm run build`: the client of the database, then the application. `npm start` builds only what is stale.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runNode } from "./processes.mjs";
import { Refusal, run } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");
const stamp = path.join(root, ".next/casemoot-build");
const SOURCES = [
  "package-lock.json", "next.config.ts", "tsconfig.json", "postcss.config.mjs", "prisma.config.ts", "prisma/schema", "public", "src",
];

/** Whether the sources differ from those of the last build that came to its end. */
export const isStale = () => !fs.existsSync(stamp) || fs.readFileSync(stamp, "utf8") !== fingerprint();

/** Writes the database client. */
export async function generate() {
  await step([path.join(root, "scripts/generate.mjs")]);
}

export async function build() {
  console.log("Building …");
  const before = fingerprint();
  fs.rmSync(stamp, { force: true });
  await generate();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await step([path.join(root, "node_modules/next/dist/bin/next"), "build"], { env });
  // Of the sources as they were at the start: whatever was changed meanwhile is built next time.
  fs.writeFileSync(stamp, before);
}

async function step(args, options) {
  const status = await runNode(args, options);
  if (status !== 0) throw new Refusal("The build failed; the reason stands above.");
}

function fingerprint() {
  const hash = crypto.createHash("sha256");
  for (const source of SOURCES) add(hash, source);
  return hash.digest("hex");
}

function add(hash, source) {
  const file = path.join(root, source);
  if (source === "src/generated" || !fs.existsSync(file)) return;
  if (fs.statSync(file).isDirectory()) {
    for (const name of fs.readdirSync(file).sort()) add(hash, path.posix.join(source, name));
  } else {
    hash.update(`${source}\0`).update(fs.readFileSync(file)).update("\0");
  }
}

if (import.meta.filename === process.argv[1]) await run(build);
