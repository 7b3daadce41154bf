/** What a paper may be. Anything else is refused: pictures and spreadsheets go into a document. */
export const paperTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain; charset=utf-8",
} as const;
export type PaperType = keyof typeof paperTypes;
export const largestPaper = 900_000;

const begins = (bytes: Buffer, mark: string) => bytes.subarray(0, mark.length).equals(Buffer.from(mark, "latin1"));

/** What a file is by what stands in it, whatever it is called; null where it is nothing that is taken. */
export function typeOf(bytes: Buffer): PaperType | null {
  if (begins(bytes, "%PDF-")) return "pdf";
  // a Word document is an archive of parts that are named in it; one with macros runs them
  if (begins(bytes, "PK\u0003\u0004")) return bytes.includes("[Content_Types].xml") && bytes.includes("word/document.xml") && !bytes.includes("vbaProject") ? "docx" : null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return /\p{L}/u.test(text) && !/(?![\n\r\t\f])\p{Cc}/u.test(text) ? "txt" : null;
  } catch {
    return null;
  }
}

/** "CEN-2026-11-item-5-paper-1.pdf": what somebody called it on their own machine may hold a name. */
export const paperName = (meeting: string, item: number, paper: number, mediaType: string): string =>
  `${meeting}-item-${item}-paper-${paper}.${Object.entries(paperTypes).find(([, type]) => type === mediaType)?.[0] ?? "txt"}`;
