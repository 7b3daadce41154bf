import { momentInWords } from "@/domain/kernel/dates.ts";
import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonGroup, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { attendanceWords, registerWords as words } from "@/wording/sign-in.ts";

/** What the register says of the person who reads, when there is nothing for them to sign. */
export function MySignature({ register }: { register: RegisterView }) {
  const { reference, mySignature, myAbsence, allowed } = register;
  if (mySignature) {
    const { signedAt, agency, represents, declarationVersion } = mySignature;
    return (
      <Card title={words.signed(momentInWords(signedAt))} note={words.signedFor(agency, represents)} icon="signature">
        <Stack>
          {declarationVersion !== null && <p>{words.signedVersion(declarationVersion)}</p>}
          <p>{allowed.openPapers ? words.papersNote : words.noPapers}</p>
          {allowed.openPapers && (
            <ButtonGroup>
              <ButtonLink href={`/meetings/${reference}#agenda`}>{words.openPapers}</ButtonLink>
            </ButtonGroup>
          )}
        </Stack>
      </Card>
    );
  }
  const isOver = !allowed.reply;
  return (
    <Alert title={isOver ? words.closed : words.doorsShut}>
      <p>{isOver ? (allowed.openPapers ? "" : words.closedText) : words.doorsShutText}</p>
      {myAbsence && (
        <p>
          {words.myAbsence(attendanceWords[myAbsence])} {!isOver && words.comingAfterAll}
        </p>
      )}
    </Alert>
  );
}
