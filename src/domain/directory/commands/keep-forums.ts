import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { ChangedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { addDays, asDate, dayOf, type Day } from "../../kernel/dates.ts";
import type { AgencyKind } from "../../kernel/enums.ts";
import { refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AddForumInput, AdoptTermsInput, ChangeForumInput } from "../inputs.ts";
import { type HeldForum, lockForum } from "../lifecycle.ts";

const subjectOf = ({ id, code }: { id: string; code: string }) => ({ type: "forum", id, reference: code, forumId: id }) as const;

/** Sets a forum up, with the first version of its terms of reference. Its kind and its code stay: references are made of the one, and rules depend on the other. */
export const addForum = command({
  permission: "directory.keepForums",
  input: AddForumInput,
  async run({ tx, actor, now, require, record }, { kind, code, name, areaId, requiredRoles, ...terms }) {
    const { partnershipId } = actor;
    require("directory.keepForums", {}, { type: "forum" });
    if (kind === "cim" && areaId === null) wrongField("areaId", "Select the area it covers");
    await knowArea(tx, partnershipId, areaId);
    const id = randomUUID();
    const { count } = await tx.forum.createMany({ data: [{ id, partnershipId, kind, code, name, areaId }], skipDuplicates: true });
    if (count === 0) wrongField("code", "A forum has this code already");
    const from = dayOf(now);
    await tx.termsOfReference.createMany({ data: [{ id: randomUUID(), partnershipId, forumId: id, version: 1, adoptedOn: asDate(from), ...terms }] });
    await requireRoles(tx, partnershipId, id, from, requiredRoles);
    record({ event: "forum.added", subject: subjectOf({ id, code }), particulars: { kind } }, adopted({ id, code }, 1, from, { ...terms, requiredRoles }));
    return { forum: code };
  },
});

export const changeForum = command({
  permission: "directory.keepForums",
  input: ChangeForumInput,
  async run({ tx, actor, require, record }, { forum: code, version, name, areaId }) {
    require("directory.keepForums", {}, { type: "forum" });
    const held = await lockForum(tx, { code });
    refuseIfStale(held, version);
    await knowArea(tx, actor.partnershipId, areaId);
    const fields: ChangedField[] = [...(name === held.name ? [] : ["name" as const]), ...(areaId === held.areaId ? [] : ["area" as const])];
    if (fields.length === 0) return { forum: code };
    await tx.forum.updateMany({ where: { id: held.id }, data: { name, areaId, version: { increment: 1 } } });
    record({ event: "forum.changed", subject: subjectOf(held), particulars: { fields } });
    return { forum: code };
  },
});

/** A new version of the terms of reference; the ones before stay. Whether elected members are admitted decides what a councillor sees from that day on. */
export const adoptTerms = command({
  permission: "directory.keepForums",
  input: AdoptTermsInput,
  async run({ tx, actor, now, require, record }, { forum: code, version, from, requiredRoles, ...terms }) {
    require("directory.keepForums", {}, { type: "forum" });
    const held = await lockForum(tx, { code });
    const latest = await findLatest(tx, held);
    refuseIfStale({ version: latest.version }, version);
    if (from < dayOf(now)) wrongField("from", "Day they are in force from must be today or in the future");
    if (from < latest.from) wrongField("from", "Day they are in force from must be on or after that of the version before");
    const next = latest.version + 1;
    await tx.termsOfReference.createMany({ data: [{ id: randomUUID(), partnershipId: actor.partnershipId, forumId: held.id, version: next, adoptedOn: asDate(from), ...terms }] });
    await requireRoles(tx, actor.partnershipId, held.id, from, requiredRoles);
    record(adopted(held, next, from, { ...terms, requiredRoles }));
    return { forum: code };
  },
});

type Terms = { limitMinutes: number; admitsElectedMembers: boolean; quorum: number | null; requiredRoles: AgencyKind[] };
const adopted = (forum: { id: string; code: string }, version: number, from: Day, { limitMinutes, admitsElectedMembers, quorum, requiredRoles }: Terms) =>
  ({ event: "terms.adopted", subject: subjectOf(forum), particulars: { version, from, limitMinutes, admitsElectedMembers, quorum, requiredRoles } }) as const;

/** From that day on these kinds of agency must be at its meetings, and no others; what was required until then stays on record. */
async function requireRoles(tx: Tx, partnershipId: string, forumId: string, from: Day, wanted: readonly AgencyKind[]) {
  const until = asDate(addDays(from, -1));
  const standing = { partnershipId, forumId, OR: [{ untilOn: null }, { untilOn: { gt: until } }] };
  const kept = await tx.requiredRole.findMany({ where: { ...standing, agencyKind: { in: [...wanted] } }, select: { agencyKind: true } });
  await tx.requiredRole.updateMany({ where: { ...standing, agencyKind: { notIn: [...wanted] } }, data: { untilOn: until } });
  const more = wanted.filter((kind) => !kept.some(({ agencyKind }) => agencyKind === kind));
  if (more.length > 0) await tx.requiredRole.createMany({ data: more.map((agencyKind) => ({ id: randomUUID(), partnershipId, forumId, agencyKind, fromOn: asDate(from) })) });
}

async function knowArea(tx: Tx, partnershipId: string, areaId: string | null) {
  if (areaId !== null && !(await tx.area.findFirst({ where: { partnershipId, id: areaId }, select: { id: true } }))) wrongField("areaId", "Select an area");
}

async function findLatest(tx: Tx, { id }: HeldForum): Promise<{ version: number; from: Day }> {
  const rows = await tx.$queryRaw<{ version: number; from: Day }[]>`select version, adopted_on::text as from from terms_of_reference where forum_id = ${id}::uuid order by version desc limit 1`;
  return rows[0] ?? { version: 0, from: "1900-01-01" };
}
