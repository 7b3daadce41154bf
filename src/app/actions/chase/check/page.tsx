import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { ChaseQuery } from "@/domain/chases/inputs.ts";
import { type ChaseMail, viewChasing } from "@/domain/chases/queries/view-chasing.ts";
import { writeMail } from "@/jobs/write-mail.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { chaseWords as words } from "@/wording/chases.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { titleOf } from "../../../outside.tsx";
import { submitChase } from "../submit.ts";

/** Every email of a chase as it will go, before it goes. */
export default async function CheckChasePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const chasing = await viewChasing(actor, ChaseQuery.parse(await searchParams));
  if (!chasing) notFound();
  const { forum, chosen, mails } = chasing;
  const back = `/actions/chase?forum=${forum.code}`;
  if (chosen.length === 0) redirect(`${back}&nothing=1`);
  const title = `${words.checkShort}: ${forum.code}`;
  return (
    <Frame actor={actor} title={title} current="actions">
      <BackLink href={`${back}${chosen.map(({ reference }) => `&action=${reference}`).join("")}`}>{words.change}</BackLink>
      <SubmissionForm
        submission={submitChase}
        submissionKey={randomUUID()}
        title={titleOf(title)}
        heading={<PageHeader title={words.checkTitle(mails.length)} subtitle={words.next} />}
        hidden={{ forum: forum.code }}
        button={words.send(mails.length)}
        beside={<a href={back}>{words.change}</a>}
        wide
      >
        {chosen.map(({ reference }) => (
          <input key={reference} type="hidden" name="references" value={reference} />
        ))}
        <div className="mb-8">
          <Stack>
            {mails.map((mail) => (
              <Preview key={`${mail.reference} ${mail.template}`} mail={mail} />
            ))}
          </Stack>
        </div>
      </SubmissionForm>
    </Frame>
  );
}

function Preview({ mail }: { mail: ChaseMail }) {
  const { subject, text } = writeMail({ ...mail, link: null });
  return (
    <Card title={subject} level={2}>
      <SummaryList compact rows={[{ key: words.to, value: mail.to }, { key: words.about, value: mail.reference }]} />
      <Prose>
        {text.trim().split("\n\n").map((paragraph) => (
          <p key={paragraph} className="break-words whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </Prose>
    </Card>
  );
}
