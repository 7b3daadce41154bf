import type { Tx } from "@/platform/db/client.ts";
import { type Day } from "../../kernel/dates.ts";
import { proposes, type ReadLine, readLine } from "../read-line.ts";
import { listTaskable } from "./list-taskable.ts";

/** A line of notes that begins with "@", as it stands there, and what it is understood to say. It is no action until it is confirmed. */
export type Proposal = ReadLine & { line: string; owners: { personId: string; name: string; agency: string }[] };

/** What the notes of an item propose, for whoever may make actions of it. */
export async function listProposals(tx: Tx, meeting: { id: string; forumId: string; startsAt: Date }, discussion: string, today: Day): Promise<Proposal[]> {
  const lines = [...new Set(discussion.split("\n").map((line) => line.trim()))].filter((line) => proposes.test(line));
  if (lines.length === 0) return [];
  const table = await listTaskable(tx, meeting, today);
  return lines.map((line) => {
    const read = readLine(line, table);
    return { ...read, line, owners: table.people.filter(({ personId }) => read.ownerIds.includes(personId)).map(({ personId, name, agency }) => ({ personId, name, agency })) };
  });
}
