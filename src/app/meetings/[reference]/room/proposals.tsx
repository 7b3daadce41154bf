import { randomUUID } from "node:crypto";
import type { Proposal } from "@/domain/action-plan/queries/list-proposals.ts";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Details } from "@/ui/content/details.tsx";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { asUnderstood, roomWords as words } from "@/wording/minutes.ts";
import { ActionFields, ForSafety } from "./action-fields.tsx";
import { placeFields } from "./paths.ts";
import { submitConfirmProposal, submitDropProposal } from "./submit.ts";

/** Lines of the notes that begin with "@": no actions until somebody confirms them. */
export function Proposals({ room, item, title }: { room: Room; item: ItemInHand; title: string }) {
  if (room.proposals.length === 0) return null;
  return (
    <section className="mb-4 border-b border-line pb-2" aria-labelledby="proposed">
      <h3 id="proposed">{words.proposed}</h3>
      <p className="quiet">{words.proposedNote}</p>
      <ul className="divide-y divide-line">
        {room.proposals.map((proposal, index) => (
          <li key={proposal.line} className="py-3">
            <p className="font-semibold">{proposal.wording}</p>
            <p className="mb-2">{asUnderstood(proposal)}</p>
            <Confirm room={room} item={item} title={title} proposal={proposal} idPrefix={`proposed-${index + 1}-`} />
            <PostButton submission={submitDropProposal} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id, line: proposal.line, ...placeFields(room.reference, item.number) }} about={proposal.wording} small>
              {words.drop}
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Confirm({ room, item, title, proposal, idPrefix }: { room: Room; item: ItemInHand; title: string; proposal: Proposal; idPrefix: string }) {
  const { wording, ownerIds, due } = proposal;
  const isKnown = ownerIds.length === 1 && due !== null;
  return (
    <SubmissionForm
      submission={submitConfirmProposal}
      title={title}
      hidden={{ itemId: item.id, line: proposal.line, ...placeFields(room.reference, item.number) }}
      submissionKey={randomUUID()}
      button={room.allowed.confirmActions ? words.makeAction : words.recordAction}
      buttonTone="secondary"
      about={wording}
      idPrefix={idPrefix}
      ctrlEnter
      wide
      small
    >
      <TextField name="measure" label={words.measure} defaultValue={proposal.measure ?? undefined} />
      <ForSafety room={room} />
      <Details summary={words.parts} open={!isKnown}>
        <ActionFields room={room} first={{ wording, due, among: ownerIds, ...(ownerIds.length === 1 ? { ownerId: ownerIds[0] } : {}) }} />
      </Details>
    </SubmissionForm>
  );
}
