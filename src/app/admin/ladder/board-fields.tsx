import type { Ladder, OutsideBoard } from "@/domain/escalations/queries/view-ladder.ts";
import { CheckboxesField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { ladderWords as words } from "@/wording/ladder.ts";

/** The fields of a board that doesn't use the application. */
export function BoardFields({ people, board }: { people: Ladder["people"]; board?: OutsideBoard }) {
  return (
    <>
      <TextField name="name" label={words.name} defaultValue={board?.name} />
      <SelectField name="secretaryId" label={words.secretary} hint={words.secretaryHint} items={[{ value: "", text: words.select }, ...people.map(({ id, name, post }) => ({ value: id, text: `${name}, ${post}` }))]} defaultValue={board?.secretaryId ?? ""} />
      <TextField name="cycleDays" label={words.cycle} inputMode="numeric" width={4} defaultValue={board ? String(board.cycleDays) : undefined} />
      {board && <CheckboxesField name="ended" legend={words.endLegend} items={[{ value: "yes", text: words.end }]} defaultValue={board.ended ? ["yes"] : []} />}
    </>
  );
}
