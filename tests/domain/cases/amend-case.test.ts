import { beforeAll, beforeEach, expect, test } from "vitest";
import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { findNamedWords } from "@/domain/cases/queries/find-named-words.ts";
import { viewCaseToAmend } from "@/domain/cases/queries/view-case-form.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, aMeetingOn, eventsOf, move, now, signed } from "./arranged.ts";

let world: World;
let found: ArrangedCase;
beforeAll(async () => void (world = await aPartnership()));
beforeEach(async () => void (found = await aCase(world)));

const form = (over: Record<string, unknown> = {}) => ({
  reference: found.reference, version: "1", title: "Older resident, neighbour intimidation, Eastholme", summary: "Threats at night, now by day too.", wardId: world.wardId, involvesChildren: "", background: "Nine calls since May.",
  wanted: "One plan between police and housing.", ...over,
});
const stored = async () =>
  (await owner.query("select t.title, t.summary, t.involves_children, k.background, k.wanted, k.risk, c.version from cases c join case_twins t on t.case_id = c.id join case_contents k on k.case_id = c.id where c.id = $1", [found.id])).rows[0];
const amended = async () => (await eventsOf(world, "case.amended")).filter((event) => event.case_id === found.id);

test.each(["chair", "deputy", "coordinator"] as const)("the %s amends a case, and the trail says which parts", async (who) => {
  expect(await amendCase(world.people[who], form(), now)).toEqual({ ok: true, value: { reference: found.reference } });
  expect(await stored()).toMatchObject({ summary: "Threats at night, now by day too.", involves_children: false, background: "Nine calls since May.", risk: "medium", version: 2 });
  expect(await amended()).toMatchObject([{ person_id: world.people[who].personId, reference: found.reference, particulars: { fields: ["summary", "involvesChildren", "background"] } }]);
});

test("a member on its register, a member of another forum and governance find nothing to amend", async () => {
  const meeting = await aMeetingOn(world, found);
  await signed(world, meeting, world.people.police);
  for (const who of ["police", "housing", "northChair", "governance", "administrator"] as const) {
    expect(await amendCase(world.people[who], form(), now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await transact({ ...world.people[who], now }, async (_, standing) => can(standing as Standing, "case.amend", { forumId: world.forums.CEN }))).toBe(false);
    expect(await viewCaseToAmend(world.people[who], found.reference, now)).toBeNull();
  }
  expect(await stored()).toMatchObject({ version: 1 });
});

test("another partnership's chair doesn't find it, nor anybody a guessed reference", async () => {
  const other = await aPartnership("Safer Elsewhere");
  expect(await amendCase(other.people.chair, form(), now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect(await amendCase(world.people.chair, form({ reference: "CEN-99999" }), now)).toEqual({ ok: false, problem: { kind: "notFound" } });
});

test("the twin is checked against particulars that the writer has not been shown", async () => {
  const outcome = await amendCase(world.people.coordinator, form({ title: "Bickerstaffe and neighbours, Eastholme", summary: "Near Tollgate, aged 82." }), now);
  expect(outcome).toMatchObject({ ok: false, problem: { kind: "refused", rule: "case.twinNamesSomeone" } });
  expect(outcome.ok || outcome.problem.kind !== "refused" ? [] : outcome.problem.facts.words).toEqual(expect.arrayContaining(["Bickerstaffe", "Tollgate", "aged 82"]));
  expect(await stored()).toMatchObject({ version: 1 });
});

test("a person shown the words can say that they name nobody, which is logged; a twin that stands isn't asked about again", async () => {
  const words = ["Bickerstaffe"];
  const named = { title: "Neighbours of the Bickerstaffe playground" };
  expect(await amendCase(world.people.coordinator, form({ ...named, namesNobody: "Tollgate" }), now)).toMatchObject({ problem: { rule: "case.twinNamesSomeone", facts: { words } } });
  expect(await amendCase(world.people.coordinator, form({ ...named, namesNobody: words.join("|") }), now)).toMatchObject({ ok: true });
  expect(await amendCase(world.people.coordinator, form({ ...named, version: 2, background: "Seven calls since May." }), now)).toMatchObject({ ok: true });
  expect((await eventsOf(world, "case.twinConfirmed")).filter(({ case_id }) => case_id === found.id)).toMatchObject([{ person_id: world.people.coordinator.personId, particulars: { words: 1 } }]);
});

test("that check answers nobody but the chair's office", async () => {
  const ask = (who: Actor) => transact({ ...who, now }, (tx) => findNamedWords(tx, found.id, "Bickerstaffe of Tollgate"));
  expect(await ask(world.people.chair)).toEqual(expect.arrayContaining(["Bickerstaffe", "Tollgate"]));
  const meeting = await aMeetingOn(world, found);
  await signed(world, meeting, world.people.police);
  for (const who of ["police", "housing", "northChair", "governance"] as const) expect(await ask(world.people[who])).toEqual([]);
});

test("its risk is not changed with it: that is scored apart", async () => {
  expect(await amendCase(world.people.chair, form({ risk: "high" }), now)).toMatchObject({ problem: { kind: "invalid" } });
  expect(await stored()).toMatchObject({ risk: "medium" });
});

test("whoever opened it before it changed is told, and of two at once one is", async () => {
  expect(await amendCase(world.people.chair, form(), now)).toMatchObject({ ok: true });
  expect(await amendCase(world.people.coordinator, form({ background: "Other" }), now)).toEqual({ ok: false, problem: { kind: "stale" } });
  const outcomes = await Promise.all(["A", "B"].map((background) => amendCase(world.people.chair, form({ version: "2", background }), now)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, problem: { kind: "stale" } });
});

test("sent unchanged, nothing happens and nothing is kept", async () => {
  const same = { summary: "Shouting and threats at night over several months.", involvesChildren: "yes", background: "Six calls since May." };
  expect(await amendCase(world.people.chair, form(same), now)).toMatchObject({ ok: true });
  expect(await stored()).toMatchObject({ version: 1 });
  expect(await amended()).toEqual([]);
});

test("a closed case is not amended, one under watch is", async () => {
  await move("cases", found.id, { stage: "stepped_down" });
  expect(await amendCase(world.people.chair, form(), now)).toMatchObject({ ok: true });
  await move("cases", found.id, { stage: "closed" });
  expect(await amendCase(world.people.chair, form({ version: "2", wanted: "More" }), now)).toMatchObject({ problem: { kind: "refused", rule: "case.notOpen" } });
  expect(await viewCaseToAmend(world.people.chair, found.reference, now)).toBeNull();
});

test("the form begins with what stands, and opening it is on the trail", async () => {
  expect(await viewCaseToAmend(world.people.coordinator, found.reference, now)).toMatchObject({ version: 1, title: "Older resident, neighbour intimidation, Eastholme", wards: [{ name: "Eastholme" }] });
  expect((await eventsOf(world, "case.opened")).at(-1)).toMatchObject({ case_id: found.id, person_id: world.people.coordinator.personId });
});
