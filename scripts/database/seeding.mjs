// Runs the demonstration's seeder, which speaks the domain and therefore TypeScript.
import fs from "node:fs";
import path from "node:path";
import { generate } from "../build.mjs";
import { runNode } from "../processes.mjs";
import { Refusal } from "../refusal.mjs";
import { root } from "./folder.mjs";

const seeder = "prisma/seed/demonstration.ts";

/** `secret`: the server's, by which the links in the invitations of the story are made. */
export async function seedDemonstration({ ownerUrl, appUrl, secret }) {
  if (!fs.existsSync(path.join(root, seeder))) throw new Refusal(`There is no demonstration to make: ${seeder} is missing.`);
  if (!fs.existsSync(path.join(root, "src/generated/prisma"))) await generate();
  console.log("Making the demonstration …");
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    MIGRATE_DATABASE_URL: ownerUrl,
    ...(secret ? { NEXTAUTH_SECRET: secret } : {}),
    // Otherwise it leaves what it compiled in the machine's temporary folder.
    TSX_DISABLE_CACHE: "1",
  };
  // `react-server` is the condition under which `server-only` lets itself be imported.
  const status = await runNode(["--conditions=react-server", "--import", "tsx", seeder], { env });
  if (status !== 0) throw new Refusal("The demonstration could not be made; the reason stands above.");
}
