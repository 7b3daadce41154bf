import { command } from "../../command.ts";
import { EndOrganisationInput } from "../inputs.ts";
import { lockOrganisation, organisationSubject } from "../lifecycle.ts";

/** Nobody signs in there any more, and whoever is signed in by it is out at their next click. */
export const endOrganisation = command({
  permission: "organisation.keep",
  input: EndOrganisationInput,
  async run({ tx, now, require, record }, { organisationId }) {
    require("organisation.keep", {}, organisationSubject(organisationId));
    const { id } = await lockOrganisation(tx, organisationId);
    await tx.identityProvider.updateMany({ where: { id }, data: { endedAt: now } });
    // with a second factor the session says that one was shown, not what came before it
    await tx.$executeRaw`
      update sessions set ended_at = ${now} where how in ('organisation', 'second_factor', 'recovery_code') and ended_at is null
        and person_id in (select i.person_id from identities i where i.provider_id = ${id}::uuid)`;
    record({ event: "organisation.ended", subject: organisationSubject(id), particulars: {} });
    return { organisationId: id };
  },
});
