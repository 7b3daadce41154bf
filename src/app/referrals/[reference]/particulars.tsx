import { inWords } from "@/domain/kernel/dates.ts";
import type { Referred } from "@/domain/referrals/queries/read-words.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { subjectTypeWords } from "@/wording/cases.ts";
import { triageWords, writeWords as words } from "@/wording/referral-pages.ts";

/** Somebody or some place in a referral: by label, and who it is where that may be shown. Stays off paper. */
export function Particulars({ one: { role, stage, particulars } }: { one: Referred }) {
  const isPlace = role === "location";
  return (
    <>
      <p className="quiet">{[subjectTypeWords[role], stage && stage !== "adult" ? triageWords.stages[stage] : null].filter(Boolean).join(" · ")}</p>
      {particulars && (
        <div className="screen-only mt-2">
          <SummaryList
            compact
            notProvided={words.unknownWords}
            rows={[
              { key: words.name, value: particulars.name ?? undefined },
              ...(isPlace ? [] : [{ key: words.bornOn, value: particulars.bornOn ? inWords(particulars.bornOn) : undefined }]),
              { key: words.address, value: particulars.addressHeldBy ? words.withheldBy(particulars.addressHeldBy) : [particulars.address, particulars.postcode].filter(Boolean).join(", ") || undefined },
              ...(particulars.telephone ? [{ key: words.telephoneShort, value: particulars.telephone }] : []),
              ...(particulars.safeContact ? [{ key: words.safeContactShort, value: particulars.safeContact }] : []),
            ]}
          />
        </div>
      )}
    </>
  );
}
