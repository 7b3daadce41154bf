import type { AgencyKind, GatewayPart } from "@/domain/kernel/enums.ts";

export const agencyKindWords: Record<AgencyKind, string> = {
  council: "Council",
  police: "Police",
  integrated_care_board: "Integrated care board",
  health_provider: "Health provider",
  probation: "Probation",
  fire: "Fire and rescue",
  housing: "Housing",
  school: "School",
  voluntary: "Voluntary sector",
  other: "Other",
};

/** A gateway is four answers, not one. */
export const gatewayPartWords: Record<GatewayPart, string> = { power: "Power", lawful_basis: "Lawful basis", condition: "Condition", confidentiality: "Confidentiality" };

export const gatewayPartNotes: Record<GatewayPart, string> = {
  power: "The law that lets one agency give information to another. It is checked against each agency that receives.",
  lawful_basis: "Why data protection law lets you. Consent is rarely the right basis: people at risk are seldom free to refuse.",
  condition: "What more is needed for health, ethnicity and other special information, and for offences and allegations.",
  confidentiality: "Why a confidence gives way, where there is one.",
};

export const notChecked = "Not yet checked by a lawyer";
