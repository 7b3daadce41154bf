export type Settings = {
  port: number;
  host: string;
  external: boolean;
  databaseUrl?: string;
  secret?: string;
  origin: string;
};
export function readSettings(env: Record<string, string | undefined>): Settings;
