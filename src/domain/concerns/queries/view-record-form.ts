import { dayOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { listWards } from "./find-people.ts";

export type RecordForm = { meeting: string; today: string; people: { id: string; name: string }[]; wards: { id: string; name: string; area: string }[] };

/** What the chair's office needs to write down a concern in the room: who signed, and the wards. Null for everybody else, and while the meeting isn't in session. */
export const viewRecordForm = view(async ({ tx, may, now }, reference: string): Promise<RecordForm | null> => {
  const meeting = await tx.meeting.findFirst({ where: { reference, state: "in_session" }, select: { id: true, forumId: true } });
  if (!meeting || !may("concern.record", { forumId: meeting.forumId })) return null;
  const people = await tx.$queryRaw<RecordForm["people"]>`
    select distinct p.id, concat_ws(' ', p.style, p.name) as name from sign_ins s join people p on p.partnership_id = s.partnership_id and p.id = s.person_id where s.meeting_id = ${meeting.id}::uuid order by name`;
  return { meeting: reference, today: dayOf(now), people, wards: await listWards(tx) };
});
