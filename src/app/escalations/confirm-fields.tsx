import { outsideSays } from "@/domain/escalations/inputs.ts";
import type { Handed } from "@/domain/escalations/queries/view-handed.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import type { Checks } from "@/ui/forms/check-answers.client.tsx";
import { DateField, RadiosField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";

/** What is shown of it before it is sent. */
export const confirmChecks: Checks = {
  title: words.confirmCheck,
  lead: words.confirmLead,
  rows: [
    { name: "says", label: words.confirm, words: words.saysWords },
    { name: "on", label: words.listedOnField },
    { name: "listedAs", label: words.listedAsField },
    { name: "reason", label: words.returnReason },
  ],
  button: words.confirmSend,
  change: words.change,
};

/** What another board's secretary can say, signed in or by a one-time link. */
export function ConfirmFields({ state, receivedOn, listedOn, listedAs }: Pick<Handed, "state" | "receivedOn" | "listedOn" | "listedAs">) {
  const says = outsideSays.filter((one) => one !== "received" || state === "sent");
  return (
    <>
      {state === "received" && receivedOn && <Alert title={words.saidReceived(inWords(receivedOn))} />}
      {state === "listed" && listedOn && <Alert title={words.saidListed(inWords(listedOn), listedAs ?? "")} />}
      <RadiosField name="says" legend={words.confirm} items={says.map((value) => ({ value, text: words.saysWords[value] }))} />
      <DateField name="on" legend={words.listedOnField} hint={words.listedOnHint} />
      <TextField name="listedAs" label={words.listedAsField} hint={words.listedAsHint} />
      <TextareaField name="reason" label={words.returnReason} hint={words.returnReasonHint} rows={3} limit={600} />
    </>
  );
}
