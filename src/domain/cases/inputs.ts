import { z } from "zod";
import { enums, type SubjectType } from "../kernel/enums.ts";
import { choice, confirmedWords, day, id, optionalDay, optionalId, optionalText, reference, text, ticked, version } from "../kernel/inputs.ts";

/** D1 and D2 of a case: what its nameless twin says, what is known and what is wanted. */
const told = {
  title: text({ called: "Title without names", empty: "Enter a title that names nobody", max: 120 }),
  summary: text({ called: "Summary without names", empty: "Enter a summary that names nobody", max: 600 }),
  wardId: optionalId("Select the ward"),
  involvesChildren: ticked,
  background: text({ called: "What is happening", empty: "Enter what is happening", max: 8000 }),
  wanted: text({ called: "What is wanted from the forum", empty: "Enter what is wanted from the forum", max: 2000 }),
  namesNobody: confirmedWords,
};

/** How the room speaks of somebody, and D3 of them. */
const who = {
  subjectLabel: text({ called: "Label", empty: "Enter how the room speaks of them, such as the tenant", max: 60 }),
  name: optionalText({ called: "Name", max: 200 }),
  bornOn: optionalDay({ called: "Date of birth" }),
  address: optionalText({ called: "Address", max: 400 }),
  addressHeldById: optionalId("Select the agency that holds the address"),
  safeContact: optionalText({ called: "Safe way to make contact", max: 400 }),
};

export const TakeCaseInput = z.strictObject({
  forumId: id("Select the forum that takes the case"),
  subjectType: choice(enums.subject_type, "Select what the case is about"),
  ...told,
  /** By judgement, until it is scored. */
  risk: choice(enums.risk, "Select the risk"),
  ...who,
});
/** Another person or place of a case, whose kind may differ from what the case is about. */
export const subjectRoles = ["victim", "perpetrator", "location"] as const satisfies readonly SubjectType[];
export const AddSubjectInput = z.strictObject({ reference, version, role: choice(subjectRoles, "Select who or what it is"), ...who, namesNobody: confirmedWords });
export const AmendParticularsInput = z.strictObject({ reference, version, subjectId: id("Select who it is about"), ...who, namesNobody: confirmedWords });

export const AmendCaseInput = z.strictObject({ reference, version, ...told });

export const RevealInput = z.strictObject({
  reference,
  reason: text({ called: "Reason", empty: "Enter why you need to see who it is", max: 300 }).pipe(z.string().min(10, { error: "Reason must be 10 characters or more" })),
});

/** Rule 26, D4: stored only where it must be. */
export const StoreAddressInput = z.strictObject({
  reference,
  subjectId: id("Select whose address it is"),
  address: text({ called: "Withheld address", empty: "Enter the withheld address", max: 400 }),
  heldById: id("Select the agency that answers for the address"),
  readerId: id("Select who may be shown it"),
  must: ticked.refine((isTicked) => isTicked, { error: "Confirm that the address must be stored here" }),
});
export const AmendAddressInput = z.strictObject({
  reference,
  version,
  subjectId: id("Select whose address it is"),
  address: text({ called: "Withheld address", empty: "Enter the withheld address", max: 400 }),
});
export const AddressReaderInput = z.strictObject({ reference, subjectId: id("Select whose address it is"), personId: id("Select who may be shown it") });
export const RevealAddressInput = z.strictObject({
  reference,
  subjectId: id("Select whose address it is"),
  reason: text({ called: "Reason", empty: "Enter why you need the withheld address", max: 300 }).pipe(z.string().min(10, { error: "Reason must be 10 characters or more" })),
});

/** Why information governance asks to open a case, and from which day to which. */
export const AskToOpenInput = z.strictObject({
  reference,
  purpose: text({ called: "Purpose", empty: "Enter why the case must be opened", max: 600 }).pipe(z.string().min(20, { error: "Purpose must be 20 characters or more" })),
  from: day({ called: "First day", empty: "Enter the first day" }),
  until: day({ called: "Last day", empty: "Enter the last day" }),
});
export const AgreeToPurposeInput = z.strictObject({ purposeId: id("Select what is agreed to") });
