import { view } from "../../view.ts";
import { isOver, type Problem, type Template } from "../rules.ts";

/** A mail as an administrator sees it: to whom, of which kind and what became of it; never what it tells. */
export type ListedMail = { id: string; name: string; template: Template; madeAt: Date; tries: number; lastTryAt: Date | null; problem: Problem | null; canGoAgain: boolean };
export type Mails = { dead: ListedMail[]; tried: ListedMail[]; waiting: number; waitingSince: Date | null };

const columns = { id: true, personId: true, template: true, madeAt: true, tries: true, lastTryAt: true, problem: true } as const;
const most = 200;

/** What couldn't be sent, what is being tried again, and how many wait; null for whoever doesn't administer. */
export const listMails = view<object, Mails | null>(async ({ tx, may }) => {
  if (!may("mail.sendAgain")) return null;
  const dead = await tx.mail.findMany({ where: { state: "dead" }, orderBy: [{ madeAt: "desc" }, { id: "asc" }], take: most, select: columns });
  const tried = await tx.mail.findMany({ where: { state: "waiting", tries: { gt: 0 } }, orderBy: [{ madeAt: "asc" }, { id: "asc" }], take: most, select: columns });
  const waiting = await tx.mail.aggregate({ where: { state: "waiting" }, _count: { id: true }, _min: { madeAt: true } });
  const people = await tx.person.findMany({ where: { id: { in: [...dead, ...tried].map(({ personId }) => personId) } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const listed = ({ personId, ...mail }: (typeof dead)[number]): ListedMail => {
    const problem = mail.problem as Problem | null;
    return { ...mail, problem, template: mail.template as Template, name: names.get(personId) ?? "", canGoAgain: !isOver(problem) };
  };
  return { dead: dead.map(listed), tried: tried.map(listed), waiting: waiting._count.id, waitingSince: waiting._min.madeAt };
});
