import { expect, test } from "vitest";
import { isInstalled, requireNode } from "../../scripts/installation.mjs";

const wanted = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/next": { version: "16.4.5" },
    "node_modules/vitest": { version: "4.1.12", dev: true },
    "node_modules/@next/swc-win32": { version: "16.4.5", optional: true },
  },
};
const next = { "node_modules/next": { version: "16.4.5" } };
const vitest = { "node_modules/vitest": { version: "4.1.12" } };

test("everything of this platform is there", () => {
  expect(isInstalled(wanted, { packages: { ...next, ...vitest } }, true)).toBe(true);
});

test("nothing, or an install that was interrupted", () => {
  expect(isInstalled(wanted, undefined, false)).toBe(false);
});

test("another version after an update", () => {
  expect(isInstalled(wanted, { packages: { ...vitest, "node_modules/next": { version: "16.4.3" } } }, true)).toBe(false);
});

test("without the tools it runs, but can't be built", () => {
  expect(isInstalled(wanted, { packages: next }, false)).toBe(true);
  expect(isInstalled(wanted, { packages: next }, true)).toBe(false);
});

test("an older Node is refused by its number", () => {
  expect(() => requireNode("20.18.3")).toThrow("Casemoot needs Node 20.19 or later; this is 20.18.3.");
  for (const version of ["20.19.0", "22.1.0", "24.0.0"]) expect(() => requireNode(version)).not.toThrow();
});
