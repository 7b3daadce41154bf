"use server";

import { amendWithheldAddress } from "@/domain/cases/commands/amend-withheld-address.ts";
import { endAddressReader } from "@/domain/cases/commands/end-address-reader.ts";
import { nameAddressReader } from "@/domain/cases/commands/name-address-reader.ts";
import { revealAddress } from "@/domain/cases/commands/reveal-address.ts";
import { storeWithheldAddress } from "@/domain/cases/commands/store-withheld-address.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitAddress(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, storeWithheldAddress, ({ reference }) => ({ to: `/cases/${reference}/withheld`, say: "address.stored" }));
}

export async function submitReader(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, nameAddressReader, ({ reference }) => ({ to: `/cases/${reference}/withheld`, say: "address.readerNamed" }));
}

export async function submitReaderEnded(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endAddressReader, ({ reference }) => ({ to: `/cases/${reference}/withheld`, say: "address.readerEnded" }));
}

/** Shows a withheld address to somebody named on it, for fifteen minutes and a reason. */
export async function submitAddressReveal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, revealAddress, ({ reference }) => ({ to: `/cases/${reference}`, say: "address.revealed" }));
}

/** A stored address is corrected by somebody to whom it is shown. */
export async function submitAddressAmended(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, amendWithheldAddress, ({ reference }) => ({ to: `/cases/${reference}/withheld`, say: "address.amended" }));
}
