import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "@/ui/content/button.tsx";
import { Details } from "@/ui/content/details.tsx";
import { NotificationBanner } from "@/ui/content/notification-banner.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { TaskList } from "@/ui/content/task-list.tsx";
import { Checkboxes } from "@/ui/forms/checkboxes.tsx";
import type { Choice } from "@/ui/forms/choices.tsx";
import { DateInput, dateParts } from "@/ui/forms/date-input.tsx";
import { ErrorSummary } from "@/ui/forms/error-summary.tsx";
import { FileUpload } from "@/ui/forms/file-upload.tsx";
import { Fieldset } from "@/ui/forms/fieldset.tsx";
import { PasswordInput } from "@/ui/forms/password-input.tsx";
import { Radios } from "@/ui/forms/radios.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { TextInput } from "@/ui/forms/text-input.tsx";
import { Textarea } from "@/ui/forms/textarea.tsx";
import { type Fixture, type Item, type Options, visibleFixtures } from "./fixtures.ts";
import { skeleton } from "./skeleton.ts";

/*
 * GOV.UK Frontend as an oracle: ours, given the options of each published example, must have the same bones (elements, roles, ARIA, ids,
 * labels, order). Its looks are its own. Each example that is left out is named with the reason; the counts keep the test from passing on
 * nothing, and fail when a new release brings an example nobody has looked at.
 */

const conditional = "the follow-up is asked on the next page: a revealed question isn't always announced";
const markup = "takes ready-made HTML";
const affix = "no unit stands inside a box; the label says it";

type Oracle = { compared: number; leftOut?: Record<string, string>; draw: (options: Options) => ReactNode; adapt?: (html: string, options: Options) => string };

const choices = (items: Item[] = []): Choice[] =>
  items.map((item) => (item.divider === undefined ? { value: String(item.value), text: item.text, hint: item.hint?.text, disabled: item.disabled, id: item.id } : { divider: item.divider }));

const legend = ({ fieldset }: Options) => ({ legend: fieldset?.legend?.text, pageHeading: fieldset?.legend?.isPageHeading });

const common = (options: Options) => ({
  id: options.id ?? options.name ?? "",
  name: options.name ?? "",
  label: options.label?.text,
  pageHeading: options.label?.isPageHeading,
  hint: options.hint?.text,
  error: options.errorMessage?.text,
  value: options.value === undefined ? undefined : String(options.value),
});

