import { randomUUID } from "node:crypto";
import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { ButtonGroup, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { actionForms, actionWords as words } from "@/wording/action.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitAccept, submitConfirm, submitVerify, submitWaitingOver } from "./submit.ts";

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
      <ul className="stack mt-4">
        {allowed.accept && <Way to={`${at}/accept`}>{words.acceptNaming}</Way>}
        {allowed.decline && <Way to={`${at}/decline`}>{words.decline}</Way>}
        {allowed.proposeOwner && <Way to={`${at}/propose-owner`}>{words.proposeOwner}</Way>}
        {allowed.askTime && <Way to={`${at}/more-time`}>{words.askTime}</Way>}
        {allowed.report && (
          <>
            <Way to={`${at}/waiting`}>{action.waiting ? words.waitAgain : words.waitFor}</Way>
            <Way to={`${at}/circumstances-changed`}>{actionForms["circumstances-changed"].title}</Way>
            <Way to={`${at}/not-done`}>{actionForms["not-done"].title}</Way>
          </>
        )}
      </ul>
      {allowed.endWaiting && (
        <PostButton {...carried(action)} submission={submitWaitingOver} small>
          {words.endWaiting}
        </PostButton>
      )}
    </Card>
  );
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <li>
      <a href={to}>{children}</a>
    </li>
  );
}

/** What the chair is asked, said once above what they can do. */
function toChair({ ownerGone, allowed, state, asked }: ViewedAction): string | undefined {
  if (ownerGone) return words.ownerGoneToChair;
  if (state === "declined") return words.declinedToChair;
  if (allowed.settleTime && asked?.due) return words.askedTime(inWords(asked.due));
  if (allowed.keepOwner && asked?.owner) return words.askedOwner(asked.owner);
  if (allowed.verify) return words.waiting;
  if (allowed.confirm) return words.toConfirm;
  return state === "incomplete" ? words.incomplete : undefined;
}

/** What waits for the chair in force, or for the deputy where the chair owns the action. */
export function ChairActs({ action }: { action: ViewedAction }) {
  const { reference, allowed } = action;
  if (!allowed.confirm && !allowed.verify && !allowed.return && !allowed.reassign && !allowed.cancel && !allowed.settleTime) return null;
  const at = `/actions/${reference}`;
  const backWithChair = action.ownerGone || action.state === "declined" || action.asked?.kind === "another_owner";
  const beside = (
    <>
      {allowed.verify && (
        <ButtonLink href={`${at}/verify`} tone="secondary">
          {words.thank}
        </ButtonLink>
      )}
      {allowed.settleTime && <ButtonLink href={`${at}/time`}>{words.settleTime}</ButtonLink>}
      {allowed.return && (
        <ButtonLink href={`${at}/return`} tone="secondary">
          {words.return}
        </ButtonLink>
      )}
      {allowed.reassign && (
        <ButtonLink href={`${at}/reassign`} tone={backWithChair && !allowed.confirm ? "primary" : "secondary"}>
          {words.reassign}
        </ButtonLink>
      )}
      {allowed.keepOwner && (
        <ButtonLink href={`${at}/keep`} tone="secondary">
          {words.keepOwner}
        </ButtonLink>
      )}
      {allowed.change && (
        <ButtonLink href={`${at}/change`} tone="secondary">
          {words.change}
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
    <Card title={words.forChair} note={toChair(action)} icon="gavel">
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
