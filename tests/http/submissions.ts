import { randomUUID } from "node:crypto";
import { draftItemId } from "@/domain/meetings/draft-rules.ts";
import { owner } from "../support/database.ts";
import { insert } from "../support/world.ts";
import { administrationSendings } from "./administration.ts";
import { concernSendings, recordSending } from "./concerns.ts";
import type { Standing } from "./expected.ts";
import type { Fields, Sending, Target } from "./kinds.ts";
import type { Person, Stage } from "./world.ts";

const forumIn = ({ world }: Stage, code: "CEN" | "NOR") => world.forums[code];
const cases = (stage: Stage): Target[] => (["CEN", "NOR"] as const).map((code) => ({ case: stage.cases[code].id, reference: stage.cases[code].reference, subject: stage.cases[code].subject, forum: forumIn(stage, code) }));
const meeting = (...names: (keyof Stage["meetings"])[]) => (stage: Stage): Target[] =>
  names.map((name) => ({ meeting: stage.meetings[name].id, reference: stage.meetings[name].reference, forum: forumIn(stage, name === "north" ? "NOR" : "CEN") }));
/** The item of a case at a meeting, or the other one, on no case. */
const item = (index: 0 | 1, ...names: (keyof Stage["meetings"])[]) => (stage: Stage): Target[] =>
  meeting(...names)(stage).map((target, i) => ({ ...target, ...(index === 1 ? { case: stage.cases[names[i] === "north" ? "NOR" : "CEN"].id } : {}) }));
const action = (...names: string[]) => (stage: Stage): Target[] =>
  names.map((name) => ({ action: stage.actions[name]?.id ?? "", reference: stage.actions[name]?.reference ?? "", case: stage.cases[name === "north" ? "NOR" : "CEN"].id, forum: forumIn(stage, name === "north" ? "NOR" : "CEN") }));
/** `subject`: what the forum expects. */
const forums = (stage: Stage): Target[] => (["CEN", "NOR"] as const).map((code) => ({ reference: code, forum: forumIn(stage, code), subject: stage.planned[code] }));
const plannedVersion = async (id: string) => String((await owner.query<{ version: number }>("select version from planned_reports where id = $1", [id])).rows[0]?.version ?? 1);
const aReport = { kind: "report", title: "Performance", agencyId: "", presenter: "Head of service", minutes: "10", due: "2035-03", every: "once", restricted: "" };
const nothing = (): Target[] => [{ reference: "" }];

const seesMeeting = (who: Standing, { forum = "" }: Target) => who.sits(forum) || who.serves(forum);
const seesAction = (who: Standing, target: Target) => who.sight.actions.includes(target.action ?? "");
const opens = (who: Standing, target: Target) => who.sight.contents.includes(target.case ?? "");
/** Knows that the case exists, and isn't shut out of it: recused openly, one knows and can do nothing about it. */
const knows = (who: Standing, target: Target) => who.sight.cases.includes(target.case ?? "") && !who.facts.recusals.some((row) => row.person === who.person && row.case === target.case && !row.lifted);
const sameTenant = () => true;

const referral = (...names: (keyof Stage["referrals"])[]) => (stage: Stage): Target[] =>
  names.map((name) => ({ referral: stage.referrals[name].id, reference: stage.referrals[name].reference, subject: stage.referrals[name].subject, act: name, forum: forumIn(stage, name === "north" ? "NOR" : "CEN") }));
