import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AddAreaInput, AddWardInput, RenamePlaceInput } from "../inputs.ts";

const taken = (kind: "area" | "ward") => wrongField("name", `${kind === "area" ? "An area" : "A ward"} of this name is on the list already`);

export const addArea = command({
  permission: "directory.keepForums",
  input: AddAreaInput,
  async run({ tx, actor, require, record }, { name }) {
    require("directory.keepForums", {}, { type: "place" });
    const id = randomUUID();
    const { count } = await tx.area.createMany({ data: [{ id, partnershipId: actor.partnershipId, name }], skipDuplicates: true });
    if (count === 0) taken("area");
    record({ event: "place.added", subject: { type: "place", id }, particulars: { kind: "area" } });
    return { placeId: id };
  },
});

/** A ward is in one area for good: what stands at it would otherwise move to another forum's patch without anybody deciding so. */
export const addWard = command({
  permission: "directory.keepForums",
  input: AddWardInput,
  async run({ tx, actor, require, record }, { name, areaId }) {
    const { partnershipId } = actor;
    require("directory.keepForums", {}, { type: "place" });
    if (!(await tx.area.findFirst({ where: { partnershipId, id: areaId }, select: { id: true } }))) wrongField("areaId", "Select the area it is in");
    const id = randomUUID();
    const { count } = await tx.ward.createMany({ data: [{ id, partnershipId, areaId, name }], skipDuplicates: true });
    if (count === 0) taken("ward");
    record({ event: "place.added", subject: { type: "place", id }, particulars: { kind: "ward" } });
    return { placeId: id };
  },
});

export const renamePlace = command({
  permission: "directory.keepForums",
  input: RenamePlaceInput,
  async run({ tx, require, record }, { kind, placeId, version, name }) {
    const subject = { type: "place", id: placeId } as const;
    require("directory.keepForums", {}, subject);
    if (kind === "area") await tx.$executeRaw`select 1 from areas where id = ${placeId}::uuid for no key update`;
    else await tx.$executeRaw`select 1 from wards where id = ${placeId}::uuid for no key update`;
    const where = { id: placeId };
    const select = { name: true, version: true } as const;
    const held = orNotFound(kind === "area" ? await tx.area.findFirst({ where, select }) : await tx.ward.findFirst({ where, select }));
    refuseIfStale(held, version);
    if (held.name === name) return { placeId };
    if ((kind === "area" ? await tx.area.count({ where: { name } }) : await tx.ward.count({ where: { name } })) > 0) taken(kind);
    const data = { name, version: { increment: 1 } };
    await (kind === "area" ? tx.area.updateMany({ where, data }) : tx.ward.updateMany({ where, data }));
    record({ event: "place.renamed", subject, particulars: { kind } });
    return { placeId };
  },
});
