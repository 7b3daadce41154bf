import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventSentence } from "@/wording/audit-sentences.ts";
import type { ToldEvent } from "@/domain/audit/queries/list-history.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { withholdShare } from "@/domain/disclosures/commands/withhold-share.ts";
import { viewShared, viewShareForm } from "@/domain/disclosures/queries/view-shared.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, insert, seated, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, aMeetingOn, anActionOn, daysLater, eventsOf, minutesLater, move, now, signed } from "../cases/arranged.ts";
import { share as contributed, shareForm, somebodyOf } from "./arrange.ts";

// Rule 18: a gateway is four answers, checked against each recipient; and who reads what was shared.

let world: World;
let row: (name: string) => string;
let found: ArrangedCase;
let meeting: Awaited<ReturnType<typeof aMeetingOn>>;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
});
beforeEach(async () => {
  found = await aCase(world);
  meeting = await aMeetingOn(world, found);
  for (const who of ["police", "probation", "housing", "councillor"] as const) await signed(world, meeting, world.people[who]);
});

const share = (over: Record<string, unknown> = {}, by: Actor = world.people.police, at = now) => contributed(world, row, found.reference, by, over, at);
const read = (who: Actor, at = minutesLater(5)) => viewShared(who, found.reference, at);
const words = async (who: Actor, at?: Date) => (await read(who, at))?.contributions.map((one) => one.words) ?? null;
/** Everything of it that a person's own queries reach, whatever a page shows. */
const rowsSeen = (who: Actor, at = minutesLater(5)) =>
  transact({ ...who, now: at }, async (tx) => {
    const rows = await tx.$queryRaw<{ contributions: number; disclosures: number; withheld: number }[]>`
      select (select count(*)::int from contributions where case_id = ${found.id}::uuid) as contributions, (select count(*)::int from disclosures where case_id = ${found.id}::uuid) as disclosures,
        (select count(*)::int from withheld_shares where case_id = ${found.id}::uuid) as withheld`;
    return rows[0];
  });
const refused = (rule: string, facts: Record<string, unknown> = {}) => ({ ok: false, problem: { kind: "refused", rule, facts: expect.objectContaining(facts) as unknown } });
const wrong = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });

