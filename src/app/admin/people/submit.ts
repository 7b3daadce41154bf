"use server";

import { submission } from "@/app/submission.ts";
import { endSessionsOf, resetFactorOf } from "@/domain/accounts/commands/end-sessions.ts";
import { addPerson } from "@/domain/directory/commands/add-person.ts";
import { appoint } from "@/domain/directory/commands/appoint.ts";
import { changePerson } from "@/domain/directory/commands/change-person.ts";
import { endHolding } from "@/domain/directory/commands/end-holding.ts";
import { giveOffice, representWard } from "@/domain/directory/commands/give-office.ts";
import { invite, withdrawInvitation } from "@/domain/directory/commands/invite.ts";
import { comeBack, leave } from "@/domain/directory/commands/leave.ts";
import { changeSeat, giveSeat } from "@/domain/directory/commands/seat.ts";
import { searchPeople } from "@/domain/directory/commands/search-people.ts";
import { seal } from "@/platform/auth/seal.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

/** A search goes by post and comes back sealed, so that no name stands in an address, a log or a browser's history. */
export async function submitSearch(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, searchPeople, ({ words }) => ({ to: words === null ? "/admin/people" : `/admin/people?search=${seal("people search", words).toString("base64url")}` }));
}

export async function submitPerson(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addPerson, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "person.added" }));
}

export async function submitChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changePerson, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "person.changed" }));
}

export async function submitLeaving(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, leave, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "person.left" }));
}

export async function submitReturn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, comeBack, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "person.returned" }));
}

export async function submitInvitation(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, invite, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "account.invited" }));
}

export async function submitWithdrawal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawInvitation, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "account.invitationWithdrawn" }));
}

export async function submitSessionsEnd(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endSessionsOf, () => ({ to: ofPerson(form), say: "account.sessionsEnded" }));
}

export async function submitFactorReset(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, resetFactorOf, () => ({ to: ofPerson(form), say: "account.factorReset" }));
}

export async function submitAppointment(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, appoint, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "directory.held" }));
}

export async function submitSeat(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, giveSeat, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "directory.held" }));
}

export async function submitSeatChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changeSeat, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "directory.kept" }));
}

export async function submitOffice(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, giveOffice, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "directory.held" }));
}

export async function submitWard(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, representWard, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "directory.held" }));
}

export async function submitEnd(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endHolding, ({ personId }) => ({ to: `/admin/people/${personId}`, say: "directory.ended" }));
}

function ofPerson(form: FormData): string {
  const personId = form.get("personId");
  return `/admin/people/${encodeURIComponent(typeof personId === "string" ? personId : "")}`;
}
