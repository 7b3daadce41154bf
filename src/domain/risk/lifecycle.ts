import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import { type HeldCase, subjectOf } from "../cases/lifecycle.ts";
import type { Actor } from "../kernel/actor.ts";
import { wrongField } from "../kernel/outcome.ts";
import type { Risk } from "../kernel/enums.ts";
import { judged, type RiskScores, scoresOf } from "../kernel/risk-matrix.ts";

type Scored = RiskScores & { judgement: Risk | null; judgementReason: string | null };

/** Keeps a scoring of a case that this transaction holds, and lets the risk of the case follow it. The one writer of both once the case is there. */
export async function keepAssessment(tx: Tx, actor: Actor, held: Pick<HeldCase, "id" | "forumId" | "reference">, scored: Scored, now: Date): Promise<Recorded> {
  const found = judged(scored, scored);
  if ("field" in found) wrongField(found.field, found.message);
  const id = randomUUID();
  const of = { partnershipId: actor.partnershipId, forumId: held.forumId, caseId: held.id };
  // a reason is kept where judgement raised anything
  const judgementReason = found.risk === found.band ? null : scored.judgementReason;
  await tx.riskAssessment.createMany({
    data: [{ ...of, id, meetingId: await sittingOn(tx, held.id), assessedById: actor.personId, assessedAt: now, ...scoresOf(scored), ...found, judgementReason }],
  });
  await tx.caseContent.update({ where: { caseId: held.id }, data: { risk: found.risk }, select: { caseId: true } });
  return { event: "risk.assessed", subject: subjectOf(held), particulars: { assessmentId: id } };
}

/** The meeting at which the case is taken at this moment, if one sits. */
async function sittingOn(tx: Tx, caseId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select m.id from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.case_id = ${caseId}::uuid and m.state = 'in_session' order by m.opened_at desc limit 1`;
  return rows[0]?.id ?? null;
}
