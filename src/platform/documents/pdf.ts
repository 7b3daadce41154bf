import path from "node:path";
import PDFDocument from "pdfkit";
import { type Block, type PaperDocument, printable } from "./document.ts";

const sizes = { 1: 20, 2: 14, 3: 12 } as const;
const ink = "#12202A";
const margin = 44;
// by their place beside the application, which stands at its root: the bundler can't read a font and mustn't try
const family = "node_modules/@expo-google-fonts/atkinson-hyperlegible-next";
const file = (weight: string) => path.join(process.cwd(), family, weight, `AtkinsonHyperlegibleNext_${weight}.ttf`);

type Pdf = InstanceType<typeof PDFDocument>;

/** The document as a tagged PDF: headings, lists, table heads, language and title, for screen readers; what repeats on every page is no part of its text. */
export async function pdfOf(document: PaperDocument): Promise<Buffer> {
  const { title, landscape, blocks } = document;
  const pdf = new PDFDocument({
    size: "A4", layout: landscape ? "landscape" : "portrait", margins: { top: 64, bottom: 60, left: margin, right: margin },
    bufferPages: true, pdfVersion: "1.7", tagged: true, lang: "en-GB", displayTitle: true, subset: "PDF/UA" as never,
    font: file("400Regular"), info: { Title: printable(title), Producer: "Casemoot", Creator: "Casemoot" },
  });
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => pdf.on("data", (part: Buffer) => parts.push(part)).on("end", resolve).on("error", reject));
  pdf.registerFont("regular", file("400Regular"));
  pdf.registerFont("bold", file("700Bold"));
  pdf.fillColor(ink);
  const whole = pdf.struct("Document");
  pdf.addStructure(whole);
  for (const block of blocks) draw(pdf, whole, block);
  whole.end();
  onEveryPage(pdf, document);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

type Structure = ReturnType<Pdf["struct"]>;
/** pdfkit's own types lack that a structure may be written by a function. */
const structured = (pdf: Pdf, role: string, write: () => void): Structure => pdf.struct(role as never, write as never);

function draw(pdf: Pdf, whole: Structure, block: Block) {
  switch (block.kind) {
    case "heading": {
      const size = sizes[block.level];
      // a heading doesn't stand alone at the foot of a page
      if (pdf.y + size * 4 > pdf.page.maxY()) pdf.addPage();
      if (block.level > 1) pdf.y += size * 0.7;
      return tagged(pdf, whole, `H${block.level}`, () => pdf.font("bold").fontSize(size).text(drawable(pdf, block.text)), size * 0.4);
    }
    case "paragraph":
      return tagged(pdf, whole, "P", () => pdf.font(block.strong ? "bold" : "regular").fontSize(11).text(drawable(pdf, block.text), { lineGap: 3 }), 6);
    case "changes":
      return tagged(pdf, whole, "P", () => {
        pdf.font("regular").fontSize(11);
        for (const [index, { kind, text }] of block.parts.entries()) pdf.text(drawable(pdf, text), { lineGap: 3, indent: 0, strike: kind === "removed", underline: kind === "added", continued: index < block.parts.length - 1 });
      }, 6);
    case "list": {
      const group = pdf.struct("L");
      whole.add(group);
      for (const [index, item] of block.items.entries()) {
        const entry = pdf.struct("LI");
        group.add(entry);
        const label = block.ordered ? `${index + 1}.` : "•";
        entry.add(structured(pdf, "LBody", () => void pdf.font("regular").fontSize(11).text(drawable(pdf, `${label} ${item}`), margin + 12, pdf.y, { lineGap: 3 })));
        entry.end();
        pdf.x = margin;
        pdf.y += 2;
      }
      group.end();
      pdf.y += 5;
      return;
    }
    case "table":
      return drawTable(pdf, whole, block);
  }
}

function tagged(pdf: Pdf, whole: Structure, role: string, write: () => void, after: number) {
  const element = structured(pdf, role, write);
  whole.add(element);
  element.end();
  pdf.y += after;
}

const cellPadding = 4;
const rowSize = 9.5;

/** A table for each page that it covers, with its heads: no row is cut by the foot of a page. */
function drawTable(pdf: Pdf, whole: Structure, { caption, head, rows, widths, rowHeads }: Extract<Block, { kind: "table" }>) {
  if (pdf.y + 80 > pdf.page.maxY()) pdf.addPage();
  tagged(pdf, whole, "P", () => pdf.font("bold").fontSize(11).text(drawable(pdf, caption)), 4);
  const shares = widths ?? head.map(() => 1);
  const sum = shares.reduce((all, share) => all + share, 0);
  const columns = shares.map((share) => ((pdf.page.width - 2 * margin) * share) / sum);
  const height = (row: string[]) => pdf.font("bold").fontSize(rowSize) && Math.max(...row.map((text, column) => pdf.heightOfString(drawable(pdf, text), { width: (columns[column] ?? 0) - 2 * cellPadding }))) + 2 * cellPadding + 2;
  const headHeight = height(head);
  const most = pdf.page.maxY() - pdf.page.margins.top - headHeight - 20;
  const waiting = rows.flatMap((row) => split(row, (part) => height(part) <= most));
  do {
    const room = pdf.page.maxY() - pdf.y - headHeight - 6;
    const fitting: string[][] = [];
    for (let used = 0; waiting[0] && used + height(waiting[0]) <= room; ) {
      used += height(waiting[0]);
      fitting.push(waiting.shift() ?? []);
    }
    if (fitting.length > 0 || rows.length === 0) drawPart(pdf, whole, columns, head, fitting, height, rowHeads === true);
    if (waiting.length > 0) pdf.addPage();
  } while (waiting.length > 0);
  pdf.x = margin;
  pdf.y += 10;
}

