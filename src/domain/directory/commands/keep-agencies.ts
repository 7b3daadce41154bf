import { randomUUID } from "node:crypto";
import type { ChangedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { orNotFound, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AddAgencyInput, ChangeAgencyInput } from "../inputs.ts";

const taken = () => wrongField("name", "An agency of this name is on the list already");

/** Adds an agency. Its kind stays: by it the gateways know what may be disclosed to it. */
export const addAgency = command({
  permission: "directory.keepForums",
  input: AddAgencyInput,
  async run({ tx, actor, require, record }, said) {
    require("directory.keepForums", {}, { type: "agency" });
    const agencyId = randomUUID();
    const { count } = await tx.agency.createMany({ data: [{ id: agencyId, partnershipId: actor.partnershipId, ...said }], skipDuplicates: true });
    if (count === 0) taken();
    record({ event: "agency.added", subject: { type: "agency", id: agencyId }, particulars: { kind: said.kind } });
    return { agencyId };
  },
});

const fields = ["name", "shortName", "lead"] as const satisfies readonly ChangedField[];

export const changeAgency = command({
  permission: "directory.keepForums",
  input: ChangeAgencyInput,
  async run({ tx, require, record }, { agencyId, version, leadId, ...named }) {
    const subject = { type: "agency", id: agencyId } as const;
    require("directory.keepForums", {}, subject);
    await tx.$executeRaw`select 1 from agencies where id = ${agencyId}::uuid for no key update`;
    const held = orNotFound(await tx.agency.findFirst({ where: { id: agencyId }, select: { name: true, shortName: true, leadId: true, version: true } }));
    refuseIfStale(held, version);
    const said = { ...named, leadId };
    const changed = fields.filter((field) => (field === "lead" ? said.leadId !== held.leadId : said[field] !== held[field]));
    if (changed.length === 0) return { agencyId };
    if (leadId && leadId !== held.leadId && (await tx.person.count({ where: { id: leadId, agencyId, leftAt: null } })) === 0) wrongField("leadId", "Select somebody of this agency");
    if (changed.includes("name") && (await tx.agency.count({ where: { name: said.name } })) > 0) taken();
    await tx.agency.updateMany({ where: { id: agencyId }, data: { ...said, version: { increment: 1 } } });
    record({ event: "agency.changed", subject, particulars: { fields: changed } });
    return { agencyId };
  },
});
