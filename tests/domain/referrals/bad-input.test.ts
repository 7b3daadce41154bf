import { beforeAll, expect, test } from "vitest";
import { describeMatter } from "@/domain/referrals/commands/describe-matter.ts";
import { addReferred } from "@/domain/referrals/commands/add-referred.ts";
import { answerThreshold } from "@/domain/referrals/commands/answer-threshold.ts";
import { declineReferral } from "@/domain/referrals/commands/decline-referral.ts";
import { sayWhyShared } from "@/domain/referrals/commands/say-why-shared.ts";
import { scoreReferral } from "@/domain/referrals/commands/score-referral.ts";
import { startReferral } from "@/domain/referrals/commands/start-referral.ts";
import { viewReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import { optionalPostcode, optionalTelephone } from "@/domain/kernel/contact-inputs.ts";
import { saysDanger } from "@/domain/kernel/danger.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { now } from "../cases/arranged.ts";
import { aReferral, done, matterForm, personForm, riskForm, type Row, sharingForm, startForm, thresholdForm, versionOf } from "./arrange.ts";

let world: World;
let row: Row;
let reference: string;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
  reference = done(await startReferral(world.people.housing, startForm(world), now)).reference ?? "";
});
const seen = async (of = reference) => ({ reference: of, version: await versionOf(world, of) });

/** What is typed that nobody should have to fear: too long, unreadable, or of some other language. */
const nasty = {
  "10,000 characters": "a".repeat(10_000), emoji: "👩‍👩‍👧‍👦🔥", "bidi overrides": "\u202Etxet\u202C a\u2066b\u2069", NUL: "a\u0000b", "a lone surrogate": "a\uD800b", HTML: "<script>alert(1)</script>", SQL: "'); drop table referrals; --", "a formula": "=HYPERLINK(\"http://x\")",
};
const forms = {
  matter: { command: describeMatter, form: () => matterForm(world), fields: ["happening", "wanted", "title", "summary"] },
  threshold: { command: answerThreshold, form: () => thresholdForm(world), fields: ["tried", "vulnerability", "occurrences"] },
  people: { command: addReferred, form: () => personForm(), fields: ["label", "name", "address", "postcode", "telephone", "safeContact"] },
  sharing: { command: sayWhyShared, form: () => sharingForm(), fields: ["purpose", "necessity", "proportionality", "leftOut", "informedReason", "notShared"] },
  risk: { command: scoreReferral, form: () => riskForm({ judgement: "high" }), fields: ["judgementReason"] },
} as const;

test.each(Object.entries(forms).flatMap(([part, { fields }]) => fields.map((field) => [part as keyof typeof forms, field] as const)))("%s: whatever is typed as %s is kept readable, or told in plain words", async (part, field) => {
  const { command, form } = forms[part];
  for (const [what, typed] of Object.entries(nasty)) {
    const outcome = await command(world.people.housing, { ...(await seen()), ...form(), [field]: typed }, now);
    if (outcome.ok) continue;
    expect(["invalid", "refused"], what).toContain(outcome.problem.kind);
    if (outcome.problem.kind === "invalid") expect(Object.keys(outcome.problem.fields), what).toEqual([field]);
  }
  const kept = JSON.stringify(await viewReferralForm(world.people.housing, reference, now));
  expect(kept).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/);
});

test("an answer of the chair is held to the same", async () => {
  const sent = await aReferral(world, row);
  expect(await declineReferral(world.people.chair, { ...(await seen(sent)), reason: nasty["10,000 characters"] }, now)).toEqual({ ok: false, problem: { kind: "invalid", fields: { reason: ["Answer to the referrer must be 2,000 characters or less"] } } });
  expect(await declineReferral(world.people.chair, { ...(await seen(sent)), reason: nasty.HTML }, now)).toMatchObject({ ok: true });
});

test.each([["s601ae", "S60 1AE"], ["S60 1AE", "S60 1AE"], ["  hf4-2ab ", "HF4 2AB"], ["", null]])("the postcode %j reads as %j", (typed, read) => {
  expect(optionalPostcode({ called: "Postcode" }).parse(typed)).toBe(read);
});
test.each([["01632960001", "01632 960001"], ["(01632) 960 001", "01632 960001"], ["+44 7700 900982", "07700 900982"], ["07700-900-982", "07700 900982"], ["+33 1 23 45 67 89", "+33 1 23 45 67 89"], ["", null]])("the telephone number %j reads as %j", (typed, read) => {
  expect(optionalTelephone({ called: "Telephone number" }).parse(typed)).toBe(read);
});
test.each([["He has a knife", true], ["She said that she will kill herself", true], ["They are in immediate danger", true], ["The house is on fire now", true], ["Noise at night since May", false], ["She comes home with new telephones", false]])("“%s” speaks of danger: %s", (words, is) => {
  expect(saysDanger(words)).toBe(is);
});
