import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { endHelp } from "@/domain/action-plan/commands/end-help.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { reportIncomplete } from "@/domain/action-plan/commands/report-incomplete.ts";
import { reportProgress } from "@/domain/action-plan/commands/report-progress.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ActionState } from "@/domain/kernel/enums.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, eventsOf, move, now } from "../cases/arranged.ts";
import { asPerson } from "./arrange.ts";

// Rules 11 and 26: a colleague of the owner, on the forum and of the same agency, whom the chair allows, helps with an action while it is open.

let world: World;
let bev: Actor;
let found: ArrangedCase;
let actionId: string;
let reference: string;
beforeAll(async () => {
  world = await aPartnership();
  bev = world.people.colleague;
});
beforeEach(async () => {
  found = await aCase(world);
  actionId = await anActionOn(world, found, await aMeetingOn(world, found), world.people.housing);
  reference = (await owner.query<{ reference: string }>("select reference from actions where id = $1", [actionId])).rows[0]?.reference ?? "";
});

const allow = (who = bev, by: Actor = world.people.chair) => allowColleague(by, { reference, personId: who.personId }, now);
const end = (who = bev, by: Actor = world.people.chair) => endHelp(by, { reference, personId: who.personId }, now);
const version = async () => (await owner.query<{ version: number }>("select version from actions where id = $1", [actionId])).rows[0]?.version ?? 0;
const act = async () => ({ reference, version: await version() });
const opens = async (who = bev) => (await viewCase(who, found.reference, now))?.content?.background ?? null;

