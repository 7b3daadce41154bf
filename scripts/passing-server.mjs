// A real `npm start` on a free port with a demonstration of its own, for journeys and proofs that go through HTTP.
import { spawn } from "node:child_process";
import path from "node:path";
import { freePort } from "./ports.mjs";
import { Refusal } from "./refusal.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** Starts it on this data folder. `stop()` ends it and answers when it has ended. */
export async function startServer(folder) {
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
  if (!came) throw new Refusal(`Casemoot did not start. It said:\n${said}`);

  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.kill();
      return ended;
    },
  };
}
