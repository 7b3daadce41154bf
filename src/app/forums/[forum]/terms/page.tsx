import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { readForumCode } from "@/app/admin/forums/read-forum-code.ts";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import type { Terms } from "@/domain/directory/queries/view-forum.ts";
import { type ViewedTerms, viewTerms } from "@/domain/terms/queries/view-terms.ts";
import { inWords, minutesInWords, momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk as desk, madeInWords, officeHeld, spanInWords } from "@/wording/admin.ts";
import { agencyKindWords } from "@/wording/gateways.ts";
import { termsWords as words } from "@/wording/terms.ts";
import { submitRead } from "./submit.ts";

/** By what a forum works, for whoever sits on it: read, and said once that it was read; for its office, who has and who hasn't. */
export default async function TermsPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const model = await viewTerms(actor, readForumCode((await params).forum));
  if (!model) notFound();
  const { forum, terms, acknowledgedAt, office, today } = model;
  const [newest, ...earlier] = terms;
  if (!newest) notFound();
  const title = words.title(forum.code);
  return (
    <Frame actor={actor} title={title} current="meetings">
      <BackLink href="/meetings">{words.back}</BackLink>
      <PageHeader eyebrow={forum.name} title={words.heading} subtitle={words.version(newest.version, inWords(newest.from), newest.from > today)} />
      <Columns
        main={
          <Stack>
            <Card title={desk.purpose}>
              <p className="mb-5 whitespace-pre-line">{newest.purpose}</p>
              <div className="mb-5">
                <Rules terms={newest} />
              </div>
              {acknowledgedAt ? (
                <p className="quiet">{words.readOn(momentInWords(acknowledgedAt))}</p>
              ) : (
                <PostButton submission={submitRead} submissionKey={randomUUID()} title={titleOf(title)} about={forum.code} hidden={{ forum: forum.code, version: newest.version }} tone="primary">
                  {words.read}
                </PostButton>
              )}
            </Card>
            {earlier.length > 0 && (
              <Card title={words.earlier}>
                {earlier.map((one) => (
                  <Details key={one.version} summary={words.version(one.version, inWords(one.from), one.from > today)}>
                    <p className="mb-5 whitespace-pre-line">{one.purpose}</p>
                    <Rules terms={one} />
                  </Details>
                ))}
              </Card>
            )}
          </Stack>
        }
        side={
          <Stack>
            <Offices terms={model} />
            {office && <Readers office={office} />}
          </Stack>
        }
      />
    </Frame>
  );
}

const Rules = ({ terms: { limitMinutes, admitsElectedMembers, quorum, requiredRoles } }: { terms: Terms }) => (
  <SummaryList
    rows={[
      { key: desk.limit, value: minutesInWords(limitMinutes) },
      { key: desk.admits, value: admitsElectedMembers ? desk.admitted : desk.notAdmitted },
      { key: desk.quorum, value: quorum === null ? desk.noQuorum : desk.quorumOf(quorum) },
      { key: desk.required, value: requiredRoles.length === 0 ? desk.noneRequired : requiredRoles.map((kind) => agencyKindWords[kind]).join(", ") },
    ]}
  />
);

/** Who runs the forum, since when, and how it came to them. */
const Offices = ({ terms: { offices, today } }: { terms: ViewedTerms }) => (
  <Card title={desk.offices}>
    {!offices.some(({ office, from }) => office === "chair" && from <= today) && <p className="mb-2 font-semibold">{desk.noChair}</p>}
    <SummaryList
      compact
      rows={offices.map(({ personId, name, office, capacity, made, ...span }) => ({
        id: `${personId} ${office} ${span.from}`,
        key: officeHeld(office, capacity),
        value: (
          <>
            {name}
            <p className="quiet">{spanInWords(span, today)}</p>
            {madeInWords(made) && <p className="quiet">{madeInWords(made)}</p>}
          </>
        ),
      }))}
    />
  </Card>
);

function Readers({ office: { read, notYet } }: { office: NonNullable<ViewedTerms["office"]> }) {
  return (
    <Card title={words.table} note={words.count(read, read + notYet.length)}>
      {notYet.length > 0 && <h3 className="mb-2">{words.notYet}</h3>}
      {notYet.length === 0 ? <p>{words.all}</p> : <SummaryList compact rows={notYet.map(({ name, agency }) => ({ key: name, value: agency }))} />}
    </Card>
  );
}
