import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { PeopleFilters } from "@/domain/directory/inputs.ts";
import { listChoices } from "@/domain/directory/queries/list-choices.ts";
import { listPeople } from "@/domain/directory/queries/list-people.ts";
import { viewDesk } from "@/domain/directory/queries/view-desk.ts";
import { listKeptForums, viewForum } from "@/domain/directory/queries/view-forum.ts";
import { viewPerson } from "@/domain/directory/queries/view-person.ts";
import { listAgencies, listAreas } from "@/domain/directory/queries/view-places.ts";
import { viewSettings } from "@/domain/directory/queries/view-settings.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { asPerson, task } from "../action-plan/arrange.ts";
import { aCase, aMeeting, item } from "../minutes/arrange.ts";
import { daysLater, everybodyElse, now } from "./arrange.ts";

let world: World;
beforeEach(async () => void (world = await aPartnership()));
const tasks = async (at = now) => (await viewDesk(world.people.administrator, {}, at))?.tasks;
const account = (personId: string) => insert("credentials", { person_id: personId, partnership_id: world.partnershipId, password_hash: "x", set_at: now });
const everybodyHasAccounts = async () => {
  for (const { personId } of Object.values(world.people)) await account(personId);
};

describe("the administrator's first page says what is to be done next", () => {
  test("nothing, where everything is kept", async () => {
    await everybodyHasAccounts();
    expect(await viewDesk(world.people.administrator, {}, now)).toEqual({ tasks: [], people: 15, forums: 3, agencies: 5 });
  });

  test("chairs that are vacant, appointments that end within thirty days, forums at which nobody sits", async () => {
    await everybodyHasAccounts();
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1", [world.people.chair.personId]);
    await owner.query("update appointments set until_on = '2027-01-07' where person_id = $1", [world.people.northChair.personId]);
    await owner.query("update appointments set until_on = '2027-01-08' where person_id = $1", [world.people.marpChair.personId]);
    await owner.query("update memberships set until_on = '2026-12-07' where forum_id = $1", [world.forums.MARP]);
    expect(await tasks()).toEqual([
      { kind: "vacantChair", forum: "CEN", name: "CEN forum" },
      { kind: "appointmentEnds", forum: "NOR", office: "chair", capacity: "substantive", until: "2027-01-07" },
      { kind: "noMembers", forum: "MARP", name: "MARP forum" },
    ]);
  });

  test("who has no account yet: not invited, invited, and invited too long ago; not those who left", async () => {
    await everybodyHasAccounts();
    const { housing, police, probation, colleague } = world.people;
    for (const { personId } of [housing, police, probation, colleague]) await owner.query("delete from credentials where person_id = $1", [personId]);
    const link = (personId: string, endsAt: Date) => insert("one_time_links", { id: randomUUID(), partnership_id: world.partnershipId, person_id: personId, purpose: "account_invitation", secret_hash: Buffer.from(randomUUID()), made_at: now, ends_at: endsAt });
    await link(police.personId, daysLater(7));
    await link(probation.personId, daysLater(-1));
    await owner.query("update people set left_at = now() where id = $1", [colleague.personId]);
    expect(await tasks()).toEqual([{ kind: "invitationsExpired", many: 1 }, { kind: "notInvited", many: 1 }, { kind: "notAccepted", many: 1 }]);
  });

  test("requests for access that wait, and mails that were given up", async () => {
    await everybodyHasAccounts();
    const of = { partnership_id: world.partnershipId };
    const provider = randomUUID();
    await insert("identity_providers", { ...of, id: provider, name: "Council", issuer: "https://id.example", client_id: "x", added_at: now, added_by_id: world.people.administrator.personId });
    await insert("access_requests", { ...of, id: randomUUID(), provider_id: provider, subject: "s", name: "Somebody", email: "s@testham.example", asked_at: now });
    await insert("access_requests", { ...of, id: randomUUID(), provider_id: provider, subject: "t", name: "Somebody", email: "t@testham.example", asked_at: now, decided_at: now });
    for (const state of ["dead", "dead", "sent"]) {
      const id = randomUUID();
      await insert("mails", { ...of, id, person_id: world.people.housing.personId, template: "account.passwordChanged", facts: {}, made_at: now });
      await owner.query("update mails set state = $2 where id = $1", [id, state]);
    }
    expect(await tasks()).toEqual([{ kind: "accessRequests", many: 1 }, { kind: "deadMails", many: 2 }]);
  });

  test("is for administrators alone", async () => {
    for (const [who, actor] of everybodyElse(world)) {
      expect(await viewDesk(actor, {}, now), who).toBeNull();
      expect(await listChoices(actor, {}, now), who).toBeNull();
    }
  });
});

test("an administrator meets no word of a case on any page of theirs, and no row of one past them", async () => {
  const { administrator, chair, housing } = world.people;
  const meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId: await aCase(world, "CEN-118") }] });
  await task(chair, item(meeting, 1), housing, { wording: "Visit the canary", namelessWording: "Visit the canary too" });
  const pages = await Promise.all([
    viewHome(administrator, {}, now), viewDesk(administrator, {}, now), listPeople(administrator, { ...PeopleFilters.parse({}), words: null }, now), viewPerson(administrator, housing.personId, now), viewPerson(administrator, chair.personId, now),
    listKeptForums(administrator, {}, now), viewForum(administrator, "CEN", now), listAgencies(administrator, {}, now), listAreas(administrator, {}, now), viewSettings(administrator, {}, now), listChoices(administrator, {}, now),
  ]);
  const all = JSON.stringify(pages);
  expect(all).toContain("Zofia Nowak");
  expect(all).toContain('"openActions":[{"forum":"CEN","many":1}]');
  expect(all).not.toMatch(/canary|CEN-118|Twin of|Summary of|Background of/);
  for (const table of ["cases", "case_twins", "case_contents", "case_subjects", "protected_particulars", "minutes", "actions", "action_wordings", "action_steps", "agenda_items", "meetings", "reveals", "contributions", "disclosures", "interests", "recusals", "audit_events", "case_invitations", "action_colleagues", "task_particulars"]) {
    expect((await asPerson(administrator, `select 1 from ${table}`)).rowCount, table).toBe(0);
  }
});
