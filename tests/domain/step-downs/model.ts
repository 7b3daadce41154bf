import { monthsLater } from "@/domain/step-downs/rules.ts";
import type { Day } from "@/domain/kernel/dates.ts";

/**
 * What may happen to a case, told a second time and by itself: where it stands, what may be done to it by whom, and what comes of it. It shares nothing with
 * the product but the arithmetic of days, which has tests of its own.
 */
export type Stage = "open" | "stepped_down" | "closed";
export type Modelled = {
  stage: Stage;
  openActions: number;
  /** What is prepared: its parts, and whether the risk was scored again since the case was opened or came back. */
  prepared: { assessment: boolean; watch: boolean; telling: boolean } | null;
  scorings: number;
  scoredSince: boolean;
  watch: { signedAt: number; signedOn: Day } | null;
  ended: ("undone" | "returned" | "closed" | "dropped")[];
  repeats: number;
};
export const begun = (): Modelled => ({ stage: "open", openActions: 0, prepared: null, scorings: 0, scoredSince: false, watch: null, ended: [], repeats: 0 });

export const roles = ["chair", "deputy", "coordinator", "lead", "member", "outsider"] as const;
export type Role = (typeof roles)[number];
export const caseActs = ["score", "begin", "assessment", "watch", "telling", "drop", "sign", "undo", "return", "close", "quiet", "trigger"] as const;
export type CaseAct = (typeof caseActs)[number];

const office: readonly Role[] = ["chair", "deputy", "coordinator"];
/** Who may: the chair in force signs, undoes and closes; the office prepares, scores and brings back; the agency that keeps watch looks in, and the office for it. */
export const mayDo: Record<CaseAct, readonly Role[]> = {
  score: office, begin: office, assessment: office, watch: office, telling: office, drop: office, return: office, sign: ["chair"], undo: ["chair"], close: ["chair"], quiet: [...office, "lead"], trigger: [...office, "lead"],
};

export type Answer = "ok" | "notFound" | "forbidden" | "refused";

/** What is answered, and where the case stands afterwards. `day`: of London. */
export function attempt(before: Modelled, role: Role, act: CaseAct, at: number, day: Day): { answer: Answer; after: Modelled } {
  const stays = (answer: Answer) => ({ answer, after: before });
  if (role === "outsider") return stays("notFound");
  const looksIn = act === "quiet" || act === "trigger";
  // members see that the case is there and can't take it to change it; they may look in only on a watch, and are then told no
  if (!office.includes(role) && !looksIn) return stays("notFound");
  if (looksIn && role === "lead" && !before.watch) return stays("forbidden");
  if (!mayDo[act].includes(role)) return stays("forbidden");
  const { stage, prepared, watch } = before;
  const to = (change: Partial<Modelled>) => ({ answer: "ok" as const, after: { ...before, ...change } });
  switch (act) {
    case "score":
      return stage === "closed" ? stays("refused") : to({ scorings: before.scorings + 1, scoredSince: before.scoredSince || before.scorings > 0 });
    case "begin":
      if (stage !== "open") return stays("refused");
      return prepared ? stays("ok") : to({ prepared: { assessment: false, watch: false, telling: false } });
    case "assessment":
    case "watch":
    case "telling":
      return prepared ? to({ prepared: { ...prepared, [act]: true } }) : stays("refused");
    case "drop":
      return prepared ? to({ prepared: null, ended: [...before.ended, "dropped"] }) : stays("refused");
    case "sign":
      return prepared?.assessment && prepared.watch && prepared.telling && before.scoredSince && before.openActions === 0 ? to({ stage: "stepped_down", prepared: null, watch: { signedAt: at, signedOn: day } }) : stays("refused");
    case "undo":
      return watch && at < watch.signedAt + 14 * 86_400_000 ? to({ stage: "open", watch: null, ended: [...before.ended, "undone"] }) : stays("refused");
    case "return":
    case "trigger":
      if (!watch) return stays("refused");
      return to({ stage: "open", watch: null, ended: [...before.ended, "returned"], repeats: before.repeats + (day <= monthsLater(watch.signedOn, 12) ? 1 : 0), scoredSince: false });
    case "close":
      return watch ? to({ stage: "closed", watch: null, ended: [...before.ended, "closed"] }) : stays("refused");
    case "quiet":
      return watch ? stays("ok") : stays("refused");
  }
}
