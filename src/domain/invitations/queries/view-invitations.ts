import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { dayOf } from "../../kernel/dates.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { view } from "../../view.ts";

export type InvitedItem = { id: string; position: number; case: string; title: string };
export type Invitation = { id: string; case: string; name: string; post: string; agency: string; invitedAt: Date };
export type InvitationsView = {
  reference: string;
  /** Whether somebody can still be asked in. */
  open: boolean;
  items: InvitedItem[];
  invitations: Invitation[];
  /** People of the partnership who neither sit on the forum nor serve it. */
  people: { id: string; name: string; agency: string }[];
};

/** Who is asked in to which item of a meeting, and who could be: for the chair's office; null for anybody else. */
export const viewInvitations = view(async ({ tx, now, may }, reference: string): Promise<InvitationsView | null> => {
  const [meeting] = await tx.$queryRaw<{ id: string; forumId: string; open: boolean }[]>`
    select id, forum_id as "forumId", state in ('published', 'in_session') as open from meetings where reference = ${reference} and state in ('published', 'in_session', 'closed', 'circulated', 'confirmed')`;
  if (!meeting || !may("item.invite", { forumId: meeting.forumId })) return null;
  const [items, invitations, seats, everybody] = await together(tx, (at) => [listInvited(at, meeting.id), listInvitations(at, meeting.id), listSeats(at, meeting.forumId, dayOf(now)), listEverybody(at)]);
  const seated = new Set(seats.map(({ personId }) => personId));
  return { reference, open: meeting.open, items, invitations, people: everybody.filter(({ id }) => !seated.has(id)) };
});

const listInvited = (tx: Tx, meetingId: string) => tx.$queryRaw<InvitedItem[]>`
    select i.id, i.position, c.reference as case, t.title from agenda_items i join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
      join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where i.meeting_id = ${meetingId}::uuid order by i.position`;

const listInvitations = (tx: Tx, meetingId: string) => tx.$queryRaw<Invitation[]>`
    select v.id, c.reference as case, concat_ws(' ', p.style, p.name) as name, p.post, g.name as agency, v.invited_at as "invitedAt"
    from case_invitations v join cases c on c.partnership_id = v.partnership_id and c.id = v.case_id join people p on p.partnership_id = v.partnership_id and p.id = v.person_id
      join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where v.meeting_id = ${meetingId}::uuid and v.withdrawn_at is null order by c.reference, p.name`;

const listEverybody = (tx: Tx) => tx.$queryRaw<InvitationsView["people"]>`
    select p.id, concat_ws(' ', p.style, p.name) as name, g.name as agency from people p join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where p.left_at is null order by p.name`;
