import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { emptyFormState } from "@/ui/forms/form-state.ts";
import { uiWords } from "@/ui/ui-words.ts";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ActionPlan, CaseRecord, Home, Meeting, Pause, Question, rows, Sent } from "./gallery.tsx";

const submission = async () => emptyFormState;
const pages: Record<string, ReactNode> = {
  home: <Home />,
  "action plan": <ActionPlan />,
  case: <CaseRecord submission={submission} />,
  question: <Question submission={submission} />,
  meeting: <Meeting submission={submission} />,
  sent: <Sent />,
  pause: <Pause />,
};

const root = path.resolve(import.meta.dirname, "../../src/ui");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

describe.each(Object.entries(pages))("the %s page", (_name, page) => {
  const html = renderToStaticMarkup(page);

  it("has no style attribute, no required, and leaves checking to the server", () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\srequired[\s=>]/);
    const forms = html.match(/<form[^>]*>/g) ?? [];
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) expect(form.toLowerCase()).toContain("novalidate");
  });

  it("gives each id once, and refers to none that isn't there", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const referred = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"/g)].flatMap(([, list = ""]) => list.split(" "));
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("has one h1, and no heading that skips a level", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    // A page's alert or banner may come before the h1; after it each heading is at most one deeper than the last.
    const after = levels.slice(levels.indexOf(1));
    expect(after.filter((level, index) => index > 0 && level > (after[index - 1] ?? 1) + 1)).toEqual([]);
  });

  it("labels every box and names every drawing that isn't hidden", () => {
    const labelled = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]+)"/g)].map(([, id]) => id));
    for (const [box] of html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
      if (box.includes('type="hidden"') || box.includes("aria-label=")) continue;
      expect(labelled, box).toContain(/\sid="([^"]+)"/.exec(box)?.[1]);
    }
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/aria-hidden="true"|aria-label=/);
  });
});

describe("the components", () => {
  it("are all in the gallery", () => {
    const drawn = sources.filter(({ file }) => file.endsWith(".tsx")).flatMap(({ text }) => [...text.matchAll(/export function ([A-Z]\w+)/g)].map(([, name]) => name ?? ""));
    expect(drawn.length).toBeGreaterThan(50);
    const gallery = readFileSync(path.join(import.meta.dirname, "gallery.tsx"), "utf8");
    const used = (name: string) => [{ text: gallery }, ...sources].some(({ text }) => new RegExp(`<${name}[\\s>]`).test(text));
    expect(drawn.filter((name) => !used(name))).toEqual([]);
  });

  it("draw rows from data as the cells of a table", () => {
    const html = renderToStaticMarkup(<Rows labels={[undefined, "Action", "Due", "Status"]} rows={rows} />).replaceAll(/<svg.*?<\/svg>/g, "");
    expect(html.split("</tr>")).toEqual([
      '<tr><th scope="row"><a href="/actions/CEN-118-2" class="reference">CEN-118-2</a></th>' +
        '<td data-label="Action"><div>Mend the lighting<div class="quiet">Council: Housing</div></div></td>' +
        '<td data-label="Due"><div><span class="contextual-date contextual-late"><time dateTime="2026-11-14">14 November 2026</time><span>7 days late</span></span></div></td>' +
        '<td data-label="Status"><div><strong class="tag tag-red">Overdue</strong><div class="quiet">Carried over 2 meetings</div></div></td>',
      '<tr><th scope="row"><span class="reference">CEN-118-3</span></th>' +
        '<td data-label="Action" class="quiet"><div>Not told</div></td>' +
        '<td data-label="Due"><div><time dateTime="2026-11-21T14:00:00Z">2pm</time></div></td>' +
        '<td data-label="Status" class="numeric"><div>12 <strong class="tag tag-grey">Done</strong></div></td>',
      "",
    ]);
  });

  it("take props only: no route, no domain, no platform", () => {
    const imports = sources.flatMap(({ file, text }) => [...text.matchAll(/from "([^"]+)"/g)].map(([, from = ""]) => ({ file, from })));
    expect(imports.length).toBeGreaterThan(50);
    const allowed = (from: string) => ["react", "uqr"].includes(from) || from.startsWith(".") || from.startsWith("@/wording/");
    expect(imports.filter(({ from }) => !allowed(from))).toEqual([]);
    expect(sources.filter(({ text }) => /dangerouslySetInnerHTML|\bstyle=|\brequired\b[=\s/>]/.test(text.replaceAll(/\/\*.*?\*\/|\/\/.*/gs, ""))).map(({ file }) => file)).toEqual([]);
  });

  it("know which of them run in the browser by their names", () => {
    const marked = sources.filter(({ text }) => text.startsWith('"use client"')).map(({ file }) => file);
    expect(marked.length).toBeGreaterThan(5);
    expect(marked.filter((file) => !/\.client\.tsx?$/.test(file))).toEqual([]);
    expect(sources.filter(({ file, text }) => /\.client\.tsx?$/.test(file) && !text.startsWith('"use client"')).map(({ file }) => file)).toEqual([]);
  });

  it("speak plainly", () => {
    expect(Object.values(uiWords).filter((words) => /\b(please|sorry|valid|invalid|forbidden|oops|required|click)\b|\*/i.test(words))).toEqual([]);
  });
});
