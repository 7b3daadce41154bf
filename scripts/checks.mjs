// The steps that `npm run check` and `npm test` have in common: each answers an exit code.
import path from "node:path";
import { runNode } from "./processes.mjs";

const root = path.resolve(import.meta.dirname, "..");
const bin = (...parts) => path.join(root, "node_modules", ...parts);

export const generate = () => runNode(["scripts/generate.mjs"]);

/** Next writes the types of the routes first, which a fresh checkout lacks. */
export async function types() {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const status = await runNode([bin("next/dist/bin/next"), "typegen"], { env, stdio: ["ignore", "ignore", "inherit"] });
  return status || runNode([bin("typescript/bin/tsc"), "--noEmit"]);
}

export const lint = () => runNode([bin("oxlint/bin/oxlint")]);

/** docs/generated against the tables of the code it is written from. */
export const generatedDocs = () =>
  runNode(["--conditions=react-server", "--import", "tsx", "scripts/generated-docs.mjs", "--check"], {
    env: { ...process.env, TSX_DISABLE_CACHE: "1" },
  });

export const drift = () => runNode(["scripts/migration.mjs", "check"]);

export const vitest = (...args) => runNode([bin("vitest/vitest.mjs"), "run", ...args]);

/** Pages and submissions of the built application over HTTP: a seeded sample, or all of them where PROVE is "whole". */
export const overHttp = () =>
  runNode(["--conditions=react-server", "--import", "tsx", "scripts/prove/edge.mjs"], { env: { ...process.env, TSX_DISABLE_CACHE: "1" } });
