import type pg from "pg";

/** Answers what stands in the way of using the database, in plain sentences; nothing when the list is empty. */
export function preflight(databaseUrl: string): Promise<string[]>;
/** How the schema differs from this version's, in the same way. */
export function schemaProblems(client: Pick<pg.ClientBase, "query">): Promise<string[]>;
