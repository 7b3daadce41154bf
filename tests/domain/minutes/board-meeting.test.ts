import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { declareStandingInterest } from "@/domain/interests/commands/declare-standing-interest.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { moveItem } from "@/domain/meetings/commands/move-item.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { acceptCorrection } from "@/domain/minutes/commands/accept-correction.ts";
import { addResolution } from "@/domain/minutes/commands/add-resolution.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { proposeCorrection } from "@/domain/minutes/commands/propose-correction.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, insert, seated, type World } from "../../support/world.ts";
import { done, scheduled, seen, sign } from "../meetings/arrange.ts";
import { nineteen } from "./board-agenda.ts";

/** A board's meeting in May, held from its agenda to its confirmed minutes as a real one was; people, places and words are made up. */
let world: World;
let people: World["people"];
let board: string;
const march = new Date("2026-03-24T09:30:00Z");
const may = new Date("2026-05-19T08:30:00Z");
const june = new Date("2026-06-23T08:30:00Z");
const minutes = (from: Date, n: number) => new Date(from.getTime() + n * 60_000);
const weekBefore = (day: Date) => minutes(day, -7 * 24 * 60);

const plan = (day: string, month: string, now: Date) => scheduled(world, { forumId: board, on: { day, month, year: "2026" }, at: "9:30am", place: "Town Hall" }, people.coordinator, now);
const agenda = async (reference: string, now: Date) => {
  const kept = await viewAgenda(people.coordinator, { reference }, now);
  if (!kept) throw new Error(`no agenda of ${reference}`);
  return kept.lines;
};

async function open(reference: string, startsAt: Date, signing: Actor[]) {
  done(await publishAgenda(people.coordinator, await seen(world, reference), weekBefore(startsAt)));
  done(await openDoors(people.chair, await seen(world, reference), minutes(startsAt, -30)));
  for (const who of signing) done(await sign(who, reference, minutes(startsAt, -20)));
  done(await openMeeting(people.chair, await seen(world, reference), startsAt));
  const { rows } = await owner.query<{ id: string; kind: string; title: string | null }>("select i.id, i.kind, i.title from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 order by i.position", [world.partnershipId, reference]);
  return rows;
}
const write = async (itemId: string, outcome: string, discussion: string, at: Date) => {
  done(await openItem(people.coordinator, { itemId }, at));
  done(await writeMinute(people.coordinator, { itemId, version: 1, outcome, discussion }, at));
};

async function theMeetingInMarch() {
  const reference = await plan("24", "3", new Date("2026-02-01T09:00:00Z"));
  const items = await open(reference, march, [people.chair, people.coordinator]);
  for (const [n, item] of items.entries()) await write(item.id, "noted", "Noted.", minutes(march, n));
  done(await closeMeeting(people.chair, await seen(world, reference), minutes(march, 60)));
  done(await circulateMinutes(people.coordinator, await seen(world, reference), minutes(march, 120)));
}

