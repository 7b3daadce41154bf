import type { Head, Words } from "@/domain/referrals/queries/read-words.ts";
import { riskFactors } from "@/domain/kernel/risk-matrix.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList, type SummaryRow } from "@/ui/content/summary-list.tsx";
import { riskWords, subjectTypeWords } from "@/wording/cases.ts";
import { markingWords, shareForm, sourceGradeWords } from "@/wording/disclosures.ts";
import { harmClassWords, partWords, thresholdWords } from "@/wording/referrals.ts";
import { triageWords as words, writeWords } from "@/wording/referral-pages.ts";
import { riskFactorWords, riskLevelWords, totalWords } from "@/wording/risk.ts";
import { Particulars } from "./particulars.tsx";

/** The parts of a referral as they were written, without its people: those stand by themselves for its triage. */
export function ReferralParts({ found, changes = false }: { found: Head & Words; changes?: boolean }) {
  const { reference } = found;
  const change = (href: string, about: string) =>
    changes && (
      <a href={`/referrals/${reference}/${href}`}>
        {writeWords.change}
        <span className="sr-only"> {about}</span>
      </a>
    );
  return (
    <div className="stack">
      <Card title={partWords.matter} actions={change("write/matter", partWords.matter)} id="matter">
        <SummaryList rows={matterRows(found)} />
      </Card>
      <Card title={partWords.threshold} actions={change("write/threshold", partWords.threshold)} id="threshold">
        <SummaryList rows={thresholdRows(found)} />
      </Card>
      {changes && (
        <Card title={partWords.people} actions={change("people", partWords.people)}>
          {found.people.length === 0 && <p className="quiet">{words.noPeople}</p>}
          {found.people.map((one) => (
            <section key={one.id} className="mb-4">
              <h3 className="first-letter:uppercase">{one.label}</h3>
              <Particulars one={one} />
            </section>
          ))}
        </Card>
      )}
      <Card title={partWords.sharing} actions={change("write/sharing", partWords.sharing)} id="sharing">
        <SummaryList rows={sharingRows(found)} />
      </Card>
      <Card title={partWords.risk} actions={change("write/risk", partWords.risk)} id="risk">
        <SummaryList rows={riskRows(found)} />
      </Card>
    </div>
  );
}

const matterRows = ({ matter }: Words): SummaryRow[] => [
  { key: writeWords.about, value: subjectTypeWords[matter.subjectType] },
  { key: words.happening, value: matter.happening ?? undefined },
  { key: words.wanted, value: matter.wanted ?? undefined },
  { key: words.ward, value: matter.ward ?? words.noWard },
  { key: words.twin, value: matter.title ? `${matter.title}. ${matter.summary ?? ""}` : undefined },
];

function thresholdRows({ threshold }: Words): SummaryRow[] {
  if (!threshold) return [];
  return [
    { key: words.threshold, value: thresholdWords(threshold.meets) },
    { key: words.tried, value: threshold.tried ?? words.notTried },
    { key: words.occurrences, value: words.times(threshold.occurrences) },
    { key: words.otherAgencies, value: threshold.otherAgencies.join(", ") || words.none },
    { key: words.vulnerability, value: threshold.vulnerability ?? words.notVulnerable },
    { key: words.hotspot, value: threshold.hotspot ? words.isHotspot : words.noHotspot },
    { key: words.harms, value: threshold.harms.map((harm) => harmClassWords[harm]).join("; ") },
  ];
}

function sharingRows({ sharing, gateways }: Words): SummaryRow[] {
  if (!sharing) return [];
  return [
    { key: writeWords.purpose, value: sharing.purpose },
    { key: writeWords.necessity, value: sharing.necessity },
    { key: writeWords.proportionality, value: sharing.proportionality },
    { key: writeWords.leftOutShort, value: sharing.leftOut ?? writeWords.nothing },
    { key: writeWords.informed, value: sharing.informed ? writeWords.yes : `${writeWords.no}: ${sharing.informedReason ?? ""}` },
    ...(sharing.notShared ? [{ key: writeWords.notSharedShort, value: sharing.notShared }] : []),
    { key: shareForm.grade, value: sourceGradeWords[sharing.grade] },
    { key: shareForm.marking, value: markingWords[sharing.marking] },
    { key: words.gateways, value: gateways.map(({ agencyId, agency, power }) => <p key={agencyId}>{`${agency}: ${power}`}</p>) },
  ];
}

function riskRows({ risk }: Words): SummaryRow[] {
  if (!risk) return [];
  return [
    { key: words.risk, value: riskWords[risk.risk] },
    { key: words.total, value: totalWords(risk.total) },
    ...(risk.judgementReason ? [{ key: words.raised, value: risk.judgementReason }] : []),
    ...riskFactors.map((factor) => ({ key: riskFactorWords[factor], value: riskLevelWords[factor][risk[factor]] })),
  ];
}
