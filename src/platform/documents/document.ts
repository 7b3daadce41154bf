/**
 * A document before it is a file: what stands in it, in the order in which it is read. The same model is drawn as Word, as a tagged PDF
 * and, its tables alone, for a spreadsheet, so that no form of it can say more than another.
 */
export type PaperDocument = {
  title: string;
  /** Who reads it and when, repeated on every page: "Copy for …, 8 December 2026 at 2:10pm". */
  watermark: string;
  /** "OFFICIAL-SENSITIVE" on every page, where case content stands in it. */
  marking: string | null;
  /** Repeated at the head of every page: partnership, forum, day. */
  running: string;
  landscape: boolean;
  blocks: Block[];
};

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: string; strong?: boolean }
  /** What a text said and what it says instead: taken out with a line through it, put in with one under it. */
  | { kind: "changes"; parts: { kind: "same" | "added" | "removed"; text: string }[] }
  | { kind: "list"; ordered: boolean; items: string[] }
  /** `widths` are shares of the page. The first cell of a row is its head when `rowHeads`. */
  | { kind: "table"; caption: string; head: string[]; rows: string[][]; widths?: number[]; rowHeads?: boolean };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const strong = (text: string): Block => ({ kind: "paragraph", text, strong: true });
export const list = (items: string[], ordered = false): Block => ({ kind: "list", ordered, items });

/** What no file format takes, and what turns the direction of the text around it: control characters, halves of characters, overrides. */
export const printable = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(/[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, "").replaceAll(/(?!\n)\p{Cc}/gu, "");

/** A paragraph of the document for each that was typed. */
export const paragraphs = (text: string): Block[] => printable(text).split(/\n+/).filter((part) => part.trim() !== "").map(paragraph);
