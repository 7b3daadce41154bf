import { TotalsPeriod } from "@/domain/evaluation/inputs.ts";
import { measures, type TotalsView, viewTotals } from "@/domain/evaluation/queries/view-totals.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { DateInput } from "@/ui/forms/date-input.tsx";
import { ErrorSummary } from "@/ui/forms/error-summary.tsx";
import { evaluationWords as words, measureWords } from "@/wording/evaluation.ts";

type Typed = Record<string, string | string[] | undefined>;
type Name = "from" | "until";
type Errors = Partial<Record<Name, string>>;

/** For the evaluator: what each forum did in a period, in counts that point at nobody. */
export async function Totals({ actor, typed }: { actor: Actor; typed: Typed }) {
  const { period, errors } = read(typed);
  const model = await viewTotals(actor, period);
  if (!model) return null;
  return (
    <Stack>
      {Object.keys(errors).length > 0 && <ErrorSummary takesFocus errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}-day` }))} />}
      <FilterBar action="/" label={words.period} clearHref="/">
        <DateInput id="from" name="from" legend={words.from} values={boxesOf(typed, "from")} error={errors.from} />
        <DateInput id="until" name="until" legend={words.to} values={boxesOf(typed, "until")} error={errors.until} />
      </FilterBar>
      <Card title={words.title} note={words.note} flush>
        {model.forums.length === 0 ? (
          <EmptyState title={words.none} icon="landmark">
            {words.noneText}
          </EmptyState>
        ) : (
          <TotalsTable model={model} />
        )}
      </Card>
      <p className="quiet">{words.fewNote}</p>
    </Stack>
  );
}

function boxesOf(typed: Typed, name: Name) {
  const text = (part: string) => {
    const value = typed[`${name}-${part}`];
    return typeof value === "string" ? value : undefined;
  };
  return { day: text("day"), month: text("month"), year: text("year") };
}

/** The address as a period; a day that can't be one is told, and reads as not asked. */
function read(typed: Typed): { period: TotalsPeriod; errors: Errors } {
  const asked = { from: boxesOf(typed, "from"), until: boxesOf(typed, "until") };
  const parsed = TotalsPeriod.safeParse(asked);
  if (parsed.success) return { period: parsed.data, errors: {} };
  const errors: Errors = {};
  for (const { path, message } of parsed.error.issues) if (path[0] === "from" || path[0] === "until") errors[path[0]] ??= message;
  return { period: TotalsPeriod.parse({ from: errors.from ? null : asked.from, until: errors.until ? null : asked.until }), errors };
}

function TotalsTable({ model: { from, until, forums } }: { model: TotalsView }) {
  return (
    <Table
      caption={words.caption(inWords(from), inWords(until), forums.length)}
      head={
        <>
          <ColumnHead>{words.forum}</ColumnHead>
          {measures.map((measure) => (
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
          {measures.map((measure) => (
            <Cell key={measure} label={measureWords[measure]} numeric quiet={totals[measure] === null}>
              {totals[measure] === null ? words.few : totals[measure].toLocaleString("en-GB")}
            </Cell>
          ))}
        </tr>
      ))}
    </Table>
  );
}
