import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { invite } from "@/domain/directory/commands/invite.ts";
import { comeBack, leave } from "@/domain/directory/commands/leave.ts";
import { viewPerson } from "@/domain/directory/queries/view-person.ts";
import { listForums } from "@/domain/forums/queries/list-forums.ts";
import { hashOf } from "@/platform/auth/session-cookie.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { asPerson, done, problem, stored, task } from "../action-plan/arrange.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting } from "../minutes/arrange.ts";
import { everybodyElse, later, now, personOf, rowsOf } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
beforeEach(async () => {
  world = await aPartnership();
  ({ people } = world);
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
});

const leaves = (who = people.housing, over: Record<string, unknown> = {}, by = people.administrator, at = later(1)) => leave(by, { personId: who.personId, version: 1, ...over }, at);
const session = async (who = people.housing) => {
  const reference = randomUUID();
  await insert("sessions", { id: randomUUID(), partnership_id: world.partnershipId, person_id: who.personId, reference_hash: hashOf(reference), opened_at: now, idle_ends_at: later(30), ends_at: later(600) });
  return () => readSession(hashOf(reference), "request", later(2));
};

describe("rule 14: whoever leaves", () => {
  test("has no access from that moment: their session, their links and what would let them in again are gone", async () => {
    const open = await session();
    await insert("credentials", { person_id: people.housing.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: now });
    await insert("second_factors", { person_id: people.housing.personId, partnership_id: world.partnershipId, sealed_secret: Buffer.from("00", "hex"), made_at: now, confirmed_at: now });
    await insert("recovery_codes", { id: randomUUID(), person_id: people.housing.personId, partnership_id: world.partnershipId, code_hash: Buffer.from("00", "hex"), made_at: now });
    await insert("one_time_links", { id: randomUUID(), person_id: people.housing.personId, partnership_id: world.partnershipId, purpose: "password_reset", secret_hash: Buffer.from(randomUUID()), made_at: now, ends_at: later(60) });
    expect(await open()).not.toBeNull();
    expect(done(await leaves())).toEqual({ personId: people.housing.personId });
    expect(await open()).toBeNull();
    expect((await personOf(people.housing.personId))?.left_at).toEqual(later(1));
    expect(await rowsOf("sessions", people.housing.personId)).toMatchObject([{ ended_at: later(1) }]);
    expect(await rowsOf("one_time_links", people.housing.personId)).toMatchObject([{ withdrawn_at: later(1) }]);
    for (const table of ["credentials", "second_factors", "recovery_codes"]) expect(await rowsOf(table, people.housing.personId), table).toEqual([]);
    expect(await listForums(people.housing, {}, later(2))).toEqual([]);
  });

  test("holds nothing any more, and each end is on the trail", async () => {
    await owner.query("insert into appointments (id, partnership_id, forum_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, $3, 'deputy', '2027-02-01')", [world.partnershipId, world.forums.NOR, people.councillor.personId]);
    await owner.query("insert into partnership_offices (id, partnership_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, 'evaluator', '2026-12-08')", [world.partnershipId, people.councillor.personId]);
    done(await leaves(people.councillor));
    expect((await viewPerson(people.administrator, people.councillor.personId, later(2)))?.holdings.map(({ kind, from, until, phase }) => [kind, from, until, phase])).toEqual([
      ["appointment", "2027-02-01", "2027-01-31", "over"], ["seat", "2025-01-01", "2026-12-07", "over"], ["office", "2026-12-08", "2026-12-07", "over"], ["ward", "2025-01-01", "2026-12-07", "over"],
    ]);
    for (const event of ["appointment.ended", "office.ended", "seat.ended", "ward.ended"]) expect(await eventsOf(world, event), event).toHaveLength(1);
  });

  test("a chair who leaves is followed by the deputy at the next click", async () => {
    const reference = await task(people.coordinator, item(meeting, 1), people.police);
    done(await leaves(people.chair));
    expect((await viewHome(people.deputy, {}, later(2))).attention).toContainEqual({ kind: "confirm", reference, agency: "Police" });
  });

  test("leaves their open actions to the chair, as they stand, and says how many", async () => {
    const reference = await task(people.chair, item(meeting, 2), people.housing);
    done(await acceptAction(people.housing, { reference, version: 1 }, now));
    await task(people.chair, item(meeting, 1), people.housing);
    expect((await viewPerson(people.administrator, people.housing.personId, now))?.openActions).toEqual([{ forum: "CEN", many: 2 }]);
    done(await leaves());
    expect(await stored(world, reference)).toMatchObject({ state: "accepted", version: 2, owner_id: people.housing.personId });
    expect(await eventsOf(world, "person.left")).toMatchObject([{ particulars: { personId: people.housing.personId, openActions: 2 } }]);
    expect((await viewHome(people.chair, {}, later(2))).attention.filter(({ kind }) => kind === "ownerGone")).toHaveLength(2);
  });

  test("helps nobody, is asked in nowhere, and is named on no address any more", async () => {
    const reference = await task(people.chair, item(meeting, 2), people.housing);
    done(await allowColleague(people.chair, { reference, personId: people.colleague.personId }, now));
    const { caseId, id: itemId } = item(meeting, 2);
    const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId };
    await insert("case_invitations", { ...of, id: randomUUID(), meeting_id: meeting.id, item_id: itemId, person_id: people.colleague.personId, invited_by_id: people.chair.personId, invited_at: now });
    const subjectId = randomUUID();
    await insert("case_subjects", { ...of, id: subjectId, role: "victim", label: "The resident" });
    await insert("withheld_addresses", { ...of, subject_id: subjectId, address: "A refuge" });
    await insert("withheld_address_readers", { ...of, subject_id: subjectId, person_id: people.colleague.personId, named_by_id: people.chair.personId, named_at: now });
    done(await leaves(people.colleague));
    expect(await rowsOf("withheld_address_readers", people.colleague.personId)).toMatchObject([{ ended_at: later(1) }]);
    expect(await rowsOf("action_colleagues", people.colleague.personId)).toMatchObject([{ ended_at: later(1) }]);
    expect(await rowsOf("case_invitations", people.colleague.personId)).toMatchObject([{ withdrawn_at: later(1) }]);
  });

  test("what they did stays: the register that they signed holds their name", async () => {
    await attends(world, meeting, people.housing);
    done(await leaves());
    expect(await rowsOf("sign_ins", people.housing.personId)).toHaveLength(1);
  });
});

