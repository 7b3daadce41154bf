import { momentInWords } from "@/domain/kernel/dates.ts";
import type { Known } from "@/domain/repeats/queries/view-check.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { repeatWords as words } from "@/wording/repeats.ts";

/** Who made themselves known to whoever asked to talk. Nobody: whether they kept still or haven't looked isn't told. */
export function KnownPeople({ known }: { known: Known[] }) {
  if (known.length === 0) {
    return (
      <>
        <p className="font-semibold">{words.nobodyKnown}</p>
        <p className="quiet">{words.nobodyKnownText}</p>
      </>
    );
  }
  return (
    <>
      <p className="mb-2">{words.knownNote}</p>
      <SummaryList
        rows={known.map((one) => ({
          key: words.asker(one.name, one.post, one.agency),
          value: (
            <>
              <a href={`mailto:${one.email}`}>{one.email}</a> <span className="quiet">{words.knownAt(momentInWords(one.at))}</span>
            </>
          ),
        }))}
      />
    </>
  );
}
