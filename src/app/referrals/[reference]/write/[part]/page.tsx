import { notFound, redirect } from "next/navigation";
import { viewReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { partWords } from "@/wording/referrals.ts";
import { referralWords, writeWords as words } from "@/wording/referral-pages.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { CheckForm } from "./check-form.tsx";
import { GatewaysForm } from "./gateways-form.tsx";
import { MatterForm } from "./matter-form.tsx";
import { ReferralRiskForm } from "./risk-form.tsx";
import { SharingForm } from "./sharing-form.tsx";
import { ThresholdForm } from "./threshold-form.tsx";

const forms = { matter: MatterForm, threshold: ThresholdForm, sharing: SharingForm, gateways: GatewaysForm, risk: ReferralRiskForm, check: CheckForm } as const;
type Written = keyof typeof forms;
const isPart = (part: string): part is Written => Object.hasOwn(forms, part);
const titles: Record<Written, string> = { ...partWords, gateways: words.gateways, check: words.check };

/** One part of a referral, for whoever writes it. What can't be sent yet isn't checked yet. */
export default async function WritePage({ params }: { params: Promise<{ reference: string; part: string }> }) {
  const actor = await requireActor();
  const { part } = await params;
  if (!isPart(part)) notFound();
  const form = await viewReferralForm(actor, await readReference(params));
  if (!form) notFound();
  const { reference } = form;
  if (part === "check" && form.missing.length > 0) redirect(`/referrals/${reference}`);
  const Form = forms[part];
  const title = referralWords.titleOf(titles[part], reference);
  return (
    <Frame actor={actor} title={title} current="referrals" marked>
      <BackLink href={`/referrals/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <Form form={form} title={title} />
      </QuestionPage>
    </Frame>
  );
}