/** Its writer, and the office of its forum once it was sent. */
const seesReferral = (who: Standing, target: Target) => who.facts.referrals.some((row) => row.id === target.referral && (row.writer === who.person || (row.state !== "draft" && who.serves(row.forum))));
const ofReferral = (fields: (stage: Stage, target: Target) => Fields = () => ({}), ...names: (keyof Stage["referrals"])[]): Sending => ({
  about: referral(...names), fields: async (stage, target) => ({ reference: target.reference, version: await version(target, "referral"), ...fields(stage, target) }), sees: seesReferral, also: ["refused", "invalid"],
});
const tables = { referral: "referrals", action: "actions", case: "cases", meeting: "meetings" } as const;
/** What somebody declared of themselves, anew each time: it can be withdrawn once. */
async function anInterestOf({ partnershipId, personId }: Person): Promise<string> {
  const id = randomUUID();
  await insert("interests", { id, partnership_id: partnershipId, person_id: personId, kind: "other", about: "street", words: "I live there", declared_at: "2026-01-10T12:00:00Z" });
  return id;
}
async function version(target: Target, of: keyof typeof tables): Promise<string> {
  const { rows } = await owner.query<{ version: number }>(`select version from ${tables[of]} where id = $1`, [target[of]]);
  return String(rows[0]?.version ?? 1);
}
const itemOf = (stage: Stage, { meeting: id }: Target, index: 0 | 1) => Object.values(stage.meetings).find((each) => each.id === id)?.items[index] ?? "";
const itemVersion = async (id: string) => String((await owner.query<{ version: number }>("select version from agenda_items where id = $1", [id])).rows[0]?.version ?? 1);
const watched = (stage: Stage): Target => ({ case: stage.watched.id, reference: stage.watched.reference, forum: forumIn(stage, "CEN") });
/** A form of the step-down that is prepared for a case. */
const asPrepared = (more: Fields) => async (_: Stage, target: Target): Promise<Fields> => {
  const { rows } = await owner.query<{ version: number }>("select version from step_downs where case_id = $1 and ended_at is null", [target.case]);
  return { reference: target.reference, version: String(rows[0]?.version ?? 1), ...more };
};
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const reason = "A reason of more than twenty characters";
const on = (name: string, day: string) => ({ [`${name}-day`]: day.slice(8), [`${name}-month`]: day.slice(5, 7), [`${name}-year`]: day.slice(0, 4) });
const asSeen = (of: keyof typeof tables, more: Fields = {}) => async (_: Stage, target: Target): Promise<Fields> => ({ reference: target.reference, version: await version(target, of), ...more });
const asKept = (more: Fields) => async (stage: Stage, target: Target): Promise<Fields> => ({ ...(await asSeen("meeting", more)(stage, target)), itemId: itemOf(stage, target, 0) });
const moves = (more: Fields = {}, ...names: string[]): Sending => ({ about: action(...names, "north"), fields: asSeen("action", more), sees: seesAction });
const onSeveral = (more: Fields): Sending => ({ about: action("verified", "north"), fields: async (_, target) => ({ actions: `${target.reference}:${await version(target, "action")}`, ...more }), sees: seesAction });
const told = { title: "Older resident, noise at night", summary: "Noise at night.", wardId: "", background: "Six calls since May.", wanted: "One plan." };
const whoItIs = { subjectLabel: "The neighbour", name: "", address: "", addressHeldById: "", safeContact: "" };
const gateway = (more: Fields): Sending => ({
  about: nothing,
  fields: async ({ gateway: rowId }) => ({ rowId, version: String((await owner.query<{ version: number }>("select version from gateway_rows where id = $1", [rowId])).rows[0]?.version ?? 1), ...more }),
  sees: sameTenant,
  also: ["notFound"],
});
/** A part of what the item resolved, to be taken back. */
async function aResolution(stage: Stage, target: Target): Promise<string> {
  const id = randomUUID();
  await owner.query("insert into resolutions (id, partnership_id, forum_id, meeting_id, item_id, position, wording, written_by_id, written_at) values ($1, $2, $3, $4, $5, 1, 'the report be noted', $6, now())", [id, stage.world.partnershipId, target.forum, target.meeting, itemOf(stage, target, 0), stage.world.people.coordinator.personId]);
  return id;
}
const saidOn = async (id: string) => (await owner.query<{ discussion: string }>("select discussion from minutes where item_id = $1", [id])).rows[0]?.discussion ?? "";
/** A correction of the item, to be settled. */
async function aCorrection(stage: Stage, target: Target): Promise<string> {
  const id = randomUUID();
  const item = itemOf(stage, target, 0);
  await owner.query("insert into minute_corrections (id, partnership_id, forum_id, meeting_id, item_id, was, becomes, proposed_by_id, proposed_at) values ($1, $2, $3, $4, $5, $6, 'Said otherwise', $7, now())", [id, stage.world.partnershipId, target.forum, target.meeting, item, await saidOn(item), stage.world.people.coordinator.personId]);
  return id;
}
/** A question on the first item, to be settled. */
async function aQuestion(stage: Stage, target: Target): Promise<string> {
  const id = randomUUID();
  await owner.query("insert into questions (id, partnership_id, forum_id, meeting_id, item_id, asked_by_id, wording, asked_at) values ($1, $2, $3, $4, $5, $6, 'Who holds the log?', now())", [id, stage.world.partnershipId, target.forum, target.meeting, itemOf(stage, target, 0), stage.world.people.police.personId]);
  return id;
}
const noOne = "00000000-0000-4000-8000-000000000000";
const forOneself = (fields: Fields): Sending => ({ about: nothing, fields: () => fields, sees: sameTenant, also: ["invalid", "notFound"], permission: "account.keep" });

/** A reference that nobody has: what was handed up is in the tests of its own. */
const guessedEscalation = (more: Fields = {}): Sending => ({ about: nothing, fields: () => ("draftId" in more ? more : { reference: "ESC-2026-001", version: "1", ...more }), sees: () => false });

