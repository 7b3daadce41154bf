import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { AddCaseInput } from "../inputs.ts";
import { addItem, placeForMore } from "../draft.ts";
import { lockMeeting } from "../lifecycle.ts";
import { plannedFor } from "../rules.ts";
import { openSupplement } from "../supplement.ts";

/** A case that became due after the agenda was published is taken before any other business, and the trail says that it came late. */
export const addCaseToAgenda = command({
  permission: "case.addToAgenda",
  input: AddCaseInput,
  async run({ tx, actor, now, require, record }, { reference, caseReference }) {
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
    if (await tx.agendaItem.findFirst({ where: { partnershipId, meetingId, caseId: found.id }, select: { id: true } })) refuse("case.alreadyOnAgenda");
    if (found.stage !== "open") refuse("case.notOpen");

    const supplement = await openSupplement(tx, actor, held, now);
    const position = await placeForMore(tx, meetingId);
    const plannedMinutes = plannedFor("case", { meetings: found.heard ? 1 : 0 });
    await addItem(tx, partnershipId, held, { id: subject.id, kind: "case", caseId: found.id, escalationId: null, plannedMinutes, title: null, presenter: null, restricted: false, deferredFromId: null, plannedId: null, supplement }, position);
    await tx.$queryRaw`select app.end_waiting(${meetingId}::uuid)::text`;
    record({ event: "item.addedLate", subject, particulars: {} });
    return { reference, position };
  },
});
