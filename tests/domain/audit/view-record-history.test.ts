import { beforeAll, expect, test } from "vitest";
import { viewRecordHistory } from "@/domain/audit/queries/view-record-history.ts";
import { can } from "@/domain/kernel/policy.ts";
import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import { aPartnership, type World } from "../../support/world.ts";

let world: World;
const reference = "CEN-2027-03";
const now = new Date("2026-11-21T10:00:00Z");
beforeAll(async () => {
  world = await aPartnership();
  const raw = { forumId: world.forums.CEN, kind: "ordinary", on: { day: "9", month: "3", year: "2027" }, at: "2pm", place: "Civic Centre" };
  expect(await scheduleMeeting(world.people.coordinator, raw, now)).toMatchObject({ ok: true });
});

test("the chair's office reads what was done with a meeting of its forum", async () => {
  const events = await viewRecordHistory(world.people.chair, { record: "meeting", reference });
  expect(events?.map(({ event, by, reference: of }) => ({ event, by, of }))).toEqual([{ event: "meeting.scheduled", by: "Priya Nandra", of: reference }]);
});

test.each(["housing", "councillor", "northChair", "governance", "bystander"] as const)("%s finds no history of it, as of one that is not there", async (who) => {
  expect(await viewRecordHistory(world.people[who], { record: "meeting", reference })).toBeNull();
  expect(await viewRecordHistory(world.people[who], { record: "action", reference: "CEN-1-1" })).toBeNull();
});

test("the permission is the chair's office's alone", () => {
  const standing = { present: true, memberships: [], partnershipOffices: [], vacantChairs: [] };
  const about = { forumId: world.forums.CEN };
  expect(can({ ...standing, appointments: [{ forumId: world.forums.CEN, office: "coordinator", capacity: "substantive" }] }, "history.read", about)).toBe(true);
  expect(can({ ...standing, appointments: [{ forumId: world.forums.NOR, office: "chair", capacity: "substantive" }] }, "history.read", about)).toBe(false);
});
