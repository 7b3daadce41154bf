import type { Replies } from "@/domain/sign-in/queries/view-replies.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { expectedWords, myReplyWords, replyWords as words } from "@/wording/replies.ts";
import { ReplyButtons } from "../../reply-buttons.tsx";

/** What the person replied, and the four replies to change it by. */
export function MyReply({ replies, title }: { replies: Replies; title: string }) {
  const { reference, mine, allowed } = replies;
  if (!allowed.reply) return null;
  return (
    <Card title={mine ? myReplyWords[mine.reply] : words.ask} note={mine ? words.change : undefined} icon="calendar-days" id="reply">
      <Stack>
        {mine?.deputy && <p>{words.deputyIs(mine.deputy, mine.deputyCommits)}</p>}
        {mine?.information && <p className="whitespace-pre-line">{mine.information}</p>}
        <ReplyButtons reference={reference} title={title} />
      </Stack>
    </Card>
  );
}

/** For the chair's office: how many come, and what each of them sent word of. */
export function OfficeReplies({ lines }: { lines: NonNullable<Replies["lines"]> }) {
  const { columns } = words;
  return (
    <Card title={words.replies}>
      <Stack>
        <SummaryList compact rows={words.counts(lines)} />
        <Details summary={words.each}>
          <Table
            caption={words.each}
            captionHidden
            compact
            head={
              <>
                <ColumnHead>{columns.name}</ColumnHead>
                <ColumnHead>{columns.reply}</ColumnHead>
              </>
            }
          >
            {lines.map(({ personId, name, agency, expected, information, deputy, deputyCommits }) => (
              <tr key={personId}>
                <RowHead>
                  {name}, {agency}
                </RowHead>
                <Cell label={columns.reply} note={expected === "deputy" && deputy ? words.deputyOf(deputy, deputyCommits) : (information ?? undefined)}>
                  {expectedWords[expected]}
                </Cell>
              </tr>
            ))}
          </Table>
        </Details>
      </Stack>
    </Card>
  );
}
