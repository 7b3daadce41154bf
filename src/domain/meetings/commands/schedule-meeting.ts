import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { type Day, dayOf, instantOf } from "../../kernel/dates.ts";
import type { MeetingKind } from "../../kernel/enums.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { ScheduleMeetingInput } from "../inputs.ts";

/**
 * A meeting of the forum is set for a day, time and place, within the length that its terms of reference allow. One ordinary meeting
 * a month; extraordinary ones as they are called.
 */
export const scheduleMeeting = command({
  permission: "meeting.schedule",
  input: ScheduleMeetingInput,
  async run({ tx, actor, now, require, record }, { forumId, kind, on, at, place }) {
    const { partnershipId } = actor;
    const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId, id: forumId } }, select: { code: true } }));
    // two who schedule at once are asked one after the other, so that no month gets two ordinary meetings
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${forumId}, 0))`;
    require("meeting.schedule", { forumId }, { type: "meeting", forumId });
    const startsAt = instantOf(on, at.hour, at.minute);
    if (startsAt <= now) refuse("meeting.inThePast");

    const reference = await referenceFor(tx, { forumId, code: forum.code, kind, on });
    const id = randomUUID();
    const limitMinutes = await limitInForce(tx, forumId, dayOf(now));
    await tx.meeting.create({ data: { id, partnershipId, forumId, reference, kind, startsAt, place, limitMinutes }, select: { id: true } });
    record({ event: "meeting.scheduled", subject: { type: "meeting", id, reference, forumId }, particulars: {} });
    return { reference };
  },
});

/** CEN-2026-11; the first extraordinary one of that month CEN-2026-11-X1. */
async function referenceFor(tx: Tx, { forumId, code, kind, on }: { forumId: string; code: string; kind: MeetingKind; on: Day }): Promise<string> {
  const month = `${code}-${on.slice(0, 7)}`;
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    select reference from meetings where forum_id = ${forumId}::uuid and (reference = ${month} or starts_with(reference, ${`${month}-X`}))`;
  if (kind === "extraordinary") return `${month}-X${rows.filter((row) => row.reference !== month).length + 1}`;
  if (rows.some((row) => row.reference === month)) refuse("meeting.alreadyThatMonth", { reference: month });
  return month;
}

/** Two hours unless the terms of reference in force say otherwise (rule 2). */
async function limitInForce(tx: Tx, forumId: string, today: Day): Promise<number> {
  const rows = await tx.$queryRaw<{ limitMinutes: number }[]>`
    select limit_minutes as "limitMinutes" from terms_of_reference where forum_id = ${forumId}::uuid and adopted_on <= ${today}::date order by version desc limit 1`;
  return rows[0]?.limitMinutes ?? 120;
}
