import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { Refusal, refuse } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesSignatures } from "../../meetings/lifecycle.ts";
import { RecordRefusalInput, RefuseDeclarationInput } from "../inputs.ts";
import { findSignature, refuseSecond } from "../lifecycle.ts";
import { findDeclaration } from "../queries/find-declaration.ts";

/** Somebody does not accept the declaration (rule 7). It is recorded once, opens nothing, and they can still sign if they think better of it. */
export const refuseDeclaration = command({
  permission: "register.sign",
  input: RefuseDeclarationInput,
  async run({ tx, actor, now, require, record }, { reference, declarationVersion }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { partnershipId, personId } = actor;
    const { id: meetingId, forumId } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    require("register.sign", { forumId }, subject);
    refuseSecond("register.alreadySigned", await findSignature(tx, meetingId, personId));
    if (!takesSignatures(meeting)) refuse("meeting.doorsShut");
    if ((await findDeclaration(tx, dayOf(now))).version !== declarationVersion) throw new Refusal({ kind: "stale" });
    const refusalId = randomUUID();
    const { count } = await tx.registerRefusal.createMany({ data: [{ id: refusalId, partnershipId, forumId, meetingId, personId, recordedById: personId, refusedAt: now }], skipDuplicates: true });
    if (count === 0) refuse("register.alreadyRefused");
    record({ event: "register.refused", subject, particulars: { refusalId, personId } });
    return { reference };
  },
});

/** The chair's office records that a guest would not accept it. */
export const recordRefusal = command({
  permission: "register.keep",
  input: RecordRefusalInput,
  async run({ tx, actor, now, require, record }, { reference, guestName }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id: meetingId, forumId } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    require("register.keep", { forumId }, subject);
    if (!takesSignatures(meeting)) refuse("meeting.doorsShut");
    const refusalId = randomUUID();
    await tx.registerRefusal.createMany({ data: [{ id: refusalId, partnershipId: actor.partnershipId, forumId, meetingId, guestName, recordedById: actor.personId, refusedAt: now }] });
    record({ event: "register.refused", subject, particulars: { refusalId, personId: null } });
    return { reference };
  },
});
