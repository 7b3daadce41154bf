"use server";

import { addGateways } from "@/domain/referrals/commands/add-gateways.ts";
import { addReferred } from "@/domain/referrals/commands/add-referred.ts";
import { amendReferred } from "@/domain/referrals/commands/amend-referred.ts";
import { answerThreshold } from "@/domain/referrals/commands/answer-threshold.ts";
import { askMore } from "@/domain/referrals/commands/ask-more.ts";
import { declineReferral } from "@/domain/referrals/commands/decline-referral.ts";
import { describeMatter } from "@/domain/referrals/commands/describe-matter.ts";
import { joinReferral } from "@/domain/referrals/commands/join-referral.ts";
import { redirectReferral } from "@/domain/referrals/commands/redirect-referral.ts";
import { removeGateway } from "@/domain/referrals/commands/remove-gateway.ts";
import { removeReferred } from "@/domain/referrals/commands/remove-referred.ts";
import { revealReferral } from "@/domain/referrals/commands/reveal-referral.ts";
import { sayWhyShared } from "@/domain/referrals/commands/say-why-shared.ts";
import { scoreReferral } from "@/domain/referrals/commands/score-referral.ts";
import { sendReferral } from "@/domain/referrals/commands/send-referral.ts";
import { standAside } from "@/domain/referrals/commands/stand-aside.ts";
import { startReferral } from "@/domain/referrals/commands/start-referral.ts";
import { takeReferral } from "@/domain/referrals/commands/take-referral.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../submission.ts";

/** An agency begins a referral. A dispute between professionals leads to where it is settled. */
export async function submitStartReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, startReferral, ({ reference }) => ({ to: reference === null ? "/referrals/disputes" : `/referrals/${reference}` }));
}

/** What it is about. Words of danger lead to help first. */
export async function submitMatter(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, describeMatter, ({ reference, danger }) => ({ to: danger ? `/referrals/${reference}/danger` : `/referrals/${reference}` }));
}

export async function submitThreshold(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, answerThreshold, ({ reference }) => ({ to: `/referrals/${reference}` }));
}

export async function submitReferred(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addReferred, ({ reference }) => ({ to: `/referrals/${reference}/people` }));
}

export async function submitAmendReferred(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, amendReferred, ({ reference }) => ({ to: `/referrals/${reference}/people` }));
}

export async function submitRemoveReferred(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, removeReferred, ({ reference }) => ({ to: `/referrals/${reference}/people`, say: "referral.removed" }));
}

export async function submitSharing(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, sayWhyShared, ({ reference }) => ({ to: `/referrals/${reference}/write/gateways` }));
}

export async function submitGateways(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addGateways, ({ reference }) => ({ to: `/referrals/${reference}/write/gateways`, say: "referral.gatewayAdded" }));
}

export async function submitRemoveGateway(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, removeGateway, ({ reference }) => ({ to: `/referrals/${reference}/write/gateways` }));
}

export async function submitReferralRisk(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, scoreReferral, ({ reference }) => ({ to: `/referrals/${reference}` }));
}

export async function submitSendReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, sendReferral, ({ reference }) => ({ to: `/referrals/${reference}/sent` }));
}

/** Shows the chair's office who a referral is about, for fifteen minutes and a reason. */
export async function submitRevealReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, revealReferral, ({ reference }) => ({ to: `/referrals/${reference}`, say: "case.revealed" }));
}

/** The forum takes it: the new case is shown, or the form that calls a meeting for it. */
export async function submitTakeReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, takeReferral, ({ caseReference, extraordinary }) => (extraordinary ? { to: "/meetings/new?kind=extraordinary", say: "referral.takenForMeeting" } : { to: `/cases/${caseReference}`, say: "referral.taken" }));
}

export async function submitJoinReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, joinReferral, ({ caseReference }) => ({ to: `/cases/${caseReference}`, say: "referral.joined" }));
}

export async function submitRedirectReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, redirectReferral, () => ({ to: "/referrals", say: "referral.answered" }));
}

export async function submitDeclineReferral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, declineReferral, () => ({ to: "/referrals", say: "referral.answered" }));
}

export async function submitAskMore(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, askMore, () => ({ to: "/referrals", say: "referral.moreAsked" }));
}

export async function submitStandAside(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, standAside, () => ({ to: "/referrals", say: "referral.stoodAside" }));
}
