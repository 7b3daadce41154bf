import { redirect } from "next/navigation";
import { Details } from "@/ui/content/details.tsx";
import { CodeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords as words } from "@/wording/accounts.ts";
import { Outside, titleOf } from "../../outside.tsx";
import { currentStep } from "../entry.ts";
import { pathInside } from "../path-inside.ts";
import { submitCode } from "./submit.ts";

/** The second step of signing in: a code of the app, or with `recovery` one from paper. */
export default async function CodePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const asked = await searchParams;
  const step = await currentStep();
  if (!step) redirect("/sign-in");
  if (step.needs === "set_up") redirect("/sign-in/set-up");
  const next = pathInside(asked.next);
  const byRecovery = asked.recovery !== undefined;
  const title = byRecovery ? words.recoveryTitle : words.codeTitle;
  const other = new URLSearchParams({ ...(next === "/" ? {} : { next }), ...(byRecovery ? {} : { recovery: "yes" }) });
  return (
    <Outside title={title}>
      <SubmissionForm
        key={title}
        submission={submitCode}
        title={titleOf(title)}
        heading={<PageHeader title={title} subtitle={byRecovery ? words.recoveryLead : words.codeLead} />}
        hidden={{ next }}
        button={words.codeButton}
        beside={<a href={other.size > 0 ? `/sign-in/code?${other}` : "/sign-in/code"}>{byRecovery ? words.useApp : words.useRecovery}</a>}
      >
        {byRecovery ? (
          <CodeField name="code" label={words.recoveryCode} hint={words.recoveryHint} width={20} autoCapitalize="characters" />
        ) : (
          <CodeField name="code" label={words.code} hint={words.codeHint} width={10} inputMode="numeric" />
        )}
      </SubmissionForm>
      <div className="mt-6">
        <Details summary={words.lost}>
          <p>{words.lostText}</p>
        </Details>
      </div>
    </Outside>
  );
}
