import { addGateways } from "@/domain/referrals/commands/add-gateways.ts";
import { addReferred } from "@/domain/referrals/commands/add-referred.ts";
import { answerThreshold } from "@/domain/referrals/commands/answer-threshold.ts";
import { describeMatter } from "@/domain/referrals/commands/describe-matter.ts";
import { sayWhyShared } from "@/domain/referrals/commands/say-why-shared.ts";
import { scoreReferral } from "@/domain/referrals/commands/score-referral.ts";
import { sendReferral } from "@/domain/referrals/commands/send-referral.ts";
import { startReferral } from "@/domain/referrals/commands/start-referral.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { owner } from "../../support/database.ts";
import type { World } from "../../support/world.ts";
import { now } from "../cases/arranged.ts";

/** What went through; a test that arranges something fails where it doesn't. */
export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export type Row = (name: string) => string;
export const startForm = (world: World, over: Record<string, unknown> = {}) => ({ forumId: world.forums.CEN, subjectType: "victim", aim: "matter", ...over });
export const matterForm = (world: World, over: Record<string, unknown> = {}) => ({
  happening: "Older boys wait for her outside school, and she comes home with new telephones.", wanted: "One plan between police, housing and her school.", wardId: world.wardId, involvesChildren: "yes",
  title: "Young person, older boys outside school, Eastholme", summary: "A young person is met by older boys and given presents.", ...over,
});
export const thresholdForm = (world: World, over: Record<string, unknown> = {}) => ({
  triedLocally: "yes", tried: "Two home visits by the housing officer.", occurrences: "6", otherAgencyIds: [world.agencies.police], vulnerable: "yes", vulnerability: "She is fifteen and has been missing twice.", hotspot: "no", harms: ["personal"], ...over,
});
export const personForm = (over: Record<string, unknown> = {}) => ({
  role: "victim", label: "The young person", name: "Keziah Thornbury", bornOn: { day: "4", month: "mar", year: "2011" }, address: "14 Tollgate Mews", postcode: "hf42ab", addressHeldById: "", telephone: "(01632) 960-001", safeContact: "Through her aunt", unknown: "", ...over,
});
export const sharingForm = (over: Record<string, unknown> = {}) => ({
  purpose: "To keep her safe", necessity: "No single service can", proportionality: "Only what the plan needs", leftOut: "Her health record", grade: "reliable", marking: "official_sensitive", informed: "no", informedReason: "It would put her at risk", notShared: "", ...over,
});
export const gatewayForm = (world: World, row: Row, over: Record<string, unknown> = {}) => ({
  recipients: [world.agencies.police, world.agencies.council], powerId: row("Crime and Disorder Act 1998, section 115"), lawfulBasisId: row("UK GDPR, article 6(1)(e)"), conditionId: row("Article 10"), confidentialityId: row("Overriding public interest"), ...over,
});
export const riskForm = (over: Record<string, unknown> = {}) => ({ frequency: "2", escalation: "2", targeting: "3", vulnerability: "3", impact: "2", support: "1", judgement: "", judgementReason: "", ...over });

type Over = { start?: Record<string, unknown>; matter?: Record<string, unknown>; threshold?: Record<string, unknown>; people?: Record<string, unknown>[]; sharing?: Record<string, unknown>; gateways?: Record<string, unknown>; risk?: Record<string, unknown> };

export const versionOf = async (world: World, reference: string): Promise<number> =>
  (await owner.query<{ version: number }>("select version from referrals where partnership_id = $1 and reference = $2", [world.partnershipId, reference])).rows[0]?.version ?? 0;
export const stored = async (world: World, reference: string) => (await owner.query("select * from referrals where partnership_id = $1 and reference = $2", [world.partnershipId, reference])).rows[0] as Record<string, unknown>;

/** A referral by housing's officer, with every part written, and not sent. */
export async function aDraft(world: World, row: Row, over: Over = {}, by: Actor = world.people.housing, at = now): Promise<string> {
  const reference = done(await startReferral(by, startForm(world, over.start), at)).reference ?? "";
  const seen = async () => ({ reference, version: await versionOf(world, reference) });
  done(await describeMatter(by, { ...(await seen()), ...matterForm(world, over.matter) }, at));
  done(await answerThreshold(by, { ...(await seen()), ...thresholdForm(world, over.threshold) }, at));
  for (const person of over.people ?? [{}]) done(await addReferred(by, { ...(await seen()), ...personForm(person) }, at));
  done(await sayWhyShared(by, { ...(await seen()), ...sharingForm(over.sharing) }, at));
  done(await addGateways(by, { ...(await seen()), ...gatewayForm(world, row, over.gateways) }, at));
  done(await scoreReferral(by, { ...(await seen()), ...riskForm(over.risk) }, at));
  return reference;
}

/** The same, sent. */
export async function aReferral(world: World, row: Row, over: Over = {}, by: Actor = world.people.housing, at = now): Promise<string> {
  const reference = await aDraft(world, row, over, by, at);
  done(await sendReferral(by, { reference, version: await versionOf(world, reference) }, at));
  return reference;
}
