import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { listHistory } from "@/domain/audit/queries/list-history.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { declareInterest } from "@/domain/interests/commands/declare-interest.ts";
import { declareStandingInterest } from "@/domain/interests/commands/declare-standing-interest.ts";
import { liftRecusal } from "@/domain/interests/commands/lift-recusal.ts";
import { noteInterest } from "@/domain/interests/commands/note-interest.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import { viewMeetingInterests } from "@/domain/interests/queries/view-meeting-interests.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { followMeeting } from "@/domain/meetings/queries/follow-meeting.ts";
import { openPaper } from "@/domain/meetings/queries/open-paper.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { addResolution } from "@/domain/minutes/commands/add-resolution.ts";
import { askQuestion } from "@/domain/minutes/commands/ask-question.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { concludeItem } from "@/domain/minutes/commands/conclude-item.ts";
import { proposeCorrection } from "@/domain/minutes/commands/propose-correction.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { viewProjected } from "@/domain/minutes/queries/view-projected.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { transact } from "@/platform/db/client.ts";
import { owner, superuser } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { asPerson, done, problem, task } from "../action-plan/arrange.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { recusalsOf } from "./arrange.ts";

/** A meeting in session on two reports and the standing items; the second report has a paper, a minute, a resolution, a question and an action of housing's. */
let world: World;
let people: World["people"];
let meeting: Meeting;
let action: string;
const paperId = () => papers[1] ?? "";
let papers: string[];
const reference = "CEN-2026-12";
const report = () => item(meeting, 4).id;
const at = later(20);

const declare = (who: Actor, on: string = report(), over: Record<string, unknown> = {}, when = now) =>
  declareInterest(who, { reference, on, kind: "personal", about: "membership", words: "I sit on its board", ...over }, when);
const recuse = (by: Actor, who: Actor, how: "open" | "silent", on: string = report()) => recusePerson(by, { on, personId: who.personId, how, reason: "The report is about their firm" }, now);
const version = async (id: string) => (await owner.query<{ version: number }>("select version from agenda_items where id = $1", [id])).rows[0]?.version;
const minuted = async (by: Actor, n: number, over: Record<string, unknown> = {}) => done(await writeMinute(by, { itemId: item(meeting, n).id, version: await version(item(meeting, n).id), outcome: "noted", discussion: `Said on item ${n}.`, ...over }, later(5)));

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  await owner.query("update forums set kind = 'board' where id = $1", [world.forums.CEN]);
  meeting = await aMeeting(world, reference, { items: ["register", "interests", "report", "report", "other_business"] });
  await owner.query("update agenda_items set title = 'Drug and alcohol services' where id = $1", [item(meeting, 3).id]);
  await owner.query("update agenda_items set title = 'Support contract, quarter two' where id = $1", [report()]);
  await owner.query("update meetings set published_at = starts_at - interval '7 days' where id = $1", [meeting.id]);
  const { chair, deputy, coordinator, housing, colleague, police, councillor } = people;
  for (const who of [chair, deputy, coordinator, housing, colleague, police, councillor]) await attends(world, meeting, who);
  papers = [];
  for (const n of [3, 4]) {
    const id = randomUUID();
    papers.push(id);
    await insert("papers", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: meeting.id, item_id: item(meeting, n).id, position: 1, title: `Paper of item ${n}`, media_type: "text/plain", content: Buffer.from(`Words of paper ${n}`), added_by_id: coordinator.personId, added_at: now });
  }
  await minuted(coordinator, 4);
  done(await addResolution(coordinator, { itemId: report(), wording: "the contract be extended" }, later(5)));
  done(await askQuestion(coordinator, { itemId: report(), askedById: councillor.personId, ofAgencyId: "", wording: "What does the contract cost?" }, later(5)));
  action = await task(chair, item(meeting, 4), housing, { wording: "Send the figures of the contract" }, later(5));
});

