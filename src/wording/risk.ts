import { highestTotal, type RiskFactor, type RiskLevel } from "@/domain/kernel/risk-matrix.ts";
import type { Risk } from "@/domain/kernel/enums.ts";
import { riskWords } from "./cases.ts";

export const riskFactorWords: Record<RiskFactor, string> = {
  frequency: "How often it happens",
  escalation: "Whether it is getting worse",
  targeting: "Whether somebody is targeted",
  vulnerability: "How vulnerable those harmed are",
  impact: "What it does to those harmed",
  support: "What support they have",
};

export const riskLevelWords: Record<RiskFactor, Record<RiskLevel, string>> = {
  frequency: { 0: "Once, or not for six months", 1: "Now and then, less than once a month", 2: "Most months", 3: "Every week or more" },
  escalation: { 0: "Less often or less serious than it was", 1: "The same as before", 2: "More often or more serious", 3: "Threats, weapons or violence" },
  targeting: { 0: "Anybody who is there", 1: "A place or a group", 2: "A person or household", 3: "A person or household, because of who they are" },
  vulnerability: { 0: "No more than anybody", 1: "Worn down by it", 2: "By age, health, disability or where they live", 3: "By several of these, or a child at risk" },
  impact: { 0: "A nuisance", 1: "Changes what they do", 2: "Harms their health, home or work", 3: "Fear for their life or safety" },
  support: { 0: "Family, friends and a service that helps", 1: "Some help, and it works", 2: "Little help, or it has not worked", 3: "Alone with it" },
};

/** "Matrix 33 of 54" */
export const totalWords = (total: number): string => `${total} of ${highestTotal}`;
/** "33, then 27, then 21", the first scoring first. */
export const courseWords = (totals: readonly number[]): string => totals.join(", then ");

export const riskPage = {
  titleOf: (reference: string) => `Risk: ${reference}`,
  title: "Risk",
  lead: (risk: Risk) => `${riskWords[risk]} by the latest scoring.`,
  notScored: (risk: Risk) => `${riskWords[risk]}, by the judgement of those who took the case. It has not been scored yet.`,
  course: "Scorings",
  courseCaption: "Scorings of this case, the newest first",
  columns: { when: "Scored", total: "Matrix", risk: "Risk", by: "By" },
  raised: (band: Risk, reason: string) => `Raised from ${riskWords[band].toLowerCase()} by judgement: ${reason}`,
  at: (meeting: string) => `At ${meeting}`,
  none: "Not scored yet",
  noneText: "Each scoring of this case stands here, so that the forum can see whether its work has made anything better.",
  latest: "The latest scoring",
  score: "Score the risk",
  scoreNote: "Say what is so today. Each level counts three points: up to 15 is standard, from 18 medium, from 30 high.",
  judgement: "Your judgement (optional)",
  judgementHint: "It can raise what the matrix says, not lower it",
  asMatrix: "As the matrix says",
  judgementReason: "Why the risk is higher than the matrix says (optional)",
  judgementReasonHint: "Needed only where you raise it",
  submit: "Save the scoring",
  cancel: "Cancel",
  link: "Scorings",
  scoreLink: "Score the risk",
} as const;
