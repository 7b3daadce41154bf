import { randomUUID } from "node:crypto";
import { owner } from "../../support/database.ts";
import type { Pair, Party } from "./labelled.ts";

export type Judged = Pair & { met: boolean; sure: number; person: number; spot: number; why: string[]; said: boolean };

const wards = Array.from({ length: 4 }, () => randomUUID());
const partnership = randomUUID();

/** What the matching says of each pair, as the two would stand in two records: whether they would meet at all, how sure it is and why. */
export async function judge(pairs: readonly Pair[]): Promise<Judged[]> {
  const one = (party: Party) => ({ kind: party.kind, name: party.name ?? null, born: party.bornOn ?? null, place: party.place ?? null, ward: wards[party.ward], patterns: party.patterns ?? null });
  const { rows } = await owner.query<{ n: number; met: boolean; sure: number; person: number; spot: number; why: string[] }>(
    `select p.n::integer as n, (a.codes && b.codes or similarity(a.name_said, b.name_said) >= 0.5 or similarity(a.place_said, b.place_said) >= 0.5) as met, l.sure, l.person, l.spot, l.why
     from jsonb_array_elements($1::jsonb) with ordinality as p(pair, n)
       cross join lateral app.make_repeat_key(jsonb_populate_record(null::repeat_keys, jsonb_build_object('partnership_id', $2::uuid, 'source', 'referral', 'source_id', gen_random_uuid(), 'party_kind', pair #>> '{a,kind}', 'born_on', pair #>> '{a,born}', 'ward_id', pair #>> '{a,ward}', 'noted_on', '2026-11-01',
         'patterns', app.patterns_in(pair #>> '{a,patterns}'))), pair #>> '{a,name}', pair #>> '{a,place}') a
       cross join lateral app.make_repeat_key(jsonb_populate_record(null::repeat_keys, jsonb_build_object('partnership_id', $2::uuid, 'source', 'case', 'source_id', gen_random_uuid(), 'party_kind', pair #>> '{b,kind}', 'born_on', pair #>> '{b,born}', 'ward_id', pair #>> '{b,ward}', 'noted_on', '2026-11-02',
         'patterns', app.patterns_in(pair #>> '{b,patterns}'))), pair #>> '{b,name}', pair #>> '{b,place}') b
       cross join lateral app.weigh(a, b) l order by p.n`,
    [JSON.stringify(pairs.map(({ a, b }) => ({ a: one(a), b: one(b) }))), partnership],
  );
  return rows.map(({ n, ...found }) => {
    const pair = pairs[n - 1] as Pair;
    const said = found.met && (pair.about === "person" ? found.person >= 2 : pair.about === "place" ? found.spot >= 2 : found.why.includes("pattern"));
    return { ...pair, ...found, said };
  });
}

export type Measured = { category: string; same: number; other: number; found: number; wrong: number; slight: number; precision: number; recall: number };

export function measure(judged: readonly Judged[], by: (pair: Judged) => string = ({ category }) => category): Measured[] {
  const groups = new Map<string, Judged[]>();
  for (const pair of judged) groups.set(by(pair), [...(groups.get(by(pair)) ?? []), pair]);
  return [...groups].map(([category, pairs]) => {
    const same = pairs.filter((pair) => pair.same);
    const found = same.filter(({ said }) => said).length;
    const wrong = pairs.filter((pair) => !pair.same && pair.said).length;
    const slight = same.filter((pair) => pair.met && pair.sure >= 1).length;
    return { category, same: same.length, other: pairs.length - same.length, found, wrong, slight, precision: found + wrong === 0 ? 1 : found / (found + wrong), recall: same.length === 0 ? 1 : found / same.length };
  });
}
