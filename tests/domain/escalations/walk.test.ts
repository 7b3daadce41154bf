import { expect, test } from "vitest";
import { escalateConcern } from "@/domain/concerns/commands/escalate-concern.ts";
import { answerEscalation, receiveEscalation, returnEscalation, writeAnswer } from "@/domain/escalations/commands/board-acts.ts";
import { closeEscalation, withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { listEscalations } from "@/domain/escalations/queries/list-escalations.ts";
import { remindOfEscalations } from "@/domain/escalations/remind.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addDays, asDate, type Day, dayOf, daysBetween, instantOf } from "@/domain/kernel/dates.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { cancelMeeting } from "@/domain/meetings/commands/cancel-meeting.ts";
import { listEscalation } from "@/domain/meetings/commands/list-escalation.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import { chanceFrom } from "../../support/chance.ts";
import { owner } from "../../support/database.ts";
import { aPartnership } from "../../support/world.ts";
import { aCase } from "../cases/arranged.ts";
import { aRaised } from "../concerns/arrange.ts";
import { scheduled, seen } from "../meetings/arrange.ts";
import { aDraft, anAction, type Boarded, closeBoard, days, done, held, minutes, openBoard, rowOf, withBoards } from "./arrange.ts";
import { type Act, acts, alarms, answerTo, leadsTo, mayDo, type Modelled, reminds, type Role, roles } from "./model.ts";

// What is handed to a board, at random over two years and their clock changes: after each act, what was answered, where it stands, what its tracker counts and whether it
// alarms are compared with the rules written down a second time. `npm run prove -- escalations` walks thousands of acts; the tests take a seeded sample.
const isWhole = process.env.PROVE === "whole";
const seeds = process.env.PROVE_SEED ? [Number(process.env.PROVE_SEED)] : isWhole ? Array.from({ length: 20 }, (_, i) => 700 + i) : [70];
const many = isWhole ? 150 : 50;
const start = new Date("2026-02-10T09:00:00Z");
const holidays = new Set(["2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28", "2028-01-03"]);

const actorOf = ({ people, boardCoordinator }: Boarded, role: Role): Actor => ({ chair: people.chair, coordinator: people.coordinator, boardChair: people.marpChair, boardCoordinator, boardMember: people.marpMember, outsider: people.northChair })[role];
const answerOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "ok" : outcome.problem.kind);
const isFree = (day: Day) => [0, 6].includes(asDate(day).getUTCDay()) || holidays.has(day);
const workingOn = (day: Day): Day => (isFree(day) ? workingOn(addDays(day, 1)) : day);
const parts = (day: Day) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) });

async function run(world: Boarded, reference: string, act: Act, who: Actor, meeting: string, at: Date): Promise<Outcome<unknown>> {
  const form = await held(world, reference);
  const reason = "Something has to be tried first";
  const sent: Record<Act, () => Promise<Outcome<unknown>>> = {
    receive: () => receiveEscalation(who, form, at),
    list: () => listEscalation(who, { ...form, meeting }, at),
    answer: () => answerEscalation(who, { ...form, words: "From March.", safeWords: "" }, at),
    return: () => returnEscalation(who, { ...form, reason }, at),
    withdraw: () => withdrawEscalation(who, { ...form, reason }, at),
    close: () => closeEscalation(who, { ...form, note: "Done.", safeWords: "" }, at),
  };
  return sent[act]();
}

/** What holds of everything that was handed up, at any moment, read as the owner of the tables. */
async function broken(world: Boarded): Promise<string[]> {
  const { rows } = await owner.query<{ reference: string; what: string }>(
    `select e.reference, what from escalations e cross join lateral (
        select 'is nobody''s' as what where e.holder_id is null
        union all select 'is open without a day by which it stands on an agenda' where e.ended_at is null and e.list_by is null
        union all select 'is listed on no item of a meeting of its board that is still to be closed' where e.state = 'listed' and not exists (select 1 from agenda_items i join meetings m on m.id = i.meeting_id
          where i.id = e.item_id and i.escalation_id = e.id and m.forum_id = e.board_id and m.state in ('scheduled', 'published', 'in_session'))
        union all select 'stands on an agenda and isn''t listed' where e.state in ('sent', 'received') and e.listed_on is not null
        union all select 'is answered without an answer' where e.state in ('answered', 'closed') and not exists (select 1 from escalation_answers a where a.escalation_id = e.id and a.given_at is not null)
        union all select 'has another last step than its state' where e.state <> (select case s.kind when 'unlisted' then 'received' else s.kind::text end::escalation_state from escalation_steps s where s.escalation_id = e.id
          order by s.taken_at desc, array_position(array['sent', 'received', 'listed', 'unlisted', 'heard', 'answered', 'returned', 'closed', 'withdrawn'], s.kind::text) desc limit 1)
        union all select 'is of a concern that waits or is answered otherwise' where e.ended_at is null and exists (select 1 from escalation_origins o join concerns c on c.id = o.concern_id where o.escalation_id = e.id and c.state <> 'escalated')
        union all select 'has left its concern without a next step' where e.state in ('returned', 'withdrawn') and exists (select 1 from escalation_origins o join concerns c on c.id = o.concern_id where o.escalation_id = e.id and c.state <> 'raised')) found
      where e.partnership_id = $1`,
    [world.partnershipId],
  );
  return rows.map(({ reference, what }) => `${reference} ${what}`);
}

