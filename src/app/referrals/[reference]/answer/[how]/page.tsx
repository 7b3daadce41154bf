import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { type ViewedReferral, viewReferral } from "@/domain/referrals/queries/view-referral.ts";
import { AskedCheckbox, CheckboxesField, RadiosField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { caseForms } from "@/wording/cases.ts";
import { referralWords, triageWords as words } from "@/wording/referral-pages.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { submitAskMore, submitDeclineReferral, submitJoinReferral, submitRedirectReferral, submitStandAside, submitTakeReferral } from "../../../submit.ts";

const needs = { take: "decide", join: "decide", redirect: "decide", ask: "askMore", decline: "decide", aside: "standAside" } as const;
type How = keyof typeof needs;
const isHow = (how: string): how is How => Object.hasOwn(needs, how);
const submissions = { take: submitTakeReferral, join: submitJoinReferral, redirect: submitRedirectReferral, ask: submitAskMore, decline: submitDeclineReferral, aside: submitStandAside } as const;

/** One answer to a referral. Whoever may not give it now goes back to the referral, which says how it stands. */
export default async function AnswerPage({ params }: { params: Promise<{ reference: string; how: string }> }) {
  const actor = await requireActor();
  const { how } = await params;
  if (!isHow(how)) notFound();
  const found = await viewReferral(actor, await readReference(params));
  if (!found) notFound();
  const { reference, version, allowed, state } = found;
  if (!allowed[needs[how]] || ((how === "take" || how === "join") && state !== "sent")) redirect(`/referrals/${reference}`);
  const { title: heading, lead } = words.answers[how];
  const title = referralWords.titleOf(heading, reference);
  return (
    <Frame actor={actor} title={title} current="referrals" marked>
      <BackLink href={`/referrals/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submissions[how]}
          submissionKey={randomUUID()}
          title={`${title} – ${shellWords.titleEnd}`}
          heading={<PageHeader eyebrow={reference} title={heading} subtitle={lead} />}
          hidden={{ reference, version }}
          button={words.buttons[how]}
          buttonTone={how === "aside" ? "warning" : undefined}
          beside={<a href={`/referrals/${reference}`}>{words.cancel}</a>}
        >
          <Fields how={how} found={found} />
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}

function Fields({ how, found }: { how: How; found: ViewedReferral }) {
  if (how === "aside") return null;
  if (how === "ask") return <TextareaField name="reason" label={words.question} hint={words.reasonHint} rows={4} limit={2000} />;
  return (
    <>
      {how === "take" && <TakeFields found={found} />}
      {how === "join" && (
        <>
          <SelectField name="caseId" label={words.caseToJoin} hint={found.cases.length === 0 ? words.noCases : undefined} items={[{ value: "", text: words.selectCase }, ...found.cases.map(({ id, reference, title }) => ({ value: id, text: `${reference}: ${title}` }))]} defaultValue="" />
          <AskedCheckbox name="namesNobody" text={caseForms.namesNobody} />
        </>
      )}
      {how === "redirect" && <SelectField name="toAgencyId" label={words.service} items={[{ value: "", text: words.selectService }, ...found.agencies.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue="" />}
      <TextareaField name="reason" label={words.reason} hint={words.reasonHint} rows={4} limit={2000} />
    </>
  );
}

/** The nameless twin as the chair publishes it, and when it is heard. */
function TakeFields({ found: { matter, wards, children, next } }: { found: ViewedReferral }) {
  const areas = [...new Set(wards.map(({ area }) => area))];
  return (
    <>
      <TextField name="title" label={caseForms.title} hint={caseForms.titleHint} defaultValue={matter.title ?? undefined} />
      <TextareaField name="summary" label={caseForms.summary} hint={caseForms.summaryHint} rows={3} limit={600} defaultValue={matter.summary ?? undefined} />
      <AskedCheckbox name="namesNobody" text={caseForms.namesNobody} />
      <SelectField
        name="wardId"
        label={caseForms.ward}
        items={[{ value: "", text: caseForms.noWard }, ...areas.map((group) => ({ group, items: wards.filter(({ area }) => area === group).map(({ id, name }) => ({ value: id, text: name })) }))]}
        defaultValue={matter.wardId ?? ""}
      />
      <CheckboxesField name="involvesChildren" legend={caseForms.children} items={[{ value: "yes", text: caseForms.involvesChildren }]} defaultValue={children ? ["yes"] : []} />
      <RadiosField
        name="heard"
        legend={words.heard}
        items={[{ value: "next", text: words.heardItems.next, hint: next ? words.heardNext(next.reference, withWeekday(dayOf(next.startsAt))) : words.heardNone }, { value: "extraordinary", text: words.heardItems.extraordinary }]}
        defaultValue="next"
      />
    </>
  );
}