describe("what an agency shares", () => {
  test("reaches its own agency, the agency it goes to and the chair's office; its words reach nobody else at the same table", async () => {
    expect(await share()).toEqual({ ok: true, value: { reference: found.reference } });
    for (const who of ["police", "probation", "chair", "deputy", "coordinator"] as const) expect(await words(world.people[who]), who).toEqual(["Three calls to the flat in October."]);
    for (const who of ["housing", "councillor"] as const) {
      expect(await words(world.people[who]), who).toEqual([]);
      expect(await rowsSeen(world.people[who]), who).toEqual({ contributions: 0, disclosures: 0, withheld: 0 });
      expect(JSON.stringify([await read(world.people[who]), await viewCase(world.people[who], found.reference, minutesLater(5))])).not.toContain("Three calls");
    }
  });

  test("says its agency, purpose, gateway in plain words, grade, marking, to whom it went and whether the person knows", async () => {
    await share({ leftOut: "The caller's name" });
    expect((await read(world.people.probation))?.contributions).toMatchObject([{
      agency: "Police", by: "PC Nia Rowlands", purpose: "To plan visits", necessity: "Probation visits alone otherwise", leftOut: "The caller's name", grade: "reliable", marking: "official_sensitive", informed: false,
      informedReason: "It would put the caller at risk", recipients: ["Probation"],
      gateway: [
        { part: "power", name: "Crime and Disorder Act 1998, section 115", checked: true }, { part: "lawful_basis", plain: expect.stringContaining("task that the law gives") as unknown },
        { part: "condition", plain: expect.stringContaining("Offences") as unknown }, { part: "confidentiality", name: "Overriding public interest" },
      ],
    }]);
  });

  test("is read only while the case is open to the reader: not before signing, and not once the minutes are confirmed", async () => {
    await share();
    const unsigned = await somebodyOf(world, world.agencies.probation, world.forums.CEN);
    expect(await read(unsigned)).toBeNull();
    expect(await rowsSeen(unsigned)).toEqual({ contributions: 0, disclosures: 0, withheld: 0 });
    await move("meetings", meeting.id, { state: "confirmed", closed_at: now });
    expect(await read(world.people.probation)).toBeNull();
    expect(await words(world.people.coordinator)).toEqual(["Three calls to the flat in October."]);
  });

  test("is told to the recipient's other officer who signs, but not to their colleagues who don't sit there", async () => {
    await share();
    const signing = await somebodyOf(world, world.agencies.probation, world.forums.CEN);
    await signed(world, meeting, signing);
    expect(await words(signing)).toEqual(["Three calls to the flat in October."]);
    expect(await read(await somebodyOf(world, world.agencies.probation))).toBeNull();
  });

  test.each([false, true])("shows a recused person of the recipient agency nothing (silent: %s), until it is lifted", async (silent) => {
    await share();
    const id = randomUUID();
    await insert("recusals", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: world.people.probation.personId, silent, reason: "Is her niece", decided_by_id: world.people.chair.personId, decided_at: now });
    expect(await read(world.people.probation)).toBeNull();
    expect(await rowsSeen(world.people.probation)).toEqual({ contributions: 0, disclosures: 0, withheld: 0 });
    await insert("recusal_lifts", { recusal_id: id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, reason: "No relation", lifted_by_id: world.people.chair.personId, lifted_at: now });
    expect(await words(world.people.probation)).toHaveLength(1);
  });

  test("information governance sees to whom it went, and no word of it", async () => {
    await share();
    expect(await read(world.people.governance)).toBeNull();
    expect(await rowsSeen(world.people.governance)).toEqual({ contributions: 0, disclosures: 1, withheld: 0 });
  });

  test("is on the trail by ids, in a sentence, without a word that was typed", async () => {
    await share();
    const [event] = (await eventsOf(world, "case.contributed")).slice(-1);
    expect(event).toMatchObject({ person_id: world.people.police.personId, case_id: found.id, particulars: { agencyId: world.agencies.police, toAgencyIds: [world.agencies.probation] } });
    expect(JSON.stringify(event)).not.toMatch(/three calls|plan visits|alone|caller/i);
    expect(eventSentence({ ...event, by: "PC Nia Rowlands", about: null } as unknown as ToldEvent)).toBe(`PC Nia Rowlands shared information on ${found.reference} with 1 agency`);
  });

  test("a form sent twice shares once", async () => {
    const form = { submissionKey: randomUUID() };
    const answers = await Promise.all([share(form), share(form)]);
    expect(answers).toEqual([{ ok: true, value: { reference: found.reference } }, { ok: true, value: { reference: found.reference } }]);
    expect(await words(world.people.chair)).toHaveLength(1);
  });
});

