import { Prisma } from "@/platform/db/client.ts";
import { addDays, type Day } from "../../kernel/dates.ts";

/** How long before its last day an appointment is warned of (rule 1). */
const warnedDays = 30;

/** Appointments in force that end within thirty days and that nobody follows in: for the chair, the coordinator and the administrator. Of these forums, or of all. */
export const endingAppointments = (today: Day, forumIds: readonly string[] | null = null) => Prisma.sql`
  select f.code as forum, o.office::text as office, o.capacity::text as capacity, o.until_on::text as until
  from appointments o join forums f on f.partnership_id = o.partnership_id and f.id = o.forum_id
  where ${today}::date between o.from_on and o.until_on and o.until_on <= ${addDays(today, warnedDays)}::date
    and ${forumIds === null ? Prisma.sql`true` : Prisma.sql`o.forum_id = any(${[...forumIds]}::uuid[])`}
    and not exists (select 1 from appointments n where n.partnership_id = o.partnership_id and n.forum_id = o.forum_id and n.office = o.office
      and n.from_on <= o.until_on + 1 and coalesce(n.until_on, 'infinity') > o.until_on)
  order by o.until_on, f.code, o.office`;
