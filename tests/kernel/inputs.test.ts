import { expect, test } from "vitest";
import { day, optionalText, reference, text, version } from "@/domain/kernel/inputs.ts";

const reason = text({ called: "Reason", empty: "Enter why", max: 300 });
const due = day({ called: "Date the action is due", empty: "Enter the date" });
const errorOf = (parsed: { success: boolean; error?: { issues: { message: string }[] } }) => parsed.error?.issues[0]?.message;

test.each(["", "   ", "\n\n", "\u200B\u200B\u200B", ".......... ", "— ? !", "\u202E\u2066", "\u0000\u0007"])("what can't be read as words is empty: %j", (typed) => {
  expect(errorOf(reason.safeParse(typed))).toBe("Enter why");
});

test.each(["7", "Ja", "…see 3", "안전", "=1+1"])("what a person can read is text: %s", (typed) => {
  expect(reason.parse(typed)).toBe(typed);
});

test("text that may be left out says so when nothing in it can be read", () => {
  const note = optionalText({ called: "Note", max: 300 });
  expect([note.parse(undefined), note.parse("\u200B"), note.parse(" x ")]).toEqual([null, null, "x"]);
});

test.each(["0000", "0001", "1899", "2200", "9999"])("the year %s is nobody's", (year) => {
  expect(errorOf(due.safeParse({ day: "1", month: "1", year }))).toBe("Date the action is due must be a real date");
});

test.each(["1900", "1931", "2027", "2199"])("the year %s is a year", (year) => {
  expect(due.parse({ day: "1", month: "jan", year })).toBe(`${year}-01-01`);
});

test.each([undefined, "", "x", "1.5", "0", "-1", "1e400", ["1", "2"]])("a version that no form of ours carries is told in our words: %j", (sent) => {
  expect(errorOf(version.safeParse(sent))).toBe("This form has changed. Load the page again");
});

test.each([undefined, 7, ["CEN-1"], "x".repeat(41)])("so is a reference: %j", (sent) => {
  expect(errorOf(reference.safeParse(sent))).toBe("This form has changed. Load the page again");
});
