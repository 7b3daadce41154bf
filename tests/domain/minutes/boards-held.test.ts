import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { appoint } from "@/domain/directory/commands/appoint.ts";
import { planReport } from "@/domain/forward-plan/commands/plan-report.ts";
import { noteInterest } from "@/domain/interests/commands/note-interest.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { makeSure } from "@/domain/meetings/commands/make-sure.ts";
import { moveItem } from "@/domain/meetings/commands/move-item.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { planYear } from "@/domain/meetings/commands/plan-year.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import { listMeetings } from "@/domain/meetings/queries/list-meetings.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { acceptCorrection } from "@/domain/minutes/commands/accept-correction.ts";
import { addResolution } from "@/domain/minutes/commands/add-resolution.ts";
import { answerQuestion } from "@/domain/minutes/commands/answer-question.ts";
import { askQuestion } from "@/domain/minutes/commands/ask-question.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { endDeferral } from "@/domain/minutes/commands/end-deferral.ts";
import { proposeCorrection } from "@/domain/minutes/commands/propose-correction.ts";
import { putOffItem } from "@/domain/minutes/commands/put-off-item.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { viewTerms } from "@/domain/terms/queries/view-terms.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, seated, type World } from "../../support/world.ts";
import { aBoard, type Board, items, meets, moment, plan, readPlan } from "../forward-plan/arrange.ts";
import { done, seen, sign } from "../meetings/arrange.ts";
import type { BoardItem } from "./board-agenda.ts";

// Two boards as real ones met, held through the commands; people, places and words are made up, the order, the outcomes and what goes on from them are theirs.

const day = (on: string) => ({ day: String(Number(on.slice(8))), month: String(Number(on.slice(5, 7))), year: on.slice(0, 4) });
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);
const linesOf = async ({ people }: Board, reference: string, now: Date) => (await viewAgenda(people.coordinator, { reference }, now))?.lines ?? [];

/** Makes the agenda of a meeting what the board took: what it didn't take is left off, what was brought is added, each in its place. Planned and deferred items are there by themselves. */
async function agendaOf(board: Board, reference: string, wanted: readonly BoardItem[], now: Date) {
  const { world, people } = board;
  const is = (line: { kind: string; title: string | null }) => wanted.some((item) => item.kind === line.kind && item.title === line.title);
  for (const line of (await linesOf(board, reference, now)).filter((one) => !is(one))) done(await leaveOffItem(people.coordinator, { ...(await seen(world, reference)), itemId: line.id, why: "Not taken at this meeting." }, now));
  for (const { kind, title, presenter = "" } of wanted.filter((item) => item.title !== null)) {
    if ((await linesOf(board, reference, now)).some((line) => line.title === title)) continue;
    done(await addItem(people.coordinator, { reference, kind, title, presenter, minutes: "6", restricted: "" }, now));
  }
  for (const [index, item] of wanted.entries()) {
    const line = (await linesOf(board, reference, now)).find((one) => one.kind === item.kind && one.title === item.title);
    if (!line) throw new Error(`no ${item.title ?? item.kind} on ${reference}`);
    if (line.position !== index + 1) done(await moveItem(people.coordinator, { ...(await seen(world, reference)), itemId: line.id, to: String(index + 1) }, now));
  }
}

async function opens({ world, people }: Board, reference: string, startsAt: Date, chair: Actor, signing: Actor[]) {
  done(await publishAgenda(people.coordinator, await seen(world, reference), later(startsAt, -7 * 24 * 60)));
  done(await openDoors(chair, await seen(world, reference), later(startsAt, -30)));
  for (const who of [chair, ...signing]) done(await sign(who, reference, later(startsAt, -20)));
  done(await openMeeting(chair, await seen(world, reference), startsAt));
  return items(world, reference);
}

/** Minutes an item as the board did. */
async function minute({ people }: Board, itemId: string, { outcome, said = "Members asked questions.", parts = [] }: BoardItem, at: Date) {
  done(await openItem(people.coordinator, { itemId }, at));
  done(await writeMinute(people.coordinator, { itemId, version: 1, outcome, discussion: said }, at));
  for (const wording of parts) done(await addResolution(people.coordinator, { itemId, wording }, at));
}
async function closes({ world, people }: Board, reference: string, chair: Actor, at: Date) {
  done(await closeMeeting(chair, await seen(world, reference), at));
  done(await circulateMinutes(people.coordinator, await seen(world, reference), later(at, 60)));
}
const readMinutes = async (who: Actor, reference: string, at: Date) => {
  const found = await viewMinutes(who, { reference }, at);
  if (!found) throw new Error(`no minutes of ${reference}`);
  return found;
};

