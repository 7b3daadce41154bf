import { minutesInWords } from "@/domain/kernel/dates.ts";
import type { AgendaItemKind, Capacity, MeetingKind, MeetingState } from "@/domain/kernel/enums.ts";

export const meetingKindWords: Record<MeetingKind, string> = { ordinary: "Ordinary", extraordinary: "Extraordinary" };

export const meetingStateWords: Record<MeetingState, string> = {
  scheduled: "Agenda in draft",
  published: "Agenda published",
  in_session: "In session",
  closed: "Minutes in draft",
  circulated: "Minutes sent for corrections",
  confirmed: "Minutes confirmed",
  cancelled: "Cancelled",
};
export const meetingStateTones = {
  scheduled: "grey", published: "blue", in_session: "purple", closed: "amber", circulated: "blue", confirmed: "green", cancelled: "grey",
} as const satisfies Record<MeetingState, string>;

export const agendaItemWords: Record<AgendaItemKind, string> = {
  register: "Register and declaration",
  interests: "Declarations of interest",
  last_minutes: "Minutes of the last meeting",
  matters_arising: "Matters arising",
  actions: "Actions",
  case: "Case",
  hotspots: "Hotspots and priorities",
  other_business: "Any other business",
  next_meeting: "Date of the next meeting",
};

export const chairWords: Record<Capacity, string> = { substantive: "Chair", interim: "Interim chair", acting: "Acting chair" };

export const plannedWords = (minutes: number, limit: number): string => `${minutesInWords(minutes)} of ${minutesInWords(limit)}`;
