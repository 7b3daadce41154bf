import "server-only";
import { hkdfSync } from "node:crypto";

/** The operator's secret. The database never has it, so what is sealed with it can't be read from a copy of the database alone. */
export function ownSecret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set");
  return value;
}

/** A key of 32 bytes for one purpose: what was made for one opens nothing of another. */
export const keyFor = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", ownSecret(), "casemoot", purpose, 32));
