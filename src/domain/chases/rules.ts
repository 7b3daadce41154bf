import { addDays, type Day } from "../kernel/dates.ts";

/** From this one on, whoever answers for the owner's agency is told as well. */
export const tellsManagerFrom = 3;
/** Days that pass between two chases of one action. */
export const daysBetweenChases = 7;
export const mayChaseAgainOn = (last: Day): Day => addDays(last, daysBetweenChases);

/** Why an action that is late can't be chased now. */
export const chaseObstacles = ["tooSoon", "ownerGone", "own", "recused"] as const;
export type ChaseObstacle = (typeof chaseObstacles)[number];
