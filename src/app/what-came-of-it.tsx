import type { RaisedEscalation } from "@/domain/escalations/queries/list-raised.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import type { ToldStepDown } from "@/domain/step-downs/queries/find-told.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { toldOfStepDown } from "@/wording/step-downs.ts";

/** For whoever raised something: what went to a board, how far it has come there, and that things have improved. Of the case behind it there is nothing here. */
export function WhatCameOfIt({ wentUp, steppedDown }: { wentUp: readonly RaisedEscalation[]; steppedDown: ToldStepDown | null }) {
  return (
    <>
      {steppedDown && (
        <Card title={toldOfStepDown.title}>
          <p>
            {toldOfStepDown.since(steppedDown.signedOn)} {toldOfStepDown.by(steppedDown.agency)}
          </p>
          {steppedDown.words && <Said title={toldOfStepDown.words} said={steppedDown.words} />}
        </Card>
      )}
      {wentUp.length > 0 && (
        <Card title={words.wentUp} note={words.wentUpNote} id="board">
          {wentUp.map((one) => (
            <section key={`${one.sentOn} ${one.reference ?? one.state}`} className="mb-4">
              <h3>
                {one.board ?? words.someBoard(one.outside)} {one.reference && <Reference href={`/escalations/${one.reference}`}>{one.reference}</Reference>}
              </h3>
              <p className="quiet">{words.wentOn(inWords(one.sentOn))}</p>
              {one.notListed && one.state !== "listed" ? <Alert kind="warning" title={words.notOnAgenda}>{stands(one)}</Alert> : <p className="max-w-measure">{stands(one)}</p>}
              {one.words && <Said title={words.youCanSay} said={one.words} />}
            </section>
          ))}
        </Card>
      )}
    </>
  );
}

const Said = ({ title, said }: { title: string; said: string }) => (
  <>
    <p className="mt-4 font-semibold">{title}</p>
    <blockquote className="whitespace-pre-line break-words">{said}</blockquote>
  </>
);

function stands({ state, notListed, listBy, listedOn, heardOn, answeredOn, endedOn }: RaisedEscalation): string {
  if (state === "returned" && endedOn) return words.wentReturned(inWords(endedOn));
  if (state === "withdrawn" && endedOn) return words.wentWithdrawn(inWords(endedOn));
  if (state === "closed" && endedOn) return words.wentClosed(inWords(endedOn));
  if (answeredOn) return words.wentAnswered(inWords(answeredOn));
  if (heardOn) return words.wentHeard(inWords(heardOn));
  if (listedOn) return words.wentOnto(inWords(listedOn));
  return notListed ? words.wasNotListed(inWords(listBy)) : words.notYetListed(inWords(listBy));
}
