import Link from "next/link";
import { notFound } from "next/navigation";
import { type ViewedForum, viewForum } from "@/domain/directory/queries/view-forum.ts";
import { inWords, minutesInWords } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk as words, madeInWords, officeHeld, spanInWords } from "@/wording/admin.ts";
import { forumKindWords } from "@/wording/forums.ts";
import { agencyKindWords } from "@/wording/gateways.ts";
import { seatFacts } from "@/wording/people.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { readForumCode } from "../read-forum-code.ts";

/** One forum, for administrators: who runs it, who sits on it, and by which terms. */
export default async function ForumPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const forum = await viewForum(actor, readForumCode((await params).forum));
  if (!forum) notFound();
  const vacant = !forum.offices.some(({ office, from }) => office === "chair" && from <= forum.today);
  return (
    <AdminFrame actor={actor} title={forum.code} part="forums">
      <BackLink href="/admin/forums">{words.all}</BackLink>
      <PageHeader eyebrow={forum.code} title={forum.name} subtitle={forumKindWords[forum.kind]} />
      {vacant && (
        <div className="mb-6">
          <Alert kind="warning" title={words.noChair} />
        </div>
      )}
      <Columns
        main={
          <Stack>
            <Offices forum={forum} />
            <Seats forum={forum} />
          </Stack>
        }
        side={
          <Stack>
            <Facts forum={forum} />
            <TermsCard forum={forum} />
          </Stack>
        }
      />
    </AdminFrame>
  );
}

const toPerson = (personId: string, name: string) => (
  <Link href={`/admin/people/${personId}`} prefetch={false}>
    {name}
  </Link>
);

const Offices = ({ forum: { offices, today } }: { forum: ViewedForum }) => (
  <Card title={words.offices} note={words.appointNote} actions={<ButtonLink href="/admin/people" tone="secondary" small>{words.toPeople}</ButtonLink>}>
    {offices.length === 0 ? (
      <p className="quiet">{words.noOffices}</p>
    ) : (
      <SummaryList
        rows={offices.map(({ personId, name, office, capacity, made, ...span }) => ({
          key: officeHeld(office, capacity),
          value: (
            <>
              {toPerson(personId, name)}
              <p className="quiet">{spanInWords(span, today)}</p>
              {madeInWords(made) && <p className="quiet">{madeInWords(made)}</p>}
            </>
          ),
        }))}
      />
    )}
  </Card>
);

function Seats({ forum: { seats, today } }: { forum: ViewedForum }) {
  const { seatColumns: columns } = words;
  if (seats.length === 0) {
    return (
      <Card title={words.seats}>
        <p className="quiet">{words.noSeats}</p>
      </Card>
    );
  }
  return (
    <Card title={words.seats} flush>
      <Table
        caption={words.seats}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.name}</ColumnHead>
            <ColumnHead>{columns.agency}</ColumnHead>
            <ColumnHead>{columns.since}</ColumnHead>
          </>
        }
      >
        {seats.map(({ personId, name, agency, from, until, ...seat }) => (
          <tr key={`${personId} ${from}`}>
            <RowHead label={columns.name}>{toPerson(personId, name)}</RowHead>
            <Cell label={columns.agency} note={seatFacts({ agency, ...seat }) || undefined}>
              {agency}
            </Cell>
            <Cell label={columns.since}>{spanInWords({ from, until }, today)}</Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}

const Facts = ({ forum: { code, name, kind, area } }: { forum: ViewedForum }) => (
  <Card title={words.facts} actions={<ButtonLink href={`/admin/forums/${code}/change`} tone="secondary" small>{words.change}<span className="sr-only"> {words.aboutForum}</span></ButtonLink>}>
    <SummaryList compact rows={[{ key: words.name, value: name }, { key: words.code, value: code }, { key: words.kind, value: forumKindWords[kind] }, { key: words.area, value: area?.name ?? words.noArea }]} />
  </Card>
);

function TermsCard({ forum: { code, terms, today } }: { forum: ViewedForum }) {
  const inForce = terms.find(({ from }) => from <= today);
  const others = terms.filter((one) => one !== inForce);
  return (
    <Card title={words.terms} actions={<ButtonLink href={`/admin/forums/${code}/terms`} tone="secondary" small>{words.adopt}</ButtonLink>}>
      {inForce && (
        <SummaryList
          compact
          rows={[
            { key: words.inForce, value: `${words.version(inForce.version)}, ${words.inForceFrom(inWords(inForce.from))}` },
            { key: words.limit, value: minutesInWords(inForce.limitMinutes) },
            { key: words.admits, value: inForce.admitsElectedMembers ? words.admitted : words.notAdmitted },
            { key: words.quorum, value: inForce.quorum === null ? words.noQuorum : words.quorumOf(inForce.quorum) },
            { key: words.required, value: inForce.requiredRoles.length === 0 ? words.noneRequired : inForce.requiredRoles.map((kind) => agencyKindWords[kind]).join(", ") },
          ]}
        />
      )}
      {inForce && (
        <Details summary={words.purpose}>
          <p className="whitespace-pre-line">{inForce.purpose}</p>
        </Details>
      )}
      {others.length > 0 && (
        <Details summary={words.earlier}>
          <ul>
            {others.map(({ version, from }) => (
              <li key={version}>
                {words.version(version)}, {words.inForceFrom(inWords(from))}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  );
}
