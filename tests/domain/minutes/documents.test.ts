import { beforeAll, expect, test } from "vitest";
import { planPaper } from "@/app/actions/plan-paper.ts";
import { minutesPaper } from "@/app/meetings/[reference]/minutes/minutes-paper.ts";
import { paperFile, tableFile, watermarkOf } from "@/app/paper.ts";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { insert, aPartnership, type World } from "../../support/world.ts";
import { linesOfDocx, part } from "../../support/zip.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
  const cases = [await aCase(world, "CEN-118"), await aCase(world, "CEN-121")];
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", ...cases.map((caseId) => ({ caseId }))] });
  for (const who of [people.chair, people.housing, people.councillor]) await attends(world, meeting, who);
  const write = (n: number, over: Record<string, unknown>) => writeMinute(people.coordinator, { itemId: item(meeting, n).id, version: 1, ...over }, now);
  await write(1, { discussion: "Everybody signed.", outcome: "noted" });
  await write(2, { discussion: "Six calls since November.\nThe tenant was seen.", decision: "continue" });
  await write(3, { discussion: "The son came back.", decision: "defer", decisionReason: "Police could not say." });
  await addAction(people.chair, { itemId: item(meeting, 2).id, ownerId: people.housing.personId, wording: "Secure units 3 and 7", namelessWording: "Secure empty units", due: "2026-12-22", measure: "Both boarded up" }, now);
  await closeMeeting(people.chair, { reference: meeting.reference, version: 1 }, now);
  // recused after the meeting, one openly and one silently
  for (const [who, silent] of [[people.housing, false], [people.councillor, true]] as const) {
    await insert("recusals", { id: crypto.randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: cases[1], person_id: who.personId, silent, reason: "Knows the family", decided_by_id: people.chair.personId, decided_at: now });
  }
});

const minutesFor = async (who: Actor, form: "docx" | "pdf" = "docx") => {
  const minutes = await viewMinutes(who, { reference: meeting.reference, takenAs: form }, now);
  return minutes && paperFile(`${minutes.reference}-minutes`, form, minutesPaper(minutes, who.partnershipName, watermarkOf(who, now)));
};
const docxFor = async (who: Actor) => Buffer.from((await (await minutesFor(who))?.arrayBuffer()) ?? new ArrayBuffer());
const planFor = async (who: Actor, form: "docx" | "csv" | "xlsx" | "pdf") => {
  const plan = await listActions(who, { ...ActionFilters.parse({ meeting: meeting.reference }), all: true, takenAs: form }, now);
  return plan && planPaper(plan, who.partnershipName, watermarkOf(who, now));
};

test("the chair's copy has each item in its order, with what was said, decided and tasked, and says whose it is", async () => {
  const docx = await docxFor(people.chair);
  const lines = linesOfDocx(docx);
  for (const line of ["Minutes of CEN forum", expect.stringMatching(/^CEN 1\/26 /), "Everybody signed.", "CEN 2/26 CEN-118 Twin of CEN-118", "Six calls since November.", "The tenant was seen.", "Decision: The case continues", "CEN-118-1 Zofia Nowak, Housing, by 22 December 2026", "CEN 3/26 CEN-121 Twin of CEN-121", "Reason: Police could not say."]) expect(lines).toContainEqual(line);
  expect(lines.indexOf("Six calls since November.")).toBeLessThan(lines.indexOf("The son came back."));
  expect(part(docx, "word/header1.xml")).toContain("OFFICIAL-SENSITIVE");
  expect(part(docx, "word/footer1.xml")).toContain("Copy for Insp Ruth Calverley, 8 December 2026 at 2:30pm");
});

test("who hasn't signed the register takes the summary away: its twins and outcomes, no word that was said", async () => {
  const text = linesOfDocx(await docxFor(people.police)).join("\n");
  expect(text).toContain("CEN-118 Twin of CEN-118");
  // on top, and in each of the three items
  expect(text.split("\n").filter((line) => line === "You can see a summary only")).toHaveLength(4);
  expect(text).not.toMatch(/Six calls|came back|could not say|Everybody signed|units 3/);
});