test.each(seeds)("walk %i: every escalation answers as the rules say, and stands where they leave it", async (seed) => {
  const world = await withBoards(await aPartnership(`Safer Boards ${seed}`));
  const { chair, coordinator, marpChair } = world.people;
  const chance = chanceFrom(seed);
  let at = start;
  let meeting: { reference: string; on: Day } | null = null;
  const all = new Map<string, Modelled>();
  const counts: Record<string, number> = {};
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);

  async function send(): Promise<void> {
    const kind = chance.of(["case", "action", "concern"] as const) ?? "case";
    const found = await aCase(world, {}, coordinator, at);
    const origin = kind === "concern" ? { caseReference: "", concernReference: (await aRaised(world, { surgeryOn: parts(dayOf(at)) }, world.people.councillor, at)).reference }
      : kind === "action" ? { caseReference: "", actionReference: await anAction(world, found, world.people.police) } : {};
    const { reference } = done(await (kind === "concern" ? escalateConcern : sendEscalation)(chair, await aDraft(world, found, { ...origin, asked: "Two officers.", given: "It is known.", tried: "Letters." }, chair, at), at));
    const { cycle_days: cycle, list_by: listBy } = await rowOf(world, reference);
    const sentOn = dayOf(at);
    expect(listBy).toBe(workingOn(addDays(sentOn, cycle)));
    all.set(reference, { kind, state: "sent", listBy, cycle, listedOn: null, remindedOn: null, sentOn, firstListed: null, answeredOn: null });
  }
  const change = (reference: string, more: Partial<Modelled>) => all.set(reference, { ...(all.get(reference) as Modelled), ...more });
  /** Everything that was received is on the agenda of a meeting whose draft is written down. */
  function listAllReceived(on: Day): void {
    for (const [reference, { state }] of all) if (state === "received") change(reference, { state: "listed", listedOn: on, firstListed: dayOf(at) });
  }
  async function plan(): Promise<{ reference: string; on: Day }> {
    const on = workingOn(addDays(dayOf(at), 8 + chance.below(30)));
    return { reference: await scheduled(world, { forumId: world.board, kind: "extraordinary", on: parts(on), at: "10am", place: "Room 1" }, world.boardCoordinator, at), on };
  }
  /** The board meets: each item is put off, or heard and perhaps answered. */
  async function meet({ reference, on }: { reference: string; on: Day }): Promise<void> {
    const startsAt = instantOf(on, 10, 0);
    if (at < days(-3, startsAt)) at = days(-3, startsAt);
    const items = await openBoard(world, reference, startsAt);
    at = days(-2, startsAt);
    listAllReceived(on);
    at = minutes(40, startsAt);
    const outcomes: Record<string, string> = {};
    for (const { id, escalation_id: of } of items) {
      if (of === null) continue;
      const [named] = [...all.keys()].filter((key) => ids.get(key) === of);
      if (named === undefined) throw new Error("an item of something that was never sent");
      const what = chance.below(3);
      if (what === 0) outcomes[id] = "deferred";
      if (what === 2) done(await writeAnswer(marpChair, { itemId: id, words: "From March.", safeWords: "" }, at));
      change(named, what === 0 ? { state: "received", listedOn: null, firstListed: null } : what === 1 ? { state: "heard" } : { state: "answered", answeredOn: on });
    }
    done(await closeBoard(world, reference, at, outcomes));
    at = minutes(2, at);
    count("meetings held");
  }
  const ids = new Map<string, string>();

  for (let step = 0; step < many; step += 1) {
    const next = new Date(at.getTime() + 60_000 + chance.below(3) * chance.below(9) * 86_400_000);
    if (meeting && next >= days(-1, instantOf(meeting.on, 10, 0))) {
      await meet(meeting);
      meeting = null;
    } else at = next;
    meeting ??= await plan();
    const label = () => `seed ${seed}, step ${step}, ${at.toISOString()}`;
    const what = chance.below(15);
    const live = [...all].filter(([, { state }]) => !["closed", "returned", "withdrawn"].includes(state));
    if (live.length === 0 || (what === 0 && live.length < 4)) {
      await send();
      for (const reference of all.keys()) if (!ids.has(reference)) ids.set(reference, (await rowOf(world, reference)).id);
      count("sent");
    } else if (what === 1) {
      const on = workingOn(addDays(meeting.on, 7 + chance.below(60)));
      done(await rescheduleMeeting(world.boardCoordinator, { ...(await seen(world, meeting.reference)), on: parts(on), at: "10am", place: "Room 1", reason: "No hall", onHoliday: "" }, at));
      for (const [reference, { state }] of all) if (state === "listed") change(reference, { listedOn: on });
      meeting = { ...meeting, on };
      count("moved");
    } else if (what === 2) {
      done(await cancelMeeting(world.boardCoordinator, { ...(await seen(world, meeting.reference)), reason: "No hall" }, at));
      for (const [reference, { state }] of all) if (state === "listed") change(reference, { state: "received", listedOn: null, firstListed: null });
      meeting = null;
      count("cancelled");
    } else {
      const [reference, one] = chance.of(chance.below(5) === 0 ? [...all] : live) ?? ["", undefined];
      if (!one) throw new Error("a walk without escalations");
      const legal = acts.filter((act) => answerTo(one.state, true, mayDo[act][0] ?? "chair", act) === "ok" && ((act !== "return" && act !== "withdraw") || chance.below(6) === 0));
      const act = (chance.below(4) > 0 ? chance.of(legal) : chance.of(acts)) ?? "receive";
      const role = (act !== "list" && chance.below(4) === 0 ? chance.of(roles) : chance.of(mayDo[act])) ?? "chair";
      const received = one.state !== "sent" && !(["returned", "withdrawn"].includes(one.state) && (await neverReceived(world, reference)));
      const expected = answerTo(one.state, received, role, act);
      const outcome = await run(world, reference, act, actorOf(world, role), meeting.reference, at);
      expect(answerOf(outcome), `${label()}: ${role} ${act} on one that is ${one.state}`).toBe(expected);
      if (expected === "ok") {
        if (act === "list") {
          change(reference, { state: "received" });
          listAllReceived(meeting.on);
        } else change(reference, { state: leadsTo(act), ...(act === "answer" ? { answeredOn: dayOf(at) } : {}) });
      }
      count(`${expected} ${act}`);
    }
    await compare(world, all, at, label());
  }
  // once a day somebody is reminded, for as long as it stands on no agenda
  for (let day = 0; day < 30; day += 1) {
    at = days(1, at);
    await compare(world, all, at, `seed ${seed}, afterwards, ${at.toISOString()}`);
  }
  process.stdout.write(`escalations ${seed}: ${many} acts to ${at.toISOString().slice(0, 10)}; ${Object.entries(counts).map(([what, n]) => `${n} ${what}`).join(", ")}\n`);
}, isWhole ? 900_000 : 300_000);

