import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Block, heading, list, type PaperDocument, paragraphs, printable } from "@/platform/documents/document.ts";
import { docxOf } from "@/platform/documents/docx.ts";
import { notDrawn, pdfOf } from "@/platform/documents/pdf.ts";
import { xlsxOf } from "@/platform/documents/xlsx.ts";
import { part } from "../../support/zip.ts";

const table = (rows: string[][]): Extract<Block, { kind: "table" }> => ({ kind: "table", caption: "Actions", head: ["Reference", "What"], rows, widths: [1, 3], rowHeads: true });
const paper = (blocks: Block[]): PaperDocument => ({ title: "CEN-2026-11", watermark: "Copy for Insp Ruth Calverley, 8 December 2026 at 2:10pm", marking: "OFFICIAL-SENSITIVE", running: "Central CIM", landscape: false, blocks });

/** Every stream of a PDF, opened, and what stands between them. */
const opened = (pdf: Buffer): string =>
  pdf.toString("latin1").replaceAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (_, held: string) => {
    try {
      return inflateSync(Buffer.from(held, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });

test("what is typed into a document loses control characters, halves of characters and turned directions, and nothing else", () => {
  expect(printable("a\u0000b\u202Ec\uD800d\te\nf – ŵ 👍")).toBe("abc\uFFFDde\nf – ŵ 👍");
  expect(paragraphs("one\r\n\r\ntwo\n  \n").map((block) => block.kind === "paragraph" && block.text)).toEqual(["one", "two"]);
});

test("Word's form has real headings, numbered parts, a table with a head that repeats, its language, its marking and its reader", async () => {
  const docx = await docxOf(paper([heading(1, "Minutes"), heading(2, "CEN 12/26 Register"), list(["The plan be noted.", "<b>& \u0007</b>"], true), table([["CEN-118-2", "=1+1"]])]));
  const body = part(docx, "word/document.xml");
  expect(body).toContain('<w:pStyle w:val="Heading1"/>');
  expect(body).toContain('<w:pStyle w:val="Heading2"/>');
  expect(body).toContain("<w:tblHeader/>");
  expect(body).toContain("&lt;b&gt;&amp; &lt;/b&gt;");
  expect(body).toMatch(/<w:numId w:val="\d+"\/>/);
  expect(part(docx, "word/styles.xml")).toContain('w:val="en-GB"');
  expect(part(docx, "word/header1.xml")).toContain("OFFICIAL-SENSITIVE");
  expect(part(docx, "word/footer1.xml")).toContain("Copy for Insp Ruth Calverley, 8 December 2026 at 2:10pm");
});

test("the PDF is tagged, says its language and title, and its tables have heads", async () => {
  const pdf = opened(await pdfOf(paper([heading(1, "Minutes"), heading(2, "Register"), list(["one", "two"]), table([["CEN-118-2", "Secure the garages"]])])));
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("/Lang (en-GB)");
  expect(pdf).toMatch(/\/DisplayDocTitle true/);
  for (const role of ["Document", "H1", "H2", "L", "LI", "LBody", "Table", "TR", "TH", "TD"]) expect(pdf, role).toContain(`/S /${role}`);
  expect(pdf).toMatch(/\/Scope \/Column/);
  expect(pdf).toMatch(/\/Scope \/Row/);
  expect(pdf).toContain("/Artifact");
});

test("no word of a long table is lost at the foot of a page: every cell is drawn, however the rows fall", async () => {
  // a glyph is four figures of a page's content, and no other stands there as often; rows of many heights meet the foot of the page in every way
  const rows = Array.from({ length: 120 }, (_, index) => [`A-${index}`, "qqqqqqqqq ".repeat(1 + ((index * 7) % 60)).trim()]);
  const pdf = opened(await pdfOf(paper([table(rows)])));
  expect(pdf.match(/\/S \/TD/g)).toHaveLength(rows.length);
  const byFont = new Map<string, string[]>();
  let font = "";
  for (const [, set, run] of pdf.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]+)\] TJ/g)) {
    if (set) font = set;
    else byFont.set(font, [...(byFont.get(font) ?? []), ...(run?.match(/<[0-9a-f]+>/g)?.join("").replaceAll(/[<>]/g, "").match(/.{4}/g) ?? [])]);
  }
  const glyphs = [...byFont.values()].reduce((most, each) => (each.length > most.length ? each : most));
  expect(mostFrequent(glyphs)).toBe(rows.reduce((sum, row) => sum + (row[1]?.match(/q/g)?.length ?? 0), 0));
});

