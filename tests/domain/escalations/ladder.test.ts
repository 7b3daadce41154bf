import { beforeAll, expect, test } from "vitest";
import { addBoard, changeBoard, keepLadder } from "@/domain/escalations/commands/keep-ladder.ts";
import { viewComposer } from "@/domain/escalations/queries/view-composer.ts";
import { viewLadder } from "@/domain/escalations/queries/view-ladder.ts";
import { owner } from "../../support/database.ts";
import { aPartnership } from "../../support/world.ts";
import { aCase, eventsOf } from "../cases/arranged.ts";
import { type Boarded, compose, days, done, sentAt, withBoards } from "./arrange.ts";

let world: Boarded;
beforeAll(async () => void (world = await withBoards(await aPartnership())));
const versionOf = async (forum: string) => (await owner.query<{ version: number }>("select l.version from ladder_places l join forums f on f.id = l.forum_id where f.partnership_id = $1 and f.code = $2", [world.partnershipId, forum])).rows[0]?.version ?? 0;
const keep = async (over: { forum?: string } & Record<string, unknown>, who = world.people.administrator) => {
  const forum = over.forum ?? "CEN";
  return keepLadder(who, { forum, version: await versionOf(forum), to: "", cycleDays: "", ...over }, sentAt);
};

test("the administrator says which board is next, and the trail keeps it", async () => {
  expect(await keep({ forum: "NOR", to: `board:${world.board}` })).toMatchObject({ ok: true });
  expect((await eventsOf(world, "ladder.changed")).at(-1)).toMatchObject({ person_id: world.people.administrator.personId, reference: "NOR", particulars: { boardId: world.board } });
  expect((await viewLadder(world.people.administrator, {}, sentAt))?.forums.find(({ code }) => code === "NOR")).toMatchObject({ toName: "Performance and Delivery Board", version: 1 });
});

test("nobody else keeps the ladder: directory.keepLadder", async () => {
  for (const who of ["chair", "coordinator", "governance", "marpChair"] as const) {
    expect(await keep({ to: `board:${world.board}` }, world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "directory.keepLadder" } });
    expect(await viewLadder(world.people[who], {}, sentAt)).toBeNull();
  }
  expect(await keepLadder((await aPartnership("Safer Elsewhere")).people.administrator, { forum: "PDB", version: 1, to: "", cycleDays: "" }, sentAt)).toMatchObject({ problem: { kind: "notFound" } });
});

test("a ladder leads up: it never comes back, and leads to boards alone", async () => {
  expect(await keep({ forum: "SHB", to: `board:${world.board}` })).toMatchObject({ problem: { kind: "refused", rule: "ladder.goesRound" } });
  expect(await keep({ forum: "PDB", to: `board:${world.board}` })).toMatchObject({ problem: { rule: "ladder.goesRound" } });
  expect(await keep({ forum: "NOR", to: `board:${world.forums.MARP}` })).toMatchObject({ problem: { kind: "invalid" } });
  expect(await keep({ forum: "CEN", cycleDays: "30" })).toMatchObject({ problem: { kind: "invalid", fields: { cycleDays: [expect.any(String)] } } });
  await expect(owner.query("insert into ladder_places (partnership_id, forum_id, next_board_id) values ($1, $2, $3)", [world.partnershipId, world.higher, world.board])).rejects.toThrow(/leads up/);
});

test("of two who change it at once, one is told", async () => {
  const version = await versionOf("CEN");
  const input = { forum: "CEN", version, to: `board:${world.board}`, cycleDays: "" };
  const outcomes = await Promise.all([keepLadder(world.people.administrator, input, sentAt), keepLadder(world.people.administrator, input, sentAt)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, problem: { kind: "stale" } });
});

test("another board has a secretary of the directory, and can be sent to until it is ended", async () => {
  const board = { name: "Health and Wellbeing Board", secretaryId: world.people.probation.personId, cycleDays: "60" };
  const { boardId } = done(await addBoard(world.people.administrator, board, sentAt));
  expect(await addBoard(world.people.chair, board, sentAt)).toMatchObject({ problem: { kind: "forbidden" } });
  expect(await addBoard(world.people.administrator, { ...board, secretaryId: "00000000-0000-4000-8000-000000000000" }, sentAt)).toMatchObject({ problem: { kind: "invalid" } });
  const found = await aCase(world, {}, world.people.coordinator, days(-30));
  const composer = await viewComposer(world.people.chair, { caseReference: found.reference, actionReference: null, concernReference: null, draftId: null, itemId: null }, sentAt);
  expect(composer?.boards.map(({ name, isNext, cycleDays }) => [name, isNext, cycleDays])).toEqual([["Performance and Delivery Board", true, 30], ["Health and Wellbeing Board", false, 60], ["Safer Testham Board", false, 31]]);
  expect(await compose(world, world.people.chair, found, { to: `external:${boardId}` })).toMatchObject({ ok: true });
  done(await changeBoard(world.people.administrator, { boardId, version: 1, ...board, ended: "yes" }, sentAt));
  expect(await compose(world, world.people.chair, found, { to: `external:${boardId}` })).toMatchObject({ problem: { kind: "refused", rule: "escalation.boardOver" } });
});
