import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { transact, type Tx } from "@/platform/db/client.ts";
import { aPartnership, type World } from "../support/world.ts";

afterEach(() => vi.unstubAllEnvs());

/** What a bug of ours throws is printed in the operators' log, by Next, as inspect() has it. */
async function logged({ partnershipId, people }: World, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  vi.stubEnv("NODE_ENV", "production");
  const failing = transact({ personId: people.coordinator.personId, partnershipId, now: new Date() }, work);
  return failing.then(() => "nothing failed", (thrown: unknown) => inspect(thrown, { depth: 10 }));
}

test("an error that reaches the log doesn't say with which values it failed", async () => {
  const world = await aPartnership();
  const named = { partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: randomUUID(), subjectId: randomUUID(), name: "Marjorie Bickerstaffe", address: "14 Tollgate Mews", marks: [] };
  const text = await logged(world, (tx) => tx.protectedParticular.createMany({ data: [{ ...named, bornOn: new Date(Number.NaN) }] }));
  expect(text).toContain("Invalid `prisma.protectedParticular.createMany()` invocation");
  expect(text).toMatch(/\n +at /);
  expect(text).not.toMatch(/Bickerstaffe|Tollgate/);
});

test("nor does the database's own answer, which quotes what it can't read", async () => {
  const text = await logged(await aPartnership(), (tx) => tx.$queryRaw`select ${"Marjorie Bickerstaffe"}::date`);
  expect(text).toContain("P2010");
  expect(text).toContain("22007");
  expect(text).not.toMatch(/Bickerstaffe/);
});

test("what is no error of the database stays what it is", async () => {
  const world = await aPartnership();
  const bug = new Error("a bug of ours");
  expect(await logged(world, () => Promise.reject(bug))).toBe(inspect(bug, { depth: 10 }));
});
