import type { Prisma, Tx } from "@/platform/db/client.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import type { ForumKind, ReferralState, SubjectType } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";

/** What may follow what. Drawn in docs/generated/lifecycles.md. */
export const referralMoves = {
  draft: ["sent"],
  sent: ["more_asked", "taken", "joined", "redirected", "declined"],
  more_asked: ["sent", "redirected", "declined"],
  taken: [],
  joined: [],
  redirected: [],
  declined: [],
} as const satisfies Record<ReferralState, readonly ReferralState[]>;

export type HeldReferral = {
  id: string;
  forumId: string;
  forumCode: string;
  forumKind: ForumKind;
  agencyId: string;
  personId: string;
  reference: string;
  state: ReferralState;
  subjectType: SubjectType;
  version: number;
  sentAt: Date | null;
  /** It is somebody's to change: its writer's or its triage's, and this transaction holds it. */
  isOpen: boolean;
  isWriter: boolean;
  triages: boolean;
  /** The chair in force may not see it: the deputy decides. */
  chairOut: boolean;
};

export const referralSubject = ({ id, reference, forumId }: { id: string; reference: string; forumId: string }, caseId?: string): AuditSubject =>
  ({ type: "referral", id, reference, forumId, ...(caseId ? { caseId } : {}) });

/** Takes the referral for this transaction: whoever writes it while it is theirs to write, or its triage while it waits. Out of sight reads as not found. */
export async function lockReferral(tx: Tx, reference: string): Promise<HeldReferral> {
  const ids = await tx.$queryRaw<{ id: string }[]>`select id from referrals where reference = ${reference} for update`;
  const rows = await tx.$queryRaw<Omit<HeldReferral, "isOpen">[]>`
    select r.id, r.forum_id as "forumId", f.code as "forumCode", f.kind as "forumKind", r.agency_id as "agencyId", r.person_id as "personId", r.reference, r.state, m.subject_type as "subjectType", r.version, r.sent_at as "sentAt",
      r.person_id = app.person() as "isWriter", app.triages_referral(r.id) as triages, app.chair_out_of_referral(r.id) as "chairOut"
    from referrals r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id join referral_matters m on m.partnership_id = r.partnership_id and m.referral_id = r.id
    where r.reference = ${reference}`;
  return { ...orNotFound(rows[0]), isOpen: ids.length > 0 };
}

/** Only for a referral this transaction holds. */
export async function moveReferral(tx: Tx, partnershipId: string, held: HeldReferral, to: ReferralState, data: Prisma.ReferralUncheckedUpdateInput = {}): Promise<void> {
  const legal: readonly ReferralState[] = referralMoves[held.state];
  if (!legal.includes(to)) refuse("referral.movedOn", { state: held.state });
  await tx.referral.updateMany({ where: { partnershipId, id: held.id }, data: { ...data, state: to, version: { increment: 1 } } });
}

/** A part of it was written: whoever looks at it as it was is told. */
export const touchReferral = (tx: Tx, partnershipId: string, held: HeldReferral) => tx.referral.updateMany({ where: { partnershipId, id: held.id }, data: { version: { increment: 1 } } });
