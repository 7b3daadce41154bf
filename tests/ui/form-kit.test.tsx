import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DateInput } from "@/ui/forms/date-input.tsx";
import { AskedCheckbox, CheckboxesField, DateField, PasswordField, RadiosField, SelectField, TextField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { FormContext, summaryErrors } from "@/ui/forms/form-context.client.ts";
import { emptyFormState, type FormState, hasFailed } from "@/ui/forms/form-state.ts";
import { charactersLeft } from "@/ui/ui-words.ts";

const state = (part: Partial<FormState>): FormState => ({ ...emptyFormState, attempt: 1, ...part });

function fields(given: FormState, idPrefix = "") {
  return renderToStaticMarkup(
    <FormContext value={{ idPrefix, state: given }}>
      <TextField name="name" label="Name" defaultValue="first" />
      <TextareaField name="what" label="What" defaultValue="first words" />
      <SelectField name="ward" label="Ward" defaultValue="k" items={[{ value: "k", text: "Kimber" }, { value: "t", text: "Thorpe" }]} />
      <RadiosField name="often" legend="How often" defaultValue="daily" items={[{ value: "daily", text: "Daily" }, { value: "weekly", text: "Weekly" }]} />
      <CheckboxesField name="told" legend="Told" defaultValue={["police"]} items={[{ value: "police", text: "Police" }, { value: "housing", text: "Housing" }]} />
      <DateField name="on" legend="When" defaultValue={{ day: "1", month: "2", year: "2026" }} />
      <PasswordField name="password" label="Password" />
    </FormContext>,
  );
}

const chosen = (html: string) => [...html.matchAll(/<(?:input|option)[^>]*(?:checked|selected)=""[^>]*>/g)].map(([tag]) => /value="([^"]+)"/.exec(tag)?.[1]);
const texts = (html: string) => [...html.matchAll(/<input[^>]*type="text"[^>]*>/g)].map(([tag]) => /value="([^"]+)"/.exec(tag)?.[1] ?? "");

describe("a field", () => {
  it("begins with the page's first value", () => {
    const html = fields(emptyFormState);
    expect(chosen(html)).toEqual(["k", "daily", "police"]);
    expect(texts(html)).toEqual(["first", "1", "2", "2026"]);
    expect(html).toContain(">first words</textarea>");
  });

  it("keeps what was answered, also what was emptied or unticked", () => {
    const html = fields(state({ values: { name: "", what: "typed", ward: "t", told: ["police", "housing"], "on-day": "8", "on-month": "dec", "on-year": "" } }));
    expect(chosen(html)).toEqual(["t", "police", "housing"]);
    expect(texts(html)).toEqual(["", "8", "dec", ""]);
    expect(html).toContain(">typed</textarea>");
  });

  it("keeps the page's first values when a refusal comes back without answers", () => {
    expect(chosen(fields(state({ problem: { title: "This has changed", text: "" } })))).toEqual(["k", "daily", "police"]);
  });

  it("never shows a password again", () => {
    expect(fields(state({ values: { name: "a", password: "secret" } }))).not.toContain("secret");
  });

  it("asks “all the same” only once a refusal has asked for it, with what it was about, and keeps the answer", () => {
    const asked = (given: FormState) => renderToStaticMarkup(<FormContext value={{ idPrefix: "", state: given }}><AskedCheckbox name="sure" text="All the same" /></FormContext>);
    const problem = { title: "It names someone", text: "", asks: { name: "sure", value: "Rose|82" } };
    expect(asked(emptyFormState)).toBe("");
    expect(asked(state({ problem: { ...problem, asks: { name: "other", value: "x" } } }))).toBe("");
    expect(asked(state({ problem }))).toContain('value="Rose|82"');
    expect(chosen(asked(state({ problem, values: { sure: "Rose" } })))).toEqual([]);
    expect(chosen(asked(state({ errors: { on: ["Enter the date"] }, values: { sure: "Rose|82" } })))).toEqual(["Rose|82"]);
  });

  it("takes its ids apart by the form's prefix", () => {
    const html = fields(emptyFormState, "a-");
    const [box = ""] = html.match(/<input[^>]*id="a-name"[^>]*>/) ?? [];
    expect(box).toContain('name="name"');
    expect(html).toContain('for="a-name"');
  });

  it("marks the wrong part of a date alone, or all of it", () => {
    const wrong = (html: string) => [...html.matchAll(/control-error" id="([^"]+)"/g)].map(([, id]) => id);
    expect(wrong(fields(state({ errors: { "on-month": ["Date must include a month"] } })))).toEqual(["on-month"]);
    expect(wrong(fields(state({ errors: { on: ["Enter the date"] } })))).toEqual(["on-day", "on-month", "on-year"]);
    expect(wrong(renderToStaticMarkup(<DateInput id="on" name="on" legend="When" />))).toEqual([]);
  });
});

describe("the error summary", () => {
  it("says the words that stand by the field, and links to the first input that is wrong", () => {
    const given = state({
      errors: { what: ["Enter what is happening", "a second message is not shown"], "on-month": ["Date must include a month and year"], "on-year": ["Date must include a month and year"], often: ["Select how often"] },
      values: { what: "", "on-day": "8", "on-month": "", "on-year": "" },
    });
    expect(summaryErrors(given, "a-")).toEqual([
      { text: "Enter what is happening", href: "#a-what" },
      { text: "Date must include a month and year", href: "#a-on-month" },
      { text: "Select how often", href: "#a-often" },
    ]);
    const html = fields(given, "a-");
    for (const { text, href } of summaryErrors(given, "a-")) {
      expect(html).toContain(`</span> ${text}</p>`);
      expect(html).toContain(`id="${href?.slice(1)}"`);
    }
  });

  it("links an error of a whole date to its day", () => {
    expect(summaryErrors(state({ errors: { on: ["Enter the date"] }, values: { "on-day": "" } }), "")).toEqual([{ text: "Enter the date", href: "#on-day" }]);
  });

  it("says an error that belongs to no field without a link", () => {
    expect(summaryErrors(state({ errors: { "": ["Check the form"] } }), "")).toEqual([{ text: "Check the form", href: undefined }]);
  });
});

describe("a form", () => {
  it("has failed when it holds an error or a problem, and not otherwise", () => {
    expect(hasFailed(emptyFormState)).toBe(false);
    expect(hasFailed(state({ errors: { what: [] } }))).toBe(false);
    expect(hasFailed(state({ errors: { what: ["Enter what is happening"] } }))).toBe(true);
    expect(hasFailed(state({ problem: { title: "This has changed", text: "Look again" } }))).toBe(true);
  });

  it("counts characters in words", () => {
    expect(charactersLeft(2000, 0)).toBe("You have 2,000 characters remaining");
    expect(charactersLeft(10, 9)).toBe("You have 1 character remaining");
    expect(charactersLeft(10, 12)).toBe("You have 2 characters too many");
  });
});
