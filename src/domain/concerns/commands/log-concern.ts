import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { AnswersInput, DraftInput } from "../inputs.ts";
import { answersOf, endDraft, lockDraft, subjectOf, writeConcern } from "../lifecycle.ts";
import { forumOf, wardsOf } from "../queries/find-people.ts";

/** A councillor keeps a concern as surgery work: theirs alone, with its reference, until they raise it or have dealt with it (rule 15). */
export const logConcern = command({
  permission: "concern.log",
  input: DraftInput,
  async run({ tx, actor, now, require, record }, { draftId }) {
    const wards = await wardsOf(tx, actor.personId, dayOf(now));
    require("concern.log", { isCouncillor: wards.length > 0 }, { type: "concern" });
    const draft = await lockDraft(tx, draftId);
    const said = answersOf(draft, AnswersInput.safeParse.bind(AnswersInput));
    const { forumId } = orNotFound(await forumOf(tx, said.wardId));
    if (!forumId) return refuse("concern.noForum");
    const concern = await writeConcern(tx, actor, said, { state: "logged", forumId, raisedById: actor.personId }, now);
    await endDraft({ tx, actor, now }, draft, concern.id);
    record({ event: "concern.logged", subject: subjectOf(concern), particulars: {} });
    return { reference: concern.reference };
  },
});
