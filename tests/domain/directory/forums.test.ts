import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addAgency, changeAgency } from "@/domain/directory/commands/keep-agencies.ts";
import { addForum, adoptTerms, changeForum } from "@/domain/directory/commands/keep-forums.ts";
import { addArea, addWard, renamePlace } from "@/domain/directory/commands/keep-places.ts";
import { adoptDeclaration, settle } from "@/domain/directory/commands/settle.ts";
import { listAgencies, listAreas } from "@/domain/directory/queries/view-places.ts";
import { listKeptForums, viewForum } from "@/domain/directory/queries/view-forum.ts";
import { viewSettings } from "@/domain/directory/queries/view-settings.ts";
import { findDeclaration } from "@/domain/sign-in/queries/find-declaration.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { asPerson, done, problem } from "../action-plan/arrange.ts";
import { aCase, aMeeting, attends, eventsOf } from "../minutes/arrange.ts";
import { daysLater, everybodyElse, later, now, onDay, today, versionOf } from "./arrange.ts";

let world: World;
let elsewhere: World;
let admin: Actor;
beforeEach(async () => {
  [world, elsewhere] = [await aPartnership(), await aPartnership("Safer Elsewhere")];
  admin = world.people.administrator;
});

const forum = (over: Record<string, unknown> = {}, by = admin) =>
  addForum(by, { kind: "board", code: " pdb ", name: "Performance Board", areaId: "", purpose: "To see that it works.", limitMinutes: "90", ...over }, now);
const terms = (over: Record<string, unknown> = {}, by = admin) => adoptTerms(by, { forum: "CEN", version: 1, purpose: "To solve cases.", limitMinutes: "100", admitsElectedMembers: "yes", from: today, ...over }, now);

describe("forums", () => {
  test("one is set up with its kind, its code and the first version of its terms", async () => {
    expect(done(await forum())).toEqual({ forum: "PDB" });
    expect(await viewForum(admin, "PDB", now)).toMatchObject({ kind: "board", name: "Performance Board", area: null, offices: [], seats: [], terms: [{ version: 1, from: "2026-12-08", limitMinutes: 90, admitsElectedMembers: false }] });
    expect(await eventsOf(world, "forum.added")).toMatchObject([{ reference: "PDB", particulars: { kind: "board" } }]);
    expect(await eventsOf(world, "terms.adopted")).toMatchObject([{ reference: "PDB", particulars: { version: 1, limitMinutes: 90, admitsElectedMembers: false } }]);
  });

  test("a CIM covers an area, of this partnership; a code is letters and stands once", async () => {
    expect(problem(await forum({ kind: "cim" }))).toEqual({ kind: "invalid", fields: { areaId: ["Select the area it covers"] } });
    expect(problem(await forum({ areaId: randomUUID() }))).toEqual({ kind: "invalid", fields: { areaId: ["Select an area"] } });
    expect(problem(await forum({ code: "cen" }))).toEqual({ kind: "invalid", fields: { code: ["A forum has this code already"] } });
    for (const code of ["C", "CEN1", "C-N", "CENTRALE"]) expect(problem(await forum({ code }))).toEqual({ kind: "invalid", fields: { code: ["Code must be 2 to 6 letters, like CEN"] } });
    expect(problem(await forum({ limitMinutes: "10", purpose: "" }))).toEqual({ kind: "invalid", fields: { limitMinutes: ["Limit must be 30 minutes or more"], purpose: ["Enter what the forum is for"] } });
  });

  test("its name and area change, from the page as it stands", async () => {
    const change = (over: Record<string, unknown> = {}, by = admin) => changeForum(by, { forum: "cen", version: 1, name: "Eastholme together", areaId: "", ...over }, now);
    done(await change());
    expect(await viewForum(admin, "CEN", now)).toMatchObject({ name: "Eastholme together", area: null, version: 2 });
    expect(await eventsOf(world, "forum.changed")).toMatchObject([{ reference: "CEN", particulars: { fields: ["name", "area"] } }]);
    expect(problem(await change())).toEqual({ kind: "stale" });
    expect(problem(await change({ forum: "XYZ" }))).toEqual({ kind: "notFound" });
    expect((await viewForum(elsewhere.people.administrator, "CEN", now))?.name).toBe("CEN forum");
  });

  test("new terms of reference are a version of their own, in force from their day: with them a councillor's papers close", async () => {
    const caseId = await aCase(world, "CEN-118");
    await attends(world, await aMeeting(world, "CEN-2026-12", { items: [{ caseId }] }), world.people.councillor);
    done(await terms({ admitsElectedMembers: "", from: onDay("2026-12-09") }));
    expect((await viewCase(world.people.councillor, "CEN-118", later(1)))?.content).not.toBeNull();
    expect((await viewCase(world.people.councillor, "CEN-118", daysLater(1)))?.content).toBeNull();
    expect((await viewForum(admin, "CEN", now))?.terms.map(({ version, from }) => [version, from])).toEqual([[2, "2026-12-09"], [1, "2025-01-01"]]);
    expect(problem(await terms())).toEqual({ kind: "stale" });
    expect(problem(await terms({ version: 2 }))).toEqual({ kind: "invalid", fields: { from: ["Day they are in force from must be on or after that of the version before"] } });
    expect(problem(await terms({ version: 2, from: onDay("2026-12-07") }))).toEqual({ kind: "invalid", fields: { from: ["Day they are in force from must be today or in the future"] } });
    await expect(asPerson(admin, "update terms_of_reference set purpose = 'x'")).rejects.toThrow("permission denied");
  });

  test("are an administrator's alone", async () => {
    for (const [who, actor] of everybodyElse(world)) {
      for (const outcome of [await forum({}, actor), await terms({}, actor), await changeForum(actor, { forum: "CEN", version: 1, name: "Mine", areaId: "" }, now)]) expect(problem(outcome), who).toEqual({ kind: "forbidden", permission: "directory.keepForums" });
      for (const read of [await listKeptForums(actor, {}, now), await viewForum(actor, "CEN", now), await listAgencies(actor, {}, now), await listAreas(actor, {}, now), await viewSettings(actor, {}, now)]) expect(read, who).toBeNull();
    }
  });

  test("the list says who chairs each, how, and how many sit there", async () => {
    expect((await listKeptForums(admin, {}, now))?.map(({ code, chair, seats }) => [code, chair, seats])).toEqual([["CEN", "Insp Ruth Calverley", 8], ["MARP", "Supt Helen Arkwright", 2], ["NOR", "Insp Dev Sandhu", 2]]);
  });
});

