import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { ToldQuery } from "@/domain/disclosures/inputs.ts";
import { exportTold, viewPersonTold, viewTold } from "@/domain/disclosures/queries/view-told.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { csvOf } from "@/app/csv.ts";
import { ledgerRows } from "@/wording/ledger.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, aMeetingOn, daysLater, eventsOf, minutesLater, move, now, signed } from "../cases/arranged.ts";
import { share } from "./arrange.ts";

// Rule 28: every disclosure in a meeting can be answered later.

let world: World;
let row: (name: string) => string;
let found: ArrangedCase;
let meeting: Awaited<ReturnType<typeof aMeetingOn>>;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
});
beforeEach(async () => {
  await owner.query("update meetings set state = 'closed', closed_at = $2 where partnership_id = $1 and state = 'in_session'", [world.partnershipId, now]);
  found = await aCase(world);
  meeting = await aMeetingOn(world, found);
  await move("meetings", meeting.id, { opened_at: minutesLater(1) });
  await move("agenda_items", meeting.itemId, { opened_at: minutesLater(10), ended_at: minutesLater(25) });
  for (const who of ["chair", "police", "probation"] as const) await signed(world, meeting, world.people[who]);
});

const ledger = (who: Actor = world.people.governance, at = minutesLater(60)) => viewTold(who, found.reference, at);
const inRoom = async () => (await ledger())?.rooms.map(({ person }) => person).sort();
const out = (who: Actor, left: number, returned: number | null) =>
  insert("departures", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: meeting.id, person_id: who.personId, left_at: minutesLater(left), returned_at: returned === null ? null : minutesLater(returned), recorded_by_id: who.personId });
const late = async (who: Actor, minutes: number) => {
  await signed(world, meeting, who);
  await owner.query("alter table sign_ins disable trigger written_once");
  await owner.query("update sign_ins set signed_at = $3 where meeting_id = $1 and person_id = $2", [meeting.id, who.personId, minutesLater(minutes)]);
  await owner.query("alter table sign_ins enable trigger written_once");
};
const recused = (who: Actor, silent: boolean, at: Date) =>
  insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: who.personId, silent, reason: "Is her niece", decided_by_id: world.people.coordinator.personId, decided_at: at });

describe("in the room for the item", () => {
  test("is whoever signed, for their agency, from its opening to its end", async () => {
    expect((await ledger())?.rooms).toMatchObject([
      { person: "PC Nia Rowlands", agency: "Police", meeting: meeting.reference, from: minutesLater(10), to: minutesLater(25) },
      { person: "Insp Ruth Calverley", agency: "Police" },
      { person: "Kemi Adeyemi", agency: "Probation" },
    ]);
  });

  test("isn't who signed after it, who had left before it, nor who stayed out until it was over", async () => {
    await late(world.people.housing, 30);
    await out(world.people.probation, 5, null);
    await out(world.people.police, 8, 25);
    expect(await inRoom()).toEqual(["Insp Ruth Calverley"]);
  });

  test("is timed by late signing, leaving early and coming back", async () => {
    await late(world.people.housing, 15);
    await out(world.people.probation, 5, 12);
    await out(world.people.police, 20, null);
    const stay = async (name: string) => (await ledger())?.rooms.filter(({ person }) => person.includes(name)).map(({ from, to }) => [from, to]);
    expect(await stay("Nowak")).toEqual([[minutesLater(15), minutesLater(25)]]);
    expect(await stay("Adeyemi")).toEqual([[minutesLater(12), minutesLater(25)]]);
    expect(await stay("Rowlands")).toEqual([[minutesLater(10), minutesLater(20)]]);
  });

  test.each([false, true])("isn't who was recused from it (silent: %s); who was recused in the middle of it heard what came before", async (silent) => {
    await recused(world.people.probation, silent, now);
    expect(await inRoom()).toEqual(["Insp Ruth Calverley", "PC Nia Rowlands"]);
    await recused(world.people.police, silent, minutesLater(18));
    expect((await ledger())?.rooms.filter(({ person }) => person.includes("Rowlands"))).toMatchObject([{ from: minutesLater(10), to: minutesLater(18) }]);
  });

  test("is nobody for an item that was put off, or not taken up yet; the whole meeting where nobody kept its times", async () => {
    await move("agenda_items", meeting.itemId, { opened_at: null, ended_at: null });
    expect(await inRoom()).toEqual([]);
    await move("meetings", meeting.id, { state: "closed", closed_at: minutesLater(50) });
    expect((await ledger())?.rooms[0]).toMatchObject({ from: minutesLater(1), to: minutesLater(50) });
    await move("agenda_items", meeting.itemId, { decision: "defer" });
    expect(await inRoom()).toEqual([]);
  });
});

