import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addGateways } from "@/domain/referrals/commands/add-gateways.ts";
import { addReferred } from "@/domain/referrals/commands/add-referred.ts";
import { amendReferred } from "@/domain/referrals/commands/amend-referred.ts";
import { answerThreshold } from "@/domain/referrals/commands/answer-threshold.ts";
import { describeMatter } from "@/domain/referrals/commands/describe-matter.ts";
import { removeGateway } from "@/domain/referrals/commands/remove-gateway.ts";
import { removeReferred } from "@/domain/referrals/commands/remove-referred.ts";
import { sayWhyShared } from "@/domain/referrals/commands/say-why-shared.ts";
import { scoreReferral } from "@/domain/referrals/commands/score-referral.ts";
import { sendReferral } from "@/domain/referrals/commands/send-referral.ts";
import { startReferral } from "@/domain/referrals/commands/start-referral.ts";
import { viewReferralForm, viewStartForm } from "@/domain/referrals/queries/view-draft.ts";
import { endGateway } from "@/domain/disclosures/commands/end-gateway.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { daysLater, eventsOf, now } from "../cases/arranged.ts";
import { aDraft, aReferral, done, gatewayForm, matterForm, personForm, riskForm, type Row, sharingForm, startForm, stored, thresholdForm, versionOf } from "./arrange.ts";

let world: World;
let row: Row;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
});

const housing = () => world.people.housing;
const refused = (rule: string, facts: Record<string, unknown> = {}) => ({ ok: false, problem: { kind: "refused", rule, facts } });
const wrong = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });
const notFound = { ok: false, problem: { kind: "notFound" } };
const started = async (over: Record<string, unknown> = {}, by: Actor = housing()) => done(await startReferral(by, startForm(world, over), now)).reference ?? "";
const seen = async (reference: string) => ({ reference, version: await versionOf(world, reference) });

describe("beginning one", () => {
  test("gives it a reference of its partnership and year, and counts on", async () => {
    const [first, second] = [await started(), await started()];
    expect(first).toMatch(/^REF-2026-\d{4}$/);
    expect(Number(second.slice(9))).toBe(Number(first.slice(9)) + 1);
    const other = await aPartnership("Safer Elsewhere");
    expect(done(await startReferral(other.people.housing, startForm(other), now)).reference).toBe("REF-2026-0001");
  });

  test("is for anybody of an agency, with a seat or without, and not for an elected member, who brings a concern", async () => {
    expect(await started({}, world.people.bystander)).toMatch(/^REF/);
    expect(await startReferral(world.people.councillor, startForm(world), now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "referral.start" } });
    expect(await viewStartForm(world.people.councillor, {}, now)).toBeNull();
    expect((await viewStartForm(housing(), {}, now))?.forums.map(({ name }) => name)).toEqual(["CEN forum", "MARP forum", "NOR forum"]);
  });

  test("a risk panel takes no dispute between professionals: nothing is begun", async () => {
    const before = (await owner.query("select count(*)::int as n from referrals where partnership_id = $1", [world.partnershipId])).rows[0];
    expect(await startReferral(housing(), startForm(world, { forumId: world.forums.MARP, aim: "dispute" }), now)).toEqual({ ok: true, value: { reference: null } });
    expect((await owner.query("select count(*)::int as n from referrals where partnership_id = $1", [world.partnershipId])).rows[0]).toEqual(before);
    expect(await started({ aim: "dispute" })).toMatch(/^REF/);
  });

  test("needs each answer, and a forum of this partnership", async () => {
    expect(await startReferral(housing(), {}, now)).toEqual(wrong({ forumId: ["Select which meeting it is for"], subjectType: ["Select what it is about"], aim: ["Select what you want the meeting to do"] }));
    expect(await startReferral(housing(), startForm(world, { forumId: randomUUID() }), now)).toEqual(notFound);
    const other = await aPartnership("Safer Elsewhere");
    expect(await startReferral(housing(), startForm(world, { forumId: other.forums.CEN }), now)).toEqual(notFound);
  });

  test("sent twice it is begun once", async () => {
    const submissionKey = randomUUID();
    const [one, two] = await Promise.all([1, 2].map(() => startReferral(housing(), { ...startForm(world), submissionKey }, now)));
    expect(one).toEqual(two);
  });
});

