// `npm start` (and, with --dev, `npm run dev`): from a fresh checkout to a running Casemoot.
// Nothing above the first `await import` may need a package: this script installs them.
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build, generate, isStale } from "./build.mjs";
import { requireNode, requirePackages } from "./installation.mjs";
import { probe } from "./ports.mjs";
import { runNode } from "./processes.mjs";
import { Refusal, run } from "./refusal.mjs";
import { readSettings } from "./settings.mjs";

const root = path.resolve(import.meta.dirname, "..");
const development = process.argv.includes("--dev");
// Streams that stay open must not keep a stop waiting.
const GRACE = 5_000;

let serving;
let stopping = false;

await run(start, { onSignal: stop });

async function start() {
  requireNode();
  const settings = readSettings(process.env);
  await requireFreePort(settings);
  const stale = !development && isStale();
  await requirePackages({ development: development || stale });
  process.chdir(root);
  const outside = settings.external && (await outsideDatabase(settings));
  if (development) await generate();
  if (stale) await build();
  await serve(settings, outside || (await ownDatabase()));
}

async function requireFreePort({ port, host }) {
  const { error: taken } = await probe(port, host);
  if (taken?.code === "EADDRINUSE") {
    throw new Refusal(`Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`);
  }
  if (taken) throw new Refusal(`Casemoot can't listen on ${host}, port ${port}: ${taken.message}.`);
}

/** A database of the operator's: looked at, never changed. */
async function outsideDatabase({ databaseUrl, secret }) {
  const { preflight } = await import("./database/preflight.mjs");
  const problems = await preflight(databaseUrl);
  if (problems.length > 0) throw new Refusal(problems.join("\n"));
  return { databaseUrl, secret };
}

/** The embedded one: started, brought to this version, and given the demonstration the first time. */
async function ownDatabase() {
  const { startEmbedded } = await import("./database/embedded.mjs");
  const { dataFolder } = await import("./database/folder.mjs");
  const { DATABASE, demonstrationMadeAt, prepareOwnDatabase } = await import("./database/own-database.mjs");
  const { headFile } = await import("./database/audit-heads.mjs");
  const { folder, moved } = dataFolder();
  if (moved) console.log(moved);
  const cluster = await startEmbedded(folder);
  await prepareOwnDatabase(cluster);
  cluster.keepUp();
  return {
    databaseUrl: cluster.url("casemoot_app", DATABASE),
    secret: cluster.secrets.session,
    madeAt: await demonstrationMadeAt(cluster),
    heads: headFile(folder),
  };
}

async function serve(settings, { databaseUrl, secret, madeAt, heads }) {
  const { host, port, origin } = settings;
  Object.assign(process.env, {
    NODE_ENV: development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: origin,
    ORIGIN: origin,
    HOST: host,
    PORT: String(port),
  });
  // Where the heads of the audit are written, outside the database; an operator's own place comes first.
  if (heads) process.env.AUDIT_HEAD_FILE = heads;
  // The running application must not hold the means to change its own tables.
  delete process.env.MIGRATE_DATABASE_URL;
  if (development) {
    const next = path.join(root, "node_modules/next/dist/bin/next");
    void answering(settings).then(() => console.log(greeting(settings, madeAt)));
    process.exit(await runNode([next, "dev", "-H", host, "-p", String(port)]));
  }
  // needs packages, which are there by now
  const { serve: open } = await import("./edge/serve.mjs");
  serving = await open({ ...settings, secret });
  console.log(greeting(settings, madeAt));
}

/** Waits for the first answer, whatever it says: the next one comes at once. */
async function answering({ host, port }) {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  const address = `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/`;
  while (!(await fetch(address, { redirect: "manual" }).catch(() => undefined))) await pause(50);
}

function greeting({ origin, external, sendsMail }, madeAt) {
  const lines = ["", `Casemoot is running at ${origin}`];
  if (!external) {
    lines.push(
      "",
      "It holds a demonstration partnership. Sign in as",
      "  Insp Ruth Calverley     chair of Central CIM",
      "  Priya Nandra            coordinator",
      "  Zofia Nowak             housing",
      "  Cllr Grace Hinchliffe   councillor",
      "  Ffion Pryce             information governance",
      "  Marcus Vane             administrator",
      "Each has a button on the sign-in page.",
    );
    const days = madeAt ? Math.floor((Date.now() - madeAt.getTime()) / 86_400_000) : 0;
    if (days >= 1) {
      lines.push("", `The demonstration was made ${days === 1 ? "a day" : `${days} days`} ago. \`npm run demonstration\` makes it anew, with today's dates.`);
    }
  }
  if (external && !sendsMail) lines.push("", "Email is not set up: what it writes waits until SMTP_URL and MAIL_FROM are set.");
  lines.push("", "Ctrl-C stops it.", "");
  return lines.join("\n");
}

function stop() {
  if (stopping) return;
  stopping = true;
  console.log("\nStopping …");
  if (!serving) process.exit();
  // what was begun is finished first
  void serving.end().finally(() => process.exit());
  setTimeout(() => process.exit(), GRACE).unref();
}
