import type { z } from "zod";
import type { Tx } from "@/platform/db/client.ts";
import { refuseUnknownChoices } from "../cases/queries/find-choices.ts";
import { markedParticulars } from "../cases/queries/find-named-words.ts";
import { asDate, type Day } from "../kernel/dates.ts";
import { wrongField } from "../kernel/outcome.ts";
import type { AddReferredInput } from "./inputs.ts";

type Typed = Omit<z.infer<typeof AddReferredInput>, "reference" | "version">;

/** What has to hold of somebody as they were typed, and how it is kept: with the words by which they would be recognised. */
export async function keptAs(tx: Tx, typed: Typed, today: Day) {
  const { role, name, bornOn, address, postcode, addressHeldById, telephone, safeContact, unknown } = typed;
  const isPlace = role === "location";
  await refuseUnknownChoices(tx, { wardId: null, addressHeldById });
  if ((address || postcode) && addressHeldById) wrongField("address", "Address must be empty when an agency holds it");
  if (bornOn && bornOn > today) wrongField("bornOn", "Date of birth must be in the past");
  if (isPlace && !address && !postcode && !unknown.includes("address")) wrongField("address", "Enter the address, or say that you do not know it");
  if (!isPlace && !name && !unknown.includes("name")) wrongField("name", "Enter the name, or say that you do not know it");
  if (!isPlace && !bornOn && !unknown.includes("bornOn")) wrongField("bornOn", "Enter the date of birth, or say that you do not know it");
  if (!isPlace && !address && !postcode && !addressHeldById && !unknown.includes("address")) wrongField("address", "Enter the address, say who holds it, or say that you do not know it");
  const { marks, named } = markedParticulars({ name, bornOn, address: [address, postcode].filter(Boolean).join(", ") || null, safeContact }, typed.label);
  if (named.length > 0) wrongField("label", "Label must name nobody");
  // what is told is not unknown
  const told = { name, bornOn, address: address ?? postcode ?? addressHeldById };
  return { name, bornOn: bornOn && asDate(bornOn), address, postcode, addressHeldById, telephone, safeContact, unknown: unknown.filter((what) => told[what] === null), marks };
}
