import pg from "pg";

type Watch = { client: pg.Client; connected: Promise<unknown> };
const kept = globalThis as unknown as { casemootWatch?: Watch; casemootDoubt?: boolean };

/**
 * Whether the database is there, as far as is known, for every page: a connection of its own is kept open and hears when the database goes,
 * so that no page has to ask and a full pool doesn't read as a dead database. Once something failed, it is asked again.
 */
export async function databaseAnswers(): Promise<boolean> {
  if (kept.casemootDoubt) return databaseAnswersNow();
  return succeeds(({ connected }) => connected);
}

/** Whether the database answers a question now: for the machines that watch the service, and after a doubt. */
export async function databaseAnswersNow(): Promise<boolean> {
  const answered = await succeeds(({ client }) => client.query("select 1"));
  if (answered) kept.casemootDoubt = false;
  return answered;
}

/** Something asked of the database failed, or a connection to it was lost. */
export function doubtDatabase(): void {
  kept.casemootDoubt = true;
}

async function succeeds(question: (watch: Watch) => Promise<unknown>): Promise<boolean> {
  const watch = (kept.casemootWatch ??= begin());
  try {
    await watch.connected;
    await question(watch);
    return true;
  } catch {
    forget(watch);
    return false;
  }
}

function begin(): Watch {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 2000, query_timeout: 2000, keepAlive: true, application_name: "casemoot health" });
  const watch = { client, connected: client.connect() };
  client.on("error", () => forget(watch)).on("end", () => forget(watch));
  return watch;
}

/** The next question begins a connection anew. */
function forget(watch: Watch): void {
  if (kept.casemootWatch !== watch) return;
  kept.casemootWatch = undefined;
  void watch.client.end().catch(() => undefined);
}
