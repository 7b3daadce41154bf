import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { AttendanceStatus, MeetingState, SignInWay } from "../../kernel/enums.ts";
import { takesReplies, takesSignatures } from "../../meetings/lifecycle.ts";
import { view } from "../../view.ts";
import { agenciesOf, minutesLate, takesSheet } from "../rules.ts";
import { findDeclaration } from "./find-declaration.ts";

/** Out of the room since when; for an item they are recused from, or having left early. */
export type Out = { since: Date; forItem: boolean };

/** Somebody at a meeting or expected there. `status` is null while nothing is known of them. */
export type RegisterLine = { personId: string; name: string; agency: string; represents: string | null; status: AttendanceStatus | null; signedAt: Date | null; way: SignInWay | null; enteredBy: string | null; /** Minutes after the opening. */ late: number | null; out: Out | null };
/** Somebody without an account, who signed. */
export type GuestLine = { id: string; name: string; organisation: string; represents: string | null; way: SignInWay; signedAt: Date; late: number | null };
/** Somebody who would not accept the declaration. */
export type RefusalLine = { id: string; name: string; refusedAt: Date };

type MeetingRow = { id: string; forumId: string; reference: string; forum: string; state: MeetingState; startsAt: Date; place: string; limitMinutes: number; doorsOpenedAt: Date | null; openedAt: Date | null; papersOpen: boolean };
type Recorded = Omit<RegisterLine, "out" | "late"> & { commits: boolean | null; declarationVersion: number | null };

/**
 * The register of a meeting, as one person may see it: the declaration in full, for whom they sign, and their own signature. Who else
 * is there is shown to those who have signed, and to the chair's office. Nothing of any case stands here.
 */
export const viewRegister = view(async ({ tx, actor, standing, now, may }, { reference }: { reference: string }) => {
  const rows = await tx.$queryRaw<MeetingRow[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes", m.doors_opened_at as "doorsOpenedAt", m.opened_at as "openedAt",
      app.on_register(m.id) or m.forum_id = any((select app.offices_held())::uuid[]) as "papersOpen"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id, forumId, papersOpen, openedAt, ...shown } = meeting;
  const mySeats = agenciesOf(standing, actor, forumId);
  const [recorded, out, seats, agencies, guests, refusals] = await together(tx, (at) => [
    listRecorded(at, id),
    listOut(at, id),
    listSeats(at, forumId, dayOf(now)),
    listAgencies(at, mySeats.map((seat) => seat.agencyId)),
    listGuests(at, id),
    listRefusals(at, id),
  ]);
  const declaration = await findDeclaration(tx, dayOf(now));
  const waited = takesReplies(meeting) ? seats.filter((seat) => !recorded.some((line) => line.personId === seat.personId)) : [];

  const lines: RegisterLine[] = [
    ...recorded.map(({ commits: _, declarationVersion: __, ...line }) => ({ ...line, late: line.signedAt && minutesLate(line.signedAt, openedAt), out: out.get(line.personId) ?? null })),
    ...waited.map(({ personId, name, agency, represents }) => ({ personId, name, agency, represents, status: null, signedAt: null, way: null, enteredBy: null, late: null, out: null })),
  ];
  const mine = recorded.find((line) => line.personId === actor.personId);
  const mySignature = mine?.signedAt ? { signedAt: mine.signedAt, agency: mine.agency, represents: mine.represents, commits: mine.commits === true, declarationVersion: mine.declarationVersion } : null;
  const about = { forumId };
  const mayRecord = may("register.recordAbsence", about);
  const refused = refusals.find((line) => line.personId === actor.personId);
  return {
    ...shown,
    declaration: { version: declaration.version, text: declaration.text },
    representing: mySeats.map((seat) => ({ ...seat, agency: agencies.find((agency) => agency.id === seat.agencyId)?.name ?? actor.agencyName })),
    mySignature,
    myOut: out.get(actor.personId) ?? null,
    /** Apologies or absence recorded of the person themselves. */
    myAbsence: mine && !mySignature ? mine.status : null,
    signed: recorded.filter((line) => line.signedAt).length,
    expected: lines.length,
    lines: mySignature || mayRecord ? lines : null,
    guests: mySignature || mayRecord ? guests.map((guest): GuestLine => ({ ...guest, late: minutesLate(guest.signedAt, openedAt) })) : [],
    /** That the person themselves did not accept the declaration, and when; for the chair's office, who did not. */
    myRefusal: !mySignature && refused ? refused.refusedAt : null,
    refusals: mayRecord ? refusals.map(({ personId: _, ...line }): RefusalLine => line) : [],
    allowed: {
      sign: !mySignature && takesSignatures(meeting) && may("register.sign", about),
      reply: !mySignature && takesReplies(meeting) && may("register.reply", about),
      recordAbsence: takesReplies(meeting) && mayRecord,
      recordDeparture: shown.state === "in_session" && may("register.recordDeparture", { forumId, onRegister: mySignature !== null }),
      recordDepartures: shown.state === "in_session" && mayRecord,
      declareInterest: (shown.state === "published" || shown.state === "in_session") && may("interest.declare", about),
      openPapers: papersOpen,
      keep: may("register.keep", about),
      signOthers: takesSignatures(meeting) && may("register.keep", about),
      printSheet: (shown.state === "published" || shown.state === "in_session") && may("register.keep", about),
      enterSheet: takesSheet(meeting) && may("register.keep", about),
    },
  };
});

