import { addDays, counted, withWeekday } from "../../../src/domain/kernel/dates.ts";
import type { AgendaItemKind, ItemOutcome } from "../../../src/domain/kernel/enums.ts";
import { playedBy, type Role } from "../cast.ts";
import { type Chance, Deck } from "../chance.ts";
import { chairWords, confirmed, deferrals, hotspots, interests, keptBecause, newCaseWords, otherBusiness } from "../words/meetings.ts";
import { lineOf, type Occasion, phrase, seasonOf, spoken } from "../words/phrase.ts";
import type { CasePlot } from "./plot.ts";
import type { Teller } from "./teller.ts";
import { type ForumYear, isThere, type PlannedMeeting } from "./year.ts";

type Written = { discussion: string; outcome?: ItemOutcome; decision?: "continue" | "step_down" | "defer" | "close"; decisionReason?: string };

/** What the coordinator writes down on each item of a meeting: dealt out of stocks, told by the story, and counted from the records. */
export class Minutes {
  readonly #decks = new Map<readonly string[], Deck<string>>();
  readonly #ofCase = new Map<CasePlot, Map<readonly string[], Deck<string>>>();

  constructor(
    private readonly teller: Teller,
    private readonly chance: Chance,
  ) {}

  async of(kind: AgendaItemKind, plot: CasePlot | undefined, year: ForumYear, meeting: PlannedMeeting): Promise<Written> {
    if (plot) return this.#caseItem(plot, year, meeting);
    const occasion = this.#occasion(year, meeting);
    const noted = (discussion: string): Written => ({ discussion, outcome: "noted" });
    if (kind === "register") return noted(attendanceInWords(this.teller, meeting));
    if (kind === "interests") return noted(this.#lines(interests, 1, year, meeting, occasion));
    if (kind === "last_minutes") return { discussion: phrase(this.#deal(confirmed), occasion), outcome: "agreed" };
    if (kind === "matters_arising") return noted(await this.#mattersArising(year, meeting));
    if (kind === "actions") return noted(await this.#actions(year, meeting, occasion));
    if (kind === "concerns") return noted(await this.#concerns(year));
    if (kind === "step_downs") return noted(await this.#stepDowns(year, meeting));
    if (kind === "escalations") return noted(await this.#escalations(year));
    if (kind === "hotspots") return noted(this.#lines(hotspots, 2, year, meeting, occasion));
    if (kind === "other_business") return noted(this.#lines(otherBusiness, 1, year, meeting, occasion));
    const next = year.meetings.find((each) => each.index === meeting.index + 1);
    return { discussion: next ? `${dateOf(year, next)}.` : "To be arranged by the coordinator.", outcome: "agreed" };
  }

  #caseItem(plot: CasePlot, year: ForumYear, meeting: PlannedMeeting): Written {
    const occasion = this.#occasion(year, meeting);
    const hearing = plot.hearings?.[meeting.index];
    const said = (lines: readonly string[]) => lines.map((line) => spoken(line, year.code, () => false, occasion)).join("\n");
    if (hearing?.deferred) return { discussion: said(hearing.said), decision: "defer", decisionReason: hearing.deferred };
    const { first, going, last, closed } = plot.theme;
    if (hearing && meeting.index === plot.until) return { discussion: said(hearing.said), decision: ended(plot), decisionReason: plot.closed ?? this.#deal(closed) };
    if (hearing) return { discussion: said(hearing.said), ...carriedOn(plot, meeting) };
    if (meeting.index === plot.until) return { discussion: this.#caseLines(plot, last, 2, year, meeting, occasion), decision: ended(plot), decisionReason: plot.closed ?? this.#deal(closed) };
    if (meeting.index === plot.from) return { discussion: [this.#caseLines(plot, first, 3, year, meeting, occasion), this.#deal(newCaseWords)].join("\n"), ...carriedOn(plot, meeting) };
    const discussion = this.#caseLines(plot, going, 3, year, meeting, occasion);
    if (this.chance.happens(0.03)) return { discussion, decision: "defer", decisionReason: this.#deal(deferrals) };
    return { discussion: [discussion, this.#deal(chairWords)].join("\n"), ...carriedOn(plot, meeting) };
  }

  /** Truthfully: what became of the actions of the last meeting. */
  async #mattersArising(year: ForumYear, meeting: PlannedMeeting): Promise<string> {
    const before = year.meetings.find((each) => each.index === meeting.index - 1);
    if (!before) return "Nothing arises from an earlier meeting.";
    const rows = await this.teller.ask<{ reference: string; state: string; kind: string | null; number: number; year: number }>(
      `select a.reference, a.state, a.incomplete_kind as kind, i.minute_number as number, i.minute_year as year from actions a
        join agenda_items i on i.partnership_id = a.partnership_id and i.id = a.item_id join meetings m on m.partnership_id = a.partnership_id and m.id = a.meeting_id
        where a.partnership_id = $1 and m.forum_id = $2 and m.starts_at = $3 order by a.state = 'verified', a.reference limit 3`,
      [this.teller.directory.partnershipId, this.teller.directory.forumId(year.code), before.startsAt],
    );
    if (rows.length === 0) return "Nothing arises that isn't on the agenda.";
    return rows.map(({ reference, state, kind, number, year: y }) => `${year.code} ${number}/${String(y).slice(2)}: ${reference} ${becameOf(state, kind)}`).join("\n");
  }

  /** Truthfully: which watches are kept, and what came back. */
  async #stepDowns(year: ForumYear, meeting: PlannedMeeting): Promise<string> {
    const rows = await this.teller.ask<{ reference: string; end: string | null; signed: boolean; agency: string | null }>(
      `select c.reference, s."end", s.signed_at is not null as signed, g.name as agency from step_downs s join cases c on c.partnership_id = s.partnership_id and c.id = s.case_id
        left join agencies g on g.partnership_id = s.partnership_id and g.id = s.lead_agency_id
        where s.partnership_id = $1 and s.forum_id = $2 and (s.ended_at is null or s.ended_at > $3::timestamptz - interval '40 days') and s."end" is distinct from 'dropped' order by c.reference`,
      [this.teller.directory.partnershipId, this.teller.directory.forumId(year.code), meeting.startsAt],
    );
    const lines = rows.map(({ reference, end, signed, agency }) => (end === "returned" ? `${reference} has come back.` : end ? `${reference}: the watch has ended.` : signed ? `${reference} is watched by ${agency}.` : `${reference} is put forward to be stepped down.`));
    return lines.length > 0 ? lines.join("\n") : "Nothing is put forward.";
  }

  /** Truthfully: what went to boards, and how far each has come there. */
  async #escalations(year: ForumYear): Promise<string> {
    const rows = await this.teller.ask<{ reference: string; state: string; board: string }>(
      `select e.reference, e.state, coalesce(b.name, x.name) as board from escalations e left join forums b on b.id = e.board_id left join external_boards x on x.id = e.external_board_id
        where e.partnership_id = $1 and e.forum_id = $2 order by e.reference`, [this.teller.directory.partnershipId, this.teller.directory.forumId(year.code)]);
    return rows.length > 0 ? rows.map(({ reference, state, board }) => `${reference}, ${board}: ${state}.`).join("\n") : "Nothing is with a board.";
  }

  /** Truthfully: how the forum's actions stand as the meeting begins. */
  async #actions(year: ForumYear, meeting: PlannedMeeting, occasion: Occasion): Promise<string> {
    const [count] = await this.teller.ask<{ open: number; overdue: number; waiting: number; ended: number; verified: number }>(
      `select count(*) filter (where state in ('assigned', 'accepted', 'in_progress'))::int as open, count(*) filter (where state in ('assigned', 'accepted', 'in_progress') and due_on < $3)::int as overdue,
        count(*) filter (where state = 'reported_done')::int as waiting, count(*) filter (where state = 'incomplete' and ended_at > $4)::int as ended, count(*) filter (where state = 'verified' and ended_at > $4)::int as verified
        from actions where partnership_id = $1 and forum_id = $2`,
      [this.teller.directory.partnershipId, this.teller.directory.forumId(year.code), meeting.day, occasion.since],
    );
    if (!count || count.open + count.waiting + count.ended + count.verified === 0) return "No actions are carried over in this plan; those of the earlier book were ended by the former chair.";
    return [
      phrase(`Verified since {since}: ${count.verified}. ${counted(count.open, "action is", "actions are")} being worked on, ${count.overdue} of them overdue.`, occasion),
      count.waiting > 0 ? `${counted(count.waiting, "report")} of done ${count.waiting === 1 ? "waits" : "wait"} for the chair.` : "",
      count.ended > 0 ? `${counted(count.ended, "action")} ended without being done; the reasons were read out.` : "",
      count.overdue > 0 ? this.chance.pick(["Owners of what is overdue were asked for a day, and gave one.", "The chair asked who was waiting for whom.", "Overdue actions were gone through by agency, the oldest first."]) : "",
    ].filter(Boolean).join("\n");
  }

  /** Truthfully: what waits for the chair as the meeting comes to it. */
  async #concerns(year: ForumYear): Promise<string> {
    const rows = await this.teller.ask<{ reference: string }>("select reference from concerns where partnership_id = $1 and forum_id = $2 and state = 'raised' order by raised_at", [this.teller.directory.partnershipId, this.teller.directory.forumId(year.code)]);
    if (rows.length === 0) return "Those that waited when the agenda was published have been decided since.";
    return `${counted(rows.length, "concern waits", "concerns wait")} for the chair: ${rows.map(({ reference }) => reference).join(", ")}. Each is answered by the day it was promised.`;
  }

  #caseLines(plot: CasePlot, stock: readonly string[], many: number, year: ForumYear, meeting: PlannedMeeting, occasion: Occasion): string {
    const decks = this.#ofCase.get(plot) ?? new Map<readonly string[], Deck<string>>();
    this.#ofCase.set(plot, decks);
    const deck = decks.get(stock) ?? new Deck(stock.filter((line) => this.#hasSeat(lineOf(line).by, year)), this.chance);
    decks.set(stock, deck);
    return this.#dealt(deck, many, year, meeting, occasion);
  }

  #lines(stock: readonly string[], many: number, year: ForumYear, meeting: PlannedMeeting, occasion: Occasion): string {
    const deck = this.#decks.get(stock) ?? new Deck(stock, this.chance);
    this.#decks.set(stock, deck);
    return this.#dealt(deck, many, year, meeting, occasion);
  }

  /** Lines of those who are there, or who sent information; the season's own in their season. */
  #dealt(deck: Deck<string>, many: number, year: ForumYear, meeting: PlannedMeeting, occasion: Occasion): string {
    const heard = new Map<string, string>();
    for (let tries = 0; heard.size < many && tries < 40; tries += 1) {
      const { said, fits } = seasonOf(deck.deal());
      const { by } = lineOf(said);
      const here = !by || (this.#hasSeat(by, year) && (isThere(meeting, playedBy(by, year.code) ?? "") || this.#inWriting(by, year, meeting)));
      if (here && fits(meeting.day) && !heard.has(said)) heard.set(said, spoken(said, year.code, (role) => this.#inWriting(role, year, meeting), occasion));
    }
    return [...heard.values()].join("\n");
  }

  #deal(stock: readonly string[]): string {
    const deck = this.#decks.get(stock) ?? new Deck(stock, this.chance);
    this.#decks.set(stock, deck);
    return deck.deal();
  }

  #hasSeat = (by: Role | null, year: ForumYear): boolean => by === null || this.teller.directory.seats(year.code).some(({ person }) => person === playedBy(by, year.code));
  #inWriting = (by: Role, year: ForumYear, meeting: PlannedMeeting): boolean => meeting.coming.get(playedBy(by, year.code) ?? "") === "information";

  #occasion(year: ForumYear, meeting: PlannedMeeting): Occasion {
    const before = year.meetings.find((each) => each.index === meeting.index - 1);
    const after = year.meetings.find((each) => each.index === meeting.index + 1);
    return { chance: this.chance, since: before?.day ?? addDays(meeting.day, -28), next: after?.day ?? addDays(meeting.day, 28) };
  }
}

function becameOf(state: string, kind: string | null): string {
  if (state === "verified") return "is done and verified.";
  if (state === "reported_done") return "is reported done and waits for the chair.";
  if (state === "incomplete") return kind === "circumstances_changed" ? "ended because circumstances changed." : "was not done; the agency gave its reason.";
  return state === "assigned" ? "has not been answered by its owner." : "is being worked on.";
}

/** "Tuesday 8 December 2026 at 2pm, Civic Centre" */
const dateOf = (year: ForumYear, meeting: PlannedMeeting): string => `${withWeekday(meeting.day)} at ${meeting.time}, ${year.place}`;

/** Who came, as the register has it at the start, and who didn't. */
function attendanceInWords(teller: Teller, meeting: PlannedMeeting): string {
  const named = (how: string) => [...meeting.coming].filter(([, each]) => each === how).map(([name]) => [teller.directory.person(name).style, name].filter(Boolean).join(" "));
  const apologies = [...named("apologies"), ...named("information").map((name) => `${name} (information sent)`)];
  return [
    `${counted(named("present").length, "signature")} on the register at the start, each with the declaration.`,
    named("late").length > 0 ? `Coming later: ${named("late").join(", ")}.` : "",
    `Apologies: ${apologies.length > 0 ? apologies.join(", ") : "none"}.`,
    named("absent").length > 0 ? `Not here and no word: ${named("absent").join(", ")}.` : "",
  ].filter(Boolean).join("\n");
}

const ended = ({ stepDown }: CasePlot): "step_down" | "close" => (stepDown ? "step_down" : "close");

/** A case that is heard for the fourth time, or was old when it came, continues with a reason (rule 21). */
function carriedOn({ from, takenDaysAgo }: CasePlot, { index }: PlannedMeeting): Pick<Written, "decision" | "decisionReason"> {
  const isOld = index - from >= 3 || takenDaysAgo !== undefined;
  return { decision: "continue", ...(isOld ? { decisionReason: keptBecause[(index + from) % keptBecause.length] } : {}) };
}
