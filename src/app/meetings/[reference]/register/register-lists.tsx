import { timeInWords } from "@/domain/kernel/dates.ts";
import type { RegisterLine } from "@/domain/sign-in/queries/view-register.ts";
import { Card } from "@/ui/content/card.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { InTheRoom } from "./in-the-room.tsx";
import { attendanceWords, registerWords as words } from "@/wording/sign-in.ts";

type Group = keyof typeof words.groups;
const groupOf = ({ status }: RegisterLine): Group => {
  if (status === null) return "expected";
  return status === "present" || status === "absent" ? status : "apologies";
};

/** Who is here, who sent apologies, who is absent and who is still expected: each person once. */
export function RegisterLists({ lines, signed, expected, reference, recordsDepartures }: { lines: RegisterLine[]; signed: number; expected: number; reference: string; recordsDepartures: boolean }) {
  const groups = (["present", "apologies", "absent", "expected"] as const).map((group) => ({ group, people: lines.filter((line) => groupOf(line) === group) }));
  return (
    <section className="stack" aria-labelledby="who">
      <h2 id="who">{words.signedOf(signed, expected)}</h2>
      {groups
        .filter(({ group, people }) => group === "present" || people.length > 0)
        .map(({ group, people }) => (
          <Card key={group} title={words.groups[group]} level={3} flush={people.length > 0}>
            {people.length > 0 ? <People caption={words.groups[group]} people={people} departuresOf={recordsDepartures && group === "present" ? reference : null} /> : <p className="quiet">{words.none}</p>}
          </Card>
        ))}
    </section>
  );
}

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
      {people.map((person) => (
        <tr key={person.personId}>
          <RowHead>{person.name}</RowHead>
          <Cell label={columns.agency} note={person.represents ? words.alsoFor(person.represents) : undefined}>
            {person.agency}
          </Cell>
          <Cell label={columns.how}>{person.signedAt ? words.signedAt(timeInWords(person.signedAt)) : person.status ? attendanceWords[person.status] : words.notYet}</Cell>
          {departuresOf && (
            <Cell label={words.inTheRoom}>
              <InTheRoom reference={departuresOf} personId={person.personId} name={person.name} out={person.out} />
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}