describe("what the ledger answers", () => {
  test("under which gateways the agency had been given something by then, and nothing that came later", async () => {
    await share(world, row, found.reference, world.people.police, {}, minutesLater(12));
    await share(world, row, found.reference, world.people.police, { purpose: "Later" }, minutesLater(40));
    const rooms = (await ledger())?.rooms ?? [];
    expect(rooms.find(({ agency }) => agency === "Probation")?.given).toMatchObject([{ from: "Police", at: minutesLater(12), gateway: [{ part: "power", name: "Crime and Disorder Act 1998, section 115" }, {}, {}, {}] }]);
    expect(rooms.find(({ agency }) => agency === "Police")?.given).toEqual([]);
    expect((await ledger())?.given.map(({ at }) => at)).toEqual([minutesLater(40), minutesLater(12)]);
    expect((await ledger())?.originators).toEqual([{ agency: "Police", times: 2, last: minutesLater(40) }]);
  });

  test("holds not a word of what was given", async () => {
    await share(world, row, found.reference, world.people.police, { leftOut: "The caller's name" }, minutesLater(12));
    expect(JSON.stringify(await ledger())).not.toMatch(/three calls|plan visits|alone otherwise|caller|bickerstaffe|six calls|older resident/i);
  });

  test("what they read since, and who read it without having been there", async () => {
    await viewCase(world.people.police, found.reference, minutesLater(5));
    for (const minutes of [30, 31]) await viewCase(world.people.police, found.reference, minutesLater(minutes));
    await revealParticulars(world.people.police, { reference: found.reference, reason: "A home visit is planned" }, minutesLater(32));
    await viewCase(world.people.coordinator, found.reference, minutesLater(33));
    const told = await ledger();
    expect(told?.rooms.find(({ person }) => person.includes("Rowlands"))?.since).toEqual({ times: { "case.opened": 2, "case.revealed": 1 }, last: minutesLater(32) });
    expect(told?.rooms.find(({ person }) => person.includes("Adeyemi"))?.since).toEqual({ times: {}, last: null });
    expect(told?.elsewhere).toMatchObject([{ person: "Priya Nandra", read: { times: { "case.opened": 1 }, last: minutesLater(33) } }]);
  });

  test("reading it and taking it away are on the trail", async () => {
    await ledger();
    await exportTold(world.people.chair, found.reference, minutesLater(60));
    expect((await eventsOf(world, "ledger.opened")).at(-1)).toMatchObject({ person_id: world.people.governance.personId, case_id: found.id, particulars: {} });
    expect((await eventsOf(world, "ledger.exported")).at(-1)).toMatchObject({ person_id: world.people.chair.personId, reference: found.reference });
  });
});

describe("who may read it", () => {
  test('"ledger.read" is for the office of the chair and information governance, and for nobody else', async () => {
    for (const who of ["chair", "deputy", "coordinator", "governance"] as const) expect((await ledger(world.people[who]))?.rooms, who).toHaveLength(3);
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const who of [...(["police", "probation", "housing", "councillor", "northChair", "northMember", "marpChair", "administrator", "bystander"] as const).map((name) => world.people[name]), elsewhere.people.governance, elsewhere.people.chair]) {
      const before = (await eventsOf(world)).length;
      expect(await ledger(who), who.name).toBeNull();
      expect(await exportTold(who, found.reference, now), who.name).toBeNull();
      expect((await eventsOf(world)).length).toBe(before);
      const rows = await transact({ ...who, now: minutesLater(60) }, (tx) => tx.$queryRaw<unknown[]>`select 1 from app.who_was_told(${found.id}::uuid) union all select 1 from app.disclosures_made(${found.id}::uuid) union all select 1 from app.what_they_were_told(${world.people.police.personId}::uuid)`);
      expect(rows, who.name).toEqual([]);
    }
    expect(await viewTold(world.people.governance, "CEN-99999", now)).toBeNull();
    expect(await viewTold(world.people.governance, "' or true --", now)).toBeNull();
  });

  test.each([false, true])("a recused officer finds nothing of it (silent: %s)", async (silent) => {
    await recused(world.people.deputy, silent, now);
    expect(await ledger(world.people.deputy)).toBeNull();
    expect(await exportTold(world.people.deputy, found.reference, minutesLater(60))).toBeNull();
  });
});

