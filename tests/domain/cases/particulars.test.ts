import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addSubject } from "@/domain/cases/commands/add-subject.ts";
import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { amendParticulars } from "@/domain/cases/commands/amend-particulars.ts";
import { amendWithheldAddress } from "@/domain/cases/commands/amend-withheld-address.ts";
import { nameAddressReader } from "@/domain/cases/commands/name-address-reader.ts";
import { revealAddress } from "@/domain/cases/commands/reveal-address.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { storeWithheldAddress } from "@/domain/cases/commands/store-withheld-address.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { viewSubjectForm } from "@/domain/cases/queries/view-subject-form.ts";
import { viewWithholding } from "@/domain/cases/queries/view-withholding.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { asPerson } from "../action-plan/arrange.ts";
import { declared } from "../interests/arrange.ts";
import { aCase, type ArrangedCase, aMeetingOn, eventsOf, minutesLater, move, now, signed } from "./arranged.ts";

// Particulars and withheld addresses are corrected by the chair's office, while they are shown to whoever corrects them.

let world: World;
let people: World["people"];
let found: ArrangedCase;
let subjectId: string;
beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
});
beforeEach(async () => {
  found = await aCase(world);
  subjectId = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [found.id])).rows[0]?.id ?? "";
});

const version = async () => (await owner.query<{ version: number }>("select version from cases where id = $1", [found.id])).rows[0]?.version ?? 0;
const who = { subjectLabel: "The tenant", name: "Marjory Bickerstaff", bornOn: { day: "5", month: "3", year: "1944" }, address: "15 Tollgate Mews, Eastholme", addressHeldById: "", safeContact: "Through her niece" };
const show = (by: Actor = people.chair, at = now) => revealParticulars(by, { reference: found.reference, reason: "To correct what we hold" }, at);
const amend = async (by: Actor = people.chair, over: Record<string, unknown> = {}, at = now) => amendParticulars(by, { reference: found.reference, version: await version(), subjectId, ...who, ...over }, at);
const add = async (by: Actor = people.chair, over: Record<string, unknown> = {}) => addSubject(by, { reference: found.reference, version: await version(), role: "perpetrator", ...who, subjectLabel: "The son", name: "Clifford Dunmore", address: "", ...over }, now);
const stored = async () => (await owner.query("select s.label, p.name, p.born_on::text as born, p.address, p.address_held_by_id as held, p.safe_contact as contact, p.marks from case_subjects s join protected_particulars p on p.subject_id = s.id where s.id = $1", [subjectId])).rows[0];
const problem = <T>(outcome: Outcome<T>) => (outcome.ok ? { kind: "none" } : outcome.problem);
const events = async (event: string) => (await eventsOf(world, event)).filter((each) => each.case_id === found.id);
const shut = { kind: "notFound" };

