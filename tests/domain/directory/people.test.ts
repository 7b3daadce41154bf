import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { askPasswordReset } from "@/domain/accounts/commands/ask-password-reset.ts";
import { addPerson } from "@/domain/directory/commands/add-person.ts";
import { changePerson } from "@/domain/directory/commands/change-person.ts";
import { invite, withdrawInvitation } from "@/domain/directory/commands/invite.ts";
import { searchPeople } from "@/domain/directory/commands/search-people.ts";
import { PeopleFilters } from "@/domain/directory/inputs.ts";
import { listPeople } from "@/domain/directory/queries/list-people.ts";
import { viewPerson } from "@/domain/directory/queries/view-person.ts";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCredential } from "../accounts/arrange.ts";
import { done, problem } from "../action-plan/arrange.ts";
import { eventsOf } from "../minutes/arrange.ts";
import { daysLater, everybodyElse, later, now, personOf, rowsOf } from "./arrange.ts";

let world: World;
let people: World["people"];
beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
});

const day = 86_400_000;
const details = (over: Record<string, unknown> = {}) => ({ name: "Rosalind Marchbanks", style: "Sgt", post: "Licensing sergeant", email: `  Rosalind.${randomUUID()}@Testham.EXAMPLE `, agencyId: world.agencies.police, ...over });
const add = (over: Record<string, unknown> = {}, by = people.administrator) => addPerson(by, details(over), now);
const links = (personId: string) => rowsOf<{ id: string; secret_hash: Buffer; withdrawn_at: Date | null; used_at: Date | null; ends_at: Date; purpose: string }>("one_time_links", personId);
const mails = async (personId: string) => (await rowsOf<{ template: string; facts: Record<string, unknown>; address: string | null; made_at: Date }>("mails", personId)).toSorted((a, b) => a.made_at.getTime() - b.made_at.getTime());

