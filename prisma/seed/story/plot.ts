import type { Risk, SubjectType } from "../../../src/domain/kernel/enums.ts";
import type { Task, Theme } from "../words/stock.ts";

/** How an action ends; `open`: it hasn't yet. `returned`: verified in the end, after the chair gave it back once. */
export type Fate = "verified" | "returned" | "circumstances_changed" | "not_done" | "cancelled" | "open";

/** How far an open action has come: `returned`, the chair gave it back. */
export type Standing = "assigned" | "accepted" | "in_progress" | "reported_done" | "returned";

/** What one meeting heard of a case, where it is told word by word and not out of its theme's stock. */
export type Hearing = {
  said: readonly string[];
  /** `note`: what the owner says of it. `late`: it is open, and its day has passed. */
  tasks?: readonly (Task & { fate?: Fate; standing?: Standing; note?: string; late?: boolean })[];
  /** Put off, with the reason. */
  deferred?: string;
};

/** A case of the story. Meetings are counted from 1, a year ago, to 12, the last one held; 13 is the next one. */
export type CasePlot = {
  subject: SubjectType;
  title: string;
  summary: string;
  ward?: string;
  children?: boolean;
  background: string;
  wanted: string;
  risk: Risk;
  /** How the room speaks of them. */
  label: string;
  who: {
    name?: string;
    /** Age today and birthday: [78, "04-17"]. */
    born?: readonly [number, string];
    address?: string;
    /** The agency that holds an address which is withheld. */
    heldBy?: string;
    safeContact?: string;
  };
  /** The meeting that first heard it, and the one that closed it: none while it is open. */
  from: number;
  until?: number;
  /** Taken so many days before today, where that is earlier than the weeks before its first meeting. */
  takenDaysAgo?: number;
  /** Taken after the agenda of its first meeting was published, and added to it. */
  late?: boolean;
  theme: Theme;
  hearings?: Readonly<Record<number, Hearing>>;
  /** How it was scored by the matrix the day after these meetings: the levels of its six factors. */
  scored?: Readonly<Record<number, readonly [number, number, number, number, number, number]>>;
  /** The meeting of `until` stepped it down instead of closing it; without such a meeting the step-down is prepared and waits for the chair. */
  stepDown?: StepDownPlot;
  /** Why it was closed, where the theme's own reasons don't fit. */
  closed?: string;
  /** Who asked to see who it is, after which meeting, and why. */
  revealed?: readonly { by: "chair" | "deputy" | "coordinator"; after: number; reason: string }[];
};

/** How a case was stepped down, who keeps watch, and what became of the watch. */
export type StepDownPlot = {
  changed: string;
  evidence: string;
  voice?: string;
  voiceMissing?: string;
  leadAgency: string;
  /** Who looks in for it. */
  by: string;
  months: 3 | 6 | 12;
  trigger: string;
  raiserToldBy?: string;
  raiserNotTold?: string;
  victimToldBy?: string;
  victimNotTold?: string;
  tellable?: string;
  /** What was found, so many days after it was signed. */
  checks?: readonly { after: number; finding: "quiet" | "some_concern" | "trigger_met"; note: string }[];
  /** Closed by the chair, so many days after it was signed. */
  closed?: { after: number; reason: string };
};