describe("correcting who somebody is", () => {
  test.each(["chair", "deputy", "coordinator"] as const)("is the %s's, once it is shown to them, and on the trail by id alone", async (by) => {
    expect(problem(await amend(people[by]))).toMatchObject({ rule: "address.showIdentitiesFirst" });
    await show(people[by]);
    expect(await amend(people[by])).toEqual({ ok: true, value: { reference: found.reference } });
    expect(await stored()).toMatchObject({ label: "The tenant", name: "Marjory Bickerstaff", born: "1944-03-05", address: "15 Tollgate Mews, Eastholme", held: null, contact: "Through her niece" });
    expect(await events("case.particularsAmended")).toMatchObject([{ person_id: people[by].personId, particulars: { subjectId } }]);
    expect(JSON.stringify(await events("case.particularsAmended"))).not.toMatch(/marjor|tollgate|niece/i);
    expect(problem(await amend(people[by], {}, minutesLater(15)))).toMatchObject({ rule: "address.showIdentitiesFirst" });
  });

  test("keeps the marks with it, so that a twin is held against what is true now", async () => {
    await show();
    await amend();
    expect((await stored())?.marks).toEqual(expect.arrayContaining(["marjory", "bickerstaff", "born:1944"]));
    expect((await stored())?.marks).not.toContain("bickerstaffe");
    const told = { reference: found.reference, version: await version(), summary: "Noise.", wardId: "", background: "Known", wanted: "A plan" };
    expect(problem(await amendCase(people.coordinator, { ...told, title: "Bickerstaff and neighbours" }, now))).toMatchObject({ rule: "case.twinNamesSomeone" });
  });

  test("is held against the twin that stands: a new name in it is asked about, once, and logged", async () => {
    await show();
    expect(problem(await amend(people.chair, { name: "Marjory Shouting" }))).toEqual({ kind: "refused", rule: "case.twinNamesSomeone", facts: { words: ["Shouting"] } });
    expect(await stored()).toMatchObject({ name: "Marjorie Bickerstaffe" });
    expect(await amend(people.chair, { name: "Marjory Shouting", namesNobody: "Shouting" })).toMatchObject({ ok: true });
    expect(await events("case.twinConfirmed")).toMatchObject([{ particulars: { words: 1 } }]);
    expect(await amend(people.chair, { name: "Marjory Shouting", safeContact: "" })).toMatchObject({ ok: true });
  });

  test("isn't anybody else's: a member who is shown it, another forum's chair, governance, another partnership, a guessed subject", async () => {
    await signed(world, await aMeetingOn(world, found), people.police);
    for (const by of ["police", "housing", "northChair", "governance", "administrator"] as const) {
      await show(people[by]);
      expect(problem(await amend(people[by])), by).toEqual(shut);
      expect(await viewSubjectForm(people[by], { reference: found.reference, subjectId }, now), by).toBeNull();
    }
    expect((await asPerson(people.police, "update protected_particulars set name = 'X' where subject_id = $1", [subjectId], now)).rowCount).toBe(0);
    const other = await aPartnership("Safer Elsewhere");
    expect(problem(await amend(other.people.chair))).toEqual(shut);
    await show();
    const another = await aCase(world);
    const theirs = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [another.id])).rows[0]?.id;
    expect(problem(await amend(people.chair, { subjectId: theirs }))).toEqual(shut);
    expect(await viewSubjectForm(people.chair, { reference: found.reference, subjectId: theirs ?? "" }, now)).toBeNull();
    expect(await stored()).toMatchObject({ name: "Marjorie Bickerstaffe" });
  });

  test("tells of a stale form, a closed case, and fields that can't be", async () => {
    await show();
    expect(await amend(people.chair, { version: 7 })).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(problem(await amend(people.chair, { bornOn: { day: "1", month: "1", year: "2100" } }))).toMatchObject({ fields: { bornOn: ["Date of birth must be in the past"] } });
    expect(problem(await amend(people.chair, { addressHeldById: world.agencies.police }))).toMatchObject({ fields: { address: [expect.stringContaining("must be empty")] } });
    expect(problem(await amend(people.chair, { subjectLabel: "Marjory" }))).toMatchObject({ fields: { subjectLabel: ["Label must name nobody"] } });
    expect(problem(await amend(people.chair, { address: "", addressHeldById: subjectId }))).toMatchObject({ fields: { addressHeldById: ["Select the agency that holds the address"] } });
    await move("cases", found.id, { stage: "closed", closed_on: "2026-11-20" });
    expect(problem(await amend())).toMatchObject({ rule: "case.notOpen" });
    expect(await viewSubjectForm(people.chair, { reference: found.reference, subjectId }, now)).toBeNull();
  });

  test("begins from what is known, only while it is shown", async () => {
    expect(await viewSubjectForm(people.chair, { reference: found.reference, subjectId }, now)).toMatchObject({ subject: null });
    await show();
    expect(await viewSubjectForm(people.chair, { reference: found.reference, subjectId }, now)).toMatchObject({ version: 1, subject: { name: "Marjorie Bickerstaffe", bornOn: "1944-03-04", stored: false } });
    expect(await viewSubjectForm(people.chair, { reference: found.reference, subjectId }, minutesLater(15))).toMatchObject({ subject: null });
  });

  test("is shut to whoever of the office is recused", async () => {
    const meeting = await aMeetingOn(world, found);
    await show(people.deputy);
    await move("meetings", meeting.id, { state: "in_session" });
    expect(await declared(people.deputy, found.reference, { reference: meeting.reference }, now)).toMatchObject({ ok: true });
    expect(problem(await amend(people.deputy))).toEqual(shut);
    expect(await viewSubjectForm(people.deputy, { reference: found.reference, subjectId }, now)).toBeNull();
  });
});

describe("another person or place", () => {
  test("comes to the case with its particulars, hidden as the first are", async () => {
    expect(await add(people.coordinator)).toEqual({ ok: true, value: { reference: found.reference } });
    expect((await viewCase(people.chair, found.reference, now))?.content?.subjects).toMatchObject([{ label: "The resident", particulars: null }, { label: "The son", role: "perpetrator", particulars: null }]);
    expect(await events("case.subjectAdded")).toMatchObject([{ person_id: people.coordinator.personId, particulars: { subjectId: expect.any(String) } }]);
    await show();
    expect((await viewCase(people.chair, found.reference, now))?.content?.subjects[1]).toMatchObject({ particulars: { name: "Clifford Dunmore", address: null } });
  });

  test("is held against the twin and its label, and added once", async () => {
    expect(problem(await add(people.chair, { name: "Clifford Shouting" }))).toMatchObject({ rule: "case.twinNamesSomeone", facts: { words: ["Shouting"] } });
    expect(problem(await add(people.chair, { subjectLabel: "Clifford" }))).toMatchObject({ fields: { subjectLabel: ["Label must name nobody"] } });
    expect(problem(await add(people.chair, { role: "theme" }))).toMatchObject({ fields: { role: ["Select who or what it is"] } });
    expect(await add()).toMatchObject({ ok: true });
    expect(await add(people.chair, { version: 1 })).toEqual({ ok: false, problem: { kind: "stale" } });
  });

  test("isn't for a member, another forum's chair, governance, or a closed case", async () => {
    await signed(world, await aMeetingOn(world, found), people.police);
    for (const by of ["police", "housing", "northChair", "governance"] as const) expect(problem(await add(people[by])), by).toEqual(shut);
    await move("cases", found.id, { stage: "closed", closed_on: "2026-11-20" });
    expect(problem(await add())).toMatchObject({ rule: "case.notOpen" });
    expect((await owner.query("select from case_subjects where case_id = $1", [found.id])).rowCount).toBe(1);
  });
});

