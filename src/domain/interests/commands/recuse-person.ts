import type { Tx } from "@/platform/db/client.ts";
import { lockCaseByReference } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { type Meant, RecusePersonInput } from "../inputs.ts";
import { holdRecusals, type Matter, recuse, subjectOf } from "../lifecycle.ts";
import { aboutRecusal } from "../queries/about-recusal.ts";
import { findMeetingOf, findOnAgenda } from "../queries/find-matter.ts";
import { isRecused } from "../queries/is-recused.ts";

/**
 * The chair shuts a case, or an item that has none, to somebody round the table, openly or silently, and says why (rule 8). Silently, nothing tells them that it
 * exists; so whoever runs the meetings of the forum is recused openly only. The chair themself is recused by the deputy.
 */
export const recusePerson = command({
  permission: "recusal.decide",
  input: RecusePersonInput,
  async run({ tx, actor, now, require, record }, { on, personId, how, reason }) {
    const matter = await hold(tx, on);
    const { forumId, reference } = matter;
    const today = dayOf(now);
    require("recusal.decide", await aboutRecusal(tx, matter, personId, today), subjectOf(matter));
    if (personId === actor.personId) refuse("recusal.oneself");
    const seat = (await listSeats(tx, forumId, today)).find((one) => one.personId === personId);
    if (!seat) refuse("recusal.noSeat");
    if (how === "silent" && seat.offices.length > 0) refuse("recusal.officeOpenly");
    await holdRecusals(tx, matter, personId);
    if (await isRecused(tx, matter, personId)) refuse("recusal.already");
    record(await recuse(tx, actor, matter, { personId, silent: how === "silent", reason, decidedById: actor.personId, now }));
    return { reference };
  },
});

/** A case is held itself; an item by its meeting, as long as its agenda is out. */
async function hold(tx: Tx, on: Meant): Promise<Matter> {
  if ("itemId" in on) {
    const { reference } = orNotFound(await findMeetingOf(tx, on.itemId));
    const { id } = await lockMeeting(tx, reference);
    return orNotFound(await findOnAgenda(tx, id, on));
  }
  const { id: caseId, forumId, reference } = await lockCaseByReference(tx, on.caseReference);
  return { forumId, reference, caseId, itemId: null };
}
