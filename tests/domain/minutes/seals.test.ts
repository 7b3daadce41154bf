import { beforeAll, expect, test } from "vitest";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { addResolution } from "@/domain/minutes/commands/add-resolution.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { brokenSeals, sentenceOfSeals } from "../../../scripts/database/minute-seals.mjs";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { done } from "../action-plan/arrange.ts";
import { aMeeting, attends, item, later, type Meeting, versionOf } from "./arrange.ts";

// What confirming sealed is looked at again from outside the application: whoever alters a row as the owner is found by it.

let world: World;
const meetings: Meeting[] = [];
beforeAll(async () => {
  world = await aPartnership();
  const { chair, coordinator } = world.people;
  for (const [index, reference] of ["CEN-2026-09", "CEN-2026-10", "CEN-2026-12"].entries()) {
    const meeting = await aMeeting(world, reference, { items: ["register", "report", "last_minutes"], startsAt: `2026-${reference.slice(-2)}-08T14:00:00Z` });
    await attends(world, meeting, chair);
    const before = meetings.at(-1);
    if (before) done(await confirmMinutes(chair, { reference: before.reference, version: await versionOf("meetings", before.id), at: reference }, later(10 * index)));
    meetings.push(meeting);
    if (index === 2) continue;
    for (const n of [1, 2, 3]) done(await writeMinute(coordinator, { itemId: item(meeting, n).id, version: 1, outcome: "agreed", discussion: `Said on item ${n}.` }, later(10 * index + n)));
    done(await addResolution(coordinator, { itemId: item(meeting, 2).id, wording: "the report be noted" }, later(10 * index + 3)));
    done(await closeMeeting(chair, { reference, version: await versionOf("meetings", meeting.id) }, later(10 * index + 5)));
    done(await circulateMinutes(coordinator, { reference, version: await versionOf("meetings", meeting.id) }, later(10 * index + 6)));
  }
}, 240_000);

/** What verifying says after somebody with the owner's rights has done this; undone afterwards. */
async function after(...tampering: string[]) {
  const client = await owner.connect();
  try {
    await client.query("begin");
    for (const table of ["meetings", "minutes", "resolutions", "agenda_items"]) await client.query(`alter table ${table} disable trigger user`);
    for (const sql of tampering) expect((await client.query(sql)).rowCount, sql).toBeGreaterThan(0);
    const found = await brokenSeals(client);
    return sentenceOfSeals({ ...found, broken: found.broken.filter(({ partnership_id: id }) => id === world.partnershipId) });
  } finally {
    await client.query("rollback");
    client.release();
  }
}
const of = (index: number) => `'${meetings[index]?.id}'`;

test("untouched, all confirmed minutes are as they were sealed", async () => {
  expect(await after()).toMatch(/^The minutes of all [\d,]+ confirmed meetings are as they were sealed\.$/);
});

test.each([
  ["a word of a minute", () => `update minutes set discussion = 'Said otherwise.' where meeting_id = ${of(0)} and discussion like '%item 2%'`],
  ["an outcome", () => `update agenda_items set outcome = 'noted' where meeting_id = ${of(0)} and position = 2`],
  ["a number", () => `update agenda_items set minute_number = minute_number + 1 where meeting_id = ${of(0)} and position = 2`],
  ["a resolution", () => `update resolutions set wording = 'the report be refused' where meeting_id = ${of(0)}`],
  ["a resolution taken back", () => `update resolutions set withdrawn_at = now() where meeting_id = ${of(0)}`],
  ["the seal itself", () => `update meetings set minutes_hash = '\\x00' where id = ${of(0)}`],
])("%s altered by the owner names the meeting", async (_, sql) => {
  expect(await after(sql())).toBe(`The confirmed minutes of CEN-2026-09 (partnership ${world.partnershipId}) are no longer as they were sealed.`);
});

test("of several the one confirmed first is named, and the others after it", async () => {
  expect(await after(`update minutes set discussion = 'x' where meeting_id in (${of(0)}, ${of(1)})`)).toBe(`The confirmed minutes of CEN-2026-09 (partnership ${world.partnershipId}) are no longer as they were sealed. So are those of: CEN-2026-10.`);
});

test("a seal that is gone is told too, and minutes that nobody confirmed have none", async () => {
  expect(await after(`update meetings set minutes_hash = null where id = ${of(1)}`)).toBe(`The confirmed minutes of CEN-2026-10 (partnership ${world.partnershipId}) have no seal.`);
  expect(await after(`update agenda_items set title = 'x' where meeting_id = ${of(2)}`)).toMatch(/are as they were sealed/);
});

test("the application itself can't ask: it would read minutes that nobody showed it", async () => {
  for (const asked of ["app.verify_seals()", "app.count_seals()"]) await expect(app.query(`select * from ${asked}`)).rejects.toThrow(/permission denied/);
});
