import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, day, id, optionalDay, optionalId, optionalText, plainEmail, reference, several, text, ticked, version, wholeNumber } from "../kernel/inputs.ts";

const email = z
  .string({ error: "Enter their email address" })
  .trim()
  .min(1, { error: "Enter their email address" })
  .pipe(plainEmail);
const person = {
  name: text({ called: "Name", empty: "Enter their name", max: 100 }),
  style: optionalText({ called: "Rank or title", max: 20 }),
  post: text({ called: "Post", empty: "Enter their post", max: 150 }),
  email,
};
const personId = id("Select a person");
const heldPerson = { personId, version };

export const AddPersonInput = z.strictObject({ ...person, agencyId: id("Select their agency") });
export const ChangePersonInput = z.strictObject({ ...heldPerson, ...person });
/** An act on somebody that needs no words: inviting, leaving, coming back. */
export const PersonInput = z.strictObject(heldPerson);
export const SearchPeopleInput = z.strictObject({ words: optionalText({ called: "Name, post or email address", max: 100 }) });

/** From its first day to its last. What ends at once is ended, not given with an end in the past. */
const span = { from: day({ called: "First day", empty: "Enter the first day" }), until: optionalDay({ called: "Last day" }) };
const forumId = id("Select a forum");
export const AppointInput = z.strictObject({
  personId, forumId,
  office: choice(enums.office, "Select the office"),
  capacity: choice(enums.capacity, "Select whether it is substantive, interim or acting"),
  ...span,
  proposedBy: optionalText({ called: "Who proposed them", max: 120 }),
  secondedBy: optionalText({ called: "Who seconded", max: 120 }),
  /** The meeting that appointed them, and the number of the item there. */
  meeting: z.preprocess((said) => (typeof said === "string" && said.trim() === "" ? null : (said ?? null)), reference.nullable()),
  item: z.preprocess((said) => (typeof said === "string" && said.trim() === "" ? null : (said ?? null)), wholeNumber({ called: "Number of the item", empty: "Enter the number of the item", min: 1, max: 500 }).nullable()),
});
const seat = { represents: optionalText({ called: "Whom they also represent", max: 150 }), commits: ticked, core: ticked, namedContact: ticked };
export const GiveSeatInput = z.strictObject({ personId, forumId, agencyId: id("Select the agency they sit for"), ...seat, ...span });
export const ChangeSeatInput = z.strictObject({ seatId: id("Select the seat"), version, ...seat });
export const GiveOfficeInput = z.strictObject({ personId, office: choice(enums.partnership_office_kind, "Select the office"), ...span });
export const RepresentWardInput = z.strictObject({ personId, wardId: id("Select the ward"), ...span });

export const holdingKinds = ["appointment", "seat", "office", "ward"] as const;
export type HoldingKind = (typeof holdingKinds)[number];
export const EndHoldingInput = z.strictObject({
  kind: z.enum(holdingKinds),
  holdingId: id("Select what ends"),
  version,
  when: choice(["at_once", "on_a_day"], "Select when it ends"),
  until: optionalDay({ called: "Last day" }),
});

const agency = { name: text({ called: "Name", empty: "Enter the name of the agency", max: 150 }), shortName: text({ called: "Short name", empty: "Enter a short name, as lists and minutes say it", max: 40 }) };
export const AddAgencyInput = z.strictObject({ ...agency, kind: choice(enums.agency_kind, "Select what kind of agency it is") });
export const ChangeAgencyInput = z.strictObject({ agencyId: id("Select the agency"), version, ...agency, leadId: optionalId("Select who answers for the agency") });
const placeName = text({ called: "Name", empty: "Enter the name", max: 100 });
export const AddAreaInput = z.strictObject({ name: placeName });
export const AddWardInput = z.strictObject({ name: placeName, areaId: id("Select the area it is in") });
export const RenamePlaceInput = z.strictObject({ kind: z.enum(["area", "ward"]), placeId: id("Select the area or ward"), version, name: placeName });

const forum = { name: text({ called: "Name", empty: "Enter the name of the forum", max: 150 }), areaId: optionalId("Select an area") };
const terms = {
  purpose: text({ called: "Purpose", empty: "Enter what the forum is for", max: 4000 }),
  limitMinutes: z.coerce.number({ error: "Enter the limit in minutes, like 120" }).int({ error: "Limit must be a whole number of minutes" }).min(30, { error: "Limit must be 30 minutes or more" }).max(480, { error: "Limit must be 480 minutes or less" }),
  admitsElectedMembers: ticked,
  /** How many members it takes to decide anything; empty where it has no quorum (rule 4). */
  quorum: z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.coerce.number({ error: "Quorum must be a number of members, like 5" }).int({ error: "Quorum must be a whole number of members" }).min(1, { error: "Quorum must be 1 or more" }).max(100, { error: "Quorum must be 100 or less" }).nullable(),
  ),
  /** Kinds of agency that must be at its meetings. */
  requiredRoles: several(choice(enums.agency_kind, "Select kinds of agency")),
};
export const AddForumInput = z.strictObject({
  kind: choice(enums.forum_kind, "Select what kind of forum it is"),
  code: z
    .string({ error: "Enter a code, like CEN" })
    .transform((said) => said.trim().toUpperCase())
    .pipe(z.string().min(1, { error: "Enter a code, like CEN" }).regex(/^[A-Z]{2,6}$/, { error: "Code must be 2 to 6 letters, like CEN" })),
  ...forum, ...terms,
});
export const ChangeForumInput = z.strictObject({ forum: reference, version, ...forum });
export const AdoptTermsInput = z.strictObject({ forum: reference, version, ...terms, from: day({ called: "Day they are in force from", empty: "Enter the day they are in force from" }) });

export const SettleInput = z.strictObject({
  version,
  name: text({ called: "Name", empty: "Enter the name of the partnership", max: 150 }),
  idleMinutes: z.coerce.number({ error: "Enter a number of minutes" }).int({ error: "Minutes must be a whole number" }).min(10, { error: "Minutes must be 10 or more" }).max(60, { error: "Minutes must be 60 or less" }),
  findsRepeats: choice(["yes", "no"], "Select whether Casemoot looks for what may be the same").transform((said) => said === "yes"),
});
export const AdoptDeclarationInput = z.strictObject({
  /** The version that the new text was written from. */
  version,
  text: text({ called: "Declaration", empty: "Enter the text of the declaration", max: 20_000 }),
  from: day({ called: "Day it is signed from", empty: "Enter the day it is signed from" }),
});

/** `open`: they can sign in. `invited` and `expired`: the last link is to be used, or its days are over. `none`: never invited, or withdrawn. */
export const accountStates = ["open", "invited", "expired", "none", "left"] as const;
export type AccountState = (typeof accountStates)[number];

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
/** The filters of the list of people as they stand in its address; a name that is searched for never does. What can't be read is left out. */
export const PeopleFilters = z.object({
  agency: z.preprocess(one, z.uuid().nullable().catch(null)),
  account: z.preprocess(one, z.enum(accountStates).exclude(["left"]).nullable().catch(null)),
  left: z.preprocess(one, z.literal("1").transform(() => true).catch(false)),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(100_000).catch(1)),
});
export type PeopleFilters = z.infer<typeof PeopleFilters>;

export const AddBankHolidayInput = z.strictObject({
  day: day({ called: "Day of the bank holiday", empty: "Enter the day of the bank holiday" }),
  name: text({ called: "Name", empty: "Enter what the bank holiday is called", max: 100 }),
});
export const WithdrawBankHolidayInput = z.strictObject({ day: day({ called: "Day of the bank holiday", empty: "Select the bank holiday" }) });
