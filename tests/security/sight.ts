import type { Actor } from "@/domain/kernel/actor.ts";
import { app, owner } from "../support/database.ts";
import type { Facts } from "./facts.ts";
import type { Sight } from "./model.ts";

/** What the database itself hands to this person by plain selects, as the application's role; and every case that any table so much as mentions. */
export type Seen = Sight & { mentioned: string[] };

const ofIds = (table: string, column: string, where = "true") => `(select coalesce(json_agg(${column} order by ${column}), '[]') from ${table} where ${where})`;
// one's own earlier acts are one's own, whatever became of the right to them
const ownActs = ["recusals", "interests", "reveals", "address_reveals", "withheld_address_readers", "withheld_shares"];

let mentions: string | undefined;
/** Every table with a case in it that the application may read, as the catalogue knows them. */
async function everyMention(): Promise<string> {
  if (mentions) return mentions;
  const { rows } = await owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.role_table_grants g on g.table_schema = c.table_schema and g.table_name = c.table_name
      and g.grantee = 'casemoot_app' and g.privilege_type = 'SELECT' where c.table_schema = 'public' and c.column_name = 'case_id' order by 1`);
  mentions = rows.map(({ name }) => `select case_id from ${name} where case_id is not null${ownActs.includes(name) ? " and person_id <> (select app.person())" : ""}`).join(" union ");
  return mentions;
}

export async function seenBy({ personId, partnershipId }: Actor, facts: Facts, now: Date): Promise<Seen> {
  const at = now.toISOString();
  const enter = `select app.enter('${personId}', '${partnershipId}', '${at}')`;
  const plain = `select json_build_object('cases', ${ofIds("cases", "id")}, 'twins', ${ofIds("case_twins", "case_id")}, 'actions', ${ofIds("actions", "id")}, 'contents', ${ofIds("case_contents", "case_id")},
    'minutes', ${ofIds("minutes", "item_id")}, 'wordings', ${ofIds("action_wordings", "action_id")}, 'shown', ${ofIds("protected_particulars", "subject_id")}, 'addresses', ${ofIds("withheld_addresses", "subject_id")},
    'mentioned', (select coalesce(json_agg(distinct case_id), '[]') from (${await everyMention()} union select c.id from unnest('{${facts.cases.map(({ id }) => id).join(",")}}'::uuid[]) as c(id)
      where exists (select from app.meetings_of_case(c.id)) or exists (select from app.who_was_told(c.id)) or exists (select from app.disclosures_made(c.id))) m)) as seen`;
  const tries = [
    ...facts.cases.map(({ id, forum }) => `insert into reveals (id, partnership_id, forum_id, case_id, person_id, reason, revealed_at, ends_at)
      values (gen_random_uuid(), '${partnershipId}', '${forum}', '${id}', '${personId}', 'To see whether it opens', '${at}', '${at}'::timestamptz + interval '15 minutes')`),
    ...facts.subjects.map(({ id, case: of }) => `insert into address_reveals (id, partnership_id, forum_id, case_id, subject_id, person_id, reason, revealed_at, ends_at)
      select gen_random_uuid(), '${partnershipId}', '${facts.cases.find((each) => each.id === of)?.forum}', '${of}', '${id}', '${personId}', 'To see whether it opens', '${at}', '${at}'::timestamptz + interval '15 minutes'`),
  ].map((sql) => `begin ${sql}; exception when insufficient_privilege then null; end;`);
  const client = await app.connect();
  try {
    const answers = (await client.query(
      `begin; ${enter}; ${plain}; do $try$ begin ${tries.join("\n")} end $try$;
       select json_build_object('shownOnAsking', ${ofIds("protected_particulars", "subject_id")}, 'addressesOnAsking', ${ofIds("withheld_addresses", "subject_id")}) as seen; rollback`,
    )) as unknown as { rows: { seen: Record<string, string[]> }[] }[];
    return Object.assign({}, answers[2]?.rows[0]?.seen, answers[4]?.rows[0]?.seen) as Seen;
  } finally {
    client.release();
  }
}