/** All that somebody is told, by every way there is. */
async function walk(who: Actor): Promise<Record<string, string>> {
  const said = {
    meeting: await viewMeeting(who, { reference }, at),
    room: await viewRoom(who, { reference, number: 1 }, at),
    "room 4": await viewRoom(who, { reference, number: 4 }, at),
    "room 5": await viewRoom(who, { reference, number: 5 }, at),
    projected: await viewProjected(who, { reference }, at),
    pack: await viewPack(who, { reference, form: null }, at),
    minutes: await viewMinutes(who, { reference }, at),
    paper: await openPaper(who, { reference, paperId: paperId() }, at),
    action: await viewAction(who, action, at),
    plan: await listActions(who, ActionFilters.parse({ forum: "CEN", status: "all", all: "yes" }), at),
    interests: await viewMeetingInterests(who, { reference }, at),
    history: await transact({ ...who, now: at }, (tx) => listHistory(tx, { subjectId: report() })),
  };
  return Object.fromEntries(Object.entries(said).map(([page, model]) => [page, JSON.stringify(model)]));
}

/** How many rows of each table that knows the item come back to a person who asks past every command. */
async function rowsOf(who: Actor): Promise<Record<string, number>> {
  const tables = (await superuser.query<{ t: string }>("select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'item_id' order by 1")).rows.map(({ t }) => t);
  const found: Record<string, number> = {};
  for (const t of tables) {
    const { rowCount } = await asPerson(who, `select item_id from ${t} where item_id = $1`, [report()], at);
    if (rowCount) found[t] = rowCount;
  }
  const itself = await asPerson(who, "select id from agenda_items where id = $1", [report()], at);
  return itself.rowCount ? { ...found, agenda_items: itself.rowCount } : found;
}
const actionId = async () => (await owner.query<{ id: string }>("select id from actions where reference = $1 and partnership_id = $2", [action, world.partnershipId])).rows[0]?.id;
const ofAction = async (who: Actor) => {
  const id = await actionId();
  const counted = [];
  for (const table of ["action_wordings", "action_steps"]) counted.push((await asPerson(who, `select action_id from ${table} where action_id = $1`, [id], at)).rowCount);
  return counted;
};

const words = /Said on item 4|Words of paper 4|Paper of item 4|contract be extended|What does the contract cost|figures of the contract/;

