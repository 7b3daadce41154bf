import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agreeToPurpose } from "@/domain/cases/commands/agree-to-purpose.ts";
import { askToOpenCase } from "@/domain/cases/commands/ask-to-open-case.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { viewPurposes } from "@/domain/cases/queries/list-purposes.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, daysLater, eventsOf, now } from "./arranged.ts";

// Rule 26: information governance opens D2 of a case by a logged, dated purpose agreed by a second person. Today is 21 November 2026.

let world: World;
let ffion: Actor;
let second: Actor;
let found: ArrangedCase;
beforeAll(async () => {
  world = await aPartnership();
  ffion = world.people.governance;
  second = world.people.bystander;
  await insert("partnership_offices", { id: randomUUID(), partnership_id: world.partnershipId, person_id: second.personId, office: "information_governance", from_on: "2025-01-01" });
});
beforeEach(async () => void (found = await aCase(world)));

const ask = (over: Record<string, unknown> = {}, by = ffion, at = now) =>
  askToOpenCase(by, { reference: found.reference, purpose: "To answer a subject access request", from: "2026-11-21", until: "2026-11-28", ...over }, at);
const newest = async () => (await owner.query<{ id: string }>("select id from governance_purposes where case_id = $1 order by asked_at desc limit 1", [found.id])).rows[0]?.id ?? "";
const agree = async (by: Actor = world.people.chair, at = now) => agreeToPurpose(by, { purposeId: await newest() }, at);
const depth = async (who = ffion, at = now) => {
  const viewed = await viewCase(who, found.reference, at);
  if (!viewed) return "nothing";
  return viewed.content ? "D2" : viewed.twin ? "D1" : "D0";
};
const opened = async () => {
  expect(await ask()).toEqual({ ok: true, value: { reference: found.reference } });
  expect(await agree()).toEqual({ ok: true, value: { reference: found.reference } });
};

describe("a purpose", () => {
  test("opens the case once a second person agrees, and not before", async () => {
    expect(await depth()).toBe("D0");
    await ask();
    expect(await depth()).toBe("D0");
    await agree();
    expect(await depth()).toBe("D2");
    expect(await depth(second)).toBe("D0");
  });

  test("lasts from its first day to its last", async () => {
    await ask({ from: "2026-11-23", until: "2026-11-24" });
    await agree();
    expect(await depth(ffion, new Date("2026-11-22T23:59:00Z"))).toBe("D0");
    expect(await depth(ffion, new Date("2026-11-23T00:01:00Z"))).toBe("D2");
    expect(await depth(ffion, new Date("2026-11-24T23:59:00Z"))).toBe("D2");
    expect(await depth(ffion, new Date("2026-11-25T00:01:00Z"))).toBe("D0");
  });

  test("opens the record, its discussion and actions, and no identities", async () => {
    const meeting = await aMeetingOn(world, found);
    await anActionOn(world, found, meeting, world.people.housing);
    await opened();
    const viewed = await viewCase(ffion, found.reference, now);
    expect(viewed).toMatchObject({ belongs: false, content: { background: "Six calls since May." }, meetings: [{ discussion: "Housing has moved the cameras." }], actions: [{ text: "Visit Mrs B at home and fit a chain" }], allowed: { reveal: false, amend: false } });
    expect(JSON.stringify(viewed)).not.toMatch(/bickerstaffe|tollgate|1944/i);
    expect(await revealParticulars(ffion, { reference: found.reference, reason: "To answer the request" }, now)).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
  });

  test("opens that case alone", async () => {
    await opened();
    const other = await aCase(world);
    expect((await viewCase(ffion, other.reference, now))?.twin).toBeNull();
    const left = await transact({ ...ffion, now }, async (tx) => ({ here: await tx.caseContent.count({ where: { caseId: found.id } }), there: await tx.caseContent.count({ where: { caseId: other.id } }), particulars: await tx.protectedParticular.count() }));
    expect(left).toEqual({ here: 1, there: 0, particulars: 0 });
  });

  test("logs each opening, the asking and the agreement, with no word of the purpose", async () => {
    await opened();
    await depth();
    await depth();
    const events = (await eventsOf(world)).filter(({ case_id }) => case_id === found.id).map(({ event, person_id }) => [event, person_id]);
    expect(events).toEqual([["case.taken", world.people.coordinator.personId], ["purpose.asked", ffion.personId], ["purpose.agreed", world.people.chair.personId], ["case.opened", ffion.personId], ["case.opened", ffion.personId]]);
    expect(JSON.stringify(await eventsOf(world, "purpose.asked"))).not.toMatch(/subject access/i);
  });

  test("ends with the office", async () => {
    await opened();
    await owner.query("update partnership_offices set until_on = '2026-11-22' where person_id = $1", [ffion.personId]);
    expect(await depth(ffion, daysLater(2))).toBe("nothing");
    await owner.query("update partnership_offices set until_on = null where person_id = $1", [ffion.personId]);
  });

  test("is beaten by a recusal: open leaves that the case exists, silent nothing", async () => {
    await opened();
    for (const [silent, left] of [[false, "D0"], [true, "nothing"]] as const) {
      const id = randomUUID();
      await insert("recusals", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: ffion.personId, silent, reason: "Her street", decided_by_id: world.people.chair.personId, decided_at: now });
      expect(await depth()).toBe(left);
      expect(await ask()).toEqual({ ok: false, problem: { kind: "notFound" } });
      await insert("recusal_lifts", { recusal_id: id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, reason: "Mistaken", lifted_by_id: world.people.chair.personId, lifted_at: now });
    }
    expect(await depth()).toBe("D2");
  });
});

