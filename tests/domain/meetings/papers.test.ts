import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { addPaper } from "@/domain/meetings/commands/add-paper.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { withdrawPaper } from "@/domain/meetings/commands/withdraw-paper.ts";
import { paperName, paperTypes, typeOf } from "@/domain/meetings/paper-rules.ts";
import { openPaper } from "@/domain/meetings/queries/open-paper.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { docxOf } from "@/platform/documents/docx.ts";
import { pdfOf } from "@/platform/documents/pdf.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, at, done, halfPastOne, published, scheduled, seen, sign, weekBefore } from "./arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const notFound = { ok: false, problem: { kind: "notFound" } };
const text = Buffer.from("Calls and visits by ward, last four weeks");
const aDocument = { title: "A paper", watermark: "", marking: null, running: "", landscape: false, blocks: [{ kind: "paragraph" as const, text: "Words" }] };
type Who = World["people"]["chair"];

const itemOf = async (world: World, reference: string, called: string) => (await viewAgenda(world.people.chair, { reference }, weekBefore))?.lines.find(({ kind, title, case: found }) => [kind, title, found?.reference].includes(called))?.id;
const aPaper = async (world: World, reference: string, called: string, over: Record<string, unknown> = {}) => ({ reference, itemId: await itemOf(world, reference, called), title: "Calls by ward", restricted: "", file: text, ...over });
const add = async (world: World, reference: string, called: string, over: Record<string, unknown> = {}, now = weekBefore) => addPaper(world.people.coordinator, await aPaper(world, reference, called, over), now);
const lastPaper = async (world: World) => (await owner.query<{ id: string }>("select id from papers where partnership_id = $1 order by added_at desc, position desc limit 1", [world.partnershipId])).rows[0]?.id ?? "";
const opens = async (who: Who, reference: string, paperId: string, now = halfPastOne) => (await openPaper(who, { reference, paperId }, now)) !== null;
const recuse = (world: World, who: Who, caseId: string, silent: boolean) =>
  insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId, person_id: who.personId, silent, reason: "Lives there", decided_by_id: world.people.chair.personId, decided_at: "2026-11-01T10:00:00Z" });