const oracles: Record<string, Oracle> = {
  input: {
    compared: 13,
    leftOut: Object.fromEntries(
      ["with prefix", "with suffix", "with prefix and suffix", "with prefix and suffix and error", "with prefix and suffix and width modifier"].map((name) => [name, affix]),
    ),
    draw: (options) => <TextInput {...common(options)} />,
  },
  "file-upload": {
    compared: 4,
    leftOut: Object.fromEntries(["enhanced", "enhanced, with error message and hint", "enhanced, multiple files", "enhanced, custom wrapper classes and attributes", "translated"].map((name) => [name, "files are chosen as the browser lets them be chosen"])),
    draw: (options) => <FileUpload {...common(options)} />,
  },
  textarea: { compared: 6, draw: (options) => <Textarea {...common(options)} rows={options.rows} /> },
  "character-count": {
    compared: 13,
    leftOut: {
      "with maxwords": "characters are counted, not words",
      "with count type 'words'": "characters are counted, not words",
      "with count type 'words' and value": "characters are counted, not words",
      "with count type 'words' and error message": "characters are counted, not words",
      "with count type 'words' and threshold": "characters are counted, not words",
    },
    draw: (options) => <Textarea {...common(options)} rows={options.rows} limit={options.maxlength} />,
  },
  "password-input": {
    compared: 4,
    leftOut: { "with label as page heading": "a password is never a page's only question" },
    draw: (options) => {
      const { id, name, label, hint, error } = common(options);
      return <PasswordInput id={id} name={name} label={label} hint={hint} error={error} />;
    },
  },
  select: {
    compared: 4,
    draw: (options) => (
      <Select
        {...common(options)}
        value={options.items?.filter((item) => item.selected).map((item) => String(item.value))[0]}
        items={(options.items ?? []).map((item) => ({ value: String(item.value), text: item.text ?? "", disabled: item.disabled }))}
      />
    ),
  },
  radios: {
    compared: 14,
    leftOut: {
      "with legend as page heading": markup,
      "with conditional items": conditional,
      "with conditional item checked": conditional,
      "with conditional items and pre-checked value": conditional,
      "with optional form-group classes showing group error": conditional,
      "small with conditional reveal": conditional,
    },
    draw: (options) => (
      <Radios
        id={options.idPrefix ?? options.name ?? ""}
        name={options.name ?? ""}
        {...legend(options)}
        hint={options.hint?.text}
        error={options.errorMessage?.text}
        items={choices(options.items)}
        value={options.items?.filter((item) => item.checked).map((item) => String(item.value))[0]}
      />
    ),
  },
  checkboxes: {
    compared: 11,
    leftOut: {
      "with pre-checked values": conditional,
      "with divider, None and conditional items": conditional,
      "with conditional items": conditional,
      "with optional form-group classes showing group error": conditional,
      "small with conditional reveal": conditional,
      "with hints on items": "the boxes of one question share its name",
    },
    draw: (options) => (
      <Checkboxes
        id={options.idPrefix ?? options.name ?? ""}
        name={options.name ?? ""}
        {...legend(options)}
        hint={options.hint?.text}
        error={options.errorMessage?.text}
        items={choices(options.items)}
        values={options.items?.filter((item) => item.checked).map((item) => String(item.value))}
      />
    ),
  },
  "date-input": {
    compared: 21,
    leftOut: { "with values, name prefix and custom names": "the boxes are always called day, month and year" },
    draw: (options) => {
      const asked = options.items === undefined ? dateParts.filter((part) => options[part] !== false) : dateParts.filter((part) => options.items?.some((item) => item.name === part));
      const name = options.namePrefix ?? options.id ?? "";
      const of = (part: (typeof dateParts)[number]) => options[part] || undefined;
      const values = options.values as Record<string, string | number> | undefined;
      return (
        <DateInput
          id={options.id ?? ""}
          name={name}
          legend={options.fieldset?.legend?.text}
          hint={options.hint?.text}
          error={options.errorMessage?.text}
          parts={asked}
          labels={Object.fromEntries(asked.flatMap((part) => (of(part)?.label === undefined ? [] : [[part, of(part)?.label]])))}
          values={Object.fromEntries(
            asked.flatMap((part) => {
              const value = values?.[part] ?? values?.[`${name}-${part}`];
              return value === undefined ? [] : [[part, String(value)]];
            }),
          )}
        />
      );
    },
    // Where an example gives the boxes no prefix they are named plainly "day"; ours always carry the name of the field.
    adapt: (html, options) => (options.namePrefix === undefined ? html.replaceAll(/name="(day|month|year)"/g, `name="${options.id}-$1"`) : html),
  },
  "error-summary": {
    compared: 5,
    draw: (options) => (
      <ErrorSummary title={options.titleText} description={options.descriptionText} errors={options.errorList?.map(({ text = "", href }) => ({ text, href }))} />
    ),
  },
  fieldset: {
    compared: 10,
    draw: (options) => (
      <Fieldset legend={options.legend?.text} pageHeading={options.legend?.isPageHeading}>
        {null}
      </Fieldset>
    ),
  },
  button: {
    compared: 16,
    leftOut: {
      disabled: "buttons aren't disabled",
      "secondary disabled": "buttons aren't disabled",
      "warning disabled": "buttons aren't disabled",
      "inverse disabled": "buttons aren't disabled",
      link: "a link stays a link: role=button promises the space bar, which needs JavaScript",
      start: "no start pages",
    },
    draw: (options) => <Button name={options.name}>{options.text}</Button>,
  },
  "task-list": {
    compared: 5,
    leftOut: { "with empty values": "a list has no gaps" },
    draw: (options) => (
      <TaskList
        id="task-list"
        items={(options.items ?? []).map(({ title, href, hint, status }) => ({
          title: title?.text,
          href,
          hint: hint?.text,
          status: status?.tag === undefined ? status?.text : <Tag>{status.tag.text}</Tag>,
        }))}
      />
    ),
  },
  tag: { compared: 9, draw: (options) => <Tag>{options.text}</Tag> },
  details: {
    compared: 2,
    leftOut: { "with html": markup },
    draw: (options) => (
      <Details summary={options.summaryText} open={options.open} id={options.id}>
        {options.text}
      </Details>
    ),
  },
  "notification-banner": {
    compared: 3,
    leftOut: { "with text as html": markup, "with lots of content": markup },
    draw: (options) => (
      <NotificationBanner kind={options.type === "success" ? "success" : "important"} titleId="govuk-notification-banner-title">
        <p>{options.text}</p>
      </NotificationBanner>
    ),
    // Theirs is made focusable by its script, ours in the markup, so that it also takes focus without one.
    adapt: (html, options) => (options.type === "success" ? html.replace('role="alert"', 'role="alert" tabindex="-1"') : html),
  },
};

const compared = (fixture: Fixture, { leftOut = {} }: Oracle) => !(fixture.name in leftOut);

describe.each(Object.entries(oracles))("%s has the bones of GOV.UK's", (component, oracle) => {
  const fixtures = visibleFixtures(component);

  it.each(fixtures.filter((fixture) => compared(fixture, oracle)))("$name", ({ options, html }) => {
    const theirs = skeleton(oracle.adapt === undefined ? html : oracle.adapt(html, options));
    expect(skeleton(renderToStaticMarkup(oracle.draw(options)))).toEqual(theirs);
  });

  it(`in ${oracle.compared} examples, and those left out exist`, () => {
    expect(fixtures.filter((fixture) => compared(fixture, oracle))).toHaveLength(oracle.compared);
    expect(Object.keys(oracle.leftOut ?? {}).filter((name) => !fixtures.some((fixture) => fixture.name === name))).toEqual([]);
  });
});
