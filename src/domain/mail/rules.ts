import { z } from "zod";
import type { MailKind, MailPace } from "../kernel/enums.ts";

const moment = z.iso.datetime({ offset: true });
/** A one-time link by its id. Its address is made when the mail is sent, so that the database never holds it. */
const linkId = z.uuid();

/** A meeting by its reference, which names nobody: "CEN-2026-12", "CEN-2026-12-X1". */
export const meetingReference = z.stringFormat("meeting reference", /^[A-Z0-9]{1,20}-20\d\d-(?:0[1-9]|1[0-2])(?:-X\d{1,3})?$/);
/** An escalation by its reference: "ESC-2026-007". */
export const escalationReference = z.stringFormat("escalation reference", /^ESC-20\d\d-\d{3,6}$/);
/** A concern by its reference: "CON-2026-0042". */
export const concernReference = z.stringFormat("concern reference", /^CON-20\d\d-\d{4,6}$/);
/** A referral by its reference, which names nobody: "REF-2026-0031". */
export const referralReference = z.stringFormat("referral reference", /^REF-20\d\d-\d{4,6}$/);
/** An action by its reference: "CEN-118-2", "CEN-A41". */
export const actionReference = z.stringFormat("action reference", /^[A-Z0-9]{1,20}-(?:\d{1,6}-[A-Z]?\d{1,4}|A\d{1,6})$/);
/** An enquiry by its reference: "CEN-Q12". */
export const enquiryReference = z.stringFormat("enquiry reference", /^[A-Z0-9]{1,20}-Q\d{1,6}$/);
/** Anything by its reference: each part after the forum's code has a figure in it, so that no name is one. */
export const anyReference = z.stringFormat("reference", /^[A-Z0-9]{1,20}(?:-[A-Z]?\d{1,6}){1,4}$/);
const day = z.iso.date();
/** What a calendar needs of a meeting: which, when, how long, which version of its entry, and whether the date is sure. */
const meeting = z.strictObject({ meetingId: z.uuid(), reference: meetingReference, startsAt: moment, minutes: z.int().min(1), sequence: z.int().min(0), provisional: z.boolean() });

/**
 * What each mail knows. A mail leaves the house unsealed, so facts are ids, moments, references and counts: nothing that could hold a
 * name or a word of a case (rule 29). A test walks these shapes and takes no free text.
 */
export const facts = {
  "account.invited": z.strictObject({ linkId }),
  "account.passwordReset": z.strictObject({ linkId }),
  "account.passwordChanged": z.strictObject({ at: moment }),
  "account.emailChanged": z.strictObject({ at: moment }),
  "account.secondFactorSet": z.strictObject({ at: moment }),
  "account.secondFactorReset": z.strictObject({ at: moment }),
  "access.admitted": z.strictObject({}),
  "access.linked": z.strictObject({ at: moment }),
  "access.asked": z.strictObject({}),
  "talk.asked": z.strictObject({}),
  "talk.madeKnown": z.strictObject({}),
  "agenda.published": z.strictObject({ meeting: meetingReference, at: moment }),
  "agenda.supplement": z.strictObject({ meeting: meetingReference, at: moment }),
  "minutes.circulated": z.strictObject({ meeting: meetingReference }),
  "escalation.moved": z.strictObject({ escalation: escalationReference }),
  "escalation.askedOnce": z.strictObject({ linkId, escalation: escalationReference, by: day }),
  "escalation.takenBack": z.strictObject({ escalation: escalationReference }),
  "escalation.notListed": z.strictObject({ escalation: escalationReference }),
  "concern.waits": z.strictObject({ concern: concernReference }),
  "concern.told": z.strictObject({ concern: concernReference }),
  "concern.passed": z.strictObject({ concern: concernReference }),
  "concern.recorded": z.strictObject({ concern: concernReference }),
  "concern.asked": z.strictObject({ concern: concernReference }),
  "concern.decided": z.strictObject({ concern: concernReference }),
  "concern.replied": z.strictObject({ concern: concernReference }),
  "concern.moved": z.strictObject({ concern: concernReference }),
  "referral.waiting": z.strictObject({ referral: referralReference }),
  "referral.moreAsked": z.strictObject({ referral: referralReference }),
  "referral.answered": z.strictObject({ referral: referralReference }),
  "referral.moved": z.strictObject({ referral: referralReference }),
  "meeting.yearPlanned": z.strictObject({ at: moment, meetings: z.array(meeting).min(1).max(12) }),
  "meeting.joined": z.strictObject({ at: moment, meetings: z.array(meeting).min(1).max(12) }),
  "meeting.left": z.strictObject({ at: moment, meetings: z.array(meeting).min(1).max(12) }),
  "meeting.invited": z.strictObject({ at: moment, meeting }),
  "meeting.moved": z.strictObject({ at: moment, meeting }),
  "meeting.cancelled": z.strictObject({ at: moment, meeting }),
  "action.assigned": z.strictObject({ action: actionReference, due: day }),
  "action.answered": z.strictObject({ action: actionReference }),
  "action.decided": z.strictObject({ action: actionReference }),
  "action.dueSoon": z.strictObject({ action: actionReference, due: day }),
  "action.dueToday": z.strictObject({ action: actionReference, due: day }),
  "action.overdue": z.strictObject({ action: actionReference, due: day }),
  "action.chased": z.strictObject({ action: actionReference, due: day, times: z.int().min(1) }),
  "action.chasedManager": z.strictObject({ action: actionReference, due: day, times: z.int().min(1) }),
  "enquiry.asked": z.strictObject({ enquiry: enquiryReference, by: day }),
  "enquiry.askedOnce": z.strictObject({ linkId, enquiry: enquiryReference, by: day }),
  "enquiry.answered": z.strictObject({ enquiry: enquiryReference }),
  "bundle.daily": z.strictObject({ reminder: z.array(anyReference), progress: z.array(anyReference), papers: z.array(anyReference) }),
} as const;

