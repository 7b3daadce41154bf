import type { ReactNode } from "react";
import type { GuestInRoom } from "@/domain/disclosures/queries/list-told.ts";
import type { CaseTold, Read, ReadElsewhere, ToldRow } from "@/domain/disclosures/queries/view-told.ts";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { givenWords, ledgerWords as words, readWords, stayWords } from "@/wording/ledger.ts";

const RoomHead = ({ first }: { first: string }) => (
  <>
    <ColumnHead>{first}</ColumnHead>
    <ColumnHead>{words.columns.stay}</ColumnHead>
    <ColumnHead>{words.columns.given}</ColumnHead>
    <ColumnHead>{words.columns.since}</ColumnHead>
  </>
);

/** Who was in the room for one item. */
export function RoomTable({ rows, caption }: { rows: readonly ToldRow[]; caption: string }) {
  const { columns } = words;
  return (
    <Table caption={caption} captionHidden head={<RoomHead first={columns.person} />}>
      {rows.map((room) => (
        <tr key={`${room.personId} ${room.from.toISOString()}`}>
          <RowHead label={columns.person}>
            <div>
              {room.person}
              <Under>
                {room.agency}
                {room.represents && <>. {words.onBehalfOf(room.represents)}</>}
              </Under>
            </div>
          </RowHead>
          <Cell label={columns.stay}>{stayWords(room)}</Cell>
          <GivenCell given={room.given} />
          <ReadCell label={columns.since} read={room.since} />
        </tr>
      ))}
    </Table>
  );
}

/** Who was in the room without an account: they read nothing here. */
export function GuestTable({ rows, caption }: { rows: readonly GuestInRoom[]; caption: string }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.person}</ColumnHead>
          <ColumnHead>{columns.meeting}</ColumnHead>
          <ColumnHead>{columns.stay}</ColumnHead>
        </>
      }
    >
      {rows.map((guest) => (
        <tr key={`${guest.guestId} ${guest.from.toISOString()}`}>
          <RowHead label={columns.person}>
            <div>
              {guest.name}
              <Under>
                {guest.organisation}
                {guest.represents && <>. {words.onBehalfOf(guest.represents)}</>}
              </Under>
            </div>
          </RowHead>
          <Cell label={columns.meeting}>{guest.meeting}</Cell>
          <Cell label={columns.stay}>{stayWords(guest)}</Cell>
        </tr>
      ))}
    </Table>
  );
}

/** In which rooms one person was told of which case. */
export function CaseTable({ rows, caption }: { rows: readonly CaseTold[]; caption: string }) {
  const { columns } = words;
  return (
    <Table caption={caption} captionHidden head={<RoomHead first={columns.case} />}>
      {rows.map((one) => (
        <tr key={one.case}>
          <RowHead label={columns.case}>
            <div>
              <Reference href={`/cases/${one.case}/told`}>{one.case}</Reference>
              <Under>{words.forAgencies(one.agencies)}</Under>
            </div>
          </RowHead>
          <Cell label={columns.stay}>
            {one.stays.map((stay) => (
              <p key={`${stay.meeting} ${stay.from.toISOString()}`}>{words.stayAt(stay)}</p>
            ))}
          </Cell>
          <GivenCell given={one.given} />
          <ReadCell label={columns.since} read={one.since} />
        </tr>
      ))}
    </Table>
  );
}

const Under = ({ children }: { children: ReactNode }) => <div className="quiet font-normal">{children}</div>;

function GivenCell({ given }: { given: ToldRow["given"] }) {
  return (
    <Cell label={words.columns.given} quiet={given.length === 0}>
      {given.length === 0 ? words.nothingGiven : given.map((one) => <p key={one.contributionId}>{givenWords(one)}</p>)}
    </Cell>
  );
}

function ReadCell({ label, read }: { label: string; read: Read }) {
  const said = readWords(read);
  return (
    <Cell label={label} quiet={said === null} note={said ? words.lastRead(said.last) : undefined}>
      {said?.what ?? words.notRead}
    </Cell>
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
      {rows.map(({ case: reference, person, agency, read }) => (
        <tr key={`${reference} ${person}`}>
          <RowHead label={columns[by]}>{by === "case" ? <Reference href={`/cases/${reference}/told`}>{reference}</Reference> : person}</RowHead>
          <Cell label={columns.agency}>{agency}</Cell>
          <ReadCell label={words.what} read={read} />
        </tr>
      ))}
    </Table>
  );
}

