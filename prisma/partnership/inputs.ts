import { z } from "zod";
import { enums } from "../../src/domain/kernel/enums.ts";
import { choice, normalisedEmail, optionalText, text } from "../../src/domain/kernel/inputs.ts";

const kinds = enums.agency_kind.map((kind) => kind.replaceAll("_", " ")).join(", ");
const asKept = (value: unknown) => (typeof value === "string" ? value.trim().toLowerCase().replaceAll(/[\s-]+/g, "_") : value);
const wholeEmail = z
  .string({ error: "Enter the administrator's email address" })
  .pipe(normalisedEmail)
  .pipe(z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, { error: "Email address must be like name@example.gov.uk" }));

/** What a partnership begins with. Everything else its administrator adds on the screens. */
export const PartnershipInput = z.strictObject({
  name: text({ called: "Name of the partnership", empty: "Enter the name of the partnership", max: 120 }),
  agency: text({ called: "Name of the agency", empty: "Enter the name of its first agency", max: 120 }),
  kind: z.preprocess(asKept, choice(enums.agency_kind, `Kind of agency must be one of: ${kinds}`)),
  administrator: text({ called: "Name of the administrator", empty: "Enter the administrator's name", max: 120 }),
  email: wholeEmail,
  style: optionalText({ called: "Style", max: 20 }),
  post: optionalText({ called: "Post", max: 120 }).transform((post) => post ?? "Partnership administrator"),
});
export type PartnershipInput = z.infer<typeof PartnershipInput>;

export const InvitationInput = z.strictObject({ email: wholeEmail, "reset-second-factor": z.boolean().default(false) });

/** What is asked where a terminal can be answered; the rest may be left out. */
export const questions: Record<string, string> = {
  name: "Name of the partnership",
  agency: "Its first agency, the administrator's own",
  kind: `Kind of agency (${kinds})`,
  administrator: "The administrator's name",
  email: "The administrator's email address",
};
