import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { appoint } from "@/domain/directory/commands/appoint.ts";
import { endHolding } from "@/domain/directory/commands/end-holding.ts";
import { giveOffice, representWard } from "@/domain/directory/commands/give-office.ts";
import { changeSeat, giveSeat } from "@/domain/directory/commands/seat.ts";
import { viewPerson } from "@/domain/directory/queries/view-person.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, type World } from "../../support/world.ts";
import { asPerson, done, problem } from "../action-plan/arrange.ts";
import { aCase, aMeeting, attends, eventsOf } from "../minutes/arrange.ts";
import { daysLater, everybodyElse, later, now, onDay, rowsOf, today } from "./arrange.ts";

let world: World;
let people: World["people"];
let admin: Actor;
beforeEach(async () => {
  world = await aPartnership();
  ({ people } = world);
  admin = people.administrator;
});

type Row = { id: string; version: number; from_on: Date; until_on: Date | null };
const last = async (table: string, who: Actor): Promise<Row> => {
  const { rows } = await owner.query<Row>(`select t.*, t.from_on::text, t.until_on::text from ${table} t where t.person_id = $1 order by t.from_on desc, t.id limit 1`, [who.personId]);
  if (!rows[0]) throw new Error(`${who.name} holds nothing in ${table}`);
  return rows[0];
};
const chairNOR = (over: Record<string, unknown> = {}, by = admin, at = now) => appoint(by, { personId: people.police.personId, forumId: world.forums.CEN, office: "chair", capacity: "acting", from: today, until: onDay("2026-12-31"), ...over }, at);
const seatFor = (who: Actor, over: Record<string, unknown> = {}, by = admin) => giveSeat(by, { personId: who.personId, forumId: world.forums.NOR, agencyId: who.agencyId, commits: "yes", core: "yes", from: today, until: "", ...over }, now);
const end = (kind: string, row: { id: string; version: number }, over: Record<string, unknown> = {}, by = admin, at = now) => endHolding(by, { kind, holdingId: row.id, version: row.version, when: "at_once", ...over }, at);

