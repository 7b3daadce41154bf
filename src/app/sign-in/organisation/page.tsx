import { notFound, redirect } from "next/navigation";
import { type FoundOrganisation, findOrganisations, organisationsSignIn } from "@/domain/organisations/queries/find-organisations.ts";
import { RadiosField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { organisationSignIn as words } from "@/wording/organisation.ts";
import { currentActor } from "../../actor.ts";
import { Outside, titleOf } from "../../outside.tsx";
import { pathInside } from "../path-inside.ts";
import { submitOrganisationChoice, submitOrganisationEmail } from "./submit.ts";

type Query = Record<string, string | string[] | undefined>;

/** Where somebody's own organisation signs them in: found by the domain of their address, or chosen where several have it. */
export default async function OrganisationPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (await currentActor()) redirect("/");
  if (!(await organisationsSignIn())) notFound();
  const { next: asked, domain } = await searchParams;
  const next = pathInside(asked);
  const found = typeof domain === "string" ? await findOrganisations(domain) : [];
  return (
    <Outside title={found.length > 1 ? words.choose : words.title}>
      <BackLink href={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}>{words.back}</BackLink>
      {found.length > 1 ? <Choice found={found} next={next} /> : <ByAddress next={next} />}
    </Outside>
  );
}

function ByAddress({ next }: { next: string }) {
  return (
    <SubmissionForm submission={submitOrganisationEmail} title={titleOf(words.title)} heading={<PageHeader title={words.title} subtitle={words.lead} />} hidden={{ next }} button={words.button}>
      <TextField name="email" label={words.email} hint={words.emailHint} type="email" autoComplete="username" spellCheck={false} width={30} />
    </SubmissionForm>
  );
}

/** One name may stand for several partnerships here: the names then say which. */
function Choice({ found, next }: { found: FoundOrganisation[]; next: string }) {
  const severalPartnerships = new Set(found.map(({ partnership }) => partnership)).size > 1;
  const items = found.map(({ organisationId, name, partnership }) => ({ value: organisationId, text: severalPartnerships ? words.of(name, partnership) : name }));
  return (
    <SubmissionForm submission={submitOrganisationChoice} title={titleOf(words.choose)} heading={<PageHeader title={words.choose} />} hidden={{ next }} button={words.button}>
      <RadiosField name="organisationId" legend={words.chooseLegend} items={items} />
    </SubmissionForm>
  );
}
