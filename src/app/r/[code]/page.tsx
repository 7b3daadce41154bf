import { redirect } from "next/navigation";
import { findRoom } from "@/domain/sign-in/queries/find-room.ts";
import { noteShown, readCode, readShown } from "@/platform/auth/rotating-code.ts";
import { currentSession } from "../../actor.ts";
import { NoRoom } from "../no-room.tsx";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ shown?: string | string[] }> };

/**
 * The address behind the code on the room's screen: by way of signing in, where that is still to be done, to the register of that meeting.
 * When the code was shown is noted on the way, since signing in may take longer than the code lasts. It changes nothing.
 */
export default async function ByCodePage({ params, searchParams }: Props) {
  const code = readCode((await params).code);
  if (!code) return <NoRoom />;
  const shown = shownBy((await searchParams).shown, code);
  const session = await currentSession();
  if (!session || session.needsSecondFactor) redirect(`${session ? "/sign-in/set-up" : "/sign-in"}?next=${encodeURIComponent(`/r/${code}?shown=${noteShown(shown)}`)}`);
  const room = await findRoom(session.actor, shown);
  if (!room) return <NoRoom />;
  redirect(`/meetings/${room.reference}/register?shown=${noteShown(shown)}`);
}

/** As it was noted on the way here, else now. */
function shownBy(note: string | string[] | undefined, code: string) {
  const now = new Date();
  const noted = typeof note === "string" ? readShown(note, now) : null;
  return noted?.code === code ? noted : { code, at: now };
}
