// Where the database of this checkout lives, and the secrets kept beside it.
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Refusal } from "../refusal.mjs";
import { account, reaches } from "./binaries.mjs";

export const root = path.resolve(import.meta.dirname, "../..");

/**
 * The data folder: CASEMOOT_DATA, or `.casemoot` in the checkout. `moved` is a sentence to show when it had to be
 * elsewhere, because root's checkout stands in a private home that PostgreSQL's own account can't enter.
 */
export function dataFolder(env = process.env) {
  if (env.CASEMOOT_DATA) {
    const folder = path.resolve(env.CASEMOOT_DATA);
    if (reachable(folder)) return { folder };
    throw new Refusal(
      `PostgreSQL can't run as root, and the account it runs as can't enter ${folder}. ` +
        "Set CASEMOOT_DATA to a folder outside private homes, such as /var/lib/casemoot.",
    );
  }
  const folder = path.join(root, ".casemoot");
  if (reachable(folder)) return { folder };
  const elsewhere = path.join("/var/lib/casemoot", ofThisCheckout());
  return {
    folder: elsewhere,
    moved: `This checkout stands in a private home, which PostgreSQL can't enter. The data is kept in ${elsewhere}.`,
  };
}

/** A folder for a database that will be thrown away, inside the checkout where that is possible. */
export function passingFolder(purpose) {
  const here = path.join(root, ".casemoot");
  const folder = fs.mkdtempSync(reachable(here) ? path.join(here, `${purpose}-`) : path.join(os.tmpdir(), `casemoot-${purpose}-`));
  fs.chmodSync(folder, 0o711);
  return folder;
}

// Two checkouts must not share a database by accident.
const ofThisCheckout = () => crypto.createHash("sha256").update(root).digest("hex").slice(0, 8);

function reachable(folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  return reaches(folder, account(path.join(folder, "postgres")));
}

/** Passwords of the three roles and the key of the session cookies: made once, readable by their owner only. */
export function secrets(folder) {
  const file = path.join(folder, "secrets.json");
  if (!fs.existsSync(file)) {
    const made = Object.fromEntries(
      ["superuser", "owner", "app", "session"].map((name) => [name, crypto.randomBytes(32).toString("base64url")]),
    );
    // Written aside and linked in place: neither a reader nor a second starter ever sees half a file.
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    fs.rmSync(draft);
  }
  return JSON.parse(fs.readFileSync(file, "utf8"));
}
