import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client.ts";
import { doubtDatabase } from "../health.ts";
import { log } from "../log.ts";
import { withoutValues } from "./without-values.ts";

export { Prisma } from "@/generated/prisma/client.ts";
export type Tx = Prisma.TransactionClient;

const names = new Map<string, string>();

/**
 * A name for each text of a statement, so that a connection keeps its plan: under the policies, planning costs more than
 * running. Texts are few; were they ever many, those that come late go unnamed rather than fill the connections' memory.
 */
function statementName({ sql }: { sql: string }): string {
  const name = names.get(sql) ?? (names.size < 1000 ? `casemoot ${names.size}` : "");
  if (name !== "") names.set(sql, name);
  return name;
}

function lost(error: Error): void {
  doubtDatabase();
  log.warn({ code: (error as NodeJS.ErrnoException).code }, "database connection lost");
}

const connect = () =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL) || 20, connectionTimeoutMillis: 10_000, application_name: "casemoot" },
      { statementNameGenerator: statementName, onPoolError: lost },
    ),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
// One pool a process: the development server loads this module again at every change.
const kept = globalThis as unknown as { casemootDatabase?: ReturnType<typeof connect> };
const database = () => (kept.casemootDatabase ??= connect());

function failed(error: unknown): never {
  doubtDatabase();
  return withoutValues(error);
}

/** On whose behalf a transaction runs. Row-level security reads it, so nothing is seen or written without it. */
export type Scope = { personId: string; partnershipId: string; now: Date };

/**
 * One transaction under the person's row-level security. `standing` is what the database says that the person holds
 * today, read in the same round trip that sets the scope. The scope ends with the transaction, so a pooled connection
 * never carries one person's sight into another's.
 */
export function transact<T>({ personId, partnershipId, now }: Scope, work: (tx: Tx, standing: unknown) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ standing: unknown }[]>`select app.enter(${personId}::uuid, ${partnershipId}::uuid, ${now}::timestamptz) as standing`;
    return work(tx, rows[0]?.standing);
  }).catch(failed);
}

/** The heads of all audit chains, to be written down outside the database: it hands out numbers and hashes, nothing of what happened. */
export const auditHeads = () => database().$queryRaw<{ partnership: string; seq: number; hash: string }[]>`select partnership_id::text as partnership, seq::int as seq, hash from app.audit_heads_now()`;

/** For the jobs, behind whom nobody stands: the functions made for them alone, which the database itself guards. */
export const forJobs = {
  query: <T>(...sql: Parameters<Tx["$queryRaw"]>): Promise<T> => database().$queryRaw<T>(...sql).catch(withoutValues),
};

/** For what has to be done before there is a person: the sign-in functions alone, which the database itself guards. */
export const beforeSignIn = {
  query: <T>(...sql: Parameters<Tx["$queryRaw"]>): Promise<T> => database().$queryRaw<T>(...sql).catch(failed),
};
