import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { sheet } from "@/ui/icons/icon.tsx";
import { drawings } from "@/ui/icons/icon-drawings.ts";
import { iconSheet } from "@/ui/icons/icon-sheet.ts";

type Node = [tag: string, attributes: Record<string, string>];

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve("lucide-react/package.json")), "dist/esm/icons");

/** An old name only points to the new one. */
function fileOf(name: string): string {
  const file = path.join(folder, `${name}.mjs`);
  const renamed = /export \{ default \} from '\.\/([\w-]+)\.mjs'/.exec(readFileSync(file, "utf8"))?.[1];
  return renamed === undefined ? file : fileOf(renamed);
}

describe("the drawings", () => {
  it("are there", () => expect(Object.keys(drawings).length).toBeGreaterThan(50));

  it.each(Object.entries(drawings))("%s is as in the package", async (name, drawing) => {
    const { __iconData: icon }: { __iconData: { node: Node[] } } = await import(fileOf(name));
    expect(drawing).toEqual(icon.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes]));
  });
});

test("the sheet holds each drawing as a symbol, and its address is that of this edition", () => {
  for (const name of Object.keys(drawings)) expect(iconSheet).toContain(`<symbol id="${name}" viewBox="0 0 24 24"><`);
  expect(iconSheet).toContain('<symbol id="check" viewBox="0 0 24 24"><path d="M20 6 9 17l-5-5"/></symbol>');
  expect(sheet).toBe(`/icons.svg?${createHash("sha256").update(iconSheet).digest("hex").slice(0, 8)}`);
});
