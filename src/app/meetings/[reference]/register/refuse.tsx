import { randomUUID } from "node:crypto";
import { momentInWords } from "@/domain/kernel/dates.ts";
import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Details } from "@/ui/content/details.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { wayWords as words } from "@/wording/register-ways.ts";
import { shellWords } from "@/wording/shell.ts";
import { registerWords } from "@/wording/sign-in.ts";
import { submitRefusal } from "./submit.ts";

/** Whoever does not accept the declaration says so, once. It is recorded, and opens nothing. */
export function Refuse({ register: { reference, declaration, myRefusal } }: { register: RegisterView }) {
  if (myRefusal) return <Alert title={words.myRefusal(momentInWords(myRefusal))}>{words.myRefusalNote}</Alert>;
  return (
    <Details summary={words.refuse}>
      <p className="mb-3">{words.refuseNote}</p>
      <PostButton submission={submitRefusal} submissionKey={randomUUID()} title={`${registerWords.title} ${reference} – ${shellWords.titleEnd}`} hidden={{ reference, declarationVersion: declaration.version }}>
        {words.refuse}
      </PostButton>
    </Details>
  );
}
