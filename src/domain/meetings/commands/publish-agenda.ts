import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { PublishAgendaInput } from "../inputs.ts";
import { lockMeeting, moveMeeting } from "../lifecycle.ts";
import { keepDraft } from "../draft.ts";
import { plannedFor, totalMinutes } from "../rules.ts";
import { tellMembers } from "../supplement.ts";

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

    const lines = await keepDraft({ tx, actor, now, record }, held);
    const plannedMinutes = plannedFor("case", { meetings: 1 });
    // cases and reports from which whoever publishes is recused are taken all the same; they learn only how long that makes the meeting
    const shut = await tx.$queryRaw<{ added: number }[]>`select app.add_shut_cases(${meetingId}::uuid, ${plannedMinutes}::integer) + app.add_shut_reports(${meetingId}::uuid) as added`;
    const added = shut[0]?.added ?? 0;
    const hidden = await tx.$queryRaw<{ minutes: number }[]>`select app.shut_minutes(${meetingId}::uuid) as minutes`;
    const minutes = totalMinutes(lines) + (hidden[0]?.minutes ?? 0);
    const isOver = minutes > limit;
    if (isOver && !overLimitReason) refuse("meeting.overLimit", { minutes, limit });
    await tx.$queryRaw`select app.end_waiting(${meetingId}::uuid)::text`;
    await moveMeeting(tx, partnershipId, held, "published", { publishedAt: now, overLimitReason: isOver ? overLimitReason : null });
    await tellMembers(tx, actor, held, "agenda.published", now);
    record({ event: "meeting.agendaPublished", subject, particulars: { items: lines.length + added, minutes } });
    return { reference };
  },
});
