import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { ReadActionInput } from "../inputs.ts";
import { listTaskable } from "../queries/list-taskable.ts";
import { readLine } from "../read-line.ts";

/** Reads an action typed in one line, for whoever may record it, and answers what was understood. It is shown before anything is written. */
export const readAction = command({
  permission: "action.record",
  input: ReadActionInput,
  async run({ tx, now, require }, { itemId, line }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; startsAt: Date; caseId: string | null }[]>`
      select m.id, m.forum_id as "forumId", m.reference, m.starts_at as "startsAt", i.case_id as "caseId" from agenda_items i
        join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.id = ${itemId}::uuid`;
    const meeting = orNotFound(rows[0]);
    const { forumId, reference, caseId } = meeting;
    require("action.record", { forumId }, { type: "item", id: itemId, reference, forumId, caseId });
    const table = await listTaskable(tx, meeting, dayOf(now));
    const read = readLine(line, table);
    const owners = table.people.filter(({ personId }) => read.ownerIds.includes(personId)).map(({ personId, name, agency }) => ({ personId, name, agency }));
    return { ...read, owners };
  },
});
