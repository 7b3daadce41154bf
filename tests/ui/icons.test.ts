import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drawings } from "@/ui/icons/icon-drawings.ts";

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
