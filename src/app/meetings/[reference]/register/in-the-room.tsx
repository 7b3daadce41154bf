import { randomUUID } from "node:crypto";
import { timeInWords } from "@/domain/kernel/dates.ts";
import type { Out } from "@/domain/sign-in/queries/view-register.ts";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { shellWords } from "@/wording/shell.ts";
import { registerWords as words } from "@/wording/sign-in.ts";
import { submitDeparture, submitReturn } from "./submit.ts";

/** Leaving early and coming back, one tap each; who left for an item is back when the next is taken up. */
export function InTheRoom({ reference, personId, name, out }: { reference: string; personId: string; name: string | null; out: Out | null }) {
  const form = { title: `${words.title} ${reference} – ${shellWords.titleEnd}`, hidden: { reference, personId }, submissionKey: randomUUID(), small: true, ...(name ? { about: name } : {}) };
  if (out?.forItem) return <span>{words.outForItem(timeInWords(out.since))}</span>;
  return out ? (
    <>
      <span>{words.outSince(timeInWords(out.since))}</span>
      <PostButton submission={submitReturn} {...form}>
        {name ? words.isBack : words.iAmBack}
      </PostButton>
    </>
  ) : (
    <PostButton submission={submitDeparture} {...form}>
      {name ? words.hasLeft : words.iLeave}
    </PostButton>
  );
}
