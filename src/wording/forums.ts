import type { Capacity, ForumKind, Office, PartnershipOfficeKind } from "@/domain/kernel/enums.ts";

export const forumKindWords: Record<ForumKind, string> = {
  cim: "Case Identification Meeting",
  marp: "Multi-Agency Risk Management Panel",
  board: "Board",
};

export const officeWords: Record<Office, string> = { chair: "Chair", deputy: "Deputy", coordinator: "Coordinator" };
export const capacityWords: Record<Capacity, string> = { substantive: "Substantive", interim: "Interim", acting: "Acting" };
export const partnershipOfficeWords: Record<PartnershipOfficeKind, string> = { administrator: "Partnership administrator", information_governance: "Information governance officer", evaluator: "Community Safety evaluator" };