describe("by person", () => {
  const ask = (person: string | undefined, who: Actor = world.people.governance) => viewPersonTold(who, ToldQuery.parse({ person }), minutesLater(60));

  test('"ledger.readPerson" tells information governance all their cases, by reference only', async () => {
    await share(world, row, found.reference, world.people.police, {}, minutesLater(12));
    await viewCase(world.people.probation, found.reference, minutesLater(30));
    const told = await ask(world.people.probation.personId);
    expect(told?.person?.cases.find((one) => one.case === found.reference)).toMatchObject({ agencies: ["Probation"], stays: [{ meeting: meeting.reference, from: minutesLater(10), to: minutesLater(25) }], given: [{ from: "Police" }], since: { times: { "case.opened": 1 } } });
    expect(told?.person?.cases.length).toBeGreaterThan(1);
    expect(told?.person?.elsewhere.map((one) => one.case)).not.toContain(found.reference);
    expect(JSON.stringify(told)).not.toMatch(/three calls|bickerstaffe|six calls|older resident/i);
    expect((await eventsOf(world, "ledger.personOpened")).at(-1)).toMatchObject({ person_id: world.people.governance.personId, particulars: { personId: world.people.probation.personId } });
  });

  test("what they read without having been there stands by itself", async () => {
    await viewCase(world.people.coordinator, found.reference, minutesLater(30));
    expect((await ask(world.people.coordinator.personId))?.person?.elsewhere).toContainEqual(expect.objectContaining({ case: found.reference, read: { times: { "case.opened": 1 }, last: minutesLater(30) } }));
  });

  test("is refused to everybody else, and asks nothing of a person of another partnership", async () => {
    for (const who of ["chair", "coordinator", "police", "administrator"] as const) expect(await ask(world.people.probation.personId, world.people[who]), who).toBeNull();
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect((await ask(elsewhere.people.chair.personId))?.person).toBeNull();
    expect((await ask("nonsense"))?.person).toBeNull();
    expect((await ask(world.people.probation.personId, elsewhere.people.governance))?.person).toBeNull();
  });
});

describe("the file", () => {
  test("says of each row what it is, and for whom and when it was made", async () => {
    await share(world, row, found.reference, world.people.police, {}, minutesLater(12));
    const told = await exportTold(world.people.governance, found.reference, minutesLater(60));
    const rows = told ? ledgerRows(told, "Ffion Pryce") : [];
    expect(rows.map(([what]) => what)).toEqual(["What", "In the room", "In the room", "In the room", "Given from agency to agency", "To consult before anything is let out", "OFFICIAL-SENSITIVE"]);
    expect(rows[3]).toEqual(["In the room", found.reference, meeting.reference, "21 November 2026 at 5:22pm", "21 November 2026 at 5:37pm", "Kemi Adeyemi", "Probation", "", expect.stringContaining("Police, 21 November 2026 at 5:24pm: Crime and Disorder Act 1998, section 115; "), "", ""]);
    expect(rows.at(-1)?.join("")).toContain("Copy for Ffion Pryce");
  });

  test("no cell of it runs as a formula", () => {
    const cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "Plain, \"quoted\"", "O'Brien"];
    const [line] = csvOf([cells]).replace("\uFEFF", "").split(",\"'\n=1");
    expect(line).toBe("\"'=1+1\",\"'+1\",\"'-1\",\"'@SUM(A1)\",\"'\t=1\",\"'\r=1\"");
    expect(csvOf([cells])).toContain("\"' =1\",\"'＝1\",\"Plain, \"\"quoted\"\"\",\"O'Brien\"\r\n");
  });

  test("a later day is another reading of the same rows", async () => {
    expect((await viewTold(world.people.governance, found.reference, daysLater(30)))?.rooms).toHaveLength(3);
  });
});
