"use client";

import { ContextualDate } from "./contextual-date.tsx";
import { Reference } from "./reference.tsx";
import { Cell, RowHead, SelectCell } from "./table.tsx";
import { Tag, type TagLook } from "./tag.tsx";

/** What stands in one cell, in this order: a reference, words, a tag, a date, and a quiet line under them. */
export type CellData = {
  reference?: string;
  /** Where the reference leads, for those to whom it is open. */
  href?: string;
  text?: string;
  /** The words stay on one line where the table is one. */
  whole?: boolean;
  /** The words are a moment: the same for machines. */
  dateTime?: string;
  tag?: TagLook & { word: string };
  due?: { date: string; dateTime: string; note: string; tone: "plain" | "soon" | "late" | "done" };
  note?: string;
  quiet?: boolean;
  numeric?: boolean;
};

/** The first cell names the row; `select` puts a checkbox before it. */
export type RowData = { key: string; cells: CellData[]; select?: { name: string; value: string; label: string } };

/**
 * The rows of a long table, handed over as data. Drawn by the page itself, each of their elements would be written twice, as markup and
 * again for the browser, and that is most of what a list costs. `labels` repeat the columns' heads for the stacked form.
 */
export function Rows({ labels, rows }: { labels: (string | undefined)[]; rows: RowData[] }) {
  return rows.map(({ key, cells: [name = {}, ...cells], select }) => (
    <tr key={key}>
      {select && <SelectCell {...select} />}
      <RowHead label={labels[0]}>
        <Content cell={name} />
      </RowHead>
      {cells.map((cell, index) => (
        <Cell key={index} label={labels[index + 1]} numeric={cell.numeric} quiet={cell.quiet} note={cell.note}>
          <Content cell={cell} />
        </Cell>
      ))}
    </tr>
  ));
}

function Content({ cell: { reference, href, text, whole, dateTime, tag, due } }: { cell: CellData }) {
  return (
    <>
      {reference !== undefined && <Reference href={href}>{reference}</Reference>}
      {whole ? <span className="sm:whitespace-nowrap">{text}</span> : dateTime === undefined ? text : <time dateTime={dateTime}>{text}</time>}
      {tag && text !== undefined && " "}
      {tag && (
        <Tag tone={tag.tone} icon={tag.icon} outline={tag.outline}>
          {tag.word}
        </Tag>
      )}
      {due && <ContextualDate {...due} />}
    </>
  );
}
