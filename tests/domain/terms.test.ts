import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { adoptTerms } from "@/domain/directory/commands/keep-forums.ts";
import { acknowledgeTerms } from "@/domain/terms/commands/acknowledge-terms.ts";
import { listUnreadTerms, viewTerms } from "@/domain/terms/queries/view-terms.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../support/database.ts";
import { aPartnership, type World } from "../support/world.ts";
import { eventsOf } from "./cases/arranged.ts";

// Rule 31: terms of reference are versions, and whoever works by them says that they have read the one that stands.

const now = new Date("2026-12-08T14:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let world: World;
let people: World["people"];
beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
});
const read = (who: Actor, over: Record<string, unknown> = {}, at = now) => acknowledgeTerms(who, { forum: "CEN", version: 1, ...over }, at);
const kept = async () => Number((await owner.query<{ n: string }>("select count(*) as n from terms_acknowledgements where partnership_id = $1", [world.partnershipId])).rows[0]?.n);

test("a member and the chair's office read them, say so once, and it is on the trail", async () => {
  expect((await listUnreadTerms(people.housing, {}, now)).map(({ code }) => code)).toEqual(["CEN"]);
  for (const who of [people.housing, people.coordinator]) expect(await read(who)).toEqual({ ok: true, value: { forum: "CEN" } });
  expect(await read(people.housing, {}, later(5))).toEqual({ ok: true, value: { forum: "CEN" } });
  expect(await kept()).toBe(2);
  expect((await eventsOf(world)).filter(({ event }) => event === "terms.acknowledged").map(({ person_id }) => person_id)).toEqual([people.housing.personId, people.coordinator.personId]);
  expect(await viewTerms(people.housing, "CEN", later(6))).toMatchObject({ acknowledgedAt: now, office: null, terms: [{ version: 1 }] });
  expect(await listUnreadTerms(people.housing, {}, later(6))).toEqual([]);
});

test("the office sees who has not yet; a member sees nobody's reading but their own", async () => {
  await read(people.housing);
  const seen = await viewTerms(people.chair, "CEN", later(1));
  expect(seen?.office?.read).toBe(1);
  expect(seen?.office?.notYet.map(({ name }) => name)).not.toContain(people.housing.name);
  expect(seen?.office?.notYet.length).toBeGreaterThan(3);
  expect(await viewTerms(people.police, "CEN", later(1))).toMatchObject({ acknowledgedAt: null, office: null });
  const rows = (who: Actor) => transact({ ...who, now }, (tx) => tx.$queryRaw<unknown[]>`select * from terms_acknowledgements`);
  expect([(await rows(people.police)).length, (await rows(people.housing)).length, (await rows(people.chair)).length]).toEqual([0, 1, 1]);
});

test("a new version is read anew, and reading the one before is stale", async () => {
  await read(people.housing);
  const adopted = await adoptTerms(people.administrator, { forum: "CEN", version: 1, from: "2027-01-04", purpose: "To solve cases, and to say what became of them.", limitMinutes: "120", quorum: "", admitsElectedMembers: "yes", requiredRoles: [] }, now);
  expect(adopted).toMatchObject({ ok: true });
  expect(await listUnreadTerms(people.housing, {}, later(1))).toMatchObject([{ code: "CEN", version: 2 }]);
  expect(await read(people.housing, {}, later(1))).toMatchObject({ ok: false, problem: { kind: "stale" } });
  expect(await read(people.housing, { version: 2 }, later(2))).toMatchObject({ ok: true });
  expect(await viewTerms(people.housing, "CEN", later(3))).toMatchObject({ acknowledgedAt: later(2), terms: [{ version: 2 }, { version: 1 }] });
});

test("to whoever neither sits on the forum nor serves it, it isn't there, by command or past it", async () => {
  const elsewhere = await aPartnership("Safer Elsewhere");
  for (const who of [people.northMember, people.bystander, people.administrator, people.governance, elsewhere.people.bystander]) {
    expect(await read(who), who.name).toMatchObject({ ok: false, problem: { kind: "notFound" } });
    expect(await viewTerms(who, "CEN", now)).toBeNull();
  }
  expect(await read(people.housing, { forum: "XXX" })).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  const { rows } = await owner.query<{ id: string }>("select id from terms_of_reference where forum_id = $1", [world.forums.CEN]);
  const add = (who: Actor, personId: string) =>
    transact({ ...who, now }, (tx) => tx.$executeRaw`insert into terms_acknowledgements (terms_id, partnership_id, forum_id, person_id, acknowledged_at) values (${rows[0]?.id}::uuid, ${world.partnershipId}::uuid, ${world.forums.CEN}::uuid, ${personId}::uuid, app.moment())`);
  await expect(add(people.northMember, people.northMember.personId)).rejects.toThrow();
  await expect(add(people.housing, people.police.personId)).rejects.toThrow();
  await read(people.housing);
  await expect(transact({ ...people.housing, now }, (tx) => tx.$executeRaw`delete from terms_acknowledgements`)).rejects.toThrow();
  expect(await kept()).toBe(1);
});

test("whoever sits or serves may, by the table of rights", async () => {
  const may = (who: Actor, forumId: string) => transact({ ...who, now }, async (_, standing) => can(standing as Standing, "terms.acknowledge", { forumId }));
  expect([await may(people.housing, world.forums.CEN), await may(people.deputy, world.forums.CEN), await may(people.housing, world.forums.NOR), await may(people.administrator, world.forums.CEN)]).toEqual([true, true, false, false]);
});

test("one form sent twice at once says it once", async () => {
  const submissionKey = randomUUID();
  const outcomes = await Promise.all([read(people.housing, { submissionKey }), read(people.housing, { submissionKey })]);
  expect(outcomes).toEqual([{ ok: true, value: { forum: "CEN" } }, { ok: true, value: { forum: "CEN" } }]);
  expect(await kept()).toBe(1);
});
