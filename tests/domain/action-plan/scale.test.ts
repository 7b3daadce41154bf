import { beforeAll, expect, test } from "vitest";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { owner, superuser } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, anActionOn, now } from "../cases/arranged.ts";

// A plan costs what is open, not what was ever tasked: 50 open of 100,000 where the whole is proven, of 4,000 otherwise.
const whole = process.env.PROVE === "whole";
const all = whole ? 100_000 : 4_000;
const open = 50;

let world: World;
beforeAll(async () => {
  world = await aPartnership();
  const found = await aCase(world);
  const meeting = await aMeetingOn(world, found, { state: "closed" });
  const id = await anActionOn(world, found, meeting, world.people.police, "verified");
  // as it would have come to be over the years: all but the newest are over, a few a day
  for (let from = 1; from < all; from += 5_000) {
    await owner.query(
      `with made as (
          insert into actions select a.* from actions o cross join generate_series($2::int, $3::int) as g(n)
            cross join lateral jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'reference', 'CEN-' || 1000 + n / 30 || '-' || 1 + n % 30, 'due_on', case when n >= $4::int - $5::int then date '2026-10-20' + n % 40 else date '2026-11-01' - ($4::int - n) / 30 end,
              'state', case when n >= $4::int - $5::int then 'in_progress' else 'verified' end, 'ended_at', case when n >= $4::int - $5::int then null else timestamptz '2026-11-20' - make_interval(hours => $4::int - n) end)) a
          where o.id = $1 returning *)
       insert into action_wordings select m.id, m.partnership_id, m.forum_id, 'Visit the resident ' || m.reference, 'Visited' from made m`,
      [id, from, Math.min(from + 4_999, all - 1), all, open],
    );
  }
  // as autovacuum would have left it
  for (const table of ["actions", "action_wordings"]) await owner.query(`vacuum analyze ${table}`);
}, 1_800_000);

type Reads = { sequential: number; fetched: number };
/** How many rows of a table PostgreSQL has read so far, by going through it and by its indexes. */
const readsOf = async (table: string): Promise<Reads> =>
  (await superuser.query<Reads>("select seq_tup_read::int as sequential, coalesce(idx_tup_fetch, 0)::int as fetched from pg_stat_user_tables where relname = $1", [table])).rows[0] ?? { sequential: 0, fetched: 0 };

const plan = (address: Record<string, string>) => listActions(world.people.chair, ActionFilters.parse({ forum: "CEN", ...address }), now);
/** PostgreSQL writes its counts down once a second, as a transaction ends. */
const counted = () => new Promise((resolve) => setTimeout(resolve, 1_200));

const readings: Record<string, Record<string, string>> = {
  "what is open, the first due first": {},
  "all that is open on one page": { all: "1" },
  "what is overdue": { status: "overdue" },
  "what waits for the chair": { status: "with_chair" },
  "what is open of one agency": { agency: "police" },
  "what ended in this quarter": { status: "done", ended: "quarter" },
};

test("a plan is found by the indexes, and never by reading all that was ever tasked", async () => {
  const asked = Object.entries(readings).map(([what, address]): [string, Record<string, string>] => [what, { ...address, ...(address.agency ? { agency: world.agencies.police } : {}) }]);
  for (const [what, address] of asked) expect((await plan(address))?.total ?? -1, what).toBeGreaterThanOrEqual(address.status === "with_chair" ? 0 : 1);
  await counted();
  await plan({});
  const before = await readsOf("actions");
  const times = whole ? 20 : 2;
  for (const [what, address] of asked) {
    const began = performance.now();
    for (let n = 0; n < times; n += 1) await plan(address);
    if (whole) process.stdout.write(`${all.toLocaleString("en-GB")} actions, ${what}: ${((performance.now() - began) / times).toFixed(1)} ms a reading\n`);
  }
  await counted();
  await plan({});
  const after = await readsOf("actions");
  expect(after.sequential - before.sequential).toBe(0);
  // what is open, and what ended in the quarter: some 1,250 rows, each counted by its status too
  expect((after.fetched - before.fetched) / (asked.length * times)).toBeLessThan(3_000);
});
