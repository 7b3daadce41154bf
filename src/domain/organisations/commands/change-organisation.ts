import { seal } from "@/platform/auth/seal.ts";
import { command } from "../../command.ts";
import { ChangeOrganisationInput } from "../inputs.ts";
import { keepDomains, lockOrganisation, organisationSubject } from "../lifecycle.ts";

/** Another name, other domains, or a new secret before the old one runs out; a secret left empty stays. */
export const changeOrganisation = command({
  permission: "organisation.keep",
  input: ChangeOrganisationInput,
  async run({ tx, actor, now, require, record }, { organisationId, name, clientSecret, domains }) {
    require("organisation.keep", {}, organisationSubject(organisationId));
    const held = await lockOrganisation(tx, organisationId);
    const sealed = clientSecret === null ? {} : { sealedSecret: new Uint8Array(seal("organisation secret", clientSecret)) };
    await tx.identityProvider.updateMany({ where: { id: held.id }, data: { name, ...sealed } });
    await keepDomains(tx, actor, held.id, domains, now);
    record({ event: "organisation.changed", subject: organisationSubject(held.id), particulars: { secret: clientSecret !== null } });
    return { organisationId: held.id };
  },
});
