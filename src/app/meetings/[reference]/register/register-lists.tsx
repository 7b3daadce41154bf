import { timeInWords } from "@/domain/kernel/dates.ts";
import type { GuestLine, RegisterLine, RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { Card } from "@/ui/content/card.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { signInWayWords, wayWords } from "@/wording/register-ways.ts";
import { attendanceWords, registerWords as words } from "@/wording/sign-in.ts";
import { InTheRoom } from "./in-the-room.tsx";

type Group = keyof typeof words.groups;
const groupOf = ({ status }: RegisterLine): Group => {
  if (status === null) return "expected";
  return status === "present" || status === "absent" ? status : "apologies";
};

/** Who is here, who sent apologies, who is absent and who is still expected: each person once. Then guests, and who would not accept the declaration. */
export function RegisterLists({ register, lines }: { register: RegisterView; lines: RegisterLine[] }) {
  const { reference, signed, expected, guests, refusals, allowed } = register;
  const groups = (["present", "apologies", "absent", "expected"] as const).map((group) => ({ group, people: lines.filter((line) => groupOf(line) === group) }));
  return (
    <section className="stack" aria-labelledby="who">
      <h2 id="who">{words.signedOf(signed, expected)}</h2>
      {groups
        .filter(({ group, people }) => group === "present" || people.length > 0)
        .map(({ group, people }) => (
          <Card key={group} title={words.groups[group]} level={3} flush={people.length > 0}>
            {people.length > 0 ? <People caption={words.groups[group]} people={people} departuresOf={allowed.recordDepartures && group === "present" ? reference : null} /> : <p className="quiet">{words.none}</p>}
          </Card>
        ))}
      {guests.length > 0 && (
        <Card title={wayWords.guests} level={3} flush>
          <Guests guests={guests} />
        </Card>
      )}
      {refusals.length > 0 && (
        <Card title={wayWords.refusals} level={3}>
          <ul>
            {refusals.map(({ id, name, refusedAt }) => (
              <li key={id}>
                {name} <span className="quiet">{wayWords.refusedAt(timeInWords(refusedAt))}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

/** "Signed at 2:10pm, at the coordinator's screen"; under it how late, and who entered it. */
const howSigned = ({ signedAt, way }: Pick<GuestLine, "signedAt" | "way">) => [words.signedAt(timeInWords(signedAt)), signInWayWords[way]].filter(Boolean).join(", ");
const noteOf = (late: number | null, enteredBy?: string | null) => [late === null ? "" : wayWords.late(late), enteredBy ? wayWords.enteredBy(enteredBy) : ""].filter(Boolean).join(". ") || undefined;

function People({ caption, people, departuresOf }: { caption: string; people: RegisterLine[]; departuresOf: string | null }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      compact
      head={
        <>
          <ColumnHead>{columns.name}</ColumnHead>
          <ColumnHead>{columns.agency}</ColumnHead>
          <ColumnHead>{columns.how}</ColumnHead>
          {departuresOf && <ColumnHead>{words.inTheRoom}</ColumnHead>}
        </>
      }
    >
      {people.map(({ personId, name, agency, represents, status, signedAt, way, late, enteredBy, out }) => (
        <tr key={personId}>
          <RowHead>{name}</RowHead>
          <Cell label={columns.agency} note={represents ? words.alsoFor(represents) : undefined}>
            {agency}
          </Cell>
          <Cell label={columns.how} note={noteOf(late, enteredBy)}>
            {signedAt && way ? howSigned({ signedAt, way }) : status ? attendanceWords[status] : words.notYet}
          </Cell>
          {departuresOf && (
            <Cell label={words.inTheRoom}>
              <InTheRoom reference={departuresOf} personId={personId} name={name} out={out} />
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}

function Guests({ guests }: { guests: GuestLine[] }) {
  const { guestColumns: columns } = wayWords;
  return (
    <Table
      caption={wayWords.guests}
      captionHidden
      compact
      head={
        <>
          <ColumnHead>{columns.name}</ColumnHead>
          <ColumnHead>{columns.organisation}</ColumnHead>
          <ColumnHead>{columns.how}</ColumnHead>
        </>
      }
    >
      {guests.map(({ id, name, organisation, represents, late, ...signature }) => (
        <tr key={id}>
          <RowHead>{name}</RowHead>
          <Cell label={columns.organisation} note={represents ? words.alsoFor(represents) : undefined}>
            {organisation}
          </Cell>
          <Cell label={columns.how} note={noteOf(late)}>
            {howSigned(signature)}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
