"use client";

import { SummaryList } from "../content/summary-list.tsx";
import { TakesFocus } from "../content/takes-focus.client.tsx";
import type { FormState } from "./form-state.ts";

/** What a form shows before anything leaves a person's hands. `words`: what a value is called, where it isn't said as it was typed. */
export type Checks = {
  title: string;
  /** Said under the title: what happens with it. */
  lead?: string;
  rows: { name: string; label: string; words?: Record<string, string> }[];
  button: string;
  change: string;
};

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** The answers as they were understood, carried along unseen so that they are sent as they are shown. */
export function CheckAnswers({ checks: { title, lead, rows }, values }: { checks: Checks; values: FormState["values"] }) {
  const dates = ["day", "month", "year"];
  const month = (typed: string) => months[Number(typed) - 1] ?? typed;
  const dateOf = (name: string) => dates.map((part) => String(values[`${name}-${part}`] ?? "")).map((typed, index) => (index === 1 ? month(typed) : typed.replace(/^0/, ""))).join(" ").trim();
  const isDate = (name: string) => `${name}-day` in values;
  const said = (name: string, words: Record<string, string> | undefined) => {
    const all = (isDate(name) ? [dateOf(name)] : [values[name] ?? []].flat()).filter((value) => value !== "").map((value) => words?.[value] ?? value);
    return all.length > 0 ? <span className="whitespace-pre-line">{all.join("\n")}</span> : undefined;
  };
  return (
    <>
      <TakesFocus className="mb-6" role="region" labelledBy="check-answers">
        <h2 id="check-answers">{title}</h2>
        {lead !== undefined && <p className="mt-2">{lead}</p>}
      </TakesFocus>
      <div className="mb-6">
        <SummaryList rows={rows.map(({ name, label, words }) => ({ key: label, value: said(name, words) }))} />
      </div>
      {rows.flatMap(({ name }) => (isDate(name) ? dates.map((part) => `${name}-${part}`) : [name])).flatMap((name) => [values[name] ?? []].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </>
  );
}