describe("adding a person", () => {
  test("puts them on the list, with their address as accounts keep it, holding nothing", async () => {
    const { personId } = done(await add());
    expect(await personOf(personId)).toMatchObject({ name: "Rosalind Marchbanks", style: "Sgt", post: "Licensing sergeant", left_at: null, version: 1 });
    expect((await personOf(personId))?.email).toMatch(/^rosalind\.[0-9a-f-]+@testham\.example$/);
    expect(await viewPerson(people.administrator, personId, now)).toMatchObject({ holdings: [], account: { state: "none" }, openActions: [], agency: { id: world.agencies.police } });
    expect(await eventsOf(world, "person.added")).toMatchObject([{ person_id: people.administrator.personId, particulars: { personId, agencyId: world.agencies.police } }]);
  });

  test("says what is missing or wrong, field by field", async () => {
    expect(problem(await add({ name: "", post: " ", email: "", agencyId: "" }))).toEqual({
      kind: "invalid",
      fields: { name: ["Enter their name"], post: ["Enter their post"], email: ["Enter their email address"], agencyId: ["Select their agency"] },
    });
    // the last is written with a Cyrillic а
    for (const email of ["rosalind", "rosalind@testham", "a b@testham.example", "a@b@testham.example", "rosаlind@testham.example"]) {
      expect(problem(await add({ email })), email).toMatchObject({ kind: "invalid", fields: { email: [expect.stringContaining("in the correct format")] } });
    }
  });

  test("an address that is taken is refused in the same words here and elsewhere", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    const taken = [(await personOf(people.police.personId))?.email, (await personOf(elsewhere.people.police.personId))?.email?.toUpperCase()];
    await owner.query("update people set left_at = now() where id = $1", [people.police.personId]);
    for (const email of taken) expect(problem(await add({ email }))).toEqual({ kind: "refused", rule: "directory.emailTaken", facts: {} });
    expect(await eventsOf(world, "person.added")).toEqual([]);
  });

  test("an agency of another partnership can't be chosen", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const agencyId of [elsewhere.agencies.police, randomUUID()]) expect(problem(await add({ agencyId }))).toEqual({ kind: "invalid", fields: { agencyId: ["Select their agency"] } });
  });

  test("one form sent twice adds once", async () => {
    const sent = { ...details(), submissionKey: randomUUID() };
    const [one, two] = await Promise.all([addPerson(people.administrator, sent, now), addPerson(people.administrator, sent, now)]);
    expect(done(one)).toEqual(done(two));
    expect(await eventsOf(world, "person.added")).toHaveLength(1);
  });

  test("only an administrator does, and each attempt is on the trail", async () => {
    for (const [who, actor] of everybodyElse(world)) expect(problem(await add({}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.keepPeople" });
    expect(await eventsOf(world, "access.refused")).toHaveLength(everybodyElse(world).length);
  });
});

describe("changing a person", () => {
  const change = async (over: Record<string, unknown> = {}, who = people.housing, by = people.administrator) => {
    const held = await personOf(who.personId);
    return changePerson(by, { personId: who.personId, version: held?.version ?? 1, name: held?.name ?? "", style: held?.style ?? "", post: held?.post ?? "", email: held?.email ?? "", ...over }, now);
  };

  test("keeps what is new and records which fields, not their words", async () => {
    done(await change({ name: "Zofia Nowak-Ellis", style: "Dr" }));
    expect(await personOf(people.housing.personId)).toMatchObject({ name: "Zofia Nowak-Ellis", style: "Dr", version: 2 });
    const events = await eventsOf(world, "person.changed");
    expect(events).toMatchObject([{ particulars: { personId: people.housing.personId, fields: ["name", "style"] } }]);
    expect(JSON.stringify(events)).not.toContain("Ellis");
    expect(await mails(people.housing.personId)).toEqual([]);
  });

  test("a new address is told to the one before, and ends the links that are open", async () => {
    const { personId } = done(await add());
    const before = (await personOf(personId))?.email;
    done(await invite(people.administrator, { personId, version: 1 }, now));
    const held = await personOf(personId);
    done(await changePerson(people.administrator, { personId, version: held?.version, name: held?.name, style: held?.style, post: held?.post, email: `r.${randomUUID()}@testham.example` }, later(5)));
    expect((await mails(personId)).at(-1)).toMatchObject({ template: "account.emailChanged", address: before, facts: { at: later(5).toISOString() } });
    expect((await links(personId)).map((link) => link.withdrawn_at)).toEqual([later(5)]);
  });

  test("for seven days no link for a new password goes to an address that an administrator has moved an account to", async () => {
    const { housing, bystander } = people;
    await aCredential(housing, now);
    const moved = `moved.${randomUUID()}@testham.example`;
    const kinds = async () => (await mails(housing.personId)).map(({ template }) => template);
    done(await change({ email: moved }));
    await askPasswordReset(moved, "r", new Date(now.getTime() + 7 * day - 1000));
    expect(await kinds()).toEqual(["account.emailChanged"]);
    // the database keeps the moment itself, and nobody turns it back
    await transact({ ...people.administrator, now: later(60) }, (tx) => tx.person.updateMany({ where: { id: housing.personId }, data: { post: "Manager", emailMovedAt: null } }));
    await askPasswordReset(moved, "r", new Date(now.getTime() + 7 * day - 1000));
    expect(await kinds()).toEqual(["account.emailChanged"]);
    await askPasswordReset(moved, "r", new Date(now.getTime() + 7 * day));
    expect(await kinds()).toEqual(["account.emailChanged", "account.passwordReset"]);
    // whoever has no password yet has nothing to take over
    done(await change({ email: `x.${randomUUID()}@testham.example` }, bystander));
    expect(await personOf(bystander.personId)).toMatchObject({ email_moved_at: null });
  });

  test("an address that is taken, here or elsewhere, is refused in the same words", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const who of [people.police, elsewhere.people.police]) {
      expect(problem(await change({ email: (await personOf(who.personId))?.email }))).toEqual({ kind: "refused", rule: "directory.emailTaken", facts: {} });
    }
  });

  test("nothing changed is nothing done; an old page is stale; a leaver stays as they were", async () => {
    done(await change());
    expect(await eventsOf(world, "person.changed")).toEqual([]);
    expect(problem(await change({ version: 2, post: "Manager" }))).toEqual({ kind: "stale" });
    await owner.query("update people set left_at = now() where id = $1", [people.housing.personId]);
    expect(problem(await change({ post: "Manager" }))).toMatchObject({ kind: "refused", rule: "person.hasLeft" });
  });

  test("somebody of another partnership isn't there, nor a guessed id", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const personId of [elsewhere.people.housing.personId, randomUUID()]) expect(problem(await change({ personId, post: "Manager" }))).toEqual({ kind: "notFound" });
    expect((await personOf(elsewhere.people.housing.personId))?.post).toBe("Officer");
  });

  test("only an administrator does", async () => {
    for (const [who, actor] of everybodyElse(world)) expect(problem(await change({ post: "Manager" }, people.housing, actor)), who).toEqual({ kind: "forbidden", permission: "directory.keepPeople" });
  });
});

