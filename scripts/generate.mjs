// `npm run generate`: writes the Prisma client into src/generated/prisma.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");

// Generating never runs the native schema engine, but Prisma insists that one exists and would fetch it from the
// internet. Any file will do; Node's own is always there.
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
  // It keeps a list of the commands that were run; not in the home of whoever runs this.
  XDG_CONFIG_HOME: path.join(root, "node_modules/.cache"),
};

const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate", ...process.argv.slice(2)], {
  cwd: root,
  env,
  encoding: "utf8",
});
// It says a good deal even when all is well.
if (status !== 0) console.error(`${stdout}${stderr}`);
process.exit(status ?? 1);