describe("the power is held against each recipient", () => {
  test("section 115 does not reach housing: the refusal names it, and nothing is shared with anybody", async () => {
    expect(await share({ recipients: [world.agencies.probation, world.agencies.housing] })).toEqual(refused("disclosure.powerDoesNotReach", { power: "Crime and Disorder Act 1998, section 115", agencies: ["Housing"] }));
    expect(await words(world.people.chair)).toEqual([]);
  });

  test("another power that reaches both does", async () => {
    expect(await share({ recipients: [world.agencies.probation, world.agencies.housing], powerId: row("Criminal Justice Act 2003, section 325") })).toMatchObject({ ok: true });
    expect(await words(world.people.housing)).toHaveLength(1);
  });

  test("a recipient that left the list no longer is one; one that isn't on it yet, neither; on the very day, it is", async () => {
    const power = row("Care Act 2014, section 42");
    const recipient = async (from: string, until: string | null) => {
      await owner.query("delete from gateway_recipients where row_id = $1 and agency_kind = 'probation'", [power]);
      await insert("gateway_recipients", { id: randomUUID(), partnership_id: world.partnershipId, row_id: power, agency_kind: "probation", from_on: from, until_on: until });
      return share({ powerId: power });
    };
    expect(await recipient("2020-01-01", "2026-11-20")).toEqual(refused("disclosure.powerDoesNotReach", { agencies: ["Probation"] }));
    expect(await recipient("2026-11-22", null)).toEqual(refused("disclosure.powerDoesNotReach", { agencies: ["Probation"] }));
    expect(await recipient("2026-11-21", "2026-11-21")).toMatchObject({ ok: true });
    await owner.query("delete from gateway_recipients where row_id = $1 and agency_kind = 'probation'", [power]);
  });

  test("an answer that has ended or hasn't begun can't be chosen, nor one of another part, nor another partnership's", async () => {
    const dated = async (from_on: string, until_on: string | null, part = "power") => {
      const id = randomUUID();
      await insert("gateway_rows", { id, partnership_id: world.partnershipId, part, name: "A law", plain: "Lets it.", from_on, until_on });
      return id;
    };
    for (const powerId of [await dated("2020-01-01", "2026-11-20"), await dated("2026-11-22", null), await dated("2020-01-01", null, "condition"), randomUUID()]) expect(await share({ powerId })).toEqual(wrong({ powerId: ["Select the power"] }));
    const elsewhere = await aPartnership("Safer Elsewhere");
    const theirs = await theGateways(elsewhere);
    expect(await share({ powerId: theirs("Vital interests") })).toEqual(wrong({ powerId: ["Select the power"] }));
    expect(await share({ recipients: elsewhere.agencies.probation })).toEqual(wrong({ recipients: ["Select the agencies it goes to"] }));
  });

  test("law that no lawyer has checked can be used, and is marked", async () => {
    expect(await share({ powerId: row("Crime and Policing legislation") })).toMatchObject({ ok: true });
    expect((await read(world.people.probation))?.contributions[0]?.gateway[0]).toMatchObject({ part: "power", checked: false });
  });

  test("law enforcement alone is between police and probation, and never to or from the council", async () => {
    const part3 = { lawfulBasisId: row("Data Protection Act 2018, part 3"), conditionId: row("Data Protection Act 2018, schedule 8") };
    expect(await share(part3)).toMatchObject({ ok: true });
    expect(await share({ ...part3, recipients: [world.agencies.probation, world.agencies.council] })).toEqual(refused("disclosure.lawEnforcementOnly", { agencies: ["Council"] }));
    expect(await share({ ...part3, recipients: world.agencies.probation }, world.people.coordinator)).toEqual(refused("disclosure.lawEnforcementOnly", { agencies: ["Council"] }));
    expect(await share({ lawfulBasisId: part3.lawfulBasisId })).toEqual(refused("disclosure.partsDoNotMatch"));
    expect(await share({ conditionId: part3.conditionId })).toEqual(refused("disclosure.partsDoNotMatch"));
  });

  test("it goes only to other agencies with a seat there, each once, and to one at least", async () => {
    const none = wrong({ recipients: ["Select the agencies it goes to"] });
    expect(await share({ recipients: world.agencies.charity })).toEqual(none);
    expect(await share({ recipients: world.agencies.police })).toEqual(none);
    expect(await share({ recipients: undefined })).toEqual(none);
    expect(await share({ recipients: [world.agencies.probation, world.agencies.probation] })).toMatchObject({ ok: true });
    expect((await viewShareForm(world.people.police, found.reference, now))?.table.map(({ name }) => name)).toEqual(["Council", "Housing", "Probation"]);
  });

  test("the form asks for every answer, and why the person wasn't told", async () => {
    expect(await share({ informedReason: "" })).toEqual(wrong({ informedReason: ["Enter why the person was not told"] }));
    expect(await share({ informed: "yes", informedReason: "" })).toMatchObject({ ok: true });
    const answer = await share({ words: " ", purpose: "", necessity: "", grade: "", marking: "", informed: "", powerId: "", lawfulBasisId: "", conditionId: "", confidentialityId: "" });
    expect(answer).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    if (!answer.ok && answer.problem.kind === "invalid") expect(Object.keys(answer.problem.fields).sort()).toEqual(["conditionId", "confidentialityId", "grade", "informed", "lawfulBasisId", "marking", "necessity", "powerId", "purpose", "words"]);
  });
});

