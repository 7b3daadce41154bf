import { expect, test } from "vitest";
import { Prisma, transact, type Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { aPartnership } from "../../support/world.ts";

/** A transaction that counts what it is asked. */
async function counting<T>(work: (tx: Tx) => Promise<T>): Promise<{ answer: T; asked: number }> {
  const { people } = await aPartnership();
  let asked = 0;
  const answer = await transact({ ...people.chair, now: new Date() }, (tx) =>
    work(new Proxy(tx, { get: (of, name) => (name === "$queryRaw" ? (...said: Parameters<Tx["$queryRaw"]>) => ((asked += 1), of.$queryRaw(...said)) : Reflect.get(of, name)) })));
  return { answer, asked };
}
const numbers = (tx: Tx, upTo: number) => tx.$queryRaw<{ n: number }[]>`select n::int as n from generate_series(1, ${upTo}::int) n order by n desc`;

test("what is asked side by side goes in one round trip, each with its own values and in its own order", async () => {
  const { answer, asked } = await counting((tx) => together(tx, (at) => [numbers(at, 2), numbers(at, 3), null, at.$queryRaw(Prisma.sql`select ${"it's"}::text as word where false`)]));
  expect(answer).toEqual([[{ n: 2 }, { n: 1 }], [{ n: 3 }, { n: 2 }, { n: 1 }], null, []]);
  expect(asked).toBe(1);
});

test("what asks further once it was answered takes one more", async () => {
  const further = async (tx: Tx) => numbers(tx, (await numbers(tx, 4))[0]?.n ?? 0);
  const { answer, asked } = await counting((tx) => together(tx, (at) => [further(at), further(at), numbers(at, 1)]));
  expect(answer.map((rows) => rows.length)).toEqual([4, 4, 1]);
  expect(asked).toBe(2);
});

test("a moment comes back as a date by its column's name, and words that look like one stay words", async () => {
  const at = new Date("2026-03-29T01:30:00.123Z");
  const { answer } = await counting((tx) =>
    together(tx, (one) => [one.$queryRaw`select ${at}::timestamptz as at, ${at}::timestamptz as "startsAt", null::timestamptz as "endedAt", '2026-03-29T01:30:00+00:00' as discussion, '2026-03-29' as until, 12::int as count, array['a'] as list`]));
  expect(answer[0]).toEqual([{ at, startsAt: at, endedAt: null, discussion: "2026-03-29T01:30:00+00:00", until: "2026-03-29", count: 12, list: ["a"] }]);
});

test("where one fails, all of it does", async () => {
  await expect(counting((tx) => together(tx, (at) => [numbers(at, 1), at.$queryRaw`select 1 / (${1}::int - 1) as n`]))).rejects.toThrow();
});
