import { notFound } from "next/navigation";
import { slotInWords } from "@/domain/kernel/dates.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { interestWords } from "@/wording/interests.ts";
import { replyWords } from "@/wording/replies.ts";
import { shellWords } from "@/wording/shell.ts";
import { liveWords } from "@/wording/meetings.ts";
import { registerWords as words } from "@/wording/sign-in.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { Live } from "../live.client.tsx";
import { ReplyButtons } from "../../../reply-buttons.tsx";
import { InTheRoom } from "./in-the-room.tsx";
import { MySignature } from "./my-signature.tsx";
import { RecordAbsence } from "./record-absence.tsx";
import { ForTheOffice } from "./for-the-office.tsx";
import { Refuse } from "./refuse.tsx";
import { RegisterLists } from "./register-lists.tsx";
import { SignForm } from "./sign-form.tsx";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ shown?: string | string[] }> };

export default async function RegisterPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const register = await viewRegister(actor, { reference: await readReference(params) });
  if (!register) notFound();
  const { reference, allowed } = register;
  // whoever came by the code of the room carries our note of it; what it is worth is asked when they sign
  const { shown } = await searchParams;
  const where = `${register.forum} · ${slotInWords(register.startsAt, register.limitMinutes)} · ${register.place}`;
  return (
    <Frame actor={actor} title={`${words.title} ${reference}`} current="meetings">
      {(register.state === "published" || register.state === "in_session") && <Live address={`/meetings/${reference}/live`} words={liveWords} />}
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <Stack>
        <QuestionPage>
          <Stack>
            {allowed.sign ? (
              <SignForm register={register} shown={typeof shown === "string" ? shown : null} heading={<PageHeader eyebrow={reference} title={words.signTitle} subtitle={where} />} />
            ) : (
              <div>
                <PageHeader eyebrow={reference} title={words.title} subtitle={where} />
                <MySignature register={register} />
              </div>
            )}
            {allowed.sign && <Refuse register={register} />}
            {allowed.declareInterest && (
              <Card title={interestWords.ask} note={interestWords.askText}>
                <ButtonLink href={`/meetings/${reference}/interests`} tone="secondary">
                  {interestWords.toQuestion}
                </ButtonLink>
              </Card>
            )}
            {register.mySignature && allowed.recordDeparture && (
              <Card title={words.inTheRoom}>
                <InTheRoom reference={reference} personId={actor.personId} name={null} out={register.myOut} />
              </Card>
            )}
            {allowed.reply && (
              <Card title={replyWords.ask}>
                <ReplyButtons reference={reference} title={`${words.title} ${reference} – ${shellWords.titleEnd}`} />
              </Card>
            )}
          </Stack>
        </QuestionPage>
        {allowed.keep && <ForTheOffice register={register} />}
        {register.lines && <RegisterLists register={register} lines={register.lines} />}
        {allowed.recordAbsence && register.lines && <RecordAbsence reference={reference} lines={register.lines} />}
      </Stack>
    </Frame>
  );
}
