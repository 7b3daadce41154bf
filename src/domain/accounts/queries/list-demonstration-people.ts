import { beforeSignIn } from "@/platform/db/client.ts";

export type DemonstrationPerson = { personId: string; partnership: string; name: string; style: string | null; post: string; agency: string };

/** The people one may sign in as with a button: those of a demonstration, and in any other partnership nobody. */
export const listDemonstrationPeople = () =>
  beforeSignIn.query<DemonstrationPerson[]>`
    select person_id as "personId", partnership_name as partnership, name, style, post, agency_name as agency from app.demonstration_people()`;
