import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, confirmedWords, day, id, optionalId, optionalText, reference, several, text, ticked, version, optionalChoice } from "../kernel/inputs.ts";
import { actionStatuses } from "./rules.ts";

/** What makes an action (rule 13): what is to be done, by whom, until when, and how it will be known that it is done. */
export const AddActionInput = z.strictObject({
  itemId: id("Select the item the action comes from"),
  ownerId: id("Select who owns the action"),
  wording: text({ called: "Action", empty: "Enter what is to be done", max: 300 }),
  namelessWording: optionalText({ called: "Action without names", max: 300 }),
  due: day({ called: "Date the action is due", empty: "Enter the date the action is due" }),
  measure: text({ called: "How it will be known to be done", empty: "Enter how it will be known to be done", max: 300 }),
  namesNobody: confirmedWords,
  /** Needed for somebody's immediate safety: a meeting below its quorum tasks nobody for anything else (rule 4). */
  forSafety: ticked,
  /** Whose particulars the task needs: by default nobody's. */
  subjectIds: several(id("Select the people and places that the task needs")).pipe(z.array(z.string()).max(50)),
});

/** An action as it is said, in one line. */
export const ReadActionInput = z.strictObject({ itemId: id("Select the item the action comes from"), line: text({ called: "Action", empty: "Enter what is to be done", max: 600 }) });

const held = { reference, version };
/** An act that needs no words: confirming. */
export const ActionInput = z.strictObject(held);
/** Who does it in the owner's agency; empty: the owner. */
export const AcceptActionInput = z.strictObject({ ...held, officerId: optionalId("Select who does it") });
export const DeclineActionInput = z.strictObject({ ...held, reason: text({ called: "Reason", empty: "Enter why your agency declines the action", max: 1000 }) });
export const ProposeOwnerInput = z.strictObject({ ...held, ownerId: id("Select who should own the action"), reason: text({ called: "Reason", empty: "Enter why it is theirs", max: 1000 }) });
export const KeepOwnerInput = z.strictObject({ ...held, reason: text({ called: "Reason", empty: "Enter why it stays with its owner", max: 1000 }) });
export const AskMoreTimeInput = z.strictObject({ ...held, due: day({ called: "New date", empty: "Enter the new date" }), reason: text({ called: "Reason", empty: "Enter why more time is needed", max: 1000 }) });
/** Giving the time asked for needs no words; refusing it does. */
export const SettleTimeInput = z.discriminatedUnion(
  "answer",
  [
    z.strictObject({ ...held, answer: z.literal("grant"), reason: optionalText({ called: "Reason", max: 1000 }) }),
    z.strictObject({ ...held, answer: z.literal("refuse"), reason: text({ called: "Reason", empty: "Enter why there is no more time", max: 1000 }) }),
  ],
  { error: "Select whether there is more time" },
);
/** In place of an agency: somebody outside the partnership. */
export const outside = "outside";
export const WaitInput = z.strictObject({
  ...held,
  /** An agency of the partnership, or somebody outside it. */
  on: z.union([z.literal(outside), z.uuid()], { error: "Select whom the action waits for" }),
  until: day({ called: "Date it waits until", empty: "Enter until when it waits" }),
  note: text({ called: "What it waits for", empty: "Enter what it waits for", max: 1000 }),
});
export const ChangeActionInput = z.strictObject({
  ...held,
  wording: text({ called: "Action", empty: "Enter what is to be done", max: 300 }),
  namelessWording: optionalText({ called: "Action without names", max: 300 }),
  measure: text({ called: "How it will be known to be done", empty: "Enter how it will be known to be done", max: 300 }),
  due: day({ called: "Date the action is due", empty: "Enter the date the action is due" }),
  reason: text({ called: "Reason", empty: "Enter why the action is changed", max: 1000 }),
  namesNobody: confirmedWords,
});
/** Words of thanks name nobody: whoever did it may no longer see the case. */
export const VerifyActionInput = z.strictObject({ ...held, thanks: optionalText({ called: "Thanks", max: 300 }).default(null), namesNobody: confirmedWords });
/** A colleague of the owner, by the chair. */
export const ColleagueInput = z.strictObject({ reference, personId: id("Select a colleague of the owner") });
/** A person or place of the case that the task needs. */
export const TaskSubjectInput = z.strictObject({ reference, subjectId: id("Select the person or place that the task needs") });
export const CancelActionInput = z.strictObject({ ...held, reason: text({ called: "Reason", empty: "Enter why the action is cancelled", max: 1000 }) });
export const ReassignActionInput = z.strictObject({
  ...held,
  ownerId: id("Select who owns the action from now on"),
  reason: text({ called: "Reason", empty: "Enter why the action goes to somebody else", max: 1000 }),
});
export const ReturnActionInput = z.strictObject({ ...held, reason: text({ called: "Reason", empty: "Enter what is still missing", max: 1000 }) });
export const ReportProgressInput = z.strictObject({ ...held, note: text({ called: "Progress", empty: "Enter what has been done so far", max: 2000 }) });
export const ReportDoneInput = z.strictObject({ ...held, evidence: text({ called: "Evidence", empty: "Enter how it can be seen that this is done", max: 2000 }) });

