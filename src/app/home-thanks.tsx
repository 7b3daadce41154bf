import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { homeWords as words } from "@/wording/home.ts";

/** What the chair thanked this person for lately. */
export function ThanksCard({ thanks }: { thanks: Home["thanks"] }) {
  return (
    <Card title={words.thanks}>
      <ul className="stack">
        {thanks.map(({ reference, by, words: said, at }) => (
          <li key={reference}>
            <q>{said}</q>
            <p className="quiet">
              <Reference href={`/actions/${reference}`}>{reference}</Reference> {words.thanksBy(by, inWords(dayOf(at)))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
