import { randomUUID } from "node:crypto";
import { seal } from "@/platform/auth/seal.ts";
import { isLoopback } from "@/platform/same-origin.ts";
import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { tryIssuer } from "../discovery-words.ts";
import { AddOrganisationInput } from "../inputs.ts";
import { keepDomains, organisationSubject } from "../lifecycle.ts";

/**
 * People of an organisation sign in with what they have there. Its issuer is asked before anything is kept, within this transaction: who may
 * not add one can't have an address asked. A demonstration, whose administrator is anybody, asks nobody but this machine.
 */
export const addOrganisation = command({
  permission: "organisation.keep",
  input: AddOrganisationInput,
  async run({ tx, actor, now, require, record }, { name, issuer, clientId, clientSecret, domains }) {
    const organisationId = randomUUID();
    require("organisation.keep", {}, organisationSubject(organisationId));
    const { partnershipId, personId } = actor;
    if (actor.demonstration && !isLoopback(new URL(issuer).hostname)) refuse("organisation.notInDemonstration");
    if ((await tx.identityProvider.count({ where: { issuer, clientId, endedAt: null } })) > 0) refuse("organisation.already");
    await tryIssuer({ issuer, clientId });
    await tx.identityProvider.createMany({
      data: [{ id: organisationId, partnershipId, name, issuer, clientId, sealedSecret: clientSecret === null ? null : new Uint8Array(seal("organisation secret", clientSecret)), addedAt: now, addedById: personId }],
    });
    await keepDomains(tx, actor, organisationId, domains, now);
    record({ event: "organisation.added", subject: organisationSubject(organisationId), particulars: {} });
    return { organisationId };
  },
});
