import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../../audit/record.ts";
import { command, type CommandContext } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf, instantOf } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import type { HeldMeeting } from "../../meetings/lifecycle.ts";
import { EnterSheetGuestInput, EnterSheetInput } from "../inputs.ts";
import { writeSignature } from "../lifecycle.ts";
import { findDeclaration } from "../queries/find-declaration.ts";
import { takesSheet } from "../rules.ts";
import { holdToKeep, writeGuest } from "./sign-others.ts";

const way = "printed_sheet";

/**
 * Who signed on the printed sheet is entered from it, at the times it gives, until the minutes are sent: whoever signed on paper was told
 * as much as anybody. Somebody who has signed in the meantime keeps that signature.
 */
export const enterSheet = command({
  permission: "register.keep",
  input: EnterSheetInput,
  async run(context, { reference, personIds, at }) {
    const { tx, actor, now, record } = context;
    const { held, subject } = await takeSheet(context, reference);
    const signedAt = await timeOnSheet(tx, held, at, now);
    const declaration = await findDeclaration(tx, dayOf(signedAt));
    const seats = await listSeats(tx, held.forumId, dayOf(signedAt));
    // as their seat says: whoever can't on that day says so in the meeting
    const uncommitted = await tx.membership.findMany({ where: { forumId: held.forumId, personId: { in: personIds }, commits: false }, select: { personId: true } });
    const events: Recorded[] = [];
    for (const personId of personIds) {
      const seat = seats.find((each) => each.personId === personId);
      if (!seat || personId === actor.personId) refuse("register.noSeat");
      const { agencyId, represents } = seat;
      const signInId = await writeSignature(tx, actor, { meeting: held, personId, agencyId, represents, commits: uncommitted.every((one) => one.personId !== personId), declaration, way, signedAt, now });
      if (signInId) events.push({ event: "register.signedFor", subject, particulars: { signInId, personId, declarationVersion: declaration.version, way } });
    }
    record(...events);
    return { reference, entered: events.length };
  },
});

/** A guest who signed on one of its blank lines. */
export const enterSheetGuest = command({
  permission: "register.keep",
  input: EnterSheetGuestInput,
  async run(context, { reference, at, ...guest }) {
    const { tx, actor, now, record } = context;
    const { held, subject } = await takeSheet(context, reference);
    const signedAt = await timeOnSheet(tx, held, at, now);
    const declaration = await findDeclaration(tx, dayOf(signedAt));
    const guestSignInId = await writeGuest(tx, actor, held, { ...guest, commits: guest.commits === "yes" }, { declaration, way, signedAt });
    record({ event: "register.guestSigned", subject, particulars: { guestSignInId, declarationVersion: declaration.version, way } });
    return { reference };
  },
});

async function takeSheet(context: CommandContext, reference: string) {
  const taken = await holdToKeep(context, reference);
  if (!takesSheet(taken.held)) refuse("register.sheetOver");
  return taken;
}

/** The moment of a time that the sheet gives, on the day of the meeting: not before the doors opened, nor after the meeting closed, nor to come. */
async function timeOnSheet(tx: Tx, { id, startsAt, doorsOpenedAt }: HeldMeeting, { hour, minute }: { hour: number; minute: number }, now: Date): Promise<Date> {
  const at = instantOf(dayOf(startsAt), hour, minute);
  const closed = await tx.meeting.findFirst({ where: { id }, select: { closedAt: true } });
  const last = closed?.closedAt ?? now;
  // the sheet gives minutes: in the one in which the doors opened, it was after that
  const minuteAfter = new Date(at.getTime() + 59_999);
  if (!doorsOpenedAt || minuteAfter < doorsOpenedAt) wrongField("at", "Time they signed must be after the doors opened");
  if (at > last) wrongField("at", "Time they signed must be before now, and before the meeting closed");
  return at < doorsOpenedAt ? doorsOpenedAt : at;
}
