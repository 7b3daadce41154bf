import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { EscalationsOf } from "@/app/escalations/escalations-of.tsx";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { type ViewedAction, viewAction } from "@/domain/action-plan/queries/view-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { actionWords as words } from "@/wording/action.ts";
import { capacityReasonWords, namelessAction } from "@/wording/action-states.ts";
import { auditWords } from "@/wording/audit.ts";
import { ActionStatusTag } from "../action-status-tag.tsx";
import { DueDate } from "../due-date.tsx";
import { ActionHistory, EarlierWordings } from "./action-history.tsx";
import { ThanksGiven } from "./thanks-given.tsx";
import { ActionChases } from "./action-chases.tsx";
import { Colleagues } from "./action-colleagues.tsx";
import { ChosenSubjects, NeededSubjects } from "./action-subjects.tsx";
import { ChairActs, OwnerActs } from "./action-acts.tsx";

export default async function ActionPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const action = await viewAction(actor, await readReference(params));
  if (!action) notFound();
  return (
    <Frame actor={actor} title={words.title(action.reference)} current="actions" marked={action.depth === "full"}>
      <BackLink href={`/actions?forum=${action.forum.code}`}>{words.back}</BackLink>
      <PageHeader eyebrow={action.reference} title={action.wording ?? action.namelessWording ?? namelessAction(action.agency)} tags={<ActionStatusTag status={action.status} />} />
      {action.depth === "summary" ? <Summary action={action} /> : <Columns main={<Full action={action} />} side={<Beside action={action} actor={actor} />} />}
    </Frame>
  );
}

/** Whoever holds the nameless wording alone: that it exists, whose it is and how it stands. */
function Summary({ action }: { action: ViewedAction }) {
  return (
    <Stack>
      <ThanksGiven thanks={action.thanks} />
      <Alert title={words.summaryOnly}>{words.summaryOnlyText}</Alert>
      <Facts action={action} />
    </Stack>
  );
}

function Full({ action }: { action: ViewedAction }) {
  return (
    <>
      <OwnerActs action={action} />
      <ChairActs action={action} />
      <NeededSubjects action={action} />
      {action.measure && (
        <Card title={words.measure}>
          <p className="whitespace-pre-line">{action.measure}</p>
        </Card>
      )}
      <ThanksGiven thanks={action.thanks} />
      <ActionHistory steps={action.steps} />
      <EarlierWordings earlier={action.earlier} />
    </>
  );
}

function Beside({ action, actor }: { action: ViewedAction; actor: Actor }) {
  return (
    <Stack>
      <Facts action={action} />
      <EscalationsOf actor={actor} actionReference={action.reference} />
      <ActionChases actor={actor} reference={action.reference} />
      <ChosenSubjects action={action} />
      <Colleagues action={action} />
    </Stack>
  );
}

function Facts({ action }: { action: ViewedAction }) {
  const rows = [
    { key: words.owner, value: `${action.owner}, ${action.agency}` },
    ...(action.officer ? [{ key: words.officer, value: action.officer }] : []),
    { key: words.due, value: <DueDate action={action} today={action.today} /> },
    ...(action.waiting ? [{ key: words.waitingFor, value: `${words.waitingUntil(action.waiting.on, inWords(action.waiting.until))}${action.waiting.isOver ? `. ${words.waitingOver}` : ""}` }] : []),
    { key: words.case, value: action.case ? <Reference href={`/cases/${action.case}`}>{action.case}</Reference> : words.noCase },
    { key: words.meeting, value: <Reference href={`/meetings/${action.meeting}`}>{action.meeting}</Reference> },
    { key: words.forum, value: action.forum.name },
    ...(action.assignedOn ? [{ key: words.assignedOn, value: inWords(action.assignedOn) }] : []),
    { key: words.age, value: words.ageOf(action.ageInDays) },
    { key: words.carried, value: words.carriedOver(action.meetingsCarried) },
    ...(action.capacityReason && action.depth === "full" ? [{ key: words.capacity, value: capacityReasonWords[action.capacityReason] }] : []),
  ];
  return (
    <Card title={words.facts}>
      <SummaryList compact rows={rows} />
      {action.allowed.history && (
        <p>
          <a href={`/actions/${action.reference}/history`}>
            {auditWords.readHistory}
          </a>
        </p>
      )}
      {action.asked?.due && !action.allowed.settleTime && <p className="quiet">{words.askedTimeNote(inWords(action.asked.due))}</p>}
      {action.asked?.owner && !action.allowed.keepOwner && <p className="quiet">{words.askedOwnerNote(action.asked.owner)}</p>}
      {action.state === "declined" && !action.allowed.keepOwner && <p className="quiet">{words.declinedNote}</p>}
      {action.unanswered && <p className="quiet">{words.unanswered}</p>}
      {action.ownerGone && !action.allowed.reassign && <p className="quiet">{words.ownerGone}</p>}
    </Card>
  );
}