describe("appointing", () => {
  const vacate = (until = "2026-12-07") => owner.query("update appointments set until_on = $2 where person_id = $1 and office = 'chair'", [people.chair.personId, until]);

  test("makes somebody chair from a day to a day, acting or not", async () => {
    await vacate();
    expect(done(await chairNOR())).toEqual({ personId: people.police.personId });
    expect(await last("appointments", people.police)).toMatchObject({ office: "chair", capacity: "acting", from_on: "2026-12-08", until_on: "2026-12-31" });
    expect(await eventsOf(world, "appointment.made")).toMatchObject([{ reference: "CEN", particulars: { personId: people.police.personId, office: "chair", capacity: "acting", from: "2026-12-08", until: "2026-12-31" } }]);
  });

  test("rule 1: one chair on any day, said in words; the day after is free", async () => {
    const refused = { kind: "refused", rule: "appointment.chairAlready", facts: { name: "Insp Ruth Calverley", from: "1 January 2025", until: "" } };
    expect(problem(await chairNOR())).toEqual(refused);
    await vacate("2026-12-20");
    expect(problem(await chairNOR({ from: onDay("2026-12-20") }))).toMatchObject({ rule: "appointment.chairAlready", facts: { until: "20 December 2026" } });
    expect(problem(await chairNOR({ until: "" }))).toMatchObject({ rule: "appointment.chairAlready" });
    expect(done(await chairNOR({ from: onDay("2026-12-21") }))).toEqual({ personId: people.police.personId });
  });

  test("two administrators at once: one chair", async () => {
    await vacate();
    const { rows } = await owner.query<{ person_id: string }>("insert into partnership_offices (id, partnership_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, 'administrator', '2025-01-01') returning person_id", [world.partnershipId, people.governance.personId]);
    expect(rows).toHaveLength(1);
    const outcomes = await Promise.all([chairNOR(), chairNOR({ personId: people.housing.personId }, people.governance)]);
    expect(outcomes.map((outcome) => problem(outcome).kind).toSorted()).toEqual(["none", "refused"]);
  });

  test("the same office once a day, other offices beside it", async () => {
    const deputy = { personId: people.deputy.personId, office: "deputy", capacity: "substantive", until: "" };
    expect(problem(await chairNOR(deputy))).toMatchObject({ kind: "refused", rule: "appointment.already" });
    expect(done(await chairNOR({ ...deputy, office: "coordinator" }))).toEqual({ personId: people.deputy.personId });
  });

  test("not in the past, and not to end before it begins", async () => {
    await vacate();
    expect(problem(await chairNOR({ from: onDay("2026-12-07") }))).toEqual({ kind: "invalid", fields: { from: ["First day must be today or in the future"] } });
    expect(problem(await chairNOR({ from: onDay("2027-01-02") }))).toEqual({ kind: "invalid", fields: { until: ["Last day must be on or after the first day"] } });
    expect(problem(await chairNOR({ office: "", capacity: "", from: {} }))).toEqual({
      kind: "invalid", fields: { office: ["Select the office"], capacity: ["Select whether it is substantive, interim or acting"], from: ["Enter the first day"] },
    });
  });

  test("not oneself, not whoever has left, nobody and no forum of another partnership", async () => {
    await vacate();
    expect(problem(await chairNOR({ personId: admin.personId }))).toMatchObject({ kind: "refused", rule: "directory.oneself" });
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const over of [{ personId: elsewhere.people.police.personId }, { personId: randomUUID() }, { forumId: elsewhere.forums.CEN }, { forumId: randomUUID() }]) expect(problem(await chairNOR(over))).toEqual({ kind: "notFound" });
    await owner.query("update people set left_at = now() where id = $1", [people.police.personId]);
    expect(problem(await chairNOR())).toMatchObject({ kind: "refused", rule: "person.hasLeft" });
  });

  test("only an administrator does; sent twice it is one", async () => {
    await vacate();
    for (const [who, actor] of everybodyElse(world)) expect(problem(await chairNOR({}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.appoint" });
    const submissionKey = randomUUID();
    await Promise.all([chairNOR({ submissionKey }), chairNOR({ submissionKey })]);
    expect(await eventsOf(world, "appointment.made")).toHaveLength(1);
  });
});

describe("seats", () => {
  test("one is given for an agency, and opens the forum at the next click", async () => {
    expect(await viewMeeting(people.bystander, { reference: "NOR-2026-12" }, now)).toBeNull();
    await aMeeting(world, "NOR-2026-12", { forumId: world.forums.NOR });
    expect(await viewMeeting(people.bystander, { reference: "NOR-2026-12" }, now)).toBeNull();
    done(await seatFor(people.bystander, { agencyId: world.agencies.charity, represents: "The voluntary sector", namedContact: "yes" }));
    expect(await viewMeeting(people.bystander, { reference: "NOR-2026-12" }, later(1))).not.toBeNull();
    expect(await last("memberships", people.bystander)).toMatchObject({ agency_id: world.agencies.charity, represents: "The voluntary sector", commits: true, core: true, named_contact: true });
    expect(await eventsOf(world, "seat.given")).toMatchObject([{ reference: "NOR", particulars: { personId: people.bystander.personId, agencyId: world.agencies.charity, from: "2026-12-08", until: null } }]);
  });

  test("a person has one for each agency they speak for, an agency one named contact", async () => {
    expect(problem(await seatFor(people.northMember))).toMatchObject({ kind: "refused", rule: "seat.already" });
    done(await seatFor(people.northMember, { agencyId: world.agencies.charity }));
    done(await seatFor(people.housing, { namedContact: "yes" }));
    expect(problem(await seatFor(people.colleague, { namedContact: "yes" }))).toMatchObject({ kind: "refused", rule: "seat.contactAlready", facts: { name: "Zofia Nowak" } });
    done(await seatFor(people.colleague));
    const seat = await last("memberships", people.colleague);
    expect(problem(await changeSeat(admin, { seatId: (await nor(people.colleague)).id, version: 1, commits: "yes", core: "yes", namedContact: "yes", represents: "" }, now))).toMatchObject({ rule: "seat.contactAlready" });
    expect(seat.version).toBe(1);
  });

  const nor = async (who: Actor): Promise<Row> => {
    const { rows } = await owner.query<Row>("select * from memberships where person_id = $1 and forum_id = $2", [who.personId, world.forums.NOR]);
    if (!rows[0]) throw new Error("no seat");
    return rows[0];
  };

  test("what it is good for can be changed, from the page as it stands", async () => {
    done(await seatFor(people.housing));
    const { id } = await nor(people.housing);
    const change = (over: Record<string, unknown> = {}, by = admin) => changeSeat(by, { seatId: id, version: 1, represents: "Tenants", core: "yes", ...over }, now);
    expect(done(await change())).toEqual({ personId: people.housing.personId });
    expect(await nor(people.housing)).toMatchObject({ represents: "Tenants", commits: false, core: true, named_contact: false, version: 2 });
    expect(await eventsOf(world, "seat.changed")).toMatchObject([{ particulars: { fields: ["represents", "commits"] } }]);
    expect(problem(await change())).toEqual({ kind: "stale" });
    for (const [who, actor] of everybodyElse(world)) expect(problem(await change({}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.appoint" });
    expect(problem(await change({ seatId: randomUUID() }))).toEqual({ kind: "notFound" });
    done(await end("seat", { id, version: 2 }));
    expect(problem(await change({ version: 3 }))).toMatchObject({ kind: "refused", rule: "directory.over" });
  });

  test("not one's own, and no agency or forum of another partnership", async () => {
    expect(problem(await seatFor(admin))).toMatchObject({ rule: "directory.oneself" });
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await seatFor(people.housing, { agencyId: elsewhere.agencies.housing }))).toEqual({ kind: "invalid", fields: { agencyId: ["Select the agency they sit for"] } });
    expect(problem(await seatFor(people.housing, { forumId: elsewhere.forums.NOR }))).toEqual({ kind: "notFound" });
    expect(problem(await seatFor(elsewhere.people.housing, { agencyId: world.agencies.housing }))).toEqual({ kind: "notFound" });
    for (const [who, actor] of everybodyElse(world)) expect(problem(await seatFor(people.housing, {}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.appoint" });
  });
});

describe("offices of the partnership and wards", () => {
  const office = (who: Actor, over: Record<string, unknown> = {}, by = admin) => giveOffice(by, { personId: who.personId, office: "evaluator", from: today, until: "", ...over }, now);
  const ward = (who: Actor, over: Record<string, unknown> = {}, by = admin) => representWard(by, { personId: who.personId, wardId: world.wardId, from: onDay("2026-05-08"), until: "", ...over }, now);

  test("an office is given once, to others", async () => {
    done(await office(people.bystander));
    expect(await eventsOf(world, "office.given")).toMatchObject([{ particulars: { personId: people.bystander.personId, office: "evaluator", from: "2026-12-08", until: null } }]);
    expect(problem(await office(people.bystander))).toMatchObject({ kind: "refused", rule: "office.already" });
    expect(problem(await office(admin, { office: "information_governance" }))).toMatchObject({ rule: "directory.oneself" });
    for (const [who, actor] of everybodyElse(world)) expect(problem(await office(people.housing, {}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.appoint" });
  });

  test("whoever becomes administrator keeps the directory at their next click", async () => {
    expect(problem(await office(people.housing, {}, people.bystander)).kind).toBe("forbidden");
    done(await office(people.bystander, { office: "administrator" }));
    done(await office(people.housing, {}, people.bystander));
  });

  test("a ward may have been won long ago; one at a time", async () => {
    done(await ward(people.bystander));
    expect(await eventsOf(world, "ward.represented")).toMatchObject([{ particulars: { personId: people.bystander.personId, wardId: world.wardId, from: "2026-05-08" } }]);
    expect(problem(await ward(people.councillor))).toMatchObject({ kind: "refused", rule: "ward.already" });
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await ward(people.housing, { wardId: elsewhere.wardId }))).toEqual({ kind: "invalid", fields: { wardId: ["Select the ward"] } });
    for (const [who, actor] of everybodyElse(world)) expect(problem(await ward(people.housing, {}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.appoint" });
  });
});

describe("ending", () => {
  test("at once, mid-session: a member's case closes, and the deputy stands in for a chair, at the next click", async () => {
    const caseId = await aCase(world, "CEN-118");
    const meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId }] });
    await attends(world, meeting, people.police);
    expect((await viewCase(people.police, "CEN-118", now))?.content).not.toBeNull();
    done(await end("seat", await last("memberships", people.police)));
    expect(await viewCase(people.police, "CEN-118", later(1))).toBeNull();

    expect((await viewCase(people.chair, "CEN-118", now))?.content).not.toBeNull();
    done(await end("appointment", await last("appointments", people.chair)));
    expect((await viewCase(people.chair, "CEN-118", later(1)))?.content).toBeNull();
    expect(await eventsOf(world, "appointment.ended")).toMatchObject([{ reference: "CEN", particulars: { personId: people.chair.personId, office: "chair", until: "2026-12-07" } }]);
    // and somebody else can be chair from today
    expect(done(await chairNOR())).toEqual({ personId: people.police.personId });
  });

  test("what began today, or was to begin, never came to be, and leaves its days free", async () => {
    done(await end("appointment", await last("appointments", people.chair)));
    done(await chairNOR());
    done(await end("appointment", await last("appointments", people.police)));
    expect(await last("appointments", people.police)).toMatchObject({ from_on: "2026-12-08", until_on: "2026-12-07" });
    done(await chairNOR({ personId: people.housing.personId, from: onDay("2027-02-01"), until: "" }));
    done(await end("appointment", await last("appointments", people.housing)));
    expect(await last("appointments", people.housing)).toMatchObject({ from_on: "2027-02-01", until_on: "2027-01-31" });
    done(await chairNOR({ until: "" }));
    expect((await viewPerson(admin, people.police.personId, now))?.holdings.map(({ phase }) => phase)).toEqual(expect.arrayContaining(["now", "over"]));
  });

  test("with a last day to come, which may be moved", async () => {
    const seat = await last("memberships", people.housing);
    done(await end("seat", seat, { when: "on_a_day", until: onDay("2026-12-31") }));
    expect(await last("memberships", people.housing)).toMatchObject({ until_on: "2026-12-31", version: 2 });
    expect(problem(await end("seat", seat))).toEqual({ kind: "stale" });
    done(await end("seat", { ...seat, version: 2 }));
    expect(await last("memberships", people.housing)).toMatchObject({ until_on: "2026-12-07" });
    expect(problem(await end("seat", { ...seat, version: 3 }))).toMatchObject({ kind: "refused", rule: "directory.over" });
    expect(await eventsOf(world, "seat.ended")).toHaveLength(2);
  });

  test("says what is missing or wrong", async () => {
    const seat = await last("memberships", people.housing);
    expect(problem(await end("seat", seat, { when: "" }))).toEqual({ kind: "invalid", fields: { when: ["Select when it ends"] } });
    expect(problem(await end("seat", seat, { when: "on_a_day" }))).toEqual({ kind: "invalid", fields: { until: ["Enter last day"] } });
    expect(problem(await end("seat", seat, { when: "on_a_day", until: onDay("2026-12-07") }))).toEqual({ kind: "invalid", fields: { until: ["Last day must be today or in the future"] } });
  });

  test("every kind of it", async () => {
    for (const [kind, table, who, event] of [["office", "partnership_offices", people.governance, "office.ended"], ["ward", "elected_members", people.councillor, "ward.ended"]] as const) {
      done(await end(kind, await last(table, who)));
      expect(await last(table, who)).toMatchObject({ until_on: "2026-12-07" });
      expect(await eventsOf(world, event)).toMatchObject([{ particulars: { personId: who.personId } }]);
    }
  });

  test("not one's own, no guessed id, no other kind's id, nothing of another partnership, nobody else", async () => {
    const own = await last("partnership_offices", admin);
    expect(problem(await end("office", own))).toMatchObject({ kind: "refused", rule: "directory.oneself" });
    const seat = await last("memberships", people.housing);
    expect(problem(await end("appointment", seat))).toEqual({ kind: "notFound" });
    expect(problem(await end("seat", { id: randomUUID(), version: 1 }))).toEqual({ kind: "notFound" });
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await end("seat", seat, {}, elsewhere.people.administrator))).toEqual({ kind: "notFound" });
    for (const [who, actor] of everybodyElse(world)) expect(problem(await end("seat", seat, {}, actor)), who).toEqual({ kind: "forbidden", permission: "directory.appoint" });
    expect(await last("memberships", people.housing)).toMatchObject({ version: 1, until_on: null });
  });
});

describe("the database, past every command", () => {
  test("gives an administrator no office, seat or ward of their own, and nobody else any at all", async () => {
    const rows = [
      ["appointments", "forum_id, person_id, office", `'${world.forums.MARP}', $2, 'deputy'`],
      ["memberships", "forum_id, person_id, agency_id", `'${world.forums.MARP}', $2, '${world.agencies.council}'`],
      ["partnership_offices", "person_id, office", "$2, 'evaluator'"],
      ["elected_members", "person_id, ward_id", `$2, '${world.wardId}'`],
    ] as const;
    for (const [table, columns, values] of rows) {
      const insert = (by: Actor, to: Actor) => asPerson(by, `insert into ${table} (id, partnership_id, from_on, ${columns}) values (gen_random_uuid(), $1, '2026-12-08', ${values})`, [world.partnershipId, to.personId]);
      await expect(insert(admin, admin), table).rejects.toThrow("row-level security");
      await expect(insert(people.chair, people.housing), table).rejects.toThrow("row-level security");
      expect((await insert(admin, people.bystander)).rowCount, table).toBe(1);
      expect((await asPerson(admin, `update ${table} set until_on = null where person_id = $1`, [admin.personId])).rowCount).toBe(0);
      expect((await asPerson(people.chair, `update ${table} set until_on = null where person_id = $1`, [people.bystander.personId])).rowCount, table).toBe(0);
    }
  });

  test("holds to one chair, one seat and one named contact on any day", async () => {
    await expect(appointed(world, people.police, world.forums.CEN, "chair")).rejects.toThrow("one_chair_on_any_day");
    await expect(appointed(world, people.deputy, world.forums.CEN, "deputy")).rejects.toThrow("an_office_once");
    const seat = (who: Actor, contact: boolean) => owner.query("insert into memberships (id, partnership_id, forum_id, person_id, agency_id, named_contact, from_on) values (gen_random_uuid(), $1, $2, $3, $4, $5, '2026-12-08')", [world.partnershipId, world.forums.MARP, who.personId, world.agencies.housing, contact]);
    await seat(people.housing, true);
    await expect(seat(people.housing, false)).rejects.toThrow("a_seat_once");
    await expect(seat(people.colleague, true)).rejects.toThrow("one_named_contact");
    await expect(owner.query("update memberships set until_on = from_on - 2 where person_id = $1", [people.housing.personId])).rejects.toThrow("ends_after_it_begins");
  });
});

test("none of it leaves a name in the audit", async () => {
  done(await seatFor(people.housing, { represents: "Unmistakable tenants" }));
  done(await end("appointment", await last("appointments", people.chair)));
  done(await chairNOR());
  const { rows } = await owner.query<{ all: string }>("select string_agg(audit_events::text, ' ') as all from audit_events where partnership_id = $1", [world.partnershipId]);
  expect(rows[0]?.all).toContain("seat.given");
  expect(rows[0]?.all).not.toMatch(/Unmistakable|Nowak|Rowlands|Calverley/);
});

test("an end that is still to come holds until its last day is over", async () => {
  done(await end("seat", await last("memberships", people.housing), { when: "on_a_day", until: onDay("2026-12-09") }));
  await aMeeting(world, "CEN-2026-12");
  expect(await viewMeeting(people.housing, { reference: "CEN-2026-12" }, daysLater(1))).not.toBeNull();
  expect(await viewMeeting(people.housing, { reference: "CEN-2026-12" }, daysLater(2))).toBeNull();
  expect(await rowsOf("memberships", people.housing.personId)).toHaveLength(1);
});
