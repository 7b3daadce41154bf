import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { Card } from "@/ui/content/card.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { registerWords as words } from "@/wording/sign-in.ts";

/** The text in full, word for word as adopted. Blank lines part its blocks; a block's first line without a stop is its heading, a line with a dash a point. */
export function Declaration({ declaration }: { declaration: RegisterView["declaration"] }) {
  return (
    <Card title={words.declaration} note={words.declarationVersion(declaration.version)}>
      <Prose>
        {declaration.text.split(/\n{2,}/).map((block) => (
          <Block key={block} lines={block.split("\n")} />
        ))}
      </Prose>
    </Card>
  );
}

function Block({ lines }: { lines: string[] }) {
  const [first = "", ...rest] = lines;
  const hasHeading = rest.length > 0 && !/[.:;,]$|^- /.test(first);
  const body = hasHeading ? rest : lines;
  const points = body.filter((line) => line.startsWith("- "));
  return (
    <>
      {hasHeading && <h3>{first}</h3>}
      {body
        .filter((line) => !line.startsWith("- "))
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{point.slice(2)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
