import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, confirmedWords, day, id, optionalChoice, optionalText, reference, several, text, ticked, version } from "../kernel/inputs.ts";
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
/** An act that needs no words: accepting, confirming, verifying. */
export const ActionInput = z.strictObject(held);
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

export const actionGroups = ["open", "all", "ownerless", ...actionStatuses] as const;
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
});
export type ActionFilters = z.infer<typeof ActionFilters>;
