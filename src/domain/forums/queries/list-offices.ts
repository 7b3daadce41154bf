import { Prisma, type Tx } from "@/platform/db/client.ts";
import { minuteNumberInWords } from "../numbering.ts";
import type { Day } from "../../kernel/dates.ts";
import type { Capacity, Office } from "../../kernel/enums.ts";

/** How a forum came to somebody in office: who put them forward, and at which of its meetings, by its minute once it has a number. */
export type Appointing = { proposedBy: string | null; secondedBy: string | null; meeting: string | null; minute: string | null };
export type InOffice = { personId: string; name: string; office: Office; capacity: Capacity; from: Day; until: Day | null; made: Appointing };

type Row = Omit<InOffice, "made"> & Omit<Appointing, "minute"> & { code: string; minuteNumber: number | null; minuteYear: number | null };

/** Who runs a forum, in force on a day and to come, by office. */
export async function listOffices(tx: Tx, forumId: string, today: Day): Promise<InOffice[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select h.person_id as "personId", concat_ws(' ', p.style, p.name) as name, h.office, h.capacity, h.from_on::text as from, h.until_on::text as until, f.code, ${appointingColumns}
    from appointments h join people p on p.partnership_id = h.partnership_id and p.id = h.person_id join forums f on f.partnership_id = h.partnership_id and f.id = h.forum_id left join lateral app.appointed_at(h.id) w on true
    where h.forum_id = ${forumId}::uuid and coalesce(h.until_on, 'infinity') >= greatest(${today}::date, h.from_on) order by h.office, h.from_on, p.name`;
  return rows.map(({ code, proposedBy, secondedBy, meeting, minuteNumber, minuteYear, ...held }) => ({ ...held, made: { proposedBy, secondedBy, meeting, minute: minuteNumber === null || minuteYear === null ? null : minuteNumberInWords(code, minuteNumber, minuteYear) } }));
}

/** `h` the appointment, `w` from app.appointed_at. */
const appointingColumns = Prisma.sql`h.proposed_by as "proposedBy", h.seconded_by as "secondedBy", w.meeting, w.minute_number as "minuteNumber", w.minute_year as "minuteYear"`;
