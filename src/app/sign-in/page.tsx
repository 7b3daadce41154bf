import { redirect } from "next/navigation";
import { type DemonstrationPerson, listDemonstrationPeople } from "@/domain/accounts/queries/list-demonstration-people.ts";
import { organisationsSignIn } from "@/domain/organisations/queries/find-organisations.ts";
import { Button, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { PasswordField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { Banner } from "@/ui/shell/banner.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { organisationSignIn } from "@/wording/organisation.ts";
import { entryWords } from "@/wording/accounts.ts";
import { shellWords } from "@/wording/shell.ts";
import { signInWords as words } from "@/wording/sign-in-page.ts";
import { currentActor } from "../actor.ts";
import { Said } from "../said.tsx";
import { submitDemonstrationSignIn, submitSignIn } from "./submit.ts";

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  if (await currentActor()) redirect("/");
  const asked = (await searchParams).next;
  const next = typeof asked === "string" ? asked : "/";
  const people = await listDemonstrationPeople();
  return (
    <AppShell
      name={shellWords.titleEnd}
      product={shellWords.product}
      homeHref="/sign-in"
      banner={people.length > 0 ? <Banner tag={shellWords.demonstrationTag}>{shellWords.demonstration}</Banner> : undefined}
      footerText={shellWords.footer}
    >
      <Said />
      <div className="max-w-form">
        <SubmissionForm submission={submitSignIn} title={`${words.title} – ${shellWords.titleEnd}`} heading={<PageHeader title={words.title} subtitle={words.lead} />} hidden={{ next }} button={words.button} beside={<a href="/forgotten">{entryWords.forgottenLink}</a>}>
          <TextField name="email" label={words.email} type="email" autoComplete="username" spellCheck={false} width={30} />
          <PasswordField name="password" label={words.password} autoComplete="current-password" />
        </SubmissionForm>
        {(await organisationsSignIn()) && (
          <div className="mt-6">
            <ButtonLink href={next === "/" ? "/sign-in/organisation" : `/sign-in/organisation?next=${encodeURIComponent(next)}`} tone="secondary">
              {organisationSignIn.link}
            </ButtonLink>
          </div>
        )}
      </div>
      {people.length > 0 && (
        <section className="mt-12" aria-labelledby="demonstration">
          <h2 id="demonstration">{words.demonstrationTitle}</h2>
          <p className="mt-1 mb-4">{words.demonstrationLead}</p>
          <Stack>
            {[...new Set(people.map((person) => person.partnership))].map((partnership) => (
              <DemonstrationPeople key={partnership} title={partnership} people={people.filter((person) => person.partnership === partnership)} next={next} />
            ))}
          </Stack>
        </section>
      )}
      <title>{`${words.title} – ${shellWords.titleEnd}`}</title>
    </AppShell>
  );
}

const parts = ["office", "agency", "councillor", "partnership"] as const;

function DemonstrationPeople({ title, people, next }: { title: string; people: DemonstrationPerson[]; next: string }) {
  return (
    <Card title={title} level={3}>
      {parts.filter((part) => people.some((person) => person.part === part)).map((part) => (
        <section key={part} className="mb-6">
          <h4 className="mb-2">{words.parts[part]}</h4>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {people
              .filter((person) => person.part === part)
              .map(({ personId, name, style, post, agency }) => (
                <li key={personId}>
                  <form action={submitDemonstrationSignIn} noValidate>
                    <input type="hidden" name="personId" value={personId} />
                    <input type="hidden" name="next" value={next} />
                    <Button type="submit" tone="secondary">
                      {words.as(name)}
                    </Button>
                  </form>
                  <p className="quiet mt-1 text-sm">{[style, post, agency].filter(Boolean).join(", ")}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