describe("who may share", () => {
  test("the owner of an open action, who hasn't signed, may for as long as it is open", async () => {
    const elsewhere = await aMeetingOn(world, found);
    await owner.query("update meetings set state = 'confirmed', closed_at = $2 where id = $1", [meeting.id, now]);
    expect(await share()).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.contribute" } });
    const action = await anActionOn(world, found, elsewhere, world.people.police);
    expect(await share()).toMatchObject({ ok: true });
    await move("actions", action, { state: "verified", ended_at: now });
    expect(await share()).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
  });

  test("a member who holds the summary is refused, on the trail; whoever holds nothing finds nothing", async () => {
    expect(await share({ recipients: world.agencies.police }, world.people.colleague)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.contribute" } });
    expect((await eventsOf(world, "access.refused")).at(-1)).toMatchObject({ person_id: world.people.colleague.personId, case_id: found.id, particulars: { permission: "case.contribute" } });
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const who of [world.people.northChair, world.people.northMember, world.people.administrator, world.people.bystander, elsewhere.people.chair]) {
      expect(await share({}, who)).toEqual({ ok: false, problem: { kind: "notFound" } });
      expect(await viewShareForm(who, found.reference, now)).toBeNull();
      expect(await read(who)).toBeNull();
    }
    expect(await contributed(world, row, "CEN-99999", world.people.police)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("information governance reads for its purpose, and contributes nothing", async () => {
    const purposeId = randomUUID();
    const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id };
    await insert("governance_purposes", { id: purposeId, ...of, person_id: world.people.governance.personId, purpose: "A subject access request", from_on: "2026-11-21", until_on: "2026-11-30", asked_at: now });
    await insert("governance_agreements", { purpose_id: purposeId, ...of, agreed_by_id: world.people.chair.personId, agreed_at: now });
    expect(await read(world.people.governance)).toMatchObject({ contributions: [], allowed: { contribute: false, ledger: true } });
    expect(await share({}, world.people.governance)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.contribute" } });
  });

  test("nothing is added to a closed case", async () => {
    await move("cases", found.id, { stage: "closed", closed_on: "2026-11-21" });
    expect(await share()).toEqual(refused("case.notOpen"));
    expect(await viewShareForm(world.people.police, found.reference, now)).toBeNull();
  });
});

describe("the decision not to share", () => {
  const withhold = (over: Record<string, unknown> = {}, by: Actor = world.people.police) => withholdShare(by, { reference: found.reference, fromAgencyId: world.agencies.housing, what: "Who called", reason: "The tenant's cousin works there", ...over }, now);

  test("is read by whoever decided, the chair's office and information governance, and not by the agency it is kept from", async () => {
    expect(await withhold()).toEqual({ ok: true, value: { reference: found.reference } });
    for (const who of ["police", "chair", "coordinator"] as const) expect((await read(world.people[who]))?.withheld, who).toMatchObject([{ agency: "Police", from: "Housing", what: "Who called", reason: "The tenant's cousin works there" }]);
    for (const who of ["housing", "probation", "councillor"] as const) {
      expect((await read(world.people[who]))?.withheld, who).toEqual([]);
      expect(await rowsSeen(world.people[who]), who).toMatchObject({ withheld: 0 });
    }
    expect(await rowsSeen(world.people.governance)).toMatchObject({ withheld: 1 });
    expect((await eventsOf(world, "case.shareWithheld")).at(-1)).toMatchObject({ case_id: found.id, particulars: { agencyId: world.agencies.police, fromAgencyId: world.agencies.housing } });
  });

  test("is from one other agency at the table, or from the room; with what and why", async () => {
    expect(await withhold({ fromAgencyId: "" })).toMatchObject({ ok: true });
    expect((await read(world.people.chair))?.withheld).toMatchObject([{ from: null }]);
    for (const fromAgencyId of [world.agencies.charity, world.agencies.police, randomUUID()]) expect(await withhold({ fromAgencyId })).toEqual(wrong({ fromAgencyId: ["Select from whom"] }));
    expect(await withhold({ what: "", reason: "" })).toEqual(wrong({ what: ["Enter what is not shared, without saying it"], reason: ["Enter why it is not shared"] }));
    expect(await withhold({}, world.people.colleague)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "case.contribute" } });
    expect(await withhold({}, world.people.northMember)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

describe("the database holds it too", () => {
  const of = () => ({ partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: found.id });
  const gateway = () => { const { powerId, lawfulBasisId, conditionId, confidentialityId } = shareForm(world, row, found.reference); return { powerId, lawfulBasisId, conditionId, confidentialityId }; };
  const written = (over: Record<string, unknown> = {}) => ({ ...of(), id: randomUUID(), agencyId: world.agencies.police, personId: world.people.police.personId, words: "x", purpose: "x", necessity: "x", grade: "untested" as const, marking: "official" as const, informed: true, contributedAt: now, ...over });

  test("nobody is let in on somebody else's words afterwards, nor speaks for another agency, nor on a case that isn't theirs", async () => {
    await share();
    const { rows } = await owner.query<{ id: string }>("select id from contributions where case_id = $1", [found.id]);
    const contributionId = rows[0]?.id ?? "";
    const letIn = (who: Actor, at: Date) => transact({ ...who, now: at }, (tx) => tx.disclosure.createMany({ data: [{ ...of(), id: randomUUID(), contributionId, agencyId: world.agencies.council, ...gateway() }] }));
    await expect(letIn(world.people.housing, now)).rejects.toThrow(/row-level security/);
    await expect(letIn(world.people.police, minutesLater(1))).rejects.toThrow(/row-level security/);
    const write = (who: Actor, over: Record<string, unknown>) => transact({ ...who, now }, (tx) => tx.contribution.createMany({ data: [written(over)] }));
    await expect(write(world.people.police, {})).resolves.toEqual({ count: 1 });
    await expect(write(world.people.police, { agencyId: world.agencies.housing })).rejects.toThrow(/row-level security/);
    await expect(write(world.people.police, { personId: world.people.chair.personId })).rejects.toThrow(/row-level security/);
    await expect(write(world.people.colleague, { agencyId: world.agencies.housing, personId: world.people.colleague.personId })).rejects.toThrow(/row-level security/);
  });

  test("a gateway that doesn't reach is refused, and what was shared is never changed or removed", async () => {
    const give = (agencyId: string, over: Record<string, unknown> = {}) => transact({ ...world.people.police, now }, async (tx) => {
      const contributionId = randomUUID();
      await tx.contribution.createMany({ data: [written({ id: contributionId })] });
      return tx.disclosure.createMany({ data: [{ ...of(), id: randomUUID(), contributionId, agencyId, ...gateway(), ...over }] });
    });
    await expect(give(world.agencies.probation)).resolves.toEqual({ count: 1 });
    await expect(give(world.agencies.housing)).rejects.toThrow(/gateway does not reach/);
    await expect(give(world.agencies.probation, { conditionId: row("Vital interests") })).rejects.toThrow(/gateway does not reach/);
    for (const table of ["contributions", "disclosures", "withheld_shares"]) {
      await withholdShare(world.people.police, { reference: found.reference, fromAgencyId: "", what: "x", reason: "x" }, now);
      await expect(owner.query(`delete from ${table} where case_id = $1`, [found.id])).rejects.toThrow(/evidence/);
    }
  });

  test("a seat that ends takes the recipient's sight with it", async () => {
    await share();
    const leaving = await somebodyOf(world, world.agencies.probation);
    await seated(world, leaving, world.forums.CEN, { until_on: "2026-11-21" });
    await signed(world, meeting, leaving);
    expect(await words(leaving)).toHaveLength(1);
    expect(await read(leaving, daysLater(1))).toBeNull();
  });
});