const neverReceived = async (world: Boarded, reference: string) => (await owner.query<{ never: boolean }>("select received_at is null as never from escalations where partnership_id = $1 and reference = $2", [world.partnershipId, reference])).rows[0]?.never ?? true;

async function compare(world: Boarded, all: Map<string, Modelled>, at: Date, label: string): Promise<void> {
  const today = dayOf(at);
  await remindOfEscalations(at);
  const { rows } = await owner.query<{ reference: string; on: string }>("select e.reference, max(r.reminded_on)::text as on from escalation_reminders r join escalations e on e.id = r.escalation_id where e.partnership_id = $1 group by e.reference", [world.partnershipId]);
  for (const [reference, one] of all) if (reminds(one, today)) all.set(reference, { ...one, remindedOn: today });
  expect(new Map(rows.map(({ reference, on }) => [reference, on])), `${label}: who was reminded, and when last`).toEqual(new Map([...all].flatMap(([reference, { remindedOn }]) => (remindedOn ? [[reference, remindedOn]] : []))));
  const { sent, over } = await listed(world, at);
  const shown = [...sent, ...over].map(({ reference, state, notListed, listedOn, daysToListed, daysToAnswer }) => [reference, { state, notListed, listedOn, daysToListed, daysToAnswer }] as const);
  const told = [...all].map(([reference, one]) => [reference, {
    state: one.state, notListed: alarms(one, today), listedOn: one.listedOn,
    daysToListed: daysBetween(one.sentOn, one.firstListed ?? today), daysToAnswer: daysBetween(one.sentOn, one.answeredOn ?? today),
  }] as const);
  expect(new Map(shown), label).toEqual(new Map(told));
  expect(await broken(world), label).toEqual([]);
}
const listed = (world: Boarded, at: Date) => listEscalations(world.people.chair, {}, at);