describe("asking", () => {
  test("needs a purpose and days that make sense, 92 at most", async () => {
    const wrong = async (over: Record<string, unknown>) => {
      const outcome = await ask(over);
      return !outcome.ok && outcome.problem.kind === "invalid" ? outcome.problem.fields : outcome;
    };
    expect(await wrong({ purpose: "" })).toEqual({ purpose: expect.arrayContaining(["Enter why the case must be opened"]) });
    expect(await wrong({ purpose: "To look" })).toEqual({ purpose: ["Purpose must be 20 characters or more"] });
    expect(await wrong({ from: "2026-11-20" })).toEqual({ from: ["First day must be today or in the future"] });
    expect(await wrong({ until: "2026-11-20" })).toEqual({ until: ["Last day must be the same as or after the first day"] });
    expect(await wrong({ until: "2027-02-22" })).toEqual({ until: ["Last day must be within 92 days of the first day"] });
    expect(await ask({ until: "2027-02-21" })).toMatchObject({ ok: true });
  });

  test.each(["chair", "coordinator", "housing"] as const)('is refused to the %s, who lacks "purpose.ask"', async (who) => {
    expect(await ask({}, world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "purpose.ask" } });
    expect(await viewPurposes(world.people[who], null, now)).toBeNull();
  });

  test.each(["northChair", "administrator"] as const)("finds nothing for the %s", async (who) => {
    expect(await ask({}, world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewPurposes(world.people[who], null, now)).toBeNull();
  });

  test("finds nothing in another partnership, or by a guessed reference", async () => {
    expect(await ask({}, (await aPartnership("Safer Other")).people.governance)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await ask({ reference: "CEN-99999" })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("can't outlast 92 days, nor be made for another, past the application", async () => {
    const row = (over: object) => ({ id: randomUUID(), partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: found.id, personId: ffion.personId, purpose: "Because", fromOn: new Date("2026-11-21"), untilOn: new Date("2026-11-22"), askedAt: now, ...over });
    const add = (who: Actor, over: object = {}) => transact({ ...who, now }, (tx) => tx.governancePurpose.createMany({ data: [row(over)] }));
    await expect(add(ffion, { untilOn: new Date("2027-03-01") })).rejects.toThrow(/has_an_end/);
    await expect(add(ffion, { personId: second.personId })).rejects.toThrow(/row-level security/);
    await expect(add(world.people.chair, { personId: world.people.chair.personId })).rejects.toThrow(/row-level security/);
  });
});

describe("agreeing", () => {
  test("is for another governance officer, or the chair in force", async () => {
    for (const who of [second, world.people.chair]) {
      await ask();
      expect((await viewPurposes(second, found.reference, now))?.purposes.find(({ case: of, status }) => of === found.reference && status === "waiting")?.mayAgree).toBe(true);
      expect(await agree(who)).toMatchObject({ ok: true });
      found = await aCase(world);
    }
    expect((await viewPurposes(ffion, null, now))?.purposes.find((one) => one.agreedBy?.startsWith("Insp"))).toMatchObject({ status: "open", agreedBy: "Insp Ruth Calverley", mayAgree: false });
  });

  test("is never the asker's, in the database too", async () => {
    await ask();
    expect(await agree(ffion)).toEqual({ ok: false, problem: { kind: "refused", rule: "purpose.ownAsking", facts: {} } });
    expect((await viewPurposes(ffion, null, now))?.purposes.find((one) => one.case === found.reference)).toMatchObject({ status: "waiting", mayAgree: false });
    const purposeId = await newest();
    await expect(transact({ ...ffion, now }, (tx) => tx.governanceAgreement.createMany({ data: [{ purposeId, partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: found.id, agreedById: ffion.personId, agreedAt: now }] }))).rejects.toThrow(/second person/);
    expect(await depth()).toBe("D0");
  });

  test.each(["deputy", "coordinator"] as const)('is refused to the %s, who lacks "purpose.agree"', async (who) => {
    await ask();
    expect(await agree(world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "purpose.agree" } });
  });

  test.each(["housing", "northChair", "administrator"] as const)("finds nothing for the %s, nor by a guessed id", async (who) => {
    await ask();
    expect(await agree(world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await agreeToPurpose(world.people.chair, { purposeId: randomUUID() }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await agree((await aPartnership("Safer Other")).people.governance)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("is once, by two at once too, and not when its last day has passed", async () => {
    await ask();
    const both = await Promise.all([agree(), agree(second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await agree()).toEqual({ ok: false, problem: { kind: "refused", rule: "purpose.alreadyAgreed", facts: {} } });
    found = await aCase(world);
    await ask();
    expect(await agree(world.people.chair, daysLater(8))).toEqual({ ok: false, problem: { kind: "refused", rule: "purpose.over", facts: {} } });
  });

  test("stands on the case's page for the chair until it is over", async () => {
    await ask();
    expect((await viewCase(world.people.chair, found.reference, now))?.purposes).toMatchObject([{ by: "Ffion Pryce", purpose: "To answer a subject access request", status: "waiting", mayAgree: true }]);
    expect((await viewCase(world.people.coordinator, found.reference, now))?.purposes).toMatchObject([{ mayAgree: false }]);
    expect((await viewCase(world.people.housing, found.reference, now))?.purposes).toBeNull();
    expect((await viewCase(world.people.chair, found.reference, daysLater(8)))?.purposes).toEqual([]);
  });
});
