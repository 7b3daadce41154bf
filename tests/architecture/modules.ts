import fs from "node:fs";
import path from "node:path";

/** The modules of the tree and what each imports, by paths from the root of the repository; packages by their names. */
export type Modules = Map<string, string[]>;

// Import and export declarations, whole-line comments taken out first. The compiler refuses any other way to reach a module.
const importing = /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

export function importsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(importing)].map((found) => found[1] ?? found[2] ?? "");
}

export function readModules(...folders: string[]): Modules {
  const modules: Modules = new Map();
  for (const folder of folders) {
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const at = path.posix.join(folder, file.replaceAll(path.sep, "/"));
      if (!/\.tsx?$/.test(at) || at.startsWith("src/generated/")) continue;
      modules.set(at, importsOf(fs.readFileSync(at, "utf8")).map((to) => resolve(at, to)));
    }
  }
  return modules;
}

function resolve(from: string, to: string): string {
  const bare = to.startsWith("@/") ? path.posix.join("src", to.slice(2)) : to.startsWith(".") ? path.posix.join(path.posix.dirname(from), to) : undefined;
  if (bare === undefined) return to;
  return [bare, `${bare}.ts`, `${bare}.tsx`].find((file) => fs.existsSync(file) && fs.statSync(file).isFile()) ?? bare;
}

/** A way from a node back to itself, or null. */
export function circle(graph: Map<string, Iterable<string>>): string[] | null {
  const done = new Set<string>();
  const walk = (node: string, trail: string[]): string[] | null => {
    const seen = trail.indexOf(node);
    if (seen >= 0) return [...trail.slice(seen), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const found = graph.has(next) ? walk(next, [...trail, node]) : null;
      if (found) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const found = walk(node, []);
    if (found) return found;
  }
  return null;
}