describe("what a paper may be", () => {
  test("is told by what stands in it, not by what it is called", async () => {
    expect(typeOf(await pdfOf(aDocument))).toBe("pdf");
    expect(typeOf(await docxOf(aDocument))).toBe("docx");
    expect(typeOf(Buffer.from("Größe: 3 km — naïve\r\n\tok"))).toBe("txt");
  });

  test("nothing else is taken: pictures, archives, macros, programs, empty or broken text", async () => {
    const archive = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.from("xl/workbook.xml [Content_Types].xml")]);
    const macros = Buffer.concat([await docxOf(aDocument), Buffer.from("word/vbaProject.bin")]);
    for (const bytes of [Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), archive, macros, Buffer.from("MZ\x90\0\x03", "latin1"), Buffer.from([0x48, 0xff, 0xfe]), Buffer.from("words\0words"), Buffer.from("   \n"), Buffer.from(" %PDF-1.7".repeat(1).slice(0, 1))]) expect(typeOf(bytes), bytes.toString("latin1").slice(0, 12)).toBeNull();
  });

  test("an empty form, a big file and a wrong one are told in words", async () => {
    const world = await aPartnership();
    const reference = await scheduled(world);
    const message = async (over: Record<string, unknown>) => {
      const outcome = await add(world, reference, "hotspots", over);
      return outcome.ok || outcome.problem.kind !== "invalid" ? outcome : outcome.problem.fields;
    };
    expect(await message({ file: undefined, title: " " })).toEqual({ title: ["Enter a title that names nobody"], file: ["Select a file"] });
    expect(await message({ file: Buffer.alloc(900_001, "a") })).toEqual({ file: ["The file must be 900 kB or smaller"] });
    expect(await message({ file: Buffer.from("\x89PNG\r\n", "latin1") })).toEqual({ file: ["The file must be a PDF, a Word document without macros (.docx) or plain text"] });
    expect(await message({ file: "a file by its name" })).toEqual({ file: ["Select a file"] });
    done(await add(world, reference, "hotspots", { file: Buffer.alloc(900_000, "a") }));
  });

  test("a PDF that does more than be read is refused in words that help", async () => {
    const world = await aPartnership();
    const reference = await scheduled(world);
    const acting = (inside: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\n%%EOF`, "latin1");
    const said = async (file: Buffer) => {
      const outcome = await add(world, reference, "hotspots", { file });
      return outcome.ok || outcome.problem.kind !== "invalid" ? outcome : outcome.problem.fields.file;
    };
    expect(await said(acting("/OpenAction << /S /JavaScript /JS (x) >>"))).toEqual(["The PDF holds scripts or a form that runs them. Print it to a new PDF and choose that"]);
    expect(await said(acting("/Names << /EmbeddedFiles 2 0 R >>"))).toEqual(["The PDF holds other files. Add each of them as a paper of its own"]);
    expect(await said(acting("/Encrypt 2 0 R"))).toEqual(["The PDF is locked with a password. Save it without one"]);
    done(await add(world, reference, "hotspots", { file: await pdfOf(aDocument) }));
  });

  test("it bears a name of ours: meeting, item and paper", () => {
    expect(paperName("CEN-2026-11", 5, 1, paperTypes.pdf)).toBe("CEN-2026-11-item-5-paper-1.pdf");
    expect(paperName("CEN-2026-11", 5, 2, paperTypes.docx)).toBe("CEN-2026-11-item-5-paper-2.docx");
    expect(paperName("CEN-2026-11-X1", 12, 3, paperTypes.txt)).toBe("CEN-2026-11-X1-item-12-paper-3.txt");
  });
});

test("a paper of a draft is the office's; published, the forum opens it, and each opening is kept", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  done(await add(world, reference, "hotspots"));
  const id = await lastPaper(world);
  const { coordinator, chair, housing, councillor, northChair, bystander, governance } = world.people;
  expect(await opens(chair, reference, id, weekBefore)).toBe(true);
  expect(await opens(housing, reference, id, weekBefore)).toBe(false);
  done(await publishAgenda(coordinator, await seen(world, reference), weekBefore));
  expect(await openPaper(housing, { reference, paperId: id }, weekBefore)).toEqual({ name: `${reference}-item-4-paper-1.txt`, mediaType: "text/plain; charset=utf-8", content: new Uint8Array(text) });
  expect(await opens(councillor, reference, id)).toBe(true);
  for (const who of [northChair, bystander, governance, (await aPartnership("Safer Otherwhere")).people.chair]) expect(await opens(who, reference, id)).toBe(false);
  expect(await opens(housing, reference, randomUUID())).toBe(false);
  expect(await opens(housing, "NOR-2026-11", id)).toBe(false);
  const { rows } = await owner.query<{ person_id: string }>("select person_id from audit_events where partnership_id = $1 and event = 'paper.opened' order by seq", [world.partnershipId]);
  expect(rows.map((row) => row.person_id)).toEqual([chair, housing, councillor].map(({ personId }) => personId));
});

test("a restricted paper is read from the register alone, and so are all of a restricted item", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  done(await addItem(world.people.coordinator, { reference, kind: "report", title: "Attendance", presenter: "", minutes: "10", restricted: "yes" }, weekBefore));
  done(await add(world, reference, "hotspots", { restricted: "yes" }));
  const restricted = await lastPaper(world);
  done(await add(world, reference, "Attendance", {}, at(-6 * 24 * 60)));
  const ofRestricted = await lastPaper(world);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), at(-6 * 24 * 60)));
  done(await openDoors(world.people.chair, await seen(world, reference), halfPastOne));
  const both = async (who: Who) => [await opens(who, reference, restricted), await opens(who, reference, ofRestricted)];
  expect(await both(world.people.housing)).toEqual([false, false]);
  done(await sign(world.people.housing, reference));
  expect(await both(world.people.housing)).toEqual([true, true]);
  expect(await both(world.people.police)).toEqual([false, false]);
  expect((await viewPack(world.people.police, { reference, form: null }, halfPastOne))?.items.flatMap(({ papers }) => papers)).toEqual([]);
  expect((await viewPack(world.people.housing, { reference, form: null }, halfPastOne))?.items.flatMap(({ papers }) => papers.map(({ restricted: is }) => is))).toEqual([true, true]);
});

test("a paper of a case is read as the case is, and never by whoever is recused from it", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await scheduled(world);
  done(await add(world, reference, found.reference, { restricted: "yes" }));
  const id = await lastPaper(world);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  done(await openDoors(world.people.chair, await seen(world, reference), halfPastOne));
  const { housing, police, probation, colleague, deputy, chair } = world.people;
  expect(await opens(housing, reference, id)).toBe(false);
  for (const who of [housing, police, probation]) done(await sign(who, reference));
  expect(await opens(housing, reference, id)).toBe(true);
  await recuse(world, police, found.id, false);
  await recuse(world, probation, found.id, true);
  await recuse(world, deputy, found.id, false);
  for (const who of [police, probation, deputy, colleague]) expect(await opens(who, reference, id)).toBe(false);
  expect(await opens(chair, reference, id)).toBe(true);
  expect(await add({ ...world, people: { ...world.people, coordinator: deputy } }, reference, found.reference)).toEqual(notFound);
});

test("keeping papers is the office's; an item of another meeting, a guess and a closed meeting take none", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const paper = await aPaper(world, reference, "hotspots");
  const { housing, northChair, bystander, governance, coordinator } = world.people;
  for (const who of [housing, northChair, bystander, governance, (await aPartnership("Safer Otherwhere")).people.chair]) expect(await addPaper(who, paper, weekBefore)).toEqual(notFound);
  expect(await addPaper(coordinator, { ...paper, itemId: randomUUID() }, weekBefore)).toEqual(notFound);
  const other = await scheduled(world, { kind: "extraordinary" });
  expect(await addPaper(coordinator, { ...paper, reference: other }, weekBefore)).toEqual(notFound);
  await owner.query("update meetings set state = 'closed', closed_at = now() where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  expect(await addPaper(coordinator, paper, weekBefore)).toMatchObject(refused("meeting.notInThisState"));
  const key = randomUUID();
  const twice = await Promise.all([1, 2].map(async () => addPaper(coordinator, await aPaper(world, other, "hotspots", { submissionKey: key }), weekBefore)));
  expect(twice[0]).toEqual(twice[1]);
  // the same form with another file isn't the same form
  expect(await addPaper(coordinator, { ...(await aPaper(world, other, "hotspots")), file: Buffer.from("Other words"), submissionKey: key }, weekBefore)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect((await owner.query("select 1 from papers where partnership_id = $1", [world.partnershipId])).rows).toHaveLength(1);
});

test("a paper is withdrawn with a reason: the office alone opens it then, and it keeps its number", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  done(await add(world, reference, "hotspots"));
  const id = await lastPaper(world);
  const { coordinator, housing, northChair } = world.people;
  expect(await withdrawPaper(coordinator, { reference, paperId: id, reason: " " }, weekBefore)).toEqual({ ok: false, problem: { kind: "invalid", fields: { reason: ["Enter why the paper is withdrawn"] } } });
  for (const who of [housing, northChair]) expect(await withdrawPaper(who, { reference, paperId: id, reason: "Wrong" }, weekBefore)).toEqual(notFound);
  expect(await withdrawPaper(coordinator, { reference, paperId: randomUUID(), reason: "Wrong" }, weekBefore)).toEqual(notFound);
  done(await withdrawPaper(coordinator, { reference, paperId: id, reason: "The wrong month" }, weekBefore));
  expect(await withdrawPaper(coordinator, { reference, paperId: id, reason: "Again" }, weekBefore)).toMatchObject(refused("paper.withdrawn"));
  expect(await opens(housing, reference, id)).toBe(false);
  expect(await opens(coordinator, reference, id)).toBe(true);
  done(await add(world, reference, "hotspots", { title: "Calls by ward, corrected" }, at(-24 * 60)));
  const agenda = await viewAgenda(coordinator, { reference }, weekBefore);
  expect(agenda?.lines.flatMap(({ papers }) => papers).map(({ position, withdrawn, supplement }) => [position, withdrawn?.reason ?? null, supplement])).toEqual([[1, "The wrong month", 1], [2, null, 2]]);
  expect((await viewPack(housing, { reference, form: null }, halfPastOne))?.items.flatMap(({ papers }) => papers.map(({ position }) => position))).toEqual([2]);
});

test("an item with a paper is not left off a draft; once that is withdrawn it is, and nothing is left of it", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  done(await add(world, reference, "hotspots"));
  const off = async () => leaveOffItem(world.people.coordinator, { ...(await seen(world, reference)), itemId: (await itemOf(world, reference, "hotspots")) ?? randomUUID(), why: "Nothing to say" }, weekBefore);
  expect(await off()).toMatchObject(refused("item.hasPapers"));
  done(await withdrawPaper(world.people.coordinator, { reference, paperId: await lastPaper(world), reason: "Not needed" }, weekBefore));
  done(await off());
  expect((await owner.query("select 1 from papers where partnership_id = $1", [world.partnershipId])).rows).toEqual([]);
});

describe("the pack", () => {
  const aPack = async () => {
    const world = await aPartnership();
    const first = await aCase(world, { title: "Noise at night, Eastholme", background: "Shouting since June.", wanted: "A joint visit." });
    const second = await aCase(world, { title: "Gatherings at a parade", background: "Crowds on Fridays.", wanted: "A plan." });
    const reference = await published(world);
    done(await openDoors(world.people.chair, await seen(world, reference), halfPastOne));
    const read = (who: Who, form: "pdf" | "docx" | null = null) => viewPack(who, { reference, form }, at(-20));
    return { world, first, second, reference, read };
  };

  test("is the nameless twin to whoever has not signed, and what is known to whoever has; each reading is kept", async () => {
    const { world, first, second, reference, read } = await aPack();
    const unsigned = await read(world.people.housing);
    expect(unsigned?.items.filter((item) => item.case).map((item) => [item.position, item.case?.title, item.summary, item.known])).toEqual([
      [4, "Noise at night, Eastholme", "Repeated intimidation at night.", null], [5, "Gatherings at a parade", "Repeated intimidation at night.", null],
    ]);
    expect(unsigned).toMatchObject({ summaryOnly: true, opensCases: false });
    done(await sign(world.people.housing, reference));
    expect((await read(world.people.housing))?.items.flatMap(({ known }) => known?.background ?? [])).toEqual(["Shouting since June.", "Crowds on Fridays."]);
    const { rows } = await owner.query<{ event: string; case_id: string | null }>("select event, case_id from audit_events where partnership_id = $1 and person_id = $2 and event = 'case.opened' order by seq", [world.partnershipId, world.people.housing.personId]);
    expect(rows.map((row) => row.case_id)).toEqual([first.id, second.id]);
  });

  test("says openly what a recused reader is left without, and closes up for one who is not to know", async () => {
    const { world, first, second, reference, read } = await aPack();
    for (const who of [world.people.police, world.people.probation]) done(await sign(who, reference));
    await recuse(world, world.people.police, first.id, false);
    await recuse(world, world.people.probation, first.id, true);
    const said = (pack: Awaited<ReturnType<typeof read>>) => pack?.items.map(({ position, kind, recusedFrom, case: found }) => [position, recusedFrom?.reference ?? found?.reference ?? kind].join(" "));
    expect(said(await read(world.people.police))).toEqual(["1 register", "2 interests", "3 actions", `4 ${first.reference}`, `5 ${second.reference}`, "6 hotspots", "7 other_business", "8 next_meeting"]);
    const open = (await read(world.people.police))?.items[3];
    expect(open).toMatchObject({ recusedFrom: { reference: first.reference }, case: null, summary: null, known: null, papers: [], plannedMinutes: 0 });
    const silent = await read(world.people.probation);
    expect(said(silent)).toEqual(["1 register", "2 interests", "3 actions", `4 ${second.reference}`, "5 hotspots", "6 other_business", "7 next_meeting"]);
    for (const part of [first.id, "Noise at night", "Shouting since June"]) expect(JSON.stringify(silent)).not.toContain(part);
  });

  test("carries its supplements, numbered for a reader by what they hold of them", async () => {
    const { world, first, reference, read } = await aPack();
    const { coordinator, probation } = world.people;
    const wanted = { reference, title: "A paper", restricted: "", file: text };
    done(await addPaper(coordinator, { ...wanted, itemId: await itemOf(world, reference, first.reference) }, at(-4 * 24 * 60)));
    done(await addPaper(coordinator, { ...wanted, itemId: await itemOf(world, reference, "hotspots") }, at(-2 * 24 * 60)));
    expect((await read(coordinator))?.supplements.map(({ number }) => number)).toEqual([1, 2]);
    await recuse(world, probation, first.id, true);
    const silent = await read(probation);
    expect(silent?.supplements).toEqual([{ number: 1, madeAt: at(-2 * 24 * 60) }]);
    expect(silent?.items.flatMap(({ papers }) => papers.map(({ supplement }) => supplement))).toEqual([1]);
  });

  test("is there from publication on, for the forum alone; taking it away is on the trail", async () => {
    const { world, reference, read } = await aPack();
    for (const who of [world.people.northChair, world.people.bystander, world.people.governance]) expect(await read(who)).toBeNull();
    const draft = await scheduled(world, { kind: "extraordinary" });
    expect(await viewPack(world.people.chair, { reference: draft, form: null }, weekBefore)).toBeNull();
    expect(await viewPack(world.people.chair, { reference: "CEN-2026-99", form: null }, weekBefore)).toBeNull();
    await read(world.people.chair, "pdf");
    const { rows } = await owner.query<{ particulars: unknown }>("select particulars from audit_events where partnership_id = $1 and reference = $2 and event = 'meeting.packTaken'", [world.partnershipId, reference]);
    expect(rows).toEqual([{ particulars: { form: "pdf" } }]);
  });
});
