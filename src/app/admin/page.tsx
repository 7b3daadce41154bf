import { notFound } from "next/navigation";
import { type DeskTask, viewDesk } from "@/domain/directory/queries/view-desk.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Count, Counts } from "@/ui/content/count.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { deskTaskWords, deskWords as words } from "@/wording/admin.ts";
import { requireActor } from "../actor.ts";
import { AdminFrame } from "./admin-frame.tsx";

/** An administrator's first page: what is to be done next. */
export default async function AdminPage() {
  const actor = await requireActor();
  const desk = await viewDesk(actor, {});
  if (!desk) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="desk">
      <PageHeader title={words.title} subtitle={words.lead} />
      <Stack>
        <Counts label={words.figures}>
          <Count number={desk.people} href="/admin/people">{words.people(desk.people)}</Count>
          <Count number={desk.forums} href="/admin/forums">{words.forums(desk.forums)}</Count>
          <Count number={desk.agencies} href="/admin/agencies">{words.agencies(desk.agencies)}</Count>
        </Counts>
        <Card title={words.next}>
          {desk.tasks.length === 0 ? (
            <EmptyState title={words.nothing.title} icon="circle-check">{words.nothing.text}</EmptyState>
          ) : (
            <NextSteps>
              {desk.tasks.map((task) => (
                <Task key={JSON.stringify(task)} task={task} />
              ))}
            </NextSteps>
          )}
        </Card>
      </Stack>
    </AdminFrame>
  );
}

function Task({ task }: { task: DeskTask }) {
  const { title, note, act } = (deskTaskWords[task.kind] as (task: DeskTask) => { title: string; note: string; act: string })(task);
  return (
    <NextStep title={title} note={note}>
      <ButtonLink href={hrefOf(task)} tone="secondary" small>
        {act}
        <span className="sr-only">: {title}</span>
      </ButtonLink>
    </NextStep>
  );
}

function hrefOf(task: DeskTask): string {
  switch (task.kind) {
    case "vacantChair":
    case "appointmentEnds":
    case "noMembers":
      return `/admin/forums/${task.forum}`;
    case "accessRequests":
      return "/admin/requests";
    case "deadMails":
      return "/admin/mail";
    case "invitationsExpired":
      return "/admin/people?account=expired";
    case "notInvited":
      return "/admin/people?account=none";
    case "notAccepted":
      return "/admin/people?account=invited";
  }
}
