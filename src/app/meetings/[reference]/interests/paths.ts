export const interestsPath = (reference: string) => `/meetings/${encodeURIComponent(reference)}/interests`;

/** Takes the meeting out of a form that decides on a case, and answers the way back to its page. */
export function meetingIn(form: FormData): string {
  const meeting = form.get("meeting");
  form.delete("meeting");
  return interestsPath(typeof meeting === "string" ? meeting : "");
}
