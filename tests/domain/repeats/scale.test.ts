import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { owner, superuser } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { between } from "./document.ts";

/** 100,000 people in one partnership where the whole is proven; a fortieth of it otherwise. */
const whole = process.env.PROVE === "whole";
const people = whole ? 100_000 : 2_500;

let world: World;
beforeAll(async () => {
  world = await aPartnership();
  // names as they are spread in a town: a few very common ones, many rare; addresses of some four to a dwelling's street number
  for (let from = 0; from < people; from += 2_500) {
    await owner.query(
      `insert into repeat_keys select k.* from generate_series($2::int, $3::int) as g(n)
         cross join lateral (select (array['John','David','Sarah','Mohammed','Gurpreet','Katarzyna','Susan','Paul','Aisha','Siobhan','Rhys','Emma','Lee','Harjinder','Piotr','Margaret','William','Zainab','Conor','Dafydd'])[1 + floor(20 * power(abs(sin(n * 12.9898) * 43758.5453) - floor(abs(sin(n * 12.9898) * 43758.5453)), 1.7))::int] as given,
           (array['Smith','Khan','Singh','Kaur','Jones','Kowalski','Hussain','Taylor','O''Brien','Evans'])[1 + n % 10] as common, chr(65 + n % 26) || (array['ar','el','ol','un','ir'])[1 + n / 26 % 5] || (array['ding','cliffe','worth','ton','shaw','field','ley','by','ham','croft'])[1 + n / 130 % 10] as rare) w
         cross join lateral app.make_repeat_key(jsonb_populate_record(null::repeat_keys, jsonb_build_object('partnership_id', $1::uuid, 'source', (array['case','concern','referral'])[1 + n % 3], 'source_id', gen_random_uuid(), 'party_id', gen_random_uuid(), 'party_kind', 'person', 'found', true,
           'born_on', date '1940-01-01' + (n * 7919) % 25000, 'ward_id', $4::uuid, 'noted_on', date '2024-01-01' + n % 1000, 'patterns', array[]::text[])),
           w.given || ' ' || case when n % 3 = 0 then w.common else w.rare end, 1 + n % 97 || ' ' || chr(65 + n / 97 % 26) || (array['ald','irk','awth','enb','ast'])[1 + n / 2522 % 5] || (array['er','on','y','le'])[1 + n / 12610 % 4] || (array[' Road',' Street',' Close'])[1 + n % 3] || ', HF' || 1 + n % 9 || ' ' || n % 9 || chr(65 + n % 20) || chr(65 + n / 20 % 20)) k`,
      [world.partnershipId, from, Math.min(from + 2_499, people - 1), world.wardId],
    );
  }
  // as autovacuum would have left it
  await owner.query("vacuum analyze repeat_keys");
}, 1_800_000);

/** Records of one person each, among the others. */
const askers = async (many: number) =>
  (await owner.query<{ source: string; source_id: string }>("select source::text, source_id from repeat_keys where partnership_id = $1 order by party_id limit $2", [world.partnershipId, many])).rows;

test("who is like one person of very many is found by the indexes, and never by reading the table", async () => {
  const plans: string[] = [];
  const connection = await superuser.connect();
  const keep = (notice: { message?: string }) => void plans.push(notice.message ?? "");
  (connection as unknown as pg.Client).on("notice", keep);
  try {
    await connection.query("load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice; set client_min_messages = notice");
    const [asker] = await askers(1);
    await connection.query("set role casemoot_definer");
    await connection.query("select * from app.similar_records($1, $2::repeat_source, $3)", [world.partnershipId, asker?.source, asker?.source_id]);
  } finally {
    connection.release(true);
  }
  const plan = plans.find((text) => text.includes("repeat_keys o"));
  expect(plan).not.toContain("Seq Scan on repeat_keys");
  // of a few thousand any index will do
  const wanted = whole ? ["Bitmap Index Scan on repeat_keys_codes", "Bitmap Index Scan on repeat_keys_names"] : ["Bitmap Index Scan on repeat_keys"];
  for (const scan of wanted) expect(plan).toContain(scan);
});

test("what one question costs", { timeout: 600_000 }, async () => {
  const many = whole ? 200 : 20;
  const times: number[] = [];
  for (const { source, source_id } of [...(await askers(3)), ...(await askers(many))]) {
    const began = performance.now();
    await owner.query("select * from app.similar_records($1, $2::repeat_source, $3)", [world.partnershipId, source, source_id]);
    times.push(performance.now() - began);
  }
  const [, , , ...counted] = times;
  counted.sort((a, b) => a - b);
  const at = (share: number) => Math.round(counted[Math.min(counted.length - 1, Math.floor(counted.length * share))] ?? 0);
  const [size] = (await owner.query<{ keys: number; table: string; indexes: string }>("select count(*)::int as keys, pg_size_pretty(pg_relation_size('repeat_keys')) as table, pg_size_pretty(pg_indexes_size('repeat_keys')) as indexes from repeat_keys")).rows;
  expect(at(0.5)).toBeLessThan(2_000);
  if (!whole) return;
  const file = path.resolve(import.meta.dirname, "../../../docs/matching.md");
  const table = `One question about one person, among the keys of ${people.toLocaleString("en-GB")} people in one partnership (${counted.length} questions one after another, two shared cores):\n\n| middle | slowest twentieth | longest | table | indexes |\n| ---: | ---: | ---: | ---: | ---: |\n| ${at(0.5)} ms | ${at(0.95)} ms | ${at(1)} ms | ${size?.table} | ${size?.indexes} |\n\nIt is answered by \`repeat_keys_codes\` and \`repeat_keys_names\`, two GIN indexes that begin with the partnership; the table is never read from end to end.`;
  fs.writeFileSync(file, between(fs.readFileSync(file, "utf8"), "cost", table));
});
