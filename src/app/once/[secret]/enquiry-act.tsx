import { randomUUID } from "node:crypto";
import { viewEnquiryOfRoute } from "@/domain/enquiries/queries/view-enquiries.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { enquiryWords as words } from "@/wording/enquiries.ts";
import { routeWords } from "@/wording/one-time-routes.ts";
import { AnswerFields, answerChecks } from "../../enquiries/answer-fields.tsx";
import { Question } from "../../enquiries/question.tsx";
import { LinkOver, Outside, titleOf } from "../../outside.tsx";
import type { ActProps } from "./act-props.ts";
import { submitRouteAnswer } from "./submit.ts";

/** The one question that somebody without an account is asked, and nothing beside it. */
export async function EnquiryAct({ route, secret }: ActProps) {
  const enquiry = await viewEnquiryOfRoute(route.actor, route.subjectId);
  if (!enquiry?.allowed.answer) {
    return (
      <LinkOver>
        <p className="mb-4">{routeWords.again}</p>
      </LinkOver>
    );
  }
  const title = words.title(enquiry.reference);
  return (
    <Outside title={title}>
      <SubmissionForm
        submission={submitRouteAnswer}
        submissionKey={randomUUID()}
        title={titleOf(title)}
        heading={<PageHeader eyebrow={enquiry.reference} title={words.heading} subtitle={words.from(enquiry.forum, enquiry.answerBy)} />}
        hidden={{ secret, reference: enquiry.reference }}
        button={words.continue}
        checks={answerChecks}
      >
        <Question enquiry={enquiry} />
        <AnswerFields />
        <p className="form-group">{routeWords.until(route.endsAt)}</p>
      </SubmissionForm>
    </Outside>
  );
}
