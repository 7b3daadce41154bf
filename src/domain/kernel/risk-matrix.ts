import type { z } from "zod";
import { enums, type Risk } from "./enums.ts";
import { choice, optionalChoice, optionalText } from "./inputs.ts";

/**
 * The matrix by which risk is told (domain, section 5): six factors, each at one of four levels that are said in words, three points a level. A referral is
 * scored by it, and a case as often as something changes; only two scorings say whether anything became better.
 */
export const riskFactors = ["frequency", "escalation", "targeting", "vulnerability", "impact", "support"] as const;
export type RiskFactor = (typeof riskFactors)[number];
export const riskLevels = [0, 1, 2, 3] as const;
export type RiskLevel = (typeof riskLevels)[number];
export type RiskScores = Record<RiskFactor, RiskLevel>;

const pointsALevel = 3;
export const highestTotal = riskFactors.length * 3 * pointsALevel;

/** "33" */
export const totalOf = (scores: RiskScores): number => pointsALevel * riskFactors.reduce((sum, factor) => sum + scores[factor], 0);
/** Standard up to 15, medium from 18, high from 30 of 54. */
export const bandOf = (total: number): Risk => (total >= 30 ? "high" : total >= 18 ? "medium" : "standard");

/** Whether one risk is less than another. */
export const isLower = (risk: Risk, than: Risk): boolean => enums.risk.indexOf(risk) < enums.risk.indexOf(than);

export type Judged = { total: number; band: Risk; risk: Risk };
export type JudgementProblem = { field: "judgement" | "judgementReason"; message: string };

/** What the matrix says, and what professional judgement makes of it: it may raise the band with a reason, never lower it (rule 22). */
export function judged(scores: RiskScores, { judgement, judgementReason }: { judgement: Risk | null; judgementReason: string | null }): Judged | JudgementProblem {
  const total = totalOf(scores);
  const band = bandOf(total);
  if (judgement === null || judgement === band) return { total, band, risk: band };
  if (isLower(judgement, band)) return { field: "judgement", message: "Risk can be raised by judgement, not lowered by it" };
  if (judgementReason === null) return { field: "judgementReason", message: "Enter why the risk is higher than the matrix says" };
  return { total, band, risk: judgement };
}

const levels = ["0", "1", "2", "3"] as const;
const level = (empty: string) => choice(levels, empty).transform((said) => Number(said) as RiskLevel);

/** The matrix as a form asks it: part of a strict object. */
export const riskFields = {
  frequency: level("Select how often it happens"),
  escalation: level("Select whether it is getting worse"),
  targeting: level("Select whether somebody is targeted"),
  vulnerability: level("Select how vulnerable those harmed are"),
  impact: level("Select what it does to those harmed"),
  support: level("Select what support they have"),
  judgement: optionalChoice(enums.risk, "Select the risk"),
  judgementReason: optionalText({ called: "Why the risk is higher", max: 1000 }),
} satisfies Record<RiskFactor | "judgement" | "judgementReason", z.ZodType>;

/** The scores of a form that was read. */
export const scoresOf = ({ frequency, escalation, targeting, vulnerability, impact, support }: RiskScores): RiskScores => ({ frequency, escalation, targeting, vulnerability, impact, support });
