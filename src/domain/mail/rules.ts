import { z } from "zod";

const moment = z.iso.datetime({ offset: true });
/** A one-time link by its id. Its address is made when the mail is sent, so that the database never holds it. */
const linkId = z.uuid();

/** A meeting by its reference, which names nobody: "CEN-2026-12", "CEN-2026-12-X1". */
export const meetingReference = z.stringFormat("meeting reference", /^[A-Z0-9]{1,20}-20\d\d-(?:0[1-9]|1[0-2])(?:-X\d{1,3})?$/);
/** A concern by its reference: "CON-2026-0042". */
export const concernReference = z.stringFormat("concern reference", /^CON-20\d\d-\d{4,6}$/);
/** A referral by its reference, which names nobody: "REF-2026-0031". */
export const referralReference = z.stringFormat("referral reference", /^REF-20\d\d-\d{4,6}$/);
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
  "concern.waits": z.strictObject({ concern: concernReference }),
  "concern.told": z.strictObject({ concern: concernReference }),
  "concern.passed": z.strictObject({ concern: concernReference }),
  "concern.recorded": z.strictObject({ concern: concernReference }),
  "concern.asked": z.strictObject({ concern: concernReference }),
  "concern.decided": z.strictObject({ concern: concernReference }),
  "concern.replied": z.strictObject({ concern: concernReference }),
  "referral.waiting": z.strictObject({ referral: referralReference }),
  "referral.moreAsked": z.strictObject({ referral: referralReference }),
  "referral.answered": z.strictObject({ referral: referralReference }),
  "meeting.yearPlanned": z.strictObject({ at: moment, meetings: z.array(meeting).min(1).max(12) }),
  "meeting.joined": z.strictObject({ at: moment, meetings: z.array(meeting).min(1).max(12) }),
  "meeting.left": z.strictObject({ at: moment, meetings: z.array(meeting).min(1).max(12) }),
  "meeting.invited": z.strictObject({ at: moment, meeting }),
  "meeting.moved": z.strictObject({ at: moment, meeting }),
  "meeting.cancelled": z.strictObject({ at: moment, meeting }),
} as const;

export type Template = keyof typeof facts;
export type Facts = { [T in Template]: z.infer<(typeof facts)[T]> };
export const templates = Object.keys(facts) as Template[];

/** Why a mail was not sent: the kind of fault, never the server's words. */
export const problems = ["unreachable", "not_secure", "not_admitted", "refused_for_now", "refused", "bad_address", "left", "link_over"] as const;
export type Problem = (typeof problems)[number];
/** With these nothing comes of trying again: what the mail brought is over. */
export const isOver = (problem: Problem | null): boolean => problem === "left" || problem === "link_over";