export const sendings: Record<string, Sending> = {
  ...administrationSendings,
  ...concernSendings,
  "meetings/[reference]/concern#submitRecordConcern": recordSending(meeting("closed", "circulated"), seesMeeting),
  "escalations#submitCompose": { about: cases, fields: (_, { reference }) => ({ caseReference: reference, actionReference: "", concernReference: "", itemId: "", draftId: "", to: `board:${noOne}`, title: "Noise at night", tried: "Two visits.", asked: "Officers at night.", given: "Noise at night." }), sees: (who, target) => who.sight.twins.includes(target.case ?? "") },
  "escalations#submitSend": guessedEscalation({ draftId: noOne, version: "1" }),
  "escalations#submitSendConcern": guessedEscalation({ draftId: noOne, version: "1" }),
  "escalations#submitWithdraw": guessedEscalation({ reason }),
  "escalations#submitClose": guessedEscalation({ note: "Done.", safeWords: "" }),
  "escalations#submitReceive": guessedEscalation(),
  "escalations#submitList": guessedEscalation({ meeting: "PDB-2026-12" }),
  "escalations#submitAnswer": guessedEscalation({ words: "Yes.", safeWords: "" }),
  "escalations#submitReturn": guessedEscalation({ reason }),
  "escalations#submitAskSecretary": guessedEscalation(),
  "escalations#submitConfirm": guessedEscalation({ says: "returned", ...on("on", "2026-01-12"), listedAs: "", reason, checked: "yes" }),
  "escalations#submitHeard": guessedEscalation({ ...on("on", "2026-01-12"), listedAs: "Minute 4" }),
  "escalations#submitOutsideAnswer": guessedEscalation({ words: "Yes.", safeWords: "" }),
  "meetings/[reference]/room#submitWriteAnswer": { about: item(0, "inSession", "north"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), words: "Yes.", safeWords: "" }), sees: () => false },
  "account#submitEndSession": forOneself({ sessionId: noOne }),
  "account#submitEndOthers": forOneself({}),
  "account/email#submitPace": { about: nothing, fields: () => ({ reminder: "daily", progress: "none", papers: "immediate", quiet: "yes" }), sees: sameTenant },
  "notices#submitSeen": { about: nothing, fields: () => ({ until: new Date().toISOString() }), sees: sameTenant },
  "account/password#submitPassword": forOneself({ currentPassword: "not the password", password: "a long enough password of today" }),
  "account/second-factor#submitFactor": forOneself({ currentPassword: "not the password", newCode: "123456" }),
  "account/new-codes#submitNewCodes": forOneself({ currentPassword: "not the password" }),
  "account/recovery-codes#submitKept": forOneself({ next: "/" }),

  "actions#submitAcceptHere": moves({}, "assigned", "verified"),
  "actions#submitUpdateHere": moves({ note: "Called twice" }, "accepted", "verified"),
  "actions#submitVerifySeveral": onSeveral({}),
  "actions#submitCancelSeveral": onSeveral({ reason }),
  "actions#submitMoveSeveral": onSeveral({ ...on("due", "2035-03-01"), reason }),
  "actions#submitReassignSeveral": { ...onSeveral({ reason }), fields: async (stage, target) => ({ actions: `${target.reference}:${await version(target, "action")}`, ownerId: stage.world.people.police.personId, reason }), also: ["invalid"] },
  "actions/[reference]#submitAccept": moves({}, "assigned", "verified"),
  "actions/[reference]#submitDecline": moves({ reason }, "verified"),
  "actions/[reference]#submitProposal": { about: action("verified", "north"), fields: async (stage, target) => ({ reference: target.reference, version: await version(target, "action"), ownerId: stage.world.people.police.personId, reason }), sees: seesAction, also: ["invalid"] },
  "actions/[reference]#submitMoreTime": moves({ ...on("due", "2035-03-01"), reason }, "verified"),
  "actions/[reference]#submitWaiting": moves({ on: "outside", ...on("until", "2035-03-01"), note: "Their answer" }, "verified"),
  "actions/[reference]#submitWaitingOver": moves({}, "verified"),
  "actions/[reference]#submitKeep": moves({ reason }, "verified"),
  "actions/[reference]#submitTime": moves({ answer: "refuse", reason }, "verified"),
  "actions/[reference]#submitChange": moves({ wording: "Visit twice", namelessWording: "", measure: "Two notes", ...on("due", "2035-03-01"), reason }, "verified"),
  "actions/[reference]#submitProgress": moves({ note: "Called twice" }, "accepted", "verified"),
  "cases/[reference]/ask#submitAsk": {
    about: cases,
    fields: ({ gatewayOf }, { reference }) => ({ reference, personId: noOne, question: "Was the child absent?", told: "", purpose: "A visit", ...on("answerBy", tomorrow), informed: "yes", informedReason: "", powerId: gatewayOf("Common law powers"), lawfulBasisId: gatewayOf("UK GDPR, article 6(1)(e)"), conditionId: gatewayOf("None needed"), confidentialityId: gatewayOf("Not given in confidence"), checked: "yes" }),
    sees: knows, also: ["invalid", "notFound"],
  },
  "enquiries/[reference]#submitAnswer": { about: nothing, fields: () => ({ reference: "CEN-Q99999", share: "no", words: reason, grade: "", informed: "", informedReason: "", checked: "yes" }), sees: () => false },
  "enquiries/[reference]#submitWithdraw": { about: nothing, fields: () => ({ reference: "CEN-Q99999" }), sees: () => false },
  "actions/[reference]/update#submitUpdate": moves({ how: "progress", note: "Called twice", capacityReason: "", checked: "yes" }, "accepted", "verified"),
  // of a forum on which they sit, about an action that isn't late
  "actions/chase#submitChase": { about: action("accepted"), fields: (_, { reference }) => ({ forum: "CEN", references: reference }), sees: (who, { forum = "" }) => who.sits(forum) || who.serves(forum), also: ["notFound"] },
  "actions/[reference]#submitDone": moves({ evidence: "Seen by the officer" }, "verified"),
  "actions/[reference]#submitIncomplete": moves({ kind: "circumstances_changed", note: "They moved away" }, "verified"),
  "actions/[reference]#submitConfirm": moves({}, "verified"),
  "actions/[reference]#submitVerify": moves({}, "verified"),
  "actions/[reference]#submitReturn": moves({ reason }, "verified"),
  "actions/[reference]#submitCancel": moves({ reason }, "verified"),
  "actions/[reference]#submitReassign": { about: action("verified", "north"), fields: async (stage, target) => ({ reference: target.reference, version: await version(target, "action"), ownerId: stage.world.people.police.personId, reason }), sees: seesAction },
  "actions/[reference]#submitColleague": { about: action("verified"), fields: (stage, { reference }) => ({ reference, personId: stage.world.people.colleague.personId }), sees: seesAction },
  "actions/[reference]#submitHelpEnded": { about: action("verified"), fields: (stage, { reference }) => ({ reference, personId: stage.world.people.colleague.personId }), sees: seesAction },
  "actions/[reference]#submitSubject": { about: action("accepted"), fields: (stage, { reference }) => ({ reference, subjectId: stage.cases.CEN.subject }), sees: seesAction },
  "actions/[reference]#submitSubjectEnded": { about: action("verified"), fields: (stage, { reference }) => ({ reference, subjectId: stage.cases.CEN.subject }), sees: seesAction, also: ["notFound"] },
  "actions/[reference]#submitTaskReveal": { about: (stage) => cases(stage).slice(0, 1), fields: (stage, { reference }) => ({ action: stage.actions.accepted?.reference ?? "", reference, reason }), sees: knows },

  "referrals#submitStartReferral": { about: (stage) => cases(stage).map(({ forum }) => ({ forum, reference: "" })), fields: (_, { forum = "" }) => ({ forumId: forum, subjectType: "location", aim: "matter" }), sees: sameTenant },
  "referrals#submitMatter": ofReferral(() => ({ happening: "Six calls", wanted: "One plan", wardId: "", title: "Gatherings at a parade", summary: "Noise at night" }), "draft", "sent", "north"),
  "referrals#submitThreshold": ofReferral(() => ({ triedLocally: "yes", tried: "Two visits", occurrences: "6", vulnerable: "no", vulnerability: "", hotspot: "yes", harms: "nuisance" }), "draft", "sent", "north"),
  "referrals#submitReferred": ofReferral(() => ({ role: "location", label: "The parade", name: "", address: "The Arcade", postcode: "", addressHeldById: "", telephone: "", safeContact: "" }), "draft", "sent", "north"),
  "referrals#submitAmendReferred": ofReferral((_, { subject = "" }) => ({ subjectId: subject, role: "location", label: "The parade", name: "", address: "The Arcade", postcode: "", addressHeldById: "", telephone: "", safeContact: "" }), "draft", "sent", "north"),
  "referrals#submitRemoveReferred": { ...ofReferral((_, { subject = "" }) => ({ subjectId: subject }), "draft", "sent", "north"), also: ["refused", "invalid", "notFound"] },
  "referrals#submitSharing": ofReferral(() => ({ purpose: "One plan", necessity: "No single service can", proportionality: "No less would do", leftOut: "", grade: "reliable", marking: "official", informed: "yes", informedReason: "", notShared: "" }), "draft", "sent", "north"),
  "referrals#submitGateways": ofReferral(({ world, gatewayOf }) => ({ recipients: [world.agencies.police, world.agencies.council], powerId: gatewayOf("Crime and Disorder Act 1998, section 115"), lawfulBasisId: gatewayOf("UK GDPR, article 6(1)(e)"), conditionId: gatewayOf("Article 10"), confidentialityId: gatewayOf("Overriding public interest") }), "draft", "sent", "north"),
  "referrals#submitRemoveGateway": { ...ofReferral(({ world }) => ({ agencyId: world.agencies.police }), "draft", "sent", "north"), also: ["refused", "invalid", "notFound"] },
  "referrals#submitReferralRisk": ofReferral(() => ({ frequency: "2", escalation: "1", targeting: "2", vulnerability: "1", impact: "1", support: "1", judgement: "", judgementReason: "" }), "draft", "sent", "north"),
  "referrals#submitSendReferral": ofReferral(() => ({}), "draft", "sent", "north"),
  "referrals#submitRevealReferral": { about: referral("draft", "sent", "north"), fields: (_, { reference }) => ({ reference, reason }), sees: seesReferral, also: ["notFound"] },
  "referrals#submitAskMore": ofReferral(() => ({ reason: "Who else is there?" }), "sent", "north"),
  "referrals#submitTakeReferral": ofReferral(() => ({ title: "Gatherings at a parade", summary: "Noise at night", wardId: "", reason: "We take it.", heard: "next" }), "sent", "north"),
  "referrals#submitJoinReferral": { ...ofReferral(({ cases: { CEN } }) => ({ caseId: CEN.id, reason: "One matter." }), "sent", "north"), also: ["refused", "invalid", "notFound"] },
  "referrals#submitRedirectReferral": ofReferral(({ world }) => ({ toAgencyId: world.agencies.probation, reason: "It is for probation." }), "sent", "north"),
  "referrals#submitDeclineReferral": ofReferral(() => ({ reason: "One service can do it." }), "sent", "north"),
  "referrals#submitStandAside": { ...ofReferral(() => ({}), "sent", "north"), also: ["refused", "notFound"] },
  "cases#submitTakeCase": { about: (stage) => cases(stage).map(({ forum }) => ({ forum, reference: "" })), fields: (_, { forum = "" }) => ({ forumId: forum, subjectType: "victim", ...told, risk: "high", ...whoItIs }), sees: sameTenant },
  "cases#submitAmendCase": { about: cases, fields: asSeen("case", told), sees: opens },
  "cases/[reference]/risk#submitRisk": { about: cases, fields: asSeen("case", { frequency: "2", escalation: "1", targeting: "2", vulnerability: "1", impact: "1", support: "1", judgement: "", judgementReason: "" }), sees: opens },
  "cases/[reference]/step-down#submitBegin": { about: cases, fields: (_, { reference }) => ({ reference }), sees: opens },
  "cases/[reference]/step-down#submitAssessment": { about: cases, fields: asPrepared({ changed: "Quiet", evidence: "No calls", voice: "I sleep", voiceMissing: "" }), sees: opens },
  "cases/[reference]/step-down#submitWatch": { about: cases, fields: async (stage, target) => ({ ...(await asPrepared({ watchMonths: "6", checks: "thirds", returnTrigger: "Noise at night" })(stage, target)), leadAgencyId: stage.world.agencies.housing }), sees: opens, also: ["invalid"] },
  "cases/[reference]/step-down#submitTelling": { about: cases, fields: asPrepared({ raiserToldById: "", raiserNotTold: "Nobody raised it", victimToldById: "", victimNotTold: "There is none", tellable: "" }), sees: opens },
  // actions on it are open
  "cases/[reference]/step-down#submitStepDown": { about: cases, fields: asPrepared({ betweenReason: reason, signs: "yes" }), sees: opens },
  "cases/[reference]/step-down#submitDrop": { about: (stage) => cases(stage).slice(1), fields: asPrepared({}), sees: opens },
  "cases/[reference]/watch#submitCheckIn": { about: (stage) => [watched(stage)], fields: (_, { reference }) => ({ reference, finding: "quiet", note: "Nothing" }), sees: knows },
  "cases/[reference]/watch#submitReturn": { about: (stage) => [watched(stage)], fields: (_, { reference }) => ({ reference, version: "999", reason }), sees: opens, also: ["stale"] },
  "cases/[reference]/watch#submitClose": { about: (stage) => [watched(stage)], fields: (_, { reference }) => ({ reference, version: "999", reason }), sees: opens, also: ["stale"] },
  "cases/[reference]/watch#submitUndo": { about: (stage) => [watched(stage)], fields: (_, { reference }) => ({ reference, version: "999", reason }), sees: opens, also: ["stale"] },
  "cases#submitReveal": { about: cases, fields: (_, { reference }) => ({ reference, reason }), sees: knows },
  "cases/[reference]/people#submitAddSubject": { about: cases, fields: asSeen("case", { role: "victim", ...whoItIs }), sees: opens },
  "cases/[reference]/people#submitAmendParticulars": { about: cases, fields: async ({ cases: { CEN, NOR } }, target) => ({ reference: target.reference, version: await version(target, "case"), subjectId: target.case === CEN.id ? CEN.other : NOR.other, ...whoItIs }), sees: opens },
  "cases/[reference]/share#submitContribution": {
    about: cases,
    fields: ({ world, gatewayOf }, { reference }, person) => ({
      reference, words: "Two visits in May.", purpose: "To plan together.", necessity: "Nobody else knows it.", leftOut: "", grade: "reliable", marking: "official_sensitive", informed: "yes", informedReason: "",
      recipients: person.agencyId === world.agencies.police ? world.agencies.council : world.agencies.police,
      powerId: gatewayOf("Crime and Disorder Act 1998, section 115"), lawfulBasisId: gatewayOf("UK GDPR, article 6(1)(e)"), conditionId: gatewayOf("Article 9(2)(g), and Data Protection Act 2018, schedule 1, paragraph 10"), confidentialityId: gatewayOf("Overriding public interest"),
    }),
    sees: knows,
    // where nobody sits any more, there is nobody to share with
    also: ["invalid"],
  },
  "cases/[reference]/withhold#submitWithheldShare": { about: cases, fields: (_, { reference }) => ({ reference, fromAgencyId: "", what: "A health record", reason }), sees: knows },
  "cases/[reference]/withheld#submitAddress": { about: cases, fields: ({ world, people }, { reference, subject = "" }) => ({ reference, subjectId: subject, address: "9 Elsewhere Row", heldById: world.agencies.council, readerId: people[0]?.personId ?? "", must: "yes" }), sees: opens },
  "cases/[reference]/withheld#submitAddressAmended": { about: cases, fields: async (_, target) => ({ reference: target.reference, version: await version(target, "case"), subjectId: target.subject ?? "", address: "9 Elsewhere Row" }), sees: opens },
  "cases/[reference]/withheld#submitReader": { about: cases, fields: ({ world }, { reference, subject = "" }) => ({ reference, subjectId: subject, personId: world.people.housing.personId }), sees: opens },
  "cases/[reference]/withheld#submitReaderEnded": { about: cases, fields: ({ world }, { reference, subject = "" }) => ({ reference, subjectId: subject, personId: world.people.police.personId }), sees: opens, also: ["notFound"] },
  "cases/[reference]/withheld#submitAddressReveal": { about: cases, fields: (_, { reference, subject = "" }) => ({ reference, subjectId: subject, reason }), sees: opens },

  "audit/gateways#submitGateway": { about: nothing, fields: () => ({ part: "power", name: "A law of today", plain: "Lets an agency share.", ...on("from", "2026-01-01"), reach: "anybody" }), sees: sameTenant },
  "audit/gateways#submitGatewayEnd": gateway(on("until", "2027-01-01")),
  "audit/gateways#submitGatewayCheck": gateway({}),
  "audit/gateways#submitRecipient": gateway({ kind: "council", ...on("from", "2026-01-01") }),
  "audit/gateways#submitRecipientEnd": gateway({ recipientId: noOne, ...on("until", "2027-01-01") }),
  "audit/purposes#submitPurpose": { about: (stage) => cases(stage), fields: (_, { reference }) => ({ reference, purpose: "A subject access request", ...on("from", tomorrow), ...on("until", tomorrow) }), sees: knows },
  "audit/purposes#submitAgreement": { about: (stage) => cases(stage).slice(0, 1), fields: ({ purpose }) => ({ purposeId: purpose }), sees: (who, target) => knows(who, target) },
  "audit/purposes#submitChairAgreement": { about: (stage) => cases(stage).slice(0, 1), fields: ({ purpose }) => ({ purposeId: purpose }), sees: (who, target) => knows(who, target) },

  "interests#submitStandingInterest": { about: nothing, fields: () => ({ kind: "other", about: "street", words: "I live there" }), sees: sameTenant },
  // no item here is for minutes of others
  "meetings/[reference]/agenda#submitForumMinutes": { about: meeting("closed", "north"), fields: (stage, target) => ({ reference: target.reference, itemId: itemOf(stage, target, 0), sourceId: noOne }), sees: seesMeeting, also: ["notFound"] },
  "meetings/[reference]/agenda#submitOtherMinutes": { about: meeting("closed", "north"), fields: (stage, target) => ({ reference: target.reference, itemId: itemOf(stage, target, 0), body: "Health and Wellbeing Board", minutes: "HWB 14/26", ...on("heldOn", "2026-01-12") }), sees: seesMeeting, also: ["notFound"] },
  "meetings/[reference]/agenda#submitTakeBack": { about: meeting("closed", "north"), fields: (_, target) => ({ reference: target.reference, receivedId: noOne }), sees: seesMeeting, also: ["notFound"] },
  // what was put off is in the tests of its own: the item of a case never is
  "forums/[forum]/plan#submitIsThere": { about: item(0, "closed", "north"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0) }), sees: seesMeeting, also: ["notFound"] },
  "meetings/[reference]/room/deferral#submitPutOff": { about: item(0, "inSession", "north"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), why: "The figures are not there", untilWhat: "The figures", ...on("untilOn", "2035-03-01") }), sees: seesMeeting },
  "forums/[forum]/plan#submitPlanReport": { about: forums, fields: (_, { reference }) => ({ forum: reference, ...aReport }), sees: seesMeeting },
  "forums/[forum]/plan#submitChangePlanned": { about: forums, fields: async (_, { subject = "" }) => ({ plannedId: subject, version: await plannedVersion(subject), ...aReport }), sees: seesMeeting, also: ["refused"] },
  "forums/[forum]/plan#submitWithdrawPlanned": { about: forums, fields: async (_, { subject = "" }) => ({ plannedId: subject, version: await plannedVersion(subject), reason }), sees: seesMeeting, also: ["refused"] },
  "forums/[forum]/terms#submitRead": { about: forums, fields: (_, { reference }) => ({ forum: reference, version: "1" }), sees: seesMeeting },
  "talks#submitAnswer": { about: nothing, fields: () => ({ talkId: randomUUID(), known: "yes" }), sees: () => false },
  "referrals/[reference]/similar#submitCheck": { about: nothing, fields: () => ({ reference: "REF-2026-9999", purpose: "To know whether a visit is right" }), sees: () => false },
  "referrals/[reference]/similar#submitAskToTalk": { about: nothing, fields: () => ({ reference: "REF-2026-9999" }), sees: () => false },
  "interests#submitWithdrawal": { about: nothing, fields: async (_, __, person) => ({ interestId: await anInterestOf(person) }), sees: sameTenant },

  "meetings/new#submitScheduleMeeting": { about: (stage) => cases(stage).map(({ forum }) => ({ forum, reference: "" })), fields: (_, { forum = "" }) => ({ forumId: forum, kind: "extraordinary", ...on("on", "2027-03-01"), at: "2pm", place: "Room 2" }), sees: sameTenant },
  "meetings/plan#submitPlanYear": { about: (stage) => cases(stage).map(({ forum }) => ({ forum, reference: "" })), fields: (_, { forum = "" }) => ({ forumId: forum, at: "2pm", place: "Room 2", ...on("on1", "2035-03-01"), as1: "sure" }), sees: sameTenant, also: ["invalid"] },
  "meetings/[reference]/change#submitReschedule": { about: meeting("inSession", "north"), fields: asSeen("meeting", { ...on("on", "2035-03-01"), at: "2pm", place: "Room 2", reason }), sees: seesMeeting },
  "meetings/[reference]/change#submitMakeSure": { about: meeting("inSession", "north"), fields: asSeen("meeting"), sees: seesMeeting },
  "meetings/[reference]/change#submitCancel": { about: meeting("inSession"), fields: asSeen("meeting", { reason }), sees: seesMeeting },
  "meetings/[reference]#submitPublishAgenda": { about: meeting("published", "north"), fields: asSeen("meeting", { overLimitReason: "" }), sees: seesMeeting },
  "meetings/[reference]#submitOpenDoors": { about: meeting("inSession", "north"), fields: asSeen("meeting"), sees: seesMeeting },
  "meetings/[reference]#submitOpenMeeting": { about: meeting("inSession", "north"), fields: asSeen("meeting"), sees: seesMeeting },
  "meetings/[reference]#submitAddCase": { about: item(1, "published", "north"), fields: (stage, target) => ({ reference: target.reference, caseReference: cases(stage).find((each) => each.case === target.case)?.reference ?? "" }), sees: (who, target) => seesMeeting(who, target) && knows(who, target) },
  "meetings/[reference]/agenda#submitMoveItem": { about: item(0, "scheduled", "north"), fields: asKept({ to: "1" }), sees: seesMeeting, also: ["stale"] },
  "meetings/[reference]/agenda#submitAmendItem": { about: item(0, "scheduled", "north"), fields: asKept({ minutes: "7", presenter: "", title: "" }), sees: seesMeeting, also: ["stale"] },
  "meetings/[reference]/agenda#submitLeaveOff": { about: item(0, "scheduled", "north"), fields: async (stage, target) => ({ ...(await asKept({ why: "Nothing to say" })(stage, target)), itemId: draftItemId(target.meeting ?? "", "register") }), sees: seesMeeting, also: ["stale"] },
  "meetings/[reference]/agenda#submitAddItem": { about: meeting("published", "north"), fields: (_, { reference }) => ({ reference, kind: "report", title: "A report", presenter: "", minutes: "5" }), sees: seesMeeting },
  "meetings/[reference]/agenda#submitTakeWaiting": { about: meeting("inSession", "north"), fields: (stage, { reference, forum }) => ({ reference, waitingId: stage.waiting[forum === stage.world.forums.NOR ? "NOR" : "CEN"] }), sees: seesMeeting },
  "meetings/[reference]/agenda#submitEndWaiting": { about: meeting("inSession", "north"), fields: (stage, { reference, forum }) => ({ reference, waitingId: stage.waiting[forum === stage.world.forums.NOR ? "NOR" : "CEN"] }), sees: seesMeeting },
  "meetings/[reference]/agenda#submitPaper": { about: item(0, "published", "north"), fields: (stage, target) => ({ reference: target.reference, itemId: itemOf(stage, target, 0), title: "A paper", file: new File(["Calls by ward"], "what somebody called it.txt") }), sees: seesMeeting },
  "meetings/[reference]/agenda#submitWithdrawPaper": { about: meeting("published", "north"), fields: (stage, target) => ({ reference: target.reference, paperId: Object.values(stage.meetings).find(({ id }) => id === target.meeting)?.papers[2] ?? "", reason: "The wrong month" }), sees: seesMeeting },
  "meetings/[reference]/interests#submitInterest": { about: item(1, "published"), fields: (stage, { reference }) => ({ reference, on: stage.cases.CEN.reference, kind: "other", about: "street", words: "I live there" }), sees: (who, target) => seesMeeting(who, target) && who.sight.twins.includes(target.case ?? "") },
  "meetings/[reference]/interests#submitNoted": { about: meeting("inSession"), fields: (stage, { reference }) => ({ reference, personIds: stage.world.people.police.personId, kind: "personal", about: "membership", words: "Members who also sit on a district council" }), sees: seesMeeting },
  "meetings/[reference]/interests#submitRecusal": { about: cases, fields: (stage, { reference }) => ({ meeting: stage.meetings.inSession.reference, on: reference, personId: stage.world.people.governance.personId, how: "open", reason }), sees: knows },
  "meetings/[reference]/interests#submitLift": { about: (stage) => cases(stage).slice(1), fields: (stage) => ({ meeting: stage.meetings.inSession.reference, recusalId: stage.recusal, reason }), sees: (who, target) => who.serves(target.forum ?? "") || who.person === who.facts.recusals.find((row) => row.case === target.case && row.id)?.person },
  "meetings/[reference]/invitations#submitInvitation": { about: item(1, "inSession"), fields: (stage, target) => ({ reference: target.reference, itemId: itemOf(stage, target, 1), personId: stage.world.people.police.personId }), sees: (who, target) => seesMeeting(who, target) && who.sight.twins.includes(target.case ?? "") },
  "meetings/[reference]/invitations#submitWithdrawal": { about: item(1, "inSession"), fields: ({ invitation }, { reference }) => ({ reference, invitationId: invitation }), sees: (who, target) => who.serves(target.forum ?? "") && who.sight.twins.includes(target.case ?? "") },
  "meetings/[reference]/minutes#submitCirculateMinutes": { about: meeting("inSession", "north"), fields: asSeen("meeting"), sees: seesMeeting },
  "meetings/[reference]/register#submitSignature": { about: meeting("closed"), fields: (_, { reference }, person) => ({ reference, declarationVersion: "1", agencyId: person.agencyId, represents: "", commits: "yes", attends: "yes", accepts: "yes" }), sees: seesMeeting },
  "meetings/[reference]/reply#submitReply": { about: meeting("closed", "north"), fields: (_, { reference }) => ({ reference, reply: "apologies" }), sees: seesMeeting },
  "meetings/[reference]#submitMakeFull": { about: meeting("inSession", "north"), fields: asSeen("meeting"), sees: seesMeeting },
  "meetings/[reference]/register#submitRefusal": { about: meeting("closed"), fields: (_, { reference }) => ({ reference, declarationVersion: "1" }), sees: seesMeeting },
  "meetings/[reference]/register/others#submitMember": { about: meeting("closed", "north"), fields: ({ world }, { reference }) => ({ reference, declarationVersion: "1", personId: world.people.police.personId, commits: "yes", accepts: "yes" }), sees: seesMeeting },
  "meetings/[reference]/register/others#submitGuest": { about: meeting("closed", "north"), fields: (_, { reference }) => ({ reference, declarationVersion: "1", name: "A guest", organisation: "A school", represents: "", commits: "no", accepts: "yes" }), sees: seesMeeting },
  "meetings/[reference]/register/others#submitGuestRefusal": { about: meeting("closed", "north"), fields: (_, { reference }) => ({ reference, guestName: "A guest" }), sees: seesMeeting },
  "meetings/[reference]/sheet/enter#submitSheet": { about: meeting("circulated", "north"), fields: ({ world }, { reference }) => ({ reference, personIds: world.people.police.personId, at: "2pm" }), sees: seesMeeting },
  "meetings/[reference]/sheet/enter#submitSheetGuest": { about: meeting("circulated", "north"), fields: (_, { reference }) => ({ reference, name: "A guest", organisation: "A school", represents: "", commits: "no", at: "2pm" }), sees: seesMeeting },
  "meetings/[reference]/register#submitDeparture": { about: meeting("closed"), fields: (_, { reference }, person) => ({ reference, personId: person.personId }), sees: seesMeeting },
  "meetings/[reference]/register#submitReturn": { about: meeting("closed"), fields: (_, { reference }, person) => ({ reference, personId: person.personId }), sees: seesMeeting },
  "meetings/[reference]/register#submitAbsence": { about: meeting("closed", "north"), fields: ({ world }, { reference }) => ({ reference, personId: world.people.police.personId, status: "absent" }), sees: seesMeeting },
  "meetings/[reference]/research#submitAdvanceSignature": { about: meeting("closed"), fields: (_, { reference }) => ({ reference, declarationVersion: "1", accepts: "yes" }), sees: seesMeeting },
  "meetings/[reference]/room#submitMinute": { about: item(0, "circulated"), fields: async (stage, target) => ({ itemId: itemOf(stage, target, 0), version: await itemVersion(itemOf(stage, target, 0)), discussion: "Said", outcome: "noted", decision: "", decisionReason: "" }), sees: seesMeeting },
  "meetings/[reference]/room#submitNotes": { about: item(0, "inSession", "north"), fields: async (stage, target) => ({ itemId: itemOf(stage, target, 0), version: await itemVersion(itemOf(stage, target, 0)), discussion: "Being said", outcome: "", decision: "", decisionReason: "" }), sees: seesMeeting },
  "meetings/[reference]/room#submitDraft": { about: item(0, "inSession", "north"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), version: "1", discussion: "As I heard it" }), sees: seesMeeting },
  "meetings/[reference]/room#submitDropDraft": { about: item(0, "circulated"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0) }), sees: seesMeeting, also: ["notFound"] },
  "meetings/[reference]/room#submitParkItem": { about: item(0, "closed"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0) }), sees: seesMeeting },
  "meetings/[reference]/room#submitConfirmProposal": { about: item(0, "closed"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), line: "@housing visit the tenant", ownerId: stage.world.people.housing.personId, wording: "Visit the tenant", namelessWording: "", ...on("due", tomorrow), measure: "A note" }), sees: seesMeeting },
  "meetings/[reference]/room#submitDropProposal": { about: item(0, "closed"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), line: "@housing visit the tenant" }), sees: seesMeeting },
  "meetings/[reference]/room#submitOpenItem": { about: item(0, "closed", "north"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0) }), sees: seesMeeting },
  "meetings/[reference]/room#submitAddAction": { about: item(0, "closed"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), ownerId: stage.world.people.housing.personId, wording: "Visit the tenant", namelessWording: "", ...on("due", tomorrow), measure: "A note" }), sees: seesMeeting },
  "meetings/[reference]/room#submitConfirmAction": { about: action("verified", "north"), fields: asSeen("action"), sees: seesAction },
  "meetings/[reference]/room#submitConfirmMinutes": { about: meeting("closed"), fields: async (stage, target) => ({ reference: target.reference, version: await version(target, "meeting"), at: stage.meetings.inSession.reference }), sees: seesMeeting },
  "meetings/[reference]/minutes/corrections#submitCorrection": { about: item(0, "circulated"), fields: async (stage, target) => ({ itemId: itemOf(stage, target, 0), was: await saidOn(itemOf(stage, target, 0)), becomes: `Said ${randomUUID()}` }), sees: (who, target) => who.serves(target.forum ?? "") || who.signed(target.meeting ?? ""), also: ["notFound"] },
  "meetings/[reference]/minutes/corrections#submitAcceptCorrection": { about: item(0, "circulated"), fields: async (stage, target) => ({ correctionId: await aCorrection(stage, target) }), sees: seesMeeting },
  "meetings/[reference]/minutes/corrections#submitRefuseCorrection": { about: item(0, "circulated"), fields: async (stage, target) => ({ correctionId: await aCorrection(stage, target), reason }), sees: seesMeeting },
  "meetings/[reference]/room/questions#submitQuestion": { about: item(0, "closed"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), askedById: stage.world.people.police.personId, ofAgencyId: "", wording: "Who holds the log?" }), sees: seesMeeting },
  "meetings/[reference]/room/questions#submitAnswer": { about: meeting("inSession"), fields: async (stage, target) => ({ questionId: await aQuestion(stage, target), at: target.reference, answer: "The police do." }), sees: seesMeeting },
  "meetings/[reference]/room/questions#submitConvertQuestion": { about: meeting("inSession"), fields: async (stage, target) => ({ questionId: await aQuestion(stage, target), at: target.reference, action: "CEN-99999-9" }), sees: seesMeeting, also: ["invalid"] },
  "meetings/[reference]/room/resolutions#submitAddResolution": { about: item(0, "circulated"), fields: (stage, target) => ({ itemId: itemOf(stage, target, 0), wording: "the report be noted" }), sees: seesMeeting },
  "meetings/[reference]/room/resolutions#submitWithdrawResolution": { about: item(0, "closed"), fields: async (stage, target) => ({ resolutionId: await aResolution(stage, target) }), sees: seesMeeting },
  // whether the chair is recused is asked of every case that is on the agenda
  "meetings/[reference]/room/close#submitCloseMeeting": { about: item(1, "closed"), fields: asSeen("meeting"), sees: seesMeeting },
  "meetings/[reference]/room/close#submitReadOut": { about: meeting("closed"), fields: (_, target) => ({ reference: target.reference, actionIds: "" }), sees: seesMeeting },
  "meetings/[reference]/room/close#submitConclude": { about: item(0, "closed"), fields: async (stage, target) => ({ itemId: itemOf(stage, target, 0), version: await itemVersion(itemOf(stage, target, 0)) }), sees: seesMeeting },
};


/** What nobody has to be signed in for: entering, leaving, and the ways back in. Each is proven by its own tests; here it is only sent from elsewhere. */
export const before = /^(?:sign-in|sign-out|join|forgotten|reset|once)(?:\/|#)/;