describe("recording it", () => {
  test("only an administrator does, and not of themselves", async () => {
    for (const [who, actor] of everybodyElse(world)) expect(problem(await leaves(people.housing, {}, actor)), who).toEqual({ kind: "forbidden", permission: "people.leave" });
    expect(problem(await leaves(people.administrator))).toMatchObject({ kind: "refused", rule: "directory.oneself" });
  });

  test("not of somebody elsewhere, not by a guessed id, not twice, not from an old page", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await leaves(elsewhere.people.housing))).toEqual({ kind: "notFound" });
    expect(problem(await leaves(people.housing, { personId: randomUUID() }))).toEqual({ kind: "notFound" });
    expect((await personOf(elsewhere.people.housing.personId))?.left_at).toBeNull();
    expect(problem(await leaves(people.housing, { version: 2 }))).toEqual({ kind: "stale" });
    done(await leaves());
    expect(problem(await leaves(people.housing, { version: 2 }))).toMatchObject({ kind: "refused", rule: "person.hasLeft" });
  });

  test("one form sent twice is done once", async () => {
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([leaves(people.housing, { submissionKey }), leaves(people.housing, { submissionKey })]);
    expect(outcomes.map((outcome) => done(outcome).personId)).toEqual([people.housing.personId, people.housing.personId]);
    expect(await eventsOf(world, "person.left")).toHaveLength(1);
  });

  test("the database releases nobody who stays, and for nobody but an administrator", async () => {
    await expect(asPerson(people.administrator, "select app.release_person($1)", [people.housing.personId])).rejects.toThrow("only whoever has left");
    await expect(asPerson(people.chair, "select app.release_person($1)", [people.housing.personId])).rejects.toThrow("only whoever has left");
    expect((await asPerson(people.chair, "select * from app.open_actions_of($1)", [people.housing.personId])).rows).toEqual([]);
    expect((await asPerson(people.chair, "select app.email_is_taken((select email from people where id = $1)) as taken", [people.housing.personId])).rows).toEqual([{ taken: false }]);
  });
});

describe("coming back", () => {
  const back = (over: Record<string, unknown> = {}, by = people.administrator) => comeBack(by, { personId: people.housing.personId, version: 2, ...over }, later(5));
  beforeEach(async () => void done(await leaves()));

  test("puts them on the list with nothing they held, to be invited anew", async () => {
    expect(problem(await invite(people.administrator, { personId: people.housing.personId, version: 2 }, later(4)))).toMatchObject({ rule: "person.hasLeft" });
    expect(done(await back())).toEqual({ personId: people.housing.personId });
    expect(await viewPerson(people.administrator, people.housing.personId, later(6))).toMatchObject({ leftAt: null, account: { state: "none" } });
    expect(await listForums(people.housing, {}, later(6))).toEqual([]);
    done(await invite(people.administrator, { personId: people.housing.personId, version: 3 }, later(6)));
  });

  test("only of somebody who left, from the page as it stands, by an administrator", async () => {
    expect(problem(await back({ version: 1 }))).toEqual({ kind: "stale" });
    expect(problem(await back({ personId: people.police.personId, version: 1 }))).toMatchObject({ kind: "refused", rule: "person.hasNotLeft" });
    for (const [who, actor] of everybodyElse(world).filter(([name]) => name !== "housing")) expect(problem(await back({}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.keepPeople" });
    expect(problem(await back({}, people.housing))).toEqual({ kind: "notFound" });
  });
});
