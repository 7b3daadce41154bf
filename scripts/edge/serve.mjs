// The application behind its edge, in one process: killed, it leaves no orphan that holds the port.
import { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { edge } from "./server.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** Listens when the application is ready; `end` finishes what was begun. */
export async function serve({ host, port, origin, secret, isProxy, isLimited }) {
  // the application looks for it as it starts, and doesn't serve without: src/instrumentation.ts
  process.env.CASEMOOT_EDGE = "stands";
  const next = createRequire(import.meta.url)("next");
  // Next would listen for web sockets, of which there are none: it listens to nobody
  const application = next({ dev: false, dir: root, hostname: host, port, httpServer: new EventEmitter() });
  const { log } = console;
  console.log = () => {}; // Next tells how long it took to read its settings
  await application.prepare();
  console.log = log;
  const door = edge({ handle: application.getRequestHandler(), origin, secret, isProxy, isLimited });
  await door.listen(port, host);
  return {
    async end() {
      // the jobs in hand, and the answers that were begun: src/instrumentation-node.ts
      await Promise.all([door.end(), globalThis.casemootEndJobs?.()]);
      await application.close();
    },
  };
}

// by itself, with the environment that `npm start` gives: for the bench and the proofs
if (import.meta.filename === process.argv[1]) {
  const { readSettings } = await import("../settings.mjs");
  const settings = readSettings(process.env);
  const serving = await serve({ ...settings, secret: process.env.NEXTAUTH_SECRET });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void serving.end().then(() => process.exit()));
}
