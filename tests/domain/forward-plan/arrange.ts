import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/kernel/actor.ts";
import { planReport } from "@/domain/forward-plan/commands/plan-report.ts";
import { viewPlan } from "@/domain/forward-plan/queries/view-plan.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { owner } from "../../support/database.ts";
import { appointed, insert, seated, type World } from "../../support/world.ts";
import { done, scheduled, seen, sign } from "../meetings/arrange.ts";

/** A board with its office and three members, that meets in the first weeks of its months at ten in the morning. */
export type Board = { world: World; id: string; people: World["people"] };
export const moment = (day: string, hour = 10, minute = 0): Date => new Date(`${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`);

export async function aBoard(world: World, code = "SHB"): Promise<Board> {
  const id = randomUUID();
  const { people } = world;
  await insert("forums", { id, partnership_id: world.partnershipId, kind: "board", code, name: "Safer Testham Board", area_id: null, year_starts_month: 5 });
  await insert("terms_of_reference", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: id, version: 1, adopted_on: "2025-01-01", purpose: "To keep the borough safe.", admits_elected_members: true, limit_minutes: 150 });
  for (const [who, office] of [[people.chair, "chair"], [people.deputy, "deputy"], [people.coordinator, "coordinator"]] as const) await appointed(world, who, id, office);
  for (const who of [people.chair, people.deputy, people.coordinator, people.councillor, people.police, people.housing]) await seated(world, who, id);
  return { world, id, people };
}

export const meets = ({ world, id, people }: Board, day: string, now: Date): Promise<string> => {
  const [year, month, date] = day.split("-").map((part) => String(Number(part)));
  return scheduled(world, { forumId: id, on: { day: date, month, year }, at: "10am", place: "Town Hall" }, people.coordinator, now);
};
export const aPlanned = (over: Record<string, unknown> = {}) => ({ forum: "SHB", kind: "report", title: "Performance, quarter by quarter", agencyId: "", presenter: "Head of community safety", minutes: "15", due: "2026-12", every: "once", restricted: "", ...over });
export const plan = async (board: Board, over: Record<string, unknown> = {}, now = moment("2026-11-02"), who: Actor = board.people.coordinator): Promise<string> => {
  const before = new Set((await planned(board.world)).map(({ id }) => id));
  done(await planReport(who, aPlanned(over), now));
  return (await planned(board.world)).find(({ id }) => !before.has(id))?.id ?? "";
};
export const planned = async (world: World) =>
  (await owner.query<{ id: string; title: string; version: number; due: string; received_item_id: string | null; withdrawn_at: Date | null; follows_id: string | null }>(
    "select id, title, version, due_month::text as due, received_item_id, withdrawn_at, follows_id from planned_reports where partnership_id = $1 order by planned_at, due_month", [world.partnershipId])).rows;

/** What stands on an agenda as the coordinator keeps it, by title, of what somebody brings. */
export const brought = async ({ people }: Board, reference: string, now: Date, who: Actor = people.coordinator) => {
  const kept = await viewAgenda(who, { reference }, now);
  return (kept?.lines ?? []).filter(({ title }) => title !== null);
};
export const titles = async (board: Board, reference: string, now: Date, who?: Actor) => (await brought(board, reference, now, who)).map(({ title }) => title);
export const readPlan = async (board: Board, now: Date, who: Actor = board.people.councillor) => {
  const found = await viewPlan(who, "SHB", now);
  if (!found) throw new Error("no plan");
  return found;
};

export async function opened({ world, people }: Board, reference: string, startsAt: Date, signing: Actor[] = []): Promise<{ id: string; title: string | null; kind: string }[]> {
  const before = (n: number) => new Date(startsAt.getTime() - n * 60_000);
  done(await publishAgenda(people.coordinator, await seen(world, reference), before(60 * 24)));
  done(await openDoors(people.chair, await seen(world, reference), before(30)));
  for (const who of [people.chair, ...signing]) done(await sign(who, reference, before(20)));
  done(await openMeeting(people.chair, await seen(world, reference), startsAt));
  return items(world, reference);
}
export const items = async (world: World, reference: string) =>
  (await owner.query<{ id: string; title: string | null; kind: string }>("select i.id, i.title, i.kind from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 order by i.position", [world.partnershipId, reference])).rows;

/** Holds a meeting from its publication to its closing; `outcomes` by title, all else is noted. */
export async function held(board: Board, reference: string, startsAt: Date, outcomes: Record<string, string> = {}): Promise<void> {
  const { world, people } = board;
  for (const { id, title } of await opened(board, reference, startsAt)) {
    done(await openItem(people.coordinator, { itemId: id }, startsAt));
    done(await writeMinute(people.coordinator, { itemId: id, version: 1, outcome: outcomes[title ?? ""] ?? "noted", discussion: "Said." }, startsAt));
  }
  done(await closeMeeting(people.chair, await seen(world, reference), new Date(startsAt.getTime() + 60 * 60_000)));
}
