import { z } from "zod";

/** An e-mail address as accounts keep it: compatibility forms folded before anything looks at it, then lower case; without what no keyboard types and no database takes. */
export const normalisedEmail = z
  .string()
  .max(320, { error: "Email address must be 320 characters or less" })
  .transform((said) => said.toWellFormed().normalize("NFKC").replaceAll(/\p{Cc}/gu, "").trim().toLowerCase());

export const SignInInput = z.object({
  email: z.string({ error: "Enter your email address" }).trim().min(1, { error: "Enter your email address" }).pipe(normalisedEmail),
  password: z.string({ error: "Enter your password" }).min(1, { error: "Enter your password" }).max(1024, { error: "Password must be 1,024 characters or less" }),
});
