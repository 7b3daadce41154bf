/** Answers what stands in the way of using the database, in plain sentences; nothing when the list is empty. */
export function preflight(databaseUrl: string): Promise<string[]>;
