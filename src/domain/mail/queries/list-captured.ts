import { beforeSignIn } from "@/platform/db/client.ts";
import { type Row, type Written, writtenOf } from "../lifecycle.ts";

export type Captured = Written & { id: string; name: string; partnership: string; madeAt: Date };

/** The mails of demonstrations, newest first; null where there is no demonstration. Those of any other partnership the database doesn't hand out. */
export async function listCaptured(): Promise<Captured[] | null> {
  const [holds] = await beforeSignIn.query<{ demonstration: boolean }[]>`select app.holds_demonstration() as demonstration`;
  return holds?.demonstration ? captured(null) : null;
}

export const readCaptured = async (id: string): Promise<Captured | null> => (await captured(id))[0] ?? null;

async function captured(id: string | null): Promise<Captured[]> {
  const rows = await beforeSignIn.query<(Row & { id: string; name: string; partnership_name: string; made_at: Date })[]>`select * from app.captured_mails(${id}::uuid)`;
  return rows.map((row) => ({ ...writtenOf(row), id: row.id, name: row.name, partnership: row.partnership_name, madeAt: row.made_at }));
}
