import { notFound } from "next/navigation";
import { currentSession, requireActor } from "@/app/actor.ts";
import { titleOf } from "@/app/outside.tsx";
import { readReference } from "@/app/read-reference.ts";
import { sessionEnds } from "@/app/session-ends.ts";
import { slotInWords } from "@/domain/kernel/dates.ts";
import { viewScreen } from "@/domain/sign-in/queries/view-screen.ts";
import { ownOrigin } from "@/platform/same-origin.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Qr } from "@/ui/content/qr.tsx";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { SessionWarning } from "@/ui/shell/session-warning.client.tsx";
import { sessionWords } from "@/wording/accounts.ts";
import { screenWords as words } from "@/wording/register-ways.ts";
import { shellWords } from "@/wording/shell.ts";

/** The screen on the wall of the room, for everybody's eyes: the code, how many have signed, and nobody's name. It loads itself anew with each minute, script or none, and keeps no session open by that. */
export default async function ScreenPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const screen = await viewScreen(actor, { reference: await readReference(params) });
  if (!screen) notFound();
  const { reference, forum, startsAt, limitMinutes, place, code, signed, guests, expected } = screen;
  const session = await currentSession();
  const { origin, host } = ownOrigin();
  return (
    <AppShell name={actor.partnershipName} product={shellWords.product} homeHref={`/meetings/${reference}`}>
      <title>{titleOf(`${words.title} ${reference}`)}</title>
      {/* a second late rather than early, so that it isn't the code of the minute before */}
      <meta httpEquiv="refresh" content={String(screen.seconds + 1)} />
      <div className="room-screen">
        <div>
          <h1>{forum}</h1>
          <p className="quiet">{`${slotInWords(startsAt, limitMinutes)} · ${place}`}</p>
          <p className="room-screen-count">{words.count(signed, expected)}</p>
          {guests > 0 && <p>{words.guests(guests)}</p>}
        </div>
        {code ? (
          <div>
            <h2>{words.scan}</h2>
            <Qr text={`${origin}/r/${code}`} label={words.qr} width={420} />
            <p>{words.orGo(`${host}/r`)}</p>
            <p className="room-screen-code">
              <span aria-hidden="true">{code}</span>
              <span className="sr-only">{words.codeIs([...code].join(" "))}</span>
            </p>
            <p className="quiet">{words.changes}</p>
          </div>
        ) : (
          <Alert title={words.shut}>{words.shutText}</Alert>
        )}
      </div>
      {session && <SessionWarning ends={sessionEnds(session)} words={sessionWords} address="/api/session" signInHref="/sign-in" />}
    </AppShell>
  );
}