describe("declaring an interest in a report", () => {
  test.each(["pecuniary", "personal"])("%s shuts it in the same moment: its place stays, and nothing of what is said on it", async (kind) => {
    expect(Object.keys(await walk(people.housing)).filter((page) => page !== "history" && page !== "interests")).toContain("room 4");
    const before = await walk(people.housing);
    expect(Object.entries(before).filter(([, said]) => words.test(said)).map(([page]) => page)).toEqual(expect.arrayContaining(["room 4", "pack", "action", "plan"]));
    expect(done(await declare(people.housing, report(), { kind }))).toEqual({ reference, recused: true });
    expect(await recusalsOf(world, people.housing)).toMatchObject([{ silent: false, decided_by_id: null, lifted: false }]);
    const after = await walk(people.housing);
    expect(Object.entries(after).filter(([, said]) => words.test(said)).map(([page]) => page)).toEqual([]);
    expect([after["paper"], after["action"]]).toEqual(["null", "null"]);
    expect(await viewMeeting(people.housing, { reference }, at)).toMatchObject({ items: [{ position: 1 }, { position: 2 }, { position: 3 }, { position: 4, recusedFrom: { reference: null, kind: "report", title: "Support contract, quarter two" } }, { position: 5 }] });
    expect((await viewRoom(people.housing, { reference, number: 4 }, at))?.recused).toMatchObject([{ number: 4, title: "Support contract, quarter two" }]);
    expect(await rowsOf(people.housing)).toEqual({ interests: 1, recusals: 1 });
    expect(await ofAction(people.housing)).toEqual([0, 0]);
    // and to nobody else, nor anything else to them
    expect(await openPaper(people.police, { reference, paperId: paperId() }, at)).not.toBeNull();
    expect(await openPaper(people.housing, { reference, paperId: papers[0] ?? "" }, at)).not.toBeNull();
    expect(await eventsOf(world, "recusal.made")).toMatchObject([{ reference, person_id: people.housing.personId, particulars: { silent: false } }]);
  });

  test("shuts nothing else: cases, their pages and their lists stay as they were, openly and silently", async () => {
    const caseId = await aCase(world, "CEN-7");
    const other = await aMeeting(world, "CEN-2026-11", { items: [{ caseId }], startsAt: "2026-12-08T10:00:00Z" });
    for (const who of [people.housing, people.police]) await attends(world, other, who);
    done(await declare(people.housing));
    done(await recuse(people.chair, people.police, "silent"));
    for (const who of [people.housing, people.police]) {
      expect(await viewCase(who, "CEN-7", now), who.name).toMatchObject({ recused: false, content: { background: "Background of CEN-7" } });
      expect((await asPerson(who, "select id from cases", [], now)).rowCount, who.name).toBe(1);
      expect((await asPerson(who, "select app.shut_cases() as shut, app.silently_shut_cases() as silently", [], now)).rows, who.name).toEqual([{ shut: [], silently: [] }]);
    }
  });

  test.each([["other", "My son works in security in the town"], ["sensitive", ""]])("%s is recorded, and they may stay", async (kind, said) => {
    expect(done(await declare(people.councillor, report(), { kind, words: said }))).toEqual({ reference, recused: false });
    expect(await recusalsOf(world, people.councillor)).toEqual([]);
    expect(await openPaper(people.councillor, { reference, paperId: paperId() }, at)).not.toBeNull();
    expect((await viewMeetingInterests(people.chair, { reference }, now))?.office?.declared).toMatchObject([{ person: "Cllr Grace Hinchliffe", from: { title: "Support contract, quarter two" }, kind, words: said || null }]);
  });

  test("in general, of the meeting as a whole, recuses from nothing whatever its kind", async () => {
    expect(done(await declare(people.councillor, "meeting", { kind: "pecuniary" }))).toEqual({ reference, recused: false });
    expect((await viewMeetingInterests(people.councillor, { reference }, now))?.own).toMatchObject([{ from: null, kind: "pecuniary", recused: false }]);
    expect(await recusalsOf(world, people.councillor)).toEqual([]);
  });

  test("is possible on what is about something, and on what one sees: not on the register, another meeting, another partnership", async () => {
    const elsewhere = await aMeeting(world, "CEN-2027-01", { state: "published", items: ["report"], startsAt: "2027-01-12T14:00:00Z" });
    for (const on of [item(meeting, 1).id, item(meeting, 2).id, item(elsewhere, 1).id, randomUUID(), "CEN-1"]) expect(problem(await declare(people.housing, on)), on).toEqual({ kind: "notFound" });
    for (const who of [people.northMember, people.bystander, people.governance]) expect(problem(await declare(who)), who.name).toEqual({ kind: "notFound" });
    const other = await aPartnership("Safer Elsewhere");
    expect(problem(await declare(other.people.housing))).toEqual({ kind: "notFound" });
    expect(problem(await declare(people.housing, ""))).toEqual({ kind: "invalid", fields: { on: ["Select the item it is about"] } });
  });

  test("twice at once shuts it once; from publication to closing", async () => {
    const both = await Promise.all([declare(people.housing), declare(people.housing)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await recusalsOf(world, people.housing)).toHaveLength(1);
    for (const state of ["scheduled", "closed", "circulated", "cancelled"]) {
      await owner.query("update meetings set state = $2::meeting_state, cancelled_at = case when $2 = 'cancelled' then now() end where id = $1", [meeting.id, state]);
      expect(problem(await declare(people.police)), state).toMatchObject({ rule: "meeting.notInThisState" });
    }
  });

  test("by nobody for another, past every command", async () => {
    const values = [randomUUID(), world.partnershipId, people.police.personId, world.forums.CEN, meeting.id, report()];
    await expect(asPerson(people.housing, "insert into interests (id, partnership_id, person_id, kind, about, words, forum_id, meeting_id, item_id, declared_at) values ($1, $2, $3, 'personal', 'family', 'x', $4, $5, $6, now())", values)).rejects.toThrow(/row-level security/);
    const [id, partnershipId, personId, forumId, , itemId] = values;
    const shut = "insert into recusals (id, partnership_id, forum_id, item_id, person_id, silent, reason, decided_by_id, decided_at) values ($1, $2, $3, $4, $5, $6, 'x', $7, now())";
    await expect(asPerson(people.housing, shut, [id, partnershipId, forumId, itemId, personId, false, people.housing.personId])).rejects.toThrow(/row-level security/);
    // nobody who runs the meeting is kept in the dark, and a case's item is shut by its case
    await expect(asPerson(people.chair, shut, [id, partnershipId, forumId, itemId, people.coordinator.personId, true, people.chair.personId])).rejects.toThrow(/row-level security/);
    await expect(asPerson(people.northChair, shut, [id, partnershipId, forumId, itemId, personId, false, people.northChair.personId])).rejects.toThrow(/row-level security/);
  });
});

describe("what the chair decides", () => {
  test("otherwise, with a reason: the report opens again at the next click, and the chair alone lifts it", async () => {
    done(await declare(people.housing));
    const [recusal] = await recusalsOf(world, people.housing);
    const lift = (by: Actor, reason = "It is not her firm") => liftRecusal(by, { recusalId: recusal?.id, reason }, at);
    // what is shut to her isn't there for her to open
    expect(problem(await lift(people.housing))).toEqual({ kind: "notFound" });
    expect(problem(await lift(people.coordinator))).toEqual({ kind: "forbidden", permission: "recusal.lift" });
    for (const who of [people.police, people.northChair, people.bystander]) expect(problem(await lift(who)), who.name).toEqual({ kind: "notFound" });
    expect(problem(await lift(people.chair, " "))).toMatchObject({ kind: "invalid" });
    expect(done(await lift(people.chair))).toEqual({ reference });
    expect(problem(await lift(people.chair))).toMatchObject({ rule: "recusal.lifted" });
    expect(await openPaper(people.housing, { reference, paperId: paperId() }, at)).not.toBeNull();
    expect((await viewRoom(people.housing, { reference, number: 4 }, at))?.item?.written?.discussion).toBe("Said on item 4.");
    expect(await eventsOf(world, "recusal.lifted")).toMatchObject([{ reference, person_id: people.chair.personId }]);
  });

  test("silently: no trace on any page, and every number closes up", async () => {
    const traces = new RegExp(`Support contract|${report()}|${words.source}`);
    expect(Object.entries(await walk(people.housing)).filter(([, said]) => traces.test(said)).map(([page]) => page)).toEqual(expect.arrayContaining(["meeting", "room", "pack", "interests"]));
    done(await recuse(people.chair, people.housing, "silent"));
    const after = await walk(people.housing);
    expect(Object.entries(after).filter(([, said]) => traces.test(said)).map(([page]) => page)).toEqual([]);
    expect((await viewMeeting(people.housing, { reference }, at))?.items.map(({ position, kind }) => [position, kind])).toEqual([[1, "register"], [2, "interests"], [3, "report"], [4, "other_business"]]);
    expect((await viewRoom(people.housing, { reference, number: 4 }, at))?.item?.kind).toBe("other_business");
    expect(await rowsOf(people.housing)).toEqual({});
    expect(problem(await recuse(people.chair, people.housing, "open"))).toMatchObject({ rule: "recusal.already" });
    expect(problem(await recuse(people.chair, people.coordinator, "silent"))).toMatchObject({ rule: "recusal.officeOpenly" });
    expect(problem(await recuse(people.chair, people.northMember, "open"))).toMatchObject({ rule: "recusal.noSeat" });
    expect(problem(await recuse(people.chair, people.chair, "open"))).toMatchObject({ kind: "refused" });
    for (const who of [people.coordinator, people.deputy]) expect(problem(await recuse(who, people.police, "open")), who.name).toEqual({ kind: "forbidden", permission: "recusal.decide" });
    for (const who of [people.northChair, people.bystander]) expect(problem(await recuse(who, people.police, "open")), who.name).toEqual({ kind: "notFound" });
  });

  test("is the deputy's where it is the chair who is recused, and so is the item", async () => {
    done(await declare(people.chair));
    const [recusal] = await recusalsOf(world, people.chair);
    expect(problem(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: "I can judge" }, at))).toEqual({ kind: "notFound" });
    for (const n of [1, 2, 3, 5]) await minuted(people.coordinator, n);
    const close = async (by: Actor) => closeMeeting(by, { reference, version: 1 }, at);
    expect(problem(await close(people.chair))).toMatchObject({ rule: "meeting.recusedFromItem" });
    const conclude = async (by: Actor) => concludeItem(by, { itemId: report(), version: await version(report()) }, at);
    expect(problem(await conclude(people.chair))).toEqual({ kind: "notFound" });
    done(await conclude(people.deputy));
    done(await close(people.chair));
    expect((await viewMinutes(people.chair, { reference }, at))?.leftOut).toMatchObject([{ number: 4, title: "Support contract, quarter two" }]);
    expect((await viewMinutes(people.police, { reference }, at))?.items.map(({ minute }) => minute)).toEqual([1, 2, 3, 4, 5].map((n) => `CEN ${n}/26`));
    done(await liftRecusal(people.deputy, { recusalId: recusal?.id, reason: "It was another board" }, at));
  });
});

