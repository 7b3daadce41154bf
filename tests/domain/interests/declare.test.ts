import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { declareStandingInterest } from "@/domain/interests/commands/declare-standing-interest.ts";
import { withdrawInterest } from "@/domain/interests/commands/withdraw-interest.ts";
import { viewMeetingInterests } from "@/domain/interests/queries/view-meeting-interests.ts";
import { viewOwnInterests } from "@/domain/interests/queries/view-own-interests.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { asPerson, done, problem } from "../action-plan/arrange.ts";
import { aCase, aMeeting, eventsOf, now } from "../minutes/arrange.ts";
import { aTable, declared, recusalsOf, recused, type Table } from "./arrange.ts";

let world: World;
let people: World["people"];
let table: Table;
const reference = "CEN-2026-12";

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  table = await aTable(world);
});

const standing = (who: Actor, over: Record<string, unknown> = {}) => declareStandingInterest(who, { kind: "other", about: "street", words: "I live in Tollgate Mews", ...over }, now);

describe("declaring an interest on a case", () => {
  test.each(["pecuniary", "personal"])("%s shuts the case in the same moment, decided by nobody", async (kind) => {
    expect(done(await declared(people.housing, "CEN-8", { kind }))).toEqual({ reference, recused: true });
    const [recusal] = await recusalsOf(world, people.housing);
    expect(recusal).toMatchObject({ silent: false, decided_by_id: null, lifted: false });
    expect(recusal?.interest_id).not.toBeNull();
    expect(await viewCase(people.housing, "CEN-8", now)).toMatchObject({ recused: true, twin: null, content: null });
    expect(await eventsOf(world, "interest.declared")).toMatchObject([{ reference: "CEN-8", particulars: { kind } }]);
    expect(await eventsOf(world, "recusal.made")).toMatchObject([{ reference: "CEN-8", person_id: people.housing.personId, particulars: { silent: false } }]);
  });

  test.each([["other", "I sit on its residents' association"], ["sensitive", ""]])("%s is recorded, and the case stays open", async (kind, words) => {
    expect(done(await declared(people.housing, "CEN-8", { kind, words }))).toEqual({ reference, recused: false });
    expect(await recusalsOf(world, people.housing)).toEqual([]);
    expect((await viewCase(people.housing, "CEN-8", now))?.content).not.toBeNull();
    expect((await viewMeetingInterests(people.chair, { reference }, now))?.office?.declared).toMatchObject([{ person: "Zofia Nowak", from: { reference: "CEN-8" }, kind, words: words || null }]);
  });

  test("keeps no words of a sensitive one, past every command too, and asks for those of the others", async () => {
    expect(problem(await declared(people.housing, "CEN-8", { kind: "sensitive", words: "My sister fled him" }))).toMatchObject({ kind: "invalid", fields: { words: [expect.stringContaining("withheld")] } });
    expect(problem(await declared(people.housing, "CEN-8", { kind: "personal", words: "" }))).toEqual({ kind: "invalid", fields: { words: ["Enter what the interest is"] } });
    await expect(asPerson(people.housing, "insert into interests (id, partnership_id, person_id, kind, about, words, declared_at) values ($1, $2, $3, 'sensitive', 'family', 'x', now())", [randomUUID(), world.partnershipId, people.housing.personId])).rejects.toThrow(/sensitive_withholds/);
  });

  test("is possible on what one may know of: a case of another agenda, forum or partnership isn't there", async () => {
    await aCase(world, "NOR-3", world.forums.NOR);
    await aCase(world, "CEN-10");
    for (const caseReference of ["NOR-3", "CEN-10", "CEN-999"]) expect(problem(await declared(people.housing, caseReference)), caseReference).toEqual({ kind: "notFound" });
    for (const who of [people.northMember, people.bystander, people.governance]) expect(problem(await declared(who, "CEN-8")), who.name).toEqual({ kind: "notFound" });
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(problem(await declared(elsewhere.people.housing, "CEN-8"))).toEqual({ kind: "notFound" });
  });

  test("is asked from publication to closing", async () => {
    await aMeeting(world, "CEN-2026-10", { state: "closed", items: [{ caseId: table.cases.first }], startsAt: "2026-10-13T14:00:00Z" });
    expect(problem(await declared(people.housing, "CEN-7", { reference: "CEN-2026-10" }))).toMatchObject({ rule: "meeting.notInThisState" });
  });

  test("is done once for a form sent twice, and once by two at once", async () => {
    const submissionKey = randomUUID();
    await Promise.all([1, 2].map(() => declared(people.housing, "CEN-8", { submissionKey })));
    await Promise.all([1, 2].map(() => declared(people.housing, "CEN-9")));
    expect((await recusalsOf(world, people.housing)).filter((one) => !one.lifted).length).toBe(2);
  });

  test("of one person is read by themself and the chair's office, by nobody else", async () => {
    done(await declared(people.housing, "CEN-8", { kind: "other" }));
    for (const who of [people.police, people.councillor, people.northChair, people.administrator]) expect((await asPerson(who, "select id from interests")).rowCount, who.name).toBe(0);
    expect((await viewMeetingInterests(people.police, { reference }, now))?.office).toBeNull();
    expect((await viewMeetingInterests(people.housing, { reference }, now))?.own).toMatchObject([{ from: { reference: "CEN-8" }, recused: false }]);
  });
});

