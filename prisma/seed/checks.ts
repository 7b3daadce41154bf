import type pg from "pg";
import { marksOf, namedIn } from "../../src/domain/cases/rules.ts";

/** What must be true of the demonstration once it is made; says what was made, or throws with what is wrong. */
export async function checkStory(owner: pg.Client, partnershipId: string): Promise<string[]> {
  await verifyAudit(owner);
  await findNames(owner);
  await findBlanks(owner);
  return count(owner, partnershipId);
}

async function verifyAudit(owner: pg.Client) {
  const { rows } = await owner.query<{ ok: boolean; first_bad: string | null; reason: string | null }>("select ok, first_bad, reason from app.verify_audit_chain()");
  const broken = rows.find((row) => !row.ok);
  if (broken || rows.length < 2) throw new Error(`the audit is broken at event ${broken?.first_bad}: ${broken?.reason}`);
  const { rows: backwards } = await owner.query("select seq from (select seq, occurred_at < lag(occurred_at) over (partition by partnership_id order by seq) as back from audit_events) e where back limit 1");
  if (backwards[0]) throw new Error("the audit runs backwards in time");
}

/** No nameless title, summary or wording holds a word by which its case's people or places would be known. */
async function findNames(owner: pg.Client) {
  const { rows: places } = await owner.query<{ name: string }>("select name from wards union select name from areas union select unnest(string_to_array(name, ' ')) from partnerships");
  const { rows } = await owner.query<{ reference: string; nameless: string; name: string | null; bornOn: string | null; address: string | null; safeContact: string | null }>(`
    select c.reference, t.title || '.' || E'\\n' || t.summary || '.' || E'\\n' || coalesce((select string_agg(a.nameless_wording, '.' || E'\\n') from actions a where a.case_id = c.id), '') as nameless,
      p.name, p.born_on::text as "bornOn", p.address, p.safe_contact as "safeContact"
    from cases c join case_twins t on t.case_id = c.id join protected_particulars p on p.case_id = c.id`);
  for (const { reference, nameless, ...who } of rows) {
    const named = namedIn(nameless, marksOf(who), places.map((place) => place.name));
    if (named.length > 0) throw new Error(`nameless words of ${reference} name someone: ${named.join(", ")}`);
  }
}

/** Nothing that was to be filled in stands empty. */
async function findBlanks(owner: pg.Client) {
  const { rows } = await owner.query<{ words: string }>(`
    select words from (select discussion as words from minutes union all select wording || measure from action_wordings union all select note from action_steps) w where words ~ '[{}]' limit 1`);
  if (rows[0]) throw new Error(`words were not filled in: ${rows[0].words}`);
}

async function count(owner: pg.Client, partnershipId: string): Promise<string[]> {
  const one = async (sql: string) => (await owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [partnershipId])).rows[0]?.n ?? 0;
  const { rows } = await owner.query<{ state: string; n: number }>(
    `select case when state = 'incomplete' then incomplete_kind::text else state::text end as state, count(*)::int as n from actions where partnership_id = $1 group by 1 order by 2 desc`, [partnershipId]);
  return [
    `Meetings held: ${await one("meetings where partnership_id = $1 and closed_at is not null")}, items minuted: ${await one("minutes where partnership_id = $1")}, cases: ${await one("cases where partnership_id = $1")}, signatures: ${await one("sign_ins where partnership_id = $1")}.`,
    `Concerns: ${await one("concerns where partnership_id = $1")}, of which ${await one("concerns where partnership_id = $1 and state = 'raised'")} wait, ${await one("concerns where partnership_id = $1 and state = 'answered'")} are answered and ${await one("concern_tellings where partnership_id = $1")} were told to residents.`,
    `Actions: ${rows.reduce((sum, row) => sum + row.n, 0)} (${rows.map(({ state, n }) => `${state.replaceAll("_", " ")} ${n}`).join(", ")}).`,
  ];
}
