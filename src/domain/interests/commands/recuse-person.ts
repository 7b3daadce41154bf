import { lockCaseByReference } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse } from "../../kernel/outcome.ts";
import { RecusePersonInput } from "../inputs.ts";
import { holdRecusals, recuse } from "../lifecycle.ts";
import { aboutRecusal } from "../queries/about-recusal.ts";
import { isRecused } from "../queries/is-recused.ts";

/**
 * The chair shuts a case to somebody round the table, openly or silently, and says why (rule 8). Silently, nothing tells them that it
 * exists; so whoever runs the meetings of the forum is recused openly only. The chair themself is recused by the deputy.
 */
export const recusePerson = command({
  permission: "recusal.decide",
  input: RecusePersonInput,
  async run({ tx, actor, now, require, record }, { caseReference, personId, how, reason }) {
    const held = await lockCaseByReference(tx, caseReference);
    const { forumId, reference } = held;
    const today = dayOf(now);
    require("recusal.decide", await aboutRecusal(tx, { forumId, caseId: held.id, personId }, today), { type: "case", id: held.id, reference, forumId, caseId: held.id });
    if (personId === actor.personId) refuse("recusal.oneself");
    const seat = (await listSeats(tx, forumId, today)).find((one) => one.personId === personId);
    if (!seat) refuse("recusal.noSeat");
    if (how === "silent" && seat.offices.length > 0) refuse("recusal.officeOpenly");
    await holdRecusals(tx, held.id, personId);
    if (await isRecused(tx, held.id, personId)) refuse("recusal.already");
    record(await recuse(tx, actor, held, { personId, silent: how === "silent", reason, decidedById: actor.personId, now }));
    return { reference };
  },
});
