import { beforeAll, expect, test } from "vitest";
import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { amendParticulars } from "@/domain/cases/commands/amend-particulars.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { storeWithheldAddress } from "@/domain/cases/commands/store-withheld-address.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, now } from "../cases/arranged.ts";

let world: World;
beforeAll(async () => void (world = await aPartnership()));

type Key = { party_kind: string; name_said: string; born: string | null; postcode: string | null; house: string | null; street: string | null; place_marks: string[]; patterns: string[]; codes: string[] };
const keysOf = async (found: ArrangedCase) =>
  (await owner.query<Key>("select party_kind::text, name_said, born_on::text as born, postcode, house, street, place_marks, patterns, codes from repeat_keys where source = 'case' and source_id = $1 order by party_kind", [found.id])).rows;
const similarTo = async (found: ArrangedCase, in_ = world) =>
  (await owner.query<{ id: string; sure: number; why: string[] }>("select source_id as id, sure, why from app.similar_records($1, 'case', $2)", [in_.partnershipId, found.id])).rows;

test("a case that is taken is keyed by whom it is about and by its pattern in its ward", async () => {
  const found = await aCase(world);
  expect(await keysOf(found)).toMatchObject([
    { party_kind: "person", name_said: "marjorie bickerstaffe", born: "1944-03-04", postcode: "hf42ab", house: "14", street: "tollgate" },
    { party_kind: "record", name_said: "", born: null, house: null, patterns: ["intimidation", "noise"] },
  ]);
});

test("what is amended is keyed anew, and nothing of before stays", async () => {
  const found = await aCase(world, { name: "Winifred Ackroyd" });
  const { rows: [subject] } = await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [found.id]);
  expect(await revealParticulars(world.people.coordinator, { reference: found.reference, reason: "Name was misspelt" }, now)).toMatchObject({ ok: true });
  const amended = await amendParticulars(world.people.coordinator, { reference: found.reference, subjectId: subject?.id, version: "1", subjectLabel: "The resident", name: "Winifred Aykroyd", bornOn: { day: "3", month: "4", year: "1944" }, address: "", addressHeldById: world.agencies.charity, safeContact: "" }, now);
  expect(amended).toMatchObject({ ok: true });
  expect((await keysOf(found))[0]).toMatchObject({ name_said: "winifred aykroyd", born: "1944-04-03", house: null, postcode: null });
  expect((await keysOf(found)).flatMap(({ codes }) => codes).filter((code) => code.includes("tlgtu"))).toEqual([]);
  expect(await amendCase(world.people.coordinator, { reference: found.reference, version: "2", title: "Bonfires behind garages, Eastholme", summary: "Bins burnt at weekends.", wardId: world.wardId, involvesChildren: "", background: "Six calls.", wanted: "One plan." }, now)).toMatchObject({ ok: true });
  expect((await keysOf(found)).find(({ party_kind }) => party_kind === "record")?.patterns).toEqual(["fire"]);
});

test("a withheld address is no key, stored or not", async () => {
  const found = await aCase(world, { name: "Edith Uttley", address: "", addressHeldById: world.agencies.charity });
  const { rows: [subject] } = await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [found.id]);
  await revealParticulars(world.people.coordinator, { reference: found.reference, reason: "To store the address" }, now);
  const stored = await storeWithheldAddress(world.people.coordinator, { reference: found.reference, subjectId: subject?.id, address: "7 Ravensworth Close, HF9 9ZZ", heldById: world.agencies.charity, readerId: world.people.housing.personId, must: "yes" }, now);
  expect(stored).toMatchObject({ ok: true });
  expect(JSON.stringify(await keysOf(found))).not.toMatch(/ravensworth|hf99zz/i);
});

test("the same person in another forum's case is found, and nobody of another partnership", async () => {
  const person = { name: "Małgorzata Wiśniewska", bornOn: { day: "5", month: "11", year: "1981" }, address: "Flat 3, 12 Kimber Road, HF2 7QT" };
  const here = await aCase(world, { ...person, title: "Repeated break-ins at one home, Eastholme", summary: "Four since June." });
  const there = await aCase(world, { forumId: world.forums.NOR, name: "Gosia Wisniewski", bornOn: { day: "11", month: "5", year: "1981" }, address: "12C Kimber Rd", title: "Tenant in arrears after threats", summary: "Two visits." , wardId: "" }, world.people.northChair);
  const elsewhere = await aPartnership("Safer Elsewhere");
  const other = await aCase(elsewhere, person);
  expect(await similarTo(here)).toContainEqual({ id: there.id, sure: 3, why: ["born_round", "name_sound", "place_dwelling"] });
  expect((await similarTo(here)).map(({ id }) => id)).not.toContain(other.id);
  expect(await similarTo(other, elsewhere)).toEqual([]);
  // nor by asking for a record under a partnership that it isn't of
  expect(await similarTo(other, world)).toEqual([]);
});

test("the application reads no key, and asks none of the functions that know no reader", async () => {
  const asApplication = async (sql: string) => (await app.query(sql)).rows;
  await expect(asApplication("select from repeat_keys")).rejects.toThrow(/permission denied/);
  await expect(asApplication("select * from app.similar_records(gen_random_uuid(), 'case', gen_random_uuid())")).rejects.toThrow(/permission denied/);
  await expect(asApplication("select app.key_case(gen_random_uuid())")).rejects.toThrow(/permission denied/);
  await expect(asApplication("select * from app.similar_rows(null::repeat_keys)")).rejects.toThrow(/permission denied/);
  await expect(asApplication("select from app.name_variants")).rejects.toThrow(/permission denied/);
  await expect(insert("repeat_keys", { partnership_id: world.partnershipId })).rejects.toThrow(/null value/);
});
