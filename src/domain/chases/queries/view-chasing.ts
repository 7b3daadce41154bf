import { aboutAction } from "../../action-plan/queries/about-action.ts";
import { dayOf } from "../../kernel/dates.ts";
import { can } from "../../kernel/policy.ts";
import type { Facts } from "../../mail/send.ts";
import { view } from "../../view.ts";
import type { ChaseQuery } from "../inputs.ts";
import { tellsManagerFrom } from "../rules.ts";
import { findLate, type LateAction } from "./find-late.ts";

export type ChaseMail = { to: string; reference: string } & ({ template: "action.chased"; facts: Facts["action.chased"] } | { template: "action.chasedManager"; facts: Facts["action.chasedManager"] });
export type Chasing = {
  forum: { code: string; name: string };
  today: string;
  late: LateAction[];
  /** What was ticked and can be chased, and every mail that this would send. */
  chosen: LateAction[];
  mails: ChaseMail[];
};

/** The mails of one chase: to the owner, and from the third on to whoever answers for the agency. */
export function mailsOf({ reference, owner, due, chases, manager }: LateAction): ChaseMail[] {
  const facts = { action: reference, due, times: chases + 1 };
  return [
    { to: owner, reference, template: "action.chased", facts },
    ...(manager && chases + 1 >= tellsManagerFrom ? [{ to: manager.name, reference, template: "action.chasedManager" as const, facts }] : []),
  ];
}

/** What is late in a forum and can be chased, for whoever may chase there: the deputy, on cases from which the chair is recused. Null for anybody else. */
export const viewChasing = view(async ({ tx, actor, standing, now, may }, { forum: code, action: wanted }: ReturnType<typeof ChaseQuery.parse>): Promise<Chasing | null> => {
  const forums = await tx.forum.findMany({ where: { id: { in: standing.appointments.map(({ forumId }) => forumId) } }, select: { id: true, code: true, name: true }, orderBy: { name: "asc" } });
  const today = dayOf(now);
  const whole = forums.filter(({ id }) => may("action.chase", { forumId: id })).find((one) => code === null || one.code === code);
  const forum = whole ?? forums.find((one) => one.code === code);
  if (!forum) return null;
  const found = await findLate(tx, { forumId: forum.id, today, personId: actor.personId });
  const late = whole ? found : await chasedBy(found, async (action) => can(standing, "action.chase", await aboutAction(tx, actor, standing, { ...action, forumId: forum.id }, today)));
  if (!whole && late.length === 0) return null;
  const chosen = late.filter(({ reference, obstacle }) => obstacle === null && wanted.includes(reference));
  return { forum: { code: forum.code, name: forum.name }, today, late, chosen, mails: chosen.flatMap(mailsOf) };
});

async function chasedBy(found: readonly LateAction[], may: (action: LateAction) => Promise<boolean>): Promise<LateAction[]> {
  const theirs: LateAction[] = [];
  for (const each of found) if (await may(each)) theirs.push(each);
  return theirs;
}