describe("an allowed colleague", () => {
  test("sees the case while the action is open, and no identities", async () => {
    expect(await opens()).toBeNull();
    expect(await allow()).toEqual({ ok: true, value: { reference } });
    expect(await opens()).toBe("Six calls since May.");
    expect(await viewCase(bev, found.reference, now)).toMatchObject({ allowed: { reveal: false }, content: { subjects: [{ particulars: null }] } });
    for (const state of ["accepted", "in_progress", "reported_done"] as ActionState[]) {
      await move("actions", actionId, { state });
      expect(await opens()).not.toBeNull();
    }
    for (const state of ["verified", "cancelled", "declined", "recorded"] as ActionState[]) {
      await move("actions", actionId, { state, ended_at: state === "recorded" || state === "declined" ? null : now });
      expect(await opens()).toBeNull();
    }
  });

  test("reports progress, done, and why it won't be done", async () => {
    await allow();
    expect(await viewAction(bev, reference, now)).toMatchObject({ depth: "full", isMine: false, helping: true, allowed: { report: true, accept: false } });
    expect(await reportProgress(bev, { ...(await act()), note: "Called twice" }, now)).toMatchObject({ ok: true });
    expect(await reportDone(bev, { ...(await act()), evidence: "The chain is on the door" }, now)).toMatchObject({ ok: true });
    const { rows } = await owner.query<{ kind: string; person_id: string }>("select kind, person_id from action_steps where action_id = $1 order by kind", [actionId]);
    expect(rows).toEqual([{ kind: "progress", person_id: bev.personId }, { kind: "reported_done", person_id: bev.personId }]);
    await move("actions", actionId, { state: "in_progress" });
    expect(await reportIncomplete(bev, { ...(await act()), kind: "circumstances_changed", note: "She moved away" }, now)).toMatchObject({ ok: true });
  });

  test("doesn't accept: that stays the owner's, in the database too", async () => {
    await allow();
    expect(await acceptAction(bev, await act(), now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.accept" } });
    await expect(asPerson(bev, "update actions set state = 'accepted' where id = $1", [actionId], now)).rejects.toThrow(/accepted by its owner/);
    expect(await acceptAction(world.people.housing, await act(), now)).toMatchObject({ ok: true });
  });

  test("changes nothing that the action asks, past the application", async () => {
    await allow();
    await expect(asPerson(bev, "update actions set due_on = '2027-01-01' where id = $1", [actionId], now)).rejects.toThrow(/chair's office/);
    await expect(asPerson(bev, "update actions set owner_id = $2 where id = $1", [actionId, bev.personId], now)).rejects.toThrow(/chair's office/);
    await expect(asPerson(bev, "update actions set state = 'verified' where id = $1", [actionId], now)).rejects.toThrow(/chair's office/);
  });

  test("doesn't verify what they may report on", async () => {
    await insert("appointments", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.NOR, person_id: world.people.colleague.personId, office: "deputy", capacity: "substantive", from_on: "2025-01-01", until_on: null });
    await allow();
    await move("actions", actionId, { state: "reported_done" });
    expect(await verifyAction(bev, await act(), now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.verify" } });
  });

  test("is out at once when the chair ends it, and in again when allowed again", async () => {
    await allow();
    expect(await end()).toMatchObject({ ok: true });
    expect(await opens()).toBeNull();
    expect(await reportProgress(bev, { ...(await act()), note: "Called" }, now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.report" } });
    expect(await end()).toMatchObject({ ok: true });
    await allow();
    expect(await opens()).not.toBeNull();
    expect((await eventsOf(world)).filter(({ case_id, event }) => case_id === found.id && /colleagueAllowed|helpEnded/.test(event)).map(({ event, particulars }) => [event, particulars.personId])).toEqual([
      ["action.colleagueAllowed", bev.personId], ["action.helpEnded", bev.personId], ["action.colleagueAllowed", bev.personId],
    ]);
  });

  test("is out when they leave the forum or its seat goes to another agency", async () => {
    await allow();
    const seat = (set: string, values: unknown[]) => owner.query(`update memberships set ${set} where person_id = $1 and forum_id = $2`, [bev.personId, world.forums.CEN, ...values]);
    await seat("until_on = '2026-11-20'", []);
    expect(await viewCase(bev, found.reference, now)).toBeNull();
    await seat("until_on = null, agency_id = $3", [world.agencies.charity]);
    expect(await opens()).toBeNull();
    await seat("agency_id = $3", [world.agencies.housing]);
    expect(await opens()).not.toBeNull();
  });

  test("is beaten by a recusal, open or silent", async () => {
    await allow();
    for (const silent of [false, true]) {
      const id = randomUUID();
      await insert("recusals", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: bev.personId, silent, reason: "Her aunt", decided_by_id: world.people.chair.personId, decided_at: now });
      expect(await opens()).toBeNull();
      expect(await viewAction(bev, reference, now)).toBeNull();
      expect(await reportProgress(bev, { ...(await act()), note: "Called" }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
      await insert("recusal_lifts", { recusal_id: id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, reason: "Mistaken", lifted_by_id: world.people.chair.personId, lifted_at: now });
    }
    expect(await opens()).not.toBeNull();
  });
});

describe("allowing a colleague", () => {
  test.each(["coordinator", "deputy", "housing", "police"] as const)('is not for the %s, who lacks "action.allowColleague"', async (who) => {
    expect(await allow(bev, world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.allowColleague" } });
    expect(await opens()).toBeNull();
  });

  test.each(["northChair", "governance", "administrator", "bystander"] as const)("finds nothing for the %s", async (who) => {
    expect(await allow(bev, world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("takes a colleague who sits on the forum for the owner's agency, and nobody else", async () => {
    const wrong = { ok: false, problem: { kind: "invalid", fields: { personId: ["Select a colleague of the owner"] } } };
    const other = await aPartnership("Safer Other");
    for (const who of [world.people.police, world.people.housing, world.people.bystander, other.people.colleague]) expect(await allow(who)).toEqual(wrong);
    expect(await allowColleague(other.people.chair, { reference, personId: other.people.colleague.personId }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect((await viewAction(world.people.chair, reference, now))?.colleagues).toEqual([{ personId: bev.personId, name: "Bev Moxon", helps: false }]);
    expect(await end(world.people.police)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("is only for an open action", async () => {
    await move("actions", actionId, { state: "verified", ended_at: now });
    expect(await allow()).toEqual({ ok: false, problem: { kind: "refused", rule: "action.notOpen", facts: {} } });
  });

  test("pressed twice or by two at once is one", async () => {
    await Promise.all([allow(), allow()]);
    const { rows } = await owner.query("select 1 from action_colleagues where action_id = $1", [actionId]);
    expect(rows).toHaveLength(1);
  });

  test("can't be done past the application by the owner or the colleague", async () => {
    for (const who of [bev, world.people.housing]) {
      await expect(transact({ ...who, now }, (tx) => tx.actionColleague.createMany({ data: [{ actionId, partnershipId: world.partnershipId, forumId: world.forums.CEN, personId: bev.personId, allowedById: who.personId, allowedAt: now }] }))).rejects.toThrow(/row-level security/);
    }
  });
});
