import type { GatewayPart, Marking, SourceGrade } from "@/domain/kernel/enums.ts";
import { gatewayPartWords } from "./gateways.ts";

export const sourceGradeWords: Record<SourceGrade, string> = { reliable: "Reliable", untested: "Not tested", unreliable: "Unreliable" };
export const markingWords: Record<Marking, string> = { official: "OFFICIAL", official_sensitive: "OFFICIAL-SENSITIVE" };

/** What agencies gave to a case, as its page tells it. */
export const sharedWords = {
  title: "Information shared",
  note: "Each agency reads what was given to it.",
  none: "Nothing is shared with your agency yet",
  noneText: "What agencies give to this case stands here for those they give it to, with the law that lets them.",
  share: "Share information",
  withhold: "Record a decision not to share",
  told: "Who was told",
  from: (agency: string) => `From ${agency}`,
  purpose: "Purpose",
  necessity: "Why it is needed",
  leftOut: "Left out",
  goesTo: "Goes to",
  informed: "The person knows",
  yes: "Yes",
  notInformed: (reason: string) => `No: ${reason}`,
  details: "Purpose, and the law that lets it be shared",
  withheldTitle: (agency: string, from: string | null) => `${agency} does not share with ${from ?? "the room"}`,
  what: "What",
  reason: "Reason",
} as const;

/** The form in which an agency shares what it knows. */
export const shareForm = {
  title: "Share information",
  titleOf: (reference: string) => `Share information on ${reference}`,
  lead: (agency: string) => `You share for ${agency}. Your own agency, the agencies you choose and the chair's office can read it while the case is open to them.`,
  known: "What is shared",
  knownNote: "How reliable it is and its marking go with it.",
  words: "What your agency knows",
  wordsHint: "Facts first, then how you know them. Speak of people as the room does",
  leftOut: "What is left out (optional)",
  leftOutHint: "For example, who told you",
  grade: "How reliable it is",
  gradeHints: { reliable: "Your agency's own record, or seen by an officer", untested: "Told to you, and not checked", unreliable: "Doubted, and shared all the same" } satisfies Record<SourceGrade, string>,
  marking: "Marking",
  why: "Why it is shared",
  whyNote: "What the work needs, and no more.",
  purpose: "What it is shared for",
  necessity: "Why it is needed, and why no less would do",
  informed: "Does the person know that it is shared?",
  informedItems: { yes: "Yes", no: "No" },
  informedReason: "Why the person was not told (only if they do not know)",
  informedReasonHint: "For example, it would put somebody at risk",
  whom: "To whom, and by which law",
  whomNote: "The law is checked against each agency. Where it does not reach one, share with the others first and choose another power for that one.",
  recipients: "Agencies it goes to",
  select: "Select one",
  parts: gatewayPartWords,
  partHints: {
    power: "It is checked against each agency above",
    lawful_basis: "Consent is rarely the right one",
    condition: "For health, ethnicity and the like, and for offences and allegations",
    confidentiality: "Why a confidence gives way, where there is one",
  } satisfies Record<GatewayPart, string>,
  meanings: "What each of them means",
  unsure: "Ask your information governance officer where unsure.",
  submit: "Share",
  cancel: "Cancel",
} as const;

/** The form for the decision not to share. */
export const withholdForm = {
  title: "Record a decision not to share",
  titleOf: (reference: string) => `Record a decision not to share on ${reference}`,
  lead: "You, the chair's office and information governance can read it. The agency it is kept from can't.",
  from: "From whom",
  room: "The whole room",
  what: "What is not shared",
  whatHint: "Name the kind of thing, without saying it",
  reason: "Why it is not shared",
  submit: "Record the decision",
  cancel: "Cancel",
} as const;
