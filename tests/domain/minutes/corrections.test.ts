import { createHash, randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { acceptCorrection } from "@/domain/minutes/commands/accept-correction.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { proposeCorrection } from "@/domain/minutes/commands/propose-correction.ts";
import { refuseCorrection } from "@/domain/minutes/commands/refuse-correction.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { merge } from "@/domain/minutes/merge.ts";
import { changesOf } from "@/domain/minutes/queries/list-corrections.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { minutesPaper } from "@/app/meetings/[reference]/minutes/minutes-paper.ts";
import { docxOf } from "@/platform/documents/docx.ts";
import { pdfOf } from "@/platform/documents/pdf.ts";
import { WordDiff } from "@/ui/content/word-diff.tsx";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now, stateOf } from "./arrange.ts";

let world: World;
let people: World["people"];
let december: Meeting;
const said = "Six calls since November. The tenant was seen twice.";
const then = later(60 * 24 * 35);

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  december = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-118") }] });
  for (const who of [people.chair, people.housing, people.councillor]) await attends(world, december, who);
  await writeMinute(people.coordinator, { itemId: item(december, 1).id, version: 1, discussion: "Everybody signed.", outcome: "noted" }, now);
  await writeMinute(people.coordinator, { itemId: item(december, 2).id, version: 1, discussion: said, decision: "continue" }, now);
  await setState("circulated");
});

const setState = (state: string) => owner.query("update meetings set state = $2, closed_at = $3, circulated_at = $3 where id = $1", [december.id, state, now]);
const propose = (who: Actor, over: Record<string, unknown> = {}) => proposeCorrection(who, { itemId: item(december, 2).id, was: said, becomes: said.replace("Six", "Seven"), ...over }, now);
const itemFor = async (who: Actor, number = 2, at = now) => (await viewMinutes(who, { reference: "CEN-2026-12" }, at))?.items[number - 1];
const lastId = async () => (await itemFor(people.coordinator))?.corrections.at(-1)?.id ?? "";
const accept = (who: Actor, correctionId: string) => acceptCorrection(who, { correctionId }, later(5));
const recuse = (who: Actor, silent: boolean) => insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: item(december, 2).caseId, person_id: who.personId, silent, reason: "Knows the family", decided_by_id: people.chair.personId, decided_at: now });
const confirm = async (who: Actor = people.chair) => {
  await aMeeting(world, "CEN-2027-01", { startsAt: "2027-01-12T14:00:00Z", items: ["register", "last_minutes"] });
  const { rows } = await owner.query<{ version: number }>("select version from meetings where id = $1", [december.id]);
  return confirmMinutes(who, { reference: "CEN-2026-12", version: rows[0]?.version, at: "CEN-2027-01" }, then);
};
const asApp = async (who: Actor, sql: string, values: unknown[] = []) => {
  const connection = await app.connect();
  try {
    await connection.query("begin");
    await connection.query("select app.enter($1, $2, $3)", [who.personId, world.partnershipId, now]);
    return await connection.query(sql, values);
  } finally {
    await connection.query("rollback");
    connection.release();
  }
};

test("who may propose and who settles stands in the policy table", () => {
  const standing = { present: true, appointments: [], memberships: [{ forumId: "f", agencyId: "a", represents: null, commits: true }], partnershipOffices: [], vacantChairs: [] };
  expect(can(standing, "minute.proposeCorrection", { forumId: "f" })).toBe(true);
  expect(can(standing, "minute.proposeCorrection", { forumId: "g" })).toBe(false);
  expect(can(standing, "minute.settleCorrection", { forumId: "f" })).toBe(false);
});