/** Two different facts, never merged (rule 11): the world changed, or it wasn't done and something of ours stood in the way. */
export const ReportIncompleteInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ ...held, kind: z.literal("circumstances_changed"), note: text({ called: "What changed", empty: "Enter what changed", max: 2000 }) }),
    z.strictObject({
      ...held,
      kind: z.literal("not_done"),
      capacityReason: choice(enums.capacity_reason, "Select what stood in the way"),
      note: text({ called: "What happened", empty: "Enter what happened", max: 2000 }),
    }),
  ],
  { error: "Select why the action is incomplete" },
);

/** Several at once, each with the version that was seen: "CEN-118-2:3". */
const severalHeld = several(z.string().regex(/^[A-Za-z0-9-]{3,40}:\d{1,9}$/, { error: "Select an action" })).pipe(z.array(z.string()).min(1, { error: "Select an action" }).max(50, { error: "Select 50 actions or less" }));
export const VerifySeveralInput = z.strictObject({ actions: severalHeld });
export const CancelSeveralInput = z.strictObject({ actions: severalHeld, reason: text({ called: "Reason", empty: "Enter why the actions are cancelled", max: 1000 }) });
export const ReassignSeveralInput = z.strictObject({ actions: severalHeld, ownerId: id("Select who owns the actions from now on"), reason: text({ called: "Reason", empty: "Enter why the actions go to somebody else", max: 1000 }) });
export const MoveSeveralInput = z.strictObject({ actions: severalHeld, due: day({ called: "Date the actions are due", empty: "Enter the date the actions are due" }), reason: text({ called: "Reason", empty: "Enter why the date is changed", max: 1000 }) });
export const severalActs = ["verify", "reassign", "move", "cancel"] as const;
export type SeveralAct = (typeof severalActs)[number];
export const updateKinds = ["done", "progress", "circumstances_changed", "not_done"] as const;
export type UpdateKind = (typeof updateKinds)[number];
/** How an action stands, said in one form: the same four reports. */
export const UpdateActionInput = z
  .strictObject({
    ...held,
    how: choice(updateKinds, "Select how the action stands"),
    note: text({ called: "What the chair should know", empty: "Enter what the chair should know", max: 2000 }),
    capacityReason: optionalChoice(enums.capacity_reason, "Select what stood in the way"),
  })
  .refine(({ how, capacityReason }) => how !== "not_done" || capacityReason !== null, { path: ["capacityReason"], error: "Select what stood in the way" })
  .refine(({ how, capacityReason }) => how === "not_done" || capacityReason === null, { path: ["capacityReason"], error: "Select what stood in the way only if the action was not done" });

/** What was read out before its meeting closes; `notThere`: its owner was not at the table to hear it. */
export const ReadOutInput = z.strictObject({ reference, actionIds: several(id("Select what was read out")), notThere: ticked });

export const actionGroups = ["open", "all", "with_chair", "ownerless", "going_round", ...actionStatuses] as const;
export type ActionGroup = (typeof actionGroups)[number];
export const actionSorts = ["due", "-due", "reference", "-reference", "owner", "-owner"] as const;
export type ActionSort = (typeof actionSorts)[number];

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const fromAddress = <T extends z.ZodType>(schema: T) => z.preprocess(one, schema);

/** The filters of the action plan as they stand in its address. What can't be read is left out: an address never breaks a page. */
export const ActionFilters = z.object({
  forum: fromAddress(z.string().max(20).toUpperCase().nullable().catch(null)),
  meeting: fromAddress(reference.nullable().catch(null)),
  status: fromAddress(z.enum(actionGroups).nullable().catch(null)),
  agency: fromAddress(z.uuid().nullable().catch(null)),
  mine: fromAddress(z.literal("1").transform(() => true).catch(false)),
  ended: fromAddress(z.literal("quarter").nullable().catch(null)),
  sort: fromAddress(z.enum(actionSorts).nullable().catch(null)),
  page: fromAddress(z.coerce.number().int().min(1).max(100_000).catch(1)),
  all: fromAddress(z.literal("1").transform(() => true).catch(false)),
  select: fromAddress(z.literal("1").transform(() => true).catch(false)),
});
export type ActionFilters = z.infer<typeof ActionFilters>;
