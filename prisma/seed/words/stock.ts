import type { Role } from "../cast.ts";

/**
 * A stock of words on one kind of trouble, as it is spoken of at these meetings. A line begins with the role that says it:
 * "housing: …". What stands in braces is filled in: {3-9} a number, {one|another} a choice, {since} and {next} the days of the
 * last and the next meeting. Nobody is named: the room says "the tenant".
 */
export type Theme = {
  /** Said when the case is first heard, while it goes on, and when it comes to its end. */
  first: readonly string[];
  going: readonly string[];
  last: readonly string[];
  /** Why it can be closed. */
  closed: readonly string[];
  /** Why something of it could not be done any more, through nobody's fault. */
  changed: readonly string[];
  tasks: readonly Task[];
};

/** What somebody is tasked with, how it is known to be done, and what its owner says when it is. */
export type Task = {
  by: Role;
  wording: string;
  measure: string;
  done: string;
  /** None: "An action for AGENCY". */
  nameless?: string;
};

export const task = (by: Role, wording: string, measure: string, done: string, nameless?: string): Task => ({ by, wording, measure, done, nameless });
