// `npm run prove`: the proofs that are too long for `npm test`, whole: 10,000 interleaved requests of two partnerships on two connections,
// 3,000 random acts compared with rule 26, 10,000 mails with runners killed at random, fifty who sign a register in one minute, the search for
// leaks through every page of a running Casemoot, the room, typed in while its server is killed, and who is alike among 100,000 people;
// 4,000 random acts on cases, with every state, role and act of them, and 3,000 on what is handed to boards; every page of everybody under axe. `-- cases`, `-- escalations`, `-- walk`, `-- interleaved`, `-- mail`, `-- register`, `-- leaks`, `-- pages`, `-- room` or `-- repeats` runs one of them.
import path from "node:path";
import { build, isStale } from "./build.mjs";
import { generate, overHttp, vitest } from "./checks.mjs";
import { requireNode, requirePackages } from "./installation.mjs";
import { runNode } from "./processes.mjs";
import { Refusal, run } from "./refusal.mjs";

const proofs = {
  cases: () => vitest("--project", "db", "tests/domain/step-downs/walk.test.ts"),
  escalations: () => vitest("--project", "db", "tests/domain/escalations/walk.test.ts"),
  interleaved: () => vitest("--project", "db", "tests/security/interleaved.test.ts"),
  mail: () => vitest("--project", "db", "tests/domain/mail/outbox.test.ts"),
  walk: () => vitest("--project", "db", "tests/security/walk.test.ts"),
  repeats: () => vitest("--project", "db", "tests/domain/repeats/labelled.test.ts", "tests/domain/repeats/scale.test.ts"),
  leaks: async () => {
    if (isStale()) await build();
    return runNode(["--import", "tsx", "scripts/prove/leaks.mjs"], { env: { ...process.env, TSX_DISABLE_CACHE: "1" } });
  },
  pages: async () => {
    if (isStale()) await build();
    return runNode(["scripts/journeys.mjs", "every-page", "--global-timeout=0"]);
  },
  register: async () => {
    if (isStale()) await build();
    return runNode(["--conditions=react-server", "--import", "tsx", "scripts/prove/register.mjs"], { env: { ...process.env, TSX_DISABLE_CACHE: "1" } });
  },
  edge: async () => {
    if (isStale()) await build();
    return overHttp();
  },
  room: async () => {
    if (isStale()) await build();
    return runNode(["--conditions=react-server", "--import", "tsx", "scripts/prove/room.mjs"], { env: { ...process.env, TSX_DISABLE_CACHE: "1" } });
  },
};

await run(async () => {
  requireNode();
  await requirePackages();
  process.chdir(path.resolve(import.meta.dirname, ".."));
  process.env.PROVE = "whole";
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "SUPERUSER_DATABASE_URL"]) delete process.env[name];
  await generate();
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in proofs));
  if (unknown) throw new Refusal(`There is no proof called ${unknown}. There are: ${Object.keys(proofs).join(", ")}.`);
  const failed = [];
  for (const [name, prove] of Object.entries(proofs)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = performance.now();
    console.log(`\n── ${name}`);
    if ((await prove()) !== 0) failed.push(name);
    console.log(`── ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  if (failed.length > 0) throw new Refusal(`Not proven: ${failed.join(", ")}.`);
  console.log("\nAll is proven.");
});