describe("a board that meets under an interim chair", () => {
  const may = moment("2026-05-28", 9);
  const july = moment("2026-07-16", 9);
  const september = moment("2026-09-22", 9);
  const assessment = "Strategic assessment of crime and disorder";
  const twelve: BoardItem[] = [
    { kind: "register", title: null, outcome: "noted", said: "The acting chair opened the meeting; everybody introduced themselves." },
    { kind: "discussion", title: "Appointment of chair and vice-chair", outcome: "agreed", parts: ["in the absence of other nominations, an interim chair is appointed for three months", "no vice-chair is appointed during the review", "part of the away day is used to discuss the review"] },
    { kind: "discussion", title: "Development of the partnership", outcome: "agreed" },
    { kind: "last_minutes", title: null, outcome: "agreed", said: "Agreed, subject to a correction of spelling and to an annex." },
    { kind: "matters_arising", title: null, outcome: "noted", said: "Minute 5(1) – the sub-group’s chair had not been invited.\nMinute 6(1) – the figures of the family of forces are skewed.\nMinute 6(2) – the specification has still not been published." },
    { kind: "report", title: "Performance and areas of under-performance", presenter: "Performance analyst", outcome: "agreed", parts: ["the report has a narrative against each item, and tolerance levels", "the chair of the sub-group is invited to the next meeting to report on the failing indicator", "early indicator data are brought to the next meeting", "the indicators are revisited after the review, in three months’ time"] },
    { kind: "report", title: assessment, outcome: "deferred", said: "Consideration was put off; the analysts were asked to dig deeper." },
    { kind: "discussion", title: "Focus of the away day", outcome: "agreed", parts: ["exploitation is not the focus of the away day"] },
    { kind: "report", title: "Enforcement pilot", outcome: "noted" },
    { kind: "report", title: "Victim services", outcome: "noted" },
    { kind: "report", title: "Local profile of organised crime", outcome: "referred_on", said: "Referred to the sub-group of the safeguarding board." },
    { kind: "next_meeting", title: null, outcome: "noted", said: "The dates were noted; April is provisional." },
  ];
  let board: Board;
  let world: World;
  let people: World["people"];
  let acting: Actor;
  let interim: Actor;
  const correct = async (itemId: string | undefined, becomes: (was: string) => string, at: Date) => {
    const was = (await owner.query<{ discussion: string }>("select discussion from minutes where item_id = $1", [itemId])).rows[0]?.discussion ?? "";
    done(await proposeCorrection(people.councillor, { itemId, was, becomes: becomes(was) }, at));
    return (await owner.query<{ id: string }>("select id from minute_corrections where item_id = $1 and state = 'proposed'", [itemId])).rows[0]?.id;
  };

  beforeAll(async () => {
    world = await aPartnership();
    board = await aBoard(world);
    people = world.people;
    acting = people.deputy;
    interim = people.police;
    // the portfolio has changed hands: nobody is chair, there is no vice-chair, and an officer acts until the board has chosen
    await owner.query("update appointments set until_on = '2026-05-31' where forum_id = $1 and office = 'chair'", [board.id]);
    await owner.query("update appointments set until_on = '2026-05-31' where forum_id = $1 and office = 'deputy'", [board.id]);
    const first = await meets(board, "2026-05-28", moment("2026-05-01"));
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) done(await addItem(people.coordinator, { reference: first, kind: "report", title: `Report ${n}`, presenter: "", minutes: "5", restricted: "" }, moment("2026-05-02")));
    for (const [n, { id }] of (await opens(board, first, may, people.chair, [people.coordinator, people.councillor])).entries()) await minute(board, id, { kind: "report", title: null, outcome: "noted", said: n === 0 ? "Ms Hardwood gave apologies." : "Said." }, later(may, n));
    await closes(board, first, people.chair, later(may, 90));

    const now = moment("2026-06-01");
    done(await planYear(people.coordinator, { forumId: board.id, at: "10am", place: "Council House", on1: day("2026-07-16"), as1: "sure", on2: day("2026-09-24"), as2: "sure", on3: day("2027-01-21"), as3: "sure", on4: day("2027-04-15"), as4: "provisional" }, now));
    done(await appoint(people.administrator, { personId: acting.personId, forumId: board.id, office: "chair", capacity: "acting", from: day("2026-06-01"), until: day("2026-07-16"), proposedBy: "", secondedBy: "", meeting: "", item: "" }, now));
    await agendaOf(board, "SHB-2026-07", twelve, moment("2026-07-02"));
    const found = await opens(board, "SHB-2026-07", july, acting, [people.coordinator, people.councillor, interim]);
    for (const [n, { id, kind }] of found.entries()) {
      const at = later(july, 5 * n);
      const item = twelve[n];
      if (!item) throw new Error(`item ${n + 1} was not minuted`);
      if (kind === "last_minutes") {
        const [register, , last] = await items(world, first);
        const spelling = await correct(register?.id, (was) => was.replace("Hardwood", "Harwood"), at);
        const annex = await correct(last?.id, (was) => `${was}\nThe delivery matrix of the sub-group, tabled and agreed, is an annex.`, at);
        for (const correctionId of [spelling, annex]) done(await acceptCorrection(people.coordinator, { correctionId }, at));
        done(await confirmMinutes(acting, { ...(await seen(world, first)), at: "SHB-2026-07" }, at));
      }
      await minute(board, id, item, at);
      if (item.title === assessment) done(await putOffItem(people.coordinator, { itemId: id, why: "The analysts were asked to dig deeper.", untilWhat: "The analysis that the away day sees", untilOn: "" }, at));
      if (item.title === "Appointment of chair and vice-chair") {
        // one chair on any day: the interim chair's three months begin the day after
        done(await appoint(people.administrator, { personId: interim.personId, forumId: board.id, office: "chair", capacity: "interim", from: day("2026-07-17"), until: day("2026-10-16"), proposedBy: "Assistant director for learning", secondedBy: "Cabinet member for community safety", meeting: "SHB-2026-07", item: "2" }, at));
      }
      if (item.kind === "report" && item.outcome === "agreed") {
        const report = (over: Record<string, unknown>) => planReport(people.coordinator, { forum: "SHB", kind: "report", agencyId: "", presenter: "Chair of the sub-group", minutes: "10", due: "SHB-2026-09", every: "once", restricted: "", ...over }, at);
        done(await report({ title: "The indicator that fails" }));
        done(await report({ title: "Early data on short licences", presenter: "Performance analyst" }));
        done(await report({ title: "The indicators after the review", presenter: "Performance analyst", due: "2026-10" }));
      }
      if (kind === "next_meeting") done(await rescheduleMeeting(people.coordinator, { ...(await seen(world, "SHB-2026-09")), on: day("2026-09-22"), at: "10am", place: "Council House", reason: "The room is taken." }, at));
    }
    await closes(board, "SHB-2026-07", acting, later(july, 120));
  }, 120_000);

  test("numbers on from the seventeenth minute of its year, and has its twelve items, parts and outcomes", async () => {
    const { items: minuted } = await readMinutes(people.councillor, "SHB-2026-07", later(july, 200));
    expect(minuted.map(({ minute: number, title, outcome, resolutions }) => [number, title, outcome, resolutions.length])).toEqual(twelve.map(({ title, outcome, parts = [] }, n) => [`SHB ${n + 17}/26`, title, outcome, parts.length]));
  });

  test("was opened by whoever acted as chair, and chose an interim one: proposed, seconded, at its minute, for three months, with no vice-chair", async () => {
    expect((await readMinutes(people.councillor, "SHB-2026-07", later(july, 200))).presided).toMatchObject({ office: "chair", capacity: "acting" });
    const terms = await viewTerms(people.councillor, "SHB", moment("2026-07-20"));
    expect(terms?.offices.map(({ name, office, capacity, from, until, made }) => ({ name, office, capacity, from, until, made }))).toEqual([
      { name: "PC Nia Rowlands", office: "chair", capacity: "interim", from: "2026-07-17", until: "2026-10-16", made: { proposedBy: "Assistant director for learning", secondedBy: "Cabinet member for community safety", meeting: "SHB-2026-07", minute: "SHB 18/26" } },
      { name: "Priya Nandra", office: "coordinator", capacity: "substantive", from: "2025-01-01", until: null, made: { proposedBy: null, secondedBy: null, meeting: null, minute: null } },
    ]);
  });

  test("agreed the notes of its last meeting with a spelling and an annex put right beside the text", async () => {
    const before = await readMinutes(people.coordinator, "SHB-2026-05", later(july, 200));
    expect(before.confirmed).toMatchObject({ meeting: "SHB-2026-07" });
    expect(before.items[0]?.words?.discussion).toBe("Ms Harwood gave apologies.");
    expect(before.items[2]?.words?.discussion).toContain("is an annex");
    expect(before.items.flatMap(({ corrections }) => corrections.map(({ state }) => state))).toEqual(["accepted", "accepted"]);
  });

  test("has its dates to come, one moved and one provisional, which is made sure later", async () => {
    expect((await viewMeeting(people.councillor, { reference: "SHB-2026-09" }, later(july, 200)))?.startsAt).toEqual(september);
    const provisional = async (at: Date) => (await listMeetings(people.councillor, { forum: "SHB", page: 1 }, at)).upcoming.filter((one) => one.provisional).map(({ reference }) => reference);
    expect(await provisional(later(july, 200))).toEqual(["SHB-2027-04"]);
    done(await makeSure(people.coordinator, await seen(world, "SHB-2027-04"), moment("2026-08-01")));
    expect(await provisional(moment("2026-08-02"))).toEqual([]);
  });

  test("takes at its next meeting what it asked to be brought there; the assessment only once the away day has its analysis", async () => {
    const brought = async (at: Date) => (await linesOf(board, "SHB-2026-09", at)).flatMap(({ title }) => title ?? []);
    expect(await brought(moment("2026-08-01"))).toEqual(["Early data on short licences", "The indicator that fails"]);
    const waiting = (await readPlan(board, moment("2026-08-01"), people.coordinator)).putOff;
    expect(waiting).toMatchObject([{ title: assessment, waits: true, chain: [{ meeting: "SHB-2026-07", untilWhat: "The analysis that the away day sees" }] }]);
    done(await endDeferral(people.coordinator, { itemId: waiting[0]?.id }, moment("2026-08-14")));
    expect(await brought(moment("2026-08-15"))).toContain(assessment);
    expect((await readPlan(board, moment("2026-08-15"))).expected.map(({ title, on }) => [title, on?.reference])).toEqual([["Early data on short licences", "SHB-2026-09"], ["The indicator that fails", "SHB-2026-09"], ["The indicators after the review", "SHB-2027-01"]]);
  });

  test("is chaired by the interim chair in September; once their three months are over no meeting can be opened, of which the office is warned", async () => {
    const found = await opens(board, "SHB-2026-09", september, interim, [people.coordinator, people.councillor]);
    for (const [n, { id }] of found.entries()) await minute(board, id, { kind: "report", title: null, outcome: "noted" }, later(september, n));
    await closes(board, "SHB-2026-09", interim, later(september, 90));
    expect((await readMinutes(people.councillor, "SHB-2026-09", later(september, 200))).presided).toMatchObject({ name: "PC Nia Rowlands", capacity: "interim" });
    expect((await viewMeeting(people.coordinator, { reference: "SHB-2027-01" }, moment("2026-09-23")))?.chairEndsOn).toBe("2026-10-16");
    const january = moment("2027-01-21", 10);
    done(await publishAgenda(people.coordinator, await seen(world, "SHB-2027-01"), moment("2027-01-10")));
    expect((await viewMeeting(people.coordinator, { reference: "SHB-2027-01" }, january))?.chair).toBeNull();
    for (const who of [interim, acting, people.chair, people.coordinator]) expect((await openDoors(who, await seen(world, "SHB-2027-01"), later(january, -30))).ok, who.name).toBe(false);
  });
});

