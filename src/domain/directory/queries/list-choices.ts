import { view } from "../../view.ts";

type Choice = { id: string; name: string };
export type Choices = { agencies: Choice[]; forums: Choice[]; areas: Choice[]; wards: Choice[] };

/** What an administrator's forms choose from; null for anybody else. */
export const listChoices = view(async ({ tx, may }, _: Record<never, never>): Promise<Choices | null> => {
  if (!may("directory.keepPeople")) return null;
  const asked = { select: { id: true, name: true }, orderBy: { name: "asc" } } as const;
  return { agencies: await tx.agency.findMany(asked), forums: await tx.forum.findMany(asked), areas: await tx.area.findMany(asked), wards: await tx.ward.findMany(asked) };
});
