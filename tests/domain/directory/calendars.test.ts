import { beforeEach, describe, expect, test } from "vitest";
import { appoint } from "@/domain/directory/commands/appoint.ts";
import { endHolding } from "@/domain/directory/commands/end-holding.ts";
import { giveSeat } from "@/domain/directory/commands/seat.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { writtenOf } from "@/domain/mail/lifecycle.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import { writeMail } from "@/jobs/write-mail.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { asPerson, done, problem } from "../action-plan/arrange.ts";
import { now, onDay } from "./arrange.ts";

let world: World;
let people: World["people"];
let newcomer: Actor;
beforeEach(async () => {
  world = await aPartnership();
  ({ people } = world);
  newcomer = people.bystander;
  for (const day of ["2026-12-15", "2027-01-12", "2027-02-09"]) await plan(day);
  await owner.query("delete from mails where partnership_id = $1", [world.partnershipId]);
});

const plan = async (day: string) => done(await scheduleMeeting(people.coordinator, { forumId: world.forums.CEN, kind: "ordinary", on: onDay(day), at: "2pm", place: "Civic Centre, room 2" }, now)).reference;
const seat = (over: Record<string, unknown> = {}, by: Actor = people.administrator) => giveSeat(by, { personId: newcomer.personId, forumId: world.forums.CEN, agencyId: newcomer.agencyId, commits: "yes", core: "yes", from: onDay("2026-12-08"), until: "", ...over }, now);
type Mail = { person_id: string; template: string; facts: { meetings?: { reference: string }[]; meeting?: { reference: string } } };
const mailsOf = async (who: Actor) => (await owner.query<Mail>("select person_id, template, facts from mails where person_id = $1 order by made_at, template", [who.personId])).rows;
const told = async (who: Actor) => (await mailsOf(who)).map(({ template, facts }) => [template, ...(facts.meetings ?? [facts.meeting]).map((one) => one?.reference)]);
const held = async (table: string, who: Actor) => (await owner.query<{ id: string; version: number }>(`select id, version from ${table} where person_id = $1 order by from_on desc limit 1`, [who.personId])).rows[0];
const ends = async (kind: "seat" | "appointment", who: Actor, until: string | null, at = now) => {
  const found = await held(kind === "seat" ? "memberships" : "appointments", who);
  return endHolding(people.administrator, { kind, holdingId: found?.id, version: found?.version, when: until === null ? "at_once" : "on_a_day", ...(until ? { until: onDay(until) } : {}) }, at);
};

describe("whoever is seated later", () => {
  test("gets the meetings that are planned already, in one mail that names no one, with their entries", async () => {
    done(await seat());
    expect(await told(newcomer)).toEqual([["meeting.joined", "CEN-2026-12", "CEN-2027-01", "CEN-2027-02"]]);
    const [mail] = await mailsOf(newcomer);
    const written = writeMail(writtenOf({ template: mail?.template ?? "", facts: mail?.facts, link_id: null, link_purpose: null, link_ends_at: null }));
    expect(written.calendar).toMatchObject({ method: "PUBLISH" });
    expect(written.calendar?.content.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(`${written.subject}${written.text}${written.calendar?.content}`).not.toMatch(/Civic|CEN forum|Inparticular|Priya/);
  });

  test("gets only those within their seat, and none a second time by an office", async () => {
    done(await seat({ from: onDay("2026-12-20"), until: onDay("2027-01-31") }));
    expect(await told(newcomer)).toEqual([["meeting.joined", "CEN-2027-01"]]);
    done(await appoint(people.administrator, { personId: newcomer.personId, forumId: world.forums.CEN, office: "coordinator", capacity: "substantive", from: onDay("2026-12-08"), until: "" }, now));
    expect((await told(newcomer)).slice(1)).toEqual([["meeting.joined", "CEN-2026-12", "CEN-2027-02"]]);
  });

  test("gets nothing of what was cancelled, is over, or is another forum's; nobody else is written to", async () => {
    await owner.query("update meetings set state = 'cancelled', cancelled_at = now() where partnership_id = $1 and reference = 'CEN-2026-12'", [world.partnershipId]);
    await owner.query("update meetings set starts_at = '2026-11-01T14:00:00Z' where partnership_id = $1 and reference = 'CEN-2027-02'", [world.partnershipId]);
    done(await seat());
    done(await seat({ forumId: world.forums.NOR }));
    expect(await told(newcomer)).toEqual([["meeting.joined", "CEN-2027-01"]]);
    expect((await owner.query("select 1 from mails where partnership_id = $1", [world.partnershipId])).rowCount).toBe(1);
  });

  test("who may not seat them writes to nobody, and reads no calendar past the commands", async () => {
    for (const who of [people.chair, people.coordinator, people.housing, people.governance]) expect(problem(await seat({}, who)), who.name).toEqual({ kind: "forbidden", permission: "directory.appoint" });
    expect(await told(newcomer)).toEqual([]);
    const read = async (who: Actor) => (await asPerson(who, "select 1 from app.calendar_of($1, $2)", [people.housing.personId, world.forums.CEN], now)).rowCount;
    expect(await read(people.administrator)).toBe(3);
    for (const who of [people.housing, people.northChair, people.bystander, people.governance]) expect(await read(who), who.name).toBe(0);
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(await read(elsewhere.people.administrator)).toBe(0);
  });
});

describe("whoever goes", () => {
  test("gets the cancellation of the meetings after their last day, and of no others", async () => {
    done(await seat());
    done(await ends("seat", newcomer, "2027-01-20"));
    expect((await told(newcomer)).slice(1)).toEqual([["meeting.left", "CEN-2027-02"]]);
    const mail = (await mailsOf(newcomer)).at(-1);
    const written = writeMail(writtenOf({ template: mail?.template ?? "", facts: mail?.facts, link_id: null, link_purpose: null, link_ends_at: null }));
    expect(written.calendar).toMatchObject({ method: "CANCEL" });
    expect(written.calendar?.content).toMatch(/STATUS:CANCELLED/);
  });

  test("but not while another seat or office keeps them there", async () => {
    done(await ends("seat", people.coordinator, null));
    expect(await told(people.coordinator)).toEqual([]);
    done(await ends("appointment", people.coordinator, null));
    expect(await told(people.coordinator)).toEqual([["meeting.left", "CEN-2026-12", "CEN-2027-01", "CEN-2027-02"]]);
  });

  test("and a meeting that moves past their seat falls away for them, and comes to those who sit by then", async () => {
    done(await seat({ until: onDay("2027-01-15") }));
    const later = people.northMember;
    done(await seat({ personId: later.personId, agencyId: later.agencyId, from: onDay("2027-01-18") }));
    await owner.query("delete from mails where partnership_id = $1", [world.partnershipId]);
    const { rows } = await owner.query<{ version: number }>("select version from meetings where partnership_id = $1 and reference = 'CEN-2027-01'", [world.partnershipId]);
    done(await rescheduleMeeting(people.coordinator, { reference: "CEN-2027-01", version: rows[0]?.version, on: onDay("2027-01-19"), at: "2pm", place: "Civic Centre, room 2", reason: "The room is taken" }, now));
    expect(await told(newcomer)).toEqual([["meeting.cancelled", "CEN-2027-01"]]);
    expect(await told(later)).toEqual([["meeting.moved", "CEN-2027-01"]]);
    expect(await told(people.housing)).toEqual([["meeting.moved", "CEN-2027-01"]]);
  });
});
