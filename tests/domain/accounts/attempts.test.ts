import { beforeAll, expect, test } from "vitest";
import { attempt, refusalTakes } from "@/domain/accounts/attempts.ts";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import { SignInInput } from "@/domain/accounts/inputs.ts";
import { normalisedEmail } from "@/domain/kernel/inputs.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCredential, anAddress, anOpening, password } from "./arrange.ts";

let world: World;
let email: string;
const start = new Date("2026-11-10T13:00:00Z");
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);
beforeAll(async () => {
  world = await aPartnership();
  email = await aCredential(world.people.housing, start);
});
const took = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const wrong = (account: string, address: string, now = start) => attempt({ account, address }, now, () => Promise.resolve(null));
const right = (account: string, address: string, now = start) => attempt({ account, address }, now, () => Promise.resolve("in" as const));

test("many wrong ones at once wait as long as many in a row: each counts before it is looked at", async () => {
  const address = anAddress();
  const times = await Promise.all(Array.from({ length: 8 }, () => took(() => wrong("burst", address))));
  const slowest = Math.max(...times);
  // the eighth waits 250 × 2⁴
  expect(slowest).toBeGreaterThanOrEqual(4000 + refusalTakes - 10);
  expect(times.filter((time) => time > refusalTakes + 200).length).toBeGreaterThanOrEqual(4);
}, 30_000);

test("a right one is taken back: somebody who signs in fifty times waits for nothing", async () => {
  const address = anAddress();
  for (let n = 0; n < 50; n += 1) expect(await right("often", address)).toBe("in");
  expect(await took(() => right("often", address))).toBeLessThan(200);
});

test("wrong ones from one address slow another down by two seconds at most, and a quarter of an hour later nobody", async () => {
  const [theirs, own] = [anAddress(), anAddress()];
  await Promise.all(Array.from({ length: 16 }, () => wrong("chair", theirs)));
  const time = await took(async () => expect(await right("chair", own)).toBe("in"));
  expect(time).toBeGreaterThanOrEqual(1990);
  expect(time).toBeLessThan(3500);
  expect(await took(() => right("chair", theirs, minutes(16)))).toBeLessThan(200);
}, 60_000);

test("where no address is known, nobody is slowed as if all were one address", async () => {
  await Promise.all(Array.from({ length: 9 }, () => wrong("no address", "")));
  expect(await took(() => right("no address", ""))).toBeLessThan(200);
});

test("of two hundred passwords in a minute, mixed, exactly the right ones get in", async () => {
  const address = anAddress();
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const isRight = n % 4 === 0;
      const entered = await signIn({ email, password: isRight ? password : `wrong password ${n}`, address: n % 3 === 0 ? anAddress() : address }, anOpening(), start);
      return { isRight, isIn: entered?.kind === "session" };
    }),
  );
  expect(answers.filter(({ isRight, isIn }) => isRight !== isIn)).toEqual([]);
  expect((await owner.query("select 1 from sessions where person_id = $1 and ended_at is null", [world.people.housing.personId])).rows).toHaveLength(50);
  // the trail holds the first ones and every tenth, not all hundred and fifty
  const { rows } = await owner.query("select 1 from audit_events where person_id = $1 and event = 'session.refused'", [world.people.housing.personId]);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.length).toBeLessThan(30);
}, 120_000);

test.each([
  ["a Cyrillic а", "zofiа@testham.example"],
  ["a Greek ο", "zοfia@testham.example"],
  ["a dotless ı", "zofıa@testham.example"],
  ["a soft hyphen", "zo\u00ADfia@testham.example"],
  ["a zero-width space", "zofia\u200B@testham.example"],
  ["a turned reading order", "\u202Ezofia@testham.example"],
])("an address that looks like another is another: %s", async (_, typed) => {
  await owner.query("update people set email = 'zofia@testham.example' where id = $1", [world.people.housing.personId]);
  const read = SignInInput.parse({ email: typed, password });
  expect(await signIn({ ...read, address: anAddress() }, anOpening(), minutes(100))).toBeNull();
});

test.each(["ZOFIA@testham.example", "ｚｏｆｉａ＠testham.example", " zofia@testham.example\t", "zofia@testham。example".replace("。", ".")])("one that is only written otherwise is the same: %j", async (typed) => {
  await owner.query("update people set email = 'zofia@testham.example' where id = $1", [world.people.housing.personId]);
  expect(await signIn({ ...SignInInput.parse({ email: typed, password }), address: anAddress() }, anOpening(), minutes(200))).toMatchObject({ kind: "session" });
});

test.each(["x".repeat(400), "", "   ", "\u0000"])("nothing that is typed for an address is an error: %j", (typed) => {
  const parsed = SignInInput.safeParse({ email: typed, password });
  expect(parsed.success ? typeof normalisedEmail.parse(parsed.data.email) : "refused").toMatch(/string|refused/);
});

test("a password is at most 1,024 bytes, whatever they spell", () => {
  expect(SignInInput.safeParse({ email, password: "é".repeat(512) }).success).toBe(true);
  expect(SignInInput.safeParse({ email, password: "é".repeat(513) }).success).toBe(false);
});