describe("correcting a withheld address", () => {
  const correct = async (by: Actor = people.chair, over: Record<string, unknown> = {}, at = now) => amendWithheldAddress(by, { reference: found.reference, version: await version(), subjectId, address: "8 Larch Refuge, HF9 2ZZ", ...over }, at);
  const showAddress = (by: Actor = people.chair) => revealAddress(by, { reference: found.reference, subjectId, reason: "The refuge has moved" }, now);
  const kept = async () => (await owner.query<{ address: string }>("select address from withheld_addresses where subject_id = $1", [subjectId])).rows[0]?.address;
  beforeEach(async () => {
    await show();
    expect(await storeWithheldAddress(people.chair, { reference: found.reference, subjectId, address: "9 Hollowgate Refuge", heldById: world.agencies.charity, readerId: people.probation.personId, must: "yes" }, now)).toMatchObject({ ok: true });
    await signed(world, await aMeetingOn(world, found), people.probation);
  });

  test("is for whoever of the chair's office is named on it and being shown it", async () => {
    expect(problem(await correct())).toMatchObject({ rule: "address.showFirst" });
    expect(await nameAddressReader(people.deputy, { reference: found.reference, subjectId, personId: people.chair.personId }, now)).toMatchObject({ ok: true });
    expect(problem(await correct())).toMatchObject({ rule: "address.showFirst" });
    expect((await viewWithholding(people.chair, found.reference, now))?.subjects[0]?.shown).toBeNull();
    await showAddress();
    expect((await viewWithholding(people.chair, found.reference, now))?.subjects[0]?.shown).toBe("9 Hollowgate Refuge");
    expect(problem(await correct(people.chair, {}, minutesLater(15)))).toMatchObject({ rule: "address.showFirst" });
    expect(await correct()).toMatchObject({ ok: true });
    expect(await kept()).toBe("8 Larch Refuge, HF9 2ZZ");
    expect(await events("address.amended")).toMatchObject([{ person_id: people.chair.personId, particulars: { subjectId } }]);
    expect(JSON.stringify(await events("address.amended"))).not.toMatch(/larch|hollowgate/i);
  });

  test("isn't for a member named on it, who is shown it, in the database neither", async () => {
    expect(await showAddress(people.probation)).toMatchObject({ ok: true });
    expect((await asPerson(people.probation, "select from withheld_addresses where subject_id = $1", [subjectId], now)).rowCount).toBe(1);
    expect(problem(await correct(people.probation))).toEqual(shut);
    expect((await asPerson(people.probation, "update withheld_addresses set address = 'X' where subject_id = $1", [subjectId], now)).rowCount).toBe(0);
    for (const by of ["police", "northChair", "governance"] as const) expect(problem(await correct(people[by])), by).toEqual(shut);
    expect(await kept()).toBe("9 Hollowgate Refuge");
  });

  test("is refused alike where none is stored, tells of a stale form, and is held against the twin", async () => {
    await nameAddressReader(people.deputy, { reference: found.reference, subjectId, personId: people.chair.personId }, now);
    await showAddress();
    expect(await correct(people.chair, { version: 1 })).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(problem(await correct(people.chair, { address: "8 Shouting Lane" }))).toMatchObject({ rule: "address.namedInTwin" });
    expect(problem(await correct(people.chair, { address: "" }))).toMatchObject({ fields: { address: ["Enter the withheld address"] } });
    const another = await aCase(world);
    const theirs = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [another.id])).rows[0]?.id;
    expect(problem(await amendWithheldAddress(people.chair, { reference: another.reference, version: 1, subjectId: theirs, address: "8 Larch Refuge" }, now))).toMatchObject({ rule: "address.showFirst" });
    expect(await kept()).toBe("9 Hollowgate Refuge");
  });

  test("leaves the particulars to say that it is withheld: they take no address and lose no agency", async () => {
    expect(problem(await amend(people.chair))).toMatchObject({ fields: { address: [expect.stringContaining("withheld address is stored")] } });
    expect(problem(await amend(people.chair, { address: "" }))).toMatchObject({ fields: { addressHeldById: ["Select the agency that answers for the withheld address"] } });
    expect(await amend(people.chair, { address: "", addressHeldById: world.agencies.police })).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ address: null, held: world.agencies.police });
    expect(await kept()).toBe("9 Hollowgate Refuge");
  });
});
