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

/** The desk on which information governance keeps the gateways. */
export const gatewayDesk = {
  title: "Gateways",
  lead: "A gateway is four answers: the power, the lawful basis, the condition, and why confidentiality gives way. Law changes: add and end rows, and keep what they said.",
  back: "Audit",
  all: "Gateways",
  add: "Add a gateway",
  change: "Change",
  columns: { name: "Name", reaches: "Reaches", dates: "From and until", checked: "Checked" },
  anybody: "Any agency",
  nobody: "No kind of agency today",
  lawEnforcement: "Law enforcement only",
  isChecked: "Checked",
  since: (from: string) => `From ${from}`,
  sinceUntil: (from: string, until: string) => `From ${from} to ${until}`,
  notYet: "Not yet in force",
  ended: "Ended",

  part: "Which of the four it answers",
  name: "Name",
  nameHint: "The law by its name and section",
  plain: "In plain words",
  plainHint: "One line that is read in the room",
  from: "Day it begins",
  reach: "Whom it reaches",
  reachItems: { anybody: "Any agency", listed: "Only the kinds of agency selected" },
  kinds: "Kinds of agency (only where it is bound to some)",
  lawEnforcementOnly: "Law enforcement",
  lawEnforcementItem: "Only for law enforcement between competent authorities, under part 3 of the Data Protection Act 2018",
  submitAdd: "Add",
  cancel: "Cancel",

  what: "What it says",
  check: "Mark as checked by a lawyer",
  checkNote: "Until then it is marked wherever it is chosen and read.",
  end: "End it",
  endNote: "It can be chosen on its last day, and not after. What was shared by it stands as it was.",
  until: "Last day",
  recipients: "Kinds of agency it reaches",
  recipientKind: "Kind of agency",
  addRecipient: "Add a kind of agency",
  selectKind: "Select one",
  endRecipient: "End a kind of agency",
} as const;
