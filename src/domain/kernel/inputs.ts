import { z } from "zod";
import { type Day, isDay } from "./dates.ts";

/** Building blocks of forms. Every message names its field, and says what to do: an instruction for empty, a description for wrong. */

// Characters that no person types: they break documents, logs and reading order. Line ends become one kind.
const readable = (value: string) =>
  value.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "").replace(/[ \t]+$/gm, "").trim();
const typed = z.preprocess((value) => (value === undefined || value === null ? "" : value), z.string({ error: "Enter text" }).transform(readable));

/** Something a person can read.
 * @param called the field as messages name it, at the beginning of a sentence: "Place" */
export const text = ({ called, empty, max }: { called: string; empty: string; max: number }) =>
  typed.pipe(z.string().regex(/[\p{L}\p{N}]/u, { error: empty }).max(max, { error: `${called} must be ${max.toLocaleString("en-GB")} characters or less` }));

/** As text; empty reads as null, and so does what nobody can see. */
export const optionalText = ({ called, max }: { called: string; max: number }) =>
  typed.pipe(z.string().max(max, { error: `${called} must be ${max.toLocaleString("en-GB")} characters or less` }).transform((value) => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(value) ? value : null)));

/** An e-mail address as accounts keep it: compatibility forms folded before anything looks at it, then lower case; without what no keyboard types and no database takes. */
export const normalisedEmail = z
  .string()
  .max(320, { error: "Email address must be 320 characters or less" })
  .transform((said) => said.toWellFormed().normalize("NFKC").replaceAll(/\p{Cc}/gu, "").trim().toLowerCase());

/** An address of somebody who is put on the list. Letters of other alphabets look like ours and lead elsewhere: an address of an agency here has none. */
export const plainEmail = normalisedEmail.pipe(
  z.string().regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: "Enter an email address in the correct format, like name@example.com" }),
);

export const choice = <const T extends readonly [string, ...string[]]>(values: T, empty: string) => z.enum(values, { error: empty });
/** A choice that may be left open: empty reads as null. */
export const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T, wrong: string) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), z.enum(values, { error: wrong }).nullable());
/** An id chosen from a list. */
export const id = (empty: string) => z.uuid({ error: empty });
export const optionalId = (wrong: string) => z.preprocess((value) => (value === "" || value === undefined ? null : value), z.uuid({ error: wrong }).nullable());
/** Tick boxes: none, one or several. */
export const several = <T extends z.ZodType>(one: T) => z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? [...new Set<unknown>(value)] : [value]), z.array(one));
/** A tick box. */
export const ticked = z.preprocess((value) => value === "yes" || value === "on" || value === true, z.boolean());
/** The words that a person was shown and says to name nobody all the same, as the form carries them: "rose|82-year-old". Nothing while nobody was asked. */
export const confirmedWords = z.preprocess((value) => (typeof value === "string" && value !== "" ? value.split("|") : Array.isArray(value) ? value : []), z.array(z.string().max(600)).max(200)).default([]);
// What a form carries along is never typed: where it can't be read, the form isn't one of ours any more.
const carried = { error: "This form has changed. Load the page again" };
/** A whole number in one box. */
export const wholeNumber = ({ called, empty, min, max }: { called: string; empty: string; min: number; max: number }) => {
  const wrong = `${called} must be a whole number from ${min} to ${max}`;
  return typed.pipe(z.string().min(1, { error: empty, abort: true }).regex(/^\d{1,6}$/, { error: wrong, abort: true }).transform(Number).pipe(z.number().min(min, { error: wrong }).max(max, { error: wrong })));
};
/** The version of a record that the form was drawn from. */
export const version = z.coerce.number(carried).int(carried).min(1, carried);

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (said: string) => {
  const name = monthNames.indexOf(said.toLowerCase().slice(0, 3));
  return /^\d+$/.test(said) ? Number(said) : name + 1;
};
const part = z.preprocess((value) => (typeof value === "string" ? value.trim() : ""), z.string().max(20));

/**
 * A date in three boxes; "8 12 2026" and "8 dec 2026" both do. Problems are told in a fixed order: missing, cannot be, rule.
 * @param called as messages name it: "Date the action is due"
 */
export const day = ({ called, empty }: { called: string; empty: string }) =>
  z.preprocess(
    (value) => (typeof value === "string" && isDay(value) ? { day: value.slice(8), month: value.slice(5, 7), year: value.slice(0, 4) } : (value ?? {})),
    z.object({ day: part.optional(), month: part.optional(), year: part.optional() }).transform((boxes, context): Day => {
      const { day: d = "", month: m = "", year: y = "" } = boxes;
      const wrong = (message: string) => {
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      };
      if (!d && !m && !y) return wrong(empty);
      const missing = [!d && "a day", !m && "a month", !y && "a year"].filter(Boolean);
      if (missing.length > 0) return wrong(`${called} must include ${missing.join(" and ")}`);
      const month = monthOf(m);
      const year = /^\d{4}$/.test(y) ? y : "";
      const found = `${year}-${String(month).padStart(2, "0")}-${d.padStart(2, "0")}`;
      if (!year) return wrong("Year must include 4 numbers");
      // no day of ours is outside: a year mistyped is told here, not by the database
      return isDay(found) && year >= "1900" && year < "2200" ? found : wrong(`${called} must be a real date`);
    }),
  );

/** A day that may be left empty: reads as null. */
export const optionalDay = ({ called }: { called: string }) =>
  z.preprocess((value) => {
    if (value === undefined || value === null || value === "") return null;
    const boxes = value as Record<string, unknown>;
    return typeof value === "object" && !["day", "month", "year"].some((name) => typeof boxes[name] === "string" && boxes[name].trim() !== "") ? null : value;
  }, day({ called, empty: `Enter ${called.toLowerCase()}` }).nullable());

/** A time of day: "2pm", "2:30 pm", "14:00", "14.30", "midday". */
export const time = ({ called, empty }: { called: string; empty: string }) =>
  typed.pipe(
    z.string().transform((said, context): { hour: number; minute: number } => {
      const wrong = (message: string) => {
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      };
      if (said === "") return wrong(empty);
      if (/^(midday|noon)$/i.test(said)) return { hour: 12, minute: 0 };
      const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(said.replaceAll(/\s+/g, " "));
      const half = found?.[3]?.toLowerCase();
      let hour = Number(found?.[1] ?? 99);
      const minute = Number(found?.[2] ?? 0);
      if (half && (hour < 1 || hour > 12)) hour = 99;
      if (half === "pm" && hour < 12) hour += 12;
      if (half === "am" && hour === 12) hour = 0;
      return hour < 24 && minute < 60 ? { hour, minute } : wrong(`${called} must be a time, like 2pm or 2:30pm`);
    }),
  );

/** References are spoken aloud: "cen 118", "CEN-118" and "cen118" are one. Wrong ones read as not found, so this never complains. */
export const reference = z.string(carried).max(40, carried).transform((said) => readable(said).toUpperCase().replaceAll(/[\s_–]+/g, "-").replace(/^([A-Z]{2,})(?=\d)/, "$1-"));
