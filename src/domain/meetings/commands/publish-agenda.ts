import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { PublishAgendaInput } from "../inputs.ts";
import { lockMeeting, moveMeeting } from "../lifecycle.ts";
import { proposeAgenda } from "../queries/propose-agenda.ts";
import { plannedFor, totalMinutes } from "../rules.ts";

/** The draft agenda becomes the meeting's agenda, as it stands at this moment. Longer than the forum's limit, it needs a reason (rule 2). */
export const publishAgenda = command({
  permission: "meeting.publishAgenda",
  input: PublishAgendaInput,
  async run({ tx, actor, now, require, record }, { reference, version, overLimitReason }) {
    const held = await lockMeeting(tx, reference);
    const { partnershipId } = actor;
    const { id: meetingId, forumId, limitMinutes: limit } = held;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.publishAgenda", { forumId }, subject);
    if (held.state !== "scheduled") refuse("meeting.notInThisState", { state: held.state });

    const lines = await proposeAgenda(tx, held);
    await tx.agendaItem.createMany({
      data: lines.map(({ position, kind, plannedMinutes, case: found }) => ({ id: randomUUID(), partnershipId, forumId, meetingId, position, kind, plannedMinutes, caseId: found?.id ?? null })),
    });
    const plannedMinutes = plannedFor("case", { meetings: 1 });
    // cases from which whoever publishes is recused are taken all the same; they learn only how long that makes the meeting
    const shut = await tx.$queryRaw<{ added: number }[]>`select app.add_shut_cases(${meetingId}::uuid, ${plannedMinutes}::integer) as added`;
    const added = shut[0]?.added ?? 0;
    const minutes = totalMinutes(lines) + added * plannedMinutes;
    const isOver = minutes > limit;
    if (isOver && !overLimitReason) refuse("meeting.overLimit", { minutes, limit });
    await moveMeeting(tx, partnershipId, held, "published", { publishedAt: now, overLimitReason: isOver ? overLimitReason : null });
    record({ event: "meeting.agendaPublished", subject, particulars: { items: lines.length + added, minutes } });
    return { reference };
  },
});
