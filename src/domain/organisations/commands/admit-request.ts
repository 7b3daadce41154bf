import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type CommandContext, command } from "../../command.ts";
import { hasAccount } from "../../directory/queries/has-account.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { AdmitRequestInput } from "../inputs.ts";
import { type HeldRequest, lockOrganisation, lockRequest, requestSubject } from "../lifecycle.ts";

type Said = z.infer<typeof AdmitRequestInput>;

/** An administrator says who it is that asked: somebody new, or somebody of the directory. From now on that account signs them in. */
export const admitRequest = command({
  permission: "request.decide",
  input: AdmitRequestInput,
  async run({ tx, actor, now, require, record }, said) {
    const subject = requestSubject(said.requestId);
    require("request.decide", {}, subject);
    const request = await lockRequest(tx, said.requestId);
    if (request.isAdmitted) refuse("request.alreadyAdmitted");
    await lockOrganisation(tx, request.organisationId);
    const personId = said.who === "new" ? await addPerson({ tx, actor, record }, request, said) : await findPerson({ tx, actor }, said);
    const couldSignIn = await hasAccount(tx, personId);
    await tx.accessRequest.updateMany({ where: { id: request.id }, data: { decidedAt: now, decidedById: actor.personId, personId } });
    const [linked] = await tx.$queryRaw<{ done: boolean }[]>`select app.link_admitted(${request.id}::uuid) as done`;
    if (!linked?.done) throw new Error("who was admitted could not be linked");
    // whoever had an account perhaps never asked: they hear that another way into it was opened
    await mail(tx, actor, couldSignIn ? { to: personId, template: "access.linked", facts: { at: now.toISOString() } } : { to: personId, template: "access.admitted", facts: {} }, now);
    record({ event: "request.admitted", subject, particulars: { personId, isNew: said.who === "new" } });
    return { requestId: request.id };
  },
});

async function addPerson({ tx, actor, record }: Pick<CommandContext, "tx" | "actor" | "record">, { email, ...request }: HeldRequest, { name, post, agencyId }: Said): Promise<string> {
  if (email === "") refuse("request.noAddress");
  const agency = await tx.agency.findFirst({ where: { id: agencyId ?? request.id }, select: { id: true } });
  if (!agency) wrongField("agencyId", "Select their agency");
  const id = randomUUID();
  const { count } = await tx.person.createMany({ data: [{ id, partnershipId: actor.partnershipId, agencyId: agency.id, name: name ?? "", post: post ?? "", email }], skipDuplicates: true });
  if (count === 0) refuse("request.addressTaken");
  record({ event: "person.added", subject: { type: "person", id }, particulars: { personId: id, agencyId: agency.id } });
  return id;
}

/** Nobody takes another's account for their own: whoever holds the office is admitted by a second administrator. */
async function findPerson({ tx, actor }: Pick<CommandContext, "tx" | "actor">, { personId }: Said): Promise<string> {
  if (personId === actor.personId) refuse("request.oneself");
  const person = await tx.person.findFirst({ where: { id: personId ?? "", leftAt: null }, select: { id: true } });
  return orNotFound(person).id;
}
