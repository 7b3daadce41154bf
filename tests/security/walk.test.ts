import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { insert, aPartnership, seated } from "../support/world.ts";
import { chanceFrom } from "../support/chance.ts";
import { type Act, acts, type Walk } from "./acts.ts";
import { readFacts } from "./facts.ts";
import { sightOf } from "./model.ts";
import { seenBy } from "./sight.ts";

// A year of one partnership at random: after each act, what the database hands to everybody is compared with rule 26 written down a second
// time. `npm run prove` walks 3,000 steps; the tests take a seeded sample.
const isWhole = process.env.PROVE === "whole";
const seeds = process.env.PROVE_SEED ? [Number(process.env.PROVE_SEED)] : isWhole ? Array.from({ length: 30 }, (_, i) => 100 + i) : [26];
const steps = isWhole ? 100 : 60;
const history = 100;
/** What matters most happens most. */
const often: Record<string, number> = { sign: 4, recuse: 4, recuseFromItem: 2, task: 3, takeUp: 3, invite: 3, signInAdvance: 2, meet: 2, nameReader: 2, reveal: 2, revealAddress: 3, allow: 2, need: 4, askPurpose: 2, agreePurpose: 2, minute: 2 };

/** Two forums, five cases with people and a withheld address in them, and another partnership beside. */
async function begin(seed: number): Promise<Walk> {
  const world = await aPartnership(`Safer Walk ${seed}`);
  const elsewhere = await aPartnership(`Safer Elsewhere ${seed}`);
  const { councillor, police, probation } = world.people;
  for (const who of [councillor, police]) await seated(world, who, world.forums.MARP);
  await insert("memberships", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.MARP, person_id: probation.personId, agency_id: probation.agencyId, named_contact: true, from_on: "2025-01-01" });
  const cases = [[world, "CEN", true], [world, "CEN", true], [world, "CEN", false], [world, "MARP", true], [world, "NOR", true], [elsewhere, "CEN", true]] as const;
  for (const [index, [of, code, stored]] of cases.entries()) {
    const id = randomUUID();
    const belongs = { partnership_id: of.partnershipId, forum_id: of.forums[code] };
    await insert("cases", { ...belongs, id, reference: `${code}-W${seed}-${index}`, opened_on: "2026-01-10" });
    await insert("case_twins", { ...belongs, case_id: id, subject_type: "victim", title: "A resident", summary: "Noise", involves_children: false });
    await insert("case_contents", { ...belongs, case_id: id, background: "What is known", wanted: "A plan", risk: "medium" });
    const subject = randomUUID();
    await insert("case_subjects", { ...belongs, id: subject, case_id: id, role: index % 2 ? "location" : "victim", label: "The resident" });
    await insert("protected_particulars", { ...belongs, subject_id: subject, case_id: id, name: "Marjorie Bickerstaffe" });
    // somebody else in it, so that a task may need the one and not the other
    const other = randomUUID();
    await insert("case_subjects", { ...belongs, id: other, case_id: id, role: "perpetrator", label: "The son" });
    await insert("protected_particulars", { ...belongs, subject_id: other, case_id: id, name: "Clifford Bickerstaffe" });
    if (stored) await insert("withheld_addresses", { ...belongs, subject_id: subject, case_id: id, address: "14 Tollgate Mews" });
  }
  const people = [...Object.values(world.people), elsewhere.people.chair, elsewhere.people.governance];
  return { world, people: people.filter((who) => who.partnershipId === world.partnershipId), chance: chanceFrom(seed), now: new Date("2026-02-02T10:00:00Z"), facts: await readFacts([world.partnershipId, elsewhere.partnershipId]), commands: 0, refused: 0, watchers: people };
}

const both = ({ watchers }: Walk) => [...new Set(watchers.map((who) => who.partnershipId))];

async function differences(walk: Walk): Promise<string[]> {
  const found: string[] = [];
  for (const who of walk.watchers) {
    const expected = sightOf(walk.facts, who.personId, walk.now);
    const { mentioned, ...seen } = await seenBy(who, walk.facts, walk.now);
    for (const part of Object.keys(expected) as (keyof typeof expected)[]) {
      const more = seen[part].filter((id) => !expected[part].includes(id));
      const less = expected[part].filter((id) => !seen[part].includes(id));
      if (more.length > 0) found.push(`${who.name} sees ${part} that rule 26 doesn't give: ${more.length}`);
      if (less.length > 0) found.push(`${who.name} lacks ${part} that rule 26 gives: ${less.length}`);
    }
    const beyond = mentioned.filter((id) => !expected.cases.includes(id));
    if (beyond.length > 0) found.push(`${who.name} meets mention of a case that doesn't exist for them`);
  }
  return found;
}

test.each(seeds)("walk %i: after every act, everybody sees what rule 26 gives them, no more and no less", async (seed) => {
  const walk = await begin(seed);
  const choices = Object.entries<Act>(acts).flatMap((choice) => Array.from({ length: often[choice[0]] ?? 1 }, () => choice));
  let compared = 0;
  let reads = 0;
  // first some history, so that there is something to see and to keep from sight
  for (let step = -history; step < steps; ) {
    const [name, act] = walk.chance.of(choices) ?? [];
    const done = await act?.(walk);
    if (!done) continue;
    step += 1;
    walk.facts = await readFacts(both(walk));
    if (step <= 0) continue;
    expect(await differences(walk), `seed ${seed}, step ${step}, ${walk.now.toISOString()}, ${name}: ${done}`).toEqual([]);
    compared += walk.watchers.length;
    reads += walk.facts.cases.length * walk.watchers.length;
  }
  process.stdout.write(`walk ${seed}: ${steps} acts, ${compared} sights of ${reads} cases compared; ${walk.commands} commands sent, ${walk.refused} refused\n`);
}, isWhole ? 900_000 : 300_000);
