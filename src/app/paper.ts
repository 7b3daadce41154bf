import { momentInWords } from "@/domain/kernel/dates.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { Block, PaperDocument } from "@/platform/documents/document.ts";
import { docxOf } from "@/platform/documents/docx.ts";
import { pdfOf } from "@/platform/documents/pdf.ts";
import { xlsxOf } from "@/platform/documents/xlsx.ts";
import { documentWords } from "@/wording/documents.ts";
import { csvOf } from "./csv.ts";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** A document to be kept, never shown in the page and never stored on the way. Its name holds references only. */
export const paperFile = async (name: string, form: "docx" | "pdf", document: PaperDocument): Promise<Response> => fileOf(name, form, await (form === "docx" ? docxOf : pdfOf)(document));

/** A table of a document for a spreadsheet. What stands around it in the document, reader and marking, stands in its first line. */
export async function tableFile(name: string, form: "csv" | "xlsx", { watermark, marking }: PaperDocument, table: Extract<Block, { kind: "table" }>): Promise<Response> {
  const line = [[marking, watermark].filter((part) => part !== null).join(" · ")];
  return fileOf(name, form, form === "csv" ? csvOf([line, table.head, ...table.rows]) : await xlsxOf(name, { ...table, head: line, rows: [table.head, ...table.rows] }));
}

const fileOf = (name: string, form: keyof typeof types, body: Buffer | string): Response =>
  new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: { "content-type": types[form], "content-disposition": `attachment; filename="${name}.${form}"`, "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });

/** Whose copy it is, and when it was taken: on every page of it. */
export const watermarkOf = ({ style, name }: Pick<Actor, "style" | "name">, at: Date): string => documentWords.copyFor([style, name].filter(Boolean).join(" "), momentInWords(at));
