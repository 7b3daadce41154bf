import Link from "next/link";
import type { Holding, ViewedPerson } from "@/domain/directory/queries/view-person.ts";
import { ButtonGroup, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { spanInWords } from "@/wording/admin.ts";
import { holdingInWords, personWords as words, placeOfHolding, roleInWords, seatFacts } from "@/wording/people.ts";

/** What somebody holds now and is to hold, with what can be done about it; what is over stands folded away. */
export function Holdings({ person }: { person: ViewedPerson }) {
  const { id, holdings, today, leftAt, isSelf } = person;
  const at = `/admin/people/${id}`;
  const keeps = !leftAt && !isSelf;
  const current = holdings.filter(({ phase }) => phase !== "over");
  const over = holdings.filter(({ phase }) => phase === "over");
  return (
    <Card title={words.holdings}>
      {current.length === 0 ? <p className="quiet">{words.none}</p> : <Rows holdings={current} today={today} at={keeps ? at : null} />}
      {over.length > 0 && (
        <Details summary={words.over}>
          <Rows holdings={over} today={today} at={null} />
        </Details>
      )}
      {keeps && (
        <div className="mt-4">
          <ButtonGroup>
            <ButtonLink href={`${at}/seat`} tone="secondary" small>{words.seat}</ButtonLink>
            <ButtonLink href={`${at}/appoint`} tone="secondary" small>{words.appoint}</ButtonLink>
            <Link href={`${at}/office`} prefetch={false}>{words.office}</Link>
            <Link href={`${at}/ward`} prefetch={false}>{words.ward}</Link>
          </ButtonGroup>
        </div>
      )}
    </Card>
  );
}

const Rows = ({ holdings, today, at }: { holdings: Holding[]; today: string; at: string | null }) => (
  <SummaryList
    rows={holdings.map((holding) => ({
      key: placeOfHolding(holding),
      value: (
        <>
          {[roleInWords(holding), holding.seat && seatFacts(holding.seat)].filter(Boolean).join(", ")}
          <p className="quiet">
            {spanInWords(holding, today)}
            {holding.phase === "later" && ` · ${words.later}`}
          </p>
        </>
      ),
      actions: at === null ? [] : [
        ...(holding.kind === "seat" ? [{ href: `${at}/held/${holding.id}`, text: words.changeIt, about: holdingInWords(holding) }] : []),
        { href: `${at}/held/${holding.id}/end`, text: words.endIt, about: holdingInWords(holding) },
      ],
    }))}
  />
);
