import { beforeEach, expect, test } from "vitest";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aMeeting, attends, later, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { state: "closed" });
  await owner.query("update meetings set closed_at = $2 where id = $1", [meeting.id, now]);
  for (const who of [people.chair, people.housing]) await attends(world, meeting, who);
});

const circulate = () => circulateMinutes(people.coordinator, { reference: meeting.reference, version: 1 }, now);
const open = (who: keyof World["people"], at = now) => viewMinutes(people[who], { reference: meeting.reference }, at);
const receipts = async () => (await owner.query<{ agency_id: string; person_id: string; opened_at: Date }>("select agency_id, person_id, opened_at from minute_receipts where meeting_id = $1", [meeting.id])).rows;

test("everybody round the table gets one mail: which minutes and where, and nothing of them; nobody of another forum", async () => {
  await circulate();
  const { rows } = await owner.query<{ person_id: string; facts: unknown }>("select person_id, facts from mails where partnership_id = $1 and template = 'minutes.circulated'", [world.partnershipId]);
  expect(new Set(rows.map((row) => row.person_id)).size).toBe(rows.length);
  for (const who of ["chair", "deputy", "coordinator", "housing", "police", "probation"] as const) expect(rows.map((row) => row.person_id)).toContain(people[who].personId);
  for (const who of ["northChair", "bystander", "governance"] as const) expect(rows.map((row) => row.person_id)).not.toContain(people[who].personId);
  expect(new Set(rows.map((row) => JSON.stringify(row.facts)))).toEqual(new Set(['{"meeting":"CEN-2026-12"}']));
});

test("the first opening by somebody of an agency is its receipt, and no later one", async () => {
  await circulate();
  await open("housing", later(5));
  await open("housing", later(6));
  await open("colleague", later(7));
  expect(await receipts()).toEqual([{ agency_id: people.housing.agencyId, person_id: people.housing.personId, opened_at: later(5) }]);
});

test("who holds the summary only opens them for their agency too", async () => {
  await circulate();
  expect((await open("probation"))?.summaryOnly).toBe(true);
  expect(await receipts()).toMatchObject([{ agency_id: people.probation.agencyId }]);
});

test("the draft leaves no receipt, and neither does somebody who finds no minutes", async () => {
  await open("chair");
  await circulate();
  await open("northChair");
  await open("governance");
  expect(await receipts()).toEqual([]);
});

test("the chair's office reads which agencies have opened them; members don't", async () => {
  await circulate();
  await open("housing", later(5));
  const seen = (await open("coordinator", later(9)))?.receipts;
  expect(seen?.find(({ agency }) => agency === "Housing")).toEqual({ agency: "Housing", opened: { at: later(5), by: "Zofia Nowak" } });
  expect(seen?.find(({ agency }) => agency === "Probation")).toEqual({ agency: "Probation", opened: null });
  expect((await open("housing"))?.receipts).toBeNull();
});

test("a receipt isn't written for somebody else, nor changed, by SQL as the application's role", async () => {
  await circulate();
  await open("housing");
  const values = [world.partnershipId, world.forums.CEN, meeting.id, people.police.agencyId, people.police.personId];
  for (const [sql, given] of [["insert into minute_receipts (partnership_id, forum_id, meeting_id, agency_id, person_id, opened_at) values ($1, $2, $3, $4, $5, now())", values], ["update minute_receipts set opened_at = now()", []], ["delete from minute_receipts", []]] as const) {
    const connection = await app.connect();
    try {
      await connection.query("begin");
      await connection.query("select app.enter($1, $2, $3)", [people.housing.personId, world.partnershipId, now]);
      await expect(connection.query(sql, [...given]), sql).rejects.toMatchObject({ code: "42501" });
    } finally {
      await connection.query("rollback");
      connection.release();
    }
  }
});
