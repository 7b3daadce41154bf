import { inflateRawSync } from "node:zlib";

/** A part of a zip (docx, xlsx), by its name. */
export function part(zip: Buffer, name: string): string {
  for (let at = zip.indexOf("PK\u0001\u0002"); at !== -1; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
    const named = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28));
    if (named !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const held = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(held) : held).toString("utf8");
  }
  throw new Error(`no ${name} in the file`);
}

/** What stands in Word's form, paragraph by paragraph. */
export const linesOfDocx = (docx: Buffer): string[] =>
  part(docx, "word/document.xml").split("</w:p>").map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join("")).filter((line) => line !== "");
