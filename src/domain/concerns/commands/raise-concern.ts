import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { AnswersInput, DraftInput } from "../inputs.ts";
import { answersOf, endDraft, lockDraft, subjectOf, tellOffice, writeConcern } from "../lifecycle.ts";
import { forumOf } from "../queries/find-people.ts";

/** Anyone signed in raises a concern with the meeting of the area it is in, any day: it gets a reference, and an answer by a day that is told (rules 15 and 16). */
export const raiseConcern = command({
  permission: "concern.raise",
  input: DraftInput,
  async run({ tx, actor, now, require, record }, { draftId }) {
    require("concern.raise", {}, { type: "concern" });
    const draft = await lockDraft(tx, draftId);
    const said = answersOf(draft, AnswersInput.safeParse.bind(AnswersInput));
    const { forumId } = orNotFound(await forumOf(tx, said.wardId));
    if (!forumId) return refuse("concern.noForum");
    const concern = await writeConcern(tx, actor, said, { state: "raised", forumId, raisedById: actor.personId }, now);
    await endDraft({ tx, actor, now }, draft, concern.id);
    await tellOffice(tx, actor, concern, "concern.waits", now);
    record({ event: "concern.raised", subject: subjectOf(concern), particulars: { meetingId: null } });
    return { reference: concern.reference };
  },
});
