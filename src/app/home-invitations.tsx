import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import { slotInWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { invitationWords as words } from "@/wording/invitations.ts";

/** For somebody asked in to one item: which meeting, when and where; and the case itself once its item is reached. */
export function InvitationsCard({ invitations }: { invitations: Home["invitations"] }) {
  return (
    <Card title={words.own} note={words.ownNote} icon="calendar-days">
      <NextSteps>
        {invitations.map(({ meeting, forum, startsAt, limitMinutes, place, openCase }, index) => (
          <NextStep key={index} title={<span className="reference">{meeting}</span>} note={`${forum} · ${slotInWords(startsAt, limitMinutes)} · ${place}`}>
            {openCase ? (
              <ButtonLink href={`/cases/${openCase}`} about={openCase}>
                {words.openCase}
              </ButtonLink>
            ) : (
              <Tag tone="grey">{words.waits}</Tag>
            )}
          </NextStep>
        ))}
      </NextSteps>
    </Card>
  );
}
