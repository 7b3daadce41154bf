import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { dayOf } from "@/domain/kernel/dates.ts";
import type { Written } from "@/domain/mail/lifecycle.ts";
import { type Facts, facts, type Template, templates } from "@/domain/mail/rules.ts";
import { writeMail } from "@/jobs/write-mail.ts";
import { handOver } from "@/platform/mail/smtp.ts";
import { hallamford } from "../../prisma/seed/hallamford.ts";
import { central } from "../../prisma/seed/story/central.ts";
import { northfold } from "../../prisma/seed/story/northfold.ts";
import { panel } from "../../prisma/seed/story/panel.ts";
import type { CasePlot } from "../../prisma/seed/story/plot.ts";
import { southfold } from "../../prisma/seed/story/southfold.ts";
import { quayside } from "../../prisma/seed/story/wexcombe.ts";
import { wexcombe } from "../../prisma/seed/wexcombe.ts";
import { needles, sentencesOf } from "../../scripts/prove/needles.mjs";
import { aMailServer, mailTo } from "../support/mail-server.ts";

// Rule 29: whatever a mail is made of, it names nobody and tells nothing of a case; asked of what a real server was given, byte by byte.

const plots: readonly CasePlot[] = [...central, ...northfold, ...southfold, ...panel, ...quayside];
const plans = [hallamford(dayOf(new Date())), wexcombe(dayOf(new Date()))];
const people = plans.flatMap(({ people: all, domain }) => all.map(({ name }) => ({ name, email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@${domain}` })));

/** Everything of the demonstration that no mail may hold. */
const secret = needles();
const add = (value: string | undefined) => value && secret.add(value, value);
const wordsOfName = (name = "") => name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word.length > 3);
for (const { name, email } of people) for (const part of [name, ...wordsOfName(name), email]) add(part);
for (const { name, agencies, areas } of plans) for (const part of [name, ...agencies.flatMap((agency) => [agency.name]), ...Object.keys(areas).filter((area) => area !== "Central"), ...Object.values(areas).flat()]) add(part);
for (const { who, title, summary, background, wanted, label, hearings = {} } of plots) {
  for (const part of [who.name, ...wordsOfName(who.name), who.address?.split(",")[0], who.safeContact, title, label]) add(part);
  for (const text of [summary, background, wanted, ...Object.values(hearings).flatMap(({ said, tasks = [] }) => [...said, ...tasks.map((task) => task.wording)])]) for (const sentence of sentencesOf(text)) add(sentence);
}

/** Any facts that a template takes. What could hold words is no fact: it has no generator, and the test says so. */
function arbitrary(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return fc.record(Object.fromEntries(Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, part]) => [name, arbitrary(part)])));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNumber && schema.isInt) return fc.nat(5000);
  if (schema instanceof z.ZodUUID) return fc.uuid({ version: 4 });
  if (schema instanceof z.ZodISODateTime) return moment.map((date) => date.toISOString());
  if (schema instanceof z.ZodArray) return fc.array(arbitrary(schema.element as z.ZodType), { minLength: 1, maxLength: 12 });
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  // of a fixed form, in which none of the demonstration's names or words can be written
  if (schema instanceof z.ZodCustomStringFormat) {
    const { pattern } = schema._zod.def;
    if (pattern && people.every(({ name }) => [name, ...wordsOfName(name)].every((word) => !schema.safeParse(word).success))) return fc.stringMatching(pattern);
  }
  if (schema instanceof z.ZodISODate) return moment.map((date) => date.toISOString().slice(0, 10));
  throw new Error("a fact that could hold a name");
}
const moment = fc.date({ min: new Date("2025-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
const purposes = ["account_invitation", "password_reset", "enquiry_answer", "escalation_date"] as const;
const written = <T extends Template>(template: T): fc.Arbitrary<Written> =>
  fc.record({ facts: arbitrary(facts[template]) as fc.Arbitrary<Facts[T]>, linkId: fc.uuid({ version: 4 }), purpose: fc.constantFrom(...purposes), endsAt: moment })
    .map(({ facts: told, linkId, purpose, endsAt }) => ({ template, facts: told, link: "linkId" in facts[template].shape ? { id: linkId, purpose, endsAt } : null }) as Written);

let server: Awaited<ReturnType<typeof aMailServer>>;
beforeAll(async () => {
  server = await aMailServer();
  mailTo(server.url);
});
afterAll(() => server.close());

test("what is looked for is the whole demonstration, and would be found", () => {
  expect(secret.count).toBeGreaterThan(1000);
  const [plot] = plots.filter(({ who }) => who.name && who.address);
  for (const part of [people[0]?.name, people[0]?.email, plot?.title, plot?.who.name, plot?.who.address?.split(",")[0]]) expect([...secret.among(`Dear colleague, ${part}: see you.`)]).toContain(part);
});

describe.each(templates)("%s", (template) => {
  test("has no fact that could hold a name or a word of a case", () => {
    expect(() => arbitrary(facts[template])).not.toThrow();
    for (const { name } of people) for (const part of Object.values(facts[template].shape as Record<string, z.ZodType>)) expect(part.safeParse(name).success).toBe(false);
  });

  test("whatever its facts, says nothing but when and where", () => {
    const bare = (mail: Written) => {
      const { subject, text } = writeMail(mail);
      const said = `${subject}\n${text}`.replaceAll(/https:\/\/casemoot\.testham\.example\/[\w/-]*/g, "[page]").replaceAll(/\d{1,2} [A-Z][a-z]+ 20\d\d at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)/g, "[moment]");
      // a list of meetings is as long as it is
      return said.replaceAll(/[A-Z0-9]+-20\d\d-\d\d(-X\d+)?, [A-Z][a-z]+day \[moment\]( \(provisional\))?/g, "[meeting]").replaceAll(/\[meeting\](\n\[meeting\])+/g, "[meeting]")
        .replaceAll(/\d{1,2} [A-Z][a-z]+ 20\d\d/g, "[day]").replaceAll(/[A-Z0-9]{1,20}(-[A-Z]?\d{1,6}){1,4}/g, "[reference]").replaceAll(/\[reference\](, \[reference\])+/g, "[reference]");
    };
    const [one] = fc.sample(written(template), 1);
    const said = one && bare(one);
    fc.assert(fc.property(written(template), (mail) => { expect(bare(mail).replaceAll(/\d+/g, "#")).toBe(said?.replaceAll(/\d+/g, "#")); }), { numRuns: 200 });
    expect(said).not.toMatch(/[^\P{L}\p{Script=Latin}]|undefined|null|\[object/u);
  });

  test("to people of the demonstration, holds nothing of anybody but in To", async () => {
    // everybody gets one of them
    const recipients = people.filter((_, index) => index % templates.length === templates.indexOf(template));
    expect(recipients.length).toBeGreaterThan(0);
    await Promise.all(recipients.map(async ({ email }, seed) => {
      const [mail] = fc.sample(written(template), { numRuns: 1, seed });
      if (!mail) throw new Error("no mail");
      const id = crypto.randomUUID();
      expect(await handOver({ id, to: email, ...writeMail(mail) })).toEqual({ taken: true });
      const letter = server.taken.find((each) => each.id.includes(id));
      expect(letter?.headers.to).toBe(email);
      const { to: _, ...headers } = letter?.headers ?? {};
      expect([...secret.among([...Object.values(headers), letter?.text].join("\n"))]).toEqual([]);
      expect([...secret.among(letter?.raw.replace(/^To: .*$/m, "") ?? "")]).toEqual([]);
      expect([...secret.among(writeMail(mail).calendar?.content ?? "")]).toEqual([]);
    }));
  });
});
