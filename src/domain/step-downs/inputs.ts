import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { watchLengths } from "./rules.ts";
import { choice, id, optionalId, optionalText, reference, text, ticked, version } from "../kernel/inputs.ts";

export { type StepDownPart, stepDownParts } from "./rules.ts";
export { watchLengths };

/** What the office is asked in each step; the version is that of the step-down. */
export const BeginInput = z.strictObject({ reference });
export const AssessmentInput = z
  .strictObject({
    reference,
    version,
    changed: text({ called: "What has changed", empty: "Enter what has changed", max: 4000 }),
    evidence: text({ called: "How you know", empty: "Enter how you know", max: 4000 }),
    voice: optionalText({ called: "What the victim or community says", max: 4000 }),
    voiceMissing: optionalText({ called: "Why their voice is missing", max: 1000 }),
  })
  .superRefine(({ voice, voiceMissing }, context) => {
    if (!voice && !voiceMissing) context.addIssue({ code: "custom", path: ["voice"], message: "Enter what the victim or community says, or why their voice is missing" });
    if (voice && voiceMissing) context.addIssue({ code: "custom", path: ["voiceMissing"], message: "Leave empty why their voice is missing, where you entered what they say" });
  });

export const WatchInput = z.strictObject({
  reference,
  version,
  leadAgencyId: id("Select the agency that keeps watch"),
  watchMonths: choice(["3", "6", "12"], "Select how long the watch lasts").transform(Number),
  checks: choice(["monthly", "thirds"], "Select how often it looks in"),
  returnTrigger: text({ called: "What brings the case back", empty: "Enter what brings the case back", max: 600 }),
});

export const TellingInput = z
  .strictObject({
    reference,
    version,
    raiserToldById: optionalId("Select who tells whoever raised it"),
    raiserNotTold: optionalText({ called: "Why whoever raised it is not told", max: 1000 }),
    victimToldById: optionalId("Select who tells the victim"),
    victimNotTold: optionalText({ called: "Why the victim is not told", max: 1000 }),
    tellable: optionalText({ called: "What they may be told", max: 1000 }),
  })
  .superRefine(({ raiserToldById, raiserNotTold, victimToldById, victimNotTold, tellable }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!raiserToldById && !raiserNotTold) wrong("raiserToldById", "Select who tells whoever raised it, or enter why nobody does");
    if (raiserToldById && raiserNotTold) wrong("raiserNotTold", "Leave empty why whoever raised it is not told, where you selected who tells them");
    if (!victimToldById && !victimNotTold) wrong("victimToldById", "Select who tells the victim, or enter why nobody does");
    if (victimToldById && victimNotTold) wrong("victimNotTold", "Leave empty why the victim is not told, where you selected who tells them");
    if ((raiserToldById || victimToldById) && !tellable) wrong("tellable", "Enter what they may be told");
  });

export const SignInput = z.strictObject({
  reference,
  version,
  betweenReason: optionalText({ called: "Why it is decided between meetings", max: 1000 }),
  signs: ticked.pipe(z.literal(true, { error: "Confirm that the forum no longer needs to work on this case" })),
});
export const DropInput = z.strictObject({ reference, version });

const why = (called: string, empty: string) => text({ called, empty, max: 1000 });
export const UndoInput = z.strictObject({ reference, version, reason: why("Reason", "Enter why the step-down is undone") });
export const ReturnInput = z.strictObject({ reference, version, reason: why("Reason", "Enter what brings the case back") });
export const CloseInput = z.strictObject({ reference, version, reason: why("Reason", "Enter why the case is closed") });

export const CheckInInput = z.strictObject({
  reference,
  finding: choice(enums.watch_finding, "Select what you found"),
  note: text({ called: "What you found", empty: "Enter what you found", max: 2000 }),
});
