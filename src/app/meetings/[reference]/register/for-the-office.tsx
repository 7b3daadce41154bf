import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { wayWords as words } from "@/wording/register-ways.ts";

/** The register's other ways, for the chair's office: the screen of the room, its own screen, and paper. */
export function ForTheOffice({ register: { reference, allowed } }: { register: RegisterView }) {
  if (!allowed.signOthers && !allowed.printSheet && !allowed.enterSheet) return null;
  const home = `/meetings/${reference}`;
  return (
    <Card title={words.office}>
      <div className="button-group">
        {allowed.signOthers && (
          <>
            <ButtonLink href={`${home}/screen`} tone="secondary">
              {words.toScreen}
            </ButtonLink>
            <ButtonLink href={`${home}/register/others`} tone="secondary">
              {words.toOthers}
            </ButtonLink>
          </>
        )}
        {allowed.printSheet && (
          <ButtonLink href={`${home}/sheet`} tone="secondary">
            {words.toSheet}
          </ButtonLink>
        )}
        {allowed.enterSheet && (
          <ButtonLink href={`${home}/sheet/enter`} tone="secondary">
            {words.toEnter}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
