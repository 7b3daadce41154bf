import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dropDraft } from "@/domain/minutes/commands/drop-draft.ts";
import { keepDraft } from "@/domain/minutes/commands/keep-draft.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, eventsOf, item, later, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
const minuteOf = async (n: number) => (await owner.query("select n.discussion, n.decision_reason, i.outcome, i.decision, i.version from agenda_items i left join minutes n on n.item_id = i.id where i.id = $1", [item(meeting, n).id])).rows[0];
const typing = (n: number, over: Record<string, unknown> = {}) => ({ itemId: item(meeting, n).id, version: 1, discussion: "What was s", typing: "yes", ...over });
const draftsOf = async (who: Actor) => (await owner.query("select discussion, on_version, settled_at from minute_drafts where person_id = $1 order by saved_at", [who.personId])).rows;

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-1") }, "other_business", { caseId: await aCase(world, "CEN-2") }, "hotspots", "actions"] });
});

describe("saving while somebody types", () => {
  test("keeps the words although the decision still lacks its reason, and says that it isn't decided", async () => {
    expect(await writeMinute(people.coordinator, typing(2, { decision: "defer" }), now)).toMatchObject({ ok: true, value: { version: 2, decided: false } });
    expect(await minuteOf(2)).toMatchObject({ discussion: "What was s", decision: null, outcome: null });
    expect(await writeMinute(people.coordinator, typing(2, { version: 2, discussion: "What was said.", decision: "defer", decisionReason: "Housing could not come." }), now)).toMatchObject({ ok: true, value: { decided: true } });
    expect(await minuteOf(2)).toMatchObject({ decision: "defer", outcome: "deferred" });
  });

  test("a reason that is rubbed out stays with its decision until there is another", async () => {
    expect(await writeMinute(people.coordinator, typing(2, { version: 3, discussion: "What was said then.", decision: "defer", decisionReason: "" }), now)).toMatchObject({ ok: true, value: { decided: false } });
    expect(await minuteOf(2)).toMatchObject({ discussion: "What was said then.", decision: "defer", decision_reason: "Housing could not come." });
  });

  test("is on the trail once in five minutes, and each time that what became of the item changes", async () => {
    const before = (await eventsOf(world, "item.minuted")).length;
    const more = async () => (await eventsOf(world, "item.minuted")).length - before;
    for (let n = 1; n <= 4; n += 1) expect(await writeMinute(people.coordinator, typing(3, { version: n, discussion: "Wo".repeat(n) }), later(n / 20))).toMatchObject({ ok: true });
    expect(await more()).toBe(1);
    await writeMinute(people.coordinator, typing(3, { version: 5, outcome: "noted" }), later(1));
    expect(await more()).toBe(2);
    // another writer is another on the trail
    await writeMinute(people.deputy, typing(3, { version: 6, outcome: "noted" }), later(2));
    expect(await more()).toBe(3);
    await writeMinute(people.coordinator, typing(3, { version: 7, outcome: "noted" }), later(7));
    expect(await more()).toBe(4);
  });

  test("sent again because no answer came, it is saved once", async () => {
    const sent = typing(5, { submissionKey: randomUUID() });
    expect(await writeMinute(people.coordinator, sent, now)).toEqual(await writeMinute(people.coordinator, sent, now));
    expect(await minuteOf(5)).toMatchObject({ version: 2 });
  });
});

describe("two who write on one item", () => {
  test("the second's words are kept apart, and offered back to them alone", async () => {
    await writeMinute(people.chair, typing(4, { discussion: "As the chair heard it." }), now);
    expect(await writeMinute(people.coordinator, typing(4, { discussion: "As I heard it." }), now)).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(await keepDraft(people.coordinator, { itemId: item(meeting, 4).id, version: 1, discussion: "As I heard it." }, now)).toMatchObject({ ok: true });
    const mine = await viewRoom(people.coordinator, { reference: meeting.reference, number: 4 }, now);
    expect(mine?.item).toMatchObject({ draft: { discussion: "As I heard it.", at: now }, written: { discussion: "As the chair heard it." } });
    for (const other of [people.chair, people.deputy]) expect((await viewRoom(other, { reference: meeting.reference, number: 4 }, now))?.item?.draft).toBeNull();
    const client = await app.connect();
    await client.query("begin");
    await client.query("select app.enter($1, $2, $3)", [people.chair.personId, world.partnershipId, now]);
    expect((await client.query("select 1 from minute_drafts")).rows).toEqual([]);
    await client.query("rollback");
    client.release();
  });

  test("typing on keeps them apart, saving by the button puts them in, and the draft is settled", async () => {
    await keepDraft(people.coordinator, { itemId: item(meeting, 4).id, version: 1, discussion: "As I heard it, and more." }, later(1));
    expect(await draftsOf(people.coordinator)).toMatchObject([{ discussion: "As I heard it, and more.", on_version: 1, settled_at: null }]);
    expect(await minuteOf(4)).toMatchObject({ discussion: "As the chair heard it." });
    expect(await writeMinute(people.coordinator, typing(4, { version: 2, typing: undefined, discussion: "Both, put together.", decision: "continue" }), later(2))).toMatchObject({ ok: true });
    expect((await viewRoom(people.coordinator, { reference: meeting.reference, number: 4 }, later(2)))?.item?.draft).toBeNull();
  });

  test("dropped, it is gone, and what is saved stands; there is none to drop twice", async () => {
    const itemId = item(meeting, 4).id;
    await keepDraft(people.deputy, { itemId, version: 1, discussion: "Mine." }, now);
    expect(await dropDraft(people.deputy, { itemId }, now)).toMatchObject({ ok: true });
    expect(await dropDraft(people.deputy, { itemId }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await minuteOf(4)).toMatchObject({ discussion: "Both, put together." });
  });

  test.each<[string, keyof World["people"]]>([["a member", "housing"], ["another forum's chair", "northChair"], ["information governance", "governance"]])("%s keeps nothing here", async (_, who) => {
    expect(await keepDraft(people[who], { itemId: item(meeting, 4).id, version: 1, discussion: "Mine." }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await draftsOf(people[who])).toEqual([]);
  });

  test("whoever writes now is named to the others of the chair's office for two minutes, and to nobody else", async () => {
    await writeMinute(people.coordinator, typing(6), later(10));
    const seen = async (who: Actor, minutes: number) => (await viewRoom(who, { reference: meeting.reference, number: 1 }, later(minutes)))?.writing;
    expect(await seen(people.chair, 11)).toEqual("Priya Nandra");
    expect(await seen(people.chair, 13)).toBeNull();
    expect(await seen(people.coordinator, 11)).toBeNull();
  });
});
