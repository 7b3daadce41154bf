import type { CaseStage, Risk, SubjectType } from "@/domain/kernel/enums.ts";

export const caseStageWords: Record<CaseStage, string> = { open: "Active", stepped_down: "Stepped down", closed: "Closed" };
export const caseStageTones = { open: "blue", stepped_down: "green", closed: "grey" } as const satisfies Record<CaseStage, string>;

/** What a case is about. Never "perpetrator" on screen: whether harm was caused may be alleged or known. */
export const subjectTypeWords: Record<SubjectType, string> = {
  victim: "Person harmed or at risk",
  perpetrator: "Person alleged or known to cause harm",
  location: "Place",
  theme: "Theme",
};

export const riskWords: Record<Risk, string> = { standard: "Standard risk", medium: "Medium risk", high: "High risk" };
export const riskTones = { standard: "grey", medium: "amber", high: "red" } as const satisfies Record<Risk, string>;

export const caseWords = {
  plural: "Cases",
  title: (reference: string) => `Case ${reference}`,
  back: "Cases",
} as const;
