"use client";

import { SubmissionForm, type SubmissionFormProps } from "./submission-form.client.tsx";

export type PostButtonProps = Omit<SubmissionFormProps, "heading" | "button" | "buttonTone" | "children" | "secondary" | "ctrlEnter" | "idPrefix"> & {
  tone?: SubmissionFormProps["buttonTone"];
  children: string;
};

/** One act, one button, such as "Open the doors". A refusal stands above the button and takes focus. */
export function PostButton({ children, tone = "secondary", ...form }: PostButtonProps) {
  return (
    <div className="post-button">
      <SubmissionForm {...form} button={children} buttonTone={tone} />
    </div>
  );
}
