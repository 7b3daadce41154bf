import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns } from "@/ui/content/columns.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { concernWords, purposeCard as words } from "@/wording/concerns.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";

/** What these meetings are and are not, and what to bring to them: for everyone signed in. */
export default async function PurposePage() {
  const actor = await requireActor();
  return (
    <Frame actor={actor} title={words.title} current="concerns">
      <BackLink href="/concerns">{concernWords.plural}</BackLink>
      <PageHeader title={words.title} subtitle={words.lead} actions={<ButtonLink href="/concerns/new">{concernWords.raise}</ButtonLink>} />
      <Columns
        main={
          <>
            <Card title={words.threshold}>
              <div className="prose">
                <p>{words.thresholdLead}</p>
                <Items items={words.thresholdItems} />
                <p>{words.chairDecides}</p>
              </div>
            </Card>
            <Card title={words.notHere}>
              <Items items={words.notHereItems} />
            </Card>
            <Card title={words.review}>
              <p>{words.reviewText}</p>
            </Card>
          </>
        }
        side={
          <>
            <Card title={words.are}>
              <Items items={words.areItems} />
            </Card>
            <Card title={words.areNot}>
              <Items items={words.areNotItems} />
            </Card>
          </>
        }
      />
    </Frame>
  );
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <div className="prose">
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
