// Makes the demonstration: two partnerships with their people, and the year behind them. DATABASE_URL signs in as casemoot_app,
// which tells the history through the domain's commands; MIGRATE_DATABASE_URL as casemoot_owner, which writes the directory.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { makeDemonstration } from "./make-demonstration.ts";

/** The history is made again when it is lost, so it needn't wait for the disk at every command; the last commit waits for all. */
function withoutWaiting(address: string): string {
  const url = new URL(address);
  url.searchParams.set("options", `${url.searchParams.get("options") ?? ""} -c synchronous_commit=off`.trim());
  return url.toString();
}

const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env;
try {
  if (!DATABASE_URL || !MIGRATE_DATABASE_URL) throw new Error("DATABASE_URL and MIGRATE_DATABASE_URL are both needed");
  process.env.DATABASE_URL = withoutWaiting(DATABASE_URL);
  // without the server's own, the links of the invitations told here lead nowhere
  process.env.NEXTAUTH_SECRET ||= randomBytes(32).toString("base64");
  const owner = new pg.Client({ connectionString: MIGRATE_DATABASE_URL });
  await owner.connect();
  await makeDemonstration(owner, new Date());
  await owner.end();
  process.exit(0);
} catch (error) {
  console.error("The demonstration was not made.", error);
  process.exit(1);
}
