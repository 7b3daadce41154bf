import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { signInAdvance } from "@/domain/sign-in/commands/sign-in-advance.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { viewResearch } from "@/domain/sign-in/queries/view-research.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, seated, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, daysLater, eventsOf, minutesLater, move, now } from "../cases/arranged.ts";

// Rules 7 and 26: one named contact per agency signs in advance, from publication of the agenda to the start, and reads who is to be discussed.

let world: World;
let zofia: Actor;
let found: ArrangedCase;
let meeting: Awaited<ReturnType<typeof aMeetingOn>>;
const start = minutesLater(24 * 60);
const contact = (who: Actor, on = true) => owner.query("update memberships set named_contact = $2 where person_id = $1", [who.personId, on]);
beforeAll(async () => {
  world = await aPartnership();
  zofia = world.people.housing;
});
beforeEach(async () => {
  await contact(zofia);
  found = await aCase(world);
  meeting = await aMeetingOn(world, found, { state: "published", starts_at: start });
});

const sign = (who = zofia, at = now, over: Record<string, unknown> = {}) => signInAdvance(who, { reference: meeting.reference, declarationVersion: 1, accepts: "yes", ...over }, at);
const list = async (who = zofia, at = now) => viewResearch(who, meeting.reference, at);
const people = async (who = zofia, at = now) => (await list(who, at))?.people?.map(({ name }) => name) ?? null;
const rows = (who: Actor, at = now) => transact({ ...who, now: at }, (tx) => tx.protectedParticular.count({ where: { caseId: found.id } }));

