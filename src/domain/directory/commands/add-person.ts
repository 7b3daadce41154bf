import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { AddPersonInput } from "../inputs.ts";

/**
 * Puts somebody on the list of people. They hold nothing yet and can't sign in: inviting, seats and offices are acts of their own.
 * An address is one person's in the whole installation; that it is taken is all that is said, not by whom nor where.
 */
export const addPerson = command({
  permission: "directory.keepPeople",
  input: AddPersonInput,
  async run({ tx, actor, require, record }, { agencyId, ...said }) {
    const { partnershipId } = actor;
    require("directory.keepPeople", {}, { type: "person", id: actor.personId });
    if (!(await tx.agency.findFirst({ where: { partnershipId, id: agencyId }, select: { id: true } }))) wrongField("agencyId", "Select their agency");
    const personId = randomUUID();
    const { count } = await tx.person.createMany({ data: [{ id: personId, partnershipId, agencyId, ...said }], skipDuplicates: true });
    if (count === 0) refuse("directory.emailTaken");
    record({ event: "person.added", subject: { type: "person", id: personId }, particulars: { personId, agencyId } });
    return { personId };
  },
});
