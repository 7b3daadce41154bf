import { notFound } from "next/navigation";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf, inWords, momentInWords } from "@/domain/kernel/dates.ts";
import type { ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { type SharedView, viewCaseRecord } from "@/domain/disclosures/queries/view-shared.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { IdentityBar } from "@/ui/content/identity-bar.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { agendaWords } from "@/wording/agenda.ts";
import { interestWords, recusedWords } from "@/wording/interests.ts";
import { caseStageTones, caseStageWords, caseWords as words, discussedWords, goingRoundWords, riskTones, subjectTypeWords } from "@/wording/cases.ts";
import { ledgerWords } from "@/wording/ledger.ts";
import { purposeWords } from "@/wording/purposes.ts";
import { stepDownWords } from "@/wording/step-downs.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { EscalationsOf } from "../../escalations/escalations-of.tsx";
import { Frame } from "../../frame.tsx";
import { History } from "../../history.tsx";
import { submitChairAgreement } from "../../audit/purposes/submit.ts";
import { PurposeList } from "../../purpose-list.tsx";
import { readReference } from "../../read-reference.ts";
import { CaseActions } from "./case-actions.tsx";
import { CaseEnquiries } from "./case-enquiries.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseWatchCard } from "./case-watch.tsx";
import { CaseMeetings } from "./case-meetings.tsx";
import { InformationShared } from "./information-shared.tsx";
import { PeopleAndPlaces } from "./people-and-places.tsx";

export default async function CasePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const record = await viewCaseRecord(actor, await readReference(params));
  if (!record) notFound();
  const { found, shared } = record;
  const title = words.title(found.reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked={found.twin !== null}>
      {found.twin ? <CaseRecord found={found} twin={found.twin} shared={shared} actor={actor} title={`${title} – ${shellWords.titleEnd}`} /> : found.recused ? <CaseShut found={found} /> : <CaseExists found={found} />}
    </Frame>
  );
}

/** For whoever is openly recused: its reference and its forum, and nothing else (D0). */
function CaseShut({ found: { reference, forum, belongs } }: { found: ViewedCase }) {
  return (
    <>
      <BackLink href={belongs ? "/cases" : "/"}>{belongs ? words.back : words.home}</BackLink>
      <PageHeader eyebrow={reference} title={recusedWords.case} subtitle={recusedWords.caseText} />
      <Card>
        <SummaryList rows={[{ key: words.forum, value: forum.name }]} />
      </Card>
    </>
  );
}

