import type pg from "pg";

export type Row = Record<string, unknown>;
export type Insert = (table: string, rows: readonly Row[]) => Promise<void>;

/** Writes rows as the owner of the database; they share their columns. */
export async function insertRows(owner: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = rows.flatMap((row) => columns.map((column) => row[column]));
  const places = rows.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(", ")})`);
  await owner.query(`insert into ${table} (${columns.join(", ")}) values ${places.join(", ")}`, values);
}
