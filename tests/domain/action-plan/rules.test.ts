import { expect, test } from "vitest";
import { actionMoves } from "@/domain/action-plan/lifecycle.ts";
import { actionStatuses, isUnanswered, quarterOf, statusOf, statusRule } from "@/domain/action-plan/rules.ts";
import { enums } from "@/domain/kernel/enums.ts";

const today = "2026-12-08";
const status = (state: (typeof enums.action_state)[number], due = "2026-12-31", incompleteKind: (typeof enums.incomplete_kind)[number] | null = null) => statusOf({ state, due, incompleteKind }, today);

test("overdue is the day after, due soon is today to a week from now, on track is later", () => {
  for (const state of ["assigned", "accepted", "in_progress"] as const) {
    expect(["2026-12-07", "2026-12-08", "2026-12-15", "2026-12-16"].map((due) => status(state, due))).toEqual(["overdue", "due_soon", "due_soon", "on_track"]);
  }
});

test("what is reported, verified or ended is never late", () => {
  expect(status("reported_done", "2020-01-01")).toBe("waiting_for_chair");
  expect(status("verified", "2020-01-01")).toBe("done");
  expect(status("incomplete", "2020-01-01", "circumstances_changed")).toBe("circumstances_changed");
  expect(status("incomplete", "2020-01-01", "not_done")).toBe("not_done");
  expect(status("recorded", "2020-01-01")).toBe("recorded");
  expect(status("cancelled", "2020-01-01")).toBe("cancelled");
});

test("every state on every day has one status, and only one", () => {
  for (const state of enums.action_state) {
    for (const due of ["2026-12-01", "2026-12-10", "2027-01-01"]) {
      for (const kind of state === "incomplete" ? enums.incomplete_kind : [null]) {
        const when = due < today ? "past" : due <= "2026-12-15" ? "soon" : "later";
        const fitting = actionStatuses.filter((each) => {
          const rule = statusRule(each);
          return rule.states.includes(state) && (rule.due ?? when) === when && (rule.kind ?? kind) === kind;
        });
        expect(fitting, `${state} ${due} ${kind}`).toEqual([status(state, due, kind)]);
      }
    }
  }
});

test("unanswered after five working days, and only while nobody has said anything", () => {
  const none = new Map<string, string>();
  expect(isUnanswered("assigned", "2026-12-08", "2026-12-14", none)).toBe(false);
  expect(isUnanswered("assigned", "2026-12-08", "2026-12-15", none)).toBe(true);
  for (const state of enums.action_state.filter((each) => each !== "assigned")) expect(isUnanswered(state, "2026-01-01", today, none)).toBe(false);
  expect(isUnanswered("assigned", null, today, none)).toBe(false);
});

test("bank holidays don't count against whoever hasn't answered, and a month later they make no difference", () => {
  const christmas = new Map([["2026-12-25", "Christmas Day"], ["2026-12-28", "Boxing Day (substitute day)"]]);
  expect(isUnanswered("assigned", "2026-12-22", "2026-12-29", christmas)).toBe(false);
  expect(isUnanswered("assigned", "2026-12-22", "2026-12-31", christmas)).toBe(true);
  expect(isUnanswered("assigned", "2026-11-30", "2026-12-31", new Map())).toBe(true);
});

test("a quarter begins in January, April, July and October", () => {
  expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-11-21", "2026-12-31"].map(quarterOf)).toEqual(["2026-01-01", "2026-01-01", "2026-04-01", "2026-10-01", "2026-10-01"]);
});

test("what may follow what", () => {
  expect(actionMoves).toEqual({
    recorded: ["assigned", "cancelled"],
    assigned: ["accepted", "in_progress", "reported_done", "incomplete", "cancelled", "assigned", "declined"],
    accepted: ["in_progress", "reported_done", "incomplete", "cancelled", "assigned"],
    declined: ["cancelled", "assigned"],
    in_progress: ["in_progress", "reported_done", "incomplete", "cancelled", "assigned"],
    reported_done: ["in_progress", "verified"],
    verified: [],
    incomplete: ["in_progress"],
    cancelled: [],
  });
});
