import { afterAll, beforeAll, expect, test } from "vitest";
import { superuser } from "../support/database.ts";
import { aPartnership, type World } from "../support/world.ts";
import { aCase, type ArrangedCase } from "../domain/cases/arranged.ts";
import { chanceFrom } from "../support/chance.ts";

// Two partnerships on a pool of two connections: what a connection carried for one person must never reach the next. `npm run prove` sends
// 10,000; the tests a sample. The pool is made small before the client is loaded.
process.env.DATABASE_POOL = "2";
const { transact } = await import("@/platform/db/client.ts");
const { revealParticulars } = await import("@/domain/cases/commands/reveal-particulars.ts");
const { listCases } = await import("@/domain/cases/queries/list-cases.ts");
const { viewCase } = await import("@/domain/cases/queries/view-case.ts");
const { listEvents } = await import("@/domain/audit/queries/list-events.ts");
const { AuditFilters } = await import("@/domain/audit/inputs.ts");

const total = process.env.PROVE === "whole" ? 10_000 : 600;
const atOnce = 40;
const now = new Date("2026-11-21T17:12:00Z");
type Side = { world: World; cases: ArrangedCase[]; mark: string };
let sides: Side[];
const chance = chanceFrom(10_000);

beforeAll(async () => {
  sides = [];
  for (const mark of ["Zwingli", "Quixote"]) {
    const world = await aPartnership(`Safer ${mark}`);
    const cases = [await aCase(world, { background: `${mark} calls`, title: `Noise, ${mark.length}` }), await aCase(world, { background: `${mark} again` })];
    sides.push({ world, cases, mark });
  }
});

const kinds: ((side: Side, other: Side) => Promise<unknown>)[] = [
  ({ world }) => listCases(world.people.chair, { stage: "open", forum: null, page: 1 }, now),
  ({ world, cases }) => viewCase(world.people.coordinator, cases[0]?.reference ?? "", now),
  ({ world, cases }) => revealParticulars(world.people.chair, { reference: cases[1]?.reference, reason: "A home visit is planned" }, now),
  ({ world }) => listEvents(world.people.governance, AuditFilters.parse({}), now),
  // refused, and in the middle of a transaction
  ({ world, cases }) => revealParticulars(world.people.bystander, { reference: cases[0]?.reference, reason: "I would like to know" }, now),
  // breaks off by itself
  ({ world }) => transact({ ...world.people.chair, now }, async (tx) => {
    await tx.caseContent.findMany();
    throw new Error("the request broke off");
  }).catch((error: Error) => error.message),
  // breaks off in the database
  ({ world }) => transact({ ...world.people.chair, now }, (tx) => tx.$queryRaw`select 1 / 0`).catch(() => "divided by nothing"),
  // everything, by name of neither
  ({ world }) => transact({ ...world.people.chair, now }, async (tx) => ({ partnerships: await tx.partnership.findMany({ select: { id: true } }), contents: await tx.caseContent.findMany(), people: await tx.person.findMany({ select: { partnershipId: true } }) })),
  // another partnership's case by its id
  ({ world }, other) => transact({ ...world.people.chair, now }, (tx) => tx.caseContent.findMany({ where: { caseId: other.cases[0]?.id } })),
];

test(`${total} interleaved reads and writes of two partnerships on two connections leave no foreign row, no open transaction and no scope`, async () => {
  let sent = 0;
  let foreign = 0;
  let own = 0;
  const one = async () => {
    while (sent < total) {
      sent += 1;
      const [side, other] = chance.below(2) ? [sides[0], sides[1]] : [sides[1], sides[0]];
      const kind = chance.of(kinds);
      if (!side || !other || !kind) throw new Error("nothing to send");
      const answer = JSON.stringify(await kind(side, other), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)) ?? "";
      if (answer.includes(side.mark) || answer.includes(side.world.partnershipId)) own += 1;
      if (answer.includes(other.mark) || answer.includes(other.world.partnershipId) || other.cases.some(({ id }) => answer.includes(id)) || Object.values(other.world.people).some(({ personId }) => answer.includes(personId))) foreign += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  expect(foreign).toBe(0);
  // and it isn't because nothing was answered: one in five answers holds something of its own
  expect(own).toBeGreaterThan(total / 5);

  const { rows } = await superuser.query<{ connections: number; open: number }>(
    "select count(*)::int as connections, count(*) filter (where state <> 'idle')::int as open from pg_stat_activity where application_name = 'casemoot' and datname = current_database()");
  expect(rows[0]).toEqual({ connections: 2, open: 0 });

  // whatever is asked on either connection without a person sees nothing, and finds no person there
  const { beforeSignIn } = await import("@/platform/db/client.ts");
  const left = await Promise.all(Array.from({ length: 20 }, () => beforeSignIn.query<{ person: string | null; partnership: string | null; seen: number }[]>`
    select app.person()::text as person, app.partnership()::text as partnership, (select count(*)::int from people) + (select count(*)::int from case_contents) as seen, pg_sleep(0.01)::text as slept`));
  expect(left.flat().filter(({ person, partnership, seen }) => person !== null || partnership !== null || seen !== 0)).toEqual([]);

  const written = await superuser.query<{ wrong: number }>("select count(*)::int as wrong from reveals r join cases c on c.id = r.case_id join people p on p.id = r.person_id where c.partnership_id <> r.partnership_id or p.partnership_id <> r.partnership_id");
  expect(written.rows[0]?.wrong).toBe(0);
  const chains = await superuser.query<{ ok: boolean }>("select ok from app.verify_audit_chain()");
  expect(chains.rows.every(({ ok }) => ok)).toBe(true);
  process.stdout.write(`${sent} requests of two partnerships on ${rows[0]?.connections} connections: ${own} answers with their own in them, ${foreign} foreign rows, ${rows[0]?.open} transactions left open\n`);
}, 900_000);

afterAll(() => delete process.env.DATABASE_POOL);
