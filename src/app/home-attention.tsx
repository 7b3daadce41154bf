import type { ReactNode } from "react";
import type { Attention } from "@/domain/action-plan/queries/view-home.ts";
import type { StepDownAttention } from "@/domain/step-downs/queries/view-due.ts";
import { Card } from "@/ui/content/card.tsx";
import { IconList } from "@/ui/content/icon-list.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import type { IconName } from "@/ui/icons/icon.tsx";
import { dueWords } from "@/wording/step-downs.ts";
import { attentionWords, homeWords as words } from "@/wording/home.ts";

const icons: Record<Attention["kind"], IconName> = { notListed: "circle-alert", receiveEscalation: "inbox", listEscalation: "calendar-days", answerEscalation: "send", closeEscalation: "inbox", sendEscalation: "send", putIntoWords: "file-text", overdue: "circle-alert", allOverdue: "list", allWaiting: "list", verify: "inbox", confirm: "hourglass", circulateMinutes: "send", confirmMinutes: "file-text", ownerGone: "user-x", allOwnerGone: "list", withChair: "inbox", goingRound: "refresh-cw", appointmentEnds: "hourglass", agencyAbsent: "user-x", planYear: "calendar-days" };

const stepDownIcons: Record<StepDownAttention["kind"], IconName> = { toSign: "file-text", watchOver: "hourglass", checkLate: "circle-alert" };

/** What waits for this person, each line one thing and one verb. */
export function AttentionCard({ attention, stepDowns }: { attention: Attention[]; stepDowns: StepDownAttention[] }) {
  return (
    <Card title={words.needsAttention}>
      {attention.length + stepDowns.length === 0 ? (
        <p className="quiet">{words.nothingNeedsYou}</p>
      ) : (
        <IconList
          items={[
            ...attention.map((one) => ({ icon: icons[one.kind], danger: one.kind === "overdue" || one.kind === "agencyAbsent" || one.kind === "notListed", text: <Line one={one} /> })),
            ...stepDowns.map((one) => ({ icon: stepDownIcons[one.kind], danger: one.kind === "checkLate", text: withReference(`/cases/${one.reference}/${one.kind === "toSign" ? "step-down" : "watch"}`, one.reference, dueWords.kinds[one.kind](one)) })),
          ]}
        />
      )}
    </Card>
  );
}

function Line({ one }: { one: Attention }): ReactNode {
  switch (one.kind) {
    case "allOverdue":
      return inThePlan(one.forum, "overdue", attentionWords.allOverdue(one));
    case "allWaiting":
      return inThePlan(one.forum, "waiting_for_chair", attentionWords.allWaiting(one));
    case "allOwnerGone":
      return inThePlan(one.forum, "ownerless", attentionWords.allOwnerGone(one));
    case "withChair":
      return inThePlan(one.forum, "with_chair", attentionWords.withChair(one));
    case "goingRound":
      return inThePlan(one.forum, "going_round", attentionWords.goingRound(one));
    case "ownerGone":
      return withReference(`/actions/${one.reference}`, one.reference, attentionWords.ownerGone(one));
    case "appointmentEnds":
      return attentionWords.appointmentEnds(one);
    case "planYear":
      return <a href={one.forums.length === 1 ? `/meetings/plan?forum=${encodeURIComponent(one.forums[0] ?? "")}` : "/meetings/plan"}>{attentionWords.planYear(one)}</a>;
    case "agencyAbsent":
      return attentionWords.agencyAbsent(one);
    case "notListed":
      return withReference(`/escalations/${one.reference}`, one.reference, attentionWords.notListed(one));
    case "receiveEscalation":
      return withReference(`/escalations/${one.reference}`, one.reference, attentionWords.receiveEscalation(one));
    case "listEscalation":
      return withReference(`/escalations/${one.reference}`, one.reference, attentionWords.listEscalation(one));
    case "answerEscalation":
      return withReference(`/escalations/${one.reference}`, one.reference, attentionWords.answerEscalation(one));
    case "closeEscalation":
      return withReference(`/escalations/${one.reference}`, one.reference, attentionWords.closeEscalation(one));
    case "sendEscalation":
      return withReference(`/escalations/check/${one.draftId}`, one.reference, attentionWords.sendEscalation(one));
    case "putIntoWords":
      return withReference(`/escalations/new?case=${one.reference}&item=${one.itemId}`, one.reference, attentionWords.putIntoWords(one));
    case "overdue":
      return withReference(`/actions/${one.reference}`, one.reference, attentionWords.overdue(one));
    case "verify":
      return withReference(`/actions/${one.reference}`, one.reference, attentionWords.verify(one));
    case "confirm":
      return withReference(`/actions/${one.reference}`, one.reference, attentionWords.confirm(one));
    case "circulateMinutes":
      return withReference(`/meetings/${one.reference}/minutes`, one.reference, attentionWords.circulateMinutes(one));
    case "confirmMinutes":
      return withReference(`/meetings/${one.reference}/minutes`, one.reference, attentionWords.confirmMinutes(one));
  }
}

const inThePlan = (forum: string, status: "overdue" | "waiting_for_chair" | "ownerless" | "with_chair" | "going_round", text: string) => (
  <a href={`/actions?forum=${encodeURIComponent(forum)}&status=${status}`}>
    {text}
  </a>
);

const withReference = (href: string, reference: string, text: string) => (
  <>
    <Reference href={href}>{reference}</Reference> {text}
  </>
);
