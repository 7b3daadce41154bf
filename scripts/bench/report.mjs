// The figures as tables that read the same on a screen and in docs/performance.md, and what they are held against.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const file = path.resolve(import.meta.dirname, "../../docs/performance.md");

/** Markdown, with columns as wide as their widest cell; all but the first are numbers. */
export function table(head, rows) {
  const width = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(width[column]) : cell.padStart(width[column]))).join(" | ")} |`;
  const rule = `| ${width.map((wide, column) => (column === 0 ? "-".repeat(wide) : `${"-".repeat(wide - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

export const ms = (value) => value.toFixed(value < 1 ? 2 : 1);
export const kB = (bytes) => (bytes / 1000).toFixed(1);
export const times = (value, other) => (other ? `× ${(value / other).toFixed(2)}` : "–");

/** Puts the tables of this run between the marks of docs/performance.md; the words around them are written by hand. */
export function keep(tables) {
  const begin = "<!-- figures -->";
  const end = "<!-- end of figures -->";
  const text = fs.readFileSync(file, "utf8");
  const [before, after] = [text.slice(0, text.indexOf(begin) + begin.length), text.slice(text.indexOf(end))];
  fs.writeFileSync(file, `${before}\n\n${tables}\n\n${after}`);
}

const loadAtFirst = os.loadavg()[0];

/** When and on what, and whether the machine was at other things as this began. */
export function circumstances() {
  const cores = os.cpus();
  return `Measured on ${new Date().toISOString().slice(0, 10)}: ${cores.length} cores (${cores[0].model.trim()}), Node ${process.versions.node}, PostgreSQL on the same machine.${loadAtFirst < 0.5 ? "" : ` The machine was at other things too: a load of ${loadAtFirst.toFixed(1)} as this began.`}`;
}
