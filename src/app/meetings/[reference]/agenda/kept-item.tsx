import { randomUUID } from "node:crypto";
import type { KeptAgenda, KeptLine } from "@/domain/meetings/queries/view-agenda.ts";
import { Button, ButtonLink } from "@/ui/content/button.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { Icon } from "@/ui/icons/icon.tsx";
import { agendaWords as words, lineTitle } from "@/wording/agenda.ts";
import { recusedWords } from "@/wording/interests.ts";
import { meetingWords } from "@/wording/meetings.ts";
import { submitMoveItem } from "./submit.ts";

type Props = { line: KeptLine; agenda: KeptAgenda; title: string };

/** One item as it is kept: what it is, how long it takes, and, on a draft, where it goes. */
export function KeptItem({ line, agenda, title }: Props) {
  const { id, position, plannedMinutes, presenter, recusedFrom } = line;
  const called = lineTitle(line);
  return (
    <li id={`item-${position}`} className="kept-item">
      <div className="kept-item-words">
        <p className="next-step-title">
          {position}. {called}
        </p>
        {recusedFrom ? <p className="quiet">{recusedWords.item}</p> : <Tags line={line} />}
        {presenter && <p className="quiet">{words.presenter(presenter)}</p>}
        {line.putOff.length > 1 && <p>{words.putOffTimes(line.putOff)}</p>}
        {line.putOff.map((one) => (
          <p key={one.meeting} className="quiet">
            {words.putOff(one)}
          </p>
        ))}
      </div>
      {!recusedFrom && (
        <div className="kept-item-side">
          <span className="kept-item-minutes">{meetingWords.minutesShort(plannedMinutes)}</span>
          <ButtonLink href={`/meetings/${agenda.reference}/agenda/${id}`} tone="secondary" small about={words.about(position, called)}>
            {words.change}
          </ButtonLink>
        </div>
      )}
      {agenda.isDraft && !recusedFrom && <Move line={line} agenda={agenda} title={title} />}
    </li>
  );
}

function Tags({ line: { case: found, plannedId, restricted, supplement, papers, invited } }: { line: KeptLine }) {
  const standing = papers.filter(({ withdrawn }) => withdrawn === null).length;
  const tags = [
    found?.involvesChildren && <Tag key="children" tone="amber">{meetingWords.children}</Tag>,
    found?.meetings === 0 && <Tag key="new" tone="purple">{meetingWords.isNew}</Tag>,
    found?.deferredLastTime && <Tag key="deferred" tone="blue">{meetingWords.putOff}</Tag>,
    plannedId !== null && <Tag key="planned" tone="purple">{words.planned}</Tag>,
    restricted && <Tag key="restricted" icon="lock">{words.restricted}</Tag>,
    supplement > 0 && <Tag key="supplement" tone="blue">{words.supplement(supplement)}</Tag>,
    standing > 0 && <span key="papers">{words.papers(standing)}</span>,
    invited > 0 && <span key="invited">{words.invited(invited)}</span>,
  ].filter(Boolean);
  return tags.length > 0 && <p className="tag-row">{tags}</p>;
}

/** The number first, so that Enter in its box moves there. */
function Move({ line, agenda: { reference, version, lines }, title }: Props) {
  const { id, position } = line;
  const about = words.about(position, lineTitle(line));
  const named = (text: string) => (
    <>
      {text}
      <span className="sr-only"> {about}</span>
    </>
  );
  return (
    <div className="kept-item-move">
      <SubmissionForm
        submission={submitMoveItem}
        submissionKey={randomUUID()}
        title={title}
        idPrefix={`${id}-`}
        hidden={{ reference, version, itemId: id }}
        button={words.move}
        about={about}
        buttonTone="quiet"
        small
        wide
        beside={
          <>
            {position > 1 && (
              <Button name="move" value="up" tone="quiet" small icon={<Icon name="arrow-up" size="small" />}>
                {named(words.up)}
              </Button>
            )}
            {position < lines.length && (
              <Button name="move" value="down" tone="quiet" small icon={<Icon name="arrow-down" size="small" />}>
                {named(words.down)}
              </Button>
            )}
          </>
        }
      >
        <TextField name="to" label={words.place} defaultValue={String(position)} inputMode="numeric" width={2} />
      </SubmissionForm>
    </div>
  );
}
