import { redirect } from "next/navigation";
import { listDemonstrationPeople } from "@/domain/accounts/queries/list-demonstration-people.ts";
import { Button } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { PasswordField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { Banner } from "@/ui/shell/banner.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
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
  const partnerships = [...new Set(people.map((person) => person.partnership))];
  return (
    <AppShell
      name={shellWords.titleEnd}
      product={shellWords.product}
      homeHref="/sign-in"
      banner={people.length > 0 ? <Banner tag={shellWords.demonstrationTag}>{shellWords.demonstration}</Banner> : undefined}
      footerText={shellWords.footer}
    >
      <Said />
      <SubmissionForm submission={submitSignIn} title={`${words.title} – ${shellWords.titleEnd}`} heading={<PageHeader title={words.title} subtitle={words.lead} />} hidden={{ next }} button={words.button}>
        <TextField name="email" label={words.email} type="email" autoComplete="username" spellCheck={false} width={30} />
        <PasswordField name="password" label={words.password} autoComplete="current-password" />
      </SubmissionForm>
      {partnerships.length > 0 && (
        <section className="section" aria-labelledby="demonstration">
          <h2 id="demonstration">{words.demonstrationTitle}</h2>
          <p>{words.demonstrationLead}</p>
          {partnerships.map((partnership) => (
            <Card key={partnership} title={partnership} level={3}>
              <ul className="people-buttons">
                {people
                  .filter((person) => person.partnership === partnership)
                  .map((person) => (
                    <li key={person.personId}>
                      <form action={submitDemonstrationSignIn} noValidate>
                        <input type="hidden" name="personId" value={person.personId} />
                        <input type="hidden" name="next" value={next} />
                        <Button type="submit" tone="secondary" small>
                          {words.as(person.name)}
                        </Button>
                      </form>
                      <span>{[person.style, person.post, person.agency].filter(Boolean).join(", ")}</span>
                    </li>
                  ))}
              </ul>
            </Card>
          ))}
        </section>
      )}
      <title>{`${words.title} – ${shellWords.titleEnd}`}</title>
    </AppShell>
  );
}
