import { createHash, randomUUID } from "node:crypto";
import type { ChangedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { asDate, dayOf, fromDate } from "../../kernel/dates.ts";
import { orNotFound, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AdoptDeclarationInput, SettleInput } from "../inputs.ts";

const fields = ["name", "idleMinutes", "findsRepeats"] as const satisfies readonly ChangedField[];

/** The partnership's name, after how many minutes without an act somebody is signed out, and whether it looks for what may be the same. */
export const settle = command({
  permission: "directory.settle",
  input: SettleInput,
  async run({ tx, actor, require, record }, { version, ...said }) {
    const id = actor.partnershipId;
    const subject = { type: "partnership", id } as const;
    require("directory.settle", {}, subject);
    await tx.$executeRaw`select 1 from partnerships where id = ${id}::uuid for no key update`;
    const held = orNotFound(await tx.partnership.findFirst({ where: { id }, select: { name: true, idleMinutes: true, findsRepeats: true, version: true } }));
    refuseIfStale(held, version);
    const changed = fields.filter((field) => said[field] !== held[field]);
    if (changed.length === 0) return {};
    await tx.partnership.updateMany({ where: { id }, data: { ...said, version: { increment: 1 } } });
    record({ event: "partnership.changed", subject, particulars: { fields: changed, idleMinutes: said.idleMinutes, findsRepeats: said.findsRepeats } });
    return {};
  },
});

/** A new version of the confidentiality declaration. Each signature keeps the version that was signed, so the ones before stay for good. */
export const adoptDeclaration = command({
  permission: "directory.settle",
  input: AdoptDeclarationInput,
  async run({ tx, actor, now, require, record }, { version, text, from }) {
    const { partnershipId } = actor;
    const subject = { type: "partnership", id: partnershipId } as const;
    require("directory.settle", {}, subject);
    await tx.$executeRaw`select 1 from partnerships where id = ${partnershipId}::uuid for no key update`;
    const latest = orNotFound(await tx.declaration.findFirst({ where: { partnershipId }, orderBy: { version: "desc" }, select: { version: true, text: true, adoptedOn: true } }));
    refuseIfStale(latest, version);
    if (text === latest.text) wrongField("text", "Change the text, or leave the declaration as it is");
    if (from < dayOf(now)) wrongField("from", "Day it is signed from must be today or in the future");
    if (from < fromDate(latest.adoptedOn)) wrongField("from", "Day it is signed from must be on or after that of the version before");
    const next = latest.version + 1;
    const hash = new Uint8Array(createHash("sha256").update(text).digest());
    await tx.declaration.createMany({ data: [{ id: randomUUID(), partnershipId, version: next, text, hash, adoptedOn: asDate(from) }] });
    record({ event: "declaration.adopted", subject, particulars: { version: next, from } });
    return { version: next };
  },
});
