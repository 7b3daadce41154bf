import { redirect } from "next/navigation";
import { appOfStep } from "@/domain/accounts/queries/read-step.ts";
import { CodeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords as words } from "@/wording/accounts.ts";
import { Outside, titleOf } from "../../outside.tsx";
import { AppToScan } from "../app-to-set-up.tsx";
import { currentStep } from "../entry.ts";
import { pathInside } from "../path-inside.ts";
import { submitSetUp } from "./submit.ts";

/** The second factor of somebody whose office asks for one, before anything else is open to them. */
export default async function SetUpPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const next = pathInside((await searchParams).next);
  const step = await currentStep();
  if (!step) redirect("/sign-in");
  if (step.needs === "code") redirect(next === "/" ? "/sign-in/code" : `/sign-in/code?next=${encodeURIComponent(next)}`);
  return (
    <Outside title={words.setUpTitle}>
      <SubmissionForm submission={submitSetUp} title={titleOf(words.setUpTitle)} heading={<PageHeader title={words.setUpTitle} subtitle={words.setUpLead} />} hidden={{ next }} button={words.setUpButton}>
        <AppToScan app={appOfStep(step)} />
        <CodeField name="code" label={words.firstCode} hint={words.codeHint} width={10} inputMode="numeric" />
      </SubmissionForm>
    </Outside>
  );
}