describe("inviting", () => {
  let personId: string;
  beforeEach(async () => void ({ personId } = done(await add())));
  const send = (by = people.administrator, over: Record<string, unknown> = {}, at = now) => invite(by, { personId, version: 1, ...over }, at);
  const state = async (at = now) => (await viewPerson(people.administrator, personId, at))?.account.state;

  test("sends a link for seven days, of which the database has the hash alone", async () => {
    done(await send());
    const [link] = await links(personId);
    expect(link).toMatchObject({ purpose: "account_invitation", ends_at: daysLater(7), used_at: null, withdrawn_at: null });
    expect(link?.secret_hash).toEqual(hashOf(secretOf(link?.id ?? "", "account_invitation")));
    expect(await mails(personId)).toMatchObject([{ template: "account.invited", facts: { linkId: link?.id }, address: null }]);
    expect(await eventsOf(world, "account.invited")).toMatchObject([{ particulars: { personId, linkId: link?.id } }]);
    expect(await state()).toBe("invited");
    expect(await state(daysLater(7))).toBe("expired");
  });

  test("again ends the link before", async () => {
    done(await send());
    done(await send(people.administrator, {}, later(1)));
    expect((await links(personId)).map((link) => link.withdrawn_at).toSorted()).toEqual([later(1), null]);
    expect(await mails(personId)).toHaveLength(2);
  });

  test("withdrawn, the link is over; there is then none to withdraw", async () => {
    done(await send());
    expect(done(await withdrawInvitation(people.administrator, { personId, version: 1 }, later(1)))).toEqual({ personId });
    expect(await state()).toBe("none");
    expect(await eventsOf(world, "account.invitationWithdrawn")).toMatchObject([{ particulars: { personId } }]);
    expect(problem(await withdrawInvitation(people.administrator, { personId, version: 1 }, later(2)))).toMatchObject({ kind: "refused", rule: "account.notInvited" });
  });

  test("not whoever has an account, by a password or by their organisation", async () => {
    await insert("credentials", { person_id: personId, partnership_id: world.partnershipId, password_hash: "x", set_at: now });
    expect(problem(await send())).toMatchObject({ kind: "refused", rule: "account.alreadyThere" });
    expect(await state()).toBe("open");
  });

  test("not whoever has left, nor oneself", async () => {
    expect(problem(await send(people.administrator, { personId: people.administrator.personId }))).toMatchObject({ kind: "refused", rule: "directory.oneself" });
    await owner.query("update people set left_at = now() where id = $1", [personId]);
    expect(problem(await send())).toMatchObject({ kind: "refused", rule: "person.hasLeft" });
  });

  test("from an old page it is stale, sent twice it is one, and elsewhere they aren't there", async () => {
    expect(problem(await send(people.administrator, { version: 2 }))).toEqual({ kind: "stale" });
    const submissionKey = randomUUID();
    await Promise.all([send(people.administrator, { submissionKey }), send(people.administrator, { submissionKey })]);
    expect(await links(personId)).toHaveLength(1);
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await send(elsewhere.people.administrator))).toEqual({ kind: "notFound" });
    expect(problem(await withdrawInvitation(elsewhere.people.administrator, { personId, version: 1 }, now))).toEqual({ kind: "notFound" });
  });

  test("only an administrator does", async () => {
    for (const [who, actor] of everybodyElse(world)) {
      expect(problem(await send(actor)), who).toEqual({ kind: "forbidden", permission: "account.invite" });
      expect(problem(await withdrawInvitation(actor, { personId, version: 1 }, now)), who).toEqual({ kind: "forbidden", permission: "account.invite" });
    }
  });
});

