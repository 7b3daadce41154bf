import { expect, test } from "vitest";
import { bandOf, judged, type RiskLevel, type RiskScores, riskFactors, totalOf } from "@/domain/kernel/risk-matrix.ts";

const scored = (...levels: RiskLevel[]) => Object.fromEntries(riskFactors.map((factor, index) => [factor, levels[index] ?? 0])) as RiskScores;
const asItIs = { judgement: null, judgementReason: null };

test("three points a level: the demonstration's 33 and 21", () => {
  expect(totalOf(scored(3, 2, 2, 2, 2, 0))).toBe(33);
  expect(totalOf(scored(1, 1, 2, 2, 1, 0))).toBe(21);
  expect(totalOf(scored(3, 3, 3, 3, 3, 3))).toBe(54);
});

test("every total has its band: standard up to 15, medium from 18, high from 30", () => {
  expect(Array.from({ length: 19 }, (_, i) => bandOf(i * 3))).toEqual([...Array(6).fill("standard"), ...Array(4).fill("medium"), ...Array(9).fill("high")]);
});

test("judgement raises a band with a reason, and never lowers it", () => {
  const medium = scored(2, 2, 2, 0, 0, 0);
  expect(judged(medium, asItIs)).toEqual({ total: 18, band: "medium", risk: "medium" });
  expect(judged(medium, { judgement: "high", judgementReason: "A threat was made" })).toEqual({ total: 18, band: "medium", risk: "high" });
  expect(judged(medium, { judgement: "high", judgementReason: null })).toMatchObject({ field: "judgementReason" });
  expect(judged(medium, { judgement: "standard", judgementReason: "It feels better" })).toMatchObject({ field: "judgement" });
  expect(judged(medium, { judgement: "medium", judgementReason: "As it says" })).toEqual({ total: 18, band: "medium", risk: "medium" });
});
