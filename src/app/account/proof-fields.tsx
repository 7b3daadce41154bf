import { CodeField, PasswordField } from "@/ui/forms/fields.client.tsx";
import { accountWords as words } from "@/wording/accounts.ts";

/** What people show again before they change how they sign in: an open page alone may be somebody else's. */
export function ProofFields({ hasFactor, codeHint = words.codeHint }: { hasFactor: boolean; codeHint?: string }) {
  return (
    <>
      <PasswordField name="currentPassword" label={words.currentPassword} autoComplete="current-password" />
      {hasFactor && <CodeField name="code" label={words.code} hint={codeHint} width={20} />}
    </>
  );
}
