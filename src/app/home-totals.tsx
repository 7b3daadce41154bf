import { TotalsPeriod } from "@/domain/evaluation/inputs.ts";
import { type MeasureGroup, measureGroups, measures, type TotalsView, viewTotals } from "@/domain/evaluation/queries/view-totals.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { monthInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { evaluationWords as words, measureGroupWords, measureWords } from "@/wording/evaluation.ts";

type Typed = Record<string, string | string[] | undefined>;

/** For the evaluator: what each forum did in a period, in counts that point at nobody. */
export async function Totals({ actor, typed }: { actor: Actor; typed: Typed }) {
  const model = await viewTotals(actor, TotalsPeriod.parse({ from: typed.from, until: typed.until }));
  if (!model) return null;
  const months = model.months.map((month) => ({ value: month, text: monthInWords(month) }));
  return (
    <Stack>
      <FilterBar action="/" label={words.period} clearHref="/">
        <Select id="from" name="from" label={words.from} value={model.from} items={months} />
        <Select id="until" name="until" label={words.to} value={model.until} items={months} />
      </FilterBar>
      <p>{words.note}</p>
      {model.forums.length === 0 ? (
        <EmptyState title={words.none} icon="landmark">
          {words.noneText}
        </EmptyState>
      ) : (
        measureGroups.map((group) => (
          <Card key={group} title={measureGroupWords[group]} flush>
            <TotalsTable model={model} group={group} />
          </Card>
        ))
      )}
      <p className="quiet">{words.fewNote}</p>
    </Stack>
  );
}

/** A forum that did nothing of the kind is named below, in a line of its own instead of a row of noughts. */
function TotalsTable({ model: { from, until, forums: all }, group }: { model: TotalsView; group: MeasureGroup }) {
  const isIdle = ({ totals }: (typeof all)[number]) => measures[group].every((measure) => totals[measure] === 0 || totals[measure] === "none");
  const forums = all.filter((one) => !isIdle(one));
  const idle = all.filter(isIdle).map(({ forum }) => forum);
  if (forums.length === 0) return <p className="quiet px-5 pb-5">{words.nothing}</p>;
  return (
    <>
      <Table
        caption={words.caption(measureGroupWords[group], monthInWords(from), monthInWords(until), all.length)}
        head={
          <>
            <ColumnHead>{words.forum}</ColumnHead>
            {measures[group].map((measure) => (
              <ColumnHead key={measure} numeric>
                {measureWords[measure]}
              </ColumnHead>
            ))}
          </>
        }
      >
        {forums.map(({ forum, totals }) => (
          <tr key={forum}>
            <RowHead label={words.forum}>{forum}</RowHead>
            {measures[group].map((measure) => (
              <Cell key={measure} label={measureWords[measure]} numeric quiet={totals[measure] === null}>
                {totals[measure] === null ? words.few : totals[measure].toLocaleString("en-GB")}
              </Cell>
            ))}
          </tr>
        ))}
      </Table>
      {idle.length > 0 && <p className="quiet px-5 py-4">{words.idle(idle)}</p>}
    </>
  );
}
