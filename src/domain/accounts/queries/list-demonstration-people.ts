import { beforeSignIn } from "@/platform/db/client.ts";

/** `part`: chair or coordinator of a forum, councillor, officer of the partnership, or anybody else at an agency. */
export type DemonstrationPerson = { part: "office" | "councillor" | "agency" | "partnership"; personId: string; partnership: string; name: string; style: string | null; post: string; agency: string };

/** The people one may sign in as with a button: those of a demonstration, and in any other partnership nobody. */
export const listDemonstrationPeople = () =>
  beforeSignIn.query<DemonstrationPerson[]>`
    select person_id as "personId", partnership_name as partnership, part, name, style, post, agency_name as agency from app.demonstration_people()`;
