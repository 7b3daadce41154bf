import { command } from "../../command.ts";
import { AddActionInput } from "../inputs.ts";
import { giveAction } from "../lifecycle.ts";

/**
 * Tasks somebody on an item of a meeting in session. What the chair in force says counts at once; what the coordinator or the
 * deputy enters is recorded and waits for the chair, at the latest until closing (rule 9). Wording, owner, date and measure are all
 * needed (rule 13), the owner sits on the forum or serves it (rule 10), and the nameless wording names nobody of the case. Of who the case
 * is about the owner may be shown, while the action is open, only what is ticked here (rule 26).
 * A meeting below its quorum tasks for somebody's immediate safety alone (rule 4).
 */
export const addAction = command({ permission: "action.record", input: AddActionInput, run: giveAction });
