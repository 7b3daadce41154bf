import { expect, test } from "vitest";
import { circle, importsOf, type Modules, readModules } from "./modules.ts";

type Door = { rule: string; because: string; from: RegExp; except?: RegExp; to: RegExp; unless?: RegExp; planted: [from: string, to: string] };

const prisma = /^(@prisma\/|prisma$|pg$|src\/generated\/)/;
const framework = /^(next|next-auth|react|react-dom)(\/|$)/;
const doors: Door[] = [
  { rule: "one door to the database", because: "row-level security holds only inside transact()", from: /^src\//, except: /^src\/platform\/(db\/|health\.ts$)/, to: prisma, planted: ["src/domain/cases/queries/list-cases.ts", "pg"] },
  { rule: "platform knows no domain", because: "plumbing must not know what it carries", from: /^src\/platform\//, to: /^src\/(domain|app|ui|wording)\//, planted: ["src/platform/log.ts", "src/domain/kernel/enums.ts"] },
  { rule: "domain knows no web", because: "rules outlive frameworks", from: /^src\/domain\//, to: /^src\/(app|ui|wording)\//, planted: ["src/domain/command.ts", "src/wording/said.ts"] },
  { rule: "domain knows no framework", because: "rules outlive frameworks", from: /^src\/domain\//, to: framework, planted: ["src/domain/command.ts", "next/headers"] },
  { rule: "ui takes props", because: "shared components know nothing of cases or sessions", from: /^src\/ui\//, to: /^src\/(app|domain|platform)\//, planted: ["src/ui/content/tag.tsx", "src/domain/kernel/enums.ts"] },
  { rule: "wording is words", because: "labels may name the domain's enums and nothing else", from: /^src\/wording\//, to: /^src\//, unless: /^src\/(wording\/|domain\/(kernel\/|audit\/events\.ts|[^/]+\/(inputs|rules)\.ts|[^/]+\/queries\/))/, planted: ["src/wording/said.ts", "src/platform/log.ts"] },
  { rule: "the application never touches the database", because: "every read is a view, every write a command", from: /^src\/app\//, to: /^src\/platform\/db\//, planted: ["src/app/page.tsx", "src/platform/db/client.ts"] },
  {
    rule: "the application uses a slice's front doors", because: "a route sees commands, queries and inputs, never a slice's insides",
    from: /^src\/app\//, to: /^src\/domain\//, unless: /^src\/domain\/(kernel\/[^/]+|command|side-by-side|[^/]+\/(commands|queries)\/[^/]+|[^/]+\/inputs)\.ts$/, planted: ["src/app/page.tsx", "src/domain/cases/lifecycle.ts"],
  },
  { rule: "pages only read", because: "a GET changes nothing", from: /^src\/app\/.*(page|layout|loading|error|not-found)\.tsx$/, to: /^src\/domain\/[^/]+\/commands\//, planted: ["src/app/page.tsx", "src/domain/cases/commands/take-case.ts"] },
  { rule: "the browser stays light", because: "client components get props and write through submit.ts", from: /\.client\.tsx?$/, to: /^src\/(platform\/|domain\/[^/]+\/(commands|queries)\/)/, planted: ["src/ui/forms/fields.client.tsx", "src/platform/log.ts"] },
  { rule: "jobs are no pages", because: "what runs without a request has nobody to show anything to", from: /^src\/jobs\//, to: /^src\/(app|ui|generated)\/|^(next|react)(\/|$)/, planted: ["src/jobs/send-mail.ts", "src/app/actor.ts"] },
  { rule: "the domain doesn't know who runs it", because: "jobs ask the domain, not the other way round", from: /^src\/(domain|platform|wording|ui)\//, to: /^src\/jobs\//, planted: ["src/domain/mail/send.ts", "src/jobs/send-mail.ts"] },
  { rule: "nothing shipped needs a test", because: "tests stay at home", from: /^src\//, to: /^(tests|e2e)\//, planted: ["src/app/page.tsx", "tests/support/world.ts"] },
  { rule: "no barrels", because: "import the file you mean", from: /./, to: /^(src|tests|e2e)\/.*\/index\.tsx?$/, planted: ["src/app/page.tsx", "src/ui/index.ts"] },
  { rule: "no dumping grounds", because: "name the thing", from: /./, to: /^(src|tests|e2e)\/(.*\/)?(utils?|helpers?|common|misc|lib)(\/|\.tsx?$)/, planted: ["src/app/page.tsx", "src/platform/utils.ts"] },
];

/** A slice writes its own records and reads the others'; a lifecycle is the one writer of its record, and so may be asked to move it. */
const betweenSlices = (from: string, to: string): boolean => {
  const slice = /^src\/domain\/([^/]+)\/./.exec(from)?.[1];
  const other = /^src\/domain\/([^/]+)\/(.+)$/.exec(to);
  if (!slice || !other?.[1] || other[1] === slice || other[1] === "kernel" || other[1] === "audit") return false;
  return !/^(queries\/[^/]+|lifecycle|numbering|send)\.ts$/.test(other[2] ?? "");
};

function broken(modules: Modules): string[] {
  const found: string[] = [];
  for (const [from, imports] of modules) {
    for (const to of imports) {
      for (const door of doors) {
        if (door.from.test(from) && !door.except?.test(from) && door.to.test(to) && !door.unless?.test(to)) found.push(`${door.rule} (${door.because}): ${from} → ${to}`);
      }
      if (betweenSlices(from, to)) found.push(`slices only read each other: ${from} → ${to}`);
    }
  }
  return found;
}

/** The circles by folder are drawn between slices: kernel and audit are the ground they stand on. */
function slices(modules: Modules): Map<string, Set<string>> {
  const sliceOf = (file: string) => /^src\/domain\/([^/]+)\//.exec(file)?.[1];
  const graph = new Map<string, Set<string>>();
  for (const [from, imports] of modules) {
    const slice = sliceOf(from);
    if (!slice) continue;
    const others = graph.get(slice) ?? graph.set(slice, new Set()).get(slice);
    for (const to of imports) if (sliceOf(to) && sliceOf(to) !== slice) others?.add(sliceOf(to) ?? "");
  }
  return graph;
}

const modules = readModules("src", "tests", "e2e");

test("the tree is read: its modules are counted, and their imports found", () => {
  expect(modules.size).toBeGreaterThan(150);
  expect(modules.get("src/domain/command.ts")).toContain("src/platform/db/client.ts");
  expect(importsOf('import "a";\nimport type { B } from "b";\nexport { c } from "c";\nconst d = await import("d");\n// import "e";')).toEqual(["a", "b", "c", "d"]);
});

test("every door is kept", () => expect(broken(modules)).toEqual([]));

test.each(doors.map((door) => [door.rule, door.planted] as const))("a planted violation of “%s” is found", (rule, [from, to]) => {
  expect(broken(new Map([[from, [to]]])).join()).toContain(rule);
});

test("a slice that writes into another is found, one that asks its lifecycle or queries is not", () => {
  const inside = (to: string) => broken(new Map([["src/domain/minutes/commands/close-meeting.ts", [to]]]));
  expect(inside("src/domain/cases/commands/take-case.ts")).toHaveLength(1);
  expect(inside("src/domain/cases/lifecycle.ts")).toEqual([]);
  expect(inside("src/domain/cases/queries/list-cases.ts")).toEqual([]);
});

test("no module needs itself in a circle, and no slice another", () => {
  expect(circle(modules)).toBeNull();
  expect(circle(slices(modules))).toBeNull();
  expect(circle(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["a"]]]))).toEqual(["a", "b", "c", "a"]);
});

test("every file has a name of its own kind", () => {
  const odd = [...modules.keys()].filter((file) => !/^([\w[\].()-]+\/)*[a-z0-9.-]+\.tsx?$/.test(file) || /[A-Z_]/.test(file.replaceAll(/\[[^\]]+\]/g, "")));
  expect(odd).toEqual([]);
});
