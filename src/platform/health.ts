import pg from "pg";

const connect = () => {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2, connectionTimeoutMillis: 2000, idleTimeoutMillis: 60_000, application_name: "casemoot health" });
  // an idle connection that the server closed is replaced at the next question
  pool.on("error", () => undefined);
  return pool;
};
const kept = globalThis as unknown as { casemootHealth?: pg.Pool };

/** Whether the database answers now, asked on connections of its own, so that a full pool doesn't read as a dead database. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await (kept.casemootHealth ??= connect()).query("select 1");
    return true;
  } catch {
    return false;
  }
}
