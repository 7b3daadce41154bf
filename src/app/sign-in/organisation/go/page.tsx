import { redirect } from "next/navigation";
import { nameOfOrganisation } from "@/domain/organisations/queries/find-organisations.ts";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { organisationSignIn as words } from "@/wording/organisation.ts";
import { Outside } from "../../../outside.tsx";
import { keptJourney } from "../kept-journey.ts";

/** For a browser without JavaScript: the way out of the house is a link, since no form of ours may lead there. */
export default async function GoPage() {
  const journey = await keptJourney();
  const name = journey && (await nameOfOrganisation(journey.organisationId));
  if (!journey || !name) redirect("/sign-in/organisation");
  return (
    <Outside title={words.goTitle}>
      <PageHeader title={words.goTitle} subtitle={words.goText(name)} />
      <a className="button button-primary" href={journey.address}>
        {words.go(name)}
      </a>
    </Outside>
  );
}
