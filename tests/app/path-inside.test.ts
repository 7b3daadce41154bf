import { expect, test } from "vitest";
import { pathInside } from "@/app/sign-in/path-inside.ts";

test.each(["/", "/cases/CEN-118", "/actions?forum=CEN&page=2", "/cases/..%2fmeetings"])("signing in goes on to a path of our own: %s", (path) => {
  expect(pathInside(path)).toBe(path);
});

test.each([
  "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/.//elsewhere.example", "/..//elsewhere.example", "/a/..//elsewhere.example", "/%2e//elsewhere.example", "/%2e%2e//elsewhere.example",
  "/a/../../..//elsewhere.example", "javascript:alert(1)", "/\t/elsewhere.example", "/@elsewhere.example:80", "cases", "", null, undefined, ["/cases"],
])("signing in goes nowhere else: %s", (path) => {
  expect(pathInside(path)).toBe("/");
});

test.each(["/sign-in", "/./sign-in", "/cases/../sign-in?next=/"])("signing in doesn't lead to signing in: %s", (path) => {
  expect(pathInside(path)).toBe("/");
});