export type RegisterView = NonNullable<Awaited<ReturnType<typeof viewRegister>>>;

/** Who is out of the room now, as far as the reader may know. */
async function listOut(tx: Tx, meetingId: string): Promise<Map<string, Out>> {
  const rows = await tx.$queryRaw<(Out & { personId: string })[]>`
    select person_id as "personId", left_at as since, item_id is not null as "forItem" from departures where meeting_id = ${meetingId}::uuid and returned_at is null`;
  return new Map(rows.map(({ personId, ...out }) => [personId, out]));
}

const listRecorded = (tx: Tx, id: string) => tx.$queryRaw<Recorded[]>`
    select a.person_id as "personId", concat_ws(' ', p.style, p.name) as name, g.name as agency, s.represents, a.status, s.signed_at as "signedAt", s.commits, s.way, concat_ws(' ', e.style, e.name) as "enteredBy", d.version as "declarationVersion"
    from attendances a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.agency_id
      left join sign_ins s on s.partnership_id = a.partnership_id and s.meeting_id = a.meeting_id and s.person_id = a.person_id
      left join people e on e.partnership_id = s.partnership_id and e.id = s.entered_by_id
      left join declarations d on d.partnership_id = s.partnership_id and d.id = s.declaration_id
    where a.meeting_id = ${id}::uuid order by s.signed_at, g.name, p.name`;

const listGuests = (tx: Tx, id: string) => tx.$queryRaw<Omit<GuestLine, "late">[]>`
  select id, name, organisation, represents, way, signed_at as "signedAt" from guest_sign_ins where meeting_id = ${id}::uuid order by signed_at, name`;

/** Others' are shown to the chair's office, one's own to oneself: by the policies. */
const listRefusals = (tx: Tx, id: string) => tx.$queryRaw<(RefusalLine & { personId: string | null })[]>`
  select r.id, r.person_id as "personId", coalesce(r.guest_name, concat_ws(' ', p.style, p.name)) as name, r.refused_at as "refusedAt"
  from register_refusals r left join people p on p.partnership_id = r.partnership_id and p.id = r.person_id where r.meeting_id = ${id}::uuid order by r.refused_at`;

const listAgencies = (tx: Tx, ids: string[]) => tx.$queryRaw<{ id: string; name: string }[]>`select id, name from agencies where id = any(${ids}::uuid[])`;
