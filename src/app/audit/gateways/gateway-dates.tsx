import { type Day, inWords } from "@/domain/kernel/dates.ts";
import type { GatewayRow } from "@/domain/disclosures/queries/view-gateways.ts";
import { Tag } from "@/ui/content/tag.tsx";
import { agencyKindWords, gatewayDesk as words, notChecked } from "@/wording/gateways.ts";

type Dates = { from: Day; until: Day | null };

export const datesOf = ({ from, until }: Dates) => (until ? words.sinceUntil(inWords(from), inWords(until)) : words.since(inWords(from)));
const stands = ({ from, until }: Dates, today: Day) => from <= today && (until === null || until >= today);

/** Which kinds of agency a row reaches today, in words. */
export function reachOf({ anyRecipient, recipients }: GatewayRow, today: Day): string {
  if (anyRecipient) return words.anybody;
  const kinds = [...new Set(recipients.filter((one) => stands(one, today)).map(({ kind }) => agencyKindWords[kind]))];
  return kinds.length > 0 ? kinds.join(", ") : words.nobody;
}

/** Whether it is in force, where it isn't. */
export function Standing({ row, today }: { row: Dates; today: Day }) {
  if (stands(row, today)) return null;
  return <Tag>{row.from > today ? words.notYet : words.ended}</Tag>;
}

export function Checked({ checked }: { checked: boolean }) {
  return checked ? (
    <>{words.isChecked}</>
  ) : (
    <Tag tone="amber" icon="triangle-alert">
      {notChecked}
    </Tag>
  );
}
