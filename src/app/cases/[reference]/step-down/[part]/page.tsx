import { notFound, redirect } from "next/navigation";
import { viewStepDown } from "@/domain/step-downs/queries/view-step-down.ts";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { partWords, stepDownWords as words } from "@/wording/step-downs.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { CheckPart } from "./check-part.tsx";
import { ActionsPart, AssessmentPart, TellingPart, WatchPart } from "./parts.tsx";

const parts = { actions: ActionsPart, assessment: AssessmentPart, watch: WatchPart, telling: TellingPart, check: CheckPart };
const titles = { ...partWords, check: words.signTitle };
const isPart = (part: string): part is keyof typeof parts => Object.hasOwn(parts, part);

/** One part of a step-down. Before it is begun, or where parts are missing, it leads back to the list of parts. */
export default async function StepDownPartPage({ params }: { params: Promise<{ reference: string; part: string }> }) {
  const actor = await requireActor();
  const { part } = await params;
  if (!isPart(part)) notFound();
  const found = await viewStepDown(actor, await readReference(params));
  if (!found) notFound();
  const { reference, prepared, lacks } = found;
  if (!prepared || (part === "check" && lacks.length > 0)) redirect(`/cases/${reference}/step-down`);
  const title = words.titleOfPart(titles[part], reference);
  const Part = parts[part];
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}/step-down`}>{words.cancel}</BackLink>
      <QuestionPage>
        <Part found={found} prepared={prepared} title={title} heading={titles[part]} />
      </QuestionPage>
    </Frame>
  );
}
