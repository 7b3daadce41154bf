import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockItem } from "../held-item.ts";
import { AddResolutionInput } from "../resolution-inputs.ts";
import { takesWords } from "../rules.ts";

/** Writes one part of what an item resolved, after those that stand: while the meeting sits, and in the draft. A discussion below its quorum resolves nothing (rule 4). */
export const addResolution = command({
  permission: "minute.write",
  input: AddResolutionInput,
  async run({ tx, actor, now, require, record }, { itemId, wording }) {
    const { meeting, item } = await lockItem(tx, itemId);
    const { id: meetingId, forumId, reference, state } = meeting;
    const subject = { type: "item", id: item.id, reference, forumId, caseId: item.caseId } as const;
    require("minute.write", { forumId }, subject);
    if (!takesWords(meeting)) refuse("meeting.notInThisState", { state });
    if (meeting.discussionOnly) refuse("meeting.onlyDiscusses");
    const of = { partnershipId: actor.partnershipId, itemId };
    const last = await tx.resolution.aggregate({ where: of, _max: { position: true } });
    const id = randomUUID();
    const data = { ...of, id, forumId, meetingId, caseId: item.caseId, position: (last._max.position ?? 0) + 1, wording, writtenById: actor.personId, writtenAt: now };
    await tx.resolution.create({ data, select: { id: true } });
    record({ event: "item.resolved", subject, particulars: { resolutionId: id } });
    return { reference, number: item.number };
  },
});
