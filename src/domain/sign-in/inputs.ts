import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, id, optionalChoice, optionalId, optionalText, reference, ticked, version } from "../kernel/inputs.ts";

const accepted = (untouched: string) => ticked.refine((isTicked) => isTicked, { error: untouched });

export const SignRegisterInput = z.strictObject({
  reference,
  /** The version of the declaration that was read before signing. */
  declarationVersion: version,
  agencyId: id("Select the agency you represent"),
  represents: optionalText({ called: "Who else you represent", max: 200 }),
  commits: choice(["yes", "no"], "Select whether you can commit your agency's resources"),
  attends: accepted("Confirm that you are attending this meeting"),
  accepts: accepted("Accept the confidentiality declaration"),
});

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
