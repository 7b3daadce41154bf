import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import { viewNewCase } from "@/domain/cases/queries/view-case-form.ts";
import { owner } from "../../support/database.ts";
import { appointed, aPartnership, insert, type World } from "../../support/world.ts";
import { caseForm, eventsOf, now } from "./arranged.ts";

let world: World;
let other: World;
beforeAll(async () => {
  world = await aPartnership();
  other = await aPartnership("Safer Elsewhere");
});

const count = async (table: string) => Number((await owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
const everything = async () => Promise.all(["cases", "case_twins", "case_contents", "case_subjects", "protected_particulars"].map(count));

test.each(["chair", "deputy", "coordinator"] as const)("the %s takes a case, each depth in a table of its own, and the trail says so without a word of it", async (who) => {
  const before = (await eventsOf(world)).length;
  const taken = await takeCase(world.people[who], caseForm(world), now);
  expect(taken).toMatchObject({ ok: true, value: { reference: expect.stringMatching(/^CEN-\d+$/) } });
  const events = (await eventsOf(world)).slice(before);
  expect(events).toMatchObject([{ event: "case.taken", person_id: world.people[who].personId, forum_id: world.forums.CEN, particulars: {} }]);
  expect(JSON.stringify(events)).not.toMatch(/marjorie|bickerstaffe|tollgate|older resident/i);
  const kept = await owner.query("select p.name, p.born_on::text, p.address, p.marks from protected_particulars p join cases c on c.id = p.case_id where c.reference = $1", [events[0]?.reference]);
  expect(kept.rows).toMatchObject([{ name: "Marjorie Bickerstaffe", born_on: "1944-03-04", marks: expect.arrayContaining(["bickerstaffe", "tollgate", "winifred", "born:1944", "initials:mb"]) }]);
});

test.each(["housing", "councillor", "northChair", "administrator", "governance", "bystander"] as const)("the %s may not, nothing is written, and the attempt is on the trail", async (who) => {
  const before = await everything();
  expect(await takeCase(world.people[who], caseForm(world), now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.take" } });
  expect(await everything()).toEqual(before);
  expect((await eventsOf(world, "access.refused")).at(-1)).toMatchObject({ person_id: world.people[who].personId, particulars: { permission: "case.take" } });
});

test("the twin can't name anybody of the case, and says which words do", async () => {
  const before = await everything();
  const outcome = await takeCase(world.people.chair, caseForm(world, { title: "Marjorie and her neighbours", summary: "An 82-year-old near Tollgate Mews" }), now);
  expect(outcome).toEqual({ ok: false, problem: { kind: "refused", rule: "case.twinNamesSomeone", facts: { words: ["Marjorie", "82-year-old", "Tollgate Mews"] } } });
  expect(await everything()).toEqual(before);
});

test("the twin can name nobody all the same: by the words shown, said so explicitly, and logged by their number", async () => {
  const rose = { name: "Rose Fielding", address: "", summary: "Damage in the Rose garden, by Fielding Lane." };
  const first = await takeCase(world.people.chair, caseForm(world, rose), now);
  const words = !first.ok && first.problem.kind === "refused" ? (first.problem.facts.words as string[]) : [];
  expect(words).toEqual(expect.arrayContaining(["Rose", "Fielding Lane"]));
  expect(await takeCase(world.people.chair, caseForm(world, { ...rose, namesNobody: "yes" }), now)).toMatchObject({ problem: { rule: "case.twinNamesSomeone" } });
  expect(await takeCase(world.people.chair, caseForm(world, { ...rose, summary: `${rose.summary} She is 82 years old.`, namesNobody: words.join("|") }), now)).toMatchObject({ problem: { rule: "case.twinNamesSomeone" } });
  const taken = await takeCase(world.people.chair, caseForm(world, { ...rose, namesNobody: words.join("|") }), now);
  expect(taken.ok).toBe(true);
  const events = await eventsOf(world, "case.twinConfirmed");
  expect(events.map(({ particulars }) => particulars)).toEqual([{ words: words.length }]);
  expect(JSON.stringify(events)).not.toMatch(/rose|fielding/i);
});

test("nor can the label that the room uses", async () => {
  expect(await takeCase(world.people.chair, caseForm(world, { subjectLabel: "Marjorie" }), now)).toMatchObject({ problem: { kind: "invalid", fields: { subjectLabel: ["Label must name nobody"] } } });
});

test("a withheld address isn't stored, only who holds it", async () => {
  const both = await takeCase(world.people.chair, caseForm(world, { addressHeldById: world.agencies.charity }), now);
  expect(both).toMatchObject({ problem: { kind: "invalid", fields: { address: ["Address must be empty when an agency holds it"] } } });
  const taken = await takeCase(world.people.chair, caseForm(world, { address: "", addressHeldById: world.agencies.charity }), now);
  expect(taken.ok).toBe(true);
});

test("what nobody knows stays empty", async () => {
  const taken = await takeCase(world.people.chair, caseForm(world, { name: "", bornOn: { day: "", month: "", year: "" }, address: "", safeContact: "", wardId: "", involvesChildren: undefined }), now);
  expect(taken.ok).toBe(true);
});

test("empty and wrong fields are told one by one", async () => {
  const outcome = await takeCase(world.people.chair, { forumId: "", subjectType: "ghost", title: " ", summary: "x".repeat(601), background: "", wanted: "", risk: "", subjectLabel: "", bornOn: { day: "31", month: "2", year: "1980" } }, now);
  expect(outcome).toEqual({
    ok: false,
    problem: {
      kind: "invalid",
      fields: {
        forumId: ["Select the forum that takes the case"], subjectType: ["Select what the case is about"], title: ["Enter a title that names nobody"], summary: ["Summary without names must be 600 characters or less"],
        background: ["Enter what is happening"], wanted: ["Enter what is wanted from the forum"], risk: ["Select the risk"], subjectLabel: ["Enter how the room speaks of them, such as the tenant"], bornOn: ["Date of birth must be a real date"],
      },
    },
  });
  expect(await takeCase(world.people.chair, caseForm(world, { bornOn: { day: "1", month: "1", year: "2027" } }), now)).toMatchObject({ problem: { fields: { bornOn: ["Date of birth must be in the past"] } } });
});

test("another partnership's forum, ward or agency isn't there", async () => {
  expect(await takeCase(world.people.chair, caseForm(world, { forumId: other.forums.CEN }), now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect(await takeCase(world.people.chair, caseForm(world, { forumId: randomUUID() }), now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect(await takeCase(world.people.chair, caseForm(world, { wardId: other.wardId }), now)).toMatchObject({ problem: { fields: { wardId: ["Select the ward"] } } });
  expect(await takeCase(world.people.chair, caseForm(world, { address: "", addressHeldById: other.agencies.police }), now)).toMatchObject({ problem: { fields: { addressHeldById: ["Select the agency that holds the address"] } } });
});

test("a board takes no cases: it is handed what meetings can't solve", async () => {
  const forumId = randomUUID();
  await insert("forums", { id: forumId, partnership_id: world.partnershipId, kind: "board", code: "PDB", name: "Board" });
  await appointed(world, world.people.coordinator, forumId, "coordinator");
  expect(await takeCase(world.people.coordinator, caseForm(world, { forumId }), now)).toMatchObject({ problem: { kind: "invalid", fields: { forumId: ["Boards take no cases: select another forum"] } } });
  expect((await viewNewCase(world.people.coordinator, {}, now))?.forums.map(({ code }) => code)).toEqual(["CEN"]);
});

test("a form sent twice, one after the other or at once, takes one case and gives one answer", async () => {
  const before = await count("cases");
  const form = { ...caseForm(world), submissionKey: randomUUID() };
  const both = await Promise.all([takeCase(world.people.chair, form, now), takeCase(world.people.chair, form, now)]);
  const again = await takeCase(world.people.chair, form, now);
  expect(await count("cases")).toBe(before + 1);
  expect(both[0]).toMatchObject({ ok: true });
  expect(new Set([...both, again].map((outcome) => JSON.stringify(outcome))).size).toBe(1);
});

test("cases taken at once get numbers of their own, in order, with gaps that tell nothing of a case kept silently", async () => {
  const taken = await Promise.all([1, 2, 3].map(() => takeCase(world.people.chair, caseForm(world), now)));
  const numbers = taken.map((outcome) => (outcome.ok ? Number(outcome.value.reference.split("-")[1]) : 0)).toSorted((a, b) => a - b);
  expect(new Set(numbers).size).toBe(3);
  expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBeLessThanOrEqual(6);
});

test("the form offers the forums of one's offices, and nothing to anybody else", async () => {
  expect(await viewNewCase(world.people.coordinator, {}, now)).toMatchObject({ forums: [{ code: "CEN" }], wards: [{ name: "Eastholme", area: "Central" }] });
  expect((await viewNewCase(world.people.coordinator, {}, now))?.agencies).toHaveLength(5);
  for (const who of ["housing", "governance", "administrator"] as const) expect(await viewNewCase(world.people[who], {}, now)).toBeNull();
});

test("case numbers leave gaps by chance, of two at most", async () => {
  const numbers: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const taken = await takeCase(world.people.chair, caseForm(world), now);
    numbers.push(taken.ok ? Number(taken.value.reference.split("-")[1]) : 0);
  }
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...steps)).toBeGreaterThan(1);
  expect(Math.max(...steps)).toBeLessThanOrEqual(3);
});
