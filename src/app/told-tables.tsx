import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import type { ReadElsewhere, ToldRow } from "@/domain/disclosures/queries/view-told.ts";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { givenWords, ledgerWords as words, readWords, stayWords } from "@/wording/ledger.ts";

/** Who was in the room, told by person in a case's ledger and by case in a person's. */
export function RoomTable({ rows, caption, by }: { rows: readonly ToldRow[]; caption: string; by: "person" | "case" }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns[by]}</ColumnHead>
          <ColumnHead>{columns.stay}</ColumnHead>
          <ColumnHead>{columns.given}</ColumnHead>
          <ColumnHead>{columns.since}</ColumnHead>
        </>
      }
    >
      {rows.map((room) => {
        const read = readWords(room.since);
        return (
          <tr key={`${room.caseId} ${room.meeting} ${room.personId} ${room.from.toISOString()}`}>
            <RowHead label={columns[by]}>
              {by === "case" ? <Reference href={`/cases/${room.case}/told`}>{room.case}</Reference> : room.person}
              <div className="quiet">
                {room.agency}
                {room.represents && <>. {words.onBehalfOf(room.represents)}</>}
              </div>
            </RowHead>
            <Cell label={columns.stay} note={by === "case" ? `${room.meeting}, ${withWeekday(dayOf(room.from))}` : undefined}>
              {stayWords(room)}
            </Cell>
            <Cell label={columns.given} quiet={room.given.length === 0}>
              {room.given.length === 0 ? words.nothingGiven : room.given.map((given) => <p key={given.contributionId}>{givenWords(given)}</p>)}
            </Cell>
            <Cell label={columns.since} quiet={read === null} note={read ? words.lastRead(read.last) : undefined}>
              {read?.what ?? words.notRead}
            </Cell>
          </tr>
        );
      })}
    </Table>
  );
}

/** Who read it without having been in the room for it. */
export function ElsewhereTable({ rows, by }: { rows: readonly ReadElsewhere[]; by: "person" | "case" }) {
  const { columns } = words;
  return (
    <Table
      caption={words.elsewhereCaption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns[by]}</ColumnHead>
          <ColumnHead>{columns.agency}</ColumnHead>
          <ColumnHead>{words.what}</ColumnHead>
        </>
      }
    >
      {rows.map(({ case: reference, person, agency, read }) => {
        const said = readWords(read);
        return (
          <tr key={`${reference} ${person}`}>
            <RowHead label={columns[by]}>{by === "case" ? <Reference href={`/cases/${reference}/told`}>{reference}</Reference> : person}</RowHead>
            <Cell label={columns.agency}>{agency}</Cell>
            <Cell label={words.what} note={said ? words.lastRead(said.last) : undefined}>
              {said?.what ?? words.notRead}
            </Cell>
          </tr>
        );
      })}
    </Table>
  );
}

