import { beforeEach, expect, test } from "vitest";
import { appoint } from "@/domain/directory/commands/appoint.ts";
import { endHolding } from "@/domain/directory/commands/end-holding.ts";
import { viewForum } from "@/domain/directory/queries/view-forum.ts";
import { viewTerms } from "@/domain/terms/queries/view-terms.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { aBoard, type Board, held, items, meets, moment, opened } from "../forward-plan/arrange.ts";
import { aCase, done } from "../meetings/arrange.ts";

// Rule 31: an appointment says who proposed it, who seconded, and at which minute it was made; an interim one has an end.

const november = moment("2026-11-02");
const december = moment("2026-12-08");
let board: Board;
let people: Board["people"];
beforeEach(async () => {
  board = await aBoard(await aPartnership());
  people = board.people;
});
const day = (on: string) => ({ day: String(Number(on.slice(8))), month: String(Number(on.slice(5, 7))), year: on.slice(0, 4) });
const choose = (over: Record<string, unknown> = {}, by = people.administrator, now = december) =>
  appoint(by, { personId: people.police.personId, forumId: board.id, office: "deputy", capacity: "interim", from: day("2026-12-09"), until: day("2027-03-08"), proposedBy: "Head of learning", secondedBy: "Cllr Hinchliffe", meeting: "", item: "", ...over }, now);
const invalid = (field: string) => ({ ok: false, problem: { kind: "invalid", fields: { [field]: [expect.any(String)] } } });
const made = async (who = people.councillor, now = moment("2026-12-10")) => (await viewTerms(who, "SHB", now))?.offices.find(({ personId }) => personId === people.police.personId)?.made;

test("who proposed and seconded, and at which meeting, stands with the appointment; its minute once that has a number", async () => {
  const reference = await meets(board, "2026-12-08", november);
  const found = await opened(board, reference, december);
  const number = found.findIndex(({ kind }) => kind === "other_business") + 1;
  done(await choose({ meeting: reference.toLowerCase(), item: String(number) }));
  expect(await made(people.councillor, december)).toEqual({ proposedBy: "Head of learning", secondedBy: "Cllr Hinchliffe", meeting: reference, minute: null });
  await owner.query("update agenda_items set minute_number = position, minute_year = 2026 where forum_id = $1", [board.id]);
  expect(await made()).toEqual({ proposedBy: "Head of learning", secondedBy: "Cllr Hinchliffe", meeting: reference, minute: `SHB ${number}/26` });
  const kept = await viewForum(people.administrator, "SHB", moment("2026-12-10"));
  expect(kept?.offices.find(({ personId }) => personId === people.police.personId)).toMatchObject({ capacity: "interim", until: "2027-03-08", made: { meeting: reference, minute: `SHB ${number}/26` } });
});

test("without any of it, as before; ended, what it says of how it was made stands", async () => {
  done(await choose({ proposedBy: "", secondedBy: "" }));
  expect(await made()).toEqual({ proposedBy: null, secondedBy: null, meeting: null, minute: null });
  const { rows } = await owner.query<{ id: string; version: number }>("select id, version from appointments where person_id = $1 and forum_id = $2", [people.police.personId, board.id]);
  done(await endHolding(people.administrator, { kind: "appointment", holdingId: rows[0]?.id, version: rows[0]?.version, when: "on_a_day", until: day("2027-01-31") }, december));
  await expect(owner.query("update appointments set proposed_by = 'Somebody else' where id = $1", [rows[0]?.id])).rejects.toThrow();
});

test("refused: a seconder without a proposer, half a place, a draft, another forum's item, a case, a number that isn't there", async () => {
  const draft = await meets(board, "2026-12-08", november);
  expect(await choose({ proposedBy: "" })).toMatchObject(invalid("proposedBy"));
  expect(await choose({ item: "2" })).toMatchObject(invalid("meeting"));
  expect(await choose({ meeting: draft })).toMatchObject(invalid("item"));
  expect(await choose({ meeting: draft, item: "1" })).toMatchObject(invalid("item"));
  await held(board, draft, december);
  for (const item of ["99", "two", "0"]) expect(await choose({ meeting: draft, item })).toMatchObject(invalid("item"));
  const found = await aCase(board.world, {}, people.coordinator, november);
  const cen = await meets({ ...board, id: board.world.forums.CEN }, "2026-12-09", november);
  const ofCen = await opened({ ...board, id: board.world.forums.CEN }, cen, moment("2026-12-09"));
  for (const n of ofCen.keys()) expect(await choose({ meeting: cen, item: String(n + 1) }), `item ${n + 1} of another forum`).toMatchObject(invalid("item"));
  const number = (await owner.query<{ n: number }>("select position as n from agenda_items where case_id = $1", [found.id])).rows[0]?.n;
  expect(await choose({ forumId: board.world.forums.CEN, meeting: cen, item: String(number) })).toMatchObject(invalid("item"));
  expect((await choose({ meeting: draft, item: "2" }, people.chair)).ok).toBe(false);
});

test("whoever is shut out of that item, and whoever sits elsewhere, reads nothing of it", async () => {
  const reference = await meets(board, "2026-12-08", november);
  await held(board, reference, december);
  done(await choose({ meeting: reference, item: "2" }));
  const [, second] = await items(board.world, reference);
  const at = (who = people.councillor) => transact({ ...who, now: moment("2026-12-10") }, (tx) => tx.$queryRaw<unknown[]>`select w.* from appointments a cross join lateral app.appointed_at(a.id) w where a.forum_id = ${board.id}::uuid`);
  expect(await at()).toMatchObject([{ meeting: reference, minute_number: 2 }]);
  expect([await at(people.probation), await at(people.bystander)]).toEqual([[], []]);
  await insert("recusals", { id: crypto.randomUUID(), partnership_id: board.world.partnershipId, forum_id: board.id, item_id: second?.id, person_id: people.councillor.personId, silent: true, reason: "Family", decided_by_id: people.chair.personId, decided_at: "2026-12-08T12:00:00Z" });
  expect(await at()).toEqual([]);
  expect(await made()).toMatchObject({ meeting: null, minute: null });
  expect(await transact({ ...people.chair, now: december }, (tx) => tx.$queryRaw`select app.appointing_item(${board.id}::uuid, ${reference}, 2) as id`)).toEqual([{ id: null }]);
});
