import type { GoingRound } from "@/domain/cases/queries/going-round.ts";
import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import type { MeetingView } from "@/domain/meetings/queries/view-meeting.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Meter } from "@/ui/content/meter.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { type Task, TaskList } from "@/ui/content/task-list.tsx";
import { discussedWords, goingRoundWords } from "@/wording/cases.ts";
import { agendaWords, lineTitle, packWords } from "@/wording/agenda.ts";
import { recusedWords } from "@/wording/interests.ts";
import { meetingWords as words } from "@/wording/meetings.ts";

type Line = MeetingView["items"][number];

/** What the meeting takes, in which order and for how long, against the forum's limit. Titles name nobody; a case's leads to what this person may see of it. */
export function Agenda({ meeting }: { meeting: MeetingView }) {
  const { items, totalMinutes, limitMinutes, isDraft, reference, allowed } = meeting;
  const over = totalMinutes > limitMinutes;
  return (
    <Card title={isDraft ? words.draftAgenda : words.agenda} note={isDraft ? words.draftNote : undefined} id="agenda" actions={<Ways reference={reference} keep={allowed.keepAgenda} pack={allowed.pack} />}>
      <Stack>
        <Meter value={totalMinutes} max={limitMinutes} over={over}>
          {words.totals(totalMinutes, limitMinutes)}
          {over && <>. {words.over(totalMinutes - limitMinutes)}</>}
        </Meter>
        <TaskList id="item" items={items.map((line) => taskOf(line, meeting))} />
      </Stack>
    </Card>
  );
}

/** To work on it, for whoever keeps it; to its pack, once it is out. */
function Ways({ reference, keep, pack }: { reference: string; keep: boolean; pack: boolean }) {
  return (
    <>
      {keep && (
        <ButtonLink href={`/meetings/${reference}/agenda`} tone="secondary" small>
          {agendaWords.keep}
        </ButtonLink>
      )}
      {pack && (
        <ButtonLink href={`/meetings/${reference}/pack`} tone="secondary" small>
          {packWords.open}
        </ButtonLink>
      )}
    </>
  );
}

function taskOf(line: Line, { previous, goingRound }: MeetingView): Task {
  const { position, kind, plannedMinutes, case: found, recusedFrom } = line;
  const status = words.minutesShort(plannedMinutes);
  if (recusedFrom) return { title: `${position}. ${lineTitle(line)}`, href: recusedFrom.reference === null ? undefined : `/cases/${recusedFrom.reference}`, hint: recusedWords.item, status: "" };
  if (found) return { title: `${position}. ${lineTitle(line)}`, href: `/cases/${found.reference}`, hint: <History line={line} found={found} goingRound={goingRound.get(found.id)} />, status };
  const title = kind === "last_minutes" && previous ? words.minutesOf(inWords(dayOf(previous.startsAt))) : lineTitle(line);
  return { title: `${position}. ${title}`, hint: hintOf(line), status };
}

/** Who presents it, and whether it came late or back. */
function hintOf({ presenter, restricted, supplement, putOff }: Line) {
  if (!presenter && !restricted && supplement === 0 && putOff.length === 0) return undefined;
  return (
    <span className="tag-row">
      {supplement > 0 && <Tag tone="blue">{agendaWords.supplement(supplement)}</Tag>}
      {restricted && <Tag icon="lock">{agendaWords.restricted}</Tag>}
      {presenter && <span>{agendaWords.presenter(presenter)}</span>}
      {putOff[0] && <span>{putOff.length > 1 ? agendaWords.putOffTimes(putOff) : agendaWords.putOff({ meeting: putOff[0].meeting })}</span>}
    </span>
  );
}

function History({ line: { supplement, presenter }, found, goingRound }: { line: Line; found: NonNullable<Line["case"]>; goingRound: GoingRound | undefined }) {
  return (
    <span className="tag-row">
      {supplement > 0 && <Tag tone="blue">{agendaWords.supplement(supplement)}</Tag>}
      {found.involvesChildren && <Tag tone="amber">{words.children}</Tag>}
      {found.meetings === 0 && <Tag tone="purple">{words.isNew}</Tag>}
      {found.deferredLastTime && <Tag tone="blue">{words.putOff}</Tag>}
      {goingRound?.isGoing && <Tag tone="amber">{goingRoundWords}</Tag>}
      {found.meetings > 0 && <span>{goingRound ? discussedWords({ ...goingRound, deferrals: found.deferrals }) : words.heardAt(found.meetings - found.deferrals, found.deferrals)}</span>}
      {presenter && <span>{agendaWords.presenter(presenter)}</span>}
    </span>
  );
}
