import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import type { AgendaItemKind } from "../../kernel/enums.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { AddCaseInput } from "../inputs.ts";
import { lockMeeting } from "../lifecycle.ts";
import { plannedFor } from "../rules.ts";

/** A case that became due after the agenda was published is taken before any other business, and the trail says that it came late. */
export const addCaseToAgenda = command({
  permission: "case.addToAgenda",
  input: AddCaseInput,
  async run({ tx, actor, require, record }, { reference, caseReference }) {
    const held = await lockMeeting(tx, reference);
    const { partnershipId } = actor;
    const { id: meetingId, forumId } = held;
    const rows = await tx.$queryRaw<{ id: string; stage: string; heard: boolean }[]>`
      select c.id, c.stage, exists (select 1 from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
        where i.partnership_id = c.partnership_id and i.case_id = c.id and m.closed_at is not null) as heard
      from cases c where c.forum_id = ${forumId}::uuid and c.reference = ${caseReference} and c.id <> all((select app.shut_cases())::uuid[]) for update of c`;
    const found = orNotFound(rows[0]);
    const subject = { type: "item", id: randomUUID(), reference, forumId, caseId: found.id } as const;
    require("case.addToAgenda", { forumId }, subject);
    if (held.state !== "published" && held.state !== "in_session") refuse("meeting.notInThisState", { state: held.state });
    const lines = await tx.$queryRaw<{ position: number; kind: AgendaItemKind; caseId: string | null }[]>`
      select position, kind, case_id as "caseId" from agenda_items where meeting_id = ${meetingId}::uuid order by position`;
    if (lines.some((line) => line.caseId === found.id)) refuse("case.alreadyOnAgenda");
    if (found.stage !== "open") refuse("case.notOpen");

    const position = lines.find((line) => line.kind === "other_business")?.position ?? (lines.at(-1)?.position ?? 0) + 1;
    // items that are shut to the actor move along too
    await tx.$executeRaw`select app.make_room(${meetingId}::uuid, ${position}::integer, 1)`;
    const plannedMinutes = plannedFor("case", { meetings: found.heard ? 1 : 0 });
    await tx.agendaItem.create({ data: { id: subject.id, partnershipId, meetingId, forumId, position, kind: "case", caseId: found.id, plannedMinutes }, select: { id: true } });
    record({ event: "item.addedLate", subject, particulars: {} });
    return { reference, position };
  },
});
