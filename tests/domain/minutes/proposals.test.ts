import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAction } from "@/domain/action-plan/commands/read-action.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { confirmProposal } from "@/domain/minutes/commands/confirm-proposal.ts";
import { dropProposal } from "@/domain/minutes/commands/drop-proposal.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, item, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let n = 0;
const line = "@housing secure garages 3 and 7 by fri";
const notes = `Both garages stand open.\n${line}\nPolice patrol meanwhile.`;
const parts = { ownerId: "", wording: "Secure garages 3 and 7", due: { day: "11", month: "12", year: "2026" }, measure: "Both are locked" };
const confirm = (who: keyof World["people"] = "coordinator", over: Record<string, unknown> = {}) => confirmProposal(people[who], { itemId: item(meeting, 1).id, line, ...parts, ownerId: people.housing.personId, ...over }, now);
const drop = (who: keyof World["people"] = "coordinator", over: Record<string, unknown> = {}) => dropProposal(people[who], { itemId: item(meeting, 1).id, line, ...over }, now);
const noted = async () => (await owner.query<{ discussion: string }>("select discussion from minutes where item_id = $1", [item(meeting, 1).id])).rows[0]?.discussion;
const actions = async () => (await owner.query("select a.reference, w.wording from actions a join action_wordings w on w.action_id = a.id where a.meeting_id = $1", [meeting.id])).rows;

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
});
beforeEach(async () => {
  n += 1;
  meeting = await aMeeting(world, `CEN-2026-P${n}`, { items: [{ caseId: await aCase(world, `CEN-${n}`) }] });
  await attends(world, meeting, people.chair);
  await attends(world, meeting, people.housing);
  expect(await writeMinute(people.coordinator, { itemId: item(meeting, 1).id, version: 1, discussion: notes, decision: "continue", decisionReason: "It goes on." }, now)).toMatchObject({ ok: true });
});

describe("a line of the notes that begins with an @", () => {
  test("is listed under the item as it is understood, for whoever may make an action of it, and is none yet", async () => {
    const room = await viewRoom(people.coordinator, { reference: meeting.reference, number: 1 }, now);
    expect(room?.proposals).toMatchObject([{ line, wording: "Secure garages 3 and 7", owners: [{ name: "Zofia Nowak" }], due: "2026-12-11" }]);
    expect(room?.item?.actions).toEqual([]);
    expect((await viewRoom(people.housing, { reference: meeting.reference, number: 1 }, now))?.proposals).toEqual([]);
  });

  test("confirmed, it is an action like any other and leaves the notes; a second time it is no longer there, and nothing is recorded twice", async () => {
    expect(await confirm()).toMatchObject({ ok: true, value: { counts: false } });
    expect(await noted()).toBe("Both garages stand open.\nPolice patrol meanwhile.");
    expect(await confirm("chair")).toEqual({ ok: false, problem: { kind: "refused", rule: "minute.proposalGone", facts: {} } });
    expect(await actions()).toEqual([{ reference: `CEN-${n}-1`, wording: "Secure garages 3 and 7" }]);
  });

  test("lacking an owner, it stays where it is", async () => {
    expect(await confirm("coordinator", { ownerId: "" })).toMatchObject({ problem: { kind: "invalid", fields: { ownerId: [expect.any(String)] } } });
    expect(await noted()).toBe(notes);
    expect(await actions()).toEqual([]);
  });

  test("dropped, its words stay in the notes as words", async () => {
    expect(await drop()).toMatchObject({ ok: true });
    expect(await noted()).toBe("Both garages stand open.\nhousing secure garages 3 and 7 by fri\nPolice patrol meanwhile.");
    expect(await drop()).toMatchObject({ problem: { rule: "minute.proposalGone" } });
  });

  test("whoever writes the notes meanwhile is told that they changed", async () => {
    await confirm();
    expect(await writeMinute(people.coordinator, { itemId: item(meeting, 1).id, version: 2, discussion: notes }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
  });

  test("neither confirmed nor dropped, it keeps the meeting from closing, and is named on the page before", async () => {
    expect((await viewClosing(people.chair, { reference: meeting.reference }, now))?.missing).toMatchObject([{ number: 1, lacks: "proposals" }]);
    expect(await closeMeeting(people.chair, { reference: meeting.reference, version: 1 }, now)).toMatchObject({ problem: { rule: "meeting.notFinished", facts: { proposals: ["1"] } } });
    await drop();
    expect(await closeMeeting(people.chair, { reference: meeting.reference, version: 1 }, now)).toMatchObject({ ok: true });
  });

  test.each(["housing", "police", "northChair", "governance"] as const)("%s neither confirms nor drops it", async (who) => {
    for (const outcome of [await confirm(who), await drop(who)]) expect(outcome).toMatchObject({ ok: false, problem: { kind: expect.stringMatching(/forbidden|notFound/) } });
    expect(await noted()).toBe(notes);
  });
});

describe("a line typed as an action", () => {
  const read = (who: keyof World["people"], said = line) => readAction(people[who], { itemId: item(meeting, 1).id, line: said }, now);

  test("is read for whoever may record one, and nothing is written", async () => {
    expect(await read("coordinator")).toMatchObject({ ok: true, value: { wording: "Secure garages 3 and 7", owners: [{ name: "Zofia Nowak", agency: "Housing" }], due: "2026-12-11" } });
    expect(await read("coordinator", "@police patrol the parade by next meeting")).toMatchObject({ ok: true, value: { owners: [{ name: "Insp Ruth Calverley" }], due: null } });
    expect(await actions()).toEqual([]);
  });

  test("isn't read for a member, who is refused on the trail, nor for anybody to whom the item isn't there", async () => {
    expect(await read("housing")).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.record" } });
    expect(await read("northChair")).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});
