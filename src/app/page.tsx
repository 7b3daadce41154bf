import type { ReactNode } from "react";
import { type Home, viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { type ConcernHome, viewConcernHome } from "@/domain/concerns/queries/view-concern-home.ts";
import { type DueView, viewDue } from "@/domain/step-downs/queries/view-due.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { withWeekday } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { homeWords as words, partWords } from "@/wording/home.ts";
import { requireActor } from "./actor.ts";
import { Frame } from "./frame.tsx";
import { EnquiriesCard } from "./home-enquiries.tsx";
import { AttentionCard } from "./home-attention.tsx";
import { CycleCard } from "./home-cycle.tsx";
import { CasesCard, LastRegisterCard } from "./home-figures.tsx";
import { CouncillorConcerns, OwnCard, WaitingConcernsCard, WardCard } from "./home-concerns.tsx";
import { InvitationsCard } from "./home-invitations.tsx";
import { LaterMeetings, NextMeetingCard } from "./home-meetings.tsx";
import { OwnActionsCard } from "./home-own-actions.tsx";
import { TermsCard } from "./home-terms.tsx";
import { ThanksCard } from "./home-thanks.tsx";
import { TalksCard } from "./home-talks.tsx";
import { WatchesCard } from "./home-watches.tsx";
import { Totals } from "./home-totals.tsx";

export default async function HomePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const [home, due, concerns] = await Promise.all([viewHome(actor, {}), viewDue(actor, {}), viewConcernHome(actor, {})]);
  return (
    <Frame actor={actor} title={words.title} current="home" marked={home.own.actions.length > 0}>
      <PageHeader title={words.greet(greetingAt(home.readAt), [actor.style, actor.name].filter(Boolean).join(" "))} subtitle={withWeekday(home.today)} />
      <EnquiriesCard actor={actor} />
      <TalksCard actor={actor} />
      {home.invitations.length > 0 && (
        <div className="mb-6">
          <InvitationsCard invitations={home.invitations} />
        </div>
      )}
      {home.part === "evaluator" ? <Totals actor={actor} typed={await searchParams} /> : <Part home={home} due={due} concerns={concerns} actor={actor} />}
    </Frame>
  );
}

const hourInLondon = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", hourCycle: "h23" });

function greetingAt(at: Date): string {
  const hour = Number(hourInLondon.format(at));
  return hour < 12 ? words.greeting.morning : hour < 18 ? words.greeting.afternoon : words.greeting.evening;
}

function Part({ home, due, concerns, actor }: { home: Home; due: DueView; concerns: ConcernHome; actor: Actor }) {
  const { part } = home;
  if (part === "office" || part === "member") return <OfForums home={home} due={due} concerns={concerns} isOffice={part === "office"} terms={<TermsCard actor={actor} />} />;
  if (concerns.isCouncillor) return <Columns main={<CouncillorConcerns home={concerns} />} side={<WardCard home={concerns} />} />;
  if (part === "none" && home.invitations.length > 0) return null;
  return (
    <EmptyState title={partWords[part].title} icon="landmark" actions={actor.governs ? <ButtonLink href="/audit">{words.toAudit}</ButtonLink> : actor.administers && <ButtonLink href="/admin">{words.toAdministration}</ButtonLink>}>
      {partWords[part].text}
    </EmptyState>
  );
}

/** A meeting to sign at or to go to now comes first; then whoever was tasked begins with that, everybody else with the meeting. */
function OfForums({ home, due, concerns, isOffice, terms }: { home: Home; due: DueView; concerns: ConcernHome; isOffice: boolean; terms: ReactNode }) {
  const [next, ...later] = home.meetings;
  const tasked = home.own.total > 0;
  const pressing = next?.step === "signRegister" || next?.step === "enterRoom";
  const ownFirst = tasked && !isOffice && !pressing;
  const meeting = <NextMeetingCard meeting={next} isOffice={isOffice} />;
  const own = <OwnActionsCard own={home.own} today={home.today} />;
  return (
    <Columns
      main={
        <Stack>
          {concerns.isCouncillor && !pressing && <CouncillorConcerns home={concerns} />}
          {ownFirst && own}
          {meeting}
          {!ownFirst && (tasked || !isOffice) && own}
          {concerns.isCouncillor && pressing && <CouncillorConcerns home={concerns} />}
          {!concerns.isCouncillor && concerns.own.length > 0 && <OwnCard own={concerns.own} />}
          {home.cycle.length > 0 && <CycleCard cycle={home.cycle} />}
          {due.checks.length > 0 && <WatchesCard checks={due.checks} />}
        </Stack>
      }
      side={
        <>
          {isOffice && <WaitingConcernsCard waiting={concerns.waiting} />}
          {concerns.isCouncillor && <WardCard home={concerns} />}
          {isOffice && <AttentionCard attention={home.attention} stepDowns={due.attention} />}
          {terms}
          {home.thanks.length > 0 && <ThanksCard thanks={home.thanks} />}
          {isOffice && <LastRegisterCard registers={home.registers} forumId={next?.forumId} />}
          {home.cases.length > 0 && <CasesCard cases={home.cases} />}
          {later.length > 0 && <LaterMeetings meetings={later} />}
        </>
      }
    />
  );
}
