// The three servers side by side, each a process of its own, so that each one's processor time can be told apart.
import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build, isStale } from "../build.mjs";
import { freePort } from "../ports.mjs";
import { runNode } from "../processes.mjs";
import { Refusal } from "../refusal.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const next = path.join(root, "node_modules/next/dist/bin/next");
const bareNext = path.join(import.meta.dirname, "bare-next");

/** Builds the application when it is stale, and the bare Next application always. */
export async function buildBoth() {
  if (isStale()) await build();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  console.log("Building the bare Next application …");
  if ((await runNode([next, "build", bareNext], { env, stdio: ["ignore", "ignore", "inherit"] })) !== 0) throw new Refusal("The bare Next application could not be built; the reason stands above.");
}

/** Casemoot, with the environment that `npm start` gives it. */
export async function startCasemoot({ databaseUrl, secret }, nodeArgs = []) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return start("Casemoot", [...nodeArgs, path.join(import.meta.dirname, "../edge/serve.mjs")], {
    origin,
    // one machine asks for twenty people, as fast as it can
    env: { RATE_LIMIT: "off", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: origin, ORIGIN: origin, HOST: "127.0.0.1", PORT: String(port) },
  });
}

export async function startBareNext({ databaseUrl, secret }) {
  const port = await freePort();
  return start("the bare Next application", [next, "start", bareNext, "-H", "127.0.0.1", "-p", String(port)], {
    origin: `http://127.0.0.1:${port}`,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret },
  });
}

export async function startFloor({ databaseUrl }) {
  const port = await freePort();
  return start("the bare server", [path.join(import.meta.dirname, "floor.mjs")], {
    origin: `http://127.0.0.1:${port}`,
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, PORT: String(port) },
  });
}

async function start(name, args, { origin, env }) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  const stop = () => child.kill();
  process.on("exit", stop);
  const ended = new Promise((resolve) => child.on("exit", resolve));
  for (let wait = 0; wait < 300; wait += 1) {
    if (child.exitCode !== null) throw new Refusal(`${name} ended as it started.`);
    if (await fetch(`${origin}/`, { redirect: "manual" }).catch(() => undefined)) return { name, origin, pid: child.pid, stop: () => (stop(), ended) };
    await pause(100);
  }
  throw new Refusal(`${name} did not answer within 30 seconds.`);
}
