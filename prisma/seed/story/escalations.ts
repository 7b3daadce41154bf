import { writeAnswer, receiveEscalation } from "../../../src/domain/escalations/commands/board-acts.ts";
import { composeEscalation } from "../../../src/domain/escalations/commands/compose-escalation.ts";
import { addBoard, keepLadder } from "../../../src/domain/escalations/commands/keep-ladder.ts";
import { sendEscalation } from "../../../src/domain/escalations/commands/send-escalation.ts";
import { addPerson } from "../../../src/domain/directory/commands/add-person.ts";
import { addDays, dayOf, instantOf } from "../../../src/domain/kernel/dates.ts";
import { openDoors } from "../../../src/domain/meetings/commands/open-doors.ts";
import { openMeeting } from "../../../src/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "../../../src/domain/meetings/commands/publish-agenda.ts";
import { scheduleMeeting } from "../../../src/domain/meetings/commands/schedule-meeting.ts";
import { planReport } from "../../../src/domain/forward-plan/commands/plan-report.ts";
import { circulateMinutes } from "../../../src/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "../../../src/domain/minutes/commands/close-meeting.ts";
import { putOffItem } from "../../../src/domain/minutes/commands/put-off-item.ts";
import { writeMinute } from "../../../src/domain/minutes/commands/write-minute.ts";
import { signRegister } from "../../../src/domain/sign-in/commands/sign-register.ts";
import { minutesAfter, workingDay, workingMoment } from "../calendar.ts";
import { boardSaid, type EscalatedWords, offRoadAnswer, offRoadBikes, outsideBoard, takenHome, tipping } from "../words/escalations.ts";
import { expectedThen } from "../words/papers.ts";
import type { Teller } from "./teller.ts";

const board = "PDB";
const met = -33;

/**
 * What three forums handed up: one was heard and answered by the Performance and Delivery Board, one stands on no agenda and its time is over, and one went to a
 * board that doesn't use the application, whose secretary has a link that is still open.
 */
export function planEscalations(teller: Teller) {
  planLadder(teller);
  planHeard(teller);
  planSending(teller, { code: "NOR", about: "moorland", to: () => `board:${teller.directory.forumId(board)}`, words: offRoadBikes, days: met - 17 });
  planSending(teller, { code: "SOU", about: "ats behind flats", to: () => `board:${teller.directory.forumId(board)}`, words: tipping, days: -46 });
}

/** The ladder as an administrator keeps it: forum, delivery board, partnership's board; and a board beside it, outside. */
function planLadder(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const administrator = directory.person("Marcus Vane");
  timeline.at(workingMoment(madeAt, -120, 11, 5), async (now) => {
    const keep = (forum: string, to: string, cycleDays: string) => teller.tell(keepLadder, administrator, { forum, version: 0, to: `board:${directory.forumId(to)}`, cycleDays }, now);
    for (const forum of ["CEN", "NOR", "SOU", "MARP"]) await keep(forum, board, "");
    await keep(board, "SHB", "31");
  });
  timeline.at(workingMoment(madeAt, -30, 15, 40), async (now) => {
    const { name, secretary, post, cycleDays } = outsideBoard;
    const { personId } = await teller.tell(addPerson, administrator, { name: secretary, post, agencyId: directory.agencyId("Hallamford Borough Council"), email: "nerys.tolland@hallamford.example" }, now);
    const { boardId } = await teller.tell(addBoard, administrator, { name, secretaryId: personId, cycleDays }, now);
    planSending(teller, { code: "CEN", about: "takeover of a home", to: () => `external:${boardId}`, words: takenHome, days: -5 });
  });
}

type Sending = { code: string; about: string; to: () => string; words: EscalatedWords; days: number };

