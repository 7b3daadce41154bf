"use server";

import { addSubject } from "@/domain/cases/commands/add-subject.ts";
import { amendParticulars } from "@/domain/cases/commands/amend-particulars.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

/** Another person or place comes to a case. */
export async function submitAddSubject(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addSubject, ({ reference }) => ({ to: `/cases/${reference}#people`, say: "case.subjectAdded" }));
}

/** Who somebody is is corrected. */
export async function submitAmendParticulars(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, amendParticulars, ({ reference }) => ({ to: `/cases/${reference}#people`, say: "case.particularsAmended" }));
}