describe("its parts", () => {
  test("are saved as one goes, and only their writer reads them before it is sent", async () => {
    const reference = await aDraft(world, row);
    const form = await viewReferralForm(housing(), reference, now);
    expect(form).toMatchObject({ progress: { matter: true, threshold: true, people: true, sharing: true, risk: true }, risk: { total: 39, band: "high", risk: "high" }, threshold: { meets: { met: true, grounds: ["agencies", "repeats", "vulnerability"] } } });
    expect(form?.people).toMatchObject([{ label: "The young person", stage: "child", particulars: { name: "Keziah Thornbury", bornOn: "2011-03-04", postcode: "HF4 2AB", telephone: "01632 960001" } }]);
    for (const who of ["colleague", "chair", "coordinator", "police", "governance", "administrator", "bystander"] as const) expect(await viewReferralForm(world.people[who], reference, now), who).toBeNull();
  });

  test("refuse another's hand, a stranger's and a form drawn from an older version, and tell nothing by it", async () => {
    const reference = await started();
    for (const who of ["colleague", "chair", "bystander", "northChair"] as const) expect(await describeMatter(world.people[who], { reference, version: 1, ...matterForm(world) }, now), who).toEqual(notFound);
    expect(await describeMatter(housing(), { reference: "REF-2026-9999", version: 1, ...matterForm(world) }, now)).toEqual(notFound);
    done(await describeMatter(housing(), { reference, version: 1, ...matterForm(world) }, now));
    expect(await describeMatter(housing(), { reference, version: 1, ...matterForm(world) }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
  });

  test("words of immediate danger are kept, and the way to help is shown first", async () => {
    const reference = await started();
    expect(await describeMatter(housing(), { ...(await seen(reference)), ...matterForm(world, { happening: "He has a knife and is outside her door right now." }) }, now)).toEqual({ ok: true, value: { reference, danger: true } });
    expect((await viewReferralForm(housing(), reference, now))?.matter.happening).toContain("knife");
    expect(await describeMatter(housing(), { ...(await seen(reference)), ...matterForm(world) }, now)).toMatchObject({ value: { danger: false } });
  });

  test("the title and summary name nobody, unless whoever was shown the word says that it names nobody", async () => {
    const reference = await started();
    expect(await describeMatter(housing(), { ...(await seen(reference)), ...matterForm(world, { summary: "She is 15 years old." }) }, now)).toEqual(refused("referral.twinNamesSomeone", { words: ["15 years old"] }));
    done(await addReferred(housing(), { ...(await seen(reference)), ...personForm() }, now));
    expect(await describeMatter(housing(), { ...(await seen(reference)), ...matterForm(world, { summary: "Keziah is met by older boys." }) }, now)).toEqual(refused("referral.twinNamesSomeone", { words: ["Keziah"] }));
    expect(await describeMatter(housing(), { ...(await seen(reference)), ...matterForm(world, { summary: "Keziah is met by older boys.", namesNobody: "Keziah" }) }, now)).toMatchObject({ ok: true });
  });

  test("the threshold asks what was tried and what makes somebody vulnerable; below it, it goes on", async () => {
    const reference = await started();
    expect(await answerThreshold(housing(), { ...(await seen(reference)), ...thresholdForm(world, { tried: "", vulnerability: "", harms: [] }) }, now)).toEqual(
      wrong({ harms: ["Select the kinds of harm"], tried: ["Enter what was tried"], vulnerability: ["Enter what makes them vulnerable"] }));
    expect(await answerThreshold(housing(), { ...(await seen(reference)), ...thresholdForm(world, { tried: "", vulnerability: "" }) }, now)).toEqual(
      wrong({ tried: ["Enter what was tried"], vulnerability: ["Enter what makes them vulnerable"] }));
    expect(await answerThreshold(housing(), { ...(await seen(reference)), ...thresholdForm(world, { otherAgencyIds: [world.agencies.housing] }) }, now)).toEqual(wrong({ otherAgencyIds: ["Select the other agencies that it takes"] }));
    done(await answerThreshold(housing(), { ...(await seen(reference)), ...thresholdForm(world, { triedLocally: "no", tried: "", occurrences: "1", otherAgencyIds: "", vulnerable: "no", vulnerability: "" }) }, now));
    expect((await viewReferralForm(housing(), reference, now))?.threshold?.meets).toEqual({ met: false, triedLocally: false, grounds: [] });
  });

  test("people and places: what is not known is said, and a withheld address is not stored", async () => {
    const reference = await started();
    const add = async (over: Record<string, unknown>) => addReferred(housing(), { ...(await seen(reference)), ...personForm(over) }, now);
    const nobody = { name: "", bornOn: { day: "", month: "", year: "" }, address: "", postcode: "", safeContact: "", telephone: "" };
    expect(await add(nobody)).toEqual(wrong({ name: ["Enter the name, or say that you do not know it"] }));
    done(await add({ ...nobody, unknown: ["name", "bornOn", "address"], label: "The man in the grey car", role: "perpetrator" }));
    expect(await add({ postcode: "S60" })).toEqual(wrong({ postcode: ["Postcode must be a full UK postcode, like S60 1AE"] }));
    expect(await add({ telephone: "12" })).toEqual(wrong({ telephone: ["Telephone number must be a telephone number, like 01632 960 001 or +44 7700 900 982"] }));
    expect(await add({ bornOn: { day: "4", month: "3", year: "2031" } })).toEqual(wrong({ bornOn: ["Date of birth must be in the past"] }));
    expect(await add({ label: "Keziah" })).toEqual(wrong({ label: ["Label must name nobody"] }));
    expect(await add({ addressHeldById: world.agencies.police })).toEqual(wrong({ address: ["Address must be empty when an agency holds it"] }));
    expect(await add({ addressHeldById: randomUUID(), address: "", postcode: "" })).toEqual(wrong({ addressHeldById: ["Select the agency that holds the address"] }));
    done(await add({ address: "", postcode: "", addressHeldById: world.agencies.police, label: "The mother", name: "Ruth Thornbury" }));
    expect(await add({ role: "location", label: "The food outlet", ...nobody })).toEqual(wrong({ address: ["Enter the address, or say that you do not know it"] }));
    done(await add({ role: "location", label: "The food outlet", ...nobody, postcode: " hf4 2ab " }));
    const form = await viewReferralForm(housing(), reference, now);
    expect(form?.people.map(({ label, stage, particulars }) => [label, stage, particulars?.unknown, particulars?.addressHeldBy]).toSorted()).toEqual([
      ["The food outlet", null, [], null], ["The man in the grey car", null, ["name", "bornOn", "address"], null], ["The mother", "child", [], "Police"],
    ]);
  });

  test("somebody can be corrected or taken out; who was taken out is not kept", async () => {
    const reference = await aDraft(world, row);
    const subjectId = (await viewReferralForm(housing(), reference, now))?.people[0]?.id ?? "";
    done(await amendReferred(housing(), { ...(await seen(reference)), subjectId, ...personForm({ name: "Keziah Thornberry" }) }, now));
    expect((await viewReferralForm(housing(), reference, now))?.people[0]?.particulars?.name).toBe("Keziah Thornberry");
    const elsewhere = await aDraft(world, row);
    expect(await amendReferred(housing(), { ...(await seen(elsewhere)), subjectId, ...personForm() }, now)).toEqual(notFound);
    done(await removeReferred(housing(), { ...(await seen(reference)), subjectId }, now));
    expect(await removeReferred(housing(), { ...(await seen(reference)), subjectId }, now)).toEqual(notFound);
    expect((await owner.query("select name, born_on, address, marks from referral_particulars where subject_id = $1", [subjectId])).rows).toEqual([{ name: null, born_on: null, address: null, marks: [] }]);
    expect((await viewReferralForm(housing(), reference, now))?.progress.people).toBe(false);
  });

  test.each([
    ["one that never ends its power", { powerId: "UK GDPR, article 6(1)(e)" }, { powerId: ["Select the power"] }],
    ["no recipient", { recipients: [] }, { recipients: ["Select the agencies it goes to"] }],
  ])("a gateway refuses %s", async (_, over, fields) => {
    const reference = await started();
    const given = Object.fromEntries(Object.entries(over).map(([name, value]) => [name, typeof value === "string" ? row(value) : value]));
    expect(await addGateways(housing(), { ...(await seen(reference)), ...gatewayForm(world, row, given) }, now)).toEqual(wrong(fields));
  });

  test("a gateway is held against each recipient: section 115 does not reach a charity, and nobody outside the table is reached", async () => {
    const reference = await started({ forumId: world.forums.MARP });
    const to = async (...recipients: string[]) => addGateways(housing(), { ...(await seen(reference)), ...gatewayForm(world, row, { recipients }) }, now);
    expect(await to(world.agencies.police, world.agencies.charity)).toMatchObject(refused("disclosure.powerDoesNotReach", { power: expect.stringContaining("section 115"), agencies: ["Charity"] }));
    expect(await to(world.agencies.probation)).toEqual(wrong({ recipients: ["Select the agencies it goes to"] }));
    done(await to(world.agencies.police));
    done(await to(world.agencies.police));
    expect((await viewReferralForm(housing(), reference, now))?.gateways.map(({ agency }) => agency)).toEqual(["Police"]);
    done(await removeGateway(housing(), { ...(await seen(reference)), agencyId: world.agencies.police }, now));
    expect(await removeGateway(housing(), { ...(await seen(reference)), agencyId: world.agencies.police }, now)).toEqual(notFound);
    expect((await viewReferralForm(housing(), reference, now))?.gateways).toEqual([]);
    done(await to(world.agencies.police));
  });

  test("the database refuses a gateway that does not reach, whatever the application thinks", async () => {
    const reference = await started({ forumId: world.forums.MARP });
    const { id } = await stored(world, reference);
    await expect(owner.query("insert into referral_gateways (id, partnership_id, referral_id, agency_id, power_id, lawful_basis_id, condition_id, confidentiality_id) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      [randomUUID(), world.partnershipId, id, world.agencies.charity, row("Crime and Disorder Act 1998, section 115"), row("UK GDPR, article 6(1)(e)"), row("Article 10"), row("Overriding public interest")])).rejects.toThrow("does not reach");
  });

  test("why the person was not told is asked for", async () => {
    const reference = await started();
    expect(await sayWhyShared(housing(), { ...(await seen(reference)), ...sharingForm({ informedReason: "" }) }, now)).toEqual(wrong({ informedReason: ["Enter why the person was not told"] }));
  });

  test("judgement raises the risk with a reason, and never lowers it", async () => {
    const reference = await started();
    const score = async (over: Record<string, unknown>) => scoreReferral(housing(), { ...(await seen(reference)), ...riskForm(over) }, now);
    expect(await score({ judgement: "standard" })).toEqual(wrong({ judgement: ["Risk can be raised by judgement, not lowered by it"] }));
    const low = { frequency: "1", escalation: "1", targeting: "0", vulnerability: "1", impact: "1", support: "0" };
    expect(await score({ ...low, judgement: "high" })).toEqual(wrong({ judgementReason: ["Enter why the risk is higher than the matrix says"] }));
    done(await score({ ...low, judgement: "high", judgementReason: "She is about to be moved" }));
    expect((await viewReferralForm(housing(), reference, now))?.risk).toMatchObject({ total: 12, band: "standard", risk: "high" });
    await expect(owner.query("update referral_risks set risk = 'standard', band = 'high', judgement_reason = null where partnership_id = $1", [world.partnershipId])).rejects.toThrow("judgement_only_raises");
  });
});

describe("sending it", () => {
  test("waits for every part", async () => {
    const reference = await started();
    expect(await sendReferral(housing(), { ...(await seen(reference)) }, now)).toEqual(refused("referral.notComplete", { parts: ["matter", "threshold", "people", "sharing", "risk"] }));
  });

  test("a theme has nobody in it", async () => {
    const reference = await aReferral(world, row, { start: { subjectType: "theme" }, people: [] });
    expect(await stored(world, reference)).toMatchObject({ state: "sent" });
  });

  test("starts its clock, in working days over a bank holiday, and tells the chair's office by reference alone", async () => {
    // Monday 21 December 2026: Christmas Day and Boxing Day's substitute stand between
    const reference = await aReferral(world, row, {}, housing(), new Date("2026-12-21T10:00:00Z"));
    const kept = await owner.query("select state, sent_at, answer_by::text from referrals where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
    expect(kept.rows).toEqual([{ state: "sent", sent_at: new Date("2026-12-21T10:00:00Z"), answer_by: "2026-12-30" }]);
    const mails = await owner.query("select person_id, facts from mails where partnership_id = $1 and template = 'referral.waiting' and facts ->> 'referral' = $2", [world.partnershipId, reference]);
    expect(mails.rows.map(({ person_id }) => person_id as string).toSorted()).toEqual([world.people.chair, world.people.deputy, world.people.coordinator].map(({ personId }) => personId).toSorted());
    expect((await eventsOf(world, "referral.sent")).at(-1)).toMatchObject({ reference, person_id: housing().personId, case_id: null });
  });

  test("needs a gateway to the agencies of the chair's office, which reads it first", async () => {
    const reference = await aDraft(world, row, { gateways: { recipients: [world.agencies.probation] } });
    expect(await sendReferral(housing(), { ...(await seen(reference)) }, now)).toEqual(refused("referral.officeNotReached", { agencies: ["Council", "Police"] }));
  });

  test("holds the twin once more against whom it names by now", async () => {
    const reference = await aDraft(world, row, { matter: { summary: "Thornbury is met by older boys.", namesNobody: "Thornbury" } });
    expect(await sendReferral(housing(), { ...(await seen(reference)) }, now)).toEqual(refused("referral.twinNamesSomeone", { words: ["Thornbury"] }));
    expect(await sendReferral(housing(), { ...(await seen(reference)), namesNobody: "Thornbury" }, now)).toMatchObject({ ok: true });
  });

  test("holds the gateways once more against the law of the day", async () => {
    const own = await aPartnership("Safer Changing");
    const rows = await theGateways(own);
    const reference = await aDraft(own, rows);
    done(await endGateway(own.people.governance, { rowId: rows("Crime and Disorder Act 1998, section 115"), version: 1, until: "2026-11-21" }, now));
    expect(await sendReferral(own.people.housing, { reference, version: await versionOf(own, reference) }, daysLater(1))).toEqual(wrong({ powerId: ["Select the power"] }));
  });

  test("below the threshold it goes all the same", async () => {
    const reference = await aReferral(world, row, { threshold: { triedLocally: "no", tried: "", occurrences: "0", otherAgencyIds: "", vulnerable: "no", vulnerability: "" } });
    expect(await stored(world, reference)).toMatchObject({ state: "sent" });
  });

  test("twice at once it is sent once, and its words stand from then on", async () => {
    const reference = await aDraft(world, row);
    const form = { ...(await seen(reference)) };
    const both = await Promise.all([sendReferral(housing(), form, now), sendReferral(housing(), form, now)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await owner.query("select count(*)::int as n from referral_sendings s join referrals r on r.id = s.referral_id where r.partnership_id = $1 and r.reference = $2", [world.partnershipId, reference])).rows[0]).toEqual({ n: 1 });
    expect(await describeMatter(housing(), { ...(await seen(reference)), ...matterForm(world) }, now)).toEqual(refused("referral.movedOn", { state: "sent" }));
    expect(await viewReferralForm(housing(), reference, now)).toBeNull();
  });
});
