import { z } from "zod";
import { id, normalisedEmail } from "../kernel/inputs.ts";

const email = z.string({ error: "Enter your email address" }).trim().min(1, { error: "Enter your email address" }).pipe(normalisedEmail);

export const mostPasswordBytes = 1024;
const passwordOf = (empty: string) =>
  z.string({ error: empty }).min(1, { error: empty }).refine((said) => Buffer.byteLength(said) <= mostPasswordBytes, { error: "Password must be 1,024 characters or less" });

export const SignInInput = z.object({ email, password: passwordOf("Enter your password") });
export const ForgottenInput = z.object({ email });

/** The alphabet of codes that are read from paper: nothing in it looks like another. */
export const recoveryAlphabet = "234679ACDEFGHJKMNPQRTUVWXYZ";
export type TypedCode = { kind: "app" | "recovery"; text: string };
const wrongCode = "Enter the 6 digits your app shows, or a recovery code";

/** A code of the app or a recovery code, however it was spaced. No recovery code is six digits long, so one box does for both. */
export const code = z
  .string({ error: "Enter a code" })
  .max(100, { error: wrongCode })
  .transform((said, context): TypedCode => {
    const text = said.normalize("NFKC").toUpperCase().replaceAll(/[\s\-–.]/g, "");
    if (/^\d{6}$/.test(text)) return { kind: "app", text };
    if (new RegExp(`^[${recoveryAlphabet}]{12}$`).test(text)) return { kind: "recovery", text };
    context.addIssue({ code: "custom", message: text === "" ? "Enter a code" : wrongCode });
    return z.NEVER;
  });
/** A code of an app that is being set up. */
const appCode = code.refine((typed) => typed.kind === "app", { error: "Enter the 6 digits your app shows" }).transform(({ text }) => text);

export const CodeInput = z.object({ code });
export const SetUpInput = z.object({ code: appCode });

const newPassword = passwordOf("Enter a password");
/** Behind a one-time link; the code where there is a second factor. */
export const JoinInput = z.object({ password: newPassword, code: code.optional() });
export type JoinFields = z.infer<typeof JoinInput>;

/** The shortest password: a second factor beside it makes up for three characters. */
export const shortestPassword = (person: { hasFactor: boolean; mustHaveFactor: boolean }) => (person.hasFactor || person.mustHaveFactor ? 12 : 15);

/** What people show before they change how they sign in: the password, and a code where they have a second factor. */
const shown = { currentPassword: passwordOf("Enter your password"), code: code.optional() };
export const ChangePasswordInput = z.strictObject({ ...shown, password: newPassword });
export const ReplaceFactorInput = z.strictObject({ ...shown, newCode: appCode });
export const RecoveryCodesInput = z.strictObject(shown);

export const EndSessionInput = z.strictObject({ sessionId: id("Select a session") });
export const OfPersonInput = z.strictObject({ personId: id("Select a person") });
