import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import { declineReferral } from "@/domain/referrals/commands/decline-referral.ts";
import { revealReferral } from "@/domain/referrals/commands/reveal-referral.ts";
import { standAside } from "@/domain/referrals/commands/stand-aside.ts";
import { viewReferrals } from "@/domain/referrals/queries/list-referrals.ts";
import { viewReferral } from "@/domain/referrals/queries/view-referral.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, appointed, insert, seated, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, daysLater, eventsOf, minutesLater, now } from "../cases/arranged.ts";
import { aDraft, aReferral, done, type Row, versionOf } from "./arrange.ts";

// Who sees a referral: whoever wrote it, the chair's office that answers it, and nobody else; who it is about, by a reveal; and recusal beats all of it.

let world: World;
let row: Row;
let reference: string;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
});
beforeEach(async () => {
  reference = await aReferral(world, row);
});

const everybodyElse = ["police", "probation", "councillor", "northChair", "northMember", "marpChair", "marpMember", "governance", "administrator", "bystander"] as const;
const office = ["chair", "deputy", "coordinator"] as const;
const contents = ["referral_matters", "referral_thresholds", "referral_sharings", "referral_risks", "referral_gateways", "referral_subjects", "referral_sendings", "referral_particulars", "referral_decisions", "referral_reveals"] as const;
/** How many rows of a referral the person finds in a table, with nothing but the database between. */
async function rowsSeen(who: Actor, table: string, of = reference): Promise<number> {
  const { rows } = await owner.query<{ id: string }>("select id from referrals where partnership_id = $1 and reference = $2", [world.partnershipId, of]);
  return transact({ ...who, now }, async (tx) => (await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from ${table} where ${table === "referrals" ? "id" : "referral_id"} = '${rows[0]?.id}'`))[0]?.n ?? 0);
}
const seen = async (of = reference) => ({ reference: of, version: await versionOf(world, of) });

describe("a referral that was sent", () => {
  test("is read by the chair's office, and each reading is on the trail; its writer's own is not", async () => {
    for (const who of office) expect(await viewReferral(world.people[who], reference, now), who).toMatchObject({ reference, matter: { title: "Young person, older boys outside school, Eastholme" }, children: true, people: [{ label: "The young person", particulars: null }] });
    expect(await viewReferral(world.people.housing, reference, now)).toMatchObject({ people: [{ particulars: { name: "Keziah Thornbury" } }] });
    expect((await eventsOf(world, "referral.opened")).filter((event) => event.reference === reference).map(({ person_id }) => person_id)).toEqual(office.map((who) => world.people[who].personId));
  });

  test.each(everybodyElse)("is nothing to the %s, by page, list or table", async (who) => {
    const actor = world.people[who];
    expect(await viewReferral(actor, reference, now)).toBeNull();
    const { triage, own, colleagues } = await viewReferrals(actor, {}, now);
    expect([own, colleagues, triage?.waiting ?? []]).toEqual([[], [], []]);
    for (const table of ["referrals", ...contents]) expect(await rowsSeen(actor, table), table).toBe(0);
  });

  test("is nothing in another partnership", async () => {
    const other = await aPartnership("Safer Elsewhere");
    for (const who of office) {
      expect(await viewReferral(other.people[who], reference, now)).toBeNull();
      expect(await rowsSeen(other.people[who], "referrals")).toBe(0);
    }
  });

  test("is known by reference and progress to a colleague who sits on the forum for the same agency, and not a word of it", async () => {
    const { colleagues } = await viewReferrals(world.people.colleague, {}, now);
    expect(colleagues.find((one) => one.reference === reference)).toEqual({ reference, forum: "CEN forum", state: "sent", by: "Zofia Nowak", sentAt: now });
    expect(await viewReferral(world.people.colleague, reference, now)).toBeNull();
    for (const table of contents) expect(await rowsSeen(world.people.colleague, table), table).toBe(0);
  });

  test("is its writer's alone while it is a draft", async () => {
    const draft = await aDraft(world, row);
    for (const who of [...office, ...everybodyElse, "colleague"] as const) {
      expect(await viewReferral(world.people[who], draft, now), who).toBeNull();
      for (const table of ["referrals", ...contents]) expect(await rowsSeen(world.people[who], table, draft), `${who} ${table}`).toBe(0);
    }
    expect(await rowsSeen(world.people.housing, "referral_particulars", draft)).toBe(1);
  });
});

describe("who it is about", () => {
  test("is shown to the office for fifteen minutes and a reason, and to nobody for a guess", async () => {
    const reveal = (who: Actor, over: Record<string, unknown> = {}) => revealReferral(who, { reference, reason: "To see whether we know her", ...over }, now);
    expect(await reveal(world.people.chair, { reason: "no" })).toMatchObject({ problem: { kind: "invalid" } });
    done(await reveal(world.people.chair));
    expect(await viewReferral(world.people.chair, reference, minutesLater(14))).toMatchObject({ people: [{ particulars: { name: "Keziah Thornbury", address: "14 Tollgate Mews" } }] });
    expect(await viewReferral(world.people.chair, reference, minutesLater(16))).toMatchObject({ people: [{ particulars: null }], revealedUntil: null });
    expect(await viewReferral(world.people.coordinator, reference, minutesLater(1))).toMatchObject({ people: [{ particulars: null }] });
    for (const who of [...everybodyElse, "colleague"] as const) expect(await reveal(world.people[who]), who).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect((await eventsOf(world, "referral.revealed")).filter((event) => event.reference === reference)).toMatchObject([{ person_id: world.people.chair.personId, case_id: null }]);
  });

  test("the database shows particulars to nobody without a reveal", async () => {
    for (const who of office) expect(await rowsSeen(world.people[who], "referral_particulars"), who).toBe(0);
  });

  test("a child is told from a grown-up, and the handover at eighteen from half a year before, without the day of birth", async () => {
    const born = async (bornOn: string) => (await viewReferral(world.people.chair, await aReferral(world, row, { people: [{ bornOn }], matter: { involvesChildren: "" } }), now));
    // today is 21 November 2026
    for (const [bornOn, stage, children, turning] of [["2009-05-22", "child", true, false], ["2009-05-21", "turning", true, true], ["2008-11-22", "turning", true, true], ["2008-11-21", "adult", false, false]] as const) {
      expect(await born(bornOn), bornOn).toMatchObject({ children, turning, people: [{ stage, particulars: null }] });
    }
  });
});

describe("recusal", () => {
  let found: ArrangedCase;
  beforeEach(async () => {
    found = await aCase(world, { name: "Keziah Thornbury", bornOn: { day: "4", month: "3", year: "2011" }, safeContact: "" });
  });
  const shutTo = async (who: Actor, silent = false) => {
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: who.personId, silent, reason: "A relative", decided_by_id: world.people.coordinator.personId, decided_at: now });
  };
  const isClosed = async (who: Actor) => {
    expect(await viewReferral(who, reference, now)).toBeNull();
    const { triage } = await viewReferrals(who, {}, now);
    expect([...(triage?.waiting ?? []), ...(triage?.answered ?? [])].map((one) => one.reference)).not.toContain(reference);
    for (const table of ["referrals", ...contents]) expect(await rowsSeen(who, table), table).toBe(0);
    expect(await revealReferral(who, { reference, reason: "To see whether we know her" }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await declineReferral(who, { ...(await seen()), reason: "Not ours." }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  };

  test.each([["openly", false], ["silently", true]])("a chair who is recused %s from a case about somebody whom it names learns nothing of it, and the deputy answers it", async (_, silent) => {
    const own = await aPartnership("Safer Recused");
    const rows = await theGateways(own);
    const about = await aCase(own, { name: "Keziah Thornbury", safeContact: "" });
    const sent = await aReferral(own, rows);
    expect(await viewReferral(own.people.chair, sent, now)).not.toBeNull();
    await insert("recusals", { id: randomUUID(), partnership_id: own.partnershipId, forum_id: own.forums.CEN, case_id: about.id, person_id: own.people.chair.personId, silent, reason: "A relative", decided_by_id: own.people.coordinator.personId, decided_at: now });
    expect(await viewReferral(own.people.chair, sent, now)).toBeNull();
    expect((await viewReferrals(own.people.chair, {}, now)).triage?.waiting).toEqual([]);
    const form = { reference: sent, version: await versionOf(own, sent), reason: "Not for this meeting." };
    expect(await declineReferral(own.people.chair, form, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewReferral(own.people.deputy, sent, now)).toMatchObject({ chairOut: true, allowed: { decide: true } });
    expect(await declineReferral(own.people.coordinator, form, now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "referral.decide" } });
    expect(await declineReferral(own.people.deputy, form, now)).toMatchObject({ ok: true });
    // and a referral about somebody else is the chair's as ever
    const other = await aReferral(own, rows, { people: [{ name: "Rosalind Keeble" }] });
    expect(await viewReferral(own.people.chair, other, now)).toMatchObject({ chairOut: false, allowed: { decide: true } });
    expect(await viewReferral(own.people.deputy, other, now)).toMatchObject({ allowed: { decide: false, askMore: true } });
  });

  test("a silent recusal in another forum shuts it as well", async () => {
    await appointed(world, world.people.probation, world.forums.NOR, "coordinator");
    await seated(world, world.people.probation, world.forums.NOR);
    reference = await aReferral(world, row, { start: { forumId: world.forums.NOR }, gateways: { recipients: [world.agencies.police, world.agencies.probation, world.agencies.council] } });
    expect(await viewReferral(world.people.probation, reference, now)).not.toBeNull();
    done(await recusePerson(world.people.chair, { on: found.reference, personId: world.people.probation.personId, how: "silent", reason: "A neighbour of the family" }, now));
    await isClosed(world.people.probation);
  });

  test("one word in common is not somebody; with the day of birth it is", async () => {
    const alike = async (name: string, bornOn: string) => {
      reference = await aReferral(world, row, { people: [{ name, bornOn }] });
      return (await viewReferral(world.people.deputy, reference, now)) === null;
    };
    await shutTo(world.people.deputy);
    expect(await alike("Keziah Brown", "2012-01-01")).toBe(false);
    expect(await alike("Keziah Brown", "2011-03-04")).toBe(true);
    expect(await alike("thornbury, KEZIAH", "2000-01-01")).toBe(true);
  });

  test("whoever of the office stands aside sees nothing of it from then on", async () => {
    done(await standAside(world.people.chair, await seen(), now));
    await isClosed(world.people.chair);
    expect(await viewReferral(world.people.coordinator, reference, now)).toMatchObject({ chairOut: true, allowed: { decide: false } });
    expect(await standAside(world.people.police, await seen(), now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

test("an office that has ended sees nothing more", async () => {
  const former = world.people.marpMember;
  await appointed(world, former, world.forums.CEN, "coordinator", { until_on: "2026-11-22" });
  expect(await viewReferral(former, reference, now)).not.toBeNull();
  expect(await viewReferral(former, reference, daysLater(2))).toBeNull();
});
