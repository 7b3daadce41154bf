import { declareInterest } from "@/domain/interests/commands/declare-interest.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { owner } from "../../support/database.ts";
import { insert, type World } from "../../support/world.ts";
import { done, task } from "../action-plan/arrange.ts";
import { aCase, aMeeting, attends, item, later, type Meeting, now } from "../minutes/arrange.ts";

export const declared = (who: Actor, caseReference: string, over: Record<string, unknown> = {}, at = now) =>
  declareInterest(who, { reference: "CEN-2026-12", on: caseReference, kind: "personal", about: "family", words: "My cousin lives there", ...over }, at);
export const recused = (by: Actor, caseReference: string, who: Actor, how: "open" | "silent", over: Record<string, unknown> = {}, at = now) =>
  recusePerson(by, { on: caseReference, personId: who.personId, how, reason: "A connection with the household", ...over }, at);

export const recusalsOf = async (world: World, who: Actor) =>
  (await owner.query<{ id: string; silent: boolean; reason: string | null; decided_by_id: string | null; interest_id: string | null; lifted: boolean }>(
    "select r.id, r.silent, r.reason, r.decided_by_id, r.interest_id, exists (select 1 from recusal_lifts l where l.recusal_id = r.id) as lifted from recusals r where r.partnership_id = $1 and r.person_id = $2 order by r.decided_at, r.id", [world.partnershipId, who.personId])).rows;

export type Table = { meeting: Meeting; cases: Record<"first" | "second" | "third", string> };

/** A meeting in session on three cases, everybody of CEN on its register; on the second case, which holds particulars, housing owns an action. */
export async function aTable(world: World): Promise<Table> {
  const cases = { first: await aCase(world, "CEN-7"), second: await aCase(world, "CEN-8"), third: await aCase(world, "CEN-9") };
  const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: cases.second };
  const subjectId = crypto.randomUUID();
  await insert("case_subjects", { ...of, id: subjectId, role: "victim", label: "The resident" });
  await insert("protected_particulars", { ...of, subject_id: subjectId, name: "Marjorie Rowlands", address: "14 Tollgate Mews", marks: ["marjorie", "rowlands", "tollgate", "mews"] });
  const meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: cases.first }, { caseId: cases.second }, { caseId: cases.third }, "other_business"] });
  const { chair, deputy, coordinator, housing, colleague, police, probation, councillor } = world.people;
  for (const who of [chair, deputy, coordinator, housing, colleague, police, probation, councillor]) await attends(world, meeting, who);
  await task(chair, item(meeting, 3), housing);
  await task(chair, item(meeting, 2), housing, { wording: "Ring the landlord" });
  return { meeting, cases };
}

export async function minuteAll(world: World, { meeting }: Table, by: Actor) {
  for (const { number, id, caseId } of meeting.items) {
    if (number !== 1 && caseId === null && number !== 5) continue;
    const { version } = (await owner.query<{ version: number }>("select version from agenda_items where id = $1", [id])).rows[0] ?? { version: 1 };
    done(await writeMinute(by, { itemId: id, version, discussion: `Said on item ${number}.`, ...(caseId ? { decision: "continue" } : { outcome: "noted" }) }, later(5)));
  }
}
