/** Brings the database to this checkout's schema; answers the names of the migrations it applied. */
export function deploy(url: string): Promise<string[]>;
