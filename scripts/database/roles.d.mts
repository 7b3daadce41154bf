export function rolesSql(passwords: { ownerPassword: string; appPassword: string }): string;
export function databaseSql(database: string, template?: string): string[];
