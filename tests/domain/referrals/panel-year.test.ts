import { beforeAll, expect, test } from "vitest";
import { takeReferral } from "@/domain/referrals/commands/take-referral.ts";
import { proposeAgenda } from "@/domain/meetings/queries/propose-agenda.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aMeetingOn, daysLater, now } from "../cases/arranged.ts";
import { aReferral, done, type Row, versionOf } from "./arrange.ts";

// "Seven MARP meetings and two extra-ordinary meetings … 24 high risk victims … four locations": a panel's year, from referrals to decisions, counted from what is stored.

let world: World;
let row: Row;
const taken: { id: string; reference: string }[] = [];
const take = async (over: Parameters<typeof aReferral>[2]) => {
  const reference = await aReferral(world, row, { start: { forumId: world.forums.MARP }, gateways: { recipients: [world.agencies.police] }, ...over });
  const matter = { title: "Young person met by adults", summary: "A young person is met by adults.", wardId: "", involvesChildren: over?.matter?.involvesChildren ?? "" };
  const { caseReference } = done(await takeReferral(world.people.marpChair, { reference, version: await versionOf(world, reference), ...matter, reason: "The panel takes it.", heard: "next" }, now));
  const { rows } = await owner.query<{ id: string }>("select id from cases where partnership_id = $1 and reference = $2", [world.partnershipId, caseReference]);
  taken.push({ id: rows[0]?.id ?? "", reference: caseReference });
};
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
  const places = ["The hotel", "The food outlet", "The amusements", "The car park"];
  for (const label of places) await take({ start: { forumId: world.forums.MARP, subjectType: "location" }, matter: { involvesChildren: "" }, people: [{ role: "location", label, name: "", bornOn: "", address: "2 Weir Row", telephone: "", safeContact: "" }] });
  for (let n = 0; n < 24; n += 1) await take({ matter: { involvesChildren: "yes" }, people: [{ name: `Young Person${"abcdefghijklmnopqrstuvwxyz"[n]}`, bornOn: `2011-0${1 + (n % 9)}-11` }] });
}, 180_000);

test("the draft agenda of the panel's next meeting has all of them, children first", async () => {
  await insert("meetings", { id: "00000000-0000-4000-8000-00000000aaaa", partnership_id: world.partnershipId, forum_id: world.forums.MARP, reference: "MARP-2026-12", kind: "ordinary", state: "scheduled", starts_at: daysLater(12), place: "Town hall", limit_minutes: 120 });
  const lines = await transact({ ...world.people.marpChair, now }, (tx) => proposeAgenda(tx, { id: "00000000-0000-4000-8000-00000000aaaa", forumId: world.forums.MARP, startsAt: daysLater(12) } as Parameters<typeof proposeAgenda>[1]));
  const cases = lines.filter(({ kind }) => kind === "case").map((line) => (line.case as { involvesChildren: boolean } | null)?.involvesChildren);
  expect(cases).toEqual([...Array<boolean>(24).fill(true), ...Array<boolean>(4).fill(false)]);
});

test("a panel can say of a period how often it met, and how many people at high risk and places it considered", async () => {
  for (const [index, found] of taken.entries()) {
    const meeting = await aMeetingOn(world, found, { state: "closed", closed_at: now, forumId: world.forums.MARP });
    await owner.query("update meetings set kind = $2 where id = $1", [meeting.id, index % 14 === 0 ? "extraordinary" : "ordinary"]);
  }
  const { rows } = await owner.query(`
    select t.subject_type as about, k.risk, count(distinct c.id)::int as considered from cases c join case_twins t on t.case_id = c.id join case_contents k on k.case_id = c.id
      join agenda_items i on i.case_id = c.id join meetings m on m.id = i.meeting_id and m.closed_at is not null
    where c.partnership_id = $1 and c.forum_id = $2 group by 1, 2 order by 1, 2`, [world.partnershipId, world.forums.MARP]);
  expect(rows).toEqual([{ about: "victim", risk: "high", considered: 24 }, { about: "location", risk: "high", considered: 4 }]);
  const { rows: held } = await owner.query("select kind, count(*)::int as held from meetings where partnership_id = $1 and forum_id = $2 and closed_at is not null group by 1 order by 1", [world.partnershipId, world.forums.MARP]);
  expect(held).toEqual([{ kind: "ordinary", held: 26 }, { kind: "extraordinary", held: 2 }]);
});