/** For information governance: that the case exists, and where its audit is. */
function CaseExists({ found: { reference, forum, stage, allowed } }: { found: ViewedCase }) {
  return (
    <>
      <BackLink href="/audit">{words.audit}</BackLink>
      <PageHeader eyebrow={reference} title={words.exists} subtitle={words.existsText} />
      <Card>
        <SummaryList rows={[{ key: words.forum, value: forum.name }, { key: words.stage, value: caseStageWords[stage] }]} />
      </Card>
      <p className="mt-4">
        <ButtonLink href={`/audit?reference=${reference}`} tone="secondary">
          {words.existsAudit}
        </ButtonLink>{" "}
        <ButtonLink href={`/cases/${reference}/told`} tone="secondary">
          {ledgerWords.title}
        </ButtonLink>{" "}
        {allowed.askToOpen && (
          <ButtonLink href={`/audit/purposes?case=${reference}#ask`} tone="secondary">
            {purposeWords.ask}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

/** For whoever was asked in: the papers of that item, until the meeting closes. */
const InvitedPapers = ({ papers }: { papers: ViewedCase["invitedPapers"] }) => (
  <Card title={words.invitedPapers} note={words.invitedPapersNote}>
    <ul>
      {papers.map(({ id, meeting, position, title }) => (
        <li key={id}>
          <a href={`/meetings/${meeting}/papers/${id}`} download>
            {agendaWords.paper(position, title)}
          </a>
        </li>
      ))}
    </ul>
  </Card>
);

type Shown = { found: ViewedCase; twin: NonNullable<ViewedCase["twin"]>; shared: SharedView | null; actor: Actor; title: string };

function CaseRecord({ found, twin, shared, actor, title }: Shown) {
  const { reference, forum, stage, content, allowed, history } = found;
  return (
    <>
      <PrintHeader parts={[actor.partnershipName, forum.name, reference]} marking={shellWords.marking} />
      <BackLink href={found.belongs ? "/cases" : "/"}>{found.belongs ? words.back : words.home}</BackLink>
      <PageHeader title={twin.title} />
      <IdentityBar
        reference={reference}
        words={subjectTypeWords[twin.subjectType]}
        tags={
          <>
            <Tag tone={caseStageTones[stage]}>{caseStageWords[stage]}</Tag>
            {found.goesRound && <Tag tone="amber">{goingRoundWords}</Tag>}
            {content && <Tag tone={riskTones[content.risk]}>{words.riskTag[content.risk]}</Tag>}
          </>
        }
        facts={`${forum.name} · ${discussedWords(found)}`}
        actions={
          <>
            {allowed.reveal && !found.revealedUntil && (
              <ButtonLink href="#people" tone="secondary" small>
                {words.show}
              </ButtonLink>
            )}
            {allowed.stepDown && (
              <ButtonLink href={`/cases/${reference}/step-down`} tone="secondary" small about={reference}>
                {allowed.stepDown === "goOn" ? stepDownWords.goOn : stepDownWords.link}
              </ButtonLink>
            )}
            {allowed.amend && (
              <ButtonLink href={`/cases/${reference}/amend`} tone="secondary" small about={reference}>
                {words.amend}
              </ButtonLink>
            )}
          </>
        }
      />
      <Subnav label={words.parts.label} items={partsOf(found).map((part) => ({ href: `#${part}`, text: words.parts[part] }))} />
      <Columns
        main={
          <>
            {!found.belongs && <OpenForPurpose purposes={found.purposes} />}
            {!content && <Alert title={words.summaryOnly}>{words.summaryOnlyText}</Alert>}
            {content?.subjects.some(({ stage }) => stage === "turning") && (
              <Alert kind="warning" title={words.turning}>
                {words.turningText}
              </Alert>
            )}
            {twin.involvesChildren && <Alert kind="warning" title={words.childrenBanner} />}
            <Summary found={found} twin={twin} />
            {found.invitedPapers.length > 0 && <InvitedPapers papers={found.invitedPapers} />}
            {content && <PeopleAndPlaces found={found} subjects={content.subjects} title={title} />}
            <CaseActions found={found} />
            {shared && <InformationShared reference={reference} shared={shared} />}
            {shared?.allowed.ask && <CaseEnquiries actor={actor} reference={reference} />}
            <CaseMeetings found={found} />
          </>
        }
        side={
          <Stack>
            <CaseFacts found={found} twin={twin} />
            {found.belongs && <EscalationsOf actor={actor} caseReference={reference} />}
            {found.watch && <CaseWatchCard reference={reference} watch={found.watch} />}
            {found.belongs && found.purposes && found.purposes.length > 0 && (
              <Card title={purposeWords.onCase} note={purposeWords.onCaseNote}>
                <PurposeList purposes={found.purposes} submission={submitChairAgreement} title={title} />
              </Card>
            )}
            {found.recusedPeople && found.recusedPeople.length > 0 && <RecusedPeople people={found.recusedPeople} />}
            {history && <History events={history} />}
          </Stack>
        }
      />
      <PrintFooter>{words.printed([actor.style, actor.name].filter(Boolean).join(" "), momentInWords(found.readAt))}</PrintFooter>
    </>
  );
}

/** For information governance, while an agreed purpose opens the case to it. */
function OpenForPurpose({ purposes }: Pick<ViewedCase, "purposes">) {
  const open = purposes?.find(({ status }) => status === "open");
  return open && <Alert title={purposeWords.openUntil(inWords(open.until))}>{purposeWords.openUntilText}</Alert>;
}

const partsOf = ({ content, history }: ViewedCase) => ["summary", ...(content ? ["people"] : []), "actions", ...(content ? ["shared"] : []), "minutes", ...(history ? ["history"] : [])] as (keyof typeof words.parts)[];

function Summary({ found: { content }, twin }: Pick<Shown, "found" | "twin">) {
  const rows = [
    { key: words.twin, value: twin.summary },
    ...(content ? [{ key: words.background, value: content.background }, { key: words.wanted, value: content.wanted }] : []),
  ];
  return (
    <Card title={words.parts.summary} id="summary">
      <SummaryList rows={rows} />
    </Card>
  );
}

/** To whom the case is shut: for the chair's office. */
const RecusedPeople = ({ people }: { people: NonNullable<ViewedCase["recusedPeople"]> }) => (
  <Card title={recusedWords.people} note={recusedWords.peopleNote}>
    <SummaryList
      compact
      rows={people.map((one) => ({
        key: recusedWords.person(one.name, one.agency),
        value: (
          <>
            <p>{recusedWords.since(one.silent ? interestWords.silently : interestWords.openly, inWords(dayOf(one.since)))}</p>
            <p className="quiet">{one.reason ?? interestWords.atOnce}</p>
          </>
        ),
      }))}
    />
  </Card>
);
