import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { listCases } from "@/domain/cases/queries/list-cases.ts";
import { viewCase, type ViewedCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { aPartnership, seated, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, daysLater, eventsOf, minutesLater, move, now, signed } from "./arranged.ts";

// Rule 26, row by row: who sees how much of a case, and when it ends.

let world: World;
let found: ArrangedCase;
type Who = keyof World["people"];
beforeAll(async () => void (world = await aPartnership()));
beforeEach(async () => void (found = await aCase(world)));

const depthOf = (viewed: ViewedCase | null) => {
  if (!viewed) return "nothing";
  if (!viewed.twin) return "D0";
  if (!viewed.content) return "D1";
  return viewed.content.subjects.some(({ particulars }) => particulars) ? "D3" : "D2";
};
const depth = async (who: Who, at = now) => depthOf(await viewCase(world.people[who], found.reference, at));
const reveal = (actor: Actor, at = now, over: Record<string, unknown> = {}) => revealParticulars(actor, { reference: found.reference, reason: "A home visit is planned for Monday", ...over }, at);

/** Everything that stands at a depth in the database, whatever a page would show of it. */
const rowsSeen = (actor: Actor, at = now) =>
  transact({ ...actor, now: at }, async (tx) => {
    const rows = await tx.$queryRaw<Record<string, number>[]>`
      select (select count(*)::int from cases where id = ${found.id}::uuid) as cases, (select count(*)::int from case_twins where case_id = ${found.id}::uuid) as twins,
        (select count(*)::int from case_contents where case_id = ${found.id}::uuid) as contents, (select count(*)::int from case_subjects where case_id = ${found.id}::uuid) as subjects,
        (select count(*)::int from protected_particulars where case_id = ${found.id}::uuid) as particulars, (select count(*)::int from minutes where case_id = ${found.id}::uuid) as minutes,
        (select count(*)::int from action_wordings w join actions a on a.id = w.action_id where a.case_id = ${found.id}::uuid) as wordings`;
    return rows[0];
  });

describe("without a register", () => {
  test.each([
    ["chair", "D2"], ["deputy", "D2"], ["coordinator", "D2"], ["housing", "D1"], ["police", "D1"], ["councillor", "D1"], ["governance", "D0"],
    ["northChair", "nothing"], ["northMember", "nothing"], ["marpChair", "nothing"], ["marpMember", "nothing"], ["administrator", "nothing"], ["bystander", "nothing"],
  ] as const)("the %s sees %s", async (who, depthSeen) => expect(await depth(who)).toBe(depthSeen));

  test("nobody of another partnership finds it, in any office", async () => {
    const other = await aPartnership("Safer Elsewhere");
    for (const actor of Object.values(other.people)) expect(await viewCase(actor, found.reference, now)).toBeNull();
  });

  test("a guessed reference and one that isn't there read the same", async () => {
    const elsewhere = await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
    for (const reference of [elsewhere.reference, "CEN-99999", "", "'; drop table cases"]) expect(await viewCase(world.people.housing, reference, now)).toBeNull();
  });

  test("the summary holds the nameless twin and nothing of the record", async () => {
    const meeting = await aMeetingOn(world, found);
    await anActionOn(world, found, meeting, world.people.housing);
    const viewed = await viewCase(world.people.probation, found.reference, now);
    expect(viewed).toMatchObject({ twin: { title: "Older resident, neighbour intimidation, Eastholme", ward: "Eastholme" }, content: null, history: null, allowed: { reveal: false, amend: false } });
    expect(viewed?.actions).toMatchObject([{ text: "Visit the resident" }]);
    expect(viewed?.meetings).toMatchObject([{ decision: "continue", discussion: null }]);
    expect(JSON.stringify(viewed)).not.toMatch(/cameras|six calls|one plan|marjorie|bickerstaffe|tollgate|winifred|mrs b|chain/i);
    expect(await rowsSeen(world.people.probation)).toEqual({ cases: 1, twins: 1, contents: 0, subjects: 0, particulars: 0, minutes: 0, wordings: 0 });
  });

  test("information governance sees reference, forum and stage, and no more", async () => {
    expect(await viewCase(world.people.governance, found.reference, now)).toMatchObject({ reference: found.reference, forum: { code: "CEN" }, stage: "open", twin: null, content: null, meetings: [], actions: [] });
    expect(await rowsSeen(world.people.governance)).toEqual({ cases: 1, twins: 0, contents: 0, subjects: 0, particulars: 0, minutes: 0, wordings: 0 });
  });
});

describe("by the register", () => {
  test.each(["housing", "police", "councillor"] as const)("the %s who has signed sees the record, from every meeting", async (who) => {
    await aMeetingOn(world, found, { state: "confirmed", closed_at: daysLater(-90), starts_at: daysLater(-90), discussion: "Said in the summer." });
    const meeting = await aMeetingOn(world, found);
    await signed(world, meeting, world.people[who]);
    const viewed = await viewCase(world.people[who], found.reference, now);
    expect(viewed).toMatchObject({ content: { background: "Six calls since May.", risk: "medium", subjects: [{ label: "The resident", particulars: null }] }, allowed: { reveal: true, amend: false }, history: null });
    expect(viewed?.meetings.map(({ discussion }) => discussion)).toEqual(["Housing has moved the cameras.", "Said in the summer."]);
    expect((await eventsOf(world, "case.opened")).at(-1)).toMatchObject({ person_id: world.people[who].personId, case_id: found.id, particulars: {} });
  });

  test("whoever else sits there but hasn't signed sees the summary", async () => {
    const meeting = await aMeetingOn(world, found);
    await signed(world, meeting, world.people.police);
    expect(await depth("police")).toBe("D2");
    expect(await depth("housing")).toBe("D1");
  });

  test("a signature at a meeting without the case on its agenda opens nothing", async () => {
    const another = await aCase(world);
    await signed(world, await aMeetingOn(world, another), world.people.police);
    expect(await depth("police")).toBe("D1");
  });

  test("a councillor without a seat on the panel finds nothing of it; one seated where elected members aren't admitted keeps the summary", async () => {
    const panel = await aCase(world, { forumId: world.forums.MARP }, world.people.marpChair);
    expect(await viewCase(world.people.councillor, panel.reference, now)).toBeNull();
    const own = await aPartnership("Safer Panel");
    await seated(own, own.people.councillor, own.forums.MARP);
    const theirs = await aCase(own, { forumId: own.forums.MARP }, own.people.marpChair);
    await signed(own, await aMeetingOn(own, theirs, { forumId: own.forums.MARP }), own.people.councillor);
    expect(depthOf(await viewCase(own.people.councillor, theirs.reference, now))).toBe("D1");
  });

  test("it ends when the minutes are confirmed", async () => {
    const meeting = await aMeetingOn(world, found, { state: "circulated", closed_at: daysLater(-20) });
    await signed(world, meeting, world.people.police);
    expect(await depth("police")).toBe("D2");
    await move("meetings", meeting.id, { state: "confirmed" });
    expect(await depth("police")).toBe("D1");
    expect(await depth("chair")).toBe("D2");
  });

  test("or 60 days after closing, to the minute", async () => {
    const meeting = await aMeetingOn(world, found, { state: "circulated", closed_at: now });
    await signed(world, meeting, world.people.police);
    expect(await depth("police", minutesLater(-1, daysLater(60)))).toBe("D2");
    expect(await depth("police", daysLater(60))).toBe("D1");
  });

  test("and it never opens before the agenda is published, nor at a cancelled meeting", async () => {
    const meeting = await aMeetingOn(world, found, { state: "scheduled" });
    await signed(world, meeting, world.people.police);
    expect(await depth("police")).toBe("D1");
    await move("meetings", meeting.id, { state: "cancelled", cancelled_at: "2026-11-01T10:00:00Z" });
    expect(await depth("police")).toBe("D1");
  });
});

describe("the owner of an open action", () => {
  test.each(["assigned", "accepted", "in_progress", "reported_done"] as const)("sees the record while it is %s, but can't be shown who it is", async (state) => {
    await anActionOn(world, found, await aMeetingOn(world, found), world.people.housing, state);
    expect(await depth("housing")).toBe("D2");
    expect(await depth("colleague")).toBe("D1");
    expect((await viewCase(world.people.housing, found.reference, now))?.allowed.reveal).toBe(false);
    expect(await reveal(world.people.housing)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.reveal" } });
    expect(await depth("housing")).toBe("D2");
  });

  test.each(["recorded", "verified", "cancelled", "declined"] as const)("sees the summary once or while it is %s", async (state) => {
    await anActionOn(world, found, await aMeetingOn(world, found), world.people.housing, state);
    expect(await depth("housing")).toBe("D1");
  });
});

describe("a reveal", () => {
  test.each(["chair", "deputy", "coordinator", "police"] as const)("shows the %s who it is for fifteen minutes, and then no more", async (who) => {
    await signed(world, await aMeetingOn(world, found), world.people.police);
    expect(await reveal(world.people[who])).toEqual({ ok: true, value: { reference: found.reference } });
    const shown = await viewCase(world.people[who], found.reference, minutesLater(14));
    expect(shown).toMatchObject({
      revealedUntil: minutesLater(15),
      content: { subjects: [{ particulars: { name: "Marjorie Bickerstaffe", bornOn: "1944-03-04", address: "14 Tollgate Mews, Eastholme, HF4 2AB", addressHeldBy: null, safeContact: "Through her sister Winifred" } }] },
    });
    expect(await depth(who, new Date(minutesLater(15).getTime() - 1))).toBe("D3");
    expect(await depth(who, minutesLater(15))).toBe("D2");
    expect((await viewCase(world.people[who], found.reference, minutesLater(15)))?.revealedUntil).toBeNull();
  });

  test("is one person's, of one case", async () => {
    const another = await aCase(world);
    await reveal(world.people.chair);
    expect(await depth("coordinator")).toBe("D2");
    expect(depthOf(await viewCase(world.people.chair, another.reference, now))).toBe("D2");
    expect(await rowsSeen(world.people.coordinator)).toMatchObject({ particulars: 0 });
  });

  test("ends with the right to it, fifteen minutes or not", async () => {
    const meeting = await aMeetingOn(world, found, { state: "circulated", closed_at: now });
    await signed(world, meeting, world.people.police);
    await reveal(world.people.police);
    expect(await depth("police")).toBe("D3");
    await move("meetings", meeting.id, { state: "confirmed" });
    expect(await depth("police", minutesLater(1))).toBe("D1");
  });

  test("ends with it even for whoever still reads the case as owner of an action", async () => {
    const meeting = await aMeetingOn(world, found, { state: "circulated", closed_at: now });
    await signed(world, meeting, world.people.police);
    await anActionOn(world, found, meeting, world.people.police);
    await reveal(world.people.police);
    expect(await depth("police")).toBe("D3");
    await move("meetings", meeting.id, { state: "confirmed" });
    expect(await viewCase(world.people.police, found.reference, minutesLater(1))).toMatchObject({ revealedUntil: null, content: { subjects: [{ particulars: null }] } });
  });

  test("is on the trail by its id alone, its reason in the record", async () => {
    await reveal(world.people.chair);
    const events = (await eventsOf(world, "case.revealed")).filter(({ case_id }) => case_id === found.id);
    expect(events).toMatchObject([{ person_id: world.people.chair.personId, reference: found.reference, forum_id: world.forums.CEN, particulars: { revealId: expect.stringMatching(/^[0-9a-f-]{36}$/) } }]);
    expect(JSON.stringify(events)).not.toMatch(/visit|monday|marjorie/i);
  });

  test("needs a reason of 10 to 300 characters", async () => {
    const wrong = async (reason: unknown) => {
      const outcome = await reveal(world.people.chair, now, { reason });
      return outcome.ok || outcome.problem.kind !== "invalid" ? outcome : outcome.problem.fields.reason;
    };
    expect(await wrong("")).toEqual(["Enter why you need to see who it is"]);
    expect(await wrong(undefined)).toEqual(["Enter why you need to see who it is"]);
    expect(await wrong("  visit   ")).toEqual(["Reason must be 10 characters or more"]);
    expect(await wrong("x".repeat(301))).toEqual(["Reason must be 300 characters or less"]);
    expect(await depth("chair")).toBe("D2");
  });

  test.each(["housing", "councillor", "governance"] as const)("is refused to the %s, who sees less, and the attempt is on the trail", async (who) => {
    expect(await reveal(world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.reveal" } });
    expect((await eventsOf(world, "access.refused")).at(-1)).toMatchObject({ person_id: world.people[who].personId, case_id: found.id, particulars: { permission: "case.reveal" } });
  });

  test.each(["northChair", "northMember", "marpChair", "administrator", "bystander"] as const)("finds nothing for the %s", async (who) => {
    expect(await reveal(world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("finds nothing by a guessed reference, nor another partnership's", async () => {
    expect(await reveal(world.people.chair, now, { reference: "CEN-99999" })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await reveal((await aPartnership("Safer Third")).people.chair)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("sent twice is one", async () => {
    const submissionKey = randomUUID();
    await Promise.all([reveal(world.people.chair, now, { submissionKey }), reveal(world.people.chair, now, { submissionKey })]);
    expect((await eventsOf(world, "case.revealed")).filter(({ case_id }) => case_id === found.id)).toHaveLength(1);
  });

  test("can't be lengthened, made for another, or backdated, past the application", async () => {
    const insert = (over: Record<string, unknown>) =>
      transact({ ...world.people.chair, now }, (tx) =>
        tx.reveal.createMany({ data: [{ id: randomUUID(), partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: found.id, personId: world.people.chair.personId, reason: "Because", revealedAt: now, endsAt: minutesLater(15), ...over }] }),
      );
    await expect(insert({ endsAt: daysLater(1) })).rejects.toThrow(/lasts_fifteen_minutes/);
    await expect(insert({ personId: world.people.coordinator.personId })).rejects.toThrow(/row-level security/);
    await expect(insert({ revealedAt: daysLater(1), endsAt: minutesLater(15, daysLater(1)) })).rejects.toThrow(/row-level security/);
  });

  test("shows that a withheld address is held elsewhere", async () => {
    const withheld = await aCase(world, { address: "", addressHeldById: world.agencies.charity });
    await revealParticulars(world.people.chair, { reference: withheld.reference, reason: "A home visit is planned" }, now);
    expect((await viewCase(world.people.chair, withheld.reference, now))?.content?.subjects).toMatchObject([{ particulars: { address: null, addressHeldBy: "Charity" } }]);
  });
});

describe("the list", () => {
  const list = (who: Who, over: Partial<Parameters<typeof listCases>[1]> = {}) => listCases(world.people[who], { stage: "open", forum: null, page: 1, ...over }, now);

  test("holds the nameless twins of one's own forums and no case of another", async () => {
    const north = await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
    const references = async (who: Who) => (await list(who)).cases.map(({ reference }) => reference);
    expect(await references("northMember")).toContain(north.reference);
    expect(await references("northMember")).not.toContain(found.reference);
    expect(await references("housing")).not.toContain(north.reference);
    for (const who of ["governance", "administrator", "bystander"] as const) expect(await list(who)).toMatchObject({ cases: [], counts: { open: 0 }, forums: [], mayTake: false });
    expect(JSON.stringify(await list("chair"))).not.toMatch(/marjorie|six calls/i);
  });

  test("counts the meetings that discussed it and the open actions, and is sorted children first, then oldest", async () => {
    const own = await aPartnership("Safer List");
    const late = await aCase(own, { involvesChildren: "" }, own.people.chair, daysLater(-10));
    const early = await aCase(own, { involvesChildren: "" }, own.people.chair, daysLater(-20));
    const child = await aCase(own, {}, own.people.chair, now);
    const meeting = await aMeetingOn(own, early, { state: "closed", closed_at: now });
    await aMeetingOn(own, early);
    const deferred = await aMeetingOn(own, early, { state: "closed", closed_at: daysLater(-5), starts_at: daysLater(-5) });
    await move("agenda_items", deferred.itemId, { decision: "defer" });
    await anActionOn(own, early, meeting, own.people.housing);
    await anActionOn(own, early, meeting, own.people.housing, "verified");
    const { cases } = await listCases(own.people.housing, { stage: "open", forum: null, page: 1 }, now);
    expect(cases.map(({ reference }) => reference)).toEqual([child.reference, early.reference, late.reference]);
    expect(cases[1]).toMatchObject({ meetings: 1, openActions: 1 });
    expect(await viewCase(own.people.housing, early.reference, now)).toMatchObject({ discussed: 1, deferrals: 1 });
  });

  test("goes by stage, forum and page; a page that isn't there is the first", async () => {
    const own = await aPartnership("Safer Pages");
    for (let n = 0; n < 27; n += 1) await aCase(own);
    const closed = await aCase(own);
    await move("cases", closed.id, { stage: "closed" });
    const page = (over: object) => listCases(own.people.chair, { stage: "open", forum: null, page: 1, ...over }, now);
    expect(await page({})).toMatchObject({ page: 1, pages: 2, counts: { open: 27, stepped_down: 0, closed: 1 }, mayTake: true });
    expect((await page({ page: 2 })).cases).toHaveLength(2);
    expect(await page({ page: 9 })).toMatchObject({ page: 1 });
    expect((await page({ stage: "closed" })).cases.map(({ reference }) => reference)).toEqual([closed.reference]);
    expect((await page({ forum: "NOR" })).cases).toEqual([]);
  });
});
