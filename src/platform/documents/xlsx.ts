import writeExcelFile from "write-excel-file/node";
import type { Block } from "./document.ts";
import { printable } from "./document.ts";

/** A table as a workbook of one sheet. Every cell is text: nothing in it is run as a formula. */
export async function xlsxOf(name: string, { head, rows, widths }: Extract<Block, { kind: "table" }>): Promise<Buffer> {
  const cell = (value: string) => ({ value: printable(value).slice(0, 32_000), type: String, wrap: true, alignVertical: "top" as const });
  const sheet = [head.map((value) => ({ ...cell(value), fontWeight: "bold" as const })), ...rows.map((row) => row.map(cell))];
  return writeExcelFile(sheet, { sheet: name.slice(0, 31), columns: head.map((_, column) => ({ width: 12 * (widths?.[column] ?? 1) })), stickyRowsCount: 1 }).toBuffer();
}
