import type { Tx } from "@/platform/db/client.ts";
import { dayOf } from "../../kernel/dates.ts";
import { Refusal } from "../../kernel/outcome.ts";
import { view } from "../../view.ts";
import { chairShutOut } from "../lifecycle.ts";
import { type Board, findBoards } from "./find-boards.ts";
import { findOrigin, type Origin, type OriginAsked } from "./find-origin.ts";

export type Composed = { draftId: string | null; version: number; itemId: string | null; to: string | null; title: string; tried: string; asked: string; given: string };
export type Composer = {
  origin: Pick<Origin, "forumId" | "forum" | "reference" | "kind">;
  /** What was said of a concern, to be put into words that name nobody. */
  said: { what: string; place: string } | null;
  meeting: string | null;
  boards: Board[];
  words: Composed;
  maySend: boolean;
};
type Asked = OriginAsked & { draftId: string | null; itemId: string | null };

/** What is known of a thing that is escalated, ready to be put into words for the board. Null for anybody but the chair's office of its forum. */
export const viewComposer = view(async ({ tx, now, may, record }, asked: Asked): Promise<Composer | null> => {
  const draft = asked.draftId === null ? null : await findDraft(tx, asked.draftId);
  if (asked.draftId !== null && !draft) return null;
  const origin = await found(() => findOrigin(tx, draft ?? asked));
  if (!origin || !may("escalation.compose", { forumId: origin.forumId })) return null;
  const boards = await findBoards(tx, origin.forumId, now);
  const itemId = draft?.itemId ?? asked.itemId;
  const item = itemId === null ? null : await findItem(tx, itemId);
  const { caseId, forumId, forum, reference, kind } = origin;
  const said = origin.concernOf === null ? null : await tx.concernContent.findFirst({ where: { concernId: origin.concernOf }, select: { what: true, place: true } });
  if (origin.concernOf !== null && said) record({ event: "concern.opened", subject: { type: "concern", id: origin.concernOf, reference, forumId, caseId: null }, particulars: {} });
  const words: Composed = draft ?? {
    draftId: null, version: 1, itemId: item ? itemId : null, to: boards.find(({ isNext }) => isNext)?.value ?? null,
    title: origin.title, tried: await whatWasTried(tx, origin), asked: item?.asked ?? "", given: origin.given,
  };
  return { origin: { forumId, forum, reference, kind }, said, meeting: item?.meeting ?? null, boards, words, maySend: may("escalation.send", { forumId: origin.forumId, chairRecused: await chairShutOut(tx, caseId) }) };
});

async function found<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Refusal && error.problem.kind === "notFound") return null;
    throw error;
  }
}

type Draft = Composed & OriginAsked;
async function findDraft(tx: Tx, id: string): Promise<Draft | null> {
  const rows = await tx.$queryRaw<Draft[]>`
    select d.id as "draftId", d.version, d.item_id as "itemId", case when d.board_id is not null then 'board:' || d.board_id else 'external:' || d.external_board_id end as to, d.title, d.tried, d.asked, d.given,
      c.reference as "caseReference", a.reference as "actionReference", n.reference as "concernReference"
    from escalation_drafts d left join cases c on c.id = d.case_id left join actions a on a.id = d.action_id left join concerns n on n.id = d.concern_id where d.id = ${id}::uuid and d.sent_as_id is null`;
  return rows[0] ?? null;
}

/** What the meeting that decided on it wrote: what it asks of the board. */
async function findItem(tx: Tx, itemId: string): Promise<{ meeting: string; asked: string | null } | null> {
  const rows = await tx.$queryRaw<{ meeting: string; asked: string | null }[]>`
    select m.reference as meeting, n.decision_reason as asked from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      left join minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id where i.id = ${itemId}::uuid`;
  return rows[0] ?? null;
}

/** Its actions by their nameless wording, one a line, with what became of each. */
async function whatWasTried(tx: Tx, origin: Origin): Promise<string> {
  const rows = await tx.$queryRaw<{ wording: string; state: string; kind: string | null; ended: string | null }[]>`
    select coalesce(a.nameless_wording, 'An action for ' || g.short_name) as wording, a.state, a.incomplete_kind as kind, a.ended_at as ended
    from actions a join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where ${origin.actionOf}::uuid is not distinct from case when ${origin.actionOf}::uuid is null then null else a.id end and (${origin.caseOf}::uuid is null or a.case_id = ${origin.caseOf}::uuid)
      and (${origin.actionOf}::uuid is not null or ${origin.caseOf}::uuid is not null) and a.state <> 'recorded' order by a.created_at limit 40`;
  return rows.map(({ wording, state, kind }) => `${wording}: ${becameOf(state, kind)}.`).join("\n");
}
const becameOf = (state: string, kind: string | null): string =>
  state === "verified" ? "done" : state === "incomplete" ? (kind === "circumstances_changed" ? "ended, circumstances changed" : "not done") : state === "cancelled" ? "cancelled" : state === "declined" ? "declined by its agency" : "still open";

export type Check = {
  draftId: string;
  version: number;
  forum: string;
  origin: Pick<Origin, "kind" | "reference">;
  board: Pick<Board, "name" | "holder" | "holderPost" | "cycleDays" | "nextMeeting" | "listBy" | "boardId">;
  title: string;
  tried: string;
  asked: string;
  given: string;
  savedOn: string;
  maySend: boolean;
};

/** A draft as it would go: for the chair's office of its forum, null for anybody else and once it was sent. */
export const viewCheck = view(async ({ tx, now, may }, draftId: string): Promise<Check | null> => {
  const draft = await findDraft(tx, draftId);
  const origin = draft && (await found(() => findOrigin(tx, draft)));
  if (!draft || !origin || !may("escalation.compose", { forumId: origin.forumId })) return null;
  const board = (await findBoards(tx, origin.forumId, now)).find(({ value }) => value === draft.to);
  if (!board) return null;
  return {
    draftId, version: draft.version, forum: origin.forum, origin: { kind: origin.kind, reference: origin.reference }, board,
    title: draft.title, tried: draft.tried, asked: draft.asked, given: draft.given, savedOn: dayOf(now),
    maySend: may("escalation.send", { forumId: origin.forumId, chairRecused: await chairShutOut(tx, origin.caseId) }),
  };
});
