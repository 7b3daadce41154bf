import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { Card } from "@/ui/content/card.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { registerWords as words } from "@/wording/sign-in.ts";

/** The text in full, as adopted: a paragraph for each block of it. */
export function Declaration({ declaration }: { declaration: RegisterView["declaration"] }) {
  return (
    <Card title={words.declaration} note={words.declarationVersion(declaration.version)}>
      <Prose>
        {declaration.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </Card>
  );
}
