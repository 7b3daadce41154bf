import { readRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import { CodeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { routeWords as words } from "@/wording/one-time-routes.ts";
import { requestId } from "../../actor.ts";
import { LinkOver, Outside, titleOf } from "../../outside.tsx";
import { mayOpen } from "../shown-code.ts";
import { acts } from "./acts.tsx";
import { submitCode } from "./submit.ts";

type Props = { params: Promise<{ secret: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A one-time route: opening it changes nothing, so that what reads mail beforehand uses nothing up. First the code, then the one thing to do. */
export default async function OncePage({ params, searchParams }: Props) {
  const { secret } = await params;
  const route = await readRoute(secret, await requestId());
  if (!route) return <Over />;
  if (await mayOpen(route)) {
    const Act = acts[route.purpose];
    return Act ? <Act route={route} secret={secret} query={await searchParams} /> : <Over />;
  }
  return (
    <Outside title={words.codeTitle}>
      <SubmissionForm submission={submitCode} title={titleOf(words.codeTitle)} heading={<PageHeader title={words.codeTitle} subtitle={words.codeLead(route.forum)} />} hidden={{ secret }} button={words.codeButton}>
        <CodeField name="code" label={words.code} hint={words.codeHint} width={10} inputMode="text" autoCapitalize="characters" />
        <p className="form-group">{words.noCode}</p>
      </SubmissionForm>
    </Outside>
  );
}

const Over = () => (
  <LinkOver>
    <p className="mb-4">{words.again}</p>
  </LinkOver>
);
