import { listEscalationsOf } from "@/domain/escalations/queries/list-escalations.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { EscalationTag } from "./escalation-tag.tsx";

/** What of a case, an action or a concern was handed to a board, and how far it has come; nothing, where nothing was and the reader can't. */
export async function EscalationsOf({ actor, caseReference, actionReference, concernReference }: { actor: Actor; caseReference?: string; actionReference?: string; concernReference?: string }) {
  const { escalations, mayEscalate } = await listEscalationsOf(actor, { caseReference, actionReference, concernReference });
  // a concern that was never handed up has its way among the other answers
  if (escalations.length === 0 && (!mayEscalate || concernReference !== undefined)) return null;
  const compose = caseReference !== undefined ? `/escalations/new?case=${caseReference}` : concernReference !== undefined ? `/escalations/new?concern=${concernReference}` : `/escalations/new?action=${actionReference}`;
  return (
    <Card title={words.onRecord} id="escalations" actions={mayEscalate && <ButtonLink href={compose} tone="secondary" small>{words.escalate}</ButtonLink>}>
      {escalations.length === 0 ? (
        <p className="quiet">{words.noneOnRecord}</p>
      ) : (
        <ul className="divide-y divide-line">
          {escalations.map((one) => (
            <li key={one.id} className="py-3">
              <p>
                <Reference href={`/escalations/${one.reference}`}>{one.reference}</Reference> {one.board}
              </p>
              <p className="quiet">{words.sentOn(inWords(one.sentOn))}</p>
              <EscalationTag escalation={one} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