/** The coordinator makes the nineteen of what the draft proposes: two standing items off, what was announced on, each in its place. */
async function theAgendaOfMay(reference: string) {
  const now = weekBefore(may);
  for (const kind of ["interests", "actions", "other_minutes"]) {
    const line = (await agenda(reference, now)).find((one) => one.kind === kind && one.title === null);
    done(await leaveOffItem(people.coordinator, { ...(await seen(world, reference)), itemId: line?.id, why: "Not taken at this meeting." }, now));
  }
  for (const { kind, title, presenter = "", restricted = false } of nineteen.filter((item) => item.title !== null)) {
    done(await addItem(people.coordinator, { reference, kind, title, presenter, minutes: "6", restricted: restricted ? "yes" : "" }, now));
  }
  for (const [index, item] of nineteen.entries()) {
    const line = (await agenda(reference, now)).find((one) => one.kind === item.kind && one.title === item.title);
    if (line?.position !== index + 1) done(await moveItem(people.coordinator, { ...(await seen(world, reference)), itemId: line?.id, to: String(index + 1) }, now));
  }
}

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
  board = randomUUID();
  await insert("forums", { id: board, partnership_id: world.partnershipId, kind: "board", code: "SHB", name: "Safer Testham Board", area_id: null, year_starts_month: 5 });
  await insert("terms_of_reference", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: board, version: 1, adopted_on: "2025-01-01", purpose: "To keep the borough safe.", admits_elected_members: true, limit_minutes: 150 });
  for (const [who, office] of [[people.chair, "chair"], [people.deputy, "deputy"], [people.coordinator, "coordinator"]] as const) await appointed(world, who, board, office);
  for (const who of [people.chair, people.deputy, people.coordinator, people.councillor, people.police, people.housing, people.probation]) await seated(world, who, board);
  await theMeetingInMarch();

  const reference = await plan("19", "5", weekBefore(weekBefore(may)));
  await plan("16", "6", weekBefore(may));
  await theAgendaOfMay(reference);
  done(await replyToInvitation(people.probation, { reference, reply: "apologies" }, weekBefore(may)));
  done(await recordAbsence(people.coordinator, { reference, personId: people.housing.personId, status: "apologies" }, weekBefore(may)));
  done(await declareStandingInterest(people.councillor, { kind: "other", about: "family", words: "A relative works in security in the town centre" }, weekBefore(may)));
  const items = await open(reference, may, [people.chair, people.coordinator, people.councillor, people.police]);
  for (const [n, { id, kind }] of items.entries()) {
    const at = minutes(may, 5 * n);
    const item = nineteen[n];
    if (!item) throw new Error(`item ${n + 1} was not minuted by the board`);
    const { outcome, said = "Members asked questions.", parts = [] } = item;
    if (kind === "last_minutes") done(await confirmMinutes(people.chair, { ...(await seen(world, "SHB-2026-03")), at: reference }, at));
    if (kind === "next_meeting") {
      done(await rescheduleMeeting(people.coordinator, { ...(await seen(world, "SHB-2026-06")), on: { day: "23", month: "6", year: "2026" }, at: "9:30am", place: "Town Hall", reason: "The hall is taken." }, at));
    }
    await write(id, outcome, said, at);
    for (const wording of parts) done(await addResolution(people.coordinator, { itemId: id, wording }, at));
  }
  done(await closeMeeting(people.chair, await seen(world, reference), minutes(may, 120)));
}, 120_000);

const read = async (who: Actor, at = minutes(may, 130)) => {
  const found = await viewMinutes(who, { reference: "SHB-2026-05" }, at);
  if (!found) throw new Error("no minutes");
  return found;
};

describe("the minutes of a board", () => {
  test("have the nineteen items in order, numbered from 1 in the municipal year that begins in May", async () => {
    const { items } = await read(people.councillor);
    expect(items.map(({ number, minute, kind, title, outcome }) => ({ number, minute, kind, title, outcome }))).toEqual(
      nineteen.map(({ kind, title, outcome }, n) => ({ number: n + 1, minute: `SHB ${n + 1}/26`, kind, title, outcome })),
    );
  });

  test("have each resolution with its parts, and what was said", async () => {
    const { items } = await read(people.councillor);
    expect(items.map(({ resolutions }) => resolutions.map(({ wording }) => wording))).toEqual(nineteen.map(({ parts = [] }) => parts));
    expect(items.map(({ words }) => words?.discussion)).toEqual(nineteen.map(({ said = "Members asked questions." }) => said));
  });

  test("have who was present by organisation and the apologies with theirs, nobody in both", async () => {
    const found = await read(people.councillor);
    expect(found.present.map(({ agency, people: there }) => [agency, there.map(({ name }) => name).toSorted()])).toEqual([["Council", ["Cllr Grace Hinchliffe", "Priya Nandra"]], ["Police", ["Insp Ruth Calverley", "PC Nia Rowlands"]]]);
    expect(found.apologies.map(({ name, agency }) => [name, agency])).toEqual([["Zofia Nowak", "Housing"], ["Kemi Adeyemi", "Probation"]]);
    expect(found.presided).toMatchObject({ name: "Insp Ruth Calverley", office: "chair" });
  });

  test("confirm those of March, whose numbers end the year before", async () => {
    const before = await viewMinutes(people.councillor, { reference: "SHB-2026-03" }, minutes(may, 130));
    expect(before?.confirmed).toMatchObject({ meeting: "SHB-2026-05" });
    expect(before?.items.map(({ minute }) => minute)).toEqual(before?.items.map((_, n) => `SHB ${n + 1}/25`));
  });

  test("an interest that isn't prejudicial leaves its holder in the room and in the papers", async () => {
    const { items, present, leftOut } = await read(people.councillor);
    expect(leftOut).toEqual([]);
    expect(items.every(({ words }) => words !== null)).toBe(true);
    expect(present.flatMap(({ people: there }) => there).find(({ name }) => name === "Cllr Grace Hinchliffe")?.out).toEqual([]);
  });

  test("are a summary to a member who sent apologies: the order, the numbers and the outcomes", async () => {
    const { items, summaryOnly } = await read(people.housing);
    expect(summaryOnly).toBe(true);
    expect(items.map(({ minute, outcome, words, resolutions }) => [minute, outcome, words, resolutions])).toEqual(nineteen.map(({ outcome }, n) => [`SHB ${n + 1}/26`, outcome, null, []]));
  });
});

