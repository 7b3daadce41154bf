import type { AgendaItemKind, ItemOutcome } from "@/domain/kernel/enums.ts";

/** One item as a real board minuted it: its order, outcome, numbered parts and deferrals are kept, its words are made up. One of them is misspelt, to be corrected at the next meeting. */
export type BoardItem = { kind: AgendaItemKind; title: string | null; presenter?: string; restricted?: boolean; outcome: ItemOutcome; parts?: string[]; said?: string };

/** The nineteen items of a safer-communities board in May, the first of its municipal year. */
export const nineteen: BoardItem[] = [
  { kind: "register", title: null, outcome: "noted", said: "Introductions and apologies were given. A councillor declared a non-prejudicial interest: a relative works in security in the town centre." },
  { kind: "last_minutes", title: null, outcome: "agreed", said: "The minutes were agreed as a true record." },
  { kind: "matters_arising", title: null, outcome: "noted", said: "None." },
  {
    kind: "other_business",
    title: null,
    outcome: "noted",
    said: "Identified at the start:\nNational compararive figures: to be presented to the next meeting.\nShop theft: an update was given.\nPeer review of early help: to go on the forward plan.\nTown centre: the meeting with the owner has not taken place, a further update at the next meeting.\nNeighbourhood teams: no offices are to close. The police were asked for a press release.",
  },
  { kind: "presentation", title: "Update on the duty to prevent radicalisation", presenter: "Council", outcome: "noted", parts: ["the discussion be noted"] },
  { kind: "report", title: "Community safety, quarter four", presenter: "Council", outcome: "noted", parts: ["the targets of the community safety plan be noted"] },
  { kind: "report", title: "Drug and alcohol services, quarter four", outcome: "noted", parts: ["the report be noted"] },
  { kind: "report", title: "Youth justice, quarter four", outcome: "noted", parts: ["the summary of the year be noted"] },
  { kind: "report", title: "Domestic abuse action plan", outcome: "agreed", parts: ["the action plan be noted", "the partnership and its agencies note the actions that apply to them"] },
  { kind: "report", title: "Steering group on domestic abuse", outcome: "agreed", parts: ["the steering group be established", "a representative of housing be considered at one of its first meetings"] },
  { kind: "presentation", title: "Profile of serious organised crime", presenter: "Police", outcome: "noted", parts: ["the presentation be received"] },
  { kind: "report", title: "Draft of the information sharing agreement", outcome: "deferred", parts: ["the information sharing agreement be deferred"] },
  { kind: "reports_back", title: null, outcome: "noted", said: "a) Local strategic partnership\nb) Adult wellbeing partnership\nThere were no reports back." },
  { kind: "planned_reports", title: null, outcome: "noted", said: "Suggestions for future meetings go to the community safety manager." },
  { kind: "report", title: "Annual review of restorative justice", outcome: "deferred", said: "This item was deferred to the next meeting." },
  { kind: "next_meeting", title: null, outcome: "agreed", said: "Changed to Tuesday 23 June at 9:30am in the Town Hall." },
  { kind: "other_minutes", title: "Minutes of the safeguarding adults board", outcome: "noted", parts: ["the minutes of the two safeguarding boards be noted"] },
  { kind: "other_minutes", title: "Minutes of the safeguarding children board", outcome: "noted", parts: ["the minutes of the two safeguarding boards be noted"] },
  { kind: "report", title: "Recorded crime and disorder", restricted: true, outcome: "noted", parts: ["the report be noted"], said: "The report is restricted." },
];
