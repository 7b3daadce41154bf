import { z } from "zod";
import { choice, id, normalisedEmail, optionalId, optionalText, text } from "../kernel/inputs.ts";
import { domainOf, isForAnybody } from "./rules.ts";

const name = text({ called: "Name of the organisation", empty: "Enter the name of the organisation", max: 100 });

/** The issuer exactly as it calls itself; the address of its description leads to the same. */
const issuer = text({ called: "Issuer", empty: "Enter the issuer", max: 300 })
  .transform((said) => said.replace(/\/\.well-known\/openid-configuration$/, ""))
  .refine((said) => URL.canParse(said) && /^https?:$/.test(new URL(said).protocol) && !/[?#\s]/.test(said), { error: "Issuer must be an address that begins with https://" })
  .refine((said) => !isForAnybody(said), { error: "Issuer must be your organisation’s own. This address lets in anybody with a Microsoft account" });

/** As people write lists: one a line, or with commas; "@council.gov.uk" is a domain too. */
const domains = z.preprocess(
  (said) => (typeof said === "string" ? [...new Set(said.normalize("NFKC").toLowerCase().split(/[\s,;]+/).map((one) => one.replace(/^@/, "")).filter(Boolean))] : []),
  z
    .array(z.string().max(253, { error: "Each domain must be 253 characters or less" }).regex(/^(?!-)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { error: "Enter each domain like council.gov.uk, one on each line" }))
    .min(1, { error: "Enter the domains of the organisation’s email addresses" })
    .max(50, { error: "Enter 50 domains or fewer" }),
);

const secret = optionalText({ called: "Client secret", max: 500 });

export const AddOrganisationInput = z.strictObject({ name, issuer, clientId: text({ called: "Client ID", empty: "Enter the client ID", max: 200 }), clientSecret: secret, domains });
/** An issuer and a client ID stay: by them people are known. Where they change, it is another sign-in. */
export const ChangeOrganisationInput = z.strictObject({ organisationId: id("Select the organisation"), name, clientSecret: secret, domains });
export const EndOrganisationInput = z.strictObject({ organisationId: id("Select the organisation") });

/** Of an address that somebody types to find their organisation nothing is taken but its domain. */
export const FindOrganisationInput = z
  .object({ email: z.string({ error: "Enter your email address" }).trim().min(1, { error: "Enter your email address" }).pipe(normalisedEmail) })
  .transform(({ email }, context): { domain: string } => {
    const domain = domainOf(email);
    if (domain !== null) return { domain };
    context.addIssue({ code: "custom", path: ["email"], message: "Enter an email address in the correct format, like name@example.com" });
    return z.NEVER;
  });

const request = { requestId: id("Select the request") };
export const AdmitRequestInput = z
  .strictObject({
    ...request,
    who: choice(["new", "known"], "Select whether they are in the directory already"),
    personId: optionalId("Select the person"),
    name: optionalText({ called: "Name", max: 200 }),
    post: optionalText({ called: "Post", max: 200 }),
    agencyId: optionalId("Select the agency"),
  })
  .superRefine(({ who, personId, name: called, post, agencyId }, context) => {
    const missing: [string, boolean, string][] =
      who === "known" ? [["personId", personId === null, "Select the person"]] : [["name", called === null, "Enter their name"], ["post", post === null, "Enter their post"], ["agencyId", agencyId === null, "Select their agency"]];
    for (const [field, isMissing, message] of missing) if (isMissing) context.addIssue({ code: "custom", path: [field], message });
  });
export const RefuseRequestInput = z.strictObject(request);

/** Whether an address's part can be an id at all; what can't reads as not found. */
export const isId = (said: string): boolean => z.uuid().safeParse(said).success;