describe("the next meeting of the board", () => {
  test("is the day it was changed to, and what was deferred is on its agenda by itself, with where it comes from", async () => {
    const meeting = await viewMeeting(people.councillor, { reference: "SHB-2026-06" }, minutes(may, 130));
    expect(meeting?.startsAt).toEqual(june);
    const back = (await agenda("SHB-2026-06", minutes(may, 130))).filter(({ deferredFromId }) => deferredFromId !== null);
    expect(back.map(({ title, putOff }) => [title, putOff.map(({ meeting: at }) => at)])).toEqual([["Draft of the information sharing agreement", ["SHB-2026-05"]], ["Annual review of restorative justice", ["SHB-2026-05"]]]);
  });

  test("has the standing items that this one left off again", async () => {
    const kinds = (await agenda("SHB-2026-06", minutes(may, 130))).map(({ kind }) => kind);
    for (const kind of ["interests", "actions", "other_minutes", "last_minutes", "matters_arising"]) expect(kinds).toContain(kind);
  });
});

describe("at the next meeting", () => {
  const correct = async (number: number, becomes: (was: string) => string, at: Date) => {
    const { items } = await read(people.councillor, at);
    const was = items[number - 1]?.words?.discussion ?? "";
    const { rows } = await owner.query<{ id: string }>("select i.id from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = 'SHB-2026-05' and i.position = $2", [world.partnershipId, number]);
    done(await proposeCorrection(people.councillor, { itemId: rows[0]?.id, was, becomes: becomes(was) }, at));
    const proposed = await owner.query<{ id: string }>("select id from minute_corrections where item_id = $1 and state = 'proposed'", [rows[0]?.id]);
    return proposed.rows[0]?.id;
  };

  test("a spelling and an annex that was left out are corrected, matters arise by the number of their minute, and the minutes are confirmed with both beside the text", async () => {
    done(await circulateMinutes(people.coordinator, await seen(world, "SHB-2026-05"), minutes(may, 140)));
    const spelling = await correct(4, (was) => was.replace("compararive", "comparative"), minutes(may, 200));
    const annex = await correct(10, (was) => `${was}\nThe diagram that was tabled and agreed is attached as an annex.`, minutes(may, 210));

    const items = await open("SHB-2026-06", june, [people.chair, people.coordinator, people.councillor]);
    const confirm = async (at: Date) => confirmMinutes(people.chair, { ...(await seen(world, "SHB-2026-05")), at: "SHB-2026-06" }, at);
    expect(await confirm(minutes(june, 5))).toMatchObject({ ok: false, problem: { kind: "refused", rule: "meeting.correctionsOpen", facts: { items: ["4", "10"] } } });
    for (const correctionId of [spelling, annex]) done(await acceptCorrection(people.coordinator, { correctionId }, minutes(june, 6)));
    done(await confirm(minutes(june, 7)));
    const arising = "Minute 4/26 – the figures are promised for the next meeting.\nMinute 10/26(2) – housing has named somebody.\nMinute 12/26 – see the item below.";
    await write(items.find(({ kind }) => kind === "matters_arising")?.id ?? "", "noted", arising, minutes(june, 10));

    const confirmed = await read(people.chair, minutes(june, 20));
    expect(confirmed.confirmed).toMatchObject({ meeting: "SHB-2026-06" });
    expect(confirmed.items[3]?.words?.discussion).toContain("National comparative figures:");
    expect(confirmed.items[9]?.words?.discussion).toBe("Members asked questions.\nThe diagram that was tabled and agreed is attached as an annex.");
    const { rows } = await owner.query("select was, state from minute_corrections where partnership_id = $1 order by proposed_at", [world.partnershipId]);
    expect(rows).toMatchObject([{ was: expect.stringContaining("compararive"), state: "accepted" }, { was: "Members asked questions.", state: "accepted" }]);
  });

  test("each minute that matters arise from is one there is", async () => {
    const known = (await read(people.chair, minutes(june, 20))).items.map(({ minute }) => minute);
    for (const number of ["SHB 4/26", "SHB 10/26", "SHB 12/26"]) expect(known).toContain(number);
  });
});