/** Drawn by hand: pdfkit's own tables leave out the last line of a cell where its height doesn't come out even. */
function drawPart(pdf: Pdf, whole: Structure, columns: number[], head: string[], rows: string[][], height: (row: string[]) => number, rowHeads: boolean) {
  const table = pdf.struct("Table" as never);
  whole.add(table);
  for (const [index, row] of [head, ...rows].entries()) {
    const y = pdf.y;
    const line = pdf.struct("TR" as never);
    table.add(line);
    let x = margin;
    for (const [column, width] of columns.entries()) {
      const scope = index === 0 ? "Column" : rowHeads && column === 0 ? "Row" : null;
      const text = drawable(pdf, row[column] ?? "");
      const left = x;
      const cell = structured(pdf, scope ? "TH" : "TD", () => void pdf.font(scope ? "bold" : "regular").fontSize(rowSize).fillColor(ink).text(text, left + cellPadding, y + cellPadding, { width: width - 2 * cellPadding }));
      if (scope) (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = { O: "Table", Scope: scope };
      line.add(cell);
      cell.end();
      asideFromText(pdf, () => pdf.rect(left, y, width, height(row)).lineWidth(0.5).stroke("#64757F"));
      x += width;
    }
    line.end();
    pdf.x = margin;
    pdf.y = y + height(row);
  }
  table.end();
}

/** What is drawn and isn't read out: lines, and what repeats on every page. */
function asideFromText(pdf: Pdf, write: () => void, kind = "Layout") {
  pdf.markContent("Artifact", { type: kind } as never);
  write();
  pdf.endMarkedContent();
}

/** A row that is longer than a page goes on in rows below it: its longest cell in halves, until each fits. */
function split(row: string[], fits: (row: string[]) => boolean): string[][] {
  const longest = row.reduce((best, text, column) => (text.length > (row[best]?.length ?? 0) ? column : best), 0);
  const text = row[longest] ?? "";
  if (fits(row) || text.length < 2) return [row];
  const middle = text.indexOf(" ", text.length / 2);
  const at = middle === -1 ? Math.floor(text.length / 2) : middle;
  const first = row.map((cell, column) => (column === longest ? text.slice(0, at) : cell));
  const rest = row.map((cell, column) => (column === longest ? text.slice(at).trimStart() : column === 0 ? cell : ""));
  return [...split(first, fits), ...split(rest, fits)];
}

/** Marking, running head, reader and time, page of pages: around the text, on every page. */
function onEveryPage(pdf: Pdf, { running, marking, watermark }: PaperDocument) {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    const { margins, width, height } = pdf.page;
    // within the margins, where text would otherwise start a page of its own
    pdf.page.margins = { ...margins, top: 0, bottom: 0 };
    asideFromText(pdf, () => {
      pdf.fillColor(ink).font("bold").fontSize(8.5).text(drawable(pdf, [running, marking].filter((part) => part !== null).join("  ·  ")), margin, 28, { width: width - 2 * margin, lineBreak: false });
      pdf.font("regular").text(drawable(pdf, `${watermark}  ·  Page ${index - start + 1} of ${count}`), margin, height - 40, { width: width - 2 * margin, lineBreak: false });
    }, "Pagination");
    pdf.page.margins = margins;
  }
}

/** In place of words that the typeface can't draw, so that nobody takes a row of signs for them: Word's form holds the words. */
export const notDrawn = "[words in another script: see the Word document]";

/**
 * What the typeface draws, as it was written. Letters of other alphabets need shaping and a direction that this form doesn't have: where they stand, from the first to the
 * last of them, it is said that they do. So it is of a sign that it lacks.
 */
function drawable(pdf: Pdf, text: string): string {
  const face = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } } })._font.font;
  const draws = (character: string) => /\s/.test(character) || face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  const whole = printable(text).normalize("NFC");
  // nearly always: asked once for a text, and a table asks for each of its cells many times
  if (Array.from(whole).every(draws)) return whole;
  const parts: string[] = [];
  for (const word of whole.split(/(\s+)/)) {
    if (Array.from(word).every(draws)) parts.push(word);
    else if (!/[\p{L}\p{M}]/u.test(Array.from(word).filter((character) => !draws(character)).join(""))) parts.push(Array.from(word, (character) => (draws(character) ? character : "[sign]")).join(""));
    else if (parts.at(-1)?.trim() === "" && parts.at(-2) === notDrawn && !parts.at(-1)?.includes("\n")) parts.splice(-1);
    else parts.push(notDrawn);
  }
  return parts.join("");
}
