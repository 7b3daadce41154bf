import { AlignmentType, Document, Footer, Header, HeadingLevel, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { type Block, type PaperDocument, printable } from "./document.ts";

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const font = "Arial";
const ink = "12202A";
const margin = 850;

/** The document for Word: real headings, lists and table heads, in British English, so that a screen reader can walk it. */
export async function docxOf(document: PaperDocument): Promise<Buffer> {
  const { title, watermark, marking, running, landscape, blocks } = document;
  const head = [running, marking].filter((part) => part !== null).map(printable).join("  ·  ");
  return Packer.toBuffer(
    new Document({
      title: printable(title),
      creator: "Casemoot",
      lastModifiedBy: "Casemoot",
      styles: {
        default: {
          document: { run: { font, size: 22, color: ink, language: { value: "en-GB" } }, paragraph: { spacing: { after: 120, line: 280 } } },
          heading1: { run: { font, size: 34, bold: true, color: ink }, paragraph: { spacing: { after: 160 } } },
          heading2: { run: { font, size: 26, bold: true, color: ink }, paragraph: { spacing: { before: 320, after: 100 }, keepNext: true } },
          heading3: { run: { font, size: 23, bold: true, color: ink }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
        },
      },
      numbering: { config: [{ reference: "numbered", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START, style: { paragraph: { indent: { left: 500, hanging: 360 } } } }] }] },
      sections: [
        {
          properties: { page: { margin: { top: margin, bottom: margin, left: margin, right: margin }, size: { width: 11906, height: 16838, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } } },
          headers: { default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: head, size: 17, bold: true })] })] }) },
          footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ size: 17, children: [`${printable(watermark)}  ·  Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })] })] }) },
          children: blocks.flatMap((block, index) => drawn(block, index)),
        },
      ],
    }),
  );
}

function drawn(block: Block, index: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: levels[block.level], children: runs(block.text) })];
    case "paragraph":
      return [new Paragraph({ children: runs(block.text, block.strong) })];
    case "changes":
      return [new Paragraph({ indent: { left: 300 }, children: block.parts.flatMap(({ kind, text }) => runs(text, false, kind === "removed" ? { strike: true } : kind === "added" ? { underline: {} } : {})) })];
    case "list":
      return block.items.map((item) => new Paragraph({ ...(block.ordered ? { numbering: { reference: "numbered", level: 0, instance: index } } : { bullet: { level: 0 } }), children: runs(item) }));
    case "table":
      return [new Paragraph({ keepNext: true, children: runs(block.caption, true) }), tableOf(block), new Paragraph({})];
  }
}

function tableOf({ head, rows, widths, rowHeads }: Extract<Block, { kind: "table" }>): Table {
  const shares = widths ?? head.map(() => 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({ width: { size: (100 * (shares[column] ?? 1)) / whole, type: WidthType.PERCENTAGE }, margins: { top: 50, bottom: 50, left: 80, right: 80 }, children: printable(text).split("\n").map((line) => new Paragraph({ spacing: { after: 0 }, children: runs(line, bold) })) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, column) => cell(text, column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, rowHeads === true && column === 0)) })),
    ],
  });
}

const runs = (text: string, bold = false, marked: { strike?: true; underline?: Record<never, never> } = {}): TextRun[] => printable(text).split("\n").map((line, index) => new TextRun({ text: line, bold, break: index === 0 ? 0 : 1, ...marked }));
