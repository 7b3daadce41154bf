import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { MeetingState, SignInWay } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { takesSheet } from "../rules.ts";
import { findDeclaration } from "./find-declaration.ts";

/** A line of the sheet: somebody expected, by the number under which they are printed, and their signature where one stands on the register. */
export type SheetLine = { number: number; personId: string; name: string; agency: string; signedAt: Date | null; way: SignInWay | null };
export type Sheet = {
  reference: string;
  forum: string;
  startsAt: Date;
  limitMinutes: number;
  place: string;
  declaration: { version: number; text: string };
  lines: SheetLine[];
  guests: { id: string; name: string; organisation: string; signedAt: Date; way: SignInWay }[];
  /** Oneself is entered by somebody else. */
  enter: { personId: string }[];
  allowed: { enter: boolean };
  readAt: Date;
};

/** The signing sheet of a meeting, as it is printed and as it is entered, for the chair's office; null for anybody else. */
export const viewSheet = view(async ({ tx, actor, now, may }, { reference }: { reference: string }): Promise<Sheet | null> => {
  const [found] = await tx.$queryRaw<(Pick<Sheet, "reference" | "forum" | "startsAt" | "limitMinutes" | "place"> & { id: string; forumId: string; state: MeetingState; doorsOpenedAt: Date | null })[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt", m.limit_minutes as "limitMinutes", m.place, m.doors_opened_at as "doorsOpenedAt"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference} and m.state <> 'cancelled'`;
  if (!found || !may("register.keep", { forumId: found.forumId })) return null;
  const { id, forumId, state, doorsOpenedAt, ...shown } = found;
  const day = dayOf(found.startsAt);
  const seats = await listSeats(tx, forumId, day);
  const signed = await tx.$queryRaw<{ personId: string; signedAt: Date; way: SignInWay }[]>`select person_id as "personId", signed_at as "signedAt", way from sign_ins where meeting_id = ${id}::uuid`;
  const guests = await tx.$queryRaw<Sheet["guests"]>`select id, name, organisation, signed_at as "signedAt", way from guest_sign_ins where meeting_id = ${id}::uuid order by signed_at, name`;
  const { version, text } = await findDeclaration(tx, day);
  const lines = seats.map(({ personId, name, agency }, index): SheetLine => {
    const signature = signed.find((each) => each.personId === personId);
    return { number: index + 1, personId, name, agency, signedAt: signature?.signedAt ?? null, way: signature?.way ?? null };
  });
  return { ...shown, declaration: { version, text }, lines, guests, enter: lines.filter(({ personId, signedAt }) => !signedAt && personId !== actor.personId), allowed: { enter: takesSheet({ state, doorsOpenedAt }) }, readAt: now };
});
