import "server-only";
import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, run, type Runner, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { log } from "../log.ts";

/** What is done for a job, once: it ends well, or throws and is tried again after a growing gap. */
export type Task = (payload: unknown) => Promise<void>;
export type Timed = { task: string; cron: string };

/** The number of every runner's advisory lock: who holds one is alive. */
const ALIVE = 72707371;
const atOnce = 3;

/**
 * Runs jobs in this process until it is stopped, beside any number of others: PostgreSQL gives each job to one of them. A lost database
 * stops nothing: it goes on when that is back. Answers how to stop, which waits for the jobs in hand.
 */
export function keepJobsRunning(tasks: Record<string, Task>, timed: Timed[] = []): () => Promise<void> {
  const stopping = new AbortController();
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: atOnce + 3, connectionTimeoutMillis: 10_000, application_name: "casemoot jobs" });
  const lost = (error: NodeJS.ErrnoException) => log.warn({ code: error.code }, "the jobs' database connection was lost");
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));

  let runner: Runner | undefined;
  const runOnce = async () => {
    const over = new AbortController();
    const events = new EventEmitter() as WorkerEvents;
    events.on("pool:create", ({ workerPool }) => void showAlive(pool, workerPool.id, over.signal));
    events.on("job:error", ({ job, error }) => log.warn({ task: job.task_identifier, job: job.id, attempt: job.attempts, code: (error as NodeJS.ErrnoException).code }, "a job failed and is tried again"));
    try {
      runner = await run({
        pgPool: pool, events, concurrency: atOnce, noHandleSignals: true, pollInterval: 5_000,
        // without it, a connection lost while a job is ended would go unhandled and end this process; with it, the runner ends and is started again
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        taskList: tasks, crontab: timed.map(({ task, cron }) => `${cron} ${task}`).join("\n"),
        // its own words may hold what a job threw; ours are above
        logger: new Logger(() => () => {}),
      });
      if (stopping.signal.aborted) await runner.stop();
      await runner.promise;
    } catch (error) {
      log.warn({ code: (error as NodeJS.ErrnoException).code }, "the jobs stopped, and are started again");
    }
    over.abort();
  };
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await runOnce();
      await pause(2_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort();
    await runner?.stop().catch(() => {});
    await ended;
    await pool.end();
  };
  return () => (stopped ??= stop());
}

/**
 * Holds a lock in the runner's name while it lives: PostgreSQL itself lets go of it when the process is gone. By it, what a dead runner
 * had in hand is given back within two minutes instead of graphile-worker's four hours.
 */
async function showAlive(pool: pg.Pool, runner: string, over: AbortSignal) {
  while (!over.aborted) {
    const client = await pool.connect().catch(() => undefined);
    if (client) await holdAlive(client, runner, over).catch(() => {});
    client?.release(true);
    await pause(1_000, undefined, { signal: over }).catch(() => {});
  }
}

/** Until the runner is over, or this connection. */
async function holdAlive(client: pg.PoolClient, runner: string, over: AbortSignal) {
  const lost = new Promise<true>((resolve) => void client.once("end", () => resolve(true)));
  await client.query("select pg_advisory_lock($1, hashtext($2))", [ALIVE, runner]);
  do await client.query(giveBack, [ALIVE]);
  while (!(await Promise.race([lost, pause(20_000, false, { signal: over })])));
}

/** Not at once: a runner that lost its connection, and its lock with it, gets time to come back. */
const giveBack = `
  update graphile_worker._private_jobs j set locked_at = null, locked_by = null
  where j.locked_at < now() - interval '1 minute' and not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
      and l.classid::bigint = $1 and l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295)`;