describe("the research list", () => {
  test("opens once signed, with name, date of birth and address of the people on it and nothing else", async () => {
    expect(await list()).toMatchObject({ people: null, agency: "Housing", declaration: { version: 1 } });
    expect(await rows(zofia)).toBe(0);
    expect(await sign()).toEqual({ ok: true, value: { reference: meeting.reference } });
    expect((await list())?.people).toEqual([{ id: expect.any(String), case: found.reference, name: "Marjorie Bickerstaffe", bornOn: "1944-03-04", address: "14 Tollgate Mews, Eastholme, HF4 2AB", addressHeldBy: null }]);
    expect(JSON.stringify(await list())).not.toMatch(/winifred|six calls|neighbour|the resident/i);
    expect(await viewCase(zofia, found.reference, now)).toMatchObject({ content: null });
  });

  test("says which agency holds a withheld address, and no address", async () => {
    const withheld = await aCase(world, { name: "Somebody Hidden", address: "", addressHeldById: world.agencies.charity });
    meeting = await aMeetingOn(world, withheld, { state: "published", starts_at: start });
    await sign();
    expect((await list())?.people).toMatchObject([{ name: "Somebody Hidden", address: null, addressHeldBy: "Charity" }]);
  });

  test("lasts from publication of the agenda to the start", async () => {
    await move("meetings", meeting.id, { state: "scheduled" });
    expect(await sign()).toEqual({ ok: false, problem: { kind: "refused", rule: "register.notInAdvance", facts: {} } });
    expect(await list()).toBeNull();
    await move("meetings", meeting.id, { state: "published" });
    await sign();
    expect(await people(zofia, new Date(start.getTime() - 1000))).toEqual(["Marjorie Bickerstaffe"]);
    expect(await list(zofia, start)).toBeNull();
    expect(await rows(zofia, start)).toBe(0);
    await move("meetings", meeting.id, { state: "in_session" });
    expect(await list()).toBeNull();
    expect(await rows(zofia)).toBe(0);
    expect(await sign(world.people.housing, start)).toMatchObject({ problem: { rule: "register.notInAdvance" } });
  });

  test.each(["colleague", "police", "chair", "coordinator", "councillor"] as const)('is not there for the %s, who is no named contact, nor is "register.signInAdvance" theirs', async (who) => {
    await sign();
    expect(await list(world.people[who])).toBeNull();
    expect(await sign(world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "register.signInAdvance" } });
  });

  test.each(["northChair", "northMember", "governance", "administrator", "bystander"] as const)("is not there for the %s, nor the meeting", async (who) => {
    expect(await list(world.people[who])).toBeNull();
    expect(await sign(world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("ends with the seat, and with being the named contact", async () => {
    await sign();
    await contact(zofia, false);
    expect(await list()).toBeNull();
    expect(await rows(zofia)).toBe(0);
    await contact(zofia);
    await owner.query("update memberships set until_on = '2026-11-20' where person_id = $1", [zofia.personId]);
    expect(await list()).toBeNull();
    expect(await rows(zofia)).toBe(0);
    await owner.query("update memberships set until_on = null where person_id = $1", [zofia.personId]);
    expect(await people()).toEqual(["Marjorie Bickerstaffe"]);
  });

  test("is beaten by a recusal, open or silent: the person is not on it", async () => {
    await sign();
    for (const silent of [false, true]) {
      const id = randomUUID();
      await insert("recusals", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: zofia.personId, silent, reason: "Her neighbour", decided_by_id: world.people.chair.personId, decided_at: now });
      expect(await people()).toEqual([]);
      expect(await rows(zofia)).toBe(0);
      await insert("recusal_lifts", { recusal_id: id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, reason: "Mistaken", lifted_by_id: world.people.chair.personId, lifted_at: now });
    }
    expect(await people()).toEqual(["Marjorie Bickerstaffe"]);
  });

  test("shows no identities on the case page, not even to the owner of an action on it", async () => {
    await sign();
    await anActionOn(world, found, meeting, zofia);
    expect((await viewCase(zofia, found.reference, now))?.content?.subjects).toMatchObject([{ particulars: null }]);
  });

  test("holds the people of that meeting alone", async () => {
    await sign();
    const other = await aCase(world, { name: "Elsewhere Person" });
    await aMeetingOn(world, other, { state: "published", starts_at: daysLater(9) });
    expect(await people()).toEqual(["Marjorie Bickerstaffe"]);
    expect(await transact({ ...zofia, now }, (tx) => tx.protectedParticular.count({ where: { caseId: other.id } }))).toBe(0);
  });

  test("holds people, and no place or theme", async () => {
    const place = await aCase(world, { subjectType: "location", name: "Fleece Parade", address: "2 to 22 Fleece Parade" });
    meeting = await aMeetingOn(world, place, { state: "published", starts_at: start });
    await sign();
    expect(await people()).toEqual([]);
    expect(await transact({ ...zofia, now }, (tx) => tx.protectedParticular.count({ where: { caseId: place.id } }))).toBe(0);
  });

  test("is closed to an elected member where the terms of reference admit none", async () => {
    const { councillor, marpChair } = world.people;
    await seated(world, councillor, world.forums.MARP);
    await owner.query("update memberships set named_contact = true where person_id = $1 and forum_id = $2", [councillor.personId, world.forums.MARP]);
    const panel = await aMeetingOn(world, await aCase(world, { forumId: world.forums.MARP }, marpChair), { state: "published", starts_at: start, forumId: world.forums.MARP });
    expect(await viewResearch(councillor, panel.reference, now)).toBeNull();
    expect(await signInAdvance(councillor, { reference: panel.reference, declarationVersion: 1, accepts: "yes" }, now)).toMatchObject({ problem: { kind: "forbidden" } });
  });

  test("is on the trail of every case on it, each time it is opened", async () => {
    await sign();
    const opened = async () => (await eventsOf(world, "research.opened")).filter(({ case_id }) => case_id === found.id);
    await list();
    await list();
    expect(await opened()).toMatchObject([{ person_id: zofia.personId, reference: found.reference, particulars: { meetingId: meeting.id } }, { person_id: zofia.personId }]);
    expect(JSON.stringify(await opened())).not.toMatch(/marjorie|tollgate/i);
  });
});

describe("signing in advance", () => {
  test("is not attendance: nobody is on the register by it", async () => {
    await sign();
    expect(await viewRegister(zofia, { reference: meeting.reference }, now)).toMatchObject({ mySignature: null, signed: 0, allowed: { openPapers: false } });
  });

  test("is offered on the meeting's page to the named contact until the start", async () => {
    const offered = async (who: Actor, at = now) => (await viewMeeting(who, { reference: meeting.reference }, at))?.allowed.research;
    expect(await offered(zofia)).toBe(true);
    expect(await offered(world.people.police)).toBe(false);
    expect(await offered(zofia, start)).toBe(false);
  });

  test("is done once, sent twice or by two devices at once", async () => {
    await Promise.all([sign(), sign()]);
    expect(await sign()).toMatchObject({ problem: { kind: "refused", rule: "register.alreadySigned" } });
    const { rows: kept } = await owner.query("select 1 from advance_signatures where meeting_id = $1", [meeting.id]);
    expect(kept).toHaveLength(1);
    expect((await eventsOf(world, "register.signedInAdvance")).at(-1)).toMatchObject({ person_id: zofia.personId, reference: meeting.reference, particulars: { declarationVersion: 1 } });
  });

  test("accepts the declaration in force, and needs it accepted", async () => {
    expect(await sign(zofia, now, { accepts: "" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { accepts: ["Accept the confidentiality declaration"] } } });
    expect(await sign(zofia, now, { declarationVersion: 2 })).toEqual({ ok: false, problem: { kind: "stale" } });
  });

  test("finds nothing by a guessed reference, nor another partnership's", async () => {
    const other = await aPartnership("Safer Other");
    await contact(other.people.housing);
    expect(await sign(other.people.housing)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await list(other.people.housing)).toBeNull();
    expect(await viewResearch(zofia, "CEN-M99", now)).toBeNull();
  });

  test("can't be written past the application by anybody else", async () => {
    const { rows: declared } = await owner.query<{ hash: Buffer }>("select hash from declarations where id = $1", [world.declarationId]);
    const hash = new Uint8Array(declared[0]?.hash ?? []);
    const row = (who: Actor) => ({ id: randomUUID(), partnershipId: world.partnershipId, forumId: world.forums.CEN, meetingId: meeting.id, personId: who.personId, agencyId: who.agencyId, declarationId: world.declarationId, declarationHash: hash, signedAt: now });
    await expect(transact({ ...world.people.police, now }, (tx) => tx.advanceSignature.createMany({ data: [row(world.people.police)] }))).rejects.toThrow(/row-level security/);
    await expect(transact({ ...zofia, now }, (tx) => tx.advanceSignature.createMany({ data: [row(world.people.police)] }))).rejects.toThrow(/row-level security/);
  });
});
