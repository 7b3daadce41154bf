import { beforeEach, expect, test } from "vitest";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import { declineReferral } from "@/domain/referrals/commands/decline-referral.ts";
import { viewSimilar } from "@/domain/repeats/queries/view-similar.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, aMeetingOn, daysLater, now } from "../cases/arranged.ts";
import { aRaised } from "../concerns/arrange.ts";
import { aDraft, aReferral, done, type Row, stored } from "../referrals/arrange.ts";
import { alsoKnown, byPolice, eventsOf, known, nobodyKnown, switchOff } from "./arrange.ts";

let world: World;
let row: Row;
let north: ArrangedCase;
let referral: string;
beforeEach(async () => {
  world = await aPartnership();
  row = await theGateways(world);
  north = await aCase(world, { forumId: world.forums.NOR, ...known, title: "Tenant in arrears after threats", summary: "Two visits.", wardId: "" }, world.people.northChair);
  referral = await aReferral(world, row, { people: [alsoKnown] });
});
const similar = (who = world.people.chair, reference = referral, at = now) => viewSimilar(who, { source: "referral", reference }, at);

test.each(["chair", "deputy", "coordinator"] as const)("the %s who triages a referral is shown what may be the same in another forum: which, who holds it, why and how sure, and not a word of it", async (who) => {
  const shown = await similar(world.people[who]);
  expect(shown).toEqual([{ source: "case", reference: north.reference, forum: "NOR forum", agency: null, state: "open", notedOn: "2026-11-21", sure: "probably_person", why: ["born_round", "name_sound", "place_dwelling"], recused: false }]);
  expect(JSON.stringify(shown)).not.toMatch(/wi[sś]niewsk|gosia|ma[lł]gorzata|kimber|arrears|1981/i);
  expect(await eventsOf(world, "referral.similarShown")).toMatchObject([{ person_id: world.people[who].personId, reference: referral, particulars: {} }]);
});

test("nobody else is: a stranger, a member, who wrote it, another forum's chair, governance, another partnership", async () => {
  const { bystander, police, housing, northChair, marpChair, governance, administrator, councillor } = world.people;
  for (const who of [bystander, police, housing, northChair, marpChair, governance, administrator, councillor]) expect(await similar(who)).toBeNull();
  const other = await aPartnership("Safer Elsewhere");
  expect(await similar(other.people.chair)).toBeNull();
  expect(await similar(world.people.chair, "REF-2026-9999")).toBeNull();
});

test("a draft is not found, and is not triaged", async () => {
  const draft = await aDraft(world, row, { ...byPolice(world), people: [alsoKnown] }, world.people.police);
  expect((await similar())?.map(({ reference }) => reference)).toEqual([north.reference]);
  expect(await similar(world.people.chair, draft)).toBeNull();
});

test("a referral that was declined is found, with the agency that sent it and that it was declined", async () => {
  const first = await aReferral(world, row, { ...byPolice(world), people: [{ ...alsoKnown, name: "Malgorzata Wisniewska" }] }, world.people.police);
  done(await declineReferral(world.people.chair, { reference: first, version: (await stored(world, first)).version, reason: "Below the threshold: one agency can deal with it." }, now));
  expect(await similar()).toContainEqual(expect.objectContaining({ source: "referral", reference: first, agency: "Police", state: "declined", recused: false, sure: "probably_person" }));
});

test("a case from which the reader is openly recused is its reference and forum; from which silently, nothing", async () => {
  const here = await aCase(world, { ...known, title: "Repeated break-ins at one home, Eastholme", summary: "Four since June." });
  await aMeetingOn(world, here);
  expect((await similar(world.people.chair))?.map(({ reference }) => reference)).toContain(here.reference);
  done(await recusePerson(world.people.chair, { on: here.reference, personId: world.people.deputy.personId, how: "open", reason: "Lives next door" }, now));
  const open = (await similar(world.people.deputy))?.find(({ reference }) => reference === here.reference);
  expect(open).toEqual({ source: "case", reference: here.reference, forum: "CEN forum", agency: null, state: null, recused: true });
  // an office isn't kept in the dark of its own forum; of another's it is
  await owner.query("insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, decided_by_id, reason, decided_at) select gen_random_uuid(), partnership_id, forum_id, id, $2, true, $3, 'A relative', now() from cases where id = $1", [north.id, world.people.coordinator.personId, world.people.northChair.personId]);
  expect((await similar(world.people.coordinator))?.map(({ reference }) => reference)).toEqual([here.reference]);
});

test("a concern is found by its place and pattern, and shown beside what is like it", async () => {
  const first = await aRaised(world, { what: "Motorbikes tearing over the grass.", place: "Kimber Park, behind the garages" });
  const second = await aRaised(world, { what: "Off-road motorcycles every weekend.", place: "garages at Kimber Pk" });
  const shown = await viewSimilar(world.people.chair, { source: "concern", reference: second.reference }, daysLater(7));
  expect(shown).toContainEqual(expect.objectContaining({ source: "concern", reference: first.reference, state: "raised", sure: "maybe_place", why: ["pattern", "place_place"] }));
  expect(await viewSimilar(world.people.northChair, { source: "concern", reference: second.reference }, now)).toBeNull();
  expect(await viewSimilar(world.people.councillor, { source: "concern", reference: second.reference }, now)).toBeNull();
});

test("somebody of whom nothing is known has nothing similar, and of another partnership nothing is", async () => {
  const other = await aPartnership("Safer Elsewhere");
  await aCase(other, { name: "Ottoline Featherstonehaugh", bornOn: nobodyKnown.bornOn, address: "171 Ravensworth Terrace" });
  const unknown = await aReferral(world, row, { people: [nobodyKnown] });
  expect((await similar(world.people.chair, unknown))?.filter((one) => !one.recused && one.sure !== "slight")).toEqual([]);
});

test("a partnership that does without is shown nothing, keeps no key, and finds again what there was when it is switched on", async () => {
  const keys = async () => Number((await owner.query<{ n: string }>("select count(*) as n from repeat_keys where partnership_id = $1", [world.partnershipId])).rows[0]?.n);
  expect(await keys()).toBeGreaterThan(3);
  const before = await keys();
  await switchOff(world);
  expect(await keys()).toBe(0);
  expect(await similar()).toBeNull();
  await aCase(world, { ...known, title: "Another matter, Eastholme", summary: "Something else." });
  expect(await keys()).toBe(0);
  await switchOff(world, true);
  expect(await keys()).toBeGreaterThan(before);
  expect(await similar()).toHaveLength(2);
});
