import { randomUUID } from "node:crypto";
import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { CommandContext } from "../command.ts";
import type { Actor } from "../kernel/actor.ts";
import { workingDaysFrom } from "../kernel/bank-holidays.ts";
import { saysDanger } from "../kernel/danger.ts";
import { asDate, dayOf } from "../kernel/dates.ts";
import type { ConcernAnswerKind, ConcernFrequency, ConcernMayTell, ConcernState, ConcernTried } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import { answerWithin } from "../kernel/working-days.ts";
import { mail } from "../mail/send.ts";
import type { Answers } from "./inputs.ts";
import { listOffice } from "./queries/find-people.ts";
import type { Decision } from "./rules.ts";

/** What may follow what (rule 15): out of the surgery log or answered there; decided by the chair; back to decide where a board returns it; answered to the end. Drawn in docs/generated/lifecycles.md. */
export const concernMoves = {
  logged: ["raised", "answered"],
  raised: ["taken", "joined", "redirected", "declined", "escalated"],
  taken: ["answered"],
  joined: ["answered"],
  redirected: ["answered"],
  declined: ["answered"],
  escalated: ["raised", "answered"],
  answered: [],
} as const satisfies Record<ConcernState, readonly ConcernState[]>;

export type HeldConcern = { id: string; forumId: string; reference: string; state: ConcernState; raisedById: string; version: number };

/** Takes the concern for this transaction: whoever it is of, or the chair's office once it is raised. For everybody else, and for whoever is recused from the case it went to, there is none. */
export async function lockConcern(tx: Tx, reference: string): Promise<HeldConcern> {
  const rows = await tx.$queryRaw<HeldConcern[]>`
    select id, forum_id as "forumId", reference, state, raised_by_id as "raisedById", version from concerns where reference = ${reference} for update`;
  return orNotFound(rows[0]);
}

/** As lockConcern, where another record names it. */
export async function lockConcernById(tx: Tx, id: string): Promise<HeldConcern> {
  const rows = await tx.$queryRaw<HeldConcern[]>`
    select id, forum_id as "forumId", reference, state, raised_by_id as "raisedById", version from concerns where id = ${id}::uuid for update`;
  return orNotFound(rows[0]);
}

export const subjectOf = ({ id, reference, forumId, state }: Pick<HeldConcern, "id" | "reference" | "forumId" | "state">, caseId: string | null = null) =>
  // what stays in the surgery log is nothing of the forum's, and its office reads nothing of it
  ({ type: "concern", id, reference, forumId: state === "logged" ? null : forumId, caseId }) as const;

type Beginning = { state: "logged" | "raised"; forumId: string; raisedById: string; passedById?: string; meetingId?: string };

/** Writes a concern down: that it is, what was said, and apart from both who it came from. Raised, it is promised an answer; each gets its reference. */
export async function writeConcern(tx: Tx, actor: Actor, said: Answers, { state, forumId, raisedById, passedById, meetingId }: Beginning, now: Date): Promise<HeldConcern & { hearBy: string | null }> {
  const { partnershipId, personId } = actor;
  const today = dayOf(now);
  const id = randomUUID();
  const reference = await nextReference(tx, today);
  const hearBy = state === "raised" ? await workingDaysFrom(tx, today, answerWithin) : null;
  const { what, place, triedWords, contact, wardId, frequency, tried, residents, mayTell, surgeryOn } = said;
  // without reading anything back: a councillor who passes it on sees it by its words, which come after it
  await tx.concern.createMany({
    data: [{
      id, partnershipId, forumId, reference, wardId, raisedById, recordedById: personId, passedById, meetingId, state, frequency, tried, residents, mayTell, saysDanger: saysDanger(what),
      surgeryOn: surgeryOn ? asDate(surgeryOn) : null, writtenAt: now, raisedAt: state === "raised" ? now : null, hearBy: hearBy && asDate(hearBy),
    }],
  });
  await tx.concernContent.createMany({ data: [{ concernId: id, partnershipId, forumId, what, place, triedWords }] });
  if (contact) await tx.concernContact.createMany({ data: [{ concernId: id, partnershipId, forumId, contact }] });
  return { id, forumId, reference, state, raisedById, version: 1, hearBy };
}

async function nextReference(tx: Tx, today: string): Promise<string> {
  const year = Number(today.slice(0, 4));
  const rows = await tx.$queryRaw<{ number: number | null }[]>`select app.next_concern_number(${year}::integer) as number`;
  const number = rows[0]?.number;
  if (!number) throw new Error("no number was given");
  return `CON-${year}-${String(number).padStart(4, "0")}`;
}

