import type { DraftForm } from "@/domain/concerns/queries/view-draft.ts";
import type { Question } from "@/domain/concerns/inputs.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { DateField, RadiosField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { draftWords as words, frequencyWords, mayTellWords, triedWords } from "@/wording/concerns.ts";

type Fields = Pick<DraftForm, "draft" | "wards" | "ownWards" | "today" | "after">;

/** The fields of one question, as they stand in the draft. `alone`: the question is the page's heading, so that its one field needs no second label on screen. */
export function QuestionFields({ question, form, alone = false }: { question: Question; form: Fields; alone?: boolean }) {
  const { draft, wards, ownWards, today, after } = form;
  switch (question) {
    case "what":
      return <TextareaField name="what" label={words.questions.what} labelHidden={alone} hint={words.whatHint} rows={6} limit={2000} defaultValue={draft?.what ?? ""} />;
    case "where":
      return (
        <>
          <SelectField name="wardId" label={words.ward} items={[{ value: "", text: words.selectWard }, ...byArea(wards)]} defaultValue={draft?.wardId ?? ownWards[0]?.id ?? ""} />
          <TextField name="place" label={words.place} hint={words.placeHint} defaultValue={draft?.place ?? ""} />
        </>
      );
    case "often":
      return (
        <>
          <RadiosField name="frequency" legend={words.often} items={enums.concern_frequency.map((value) => ({ value, text: frequencyWords[value] }))} defaultValue={draft?.frequency ?? ""} />
          <RadiosField name="tried" legend={words.tried} items={enums.concern_tried.map((value) => ({ value, text: triedWords[value] }))} defaultValue={draft?.tried ?? ""} />
          <TextareaField name="triedWords" label={words.triedWords} hint={words.triedHint} rows={2} limit={1000} defaultValue={draft?.triedWords ?? ""} />
        </>
      );
    case "who": {
      const on = draft?.surgeryOn ?? after?.surgeryOn ?? today;
      return (
        <>
          <TextField name="residents" label={words.residents} hint={words.residentsHint} inputMode="numeric" width={4} defaultValue={draft?.residents?.toString() ?? ""} />
          <TextField name="contact" label={words.contact} hint={words.contactHint} spellCheck={false} defaultValue={draft?.contact ?? ""} />
          <DateField name="surgeryOn" legend={words.surgeryOn} hint={words.surgeryHint} defaultValue={{ day: String(Number(on.slice(8))), month: String(Number(on.slice(5, 7))), year: on.slice(0, 4) }} />
        </>
      );
    }
    case "tell":
      return <RadiosField name="mayTell" legend={words.questions.tell} legendHidden={alone} hint={words.tellHint} items={enums.concern_may_tell.map((value) => ({ value, text: mayTellWords[value] }))} defaultValue={draft?.mayTell ?? ""} />;
  }
}

export function byArea(wards: DraftForm["wards"]) {
  const areas = [...new Set(wards.map(({ area }) => area))];
  return areas.map((group) => ({ group, items: wards.filter(({ area }) => area === group).map(({ id, name }) => ({ value: id, text: name })) }));
}
