import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { Refusal, refuse } from "../../kernel/outcome.ts";
import { lockReferral, referralSubject } from "../../referrals/lifecycle.ts";
import { CheckSimilarInput } from "../inputs.ts";
import { mostChecks } from "../rules.ts";

/**
 * Whoever writes a referral asks whether other services hold something similar (rule 19): yes or no, for one or for many alike. Each time is kept with what it was
 * for. Asked again about the same people and places, they are told what they were told before.
 */
export const checkSimilar = command({
  permission: "repeats.check",
  input: CheckSimilarInput,
  async run({ tx, require, record }, { reference, purpose }) {
    const held = await lockReferral(tx, reference);
    // whose it is to triage isn't asked here: they are shown more on their own page
    if (!held.isWriter) throw new Refusal({ kind: "notFound" });
    require("repeats.check", { isReferrer: held.isWriter }, referralSubject(held));
    if (!held.isOpen) refuse("referral.movedOn", { state: held.state });
    const checkId = randomUUID();
    const [row] = await tx.$queryRaw<{ answer: "yes" | "no" | "off" | "often" | "nobody" | "nothing" }[]>`select app.check_repeats(${held.id}::uuid, ${checkId}::uuid, ${purpose}) as answer`;
    const answer = row?.answer;
    if (answer === "off") refuse("repeats.switchedOff");
    if (answer === "often") refuse("repeats.tooOften", { most: mostChecks.referral });
    if (answer === "nobody") refuse("repeats.nobodyYet");
    if (answer !== "yes" && answer !== "no") throw new Refusal({ kind: "notFound" });
    // the same for both answers; which it was stands in the check
    record({ event: "referral.similarAsked", subject: { type: "referral", id: held.id, reference: held.reference }, particulars: { checkId } });
    return { reference: held.reference };
  },
});
