import type { Tx } from "@/platform/db/client.ts";
import { type Choice, listChoices, type WardChoice } from "../../cases/queries/find-choices.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { addDays, type Day, dayOf } from "../../kernel/dates.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import { listRaisedEscalations, type RaisedEscalation } from "../../escalations/queries/list-raised.ts";
import { findToldStepDown, type ToldStepDown } from "../../step-downs/queries/find-told.ts";
import { view } from "../../view.ts";
import { referralSubject } from "../lifecycle.ts";
import { findHead, type Head, readWords, type Words } from "./read-words.ts";

export type NextHearing = { reference: string; startsAt: Date } | null;
export type ViewedReferral = Head &
  Words & {
    children: boolean;
    turning: boolean;
    waited: number | null;
    late: boolean;
    today: Day;
    readAt: Date;
    /** Until when who it is about is shown to the chair's office; null while it is hidden. */
    revealedUntil: Date | null;
    /** The case it became or was joined to, for those who may know of it. */
    caseReference: string | null;
    next: NextHearing;
    /** A child, or a high risk, and the next meeting is more than a fortnight away. */
    isUrgent: boolean;
    chairOut: boolean;
    /** What of it went to boards, and what they may be told of a step-down: for whoever wrote it. */
    wentUp: RaisedEscalation[];
    steppedDown: ToldStepDown | null;
    wards: WardChoice[];
    agencies: Choice[];
    cases: { id: string; reference: string; title: string }[];
    allowed: { write: boolean; reveal: boolean; decide: boolean; askMore: boolean; standAside: boolean };
  };

/**
 * A referral for whoever wrote it and for the chair's office that answers it; its reading by the latter is on its trail. Null for anybody else,
 * for somebody of the office to whom it is shut, and for its office while it is a draft.
 */
export const viewReferral = view(async ({ tx, now, may, record }, reference: string): Promise<ViewedReferral | null> => {
  const head = await findHead(tx, reference);
  const words = head && (await readWords(tx, head.id));
  if (!head || !words) return null;
  const { forumId, state, sentAt } = head;
  const today = dayOf(now);
  const [about] = await tx.$queryRaw<{ caseId: string | null; caseReference: string | null; revealedUntil: Date | null; chairOut: boolean; next: { reference: string; startsAt: string } | null }[]>`
    select k.id as "caseId", k.reference as "caseReference", app.chair_out_of_referral(r.id) as "chairOut",
      (select max(v.ends_at) from referral_reveals v where v.referral_id = r.id and v.person_id = app.person() and v.ends_at > app.moment()) as "revealedUntil",
      (select jsonb_build_object('reference', m.reference, 'startsAt', m.starts_at) from meetings m where m.partnership_id = r.partnership_id and m.forum_id = r.forum_id and m.state in ('scheduled', 'published') and m.starts_at > app.moment() order by m.starts_at limit 1) as next
    from referrals r left join referral_cases c on c.partnership_id = r.partnership_id and c.referral_id = r.id left join cases k on k.partnership_id = c.partnership_id and k.id = c.case_id
    where r.id = ${head.id}::uuid`;
  if (head.triages && !head.isWriter) record({ event: "referral.opened", subject: referralSubject(head, about?.caseId ?? undefined), particulars: {} });
  const waits = state === "sent" || state === "more_asked";
  const stages = words.people.map(({ stage }) => stage);
  const children = words.matter.involvesChildren || stages.some((stage) => stage === "child" || stage === "turning");
  const next = about?.next ? { reference: about.next.reference, startsAt: new Date(about.next.startsAt) } : null;
  const office = { forumId, chairRecused: about?.chairOut };
  const isOpen = head.triages && waits;
  const mayDecide = isOpen && may("referral.decide", office);
  return {
    ...head, ...words, children, turning: stages.includes("turning"),
    waited: waits && sentAt ? workingDaysBetween(dayOf(sentAt), today, await findBankHolidays(tx, dayOf(sentAt), today)) : null,
    late: waits && head.answerBy !== null && head.answerBy < today,
    today, readAt: now, revealedUntil: about?.revealedUntil ?? null, caseReference: about?.caseReference ?? null, next,
    isUrgent: (children || words.risk?.risk === "high") && (next === null || dayOf(next.startsAt) > addDays(today, 14)),
    chairOut: about?.chairOut ?? false,
    wentUp: head.isWriter ? await listRaisedEscalations(tx, head.id, today) : [],
    steppedDown: head.isWriter ? await findToldStepDown(tx, head.id) : null,
    ...(mayDecide ? await listChoices(tx) : { wards: [], agencies: [] }),
    cases: mayDecide ? await listOpenCases(tx, forumId) : [],
    allowed: {
      write: (state === "draft" || state === "more_asked") && may("referral.write", { isReferrer: head.isWriter }),
      reveal: head.triages && !head.isWriter && may("referral.reveal", office),
      decide: mayDecide, askMore: isOpen && state === "sent" && may("referral.askMore", office), standAside: isOpen && may("referral.standAside", office),
    },
  };
});

const listOpenCases = (tx: Tx, forumId: string) => tx.$queryRaw<{ id: string; reference: string; title: string }[]>`
  select c.id, c.reference, t.title from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where c.forum_id = ${forumId}::uuid and c.stage <> 'closed' order by c.opened_on desc, c.reference desc`;
