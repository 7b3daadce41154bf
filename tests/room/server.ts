import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import path from "node:path";
import { freePort } from "../../scripts/ports.mjs";

/** The built application behind its edge, on one port through all its deaths. */
export async function aMortalServer(env: { DATABASE_URL: string; NEXTAUTH_SECRET: string }) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let child: ChildProcess;
  let said = "";
  process.on("exit", () => void child.kill("SIGKILL"));

  async function start() {
    child = spawn(process.execPath, [path.resolve("scripts/edge/serve.mjs")], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", RATE_LIMIT: "off", NEXTAUTH_URL: origin, ORIGIN: origin, HOST: "127.0.0.1", PORT: String(port), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => void (said += text));
    for (let wait = 0; wait < 600; wait += 1) {
      if (await fetch(`${origin}/api/health`).then((answer) => answer.ok, () => false)) return;
      await pause(50);
    }
    throw new Error(`Casemoot did not answer. It said:\n${said}`);
  }
  const ended = () => new Promise((resolve) => void child.once("exit", resolve));
  await start();
  return {
    origin, start,
    pid: () => child.pid ?? 0,
    /** As a power cut does it. */
    async kill() {
      const gone = ended();
      child.kill("SIGKILL");
      await gone;
    },
    /** As a deployment does it; answers how long it took. */
    async stop(): Promise<number> {
      const [began, gone] = [Date.now(), ended()];
      child.kill("SIGTERM");
      await gone;
      return Date.now() - began;
    },
  };
}
export type MortalServer = Awaited<ReturnType<typeof aMortalServer>>;
