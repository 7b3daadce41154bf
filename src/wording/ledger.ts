import type { Given, InRoom, ReadingEvent } from "@/domain/disclosures/queries/list-told.ts";
import type { Read, ToldView } from "@/domain/disclosures/queries/view-told.ts";
import { counted, dayOf, inWords, momentInWords, timeInWords } from "@/domain/kernel/dates.ts";
import { notChecked } from "./gateways.ts";

const readingWords: Record<ReadingEvent, (times: string) => string> = {
  "case.opened": (times) => `read the case ${times}`,
  "case.revealed": (times) => `had identities shown ${times}`,
  "address.revealed": (times) => `had a withheld address shown ${times}`,
  "research.opened": (times) => `read who it is about on the research list ${times}`,
  "action.opened": (times) => `read its actions ${times}`,
  "action.listed": (times) => `read its actions in a list ${times}`,
  "meeting.minutesOpened": (times) => `read the minutes of its meetings ${times}`,
};
const timesWords = (n: number) => (n === 1 ? "once" : n === 2 ? "twice" : counted(n, "time"));

/** "Read the case 3 times, had identities shown once", then when last; null where nothing was. */
export function readWords({ times, last }: Read): { what: string; last: string } | null {
  const said = (Object.entries(times) as [ReadingEvent, number][]).map(([event, n]) => readingWords[event](timesWords(n))).join(", ");
  return said === "" || last === null ? null : { what: said.charAt(0).toUpperCase() + said.slice(1), last: momentInWords(last) };
}

/** "2:05pm to 2:20pm" */
export const stayWords = ({ from, to }: Pick<InRoom, "from" | "to">) => `${timeInWords(from)} to ${timeInWords(to)}`;
/** "Police, 12 December 2026 at 2pm: Crime and Disorder Act 1998, section 115; …" */
export const givenWords = ({ from, at, gateway }: Given) => `${from}, ${momentInWords(at)}: ${gatewayWords(gateway)}`;
export const gatewayWords = (gateway: Given["gateway"]) => gateway.map(({ name, checked }) => (checked ? name : `${name} (${notChecked.toLowerCase()})`)).join("; ");

export const ledgerWords = {
  title: "Who was told",
  titleOf: (reference: string) => `Who was told of ${reference}`,
  lead: "Who was in the room for each item, for which agency, and under which law its information went there. Reading this is itself kept.",
  export: "Export as a file",
  exportNote: "For a subject access request. The export is on the trail, by your name.",
  originators: "To consult before anything is let out",
  originatorsNote: "These agencies gave information to this case. It is theirs, and they say what may be disclosed.",
  noOriginators: "No agency has given information to this case in writing. What was said in the room stands in the minutes.",
  originator: (agency: string, times: number, last: Date) => `${agency}: ${timesWords(times)}, last on ${inWords(dayOf(last))}`,
  inRoom: "In the room",
  roomOf: (meeting: string, day: string) => `${meeting}, ${day}`,
  columns: { case: "Case", meeting: "Meeting", person: "Person", agency: "Agency", stay: "In the room", given: "Given to the agency by then", since: "Read since" },
  nobody: "Nobody was told at a meeting yet",
  nobodyText: "Who signed the register and was in the room stands here once an item of this case is taken up.",
  guests: "Guests in the room",
  guestsNote: "They have no account: they signed at the coordinator’s screen or on paper, and read nothing here.",
  onBehalfOf: (others: string) => `Also for ${others}`,
  nothingGiven: "Nothing in writing",
  notRead: "Nothing",
  lastRead: (moment: string) => `Last on ${moment}`,
  elsewhere: "Read it without having been in the room",
  elsewhereCaption: "People who read something of it, and what",
  what: "What they read",
  nobodyElse: "Nobody else read it.",
  given: "Given from agency to agency",
  givenCaption: "What agencies gave to each other, newest first, without its words",
  from: "From",
  to: "To",
  when: "When",
  gateway: "By which law",
  nothingWritten: "Nothing was given in writing.",

  personTitle: "What a person was told",
  personLead: "By references alone, for information governance. Reading this is itself kept.",
  person: "Person",
  choose: "Select a person",
  filter: "Choose whose ledger to read",
  roomsOf: (name: string) => `${name} in the room`,
  roomsCaption: "Cases for which they were in the room, newest first",
  forAgencies: (agencies: readonly string[]) => `For ${agencies.join(", ")}`,
  stayAt: ({ meeting, from, to }: Pick<InRoom, "meeting" | "from" | "to">) => `${meeting}, ${inWords(dayOf(from))}, ${stayWords({ from, to })}`,
  noRooms: "They were in the room for no case yet",
  noRoomsText: "What they were told at meetings stands here.",
  notAsked: "Select a person to see which cases they were told of.",
} as const;

const columns = ["What", "Case", "Meeting", "From", "To", "Person", "Agency", "Also for", "Given to the agency by then, and by which law", "Read since", "Last read"];

/** The ledger as rows of a file; the last row says for whom and when it was made. */
export function ledgerRows(told: ToldView, reader: string): string[][] {
  const row = (cells: Partial<Record<(typeof columns)[number], string>>) => columns.map((column) => cells[column] ?? "");
  return [
    columns,
    ...told.rooms.map((room) => {
      const read = readWords(room.since);
      return row({
        What: ledgerWords.inRoom, Case: room.case, Meeting: room.meeting, From: momentInWords(room.from), To: momentInWords(room.to), Person: room.person, Agency: room.agency, "Also for": room.represents ?? "",
        "Given to the agency by then, and by which law": room.given.map(givenWords).join(" | "), "Read since": read?.what ?? "", "Last read": read?.last ?? "",
      });
    }),
    ...told.guests.map(({ meeting, from, to, name, organisation, represents }) =>
      row({ What: ledgerWords.guests, Case: told.reference, Meeting: meeting, From: momentInWords(from), To: momentInWords(to), Person: name, Agency: organisation, "Also for": represents ?? "" })),
    ...told.elsewhere.map(({ person, agency, read }) => row({ What: ledgerWords.elsewhere, Case: told.reference, Person: person, Agency: agency, "Read since": readWords(read)?.what ?? "", "Last read": readWords(read)?.last ?? "" })),
    ...told.given.map((given) => row({ What: ledgerWords.given, Case: told.reference, From: given.from, To: given.to, Agency: given.to, "Given to the agency by then, and by which law": givenWords(given) })),
    ...told.originators.map(({ agency, times, last }) => row({ What: ledgerWords.originators, Case: told.reference, Agency: agency, "Given to the agency by then, and by which law": ledgerWords.originator(agency, times, last) })),
    row({ What: "OFFICIAL-SENSITIVE", Case: told.reference, Person: `Copy for ${reader}`, From: momentInWords(told.readAt) }),
  ];
}