describe("a standing interest", () => {
  test("is added and withdrawn by the person, kept, and lifts nothing", async () => {
    const { id } = done(await standing(people.housing));
    done(await recused(people.chair, "CEN-8", people.housing, "open"));
    expect(problem(await withdrawInterest(people.police, { interestId: id }, now))).toEqual({ kind: "notFound" });
    done(await withdrawInterest(people.housing, { interestId: id }, now));
    expect((await viewOwnInterests(people.housing, {}, now)).interests).toMatchObject([{ id, withdrawnAt: now }]);
    expect(problem(await withdrawInterest(people.housing, { interestId: id }, now))).toEqual({ kind: "notFound" });
    expect((await viewCase(people.housing, "CEN-8", now))?.recused).toBe(true);
    expect(await eventsOf(world, "interest.withdrawn")).toHaveLength(1);
  });

  test("on a case is not withdrawn, and its recusal stands", async () => {
    done(await declared(people.housing, "CEN-8"));
    const interestId = (await recusalsOf(world, people.housing))[0]?.interest_id;
    expect(problem(await withdrawInterest(people.housing, { interestId }, now))).toEqual({ kind: "notFound" });
  });
});

describe("possible matches", () => {
  const matches = async (who: Actor) => (await viewMeetingInterests(who, { reference }, now))?.office?.matches.map(({ person, reference: on, matched }) => [person, on, matched]);

  test("are shown to the chair's office: a word of the particulars, the ward, an agency at work on it, a name; never to anybody else", async () => {
    done(await standing(people.housing));
    done(await standing(people.probation, { about: "contract", kind: "pecuniary", words: "My firm cleans for Housing" }));
    done(await standing(people.councillor, { about: "property", words: "I let two flats in Eastholme" }));
    const found = await matches(people.chair);
    expect(found).toContainEqual(["Zofia Nowak", "CEN-8", ["particulars"]]);
    expect(found).toContainEqual(["PC Nia Rowlands", "CEN-8", ["name"]]);
    expect(found).toContainEqual(["Kemi Adeyemi", "CEN-8", ["agency"]]);
    expect(found).toContainEqual(["Cllr Grace Hinchliffe", "CEN-7", ["ward"]]);
    expect(found).not.toContainEqual(["Zofia Nowak", "CEN-9", expect.anything()]);
    expect(JSON.stringify(found)).not.toMatch(/tollgate|marjorie/i);
    for (const who of [people.housing, people.police, people.northChair, people.governance, people.administrator]) {
      expect((await asPerson(who, "select * from app.interest_matches($1)", [world.forums.CEN])).rowCount, who.name).toBe(0);
      expect((await viewMeetingInterests(who, { reference }, now))?.office ?? null, who.name).toBeNull();
    }
  });

  test("leave out who is recused already, what was withdrawn, oneself, and a case that is shut to the reader", async () => {
    const { id } = done(await standing(people.housing));
    done(await standing(people.coordinator));
    expect(await matches(people.coordinator)).not.toContainEqual(["Priya Nandra", "CEN-8", expect.anything()]);
    expect(await matches(people.chair)).toContainEqual(["Priya Nandra", "CEN-8", ["particulars"]]);
    done(await recused(people.chair, "CEN-8", people.police, "silent"));
    expect((await matches(people.chair))?.map(([person]) => person)).not.toContain("PC Nia Rowlands");
    done(await withdrawInterest(people.housing, { interestId: id }, now));
    expect((await matches(people.chair))?.map(([person]) => person)).not.toContain("Zofia Nowak");
    done(await declared(people.coordinator, "CEN-8"));
    expect(await matches(people.coordinator)).toEqual([]);
  });
});
