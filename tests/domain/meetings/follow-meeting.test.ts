import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { followMeeting } from "@/domain/meetings/queries/follow-meeting.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import type { Change } from "@/platform/db/live.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, item, type Meeting } from "../minutes/arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let caseId: string;
const write = async (who: Actor, n: number, discussion = "Said.") => {
  const { rows } = await owner.query<{ version: number }>("select version from agenda_items where id = $1", [item(meeting, n).id]);
  return writeMinute(who, { itemId: item(meeting, n).id, version: rows[0]?.version, discussion, typing: "yes" });
};

/** Follows as somebody, and gives what they would be told of all that was heard since they were last asked. */
async function following(who: Actor, reference = meeting.reference) {
  let heard: (Change | null)[] = [];
  const found = await followMeeting(who, reference, (change) => void heard.push(change));
  if (!found) return null;
  onTestFinished(found.stop);
  return {
    told: async () => {
      for (let wait = 0; wait < 100 && heard.length === 0; wait += 1) await pause(20);
      await pause(60);
      const told = await found.told(who, heard);
      heard = [];
      return told;
    },
  };
}

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
  caseId = await aCase(world, "CEN-1");
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId }, "hotspots"] });
  for (const who of [people.chair, people.housing, people.police]) await attends(world, meeting, who);
});

describe("whoever follows a meeting", () => {
  test("hears that another wrote, and knows their own words by that", async () => {
    const [member, writer] = [await following(people.housing), await following(people.coordinator)];
    expect(await write(people.coordinator, 1)).toMatchObject({ ok: true });
    expect(await member?.told()).toEqual(["other"]);
    expect(await writer?.told()).toEqual(["own"]);
  });

  test("hears who signs, what is taken up and what is tasked", async () => {
    const member = await following(people.housing);
    await openItem(people.coordinator, { itemId: item(meeting, 3).id });
    expect(await member?.told()).toEqual(["other"]);
    await attends(world, meeting, people.probation);
    expect(await member?.told()).toEqual(["other"]);
  });

  test("hears nothing of another meeting", async () => {
    const other = await aMeeting(world, "CEN-2027-01", { startsAt: "2027-01-12T14:00:00Z" });
    const member = await following(people.housing, other.reference);
    await write(people.coordinator, 1);
    expect(await member?.told()).toEqual([]);
  });

  test("hears nothing of a case from which they are recused, silently or openly, not even that something was written", async () => {
    expect(await recusePerson(people.chair, { on: "CEN-1", personId: people.police.personId, how: "silent", reason: "A connection with the household" })).toMatchObject({ ok: true });
    const [shut, open] = [await following(people.police), await following(people.housing)];
    await write(people.coordinator, 2, "What is said of the case.");
    expect(await open?.told()).toEqual(["other"]);
    expect(await shut?.told()).toEqual([]);
    await write(people.coordinator, 3);
    expect(await shut?.told()).toEqual(["other"]);
  });

  test("is told nothing any more once their seat has ended", async () => {
    const member = await following(people.probation);
    await owner.query("update memberships set until_on = '2026-01-31' where person_id = $1", [people.probation.personId]);
    await write(people.coordinator, 1);
    expect(await member?.told()).toBeNull();
  });
});

test.each<[string, keyof World["people"]]>([["of another forum", "northMember"], ["with no seat", "bystander"], ["who administers", "administrator"]])("somebody %s has nothing to follow, as if there were no such meeting", async (_, who) => {
  expect(await following(people[who])).toBeNull();
  expect(await following(people.chair, "CEN-2099-01")).toBeNull();
});

test.each(["scheduled", "circulated"] as const)("a meeting that is %s isn't followed", async (state) => {
  const still = await aMeeting(world, `CEN-${state}`.toUpperCase(), { state, startsAt: "2027-03-09T14:00:00Z" });
  expect(await following(people.chair, still.reference)).toBeNull();
});
