import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const components = path.join(path.dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json")), "dist/govuk/components");

export type Words = { text?: string; html?: string; classes?: string; isPageHeading?: boolean; caption?: string };
export type Item = { name?: string; href?: string; title?: Words; status?: { text?: string; tag?: Words }; value?: string | number; text?: string; html?: string; id?: string; divider?: string; checked?: boolean; selected?: boolean; disabled?: boolean; hint?: Words; conditional?: unknown; behaviour?: string; label?: Words };
export type Part = { label?: string; name?: string; error?: boolean; classes?: string };
export type Options = {
  id?: string; idPrefix?: string; name?: string; namePrefix?: string; classes?: string; text?: string; html?: string; href?: string; disabled?: boolean;
  isStartButton?: boolean; maxlength?: number; type?: string; titleId?: string; summaryText?: string; open?: boolean; label?: Words; hint?: Words; errorMessage?: Words; fieldset?: { legend?: Words }; formGroup?: { classes?: string }; prefix?: Words;
  suffix?: Words; value?: string | number; values?: string[] | Record<string, string | number>; rows?: number; items?: Item[]; titleText?: string;
  descriptionText?: string; errorList?: { text?: string; href?: string }[]; day?: Part | false; month?: Part | false; year?: Part | false; legend?: Words;
};
export type Fixture = { name: string; options: Options; html: string; hidden: boolean };

/** The fixtures of a component that its documentation shows. */
export function visibleFixtures(component: string): Fixture[] {
  const { fixtures }: { fixtures: Fixture[] } = JSON.parse(readFileSync(path.join(components, component, "fixtures.json"), "utf8"));
  return fixtures.filter((fixture) => !fixture.hidden);
}
