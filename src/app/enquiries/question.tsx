import type { ViewedEnquiry } from "@/domain/enquiries/queries/view-enquiries.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { enquiryWords as words } from "@/wording/enquiries.ts";

/** The question, what is told with it, and the law: all that whoever is asked sees. */
export function Question({ enquiry: { words: said, answerBy, gateway } }: { enquiry: ViewedEnquiry }) {
  if (!said) return null;
  return (
    <div className="mb-6">
      <SummaryList
        compact
        rows={[
          { key: words.question, value: <strong className="whitespace-pre-line">{said.question}</strong> },
          ...(said.told ? [{ key: words.told.replace(" (optional)", ""), value: <span className="whitespace-pre-line">{said.told}</span> }] : []),
          { key: words.purposeRow, value: said.purpose },
          { key: words.by, value: inWords(answerBy) },
          { key: words.law_, value: gateway.map(({ name }) => name).join("; ") },
        ]}
      />
    </div>
  );
}
