import { momentInWords } from "@/domain/kernel/dates.ts";
import type { Receipt } from "@/domain/minutes/queries/view-minutes.ts";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { receiptWords as words } from "@/wording/corrections.ts";

/** For the chair's office: which agencies have opened what was sent round. */
export function Receipts({ receipts }: { receipts: Receipt[] }) {
  const opened = receipts.filter((one) => one.opened).length;
  return (
    <div className="my-4 print:hidden">
      <Details summary={words.opened(opened, receipts.length)}>
        <SummaryList compact rows={receipts.map(({ agency, opened: first }) => ({ key: agency, value: first ? words.first(first.by, momentInWords(first.at)) : words.notYet }))} />
      </Details>
    </div>
  );
}
