import "server-only";
import type { OpenSession } from "@/domain/accounts/queries/read-session.ts";
import { personMark } from "@/platform/auth/person-mark.ts";
import type { SessionEnds } from "@/ui/shell/session-warning.client.tsx";

/** When a session ends, as its warning in the browser counts: in milliseconds, by the server's clock. */
export const sessionEnds = ({ idleEndsAt, endsAt, actor }: OpenSession, now = new Date()): SessionEnds => ({
  idle: idleEndsAt.getTime(),
  end: endsAt.getTime(),
  now: now.getTime(),
  person: personMark(actor.personId),
});
