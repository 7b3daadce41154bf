import { z } from "zod";
import { optionalPostcode, optionalTelephone } from "../kernel/contact-inputs.ts";
import { enums, type SubjectType } from "../kernel/enums.ts";
import { choice, confirmedWords, id, optionalDay, optionalId, optionalText, reference, several, text, ticked, version, wholeNumber } from "../kernel/inputs.ts";
import { riskFields } from "../kernel/risk-matrix.ts";

const of = { reference, version };

/** What it is for: something to be worked on, or professionals who don't agree. */
export const aims = ["matter", "dispute"] as const;

export const StartReferralInput = z.strictObject({
  forumId: id("Select which meeting it is for"),
  subjectType: choice(enums.subject_type, "Select what it is about"),
  aim: choice(aims, "Select what you want the meeting to do"),
});

export const DescribeMatterInput = z.strictObject({
  ...of,
  happening: text({ called: "What is happening", empty: "Enter what is happening", max: 8000 }),
  wanted: text({ called: "What you want from the meeting", empty: "Enter what you want from the meeting", max: 2000 }),
  wardId: optionalId("Select the ward"),
  involvesChildren: ticked,
  title: text({ called: "Title without names", empty: "Enter a title that names nobody", max: 120 }),
  summary: text({ called: "Summary without names", empty: "Enter a summary that names nobody", max: 600 }),
  namesNobody: confirmedWords,
});

const yesOrNo = (empty: string) => choice(["yes", "no"], empty).transform((said) => said === "yes");

export const AnswerThresholdInput = z
  .strictObject({
    ...of,
    triedLocally: yesOrNo("Select whether your own service has tried to solve it"),
    tried: optionalText({ called: "What was tried", max: 2000 }),
    occurrences: wholeNumber({ called: "How often it happened", empty: "Enter how often it happened, or 0", min: 0, max: 9999 }),
    otherAgencyIds: several(z.uuid({ error: "Select the other agencies that it takes" })).pipe(z.array(z.string()).max(50)),
    vulnerable: yesOrNo("Select whether somebody is highly vulnerable"),
    vulnerability: optionalText({ called: "What makes them vulnerable", max: 1000 }),
    hotspot: yesOrNo("Select whether a place is becoming a hotspot"),
    harms: several(choice(enums.harm_class, "Select the kinds of harm")).pipe(z.array(z.enum(enums.harm_class)).min(1, { error: "Select the kinds of harm" })),
  })
  .refine(({ triedLocally, tried }) => !triedLocally || tried !== null, { path: ["tried"], error: "Enter what was tried" })
  .refine(({ vulnerable, vulnerability }) => !vulnerable || vulnerability !== null, { path: ["vulnerability"], error: "Enter what makes them vulnerable" });

/** What a person of a referral may be; a theme has nobody in it. */
export const referredRoles = ["victim", "perpetrator", "location"] as const satisfies readonly SubjectType[];
/** What can be said not to be known. */
export const unknowns = ["name", "bornOn", "address"] as const;
export type Unknown = (typeof unknowns)[number];

const who = {
  role: choice(referredRoles, "Select who or what it is"),
  label: text({ called: "Label", empty: "Enter how the room speaks of them, such as the tenant", max: 60 }),
  name: optionalText({ called: "Name", max: 200 }),
  bornOn: optionalDay({ called: "Date of birth" }),
  address: optionalText({ called: "Address", max: 400 }),
  postcode: optionalPostcode({ called: "Postcode" }),
  addressHeldById: optionalId("Select the agency that holds the address"),
  telephone: optionalTelephone({ called: "Telephone number" }),
  safeContact: optionalText({ called: "Who may safely be contacted", max: 400 }),
  unknown: several(choice(unknowns, "Select what you do not know")).pipe(z.array(z.enum(unknowns))),
};
export const AddReferredInput = z.strictObject({ ...of, ...who });
export const AmendReferredInput = z.strictObject({ ...of, subjectId: id("Select who it is about"), ...who });
export const RemoveReferredInput = z.strictObject({ ...of, subjectId: id("Select who it is about") });

export const SayWhySharedInput = z
  .strictObject({
    ...of,
    purpose: text({ called: "Purpose", empty: "Enter what it is shared for", max: 600 }),
    necessity: text({ called: "Why it is necessary", empty: "Enter why it is necessary to share it", max: 1000 }),
    proportionality: text({ called: "Why it is proportionate", empty: "Enter why no less would do", max: 1000 }),
    leftOut: optionalText({ called: "What is left out", max: 600 }),
    grade: choice(enums.source_grade, "Select how reliable it is"),
    marking: choice(enums.marking, "Select the marking"),
    informed: choice(["yes", "no"], "Select whether the person knows of the referral"),
    informedReason: optionalText({ called: "Why the person was not told", max: 600 }),
    notShared: optionalText({ called: "What is decided not to be shared", max: 600 }),
  })
  .refine(({ informed, informedReason }) => informed === "yes" || informedReason !== null, { path: ["informedReason"], error: "Enter why the person was not told" });

export const AddGatewaysInput = z.strictObject({
  ...of,
  recipients: several(z.uuid({ error: "Select the agencies it goes to" })).pipe(z.array(z.string()).min(1, { error: "Select the agencies it goes to" }).max(50)),
  powerId: id("Select the power"),
  lawfulBasisId: id("Select the lawful basis"),
  conditionId: id("Select the condition"),
  confidentialityId: id("Select why confidentiality gives way"),
});
export const RemoveGatewayInput = z.strictObject({ ...of, agencyId: id("Select the agency") });

export const ScoreReferralInput = z.strictObject({ ...of, ...riskFields });

export const SendReferralInput = z.strictObject({ ...of, answer: optionalText({ called: "Your answer", max: 2000 }), namesNobody: confirmedWords });

const answered = (called: string, empty: string) => text({ called, empty, max: 2000 });
const reason = answered("Answer to the referrer", "Enter the answer to the referrer, with its reason");
export const AskMoreInput = z.strictObject({ ...of, reason: answered("What is asked", "Enter what you need to know") });
export const TakeReferralInput = z.strictObject({
  ...of,
  title: text({ called: "Title without names", empty: "Enter a title that names nobody", max: 120 }),
  summary: text({ called: "Summary without names", empty: "Enter a summary that names nobody", max: 600 }),
  wardId: optionalId("Select the ward"),
  involvesChildren: ticked,
  reason,
  heard: choice(["next", "extraordinary"], "Select when it is heard"),
  namesNobody: confirmedWords,
});
export const JoinReferralInput = z.strictObject({ ...of, caseId: id("Select the case that it joins"), reason, namesNobody: confirmedWords });
export const RedirectReferralInput = z.strictObject({ ...of, toAgencyId: id("Select the service that it is for"), reason });
export const DeclineReferralInput = z.strictObject({ ...of, reason });
export const StandAsideInput = z.strictObject(of);
export const RevealReferralInput = z.strictObject({
  reference,
  reason: text({ called: "Reason", empty: "Enter why you need to see who it is", max: 300 }).pipe(z.string().min(10, { error: "Reason must be 10 characters or more" })),
});
