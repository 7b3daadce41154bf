"use client";

import { type FormEvent, type KeyboardEvent, type ReactNode, useActionState, useContext, useEffect, useMemo, useRef, useState, useTransition } from "react";
import { Button, type ButtonTone } from "../content/button.tsx";
import { uiWords } from "../ui-words.ts";
import { CheckAnswers, type Checks } from "./check-answers.client.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FormContext, PersonContext, summaryErrors } from "./form-context.client.ts";
import { emptyFormState, hasFailed, largestFile, personField, type Submission } from "./form-state.ts";

export type SubmissionFormProps = {
  submission: Submission;
  /** The title of the page, without "Error: ". */
  title: string;
  /** The page's heading, for a form that is the page: the error summary stands above it. */
  heading?: ReactNode;
  /** What the form carries along, such as the id and version of the record. */
  hidden?: Record<string, string | number>;
  /** Made by the server for each showing of the page; the server takes each key once. */
  submissionKey?: string;
  button: string;
  /** Read out after the button's words, to tell it from others like it: "for CEN-118". */
  about?: ReactNode;
  buttonTone?: ButtonTone;
  /** Said while the answer is awaited. */
  pendingText?: string;
  /** A second button that posts the same form, with its name and value. */
  secondary?: { text: string; name: string; value: string };
  /** Links or other things beside the buttons, such as "Cancel". */
  beside?: ReactNode;
  /** Sets the ids apart where several forms on a page have fields of the same name. */
  idPrefix?: string;
  /** Shows the answers once they are all there, before anything is done with them: the submission says when. */
  checks?: Checks;
  /** Ctrl+Enter sends the form. */
  ctrlEnter?: boolean;
  small?: boolean;
  /** As wide as what it stands in, where a form isn't a column of questions. */
  wide?: boolean;
  children?: ReactNode;
};

/**
 * A form that posts to a submission (a server action), with or without JavaScript.
 *
 * Title. A form that has failed says `<title>Error: …</title>`, which React lifts into the head, and nothing otherwise. The page says its
 * own title by PageTitle, last: `metadata` is made before the submission's answer is known, and always comes first in the head.
 *
 * Sending. Without JavaScript the browser posts the form and `useActionState` holds the answer when the page is drawn again. With it the
 * submission is called by hand: React empties a form whose `action` it has run (and forgets the choice of a select), and what somebody
 * typed is never to be cleared, not even when the network or the server fails.
 */
export function SubmissionForm(props: SubmissionFormProps) {
  const { submission, idPrefix = "", small } = props;
  const [answered, action] = useActionState(submission, emptyFormState);
  const [state, setState] = useState(answered);
  const [pressed, setPressed] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const isUnderWay = useRef(false);
  const summary = useRef<HTMLDivElement>(null);
  const failed = hasFailed(state);
  const person = useContext(PersonContext);

  useEffect(() => {
    if (hasFailed(state)) summary.current?.focus();
  }, [state]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const native = event.nativeEvent;
    const submitter = native instanceof SubmitEvent ? native.submitter : null;
    setPressed(submitter instanceof HTMLButtonElement ? submitter.name : "");
    const form = new FormData(event.currentTarget, submitter);
    // more than this is cut off on the way, and would be told in no words of ours
    const tooLarge = [...form].find(([, value]) => value instanceof File && value.size > largestFile)?.[0];
    if (tooLarge !== undefined) {
      isUnderWay.current = false;
      setState({ ...emptyFormState, attempt: state.attempt + 1, errors: { [tooLarge]: [uiWords.fileTooLarge] } });
      return;
    }
    startTransition(async () => {
      try {
        const next = await submission(state, form);
        startTransition(() => setState(next));
      } catch (error) {
        // A redirect, or a page that isn't there, is Next's to carry out.
        if (isNextMove(error)) throw error;
        const problem = { title: uiWords.couldNotSaveTitle, text: uiWords.couldNotSaveText };
        startTransition(() => setState({ ...emptyFormState, attempt: state.attempt + 1, problem }));
      } finally {
        isUnderWay.current = false;
      }
    });
  }

  function sendByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (props.ctrlEnter && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  }

  const said = (name: string, text: string) => (isPending && pressed === name ? (props.pendingText ?? uiWords.saving) : text);
  const checking = props.checks !== undefined && state.shown !== undefined && !failed ? props.checks : undefined;
  const context = useMemo(() => ({ idPrefix, state }), [idPrefix, state]);

  return (
    <>
      {failed && <title>{`${uiWords.errorPrefix} ${props.title}`}</title>}
      {failed &&
        (state.problem === undefined ? (
          <ErrorSummary ref={summary} takesFocus errors={summaryErrors(state, idPrefix)} />
        ) : (
          <ErrorSummary
            ref={summary}
            takesFocus
            title={state.problem.title}
            description={state.problem.text}
            errors={[...(state.problem.items ?? []).map((text) => ({ text })), ...summaryErrors(state, idPrefix)]}
          />
        ))}
      {props.heading}
      <form className={props.wide ? "form form-wide" : "form"} action={action} onSubmit={send} onKeyDown={sendByKey} noValidate>
        {person !== undefined && <input type="hidden" name={personField} value={person} />}
        {props.submissionKey !== undefined && <input type="hidden" name="submissionKey" value={props.submissionKey} />}
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {checking ? <CheckAnswers key={state.attempt} checks={checking} values={state.values} /> : <FormContext value={context}>{props.children}</FormContext>}
        <div className="button-group">
          <Button type="submit" tone={props.buttonTone} small={small} {...(checking && { name: "checked", value: "yes" })}>
            {said(checking ? "checked" : "", checking?.button ?? props.button)}
            {props.about !== undefined && <span className="sr-only"> {props.about}</span>}
          </Button>
          {checking !== undefined && (
            <Button type="submit" tone="secondary" small={small} name="checked" value="no">
              {checking.change}
            </Button>
          )}
          {props.secondary !== undefined && (
            <Button type="submit" tone="secondary" small={small} name={props.secondary.name} value={props.secondary.value}>
              {said(props.secondary.name, props.secondary.text)}
            </Button>
          )}
          {props.beside}
        </div>
      </form>
    </>
  );
}

function isNextMove(error: unknown): boolean {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" && error.digest.startsWith("NEXT_");
}
