"use client";

import { createContext, useContext } from "react";
import { dateParts, type DatePart } from "./date-input.tsx";
import { emptyFormState, type FormState } from "./form-state.ts";

export const FormContext = createContext<{ idPrefix: string; state: FormState }>({ idPrefix: "", state: emptyFormState });

/** The mark of the person whose page it is; none before anybody is signed in. */
export const PersonContext = createContext<string | undefined>(undefined);

function texts(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/**
 * Id, error and answer of one field. Once a form came back with answers, a field without one was left empty (an unticked box isn't
 * posted), so the first value of the page no longer counts.
 */
export function useField(name: string, first: string | string[] | undefined) {
  const { idPrefix, state } = useContext(FormContext);
  const answered = Object.keys(state.values).length > 0;
  const values = answered ? texts(state.values[name]) : texts(first);
  return { id: idPrefix + name, name, error: state.errors[name]?.[0], value: values[0], values, attempt: state.attempt };
}

/** As `useField`, for the three boxes of a date. */
export function useDateField(name: string, first: Partial<Record<DatePart, string>> | undefined) {
  const { idPrefix, state } = useContext(FormContext);
  const answered = Object.keys(state.values).length > 0;
  const values: Partial<Record<DatePart, string>> = {};
  for (const part of dateParts) values[part] = answered ? texts(state.values[`${name}-${part}`])[0] : first?.[part];
  const errorParts = dateParts.filter((part) => state.errors[`${name}-${part}`]?.[0] !== undefined);
  const firstPart = errorParts[0];
  const error = state.errors[name]?.[0] ?? (firstPart === undefined ? undefined : state.errors[`${name}-${firstPart}`]?.[0]);
  return { id: idPrefix + name, name, error, errorParts: errorParts.length > 0 ? errorParts : undefined, values };
}

/** The lines of the summary: one for each field that failed, in the order the submission named them, linked to its first wrong input. */
export function summaryErrors({ errors, values }: FormState, idPrefix: string): { text: string; href?: string }[] {
  const lines = new Map<string, { text: string; href?: string }>();
  for (const [name, [text]] of Object.entries(errors)) {
    if (text === undefined) continue;
    // The boxes of one date make one line, in the words that stand by it.
    const field = name.replace(/-(day|month|year)$/, "");
    if (lines.has(field)) continue;
    const part = dateParts.find((each) => errors[`${field}-${each}`]?.[0] !== undefined) ?? (`${field}-day` in values ? "day" : undefined);
    const target = part === undefined ? name : `${field}-${part}`;
    lines.set(field, { text: errors[field]?.[0] ?? errors[target]?.[0] ?? text, href: name === "" ? undefined : `#${idPrefix}${target}` });
  }
  return [...lines.values()];
}
