import { expect, test } from "vitest";
import { domainOf, isEntraTenant, isForAnybody, readClaims } from "@/domain/organisations/rules.ts";

const tenant = "https://login.microsoftonline.com/3f1c0f3e-2a52-4a3c-9d1c-6c3f6f9f0a11/v2.0";
const other = "https://id.council.example";
const domains = ["council.example"];
const email = "ruth@council.example";

test.each([
  ["what an issuer verified", other, { email, email_verified: true }],
  ["what it verified and says as text", other, { email, email_verified: "true" }],
  ["the name that an Entra tenant gave", tenant, { preferred_username: email }],
  ["the older claim of an Entra tenant", tenant, { upn: email }],
  ["an Entra address whose domain its tenant owns", tenant, { email, xms_edov: true }],
  ["other case and width, read as accounts keep it", other, { email: "RUTH@ｃouncil.example ", email_verified: true }],
])("counts: %s", (_, issuer, claims) => expect(readClaims(issuer, claims, domains).trustedEmail).toBe(email));

test.each([
  ["an address that nobody verified", other, { email }],
  ["one that the issuer says it has not verified", other, { email, email_verified: false }],
  ["a user name anywhere but in an Entra tenant", other, { preferred_username: email, upn: email }],
  ["an Entra address that anybody can write into their account", tenant, { email }],
  ["a verified address of a domain the organisation isn't entered for", other, { email: "ruth@police.example", email_verified: true }],
  ["a guest's name in an Entra tenant", tenant, { preferred_username: "ruth_police.example#EXT#@council.onmicrosoft.com" }],
  ["a domain that only ends like ours", other, { email: "ruth@notcouncil.example", email_verified: true }],
  ["a domain below ours", other, { email: "ruth@sub.council.example", email_verified: true }],
  ["letters that only look like ours", other, { email: "ruth@cоuncil.example", email_verified: true }],
  ["letters before the @ that only look like ours", other, { email: "rսth@council.example", email_verified: true }],
  ["two addresses in one", other, { email: "ruth@council.example@council.example", email_verified: true }],
  ["a list of addresses", other, { email: [email], email_verified: true }],
])("does not count: %s", (_, issuer, claims) => expect(readClaims(issuer, claims, domains).trustedEmail).toBeNull());

test("what doesn't count is still shown to the administrator, and a name is what a person could type", () => {
  expect(readClaims(other, { email, name: " Ruth\u0000\u202E Calverley " }, domains)).toEqual({ name: "Ruth Calverley", email, trustedEmail: null });
  // nobody is added under an address that looks like another's
  expect(readClaims(other, { email: "rսth@council.example", email_verified: true }, domains).email).toBe("");
  expect(readClaims(other, { name: { first: "Ruth" } }, domains)).toEqual({ name: "", email: "", trustedEmail: null });
});

test("one tenant is told from Microsoft's addresses for anybody", () => {
  expect(isEntraTenant(tenant)).toBe(true);
  for (const address of ["https://login.microsoftonline.com/common/v2.0", "https://login.microsoftonline.com/organizations/v2.0", "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"]) {
    expect(isForAnybody(address), address).toBe(true);
  }
  for (const address of ["https://login.microsoftonline.com.evil.example/3f1c0f3e-2a52-4a3c-9d1c-6c3f6f9f0a11/v2.0", `${tenant}/`, "http://login.microsoftonline.com/3f1c0f3e-2a52-4a3c-9d1c-6c3f6f9f0a11/v2.0"]) {
    expect(isEntraTenant(address), address).toBe(false);
  }
  expect(isForAnybody(tenant)).toBe(false);
});

test("a domain is what stands behind the one @", () => {
  expect(domainOf(email)).toBe("council.example");
  for (const wrong of ["ruth", "@council.example", "ruth@", "a@b@c.example", "ruth@localhost"]) expect(domainOf(wrong), wrong).toBeNull();
});