/** The coordinator puts a case into words, and the chair sends it the same day. */
function planSending(teller: Teller, { code, about, to, words, days }: Sending) {
  const { directory, timeline, madeAt } = teller;
  timeline.at(workingMoment(madeAt, days, 10, 35), async (now) => {
    const [found] = await teller.ask<{ reference: string }>(
      "select c.reference from cases c join case_twins t on t.case_id = c.id where c.partnership_id = $1 and c.forum_id = $2 and c.stage = 'open' and t.title ~ $3 order by c.opened_on limit 1", [directory.partnershipId, directory.forumId(code), about]);
    if (!found) throw new Error(`no open case of ${code} is about ${about}`);
    const { draftId } = await teller.tell(composeEscalation, directory.coordinator(code), { caseReference: found.reference, actionReference: "", concernReference: "", itemId: "", draftId: "", to: to(), ...words, namesNobody: "" }, now);
    timeline.at(minutesAfter(now, 95), async (later) => {
      const { reference } = await teller.tell(sendEscalation, directory.chair(code), { draftId, version: 1 }, later);
      if (code === "NOR") timeline.at(workingMoment(madeAt, met - 15, 9, 15), (when) => teller.tell(receiveEscalation, directory.chair(board), { reference, version: 1 }, when));
    });
  });
}

/** The board met a month ago, with what was received on its agenda by itself, and answered it. */
function planHeard(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const chair = directory.chair(board);
  const coordinator = directory.coordinator(board);
  const day = workingDay(addDays(dayOf(madeAt), met));
  const reference = `${board}-${day.slice(0, 7)}`;
  const startsAt = instantOf(day, 10, 0);
  const seen = () => teller.asSeen("meetings", reference);
  timeline.at(workingMoment(madeAt, met - 40, 11, 20), (now) => teller.tell(scheduleMeeting, coordinator, { forumId: directory.forumId(board), kind: "ordinary", on: day, at: "10am", place: "Civic Centre, committee room 1", onHoliday: "yes" }, now));
  const { why, untilWhat, ...putOff } = expectedThen.putOff;
  timeline.at(workingMoment(madeAt, met - 39, 9, 50), async (now) => {
    for (const report of [expectedThen.received, putOff]) await teller.tell(planReport, coordinator, { forum: board, ...report, agencyId: "", due: day.slice(0, 7), every: "once", restricted: "" }, now);
  });
  timeline.at(instantOf(addDays(day, -8), 11, 30), async (now) => teller.tell(publishAgenda, coordinator, { ...(await seen()), overLimitReason: "" }, now));
  timeline.at(minutesAfter(startsAt, -25), async (now) => teller.tell(openDoors, chair, await seen(), now));
  directory.seats(board).forEach(({ person: name }, index) => {
    const person = directory.person(name);
    timeline.at(minutesAfter(startsAt, -20 + index), (now) =>
      teller.tell(signRegister, person, { reference, declarationVersion: 1, agencyId: person.agencyId, represents: directory.represents(board, name), commits: directory.commits(board, name) ? "yes" : "no", attends: "yes", accepts: "yes" }, now));
  });
  timeline.at(startsAt, async (now) => teller.tell(openMeeting, chair, await seen(), now));
  timeline.at(minutesAfter(startsAt, 60), async (now) => {
    const items = await teller.ask<{ id: string; version: number; escalation: string | null; title: string | null }>(
      "select i.id, i.version, i.escalation_id as escalation, i.title from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 order by i.position", [directory.partnershipId, reference]);
    if (!items.some(({ escalation }) => escalation)) throw new Error(`${reference} has nothing to answer`);
    for (const { id, version, escalation, title } of items) {
      if (escalation) await teller.tell(writeAnswer, coordinator, { itemId: id, ...offRoadAnswer }, now);
      await teller.tell(writeMinute, coordinator, { itemId: id, version, discussion: boardSaid, outcome: escalation ? "agreed" : "noted" }, now);
      if (title === putOff.title) await teller.tell(putOffItem, coordinator, { itemId: id, why, untilWhat, untilOn: "" }, now);
    }
    timeline.at(minutesAfter(now, 20), async (later) => teller.tell(closeMeeting, chair, await seen(), later));
  });
  timeline.at(workingMoment(startsAt, 3, 14, 10), async (now) => teller.tell(circulateMinutes, coordinator, await seen(), now));
}
