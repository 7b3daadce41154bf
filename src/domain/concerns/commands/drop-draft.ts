import { command } from "../../command.ts";
import { DraftInput } from "../inputs.ts";
import { endDraft, lockDraft } from "../lifecycle.ts";

/** Somebody thinks better of it: what they had typed is gone. */
export const dropDraft = command({
  permission: "concern.raise",
  input: DraftInput,
  async run({ tx, actor, now, require }, { draftId }) {
    require("concern.raise", {}, { type: "concern" });
    await endDraft({ tx, actor, now }, await lockDraft(tx, draftId), null);
    return { draftId };
  },
});