describe("agencies", () => {
  const add = (over: Record<string, unknown> = {}, by = admin) => addAgency(by, { name: "Testham Fire and Rescue", shortName: "Fire", kind: "fire", ...over }, now);

  test("one is added once by name, and its names change, not its kind", async () => {
    const { agencyId } = done(await add());
    expect(problem(await add())).toEqual({ kind: "invalid", fields: { name: ["An agency of this name is on the list already"] } });
    const change = (over: Record<string, unknown> = {}, by = admin) => changeAgency(by, { agencyId, version: 1, name: "Testham Fire", shortName: "Fire", ...over }, now);
    expect(problem(await change({ kind: "police" })).kind).toBe("invalid");
    expect(problem(await change({ name: "Police" }))).toEqual({ kind: "invalid", fields: { name: ["An agency of this name is on the list already"] } });
    done(await change());
    expect(await listAgencies(admin, {}, now)).toContainEqual({ id: agencyId, name: "Testham Fire", shortName: "Fire", kind: "fire", version: 2, people: 0, leadId: null, lead: null });
    expect(await eventsOf(world, "agency.changed")).toMatchObject([{ particulars: { fields: ["name"] } }]);
    expect(problem(await change())).toEqual({ kind: "stale" });
    // who answers for it is one of its own
    expect(problem(await change({ version: 2, leadId: world.people.police.personId }))).toEqual({ kind: "invalid", fields: { leadId: ["Select somebody of this agency"] } });
    await expect(owner.query("update agencies set lead_id = $1 where id = $2", [world.people.police.personId, agencyId])).rejects.toThrow();
    done(await changeAgency(admin, { agencyId: world.agencies.housing, version: 1, name: "Housing", shortName: "Housing", leadId: world.people.colleague.personId }, now));
    expect((await listAgencies(admin, {}, now))?.find(({ id }) => id === world.agencies.housing)).toMatchObject({ leadId: world.people.colleague.personId, lead: world.people.colleague.name });
    expect(problem(await change({}, elsewhere.people.administrator))).toEqual({ kind: "notFound" });
    for (const [who, actor] of everybodyElse(world)) for (const outcome of [await add({}, actor), await change({}, actor)]) expect(problem(outcome), who).toEqual({ kind: "forbidden", permission: "directory.keepForums" });
  });
});

