/**
 * A table as a file for a spreadsheet. A cell that a spreadsheet would run as a formula is made inert by an apostrophe before it; the mark
 * at the beginning lets Excel read accents.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

const cellOf = (value: string) => `"${(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** A file to be kept, never shown in the page and never stored on the way. Its name holds references only. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): Response =>
  new Response(csvOf(rows), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}.csv"`, "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
