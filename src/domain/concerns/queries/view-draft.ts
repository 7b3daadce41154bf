import { saysDanger } from "../../kernel/danger.ts";
import { dayOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { AnswersInput } from "../inputs.ts";
import { type Draft, findDraft } from "../lifecycle.ts";
import { type Councillor, councillorsOf, forumOf, listWards, wardsOf, type WardForum } from "./find-people.ts";

export type DraftForm = { draft: Draft | null; wards: { id: string; name: string; area: string }[]; ownWards: { id: string; name: string }[]; today: string; after: { id: string; reference: string; ward: string; surgeryOn: string | null } | null };

/** What the five questions begin with: one's own draft, or a new one, which may follow another from the same surgery. Null where there is no such draft of one's own. */
export const viewDraft = view(async ({ tx, actor, now }, { draftId, after }: { draftId: string | null; after?: string | null }): Promise<DraftForm | null> => {
  const today = dayOf(now);
  const draft = draftId ? await findDraft(tx, draftId) : null;
  if (draftId && !draft) return null;
  const before = after
    ? await tx.$queryRaw<NonNullable<DraftForm["after"]>[]>`
        select c.id, c.reference, w.name as ward, c.surgery_on::text as "surgeryOn" from concerns c join wards w on w.partnership_id = c.partnership_id and w.id = c.ward_id
        where c.reference = ${after} and c.raised_by_id = ${actor.personId}::uuid`
    : [];
  return { draft: draft ?? null, wards: await listWards(tx), ownWards: await wardsOf(tx, actor.personId, today), today, after: before[0] ?? null };
});

export type DraftCheck = {
  draft: Draft;
  /** Whether the five are answered: then it can be raised, kept or passed on. */
  complete: boolean;
  place: WardForum | null;
  danger: boolean;
  isCouncillor: boolean;
  /** A councillor's own ward, or anybody else's choice: nothing to explain. */
  outside: boolean;
  councillors: Councillor[];
};

/** The answers as they stand before they leave somebody's hands. */
export const viewDraftCheck = view(async ({ tx, actor, now }, draftId: string): Promise<DraftCheck | null> => {
  const draft = await findDraft(tx, draftId);
  if (!draft) return null;
  const today = dayOf(now);
  const own = await wardsOf(tx, actor.personId, today);
  const place = draft.wardId ? ((await forumOf(tx, draft.wardId)) ?? null) : null;
  const outside = own.length > 0 && draft.wardId !== null && !own.some(({ id }) => id === draft.wardId);
  return {
    draft, place, outside,
    complete: AnswersInput.safeParse(draft).success,
    danger: saysDanger(draft.what ?? ""),
    isCouncillor: own.length > 0,
    councillors: outside && draft.wardId ? await councillorsOf(tx, draft.wardId, today) : [],
  };
});

/** Drafts that somebody left, the newest first. */
export const listDrafts = view(async ({ tx }, _: Record<never, never>) => tx.$queryRaw<{ id: string; changedAt: Date; answeredTo: number }[]>`
  select id, changed_at as "changedAt", answered_to as "answeredTo" from concern_drafts where ended_at is null order by changed_at desc limit 10`);
