import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { AnswersInput, PassInput } from "../inputs.ts";
import { answersOf, endDraft, lockDraft, subjectOf, tellRaiser, writeConcern } from "../lifecycle.ts";
import { councillorsOf, forumOf } from "../queries/find-people.ts";

/** What comes from another ward is passed to its councillor, whose surgery log it stands in from then on; whoever passed it keeps seeing what they wrote. */
export const passConcern = command({
  permission: "concern.raise",
  input: PassInput,
  async run({ tx, actor, now, require, record }, { draftId, toId }) {
    require("concern.raise", {}, { type: "concern" });
    const draft = await lockDraft(tx, draftId);
    const said = answersOf(draft, AnswersInput.safeParse.bind(AnswersInput));
    const councillors = await councillorsOf(tx, said.wardId, dayOf(now));
    if (toId === actor.personId || !councillors.some(({ id }) => id === toId)) wrongField("toId", "Select a councillor of that ward");
    const { forumId } = orNotFound(await forumOf(tx, said.wardId));
    if (!forumId) return refuse("concern.noForum");
    const concern = await writeConcern(tx, actor, said, { state: "logged", forumId, raisedById: toId, passedById: actor.personId }, now);
    await endDraft({ tx, actor, now }, draft, concern.id);
    await tellRaiser(tx, actor, concern, "concern.passed", now);
    record({ event: "concern.passed", subject: subjectOf(concern), particulars: { personId: toId } });
    return { reference: concern.reference };
  },
});
