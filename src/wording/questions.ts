import { counted } from "@/domain/kernel/dates.ts";

export const questionWords = {
  heading: "Questions",
  none: "None yet. A question comes back at each meeting until it is answered or becomes an action.",
  label: "Add a question",
  wording: "Question",
  askedBy: "Asked by",
  choosePerson: "Select who asked it",
  ofAgency: "Of which agency (optional)",
  anyAgency: "The room",
  add: "Add the question",
  asked: (by: string, of: string | null) => `Asked by ${by}${of ? `, of ${of}` : ""}`,
  answered: (meeting: string) => `Answered at ${meeting}`,
  became: (action: string) => `Became the action ${action}`,
  answer: "Answer",
  saveAnswer: "Save the answer",
  toAction: "It became an action",
  action: "Reference of the action",
  actionHint: "For example, CEN-118-2. Give the action first.",
  saveAction: "Carry it as that action",
  settle: "Answer or carry as an action",
} as const;

export const mattersWords = {
  heading: "Matters arising",
  nothing: "Nothing is left over from the meetings before.",
  deferred: "Deferred at the last meeting",
  actions: "Actions of the last meeting still open",
  questions: "Questions still open",
  action: (reference: string, owner: string, agency: string, due: string) => `${reference}: ${owner}, ${agency}, by ${due}`,
  asked: (meetings: number, by: string, of: string | null) => `Asked ${counted(meetings, "meeting")} ago by ${by}${of ? `, of ${of}` : ""}`,
} as const;

type Asked = { wording: string; askedBy: string; ofAgency: string | null; answer: string | null; answeredIn: string | null; action: string | null };
/** A question as it stands in the minutes, with what came of it. */
export const questionInMinutes = ({ wording, askedBy, ofAgency, answer, answeredIn, action }: Asked) =>
  [`${questionWords.asked(askedBy, ofAgency)}: ${wording}`, answeredIn && `${questionWords.answered(answeredIn)}: ${answer}`, action && questionWords.became(action)].filter(Boolean).join("\n");