test("from whoever is openly recused the item is left out, and its place says so; for whoever is silently recused they close up", async () => {
  const openly = linesOfDocx(await docxFor(people.housing)).join("\n");
  expect(openly).toMatch(/3.*CEN-121/);
  expect(openly).not.toMatch(/Twin of CEN-121|came back/);
  expect(openly).toContain("Six calls");
  const silently = linesOfDocx(await docxFor(people.councillor)).join("\n");
  expect(silently).not.toMatch(/CEN-121|came back|left out|recused/i);
  expect(silently).toContain("Six calls");
});

test("it is a file to be kept: named by its reference, neither stored on the way nor guessed at", async () => {
  const answer = await minutesFor(people.chair, "pdf");
  expect(Object.fromEntries(answer?.headers ?? [])).toEqual({ "content-type": "application/pdf", "content-disposition": 'attachment; filename="CEN-2026-12-minutes.pdf"', "cache-control": "no-store", "x-content-type-options": "nosniff" });
  expect(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("taking the minutes away is on the trail, in which form, of the summary too", async () => {
  const before = (await eventsOf(world, "meeting.minutesTaken")).length;
  await minutesFor(people.police, "pdf");
  expect((await eventsOf(world, "meeting.minutesTaken")).slice(before)).toMatchObject([{ person_id: people.police.personId, reference: "CEN-2026-12", particulars: { form: "pdf" } }]);
});

test.each<keyof World["people"]>(["northChair", "northMember", "bystander", "governance", "administrator"])("there is no document for %s", async (who) => {
  const before = (await eventsOf(world, "meeting.minutesTaken")).length;
  expect(await minutesFor(people[who])).toBeNull();
  expect(await eventsOf(world, "meeting.minutesTaken")).toHaveLength(before);
});

test("the plan is a landscape document of its own, and its table a spreadsheet with the reader in its first line", async () => {
  const paper = await planFor(people.chair, "docx");
  expect(paper?.document).toMatchObject({ landscape: true, marking: "OFFICIAL-SENSITIVE", title: "Action plan of CEN-2026-12", watermark: "Copy for Insp Ruth Calverley, 8 December 2026 at 2:30pm" });
  expect(paper?.table.rows).toEqual([["CEN-118-1", "Secure units 3 and 7", "Housing", "Zofia Nowak", "22 December 2026\nin 14 days", expect.stringContaining("On track")]]);
  if (!paper) throw new Error("no plan");
  const docx = Buffer.from(await (await paperFile("CEN-2026-12-action-plan", "docx", paper.document)).arrayBuffer());
  expect(linesOfDocx(docx)).toContain("Secure units 3 and 7");
  expect(part(docx, "word/document.xml")).toContain('w:orient="landscape"');
  const csv = await tableFile("CEN-2026-12-action-plan", "csv", paper.document, paper.table);
  expect(csv.headers.get("content-disposition")).toBe('attachment; filename="CEN-2026-12-action-plan.csv"');
  expect((await csv.text()).split("\r\n").slice(0, 2)).toEqual(['"OFFICIAL-SENSITIVE · Copy for Insp Ruth Calverley, 8 December 2026 at 2:30pm"', '"Reference","Action","Agency","Owner","Due","Status"']);
  const xlsx = Buffer.from(await (await tableFile("CEN-2026-12-action-plan", "xlsx", paper.document, paper.table)).arrayBuffer());
  expect(part(xlsx, "xl/sharedStrings.xml")).toContain("Secure units 3 and 7");
});

test("the plan of who hasn't signed is nameless, and taking it away is on the trail", async () => {
  expect((await planFor(people.police, "csv"))?.table.rows[0]?.[1]).toBe("Secure empty units");
  expect((await eventsOf(world, "action.planTaken")).at(-1)).toMatchObject({ person_id: people.police.personId, reference: "CEN", particulars: { form: "csv", actions: 1 } });
  expect(await planFor(people.northChair, "csv")).toBeNull();
});
