import { randomUUID } from "node:crypto";
import type { MeetingView } from "@/domain/meetings/queries/view-meeting.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { quorumWords as words } from "@/wording/quorum.ts";
import { submitAbsence } from "./register/submit.ts";
import { submitMakeFull } from "./submit.ts";

type Figures = NonNullable<MeetingView["figures"]>;

/** For the chair's office: expected, signed, apologies, the quorum, and who must be there and isn't (rule 4). */
export function WhoIsHere({ figures }: { figures: Figures }) {
  const { expected, signed, apologies, here, quorum, missing } = figures;
  return (
    <Card title={words.title}>
      <SummaryList
        compact
        rows={[
          { key: words.expected, value: String(expected) },
          { key: words.signed, value: String(signed) },
          { key: words.apologies, value: String(apologies) },
          { key: words.quorum, value: quorum === null ? words.noQuorum : here >= quorum ? words.reached(here, quorum) : words.notReached(here, quorum) },
          { key: words.missing, value: missing.length === 0 ? words.nobodyMissing : <strong>{words.missingNamed(missing)}</strong> },
        ]}
      />
    </Card>
  );
}

/** What stands in the way of a meeting that decides, and what can be done about it. */
export function InTheWay({ meeting, title }: { meeting: MeetingView; title: string }) {
  const { reference, version, absentRunning, chairMissing, discussionOnly, figures, allowed } = meeting;
  const form = { submissionKey: randomUUID(), title };
  return (
    <>
      {absentRunning.length > 0 && (
        <Alert kind="warning" title={words.absentTitle(absentRunning)}>
          {words.absentText}
        </Alert>
      )}
      {chairMissing && (
        <Card title={words.chairMissing(chairMissing.name)} note={words.chairMissingText}>
          <PostButton {...form} submission={submitAbsence} hidden={{ reference, personId: chairMissing.personId, status: "absent" }}>
            {words.recordChairAbsent}
          </PostButton>
        </Card>
      )}
      {discussionOnly && (
        <Alert kind="warning" title={words.discussion}>
          {words.discussionText} {figures?.reached && !allowed.makeFull && words.couldBeFull}
        </Alert>
      )}
      {allowed.makeFull && (
        <Card title={words.makeFull} note={words.makeFullText}>
          <PostButton {...form} submission={submitMakeFull} hidden={{ reference, version }} tone="primary">
            {words.makeFull}
          </PostButton>
        </Card>
      )}
    </>
  );
}
