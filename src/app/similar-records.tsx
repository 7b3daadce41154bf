import { inWords } from "@/domain/kernel/dates.ts";
import type { SimilarRecord, Sureness } from "@/domain/repeats/queries/view-similar.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { Tag, type Tone } from "@/ui/content/tag.tsx";
import { caseStageWords } from "@/wording/cases.ts";
import { referralStateWords } from "@/wording/referrals.ts";
import { likenessWords, repeatSourceWords, repeatWords as words, similarConcernWords, surenessWords } from "@/wording/repeats.ts";

const tones: Record<Sureness, Tone> = { probably_person: "purple", maybe_person: "blue", same_place: "purple", maybe_place: "blue", slight: "grey" };

/** What may be the same as a concern or referral, side by side, for whoever triages it. References only: a record opens to whom it is open. */
export function SimilarRecords({ records }: { records: SimilarRecord[] | null }) {
  // the partnership does without, or it is for somebody else
  if (!records) return null;
  return (
    <Card title={words.similar} note={words.similarNote} flush={records.length > 0}>
      {records.length === 0 ? (
        <EmptyState title={words.none} icon="search">
          {words.noneText}
        </EmptyState>
      ) : (
        <Table
          caption={words.caption}
          captionHidden
          head={
            <>
              <ColumnHead>{words.record}</ColumnHead>
              <ColumnHead>{words.heldBy}</ColumnHead>
              <ColumnHead>{words.state}</ColumnHead>
              <ColumnHead>{words.sure}</ColumnHead>
              <ColumnHead>{words.why}</ColumnHead>
            </>
          }
        >
          {records.map((record) => (
            <tr key={record.reference}>
              <td data-label={words.record}>
                {repeatSourceWords[record.source]} <span className="whitespace-nowrap">{record.reference}</span>
              </td>
              <td data-label={words.heldBy}>{record.agency ? `${record.agency}, ${record.forum}` : record.forum}</td>
              {record.recused ? (
                <td data-label={words.why} colSpan={3} className="quiet">
                  {words.onlyThat}
                </td>
              ) : (
                <>
                  <td data-label={words.state}>
                    {stateOf(record)} <span className="quiet">{words.since(inWords(record.notedOn))}</span>
                  </td>
                  <td data-label={words.sure}>
                    <Tag tone={tones[record.sure]}>{surenessWords[record.sure]}</Tag>
                  </td>
                  <td data-label={words.why}>{sentence(record.why.map((one) => likenessWords[one]))}</td>
                </>
              )}
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

function stateOf(record: SimilarRecord): string {
  if (!record.state) return "";
  if (record.source === "case") return caseStageWords[record.state];
  return record.source === "referral" ? referralStateWords[record.state] : similarConcernWords[record.state];
}

const sentence = (parts: string[]) => {
  const said = parts.join("; ");
  return said.charAt(0).toUpperCase() + said.slice(1);
};
