import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { AnswerTalkInput } from "../inputs.ts";

/**
 * Whoever holds a record makes themselves known to whoever asked to talk, or doesn't. The first is told, and is kept before anything is said; the second is told to
 * nobody, and looks like no answer.
 */
export const answerTalk = command({
  permission: "talk.answer",
  input: AnswerTalkInput,
  async run({ tx, actor, now, require, record }, { talkId, known }) {
    const held = orNotFound((await tx.$queryRaw<{ answered: boolean; over: boolean }[]>`
      select bool_and(answered_at is not null) as answered, bool_and(ends_on < app.today()) as over from app.talks_to_answer() where request_id = ${talkId}::uuid having count(*) > 0`)[0]);
    require("talk.answer", { holdsRecord: true }, { type: "talk", id: talkId });
    if (held.answered) refuse("talk.alreadyAnswered");
    if (held.over) refuse("talk.over");
    const [row] = await tx.$queryRaw<{ asker: string | null }[]>`select app.answer_talk(${talkId}::uuid, ${known === "yes"}) as asker`;
    const asker = row?.asker;
    // another of the office was quicker
    if (!asker) refuse("talk.alreadyAnswered");
    if (known === "yes") await mail(tx, actor, { to: asker, template: "talk.madeKnown", facts: {} }, now);
    record({ event: known === "yes" ? "talk.madeKnown" : "talk.keptBack", subject: { type: "talk", id: talkId }, particulars: {} });
    return {};
  },
});