describe("in the room and after", () => {
  test("whoever is openly recused leaves when the item is taken up and is back with the next, with the times in the minutes beside what they declared", async () => {
    done(await declare(people.housing));
    done(await declare(people.councillor, "meeting", { kind: "other", about: "family", words: "A relative works in security" }));
    done(await noteInterest(people.coordinator, { reference, personIds: [people.police.personId, people.colleague.personId], kind: "personal", about: "membership", words: "Members who also sit on a district council" }, now));
    done(await openItem(people.coordinator, { itemId: item(meeting, 3).id }, later(6)));
    done(await openItem(people.coordinator, { itemId: report() }, later(10)));
    done(await openItem(people.coordinator, { itemId: item(meeting, 5).id }, later(22)));
    for (const n of [1, 2, 3, 5]) await minuted(people.coordinator, n);
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(30)));
    const read = async (who: Actor) => viewMinutes(who, { reference }, later(40));
    const expected = [
      { person: "Bev Moxon", number: null, kind: "personal", about: "membership", words: "Members who also sit on a district council", noted: true },
      { person: "PC Nia Rowlands", number: null, kind: "personal", noted: true },
      { person: "Cllr Grace Hinchliffe", number: null, kind: "other", about: "family", words: "A relative works in security", noted: false },
      { person: "Zofia Nowak", number: 4, kind: "personal", about: "membership", words: "I sit on its board", noted: false },
    ];
    for (const who of [people.chair, people.police, people.housing]) {
      const found = await read(who);
      expect(found?.interests.toSorted((a, b) => a.person.localeCompare(b.person)), who.name).toMatchObject(expected.toSorted((a, b) => a.person.localeCompare(b.person)));
      expect(found?.present.flatMap(({ people: there }) => there.flatMap(({ name, out }) => out.map((one) => [name, one.number, one.from, one.until]))), who.name).toEqual([["Zofia Nowak", 4, later(10), later(22)]]);
    }
    const mine = await read(people.housing);
    expect(mine?.items.map(({ minute }) => minute)).toEqual(["CEN 1/26", "CEN 2/26", "CEN 3/26", "CEN 5/26"]);
    expect(mine?.leftOut).toMatchObject([{ number: 4 }]);
    // a summary reader, who signed nothing, learns no interests
    expect((await read(people.probation))?.interests).toEqual([]);
    done(await circulateMinutes(people.coordinator, { reference, version: 2 }, later(50)));
    expect(problem(await proposeCorrection(people.housing, { itemId: report(), was: "Said on item 4.", becomes: "Not said." }, later(60)))).toEqual({ kind: "notFound" });
  });

  test("of a sensitive one the minutes say that there is one, and nothing of what", async () => {
    done(await declare(people.councillor, report(), { kind: "sensitive", about: "family", words: "" }));
    done(await recuse(people.chair, people.police, "silent"));
    for (const n of [1, 2, 3, 5]) await minuted(people.coordinator, n);
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(30)));
    expect((await viewMinutes(people.housing, { reference }, at))?.interests).toEqual([{ person: "Cllr Grace Hinchliffe", number: 4, kind: "sensitive", about: null, words: null, noted: false }]);
    expect((await viewMinutes(people.police, { reference }, at))?.interests).toEqual([]);
    expect((await viewMinutes(people.police, { reference }, at))?.items.map(({ minute }) => minute)).toEqual(["CEN 1/26", "CEN 2/26", "CEN 3/26", "CEN 4/26"]);
  });

  test("nobody who is recused hears, live, that something was written on it", async () => {
    done(await declare(people.housing));
    done(await recuse(people.chair, people.police, "silent"));
    const follow = async (who: Actor) => {
      const heard: Parameters<Parameters<typeof followMeeting>[2]>[0][] = [];
      const found = await followMeeting(who, reference, (change) => void heard.push(change));
      if (found) onTestFinished(found.stop);
      return async () => (await pause(200), found?.told(who, heard.splice(0)));
    };
    const [open, shut, silent] = [await follow(people.colleague), await follow(people.housing), await follow(people.police)];
    await minuted(people.coordinator, 4, { discussion: "More was said." });
    expect([await open(), await shut(), await silent()]).toEqual([["other"], [], []]);
    await minuted(people.coordinator, 3);
    expect([await open(), await shut(), await silent()]).toEqual([["other"], ["other"], ["other"]]);
  });

  test("put off to another meeting, it stays shut there, also where the one who publishes its agenda is recused", async () => {
    done(await declare(people.housing));
    done(await recuse(people.chair, people.coordinator, "open"));
    for (const n of [1, 2, 3, 5]) await minuted(people.coordinator, n);
    await minuted(people.deputy, 4, { outcome: "deferred", discussion: "Put off." });
    done(await concludeItem(people.chair, { itemId: report(), version: await version(report()) }, later(25)));
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(30)));
    const next = await aMeeting(world, "CEN-2027-01", { state: "scheduled", items: [], startsAt: "2027-01-12T14:00:00Z" });
    done(await publishAgenda(people.coordinator, { reference: next.reference, version: 1 }, later(60)));
    const lines = async (who: Actor) => (await viewMeeting(who, { reference: next.reference }, later(70)))?.items.map(({ title, recusedFrom }) => [title, recusedFrom !== null]).filter(([title]) => title !== null);
    expect(await lines(people.police)).toEqual([["Support contract, quarter two", false]]);
    expect(await lines(people.housing)).toEqual([["Support contract, quarter two", true]]);
    expect(await lines(people.coordinator)).toEqual([["Support contract, quarter two", true]]);
    const [recusal] = await recusalsOf(world, people.housing);
    done(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: "She left that board" }, later(80)));
    expect(await lines(people.housing)).toEqual([["Support contract, quarter two", false]]);
  });
});

