/** Every enum of the field, once. The database, Prisma, zod and the wording are held to these lists by a test. */
export const enums = {
  agency_kind: ["council", "police", "integrated_care_board", "health_provider", "probation", "fire", "housing", "school", "voluntary", "other"],
  partnership_office_kind: ["administrator", "information_governance", "evaluator"],
  link_purpose: ["account_invitation", "password_reset"],
  route_purpose: ["enquiry_answer", "escalation_date"],
  mail_state: ["waiting", "sent", "captured", "dead", "held", "bundled", "unwanted"],
  mail_kind: ["account", "tasked", "dates", "reminder", "progress", "papers", "bundle"],
  mail_pace: ["immediate", "daily", "none"],
  forum_kind: ["cim", "marp", "board"],
  office: ["chair", "deputy", "coordinator"],
  capacity: ["substantive", "interim", "acting"],
  counter_kind: ["case", "action", "minute", "enquiry"],
  meeting_change_kind: ["moved", "cancelled", "made_sure"],
  meeting_reply_kind: ["coming", "apologies", "apologies_with_information", "deputy"],
  sign_in_way: ["own_device", "room_code", "remote", "coordinators_screen", "printed_sheet"],
  correction_state: ["proposed", "accepted", "refused"],
  minute_part: ["discussion", "decision_reason", "resolution"],
  meeting_kind: ["ordinary", "extraordinary"],
  meeting_state: ["scheduled", "published", "in_session", "closed", "circulated", "confirmed", "cancelled"],
  agenda_item_kind: ["register", "interests", "last_minutes", "matters_arising", "actions", "case", "hotspots", "other_business", "next_meeting", "concerns", "escalations", "step_downs", "report", "presentation", "reports_back", "planned_reports", "other_minutes", "discussion"],
  item_outcome: ["noted", "agreed", "deferred", "referred_on"],
  case_decision: ["continue", "step_down", "escalate", "close", "defer"],
  attendance_status: ["present", "apologies", "apologies_with_information", "absent"],
  concern_state: ["logged", "raised", "taken", "joined", "redirected", "declined", "escalated", "answered"],
  concern_frequency: ["once", "now_and_then", "weekly", "daily"],
  concern_tried: ["not_yet", "surgery", "service"],
  concern_may_tell: ["yes", "ask_first", "no"],
  concern_answer_kind: ["taken", "joined", "redirected", "declined", "escalated", "more_asked", "more_told", "replied", "answered"],
  subject_type: ["victim", "perpetrator", "location", "theme"],
  case_stage: ["open", "stepped_down", "closed"],
  risk: ["standard", "medium", "high"],
  step_down_end: ["dropped", "undone", "returned", "closed"],
  watch_finding: ["quiet", "some_concern", "trigger_met"],
  action_state: ["recorded", "assigned", "accepted", "declined", "in_progress", "reported_done", "verified", "incomplete", "cancelled"],
  referral_state: ["draft", "sent", "more_asked", "taken", "joined", "redirected", "declined"],
  harm_class: ["personal", "nuisance", "environmental"],
  incomplete_kind: ["circumstances_changed", "not_done"],
  capacity_reason: ["staffing", "budget", "other_priorities", "waiting_on_others", "not_our_power"],
  action_step_kind: ["recorded", "assigned", "accepted", "progress", "reported_done", "reported_incomplete", "returned", "verified", "cancelled", "reassigned", "declined", "kept", "proposed_owner", "asked_more_time", "time_granted", "time_refused", "changed", "waiting", "waiting_over"],
  action_ask: ["more_time", "another_owner"],
  escalation_state: ["sent", "received", "listed", "heard", "answered", "closed", "returned", "withdrawn"],
  escalation_step_kind: ["sent", "received", "listed", "unlisted", "heard", "answered", "closed", "returned", "withdrawn"],
  repeat_source: ["concern", "referral", "case"],
  repeat_party: ["person", "place", "record"],
  interest_kind: ["pecuniary", "personal", "other", "sensitive"],
  interest_about: ["employer", "contract", "property", "street", "family", "friendship", "membership", "other"],
  gateway_part: ["power", "lawful_basis", "condition", "confidentiality"],
  source_grade: ["reliable", "untested", "unreliable"],
  marking: ["official", "official_sensitive"],
} as const;

type Enums = typeof enums;
export type AgencyKind = Enums["agency_kind"][number];
export type PartnershipOfficeKind = Enums["partnership_office_kind"][number];
export type RoutePurpose = Enums["route_purpose"][number];
export type MailKind = Enums["mail_kind"][number];
export type MailPace = Enums["mail_pace"][number];
export type ForumKind = Enums["forum_kind"][number];
export type Office = Enums["office"][number];
export type Capacity = Enums["capacity"][number];
export type CounterKind = Enums["counter_kind"][number];
export type MeetingKind = Enums["meeting_kind"][number];
export type MeetingState = Enums["meeting_state"][number];
export type AgendaItemKind = Enums["agenda_item_kind"][number];
export type MeetingChangeKind = Enums["meeting_change_kind"][number];
export type MeetingReplyKind = Enums["meeting_reply_kind"][number];
export type CorrectionState = Enums["correction_state"][number];
export type MinutePart = Enums["minute_part"][number];
export type ItemOutcome = Enums["item_outcome"][number];
export type CaseDecision = Enums["case_decision"][number];
export type SignInWay = Enums["sign_in_way"][number];
export type AttendanceStatus = Enums["attendance_status"][number];
export type ConcernState = Enums["concern_state"][number];
export type ConcernFrequency = Enums["concern_frequency"][number];
export type ConcernTried = Enums["concern_tried"][number];
export type ConcernMayTell = Enums["concern_may_tell"][number];
export type ConcernAnswerKind = Enums["concern_answer_kind"][number];
export type SubjectType = Enums["subject_type"][number];
export type CaseStage = Enums["case_stage"][number];
export type Risk = Enums["risk"][number];
export type StepDownEnd = Enums["step_down_end"][number];
export type WatchFinding = Enums["watch_finding"][number];
export type ActionState = Enums["action_state"][number];
export type ReferralState = Enums["referral_state"][number];
export type HarmClass = Enums["harm_class"][number];
export type IncompleteKind = Enums["incomplete_kind"][number];
export type CapacityReason = Enums["capacity_reason"][number];
export type ActionStepKind = Enums["action_step_kind"][number];
export type ActionAsk = Enums["action_ask"][number];
export type EscalationState = Enums["escalation_state"][number];
export type EscalationStepKind = Enums["escalation_step_kind"][number];
export type RepeatSource = Enums["repeat_source"][number];
export type InterestKind = Enums["interest_kind"][number];
export type InterestAbout = Enums["interest_about"][number];
export type GatewayPart = Enums["gateway_part"][number];
export type SourceGrade = Enums["source_grade"][number];
export type Marking = Enums["marking"][number];

/** States in which the owner still has the action to do or to answer for, and so sees what it is about (rule 26). */
export const openActionStates = ["assigned", "accepted", "in_progress", "reported_done"] as const satisfies readonly ActionState[];

/** An escalation that some board still has to deal with: beside its case, "escalated" (rule 20). Computed, never a state of the case. */
export const openEscalationStates = ["sent", "received", "listed", "heard", "answered"] as const satisfies readonly EscalationState[];
