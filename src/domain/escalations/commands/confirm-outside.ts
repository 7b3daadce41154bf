import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { holdRoute, spendRoute } from "../../one-time-routes/lifecycle.ts";
import { ConfirmInput } from "../inputs.ts";
import { lockEscalation, subjectOf, takeStep } from "../lifecycle.ts";
import { listOutside, outsideSide, readListing } from "../outside.ts";

/**
 * The secretary of another board says that it has it, on which agenda it stands, or why it comes back. By a one-time link the last two use the link up;
 * a receipt doesn't, since the date is still to come. What that board then decides is written down from its minutes.
 */
export const confirmOutside = command({
  permission: "escalation.confirm",
  input: ConfirmInput,
  async run({ tx, actor, now, require, record }, { reference, version, says, on, listedAs, reason, routeId }) {
    const held = await lockEscalation(tx, reference);
    const { id, boardId, holderId, state } = held;
    const side = outsideSide(held);
    require("escalation.confirm", { holdsEscalation: boardId === null && holderId === actor.personId }, subjectOf(held, side));
    if (routeId) await (says === "received" ? holdRoute : spendRoute)(tx, { id: routeId, purpose: "escalation_date", subjectId: id }, now);
    refuseIfStale(held, version);
    if (state !== "sent" && state !== "received" && state !== "listed") refuse("escalation.illegalMove", { from: state, to: says });
    if (says === "received") record(await takeStep(tx, actor, held, side, { kind: "received", now }, { receivedAt: now }));
    else if (says === "returned") record(await takeStep(tx, actor, held, side, { kind: "returned", now, note: reason }, { endedAt: now }));
    else {
      const { sentAt } = orNotFound(await tx.escalation.findFirst({ where: { partnershipId: actor.partnershipId, id }, select: { sentAt: true } }));
      record(...(await listOutside(tx, actor, held, await readListing(tx, { on, listedAs }, { sentOn: dayOf(sentAt), today: dayOf(now) }), now)));
    }
    return { reference };
  },
});