/** Only for a concern this transaction holds. */
export async function moveConcern(tx: Tx, actor: Actor, held: HeldConcern, to: ConcernState, now: Date, more: Prisma.ConcernUncheckedUpdateManyInput = {}): Promise<void> {
  const legal: readonly ConcernState[] = concernMoves[held.state];
  if (!legal.includes(to)) refuse("concern.notInThisState", { state: held.state });
  const at = to === "answered" ? { answeredAt: now } : to === "raised" ? { raisedAt: now } : { decidedAt: now };
  const { count } = await tx.concern.updateMany({ where: { partnershipId: actor.partnershipId, id: held.id }, data: { ...more, ...at, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new Error("a concern was moved that this transaction does not hold");
}

type Given = { kind: ConcernAnswerKind; words: string; agencyId?: string | null };

/** Writes what was answered, asked or told. Evidence, so it is only ever added. */
export async function addAnswer(tx: Tx, actor: Actor, held: HeldConcern, { kind, words, agencyId = null }: Given, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.concernAnswer.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId: held.forumId, concernId: held.id, kind, words, agencyId, givenById: actor.personId, givenAt: now }] });
  return id;
}

/** The chair's decision: its own record, the case it went to, the state; and whoever raised it is told (rule 15). */
export async function decide(tx: Tx, actor: Actor, held: HeldConcern, { kind, words, agencyId, caseId = null }: Given & { kind: Decision; caseId?: string | null }, now: Date): Promise<Recorded> {
  const answerId = await addAnswer(tx, actor, held, { kind, words, agencyId }, now);
  if (caseId) await tx.concernCase.createMany({ data: [{ concernId: held.id, partnershipId: actor.partnershipId, forumId: held.forumId, caseId, linkedById: actor.personId, linkedAt: now }] });
  await moveConcern(tx, actor, held, kind, now);
  await tellRaiser(tx, actor, held, "concern.decided", now);
  return { event: "concern.decided", subject: subjectOf(held, caseId), particulars: { decision: kind, answerId } };
}

/** A mail that says which concern and where to read of it, and nothing else (rule 29). Nobody is written to about what they did themselves. */
export async function tellRaiser(tx: Tx, actor: Actor, { raisedById, reference }: Pick<HeldConcern, "raisedById" | "reference">, template: "concern.decided" | "concern.asked" | "concern.replied" | "concern.recorded" | "concern.passed", now: Date): Promise<void> {
  if (raisedById !== actor.personId) await mail(tx, actor, { to: raisedById, template, facts: { concern: reference } }, now);
}
export async function tellOffice(tx: Tx, actor: Actor, { forumId, reference }: Pick<HeldConcern, "forumId" | "reference">, template: "concern.waits" | "concern.told", now: Date): Promise<void> {
  for (const to of await listOffice(tx, forumId, dayOf(now))) if (to !== actor.personId) await mail(tx, actor, { to, template, facts: { concern: reference } }, now);
}

export type Draft = {
  id: string;
  what: string | null;
  wardId: string | null;
  place: string | null;
  frequency: ConcernFrequency | null;
  tried: ConcernTried | null;
  triedWords: string | null;
  residents: number | null;
  contact: string | null;
  mayTell: ConcernMayTell | null;
  surgeryOn: string | null;
  answeredTo: number;
  version: number;
};

const draftColumns = Prisma.sql`id, what, ward_id as "wardId", place, frequency, tried, tried_words as "triedWords", residents, contact, may_tell as "mayTell", surgery_on::text as "surgeryOn", answered_to as "answeredTo", version`;

/** One's own draft, while it is one. */
export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  return (await tx.$queryRaw<Draft[]>`select ${draftColumns} from concern_drafts where id = ${id}::uuid and ended_at is null`)[0];
}
export async function lockDraft(tx: Tx, id: string): Promise<Draft> {
  return orNotFound((await tx.$queryRaw<Draft[]>`select ${draftColumns} from concern_drafts where id = ${id}::uuid and ended_at is null for update`)[0]);
}

/** What was typed stands in the concern from now on, and nowhere else. */
export async function endDraft({ tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">, { id }: Pick<Draft, "id">, concernId: string | null): Promise<void> {
  const emptied = { what: null, place: null, triedWords: null, contact: null };
  await tx.concernDraft.updateMany({ where: { partnershipId: actor.partnershipId, id }, data: { ...emptied, concernId, endedAt: now, version: { increment: 1 } } });
}

/** Refuses what isn't answered yet, by the question it belongs to. */
export function answersOf(draft: Draft, parse: (raw: unknown) => { success: boolean; data?: Answers }): Answers {
  const read = parse(draft);
  if (!read.success || !read.data) return refuse("concern.notAnswered");
  return read.data;
}
