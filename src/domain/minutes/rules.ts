import type { AgendaItemKind, CaseDecision, ItemOutcome, MeetingState } from "../kernel/enums.ts";

/** A case item isn't asked twice: what became of it follows from what was decided. */
export const outcomeOf: Record<CaseDecision, ItemOutcome> = {
  continue: "agreed",
  step_down: "agreed",
  escalate: "referred_on",
  close: "agreed",
  defer: "deferred",
};

/** Whether something is decided by it: below its quorum a meeting only notes and puts off (rule 4). */
export const decides = ({ outcome, decision }: { outcome: ItemOutcome | null; decision: CaseDecision | null }): boolean =>
  outcome === "agreed" || outcome === "referred_on" || (decision !== null && decision !== "defer");

/** Putting a case off, or ending it, is never without a reason. */
export const reasonNeeded: Record<CaseDecision, string | null> = {
  continue: null,
  step_down: null,
  escalate: "Enter what is asked of the board",
  close: "Enter why the case is closed",
  defer: "Enter why the case is deferred",
};

/** The office writes while the meeting sits, and in the draft until it is sent round. */
export const takesWords = ({ state }: { state: MeetingState }): boolean => state === "in_session" || state === "closed";

export type ItemToClose = {
  id: string;
  number: number;
  kind: AgendaItemKind;
  outcome: ItemOutcome | null;
  decision: CaseDecision | null;
  caseId: string | null;
  caseReference: string | null;
  /** As the nameless twin says it. */
  caseTitle: string | null;
  title: string | null;
  /** Its case keeps coming back, and is to be carried on with no word of why (rule 21). */
  goesRound: boolean;
  /** Put aside in the room and not taken up again: closing puts it off. */
  parked: boolean;
  /** Actions on its case that somebody still has to do, those recorded and not yet confirmed among them. */
  caseActions: number;
  /** Lines of its notes that propose an action, and were neither confirmed nor dropped. */
  proposals: number;
};
/** Item numbers by what each still lacks before the meeting can be closed (rule 6). */
export type Missing = { outcomes: number[]; decisions: number[]; actionsStillOpen: number[]; proposals: number[]; goingRound: number[] };

/** Every item has an outcome or is parked, every case item a decision, no case is closed over an open action, and nothing that was proposed is left hanging (rule 13). */
export function missingIn(items: readonly ItemToClose[]): Missing {
  const missing: Missing = { outcomes: [], decisions: [], actionsStillOpen: [], proposals: [], goingRound: [] };
  for (const { number, kind, outcome, decision, caseActions, parked, proposals, goesRound } of items) {
    if (proposals > 0) missing.proposals.push(number);
    if (parked) continue;
    if (kind === "case" && decision === null) missing.decisions.push(number);
    else if (outcome === null) missing.outcomes.push(number);
    if (decision === "close" && caseActions > 0) missing.actionsStillOpen.push(number);
    if (goesRound) missing.goingRound.push(number);
  }
  return missing;
}

export const isComplete = (missing: Missing): boolean => Object.values(missing).every((numbers) => numbers.length === 0);
