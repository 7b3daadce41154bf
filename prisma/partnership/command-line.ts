// What `npm run partnership:create` and `npm run partnership:invite` run: one transaction as casemoot_owner, and a link shown once.
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { z } from "zod";
import { Refusal, run } from "../../scripts/refusal.mjs";
import { readOrigin } from "../../scripts/settings.mjs";
import { momentInWords } from "../../src/domain/kernel/dates.ts";
import { asOwner } from "./as-owner.ts";
import { beginPartnership } from "./begin.ts";
import { InvitationInput, PartnershipInput, questions } from "./inputs.ts";
import { inviteAgain, type Invitation } from "./invite.ts";

await run(async () => {
  const [what, ...args] = process.argv.slice(2);
  const { MIGRATE_DATABASE_URL: url, ORIGIN } = process.env;
  if (!ORIGIN) throw new Refusal("Set ORIGIN to the address people type, such as https://casemoot.example.gov.uk: the link begins with it.");
  const origin = readOrigin(ORIGIN);
  const now = new Date();
  if (what === "invite") {
    const { email, "reset-second-factor": resetSecondFactor } = await read(InvitationInput, args, ["reset-second-factor"]);
    const made = await asOwner(url, now, (owner) => inviteAgain(owner, { email, resetSecondFactor }, now));
    return tell(`A new link for ${made.administrator} of ${made.partnership}. One they had before leads nowhere now.`, made, origin);
  }
  const said = await read(PartnershipInput, args);
  const made = await asOwner(url, now, (owner) => beginPartnership(owner, said, now));
  tell(`${made.partnership} is made, and ${made.administrator} is its first administrator.`, made, origin);
});

function tell(first: string, { email, secret, endsAt }: Invitation, origin: string) {
  process.stdout.write(`
${first}

  ${origin}/join/${secret}

Send this link to ${email} in a way that only they can read. It lets them choose a password, once, until ${momentInWords(endsAt)}.
It isn't shown again and is kept nowhere. If it is lost: npm run partnership:invite -- --email ${email}

`);
}

/** The options of the command, and in a terminal what they left out; everything wrong with them is told at once. */
async function read<T extends z.ZodObject>(input: T, args: string[], switches: string[] = []): Promise<z.infer<T>> {
  const names = Object.keys(input.shape);
  const said = optionsOf(names, args, switches);
  const missing = names.filter((name) => name in questions && said[name] === undefined);
  if (missing.length > 0 && process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (const name of missing) said[name] = await terminal.question(`${questions[name]}: `);
    terminal.close();
  }
  const { success, data, error } = input.safeParse(said);
  if (success) return data;
  throw new Refusal(error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}.`).join("\n"));
}

function optionsOf(names: string[], args: string[], switches: string[]): Record<string, string | boolean | undefined> {
  try {
    return { ...parseArgs({ args, options: Object.fromEntries(names.map((name) => [name, { type: switches.includes(name) ? "boolean" : "string" } as const])) }).values };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\nThe options are ${names.map((name) => `--${name}`).join(", ")}.`);
  }
}
