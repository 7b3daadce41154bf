import { beforeAll, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewProjected } from "@/domain/minutes/queries/view-projected.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
const onTheWall = (who: keyof World["people"]) => viewProjected(people[who], { reference: meeting.reference }, later(5));

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-1") }, "hotspots", "actions"] });
  await attends(world, meeting, people.chair);
  await attends(world, meeting, people.housing);
  await writeMinute(people.coordinator, { itemId: item(meeting, 3).id, version: 1, discussion: "Mentioned Marjorie.", outcome: "noted" }, now);
  await openItem(people.coordinator, { itemId: item(meeting, 2).id }, now);
  expect(await addAction(people.chair, { itemId: item(meeting, 2).id, ownerId: people.housing.personId, wording: "Visit Marjorie", due: "2026-12-22", measure: "A note" }, now)).toMatchObject({ ok: true });
});

test("the wall shows the item being taken as its nameless twin says it, how many actions it has, and what comes next", async () => {
  expect(await onTheWall("coordinator")).toMatchObject({
    signed: 2, items: 4,
    item: { number: 2, case: { reference: "CEN-1", title: "Twin of CEN-1", summary: "Summary of CEN-1" }, actions: 1, openedAt: now },
    next: [{ number: 4 }, { number: 1 }],
  });
});

test("nothing of the case, of the notes or of any action stands on it, and looking is no opening of the case", async () => {
  const shown = JSON.stringify(await onTheWall("chair"));
  for (const word of ["Background", "Marjorie", "Visit", "Zofia", "A note"]) expect(shown).not.toContain(word);
  expect(await eventsOf(world, "case.opened")).toEqual([]);
});

test.each(["housing", "councillor", "northChair", "governance", "administrator"] as const)("%s puts nothing on a wall", async (who) => expect(await onTheWall(who)).toBeNull());

test("what is shut to whoever puts up the wall stays off it", async () => {
  expect(await recusePerson(people.chair, { on: "CEN-1", personId: people.coordinator.personId, how: "open", reason: "A connection with the household" }, later(1))).toMatchObject({ ok: true });
  const shown = await onTheWall("coordinator");
  expect(JSON.stringify(shown)).not.toContain("CEN-1");
  expect(shown).toMatchObject({ item: null });
});
