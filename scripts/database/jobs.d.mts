import type pg from "pg";

/** Brings the queue of jobs to the package's version, as its owner. */
export function deployJobs(client: Pick<pg.ClientBase, "query">, url: string): Promise<void>;
/** Whether the queue is that of the package, in plain sentences. */
export function jobsProblems(client: { query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> }): Promise<string[]>;
