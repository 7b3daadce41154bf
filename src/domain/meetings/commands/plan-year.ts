import { command } from "../../command.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { dayOf, instantOf, monthInWords, monthOf, withWeekday } from "../../kernel/dates.ts";
import { orNotFound, Refusal } from "../../kernel/outcome.ts";
import { addMeeting, holdForum } from "../lifecycle.ts";
import { PlanYearInput } from "../inputs.ts";
import { limitInForce } from "../queries/limit-in-force.ts";
import type { Entry } from "../queries/calendar-entry.ts";
import { tellForum } from "../tell-forum.ts";

/** A forum's ordinary meetings of a year, all or none: a date that can't be is told by its field. Each member gets them in one mail. */
export const planYear = command({
  permission: "meeting.schedule",
  input: PlanYearInput,
  async run({ tx, actor, now, require, record }, { forumId, at, place, rows }) {
    const { partnershipId } = actor;
    const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId, id: forumId } }, select: { id: true, code: true } }));
    await holdForum(tx, forumId);
    require("meeting.schedule", { forumId }, { type: "meeting", forumId });
    const fields: Record<string, string[]> = rows.length === 0 ? { as1: ["Select at least one date to plan"] } : {};
    const days = rows.flatMap(({ on }) => on ?? []).toSorted();
    const holidays = await findBankHolidays(tx, days[0] ?? dayOf(now), days.at(-1) ?? dayOf(now));
    const limitMinutes = await limitInForce(tx, forumId, dayOf(now));

    const planned: Entry[] = [];
    for (const { field, on, as } of rows) {
      const wrong = (message: string) => void (fields[field] = [message]);
      if (on === null) {
        wrong("Enter a date, or leave it out");
        continue;
      }
      const startsAt = instantOf(on, at.hour, at.minute);
      const provisional = as === "provisional";
      if (startsAt <= now) wrong(`${withWeekday(on)} must be in the future`);
      else if (holidays.has(on)) wrong(`${withWeekday(on)} is a bank holiday. Choose another date`);
      else {
        const added = await addMeeting(tx, partnershipId, { forum, kind: "ordinary", startsAt, place, limitMinutes, provisional });
        if (added) planned.push({ ...added, startsAt, limitMinutes, sequence: 0, provisional });
        else wrong(`${monthInWords(monthOf(on))} has an ordinary meeting already. Choose another month, or leave it out`);
      }
    }
    if (Object.keys(fields).length > 0) throw new Refusal({ kind: "invalid", fields });
    const meetings = planned.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    await tellForum(tx, actor, forumId, now, { template: "meeting.yearPlanned", meetings });
    for (const { id, reference } of meetings) record({ event: "meeting.scheduled", subject: { type: "meeting", id, reference, forumId }, particulars: {} });
    return { forum: forum.code, references: meetings.map(({ reference }) => reference) };
  },
});
