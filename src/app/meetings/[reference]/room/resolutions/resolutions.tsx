import { randomUUID } from "node:crypto";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Card } from "@/ui/content/card.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { resolutionWords as words, resolvedThat } from "@/wording/resolutions.ts";
import { submitAddResolution, submitWithdrawResolution } from "./submit.ts";

type Props = { room: Room; item: ItemInHand; title: string };

/** What the item resolved, part by part: written by the office, read by whoever reads the item's words. */
export function Resolutions({ room, item, title }: Props) {
  const { resolutions } = item;
  const mayWrite = room.allowed.write && !room.discussionOnly;
  if (resolutions.length === 0 && !mayWrite) return null;
  return (
    <Card title={words.heading} id="resolutions">
      {resolutions.length === 0 ? <p className="quiet">{words.none}</p> : <p>{resolvedThat(item.outcome)}</p>}
      <ol className="mb-4 list-decimal pl-6">
        {resolutions.map(({ id, wording }, index) => (
          <li key={id} className="mb-2">
            <p className="max-w-measure whitespace-pre-line">{wording}</p>
            {mayWrite && (
              <PostButton submission={submitWithdrawResolution} submissionKey={randomUUID()} title={title} hidden={{ resolutionId: id }} about={words.part(index + 1)} small>
                {words.withdraw}
              </PostButton>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <SubmissionForm key={resolutions.length} submission={submitAddResolution} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id }} button={words.add} buttonTone="secondary" idPrefix="resolution-" wide>
          <TextareaField name="wording" label={words.label} hint={words.hint} rows={2} />
        </SubmissionForm>
      )}
    </Card>
  );
}
