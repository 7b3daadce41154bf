import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command, type CommandContext } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import type { Actor } from "../../kernel/actor.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { SignInWay } from "../../kernel/enums.ts";
import { orNotFound, Refusal, refuse } from "../../kernel/outcome.ts";
import { type HeldMeeting, lockMeeting, lockMeetingToJoin, takesSignatures } from "../../meetings/lifecycle.ts";
import { SignGuestInput, SignMemberInput } from "../inputs.ts";
import { findSignature, refuseSecond, writeSignature } from "../lifecycle.ts";
import { type Declaration, findDeclaration } from "../queries/find-declaration.ts";

/** A member without their device signs at the screen of the chair's office (rule 7). The record, and the register, say so. */
export const signMember = command({
  permission: "register.keep",
  input: SignMemberInput,
  async run({ tx, actor, now, require, record }, { reference, declarationVersion, personId, commits }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id: meetingId, forumId } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    require("register.keep", { forumId }, subject);
    if (!takesSignatures(meeting)) refuse("meeting.doorsShut");
    const declaration = await readDeclaration(tx, now, declarationVersion);
    const seat = (await listSeats(tx, forumId, dayOf(now))).find((each) => each.personId === personId);
    // one signs for oneself as oneself
    if (!seat || personId === actor.personId) refuse("register.noSeat");
    const { agencyId, represents } = seat;
    const way = "coordinators_screen";
    const signInId = await writeSignature(tx, actor, { meeting, personId, agencyId, represents, commits: commits === "yes", declaration, way, signedAt: now, now });
    if (!signInId) refuseSecond("register.theySigned", await findSignature(tx, meetingId, personId));
    else record({ event: "register.signedFor", subject, particulars: { signInId, personId, declarationVersion, way } });
    return { reference };
  },
});

/** Somebody without an account signs there: a guest, by name and organisation. They are present, and stand among those who were told. */
export const signGuest = command({
  permission: "register.keep",
  input: SignGuestInput,
  async run({ tx, actor, now, require, record }, { reference, declarationVersion, accepts: _, ...guest }) {
    const { held, subject } = await holdToKeep({ tx, require }, reference);
    if (!takesSignatures(held)) refuse("meeting.doorsShut");
    const declaration = await readDeclaration(tx, now, declarationVersion);
    const way = "coordinators_screen";
    const guestSignInId = await writeGuest(tx, actor, held, { ...guest, commits: guest.commits === "yes" }, { declaration, way, signedAt: now });
    record({ event: "register.guestSigned", subject, particulars: { guestSignInId, declarationVersion, way } });
    return { reference };
  },
});

async function readDeclaration(tx: Tx, now: Date, version: number): Promise<Declaration> {
  const declaration = await findDeclaration(tx, dayOf(now));
  if (declaration.version !== version) throw new Refusal({ kind: "stale" });
  return declaration;
}

/** Asked first, so that a member is refused by name; then held alone, so that two who enter one guest do it one after the other. */
export async function holdToKeep({ tx, require }: Pick<CommandContext, "tx" | "require">, reference: string) {
  const { id, forumId } = orNotFound(await tx.meeting.findFirst({ where: { reference }, select: { id: true, forumId: true } }));
  const subject = { type: "meeting", id, reference, forumId } as const;
  require("register.keep", { forumId }, subject);
  return { held: await lockMeeting(tx, reference), subject };
}

type Guest = { name: string; organisation: string; represents: string | null; commits: boolean };

/** Only for a meeting this transaction holds. One guest of one organisation signs once. */
export async function writeGuest(tx: Tx, actor: Actor, { id: meetingId, forumId }: Pick<HeldMeeting, "id" | "forumId">, guest: Guest, { declaration, way, signedAt }: { declaration: Declaration; way: SignInWay; signedAt: Date }): Promise<string> {
  const { name, organisation } = guest;
  const signed = await tx.guestSignIn.count({ where: { meetingId, name: { equals: name, mode: "insensitive" }, organisation: { equals: organisation, mode: "insensitive" } } });
  if (signed > 0) refuse("register.guestSigned");
  const id = randomUUID();
  await tx.guestSignIn.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId, meetingId, ...guest, declarationId: declaration.id, declarationHash: declaration.hash, way, enteredById: actor.personId, signedAt }] });
  return id;
}
