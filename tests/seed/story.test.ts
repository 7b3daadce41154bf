import type pg from "pg";
import { describe, expect, test } from "vitest";
import { marksOf, namedIn, twinOf } from "@/domain/cases/rules.ts";
import { addDays, dayOf } from "@/domain/kernel/dates.ts";
import { minutesAfter } from "../../prisma/seed/calendar.ts";
import { Chance } from "../../prisma/seed/chance.ts";
import { makePartnership } from "../../prisma/seed/directory.ts";
import { hallamford } from "../../prisma/seed/hallamford.ts";
import { type PlannedAction, planActions } from "../../prisma/seed/story/actions.ts";
import { central } from "../../prisma/seed/story/central.ts";
import { hallamfordYears } from "../../prisma/seed/story/forums.ts";
import { northfold } from "../../prisma/seed/story/northfold.ts";
import { panel } from "../../prisma/seed/story/panel.ts";
import type { CasePlot } from "../../prisma/seed/story/plot.ts";
import { southfold } from "../../prisma/seed/story/southfold.ts";
import { quayside } from "../../prisma/seed/story/wexcombe.ts";
import { heardAt } from "../../prisma/seed/story/year.ts";

const plots: readonly CasePlot[] = [...central, ...northfold, ...southfold, ...panel, ...quayside];
const places = ["Hallamford", "Northfold", "Aldershaw", "Birkley", "Cawdale", "Denholt", "Central", "Marketgate", "Eastholme", "Kiln Rise", "Priorsfield", "Southfold", "Fenwick Vale", "Gorsley", "Hatherstone", "Inglewood", "Quayside"];

/** A plan of the year as it would be made at a moment; nothing is written. */
async function plannedAt(madeAt: Date) {
  const deaf = { query: async () => ({ rows: [] }) } as unknown as pg.Client;
  const directory = await makePartnership(deaf, hallamford(dayOf(madeAt)), { passwordHash: "", madeAt, since: addDays(dayOf(madeAt), -730) });
  const chance = new Chance("Hallamford");
  const years = hallamfordYears(directory, madeAt, chance);
  return { years, actions: planActions(directory, years, madeAt, chance) };
}
// every fifth day of a year, at changing hours
const moments = Array.from({ length: 73 }, (_, n) => new Date(Date.UTC(2026, 10, 21 + n * 5, (n * 7) % 24, (n * 13) % 60)));

describe("cases", () => {
  test.each(plots.map((plot) => [plot.title, plot] as const))("%s: what is nameless names nobody, and what the room says neither", (_, { who, label, theme, hearings = {}, ...plot }) => {
    const marks = marksOf({ name: who.name ?? null, bornOn: who.born ? "1980-01-01" : null, address: who.address ?? null, safeContact: who.safeContact ?? null });
    const told = Object.values(hearings);
    const tasks = [...theme.tasks, ...told.flatMap((hearing) => hearing.tasks ?? [])];
    expect(namedIn([twinOf(plot), label, ...tasks.map((task) => task.nameless ?? "")].join(".\n"), marks, places)).toEqual([]);
    const said = [plot.background, plot.wanted, plot.closed ?? "", ...told.flatMap((hearing) => [...hearing.said, hearing.deferred ?? ""]), ...tasks.flatMap((task) => [task.wording, task.measure, task.done])];
    expect(namedIn(said.join(".\n"), marks, places)).toEqual([]);
  });

  test("a case that is closed is heard once at least before", () => {
    expect(plots.filter((plot) => plot.until !== undefined && plot.until <= plot.from)).toEqual([]);
  });
});

describe("the year, whenever it is made", () => {
  test("what was held is over, what comes next is ahead, and only Central's meeting is about to begin", async () => {
    for (const madeAt of moments) {
      const { years } = await plannedAt(madeAt);
      for (const { code, meetings } of years) {
        const held = meetings.filter(({ index }) => index <= 12);
        expect(held.every(({ startsAt }) => minutesAfter(startsAt, 120) < madeAt), `${code} at ${madeAt.toISOString()}`).toBe(true);
        expect(new Set(meetings.map(({ day }) => day.slice(0, 7))).size, `${code}: one meeting a month at ${madeAt.toISOString()}`).toBe(meetings.length);
        const next = meetings.find(({ index }) => index === 13);
        const ahead = ((next?.startsAt.getTime() ?? 0) - madeAt.getTime()) / 60_000;
        if (code === "CEN") expect(ahead > 0 && ahead <= 60).toBe(true);
        else expect(ahead > 0 && dayOf(madeAt) < (next?.day ?? ""), `${code} at ${madeAt.toISOString()}`).toBe(true);
      }
    }
  });

  test("agendas of the case meetings keep within two hours", async () => {
    const { years } = await plannedAt(new Date("2026-11-21T10:20:00Z"));
    for (const { cases, meetings } of years) {
      for (const { index } of meetings) {
        const minutes = 45 + heardAt(cases, index).reduce((sum, plot) => sum + (plot.from === index ? 12 : 8), 0);
        expect(minutes).toBeLessThanOrEqual(120);
      }
    }
  });

  test("some 310 actions: about 62 in a hundred verified, 17 open, 9 fallen away, 12 not done", async () => {
    for (const madeAt of moments) {
      const { actions } = await plannedAt(madeAt);
      const share = (...fates: PlannedAction["fate"][]) => (actions.filter(({ fate }) => fates.includes(fate)).length / actions.length) * 100;
      expect(Math.abs(actions.length - 310)).toBeLessThanOrEqual(20);
      expect(share("open")).toBeGreaterThan(14);
      expect(share("open")).toBeLessThan(21);
      expect(Math.abs(share("verified", "returned") - 62)).toBeLessThan(4);
      expect(Math.abs(share("circumstances_changed") - 9)).toBeLessThan(1);
      expect(Math.abs(share("not_done") - 12)).toBeLessThan(1);
    }
  });

  test("no case is closed over an action that isn't over by then", async () => {
    const { actions } = await plannedAt(new Date("2026-11-21T10:20:00Z"));
    expect(actions.filter(({ plot, fate, over, due }) => plot?.until !== undefined && (fate === "open" || (over !== undefined && due > over)))).toEqual([]);
  });
});
