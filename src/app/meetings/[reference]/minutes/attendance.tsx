import { dayOf, momentInWords, timeInWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { Attender, Minutes } from "@/domain/minutes/queries/view-minutes.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { minutedInterest } from "@/wording/interests.ts";
import { minutesWords as words } from "@/wording/minutes.ts";

/** When and where it met, who presided, who was there for which agency, who sent apologies. */
export function Attendance({ minutes }: { minutes: Minutes }) {
  const { presided, startsAt, closedAt } = minutes;
  const out = minutes.present.flatMap(({ people }) => people.filter((one) => one.out.length > 0));
  return (
    <section className="mt-8" aria-labelledby="meeting">
      <h2 id="meeting" className="mb-2">{words.facts}</h2>
      <SummaryList
        rows={[
          { key: words.date, value: `${withWeekday(dayOf(startsAt))}, ${timeInWords(startsAt)}` },
          { key: words.place, value: minutes.place },
          { key: words.presided, value: presided ? [presided.name, presided.office && presided.capacity ? words.presidedAs[presided.office][presided.capacity] : ""].filter(Boolean).join(", ") : words.nobody },
          { key: words.present, value: minutes.present.length === 0 ? words.nobody : <Present present={minutes.present} /> },
          { key: words.apologies, value: <People people={minutes.apologies} /> },
          { key: words.absent, value: <People people={minutes.absent} /> },
          ...(minutes.interests.length > 0 ? [{ key: words.interests, value: <Interests interests={minutes.interests} /> }] : []),
          ...(out.length > 0 ? [{ key: words.out, value: <OutOfRoom people={out} /> }] : []),
          { key: words.closed, value: closedAt && (dayOf(closedAt) === dayOf(startsAt) ? timeInWords(closedAt) : momentInWords(closedAt)) },
        ]}
      />
    </section>
  );
}

const Present = ({ present }: { present: Minutes["present"] }) => (
  <ul>
    {present.map(({ agency, people }) => (
      <li key={agency}>
        <strong>{agency}:</strong> {people.map((one) => [one.name, [one.guest ? words.guest : "", one.represents ? words.alsoFor(one.represents) : ""].filter(Boolean).map((note) => ` (${note})`).join("")].join("")).join(", ")}
      </li>
    ))}
  </ul>
);

const Interests = ({ interests }: { interests: Minutes["interests"] }) => (
  <ul>
    {interests.map((one, index) => (
      <li key={index}>{words.interest(one.person, minutedInterest(one))}</li>
    ))}
  </ul>
);

const OutOfRoom = ({ people }: { people: Attender[] }) => (
  <ul>
    {people.map((one) => (
      <li key={one.name}>{words.leftFor(one.name, one.out.map(({ number, from, until }) => words.outTime(number, timeInWords(from), until && timeInWords(until))))}</li>
    ))}
  </ul>
);

const People = ({ people }: { people: Attender[] }) =>
  people.length === 0 ? (
    words.none
  ) : (
    <ul>
      {people.map((one) => (
        <li key={one.name}>
          {one.name}, {one.agency}
          {one.status === "apologies_with_information" && ` (${words.withInformation})`}
        </li>
      ))}
    </ul>
  );