describe("areas and wards", () => {
  test("are added once by name and renamed; a ward is in an area of this partnership", async () => {
    const { placeId: areaId } = done(await addArea(admin, { name: "Southfold" }, now));
    const { placeId: wardId } = done(await addWard(admin, { name: "Gorsley", areaId }, now));
    expect(problem(await addArea(admin, { name: "Southfold" }, now))).toEqual({ kind: "invalid", fields: { name: ["An area of this name is on the list already"] } });
    expect(problem(await addWard(admin, { name: "Gorsley", areaId }, now))).toEqual({ kind: "invalid", fields: { name: ["A ward of this name is on the list already"] } });
    expect(problem(await addWard(elsewhere.people.administrator, { name: "Gorsley", areaId }, now))).toEqual({ kind: "invalid", fields: { areaId: ["Select the area it is in"] } });
    const rename = (over: Record<string, unknown> = {}, by = admin) => renamePlace(by, { kind: "ward", placeId: wardId, version: 1, name: "Gorsley Vale", ...over }, now);
    expect(problem(await rename({ name: "Eastholme" }))).toEqual({ kind: "invalid", fields: { name: ["A ward of this name is on the list already"] } });
    done(await rename());
    done(await rename({ kind: "area", placeId: areaId, name: "South" }));
    expect((await listAreas(admin, {}, now))?.find(({ id }) => id === areaId)).toMatchObject({ name: "South", version: 2, wards: [{ name: "Gorsley Vale", version: 2 }] });
    expect(problem(await rename())).toEqual({ kind: "stale" });
    expect(problem(await rename({ kind: "area" }))).toEqual({ kind: "notFound" });
    expect(problem(await rename({}, elsewhere.people.administrator))).toEqual({ kind: "notFound" });
    expect(await eventsOf(world, "place.renamed")).toMatchObject([{ particulars: { kind: "ward" } }, { particulars: { kind: "area" } }]);
    for (const [who, actor] of everybodyElse(world)) {
      for (const outcome of [await addArea(actor, { name: "Mine" }, now), await addWard(actor, { name: "Mine", areaId }, now), await rename({}, actor)]) expect(problem(outcome), who).toEqual({ kind: "forbidden", permission: "directory.keepForums" });
    }
  });
});

describe("what is settled for the partnership", () => {
  const change = (over: Record<string, unknown> = {}, by = admin) => settle(by, { version: 1, name: "Safer Testham", idleMinutes: "20", findsRepeats: "yes", ...over }, now);
  const declare = (over: Record<string, unknown> = {}, by = admin) => adoptDeclaration(by, { version: 1, text: "I will keep what I hear in confidence, and write nothing down.", from: today, ...over }, now);

  test("minutes until signing out are ten to sixty, and its name is kept", async () => {
    done(await change());
    expect(await viewSettings(admin, {}, now)).toMatchObject({ idleMinutes: 20, version: 2 });
    expect(await eventsOf(world, "partnership.changed")).toMatchObject([{ particulars: { fields: ["idleMinutes"], idleMinutes: 20, findsRepeats: true } }]);
    expect(problem(await change({ idleMinutes: "9" }))).toEqual({ kind: "invalid", fields: { idleMinutes: ["Minutes must be 10 or more"] } });
    expect(problem(await change({ idleMinutes: "61" }))).toEqual({ kind: "invalid", fields: { idleMinutes: ["Minutes must be 60 or less"] } });
    expect(problem(await change())).toEqual({ kind: "stale" });
    expect(await versionOf("partnerships", elsewhere.partnershipId)).toBe(1);
    await expect(asPerson(admin, "update partnerships set idle_minutes = 61")).rejects.toThrow("idle_limit_is_ten_to_sixty");
    await expect(asPerson(admin, "update partnerships set demonstration = true")).rejects.toThrow("permission denied");
    for (const [who, actor] of everybodyElse(world)) expect(problem(await change({}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.settle" });
  });

  test("a new declaration is a version of its own, signed from its day", async () => {
    expect(done(await declare({ from: onDay("2026-12-10") }))).toEqual({ version: 2 });
    const signed = (day: string) => transact({ ...admin, now }, (tx) => findDeclaration(tx, day));
    expect((await signed("2026-12-09")).version).toBe(1);
    expect(await signed("2026-12-10")).toMatchObject({ version: 2, text: "I will keep what I hear in confidence, and write nothing down." });
    const { rows } = await owner.query<{ hash: Buffer; text: string }>("select hash, text from declarations where partnership_id = $1 and version = 2", [world.partnershipId]);
    expect(rows[0]?.hash).toEqual(createHash("sha256").update(rows[0]?.text ?? "").digest());
    expect(await eventsOf(world, "declaration.adopted")).toMatchObject([{ particulars: { version: 2, from: "2026-12-10" } }]);
    expect(problem(await declare())).toEqual({ kind: "stale" });
    expect(problem(await declare({ version: 2, from: onDay("2026-12-10") }))).toEqual({ kind: "invalid", fields: { text: ["Change the text, or leave the declaration as it is"] } });
    expect(problem(await declare({ version: 2, text: "Anew" }))).toEqual({ kind: "invalid", fields: { from: ["Day it is signed from must be on or after that of the version before"] } });
    expect(problem(await declare({ version: 2, text: "Anew", from: onDay("2026-12-01") }))).toEqual({ kind: "invalid", fields: { from: ["Day it is signed from must be today or in the future"] } });
    for (const [who, actor] of everybodyElse(world)) expect(problem(await declare({}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.settle" });
  });

  test("one form sent twice adopts once", async () => {
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([declare({ submissionKey }), declare({ submissionKey })]);
    expect(outcomes.map((outcome) => done(outcome).version)).toEqual([2, 2]);
  });
});
