import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { optionalDay } from "@/domain/kernel/inputs.ts";
import { readForm, typedIn } from "@/platform/forms/read-form.ts";

const sent = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

afterEach(() => {
  // what a failed test leaves behind would fail every other one
  for (const box of ["day", "month", "year"]) {
    Reflect.deleteProperty(Object.prototype, box);
    Reflect.deleteProperty(Object, box);
  }
});

test("three boxes are one date, and a name sent several times is a list", () => {
  const read = readForm(sent(["due-day", "8"], ["due-month", "12"], ["due-year", "2026"], ["ward", "a"], ["ward", "b"], ["note", "x"]));
  expect({ ...read, due: { ...(read.due as object) } }).toEqual({ due: { day: "8", month: "12", year: "2026" }, ward: ["a", "b"], note: "x" });
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("no name of a field reaches beyond its form: %s", (name) => {
  readForm(sent([`${name}-day`, "9"], [`${name}-month`, "9"], [`${name}-year`, "1999"], [name, "x"]));
  typedIn(sent([name, "x"], [`${name}-day`, "9"]));
  expect(({} as Record<string, unknown>).day).toBeUndefined();
  expect((Object as unknown as Record<string, unknown>).day).toBeUndefined();
});

test("a date that others leave empty stays empty, whatever was posted before", () => {
  readForm(sent(["__proto__-day", "9"], ["__proto__-month", "9"], ["__proto__-year", "1999"]));
  expect(optionalDay({ called: "Date of birth" }).parse({})).toBeNull();
});

test.each([[["due", "x"], ["due-day", "1"]], [["due-day", "1"], ["due", "x"]]] as [string, string][][])("a date sent both whole and in boxes is read without failing", (...fields) => {
  expect(() => readForm(sent(...fields))).not.toThrow();
});

test("a form reads as the inputs take it, and what it has too much is told", () => {
  const input = z.strictObject({ note: z.string(), due: z.object({ day: z.string() }) });
  expect(input.safeParse({ ...readForm(sent(["note", "x"], ["due-day", "1"])) }).success).toBe(true);
  expect(input.safeParse({ ...readForm(sent(["note", "x"], ["due-day", "1"], ["owner", "y"])) }).success).toBe(false);
});

test("a password doesn't come back with what was typed", () => {
  expect(typedIn(sent(["email", "a@b.example"], ["password", "secret"]))).toEqual({ email: "a@b.example" });
});
