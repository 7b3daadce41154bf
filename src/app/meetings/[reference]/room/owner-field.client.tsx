"use client";

import { useContext } from "react";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { FormContext } from "@/ui/forms/form-context.client.ts";

type Group = { group: string; items: { value: string; text: string }[] };

/** Everybody round the table, agency by agency; first those whom the line that was typed may mean. */
export function OwnerField({ label, choose, called, groups, among, defaultValue }: { label: string; choose: string; called: string; groups: Group[]; among: string[]; defaultValue?: string }) {
  const { state } = useContext(FormContext);
  const meant = state.values.among === undefined ? among : [state.values.among].flat();
  const first = groups.flatMap(({ items }) => items).filter(({ value }) => meant.includes(value));
  return <SelectField name="ownerId" label={label} items={[{ value: "", text: choose }, ...(first.length > 1 ? [{ group: called, items: first }] : []), ...groups]} defaultValue={defaultValue} />;
}
