import pg from "pg";
import { schemaProblems } from "../../scripts/database/preflight.mjs";
import { Refusal } from "../../scripts/refusal.mjs";

/** Works in one transaction as the owner of a database at this version's schema that isn't a demonstration's. Its moment is the audit's too. */
export async function asOwner<T>(url: string | undefined, now: Date, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  if (!url) throw new Refusal("Set MIGRATE_DATABASE_URL to the database, signing in as casemoot_owner.");
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: "casemoot partnership" });
  await owner.connect().catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`The database can't be reached: ${error.message || error.code}.`);
  });
  try {
    await requireOwner(owner);
    const problems = await schemaProblems(owner);
    if (problems.length > 0) throw new Refusal(problems.join("\n"));
    await owner.query("begin");
    await owner.query("select set_config('app.now', $1, true)", [now.toISOString()]);
    // one after the other, so that none of two finds the name free
    await owner.query("lock table partnerships in share row exclusive mode");
    await requireNoDemonstration(owner);
    const answer = await work(owner);
    await owner.query("commit");
    return answer;
  } finally {
    await owner.end();
  }
}

async function requireOwner(owner: pg.Client) {
  const { rows } = await owner.query<{ name: string }>("select current_user as name");
  if (rows[0]?.name !== "casemoot_owner") throw new Refusal(`MIGRATE_DATABASE_URL signs in as ${rows[0]?.name}. Use the role casemoot_owner; \`npm run roles\` prints how to make it.`);
}

async function requireNoDemonstration(owner: pg.Client) {
  const { rows } = await owner.query<{ database: string }>("select current_database() as database from partnerships where demonstration limit 1");
  if (rows[0]) throw new Refusal(`The database ${rows[0].database} holds a demonstration, which anybody may sign in to. A real partnership needs a database of its own.`);
}