describe("an interest that several have at once", () => {
  const note = (by: Actor, over: Record<string, unknown> = {}) => noteInterest(by, { reference, personIds: [people.police.personId], kind: "personal", about: "membership", words: "Members who also sit on a district council", ...over }, now);

  test("is noted by the chair's office for those round the table, and recuses nobody", async () => {
    done(await note(people.chair, { personIds: [people.police.personId, people.councillor.personId] }));
    expect((await viewMeetingInterests(people.police, { reference }, now))?.own).toMatchObject([{ from: null, noted: true, recused: false }]);
    expect(await recusalsOf(world, people.police)).toEqual([]);
    expect(await eventsOf(world, "interest.noted")).toMatchObject([{ reference, person_id: people.chair.personId, particulars: { personId: people.police.personId } }, { particulars: { personId: people.councillor.personId } }]);
  });

  test("is set beside no case: possible interests are looked for in what stands", async () => {
    const caseId = await aCase(world, "CEN-7");
    await aMeeting(world, "CEN-2026-11", { items: [{ caseId }], startsAt: "2026-12-08T10:00:00Z" });
    const matches = async () => (await viewMeetingInterests(people.chair, { reference: "CEN-2026-11" }, now))?.office?.matches.map(({ person, reference: of }) => [person, of]);
    done(await note(people.chair, { words: "All who live in Eastholme" }));
    expect(await matches()).toEqual([]);
    done(await declareStandingInterest(people.police, { kind: "other", about: "street", words: "I live in Eastholme" }, now));
    expect(await matches()).toEqual([["PC Nia Rowlands", "CEN-7"]]);
  });

  test("not by a member, nor of a stranger, of oneself or of nobody, nor as a sensitive one", async () => {
    expect(problem(await note(people.housing))).toMatchObject({ kind: expect.stringMatching(/forbidden|notFound/) });
    for (const who of [people.northChair, people.bystander, people.governance]) expect(problem(await note(who)), who.name).toEqual({ kind: "notFound" });
    expect(problem(await note(people.chair, { personIds: [people.bystander.personId] }))).toMatchObject({ kind: "invalid", fields: { personIds: ["Select people round the table"] } });
    expect(problem(await note(people.chair, { personIds: [people.chair.personId] }))).toMatchObject({ kind: "invalid", fields: { personIds: ["Declare your own interest yourself"] } });
    expect(problem(await note(people.chair, { personIds: "" }))).toMatchObject({ kind: "invalid", fields: { personIds: ["Select who has it"] } });
    expect(problem(await note(people.chair, { kind: "sensitive" }))).toMatchObject({ kind: "invalid" });
    await owner.query("update meetings set state = 'closed' where id = $1", [meeting.id]);
    expect(problem(await note(people.chair))).toMatchObject({ rule: "meeting.notInThisState" });
  });
});
