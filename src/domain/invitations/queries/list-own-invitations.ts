import type { Tx } from "@/platform/db/client.ts";
import type { MeetingState } from "../../kernel/enums.ts";

/** Where and when somebody was asked in. Which case it is stands here only while its item opens it to them. */
export type OwnInvitation = { meeting: string; forum: string; startsAt: Date; limitMinutes: number; place: string; state: MeetingState; openCase: string | null };

/** The invitations that a person holds to meetings still to come or in session. */
export const listOwnInvitations = (tx: Tx): Promise<OwnInvitation[]> => tx.$queryRaw<OwnInvitation[]>`
  select meeting, forum, starts_at as "startsAt", limit_minutes as "limitMinutes", place, state, open_case as "openCase" from app.invitations_held() order by starts_at, meeting, open_case`;
