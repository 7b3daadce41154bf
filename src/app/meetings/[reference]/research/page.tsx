import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords, momentInWords, slotInWords } from "@/domain/kernel/dates.ts";
import { type Researched, type ResearchView, viewResearch } from "@/domain/sign-in/queries/view-research.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { CheckboxesField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { researchWords as words } from "@/wording/research.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { Declaration } from "../register/declaration.tsx";
import { submitAdvanceSignature } from "./submit.ts";

/** For an agency's named contact, before the meeting: the declaration, and once it is signed who is to be discussed. */
export default async function ResearchPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewResearch(actor, await readReference(params));
  if (!found) notFound();
  const title = words.titleOf(found.reference);
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${found.reference}`}>{found.reference}</BackLink>
      {found.people ? <List found={found} people={found.people} actor={actor} /> : <Sign found={found} title={title} />}
    </Frame>
  );
}

const whereOf = ({ forum, startsAt, limitMinutes, place }: ResearchView) => `${forum} · ${slotInWords(startsAt, limitMinutes)} · ${place}`;

function Sign({ found, title }: { found: ResearchView; title: string }) {
  const { reference, declaration, agency } = found;
  return (
    <QuestionPage>
      <SubmissionForm
        submission={submitAdvanceSignature}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={
          <>
            <PageHeader eyebrow={reference} title={words.signTitle} subtitle={whereOf(found)} />
            <p className="form-group">{words.signLead}</p>
          </>
        }
        hidden={{ reference, declarationVersion: declaration.version }}
        button={words.sign}
        pendingText={words.pending}
      >
        <div className="form-group">
          <Declaration declaration={declaration} />
        </div>
        <p className="form-group">
          <strong className="label">{words.agency}</strong>
          {agency}
        </p>
        <CheckboxesField name="accepts" items={[{ value: "yes", text: words.accepts }]} />
      </SubmissionForm>
    </QuestionPage>
  );
}

/** Whose copy it is, and when it was read, stand on the screen and on every sheet. */
function List({ found, people, actor }: { found: ResearchView; people: Researched[]; actor: Actor }) {
  const { reference, agency } = found;
  const reader = words.reader([actor.style, actor.name].filter(Boolean).join(" "), agency);
  const read = words.read(momentInWords(found.readAt));
  return (
    <>
      <PrintHeader parts={[reference, reader, read]} marking={shellWords.marking} />
      <PageHeader eyebrow={reference} title={words.title} subtitle={whereOf(found)} />
      <p>
        <strong>{reader}</strong>, {read}. {words.forSearchOnly}
      </p>
      <p className="quiet mb-4">{words.closes(momentInWords(found.startsAt))}</p>
      {people.length === 0 ? (
        <Card>
          <EmptyState title={words.none} icon="search">
            {words.noneText}
          </EmptyState>
        </Card>
      ) : (
        <Card flush>
          <People people={people} />
        </Card>
      )}
      <PrintFooter>{`${reader} · ${read} · ${words.forSearchOnly}`}</PrintFooter>
    </>
  );
}

function People({ people }: { people: Researched[] }) {
  const { columns } = words;
  return (
    <Table
      caption={words.caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.name}</ColumnHead>
          <ColumnHead>{columns.bornOn}</ColumnHead>
          <ColumnHead>{columns.address}</ColumnHead>
          <ColumnHead>{columns.case}</ColumnHead>
        </>
      }
    >
      {people.map((one) => (
        <tr key={one.id}>
          <RowHead label={columns.name}>{one.name}</RowHead>
          <Cell label={columns.bornOn} quiet={one.bornOn === null}>
            {one.bornOn ? inWords(one.bornOn) : words.notKnown}
          </Cell>
          <Cell label={columns.address} quiet={one.address === null}>
            {one.addressHeldBy ? words.heldBy(one.addressHeldBy) : (one.address ?? words.notKnown)}
          </Cell>
          <Cell label={columns.case}>
            <Reference>{one.case}</Reference>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