describe("the list of people", () => {
  const list = (over: Record<string, unknown> = {}, words: string | null = null, who = people.administrator) => listPeople(who, { ...PeopleFilters.parse(over), words }, now);
  const names = async (...args: Parameters<typeof list>) => (await list(...args))?.people.map(({ name }) => name);

  test("is by name, finds words in any order, and takes signs as they are", async () => {
    expect((await names())?.slice(0, 2)).toEqual(["Bev Moxon", "Insp Dev Sandhu"]);
    expect(await names({}, "nowak zof")).toEqual(["Zofia Nowak"]);
    expect(await names({}, "%")).toEqual([]);
    expect(await names({}, "_")).toEqual([]);
    expect(await names({}, "'; drop table people")).toEqual([]);
    expect(await names({ agency: world.agencies.housing })).toEqual(["Bev Moxon", "Zofia Nowak"]);
  });

  test("goes by pages, and a page too far is the last", async () => {
    for (let n = 0; n < 15; n += 1) await insert("people", { id: randomUUID(), partnership_id: world.partnershipId, agency_id: world.agencies.police, name: `Zz ${n}`, post: "Officer", email: `${randomUUID()}@testham.example` });
    expect(await list()).toMatchObject({ total: 30, page: 1, pages: 2 });
    expect((await list({ page: "2" }))?.people).toHaveLength(5);
    expect(await list({ page: "99" })).toMatchObject({ page: 2 });
    expect(await list({ page: "x", agency: "x" })).toMatchObject({ page: 1, total: 30 });
  });

  test("keeps those who have left apart, and holds nobody of another partnership", async () => {
    await aPartnership("Safer Elsewhere");
    await owner.query("update people set left_at = now() where id = $1", [people.housing.personId]);
    expect(await list()).toMatchObject({ total: 14, left: 1 });
    expect(await names({ left: "1" })).toEqual(["Zofia Nowak"]);
  });

  test("by how accounts stand, for those who are here", async () => {
    await insert("credentials", { person_id: people.housing.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: now });
    done(await invite(people.administrator, { personId: people.police.personId, version: 1 }, now));
    expect(await names({ account: "open" })).toEqual(["Zofia Nowak"]);
    expect(await names({ account: "invited" })).toEqual(["PC Nia Rowlands"]);
    expect(await list({ account: "none" })).toMatchObject({ total: 13 });
    expect(await list({ account: "left" })).toMatchObject({ total: 15 });
  });

  test("is for administrators alone, and so is a person", async () => {
    for (const [who, actor] of everybodyElse(world)) {
      expect(await list({}, null, actor), who).toBeNull();
      expect(await viewPerson(actor, people.housing.personId, now), who).toBeNull();
      expect(problem(await searchPeople(actor, { words: "Zofia" }, now)), who).toEqual({ kind: "forbidden", permission: "directory.keepPeople" });
    }
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(await viewPerson(elsewhere.people.administrator, people.housing.personId, now)).toBeNull();
    expect(await viewPerson(people.administrator, randomUUID(), now)).toBeNull();
  });

  test("the words of a search are taken as typed and kept nowhere", async () => {
    expect(done(await searchPeople(people.administrator, { words: " Zofia " }, now))).toEqual({ words: "Zofia" });
    expect(done(await searchPeople(people.administrator, { words: "" }, now))).toEqual({ words: null });
    const { rows } = await owner.query("select 1 from audit_events where partnership_id = $1", [world.partnershipId]);
    expect(rows).toEqual([]);
  });
});
