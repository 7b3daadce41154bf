// A Casemoot that is started for one purpose, with a demonstration of its own, and gone afterwards.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { passingFolder } from "./database/folder.mjs";
import { freePort } from "./ports.mjs";
import { Refusal } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** Does `work` with the address of a running Casemoot and a folder that lasts as long as it; answers what `work` answers. */
export async function withPassingServer(purpose, work, extra = {}) {
  const folder = passingFolder(purpose);
  try {
    const server = await startServer({ folder, extra });
    try {
      return await work({ origin: server.origin, folder });
    } finally {
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer({ folder, extra }) {
  const port = await freePort();
  const env = { ...process.env, ...extra, PORT: String(port), CASEMOOT_DATA: folder };
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
  if (!came) throw new Refusal(`Casemoot did not start. It said:\n${said}`);

  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.kill();
      return ended;
    },
  };
}
