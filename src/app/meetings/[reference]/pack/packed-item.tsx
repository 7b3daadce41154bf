import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import type { Pack, PackItem } from "@/domain/minutes/queries/view-pack.ts";
import { Table, Cell, ColumnHead, RowHead } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { agendaWords, lineTitle, packWords as words } from "@/wording/agenda.ts";
import { recusedWords } from "@/wording/interests.ts";
import { meetingWords } from "@/wording/meetings.ts";
import { ReceivedMinutes } from "../received-minutes.tsx";

/** One item of the pack: what it is, what is known of it as far as the reader may know, and its papers. */
export function PackedItem({ item, pack }: { item: PackItem; pack: Pack }) {
  const { position, kind, case: found, summary, known, papers, presenter, plannedMinutes, recusedFrom, supplement, restricted } = item;
  const id = `item-${position}`;
  if (recusedFrom) {
    return (
      <p id={id} className="quiet mt-8">
        {recusedWords.leftOut(position, recusedFrom)}
      </p>
    );
  }
  return (
    <section id={id} className="mt-8 scroll-mt-24 break-inside-avoid" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {position}. {found ? <a href={`/cases/${found.reference}`}>{lineTitle(item)}</a> : lineTitle(item)}
      </h2>
      <p className="tag-row quiet mt-1">
        <span>{[meetingWords.minutesShort(plannedMinutes), presenter && agendaWords.presenter(presenter)].filter(Boolean).join(" · ")}</span>
        {supplement > 0 && <Tag tone="blue">{words.inSupplement(supplement)}</Tag>}
        {restricted && <Tag icon="lock">{agendaWords.restricted}</Tag>}
      </p>
      <div className="mt-2 grid max-w-measure gap-2 print:max-w-none">
        {item.putOff.length > 1 && <p>{agendaWords.putOffTimes(item.putOff)}</p>}
        {item.putOff.map((one) => (
          <p key={one.meeting}>{agendaWords.putOff(one)}</p>
        ))}
        {kind === "last_minutes" && pack.previous && (
          <p>
            <a href={`/meetings/${pack.previous.reference}/minutes`}>{meetingWords.minutesOf(inWords(dayOf(pack.previous.startsAt)))}</a>
          </p>
        )}
        {item.received.length > 0 && <ReceivedMinutes received={item.received} />}
        {summary && <p>{summary}</p>}
        {known && (
          <>
            <h3>{words.background}</h3>
            <p className="whitespace-pre-line">{known.background}</p>
            <h3>{words.wanted}</h3>
            <p className="whitespace-pre-line">{known.wanted}</p>
          </>
        )}
      </div>
      {kind === "actions" && <Actions actions={pack.actions} />}
      {papers.length > 0 && <Papers reference={pack.reference} papers={papers} />}
    </section>
  );
}

function Papers({ reference, papers }: { reference: string; papers: PackItem["papers"] }) {
  return (
    <>
      <h3 className="mt-3">{words.papers}</h3>
      <ul className="mt-1 grid gap-1">
        {papers.map(({ id, position, title, restricted, named, readers, supplement, type, bytes }) => (
          <li key={id} className="tag-row">
            <a href={`/meetings/${reference}/papers/${id}`} download>
              {agendaWords.paper(position, title)}
            </a>
            <span className="quiet">{agendaWords.fileFacts(type, bytes)}</span>
            {restricted && <Tag icon="lock">{agendaWords.restricted}</Tag>}
            {named && <Tag icon="lock">{agendaWords.onlyFor(readers)}</Tag>}
            {supplement > 0 && <Tag tone="blue">{words.inSupplement(supplement)}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Actions({ actions }: { actions: Pack["actions"] }) {
  if (actions.length === 0) return <p className="quiet mt-2">{words.noActions}</p>;
  const { actionColumns: columns } = words;
  return (
    <div className="mt-3">
      <Table
        caption={words.actions}
        compact
        head={
          <>
            <ColumnHead>{columns.reference}</ColumnHead>
            <ColumnHead>{columns.wording}</ColumnHead>
            <ColumnHead>{columns.agency}</ColumnHead>
            <ColumnHead>{columns.due}</ColumnHead>
            <ColumnHead>{columns.state}</ColumnHead>
          </>
        }
      >
        {actions.map(({ reference, wording, namelessWording, agency, due, state }) => (
          <tr key={reference}>
            <RowHead label={columns.reference}>
              <a href={`/actions/${reference}`}>{reference}</a>
            </RowHead>
            <Cell label={columns.wording}>{wording ?? namelessWording ?? words.namelessWording(agency)}</Cell>
            <Cell label={columns.agency}>{agency}</Cell>
            <Cell label={columns.due}>{inWords(due)}</Cell>
            <Cell label={columns.state}>{words.state(state)}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