describe("a board of two counties, with districts on it", () => {
  const january = moment("2027-01-28", 14);
  const thirteen: BoardItem[] = [
    { kind: "register", title: null, outcome: "noted", said: "Everybody introduced themselves. Apologies were reported." },
    { kind: "last_minutes", title: null, outcome: "noted", said: "The minutes were circulated and noted." },
    { kind: "interests", title: null, outcome: "noted", said: "All members who also sit on a district or borough council have personal interests in what touches its area." },
    { kind: "presentation", title: "Duty to prevent radicalisation", presenter: "Prevent coordinator", outcome: "noted", parts: ["its role be part of the induction of councillors after the elections", "it come within the remit of the strategy group", "a link to the presentation be circulated"] },
    { kind: "report", title: "Performance, quarter two", outcome: "agreed", parts: ["the performance of the quarter be noted", "the board continue to monitor trends"] },
    { kind: "report", title: "Domestic abuse partnership", outcome: "agreed", parts: ["the work of the partnership be noted", "its key risks be noted"] },
    { kind: "report", title: "Domestic homicide reviews, joint arrangements", outcome: "agreed", parts: ["the expenditure be noted", "£3,000 be allocated to the learning event", "the contribution for the next year be agreed", "a report on the revised process be submitted to a future meeting"] },
    { kind: "report", title: "Response to exploitation of children", outcome: "noted" },
    { kind: "report", title: "Reducing re-offending board", outcome: "noted" },
    { kind: "report", title: "Changes to probation", outcome: "noted" },
    { kind: "presentation", title: "Working together", presenter: "Assistant chief constable", outcome: "agreed", parts: ["a further report be submitted to the next meeting"] },
    { kind: "other_business", title: null, outcome: "agreed", said: "(a) A meeting at the safety centre\n(b) Neighbourhood watch\n(c) A member who leaves the board", parts: ["the centre’s chief executive be invited to the next meeting", "the chair send a letter of thanks on behalf of the board"] },
    { kind: "next_meeting", title: null, outcome: "noted", said: "Thursday 18 March at 10am." },
  ];
  let board: Board;
  let people: World["people"];

  beforeAll(async () => {
    const world = await aPartnership();
    board = await aBoard(world);
    people = world.people;
    await seated(world, people.northMember, board.id);
    const first = await meets(board, "2026-09-25", moment("2026-09-01"));
    for (const { id } of await opens(board, first, moment("2026-09-25", 9), people.chair, [people.coordinator])) await minute(board, id, { kind: "report", title: null, outcome: "noted" }, moment("2026-09-25", 9, 30));
    await closes(board, first, people.chair, moment("2026-09-25", 11));
    await plan(board, { title: "Performance, quarter two", due: "2027-01", every: "3" }, moment("2026-10-01"));
    await meets(board, "2027-01-28", moment("2026-12-01"));
    await meets(board, "2027-03-18", moment("2026-12-01"));
    // they meet at two in the afternoon
    done(await rescheduleMeeting(people.coordinator, { ...(await seen(world, "SHB-2027-01")), on: day("2027-01-28"), at: "2pm", place: "County Hall", reason: "The room is free in the afternoon." }, moment("2026-12-02")));
    done(await replyToInvitation(people.housing, { reference: "SHB-2027-01", reply: "apologies" }, moment("2027-01-20")));
    await agendaOf(board, "SHB-2027-01", thirteen, moment("2027-01-15"));
    const found = await opens(board, "SHB-2027-01", january, people.chair, [people.coordinator, people.councillor, people.northMember, people.police]);
    for (const [n, { id, kind }] of found.entries()) {
      const at = later(january, 6 * n);
      const item = thirteen[n];
      if (!item) throw new Error(`item ${n + 1} was not minuted`);
      if (kind === "last_minutes") done(await confirmMinutes(people.chair, { ...(await seen(world, first)), at: "SHB-2027-01" }, at));
      if (kind === "interests") done(await noteInterest(people.coordinator, { reference: "SHB-2027-01", personIds: [people.councillor.personId, people.northMember.personId], kind: "personal", about: "membership", words: "Member of a district council, in what touches its area" }, at));
      await minute(board, id, item, at);
      if (item.title === "Domestic abuse partnership") {
        done(await askQuestion(people.coordinator, { itemId: id, askedById: people.councillor.personId, ofAgencyId: world.agencies.council, wording: "What is the funding for the rest of the year and beyond?" }, at));
        done(await addAction(people.chair, { itemId: id, ownerId: people.police.personId, wording: "Give the district’s statistics to the member who asked", namelessWording: "", due: day("2027-02-28"), measure: "Sent and acknowledged" }, at));
      }
      if (item.parts?.some((part) => part.startsWith("a report on the revised process"))) await plan(board, { title: "The revised process of reviews", presenter: "Head of community safety", due: "2027-06" }, at);
      if (item.title === "Working together") await plan(board, { title: "Working together, further report", presenter: "Assistant chief constable", due: "SHB-2027-03" }, at);
    }
    await closes(board, "SHB-2027-01", people.chair, later(january, 120));
  }, 120_000);

  const read = (who: Actor) => readMinutes(who, "SHB-2027-01", later(january, 200));

  test("has its thirteen items with NOTED and AGREED and their lettered parts", async () => {
    const { items: minuted } = await read(people.councillor);
    expect(minuted.map(({ kind, title, outcome, resolutions }) => ({ kind, title, outcome, parts: resolutions.map(({ wording }) => wording) }))).toEqual(thirteen.map(({ kind, title, outcome, parts = [] }) => ({ kind, title, outcome, parts })));
  });

  test("notes the interest of a whole class of its members at once; nobody leaves for it", async () => {
    const { interests, present, leftOut } = await read(people.councillor);
    expect(interests.map(({ person, kind, about, words, noted, number }) => ({ person, kind, about, words, noted, number }))).toEqual(["Cllr Grace Hinchliffe", "Cllr Peter Dunnock"].map((person) => ({ person, kind: "personal", about: "membership", words: "Member of a district council, in what touches its area", noted: true, number: null })));
    expect(leftOut).toEqual([]);
    expect(present.flatMap(({ people: there }) => there.flatMap(({ out }) => out))).toEqual([]);
    expect((await owner.query("select 1 from recusals where partnership_id = $1", [board.world.partnershipId])).rows).toEqual([]);
    expect((await read(people.northMember)).items.every(({ words }) => words !== null)).toBe(true);
  });

  test("received the quarter's report, expects the next one in its rhythm, and what it asked for at the meetings it named", async () => {
    const found = await readPlan(board, later(january, 200));
    expect(found.received).toMatchObject([{ title: "Performance, quarter two", meeting: "SHB-2027-01", minute: expect.stringMatching(/^SHB \d+\/26$/) }]);
    expect(found.expected.map(({ title, month, on }) => [title, month, on?.reference ?? null])).toEqual([["Working together, further report", "2027-03", "SHB-2027-03"], ["Performance, quarter two", "2027-04", null], ["The revised process of reviews", "2027-06", null]]);
  });

  test("carries what was undertaken to its next meeting: the question by its minute, the action on its plan", async () => {
    const march = moment("2027-03-18");
    await opens(board, "SHB-2027-03", march, people.chair, [people.coordinator, people.councillor]);
    const number = (await linesOf(board, "SHB-2027-03", march)).find(({ kind }) => kind === "matters_arising")?.position ?? 0;
    const room = await viewRoom(people.councillor, { reference: "SHB-2027-03", number }, later(march, 5));
    const asked = room?.item?.matters?.questions[0];
    expect(asked).toMatchObject({ wording: "What is the funding for the rest of the year and beyond?", minute: expect.stringMatching(/^SHB \d+\/26$/), meetingsAgo: 1 });
    expect(room?.item?.matters?.actions).toMatchObject([{ state: "assigned", minute: asked?.minute }]);
    done(await answerQuestion(people.coordinator, { questionId: asked?.id ?? randomUUID(), at: "SHB-2027-03", answer: "It is funded until March of next year." }, later(march, 6)));
    expect((await viewRoom(people.councillor, { reference: "SHB-2027-03", number }, later(march, 7)))?.item?.matters?.questions).toEqual([]);
  });

  test("names none of this to a member who wasn't there beyond the order and the outcomes, and nothing to a stranger", async () => {
    const away = await read(people.housing);
    expect(away.summaryOnly).toBe(true);
    expect(away.items.map(({ words, resolutions, questions }) => [words, resolutions, questions])).toEqual(thirteen.map(() => [null, [], []]));
    expect(away.apologies.map(({ name }) => name)).toEqual(["Zofia Nowak"]);
    for (const who of [people.probation, people.bystander, people.governance]) expect(await viewMinutes(who, { reference: "SHB-2027-01" }, later(january, 200))).toBeNull();
  });
});
