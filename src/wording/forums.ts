import type { ForumKind, Office } from "@/domain/kernel/enums.ts";

export const forumKindWords: Record<ForumKind, string> = {
  cim: "Case Identification Meeting",
  marp: "Multi-Agency Risk Management Panel",
  board: "Board",
};

export const officeWords: Record<Office, string> = { chair: "Chair", deputy: "Deputy", coordinator: "Coordinator" };
