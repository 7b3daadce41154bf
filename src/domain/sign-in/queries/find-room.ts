import { codeStood, type Shown } from "@/platform/auth/rotating-code.ts";
import { view } from "../../view.ts";

/**
 * The meeting whose code was shown, among those of the person's forums that take signatures: nobody is led to another's. Null for a code
 * that is over, guessed or of another room; the same answer for all of them.
 */
export const findRoom = view(async ({ tx }, { code, at }: Shown): Promise<{ reference: string } | null> => {
  const rooms = await tx.$queryRaw<{ id: string; reference: string }[]>`
    select id, reference from meetings where state in ('published', 'in_session') and doors_opened_at is not null and forum_id = any((select app.forums_seen())::uuid[])`;
  const found = rooms.find(({ id }) => codeStood(id, code, at));
  return found ? { reference: found.reference } : null;
});