describe("proposing", () => {
  test("is for a member who reads the item: it stands beside the minute, and the minute as it was", async () => {
    expect(await propose(people.housing)).toEqual({ ok: true, value: { reference: "CEN-2026-12", number: 2 } });
    expect(await itemFor(people.councillor)).toMatchObject({ words: { discussion: said }, corrections: [{ was: said, becomes: said.replace("Six", "Seven"), state: "proposed", by: "Zofia Nowak" }] });
    expect(await eventsOf(world, "item.correctionProposed")).toMatchObject([{ person_id: people.housing.personId, particulars: { correctionId: await lastId() } }]);
  });

  test("changes something, and says something", async () => {
    expect(await propose(people.housing, { becomes: said })).toMatchObject({ problem: { kind: "invalid", fields: { becomes: ["Change the words that are wrong"] } } });
    expect(await propose(people.housing, { becomes: " " })).toMatchObject({ problem: { kind: "invalid" } });
  });

  test("is about what stands: on words that were corrected meanwhile it is stale", async () => {
    await propose(people.housing);
    await accept(people.coordinator, await lastId());
    expect(await propose(people.councillor)).toEqual({ ok: false, problem: { kind: "stale" } });
  });

  test("sent twice is one", async () => {
    const submissionKey = randomUUID();
    await propose(people.housing, { submissionKey });
    await propose(people.housing, { submissionKey });
    expect((await itemFor(people.chair))?.corrections).toHaveLength(1);
  });

  test.each<keyof World["people"]>(["police", "northChair", "northMember", "bystander", "governance", "administrator"])("%s, who doesn't read the item, finds none to correct", async (who) => {
    expect(await propose(people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test.each([["openly", false], ["silently", true]] as const)("who is %s recused neither proposes nor reads what others propose", async (_, silent) => {
    await propose(people.councillor);
    await recuse(people.housing, silent);
    expect(await propose(people.housing)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(JSON.stringify(await viewMinutes(people.housing, { reference: "CEN-2026-12" }, now))).not.toContain("Seven");
  });

  test("waits until the minutes are sent round", async () => {
    for (const state of ["in_session", "closed"]) {
      await setState(state);
      expect(await propose(people.housing)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state } } });
    }
  });
});

describe("settling", () => {
  test("the office accepts: the minute changes, what it said is kept, and it is settled once", async () => {
    await propose(people.housing);
    const id = await lastId();
    expect(await accept(people.coordinator, id)).toEqual({ ok: true, value: { reference: "CEN-2026-12", number: 2 } });
    expect(await itemFor(people.housing)).toMatchObject({ words: { discussion: "Seven calls since November. The tenant was seen twice." }, corrections: [{ was: said, state: "accepted", settledBy: "Priya Nandra" }] });
    expect(await accept(people.chair, id)).toEqual({ ok: false, problem: { kind: "refused", rule: "correction.settled", facts: {} } });
    expect(await refuseCorrection(people.chair, { correctionId: id, reason: "No" }, now)).toMatchObject({ problem: { rule: "correction.settled" } });
    expect(await eventsOf(world, "item.correctionSettled")).toMatchObject([{ person_id: people.coordinator.personId, particulars: { correctionId: id, accepted: true } }]);
  });

  test("or refuses with a reason, and the minute stays", async () => {
    await propose(people.housing);
    const correctionId = await lastId();
    expect(await refuseCorrection(people.chair, { correctionId, reason: "" }, now)).toMatchObject({ problem: { kind: "invalid", fields: { reason: ["Enter why it is not corrected"] } } });
    expect(await refuseCorrection(people.chair, { correctionId, reason: "The log says six." }, now)).toMatchObject({ ok: true });
    expect(await itemFor(people.housing)).toMatchObject({ words: { discussion: said }, corrections: [{ state: "refused", reason: "The log says six.", settledBy: "Insp Ruth Calverley" }] });
  });

  test("two corrections of different words both come in; of the same words the second is refused", async () => {
    await propose(people.housing);
    await propose(people.councillor, { becomes: said.replace("twice", "once") });
    await propose(people.chair, { becomes: said.replace("Six", "Five") });
    const [first, second, third] = ((await itemFor(people.coordinator))?.corrections ?? []).toSorted((a, b) => "749".indexOf(a.becomes[0] ?? "") - "749".indexOf(b.becomes[0] ?? "")).map(({ id, becomes }) => ({ id, becomes }));
    const byWord = (word: string) => [first, second, third].find((one) => one?.becomes.includes(word))?.id ?? "";
    await accept(people.coordinator, byWord("Seven"));
    expect(await accept(people.coordinator, byWord("once"))).toMatchObject({ ok: true });
    expect((await itemFor(people.housing))?.words?.discussion).toBe("Seven calls since November. The tenant was seen once.");
    expect(await accept(people.coordinator, byWord("Five"))).toEqual({ ok: false, problem: { kind: "refused", rule: "correction.overtaken", facts: {} } });
  });

  test.each<keyof World["people"]>(["housing", "police", "northChair", "bystander"])("%s settles nothing", async (who) => {
    await propose(people.housing);
    const correctionId = await lastId();
    expect(await accept(people[who], correctionId)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await refuseCorrection(people[who], { correctionId, reason: "No" }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await accept(people.coordinator, randomUUID())).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("what was proposed is never rewritten, nor settled anew, by SQL as the application's role", async () => {
    await propose(people.housing);
    await expect(asApp(people.chair, "update minute_corrections set becomes = 'Else'")).rejects.toMatchObject({ code: "42501" });
    await accept(people.coordinator, await lastId());
    await expect(asApp(people.chair, "update minute_corrections set state = 'refused'")).rejects.toMatchObject({ code: "42501" });
  });
});

describe("confirming", () => {
  test("waits for the open corrections, and says on which items", async () => {
    await propose(people.housing);
    expect(await confirm()).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.correctionsOpen", facts: { items: ["2"] } } });
    await expect(asApp(people.chair, "update meetings set state = 'confirmed' where id = $1", [december.id])).rejects.toMatchObject({ code: "42501" });
    expect(await stateOf(december)).toBe("circulated");
  });

  test("waits for one on an item that the chair is recused from, too", async () => {
    await propose(people.housing);
    await recuse(people.chair, false);
    expect(await confirm()).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.correctionsOpen", facts: { items: ["2"] } } });
  });

  test("seals the words in their order, also of items that whoever confirms may not read", async () => {
    await propose(people.housing);
    await accept(people.coordinator, await lastId());
    await recuse(people.chair, false);
    expect(await confirm()).toMatchObject({ ok: true });
    const { rows } = await owner.query<{ line: string }>(
      `select jsonb_build_array(i.minute_year, i.minute_number, i.kind, i.title, i.outcome, i.decision, n.discussion, n.decision_reason, '[]'::jsonb)::text as line
       from agenda_items i left join minutes n on n.item_id = i.id where i.meeting_id = $1 order by i.position`, [december.id]);
    expect(rows[1]?.line).toContain("Seven calls");
    const seal = createHash("sha256").update(rows.map(({ line }) => line).join("\n")).digest("hex");
    expect((await viewMinutes(people.coordinator, { reference: "CEN-2026-12" }, then))?.seal).toBe(seal);
  });

  test("is the end of it: nothing is proposed or settled afterwards", async () => {
    await propose(people.housing);
    const correctionId = await lastId();
    await refuseCorrection(people.chair, { correctionId, reason: "The log says six." }, now);
    await confirm();
    expect(await propose(people.coordinator)).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
    expect(await accept(people.coordinator, correctionId)).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
    await expect(asApp(people.chair, "insert into minute_corrections (id, partnership_id, forum_id, meeting_id, item_id, was, becomes, proposed_by_id, proposed_at) values ($1, $2, $3, $4, $5, 'a', 'b', $6, now())", [randomUUID(), world.partnershipId, world.forums.CEN, december.id, item(december, 1).id, people.chair.personId])).rejects.toMatchObject({ code: "42501" });
  });
});

test("words are put together word by word, and lines stay lines", () => {
  expect(merge("a b c d e f g h i j k", "a b c d e f g h i j k", "x")).toBe("x");
  expect(merge("One two.\n\nThree four five six seven eight nine.", "One two.\n\nThree four five six seven eight ten.", "Uno two.\n\nThree four five six seven eight ten.")).toBe("Uno two.\n\nThree four five six seven eight nine.");
  expect(merge("Five calls.", "Six calls.", "Seven calls.")).toBeNull();
});

test("a correction is told word by word, to whoever listens too", () => {
  const html = renderToStaticMarkup(createElement(WordDiff, { changes: changesOf("Six calls <b>", "Seven calls <b>") }));
  expect(html).toMatch(/<del[^>]*><span class="sr-only">Removed: <\/span>Six/);
  expect(html).toMatch(/<ins[^>]*><span class="sr-only">Added: <\/span>Seven/);
  expect(html).toContain("&lt;b&gt;");
});

describe("a correction of another part of a minute", () => {
  const resolved = async (wording: string, position: number, over: Record<string, unknown> = {}) => {
    const id = randomUUID();
    await insert("resolutions", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: december.id, item_id: item(december, 2).id, case_id: item(december, 2).caseId, position, wording, written_by_id: people.coordinator.personId, written_at: now, ...over });
    return id;
  };
  const wordings = async () => (await itemFor(people.housing))?.resolutions.map(({ wording }) => wording);
  let first: string;
  beforeEach(async () => {
    first = await resolved("the chair write to the onwer", 1);
    await resolved("a report come back", 2);
    await owner.query("update minutes set decision_reason = 'Calls went on in Febuary.' where item_id = $1", [item(december, 2).id]);
  });
  const ofReason = (over: Record<string, unknown> = {}, who: Actor = people.housing) => propose(who, { part: "decision_reason", was: "Calls went on in Febuary.", becomes: "Calls went on in February.", ...over });
  const ofPart = (over: Record<string, unknown> = {}, who: Actor = people.housing) => propose(who, { part: "resolution", resolutionId: first, was: "the chair write to the onwer", becomes: "the chair write to the owner", ...over });

  test("of the reason of a decision is taken into it, and stands beside it", async () => {
    expect(await ofReason()).toMatchObject({ ok: true });
    expect(await accept(people.coordinator, await lastId())).toMatchObject({ ok: true });
    expect(await itemFor(people.housing)).toMatchObject({ words: { discussion: said, decisionReason: "Calls went on in February." }, corrections: [{ part: "decision_reason", state: "accepted", was: "Calls went on in Febuary." }] });
  });

  test("of one part of what was resolved takes its place, and what was said stays in the record", async () => {
    expect(await ofPart()).toMatchObject({ ok: true });
    expect(await accept(people.coordinator, await lastId())).toMatchObject({ ok: true });
    expect(await wordings()).toEqual(["the chair write to the owner", "a report come back"]);
    expect((await owner.query("select wording, withdrawn_at is not null as gone from resolutions where item_id = $1 order by position, gone", [item(december, 2).id])).rows).toEqual([
      { wording: "the chair write to the owner", gone: false }, { wording: "the chair write to the onwer", gone: true }, { wording: "a report come back", gone: false }]);
    expect((await itemFor(people.housing))?.corrections).toMatchObject([{ part: "resolution", state: "accepted" }]);
  });

  test("is of what stands: another item's part, one that was taken back, a reason that isn't there, a guess and old words are not", async () => {
    const gone = await resolved("gone", 3, { withdrawn_at: now });
    for (const resolutionId of [randomUUID(), gone]) expect(await ofPart({ resolutionId, was: "gone" })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await ofPart({ itemId: item(december, 1).id })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await ofPart({ resolutionId: "" })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await ofReason({ resolutionId: first })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await ofReason({ itemId: item(december, 1).id })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await ofPart({ was: "the chair wrote" })).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(await ofReason({ part: "outcome" })).toMatchObject({ problem: { kind: "invalid" } });
  });

  test("of two of one part the second is told that it was overtaken", async () => {
    await ofPart();
    await ofPart({ becomes: "the deputy write to the onwer" }, people.councillor);
    const ids = (await itemFor(people.coordinator))?.corrections.map(({ id }) => id) ?? [];
    expect(await accept(people.coordinator, ids[0] ?? "")).toMatchObject({ ok: true });
    expect(await accept(people.coordinator, ids[1] ?? "")).toMatchObject({ problem: { rule: "correction.overtaken" } });
  });

  test("is nobody's who doesn't read the item, and settled by the office alone", async () => {
    await recuse(people.housing, true);
    for (const who of [people.housing, people.police, people.northMember]) expect(await ofPart({}, who), who.name).toEqual({ ok: false, problem: { kind: "notFound" } });
    await ofPart({}, people.councillor);
    expect((await accept(people.councillor, await lastId())).ok).toBe(false);
    expect(await itemFor(people.councillor)).toMatchObject({ corrections: [{ state: "proposed" }] });
  });

  test("stands beside the approved text in the documents too, in words", async () => {
    await ofPart();
    await accept(people.coordinator, await lastId());
    await ofReason();
    const open = (await itemFor(people.coordinator))?.corrections.find(({ state }) => state === "proposed");
    expect(await refuseCorrection(people.coordinator, { correctionId: open?.id, reason: "It was February last year" }, later(6))).toMatchObject({ ok: true });
    const minutes = await viewMinutes(people.housing, { reference: "CEN-2026-12" }, later(7));
    if (!minutes) throw new Error("no minutes");
    const paper = minutesPaper(minutes, "Safer Testham", "Copy for Zofia Nowak");
    const text = JSON.stringify(paper.blocks);
    for (const words of ["[removed: onwer]", "[added: owner]", "Correction to what was resolved proposed by Zofia Nowak", "Accepted by Priya Nandra", "Correction to why it was decided", "Refused by Priya Nandra", "It was February last year"]) expect(text).toContain(words);
    const word = await docxOf(paper);
    expect(word.length).toBeGreaterThan(1000);
    expect((await pdfOf(paper)).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
