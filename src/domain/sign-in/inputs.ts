import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, id, optionalChoice, optionalId, optionalText, reference, several, text, ticked, time, version } from "../kernel/inputs.ts";

const accepted = (untouched: string) => ticked.refine((isTicked) => isTicked, { error: untouched });

export const SignRegisterInput = z.strictObject({
  reference,
  /** The version of the declaration that was read before signing. */
  declarationVersion: version,
  agencyId: id("Select the agency you represent"),
  represents: optionalText({ called: "Who else you represent", max: 200 }),
  commits: choice(["yes", "no"], "Select whether you can commit your agency's resources"),
  /** In the room, or from elsewhere. */
  joins: z.preprocess((value) => value ?? "room", choice(["room", "remote"], "Select how you join")),
  /** Our note of the code that they were shown on the room's screen. */
  shown: optionalText({ called: "Code", max: 300 }),
  attends: accepted("Confirm that you are attending this meeting"),
  accepts: accepted("Accept the confidentiality declaration"),
});

/** "I don't accept": it admits to nothing. */
export const RefuseDeclarationInput = z.strictObject({ reference, declarationVersion: version });

const theyAccept = accepted("Tick this once they have read the declaration and accept it");
const theyCommit = choice(["yes", "no"], "Select whether they can commit their agency's resources");
/** A member without their device, at the screen of the chair's office. */
export const SignMemberInput = z.strictObject({ reference, declarationVersion: version, personId: id("Select who signs"), commits: theyCommit, accepts: theyAccept });
const guestCommits = choice(["yes", "no"], "Select whether they can commit their organisation's resources");
const guest = {
  name: text({ called: "Name", empty: "Enter their name", max: 100 }),
  organisation: text({ called: "Organisation", empty: "Enter who they come for", max: 150 }),
  represents: optionalText({ called: "Who else they represent", max: 200 }),
};
/** Somebody without an account. */
export const SignGuestInput = z.strictObject({ reference, declarationVersion: version, ...guest, commits: guestCommits, accepts: theyAccept });
/** Somebody, with or without an account, who would not accept it. */
export const RecordRefusalInput = z.strictObject({ reference, guestName: text({ called: "Name", empty: "Enter who did not accept it", max: 100 }) });

const signedAt = time({ called: "Time they signed", empty: "Enter the time they signed" });
/** Those who signed on paper at about one time; the sheet itself is kept. */
export const EnterSheetInput = z.strictObject({ reference, personIds: several(id("Select who signed on paper")).pipe(z.array(z.string()).min(1, { error: "Select who signed on paper" }).max(200)), at: signedAt });
export const EnterSheetGuestInput = z.strictObject({ reference, ...guest, commits: guestCommits, at: signedAt });

/** By an agency's named contact, before the meeting: the same declaration. */
export const SignInAdvanceInput = z.strictObject({ reference, declarationVersion: version, accepts: accepted("Accept the confidentiality declaration") });

/** What somebody answers to the invitation to a meeting. */
export const ReplyInput = z.strictObject({
  reference,
  reply: choice(enums.meeting_reply_kind, "Select whether you will come"),
  information: optionalText({ called: "What the chair's office should know", max: 2000 }),
  deputyId: optionalId("Select who comes for you"),
  deputyName: optionalText({ called: "Their name", max: 100 }),
  deputyCommits: optionalChoice(["yes", "no"], "Select whether they can commit your agency's resources"),
});

/** Somebody who leaves the room before the end, or is back. */
export const DepartureInput = z.strictObject({ reference, personId: id("Select who it is") });

/** What the chair's office can record of somebody who isn't coming; presence is recorded by their own signature alone. */
export const absences = ["apologies", "apologies_with_information", "absent"] as const;
export const RecordAbsenceInput = z.strictObject({
  reference,
  personId: id("Select who is not coming"),
  status: choice(absences, "Select what to record"),
});
