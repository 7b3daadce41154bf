export type Settings = {
  port: number;
  host: string;
  external: boolean;
  databaseUrl?: string;
  secret?: string;
  origin: string;
  isProxy: (address: string) => boolean;
  isLimited: boolean;
  sendsMail: boolean;
};
export function readSettings(env: Record<string, string | undefined>): Settings;
/** The address people type, without a path; https, or this machine. */
export function readOrigin(text: string): string;
