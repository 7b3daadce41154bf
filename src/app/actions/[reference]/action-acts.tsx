import { randomUUID } from "node:crypto";
import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { ButtonGroup, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { actionForms, actionWords as words } from "@/wording/action-plan.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitAccept, submitConfirm, submitVerify } from "./submit.ts";

const carried = ({ reference, version }: ViewedAction) => ({ hidden: { reference, version }, submissionKey: randomUUID(), title: `${words.title(reference)} – ${shellWords.titleEnd}`, about: reference });

/** What the owner can answer, accepting first. Anything that needs words is asked on a page of its own. */
export function OwnerActs({ action }: { action: ViewedAction }) {
  const { reference, allowed } = action;
  if (!allowed.accept && !allowed.report) return null;
  const at = `/actions/${reference}`;
  const reports = allowed.report && (
    <>
      <ButtonLink href={`${at}/done`} tone={allowed.accept ? "secondary" : "primary"}>
        {words.done}
      </ButtonLink>
      <ButtonLink href={`${at}/progress`} tone="secondary">
        {words.progress}
      </ButtonLink>
    </>
  );
  return (
    <Card title={action.helping ? words.helping : words.yours} note={action.helping ? words.helpingText : words.yoursText} icon="arrow-right">
      {allowed.accept ? (
        <PostButton {...carried(action)} submission={submitAccept} tone="primary" beside={reports}>
          {words.accept}
        </PostButton>
      ) : (
        <ButtonGroup>{reports}</ButtonGroup>
      )}
      {allowed.report && (
        <ul className="stack mt-4">
          <li>
            <a href={`${at}/circumstances-changed`}>
              {actionForms["circumstances-changed"].title}
            </a>
          </li>
          <li>
            <a href={`${at}/not-done`}>
              {actionForms["not-done"].title}
            </a>
          </li>
        </ul>
      )}
    </Card>
  );
}

/** What waits for the chair in force, or for the deputy where the chair owns the action. */
export function ChairActs({ action }: { action: ViewedAction }) {
  const { reference, allowed, state } = action;
  if (!allowed.confirm && !allowed.verify && !allowed.return && !allowed.reassign && !allowed.cancel) return null;
  const at = `/actions/${reference}`;
  const note = action.ownerGone ? words.ownerGoneToChair : allowed.verify ? words.waiting : allowed.confirm ? words.toConfirm : state === "incomplete" ? words.incomplete : undefined;
  const beside = (
    <>
      {allowed.return && (
        <ButtonLink href={`${at}/return`} tone="secondary">
          {words.return}
        </ButtonLink>
      )}
      {allowed.reassign && (
        <ButtonLink href={`${at}/reassign`} tone={action.ownerGone && !allowed.confirm ? "primary" : "secondary"}>
          {words.reassign}
        </ButtonLink>
      )}
      {allowed.cancel && (
        <ButtonLink href={`${at}/cancel`} tone="secondary">
          {words.cancel}
        </ButtonLink>
      )}
    </>
  );
  return (
    <Card title={words.forChair} note={note} icon="gavel">
      {allowed.confirm && (
        <PostButton {...carried(action)} submission={submitConfirm} tone="primary" beside={beside}>
          {words.confirm}
        </PostButton>
      )}
      {allowed.verify && (
        <PostButton {...carried(action)} submission={submitVerify} tone="primary" beside={beside}>
          {words.verify}
        </PostButton>
      )}
      {!allowed.confirm && !allowed.verify && <ButtonGroup>{beside}</ButtonGroup>}
    </Card>
  );
}