export type Template = keyof typeof facts;
export type Facts = { [T in Template]: z.infer<(typeof facts)[T]> };
export const templates = Object.keys(facts) as Template[];

/** What each mail is about, by which its person says how they want to hear of it. */
export const kindOf: Record<Template, MailKind> = {
  "account.invited": "account",
  "account.passwordReset": "account",
  "account.passwordChanged": "account",
  "account.emailChanged": "account",
  "account.secondFactorSet": "account",
  "account.secondFactorReset": "account",
  "access.admitted": "account",
  "access.linked": "account",
  "access.asked": "account",
  "agenda.published": "papers",
  "agenda.supplement": "papers",
  "minutes.circulated": "papers",
  "escalation.moved": "progress",
  "escalation.askedOnce": "tasked",
  "escalation.takenBack": "tasked",
  "escalation.notListed": "tasked",
  "concern.waits": "tasked",
  "concern.told": "progress",
  "concern.passed": "tasked",
  "concern.recorded": "progress",
  "concern.asked": "tasked",
  "concern.decided": "progress",
  "concern.replied": "progress",
  "concern.moved": "progress",
  "referral.waiting": "tasked",
  "referral.moreAsked": "tasked",
  "referral.answered": "progress",
  "referral.moved": "progress",
  "meeting.yearPlanned": "dates",
  "meeting.joined": "dates",
  "meeting.left": "dates",
  "meeting.invited": "dates",
  "meeting.moved": "dates",
  "meeting.cancelled": "dates",
  "action.assigned": "tasked",
  "action.answered": "progress",
  "action.decided": "progress",
  "action.dueSoon": "reminder",
  "action.dueToday": "reminder",
  "action.overdue": "reminder",
  "action.chased": "tasked",
  "action.chasedManager": "tasked",
  "talk.asked": "tasked",
  "talk.madeKnown": "tasked",
  "enquiry.asked": "tasked",
  "enquiry.askedOnce": "tasked",
  "enquiry.answered": "progress",
  "bundle.daily": "bundle",
};
/** Kinds that always go, and at once: an account's safety, an invitation, what one is asked, and the dates of meetings, which bring a calendar entry. */
export const alwaysOn = ["account", "tasked", "dates"] as const satisfies readonly MailKind[];
/** Kinds of which everybody says how they want to hear, and how they hear of them until they do. The database keeps to the same. */
export const paceUnlessSaid = { reminder: "daily", progress: "daily", papers: "immediate" } as const satisfies Partial<Record<MailKind, MailPace>>;
export type ChosenKind = keyof typeof paceUnlessSaid;
export const chosenKinds = Object.keys(paceUnlessSaid) as [ChosenKind, ...ChosenKind[]];

/** What a mail tells of, as it is spoken: by it the mail of the day names it, and whoever is shut out of it isn't told. */
export const referenceIn = (told: Facts[Template]): string | null => Object.values(told).find((fact): fact is string => typeof fact === "string" && anyReference.safeParse(fact).success) ?? null;

/** Why a mail was not sent: the kind of fault, never the server's words. */
export const problems = ["unreachable", "not_secure", "not_admitted", "refused_for_now", "refused", "bad_address", "bounced", "not_delivered", "left", "link_over"] as const;
export type Problem = (typeof problems)[number];
/** With these the address takes no mail: somebody has to ask the person for another. */
export const isBounce = (problem: Problem | null): boolean => problem === "refused" || problem === "bad_address" || problem === "bounced" || problem === "not_delivered";
/** With these nothing comes of trying again: what the mail brought is over. */
export const isOver = (problem: Problem | null): boolean => problem === "left" || problem === "link_over";
