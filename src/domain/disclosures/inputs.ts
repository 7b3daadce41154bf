import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, day, id, optionalId, optionalText, reference, several, text, ticked, version } from "../kernel/inputs.ts";

export const ContributeInput = z
  .strictObject({
    reference,
    words: text({ called: "What your agency knows", empty: "Enter what your agency knows", max: 8000 }),
    purpose: text({ called: "Purpose", empty: "Enter what it is shared for", max: 600 }),
    necessity: text({ called: "Why it is needed", empty: "Enter why it is needed, and why no less would do", max: 1000 }),
    leftOut: optionalText({ called: "What is left out", max: 600 }),
    grade: choice(enums.source_grade, "Select how reliable it is"),
    marking: choice(enums.marking, "Select the marking"),
    informed: choice(["yes", "no"], "Select whether the person knows that it is shared"),
    informedReason: optionalText({ called: "Why the person was not told", max: 600 }),
    recipients: several(z.uuid({ error: "Select the agencies it goes to" })).pipe(z.array(z.string()).min(1, { error: "Select the agencies it goes to" }).max(50)),
    powerId: id("Select the power"),
    lawfulBasisId: id("Select the lawful basis"),
    conditionId: id("Select the condition"),
    confidentialityId: id("Select why confidentiality gives way"),
  })
  .refine(({ informed, informedReason }) => informed === "yes" || informedReason !== null, { path: ["informedReason"], error: "Enter why the person was not told" });

export const WithholdShareInput = z.strictObject({
  reference,
  fromAgencyId: optionalId("Select from whom"),
  what: text({ called: "What is not shared", empty: "Enter what is not shared, without saying it", max: 300 }),
  reason: text({ called: "Reason", empty: "Enter why it is not shared", max: 1000 }),
});

export const AddGatewayInput = z
  .strictObject({
    part: choice(enums.gateway_part, "Select which of the four it answers"),
    name: text({ called: "Name", empty: "Enter the law by its name and section", max: 160 }),
    plain: text({ called: "In plain words", empty: "Enter what it lets an agency do, in plain words", max: 400 }),
    from: day({ called: "Day it begins", empty: "Enter the day it begins" }),
    reach: choice(["anybody", "listed"], "Select whom it reaches"),
    kinds: several(choice(enums.agency_kind, "Select the kinds of agency")),
    lawEnforcementOnly: ticked,
  })
  .refine(({ reach, kinds }) => reach === "anybody" || kinds.length > 0, { path: ["kinds"], error: "Select the kinds of agency it reaches" })
  .refine(({ reach, lawEnforcementOnly }) => reach === "listed" || !lawEnforcementOnly, { path: ["lawEnforcementOnly"], error: "What is for law enforcement alone reaches only the kinds of agency selected" });

const row = { rowId: z.uuid(), version };
export const EndGatewayInput = z.strictObject({ ...row, until: day({ called: "Last day", empty: "Enter its last day" }) });
export const CheckGatewayInput = z.strictObject(row);
export const AddRecipientInput = z.strictObject({ ...row, kind: choice(enums.agency_kind, "Select the kind of agency"), from: day({ called: "Day it begins", empty: "Enter the day it begins" }) });
export const EndRecipientInput = z.strictObject({ ...row, recipientId: id("Select the kind of agency"), until: day({ called: "Last day", empty: "Enter its last day" }) });

/** Whose ledger the address asks for; what can't be a person reads as not asked. */
export const ToldQuery = z.object({ person: optionalId("Select a person").catch(null) });
