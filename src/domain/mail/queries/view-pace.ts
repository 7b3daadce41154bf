import type { MailPace } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { type ChosenKind, chosenKinds, paceUnlessSaid } from "../rules.ts";

export { chosenKinds, type ChosenKind };
export type Pace = Record<ChosenKind, MailPace> & { quiet: boolean; email: string };

/** How somebody hears of what may wait, as they said it or as it is until they do, and at which address. */
export const viewPace = view(async ({ tx, actor: { personId } }, _: Record<never, never>): Promise<Pace> => {
  const said = await tx.mailPreference.findFirst({ where: { personId }, select: { reminder: true, progress: true, papers: true, quiet: true } });
  const { email } = await tx.person.findFirstOrThrow({ where: { id: personId }, select: { email: true } });
  return { email, ...(said ?? { ...paceUnlessSaid, quiet: false }) };
});
