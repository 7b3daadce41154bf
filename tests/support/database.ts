// Direct connections to the clone of a test file, past the application.
import pg from "pg";

const pools = new Map<string, pg.Pool>();

/** A pool that connects at its first query, by the address in this variable of the environment. */
function lazily(variable: string) {
  const pool = () => {
    let made = pools.get(variable);
    if (!made) {
      made = new pg.Pool({ connectionString: process.env[variable], max: 5 });
      // a test may stop PostgreSQL under it
      made.on("error", () => {});
      pools.set(variable, made);
    }
    return made;
  };
  return {
    query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => pool().query<Row>(text, values),
    connect: () => pool().connect(),
  };
}

/** As casemoot_owner: makes and reads what the application's role may not. */
export const owner = lazily("MIGRATE_DATABASE_URL");
/** As casemoot_app, without a person: what a forgotten scope would see. */
export const app = lazily("DATABASE_URL");
/** As superuser: for what even the owner is kept from. */
export const superuser = lazily("SUPERUSER_DATABASE_URL");

export async function endPools() {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  pools.clear();
}