test("a row longer than a page goes on below", async () => {
  const pdf = opened(await pdfOf(paper([table([["A-1", "a long account of it ".repeat(1500)]])])));
  expect(pdf.match(/\/S \/TR/g)?.length ?? 0).toBeGreaterThan(3);
});

/** What is drawn on the pages, by its glyphs: the same words are the same glyphs. */
const drawn = async (text: string) => [...opened(await pdfOf({ ...paper([{ kind: "paragraph", text }]), watermark: "", running: "", marking: null })).matchAll(/\[([^\]]+)\] TJ/g)].map(([, run]) => run).join(" ");

test.each([
  ["Polish", "Zażółć gęślą jaźń, Świętosława Łącka"],
  ["Welsh", "Gŵyl y dŵr, Siân Wŷn o Lanŷ"],
  ["names of other neighbours", "Şükrü Çağlar, Ioana Țăranu, Jiří Dvořák, Nguyễn"],
])("%s stands in a PDF as it is written", async (_, text) => {
  expect(await drawn(text)).not.toContain(await drawn("["));
  expect((await drawn(text)).length).toBeGreaterThan(20);
  expect(await drawn(text)).not.toBe(await drawn(notDrawn));
});

test.each([
  ["Urdu", "بیان اردو میں ہے"],
  ["Punjabi", "ਬਿਆਨ ਪੰਜਾਬੀ ਵਿੱਚ ਹੈ"],
  ["Bengali", "বাংলায় বিবৃতি"],
])("where %s stands a PDF says so in plain words, once, and Word's form holds it", async (_, text) => {
  expect(await drawn(text)).toBe(await drawn(notDrawn));
  expect(await drawn(`She said: ${text} on the door.`)).toBe(await drawn(`She said: ${notDrawn} on the door.`));
  expect(await drawn(`${text}\n${text}`)).toBe(await drawn(`${notDrawn}\n${notDrawn}`));
  expect(part(await docxOf(paper(paragraphs(text))), "word/document.xml")).toContain(text);
});

test("a sign that the typeface lacks is told as one", async () => {
  expect(await drawn("Thanks 👍 all")).toBe(await drawn("Thanks [sign] all"));
});

test("what was corrected has a line through it or under it in both forms, and the words that say so", async () => {
  const changes: Block = { kind: "changes", parts: [{ kind: "same", text: "at " }, { kind: "removed", text: "[removed: Thorpe]" }, { kind: "added", text: "[added: Thorp]" }, { kind: "same", text: " on Tuesday" }] };
  const body = part(await docxOf(paper([changes])), "word/document.xml");
  expect(body).toMatch(/<w:strike\/>.*?\[removed: Thorpe\]/);
  expect(body).toMatch(/<w:u .*?\[added: Thorp\]/);
  const pdf = opened(await pdfOf(paper([changes])));
  expect(pdf).toContain("/S /P");
  // two lines are stroked: one through, one under
  expect(pdf.match(/ l\nS\n/g)?.length).toBeGreaterThanOrEqual(2);
});

test("a workbook's cells are text, whatever they begin with", async () => {
  const sheet = part(await xlsxOf("Action plan", table([["CEN-118-2", "=HYPERLINK(1)"]])), "xl/worksheets/sheet1.xml");
  expect(sheet).not.toContain("<f>");
  expect(sheet).toMatch(/t="(s|inlineStr|str)"/);
});

function mostFrequent(all: string[]): number {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return Math.max(...counts.values());
}
