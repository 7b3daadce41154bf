import { beforeAll, describe, expect, test } from "vitest";
import { answerEscalation, receiveEscalation, returnEscalation, writeAnswer } from "@/domain/escalations/commands/board-acts.ts";
import { composeEscalation } from "@/domain/escalations/commands/compose-escalation.ts";
import { closeEscalation, withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { recordHeard } from "@/domain/escalations/commands/record-outside.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { escalationSteps, mayTake } from "@/domain/escalations/lifecycle.ts";
import { listEscalation } from "@/domain/meetings/commands/list-escalation.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { type EscalationState, type EscalationStepKind, enums } from "@/domain/kernel/enums.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { type Holder, type Permission, policy } from "@/domain/kernel/policy.ts";
import { owner } from "../../support/database.ts";
import { aPartnership } from "../../support/world.ts";
import { aCase } from "../cases/arranged.ts";
import { aDraft, type Boarded, days, held, planned, rowOf, sent, sentAt, withBoards, words } from "./arrange.ts";

// Every state × every part somebody plays × every act: the cells are made from the policy table and the table of steps, and each is run.

type Part = "chair" | "coordinator" | "member" | "holder" | "boardChair" | "boardCoordinator" | "boardMember" | "otherChair" | "administrator" | "elsewhere";
type Act = { permission: Permission; step: EscalationStepKind | null; on: "forum" | "board"; run: (world: Boarded, who: Actor, reference: string, meeting: string) => Promise<Outcome<unknown>> };
const at = days(3);
const reason = "A reason of more than twenty characters";
const acts: Record<string, Act> = {
  receive: { permission: "escalation.receive", step: "received", on: "board", run: async (world, who, reference) => receiveEscalation(who, await held(world, reference), at) },
  list: { permission: "escalation.list", step: "listed", on: "board", run: async (world, who, reference, meeting) => listEscalation(who, { ...(await held(world, reference)), meeting }, at) },
  answer: { permission: "escalation.answer", step: "answered", on: "board", run: async (world, who, reference) => answerEscalation(who, { ...(await held(world, reference)), words: "From March.", safeWords: "" }, at) },
  return: { permission: "escalation.return", step: "returned", on: "board", run: async (world, who, reference) => returnEscalation(who, { ...(await held(world, reference)), reason }, at) },
  withdraw: { permission: "escalation.withdraw", step: "withdrawn", on: "forum", run: async (world, who, reference) => withdrawEscalation(who, { ...(await held(world, reference)), reason }, at) },
  close: { permission: "escalation.close", step: "closed", on: "forum", run: async (world, who, reference) => closeEscalation(who, { ...(await held(world, reference)), note: "Done.", safeWords: "" }, at) },
};
/** Of the holders of the policy table, whom each part is one of: told apart from the code. */
const isOf: Record<Part, Partial<Record<"forum" | "board", Holder[]>>> = {
  chair: { forum: ["chair in force", "chair's office"] },
  coordinator: { forum: ["chair's office"] },
  member: {},
  holder: { board: ["holder at the board"] },
  boardChair: { board: ["chair in force", "chair's office"] },
  boardCoordinator: { board: ["chair's office"] },
  boardMember: {},
  otherChair: {},
  administrator: {},
  elsewhere: {},
};
/** Who sees that it exists, in which states: the forum always; the board's office and holder always; its members once it was received. */
const follows = (part: Part, received: boolean): boolean =>
  part === "boardMember" ? received : ["chair", "coordinator", "member", "holder", "boardChair", "boardCoordinator"].includes(part);

let world: Boarded;
let people: Record<Part, Actor>;
let meeting: string;
let escalation: string;
beforeAll(async () => {
  world = await withBoards(await aPartnership());
  const { chair, coordinator, police, marpChair, northChair, administrator, marpMember, northMember } = world.people;
  const elsewhere = (await aPartnership("Safer Elsewhere")).people.chair;
  // the holder is a member of the board without an office there
  await owner.query("insert into memberships (id, partnership_id, forum_id, person_id, agency_id, from_on) values (gen_random_uuid(), $1, $2, $3, $4, '2025-01-01')", [world.partnershipId, world.board, northMember.personId, northMember.agencyId]);
  people = { chair, coordinator, member: police, holder: northMember, boardChair: marpChair, boardCoordinator: world.boardCoordinator, boardMember: marpMember, otherChair: northChair, administrator, elsewhere };
  meeting = await planned(world, { day: "12", month: "1", year: "2027" });
  ({ escalation } = await sent(world));
});

/** As the tables would stand, whatever way it came to that state. */
async function putIn(state: EscalationState): Promise<void> {
  const { id } = await rowOf(world, escalation);
  const [after] = [["received", "listed", "heard", "answered", "closed", "returned", "withdrawn"].includes(state)];
  await owner.query("delete from agenda_items where escalation_id = $1", [id]);
  await owner.query("alter table escalations disable trigger listed_on_an_item");
  await owner.query(
    `update escalations set state = $2, holder_id = $3, received_at = $4, listed_at = $5, listed_on = $6, listed_as = $7, meeting_id = null, item_id = null, heard_at = $8, heard_as = $9, answered_at = $10, ended_at = $11 where id = $1`,
    [id, state, people.holder.personId, after ? sentAt : null, state === "listed" ? sentAt : null, state === "listed" ? "2027-01-12" : null, state === "listed" ? "PDB-2027-01" : null,
      ["heard", "answered", "closed"].includes(state) ? sentAt : null, ["heard", "answered", "closed"].includes(state) ? "PDB 1/27" : null, ["answered", "closed"].includes(state) ? sentAt : null, ["closed", "returned", "withdrawn"].includes(state) ? sentAt : null]);
  await owner.query("alter table escalations enable trigger listed_on_an_item");
  await owner.query("delete from escalation_answers where escalation_id = $1", [id]);
}

const cells = enums.escalation_state.flatMap((state) => Object.keys(acts).flatMap((act) => (Object.keys(isOf) as Part[]).map((part) => [state, part, act] as const)));

describe("each cell of state × part × act", () => {
  test.each(cells)("%s: the %s %s", async (state, part, name) => {
    const act = acts[name];
    if (!act) throw new Error(name);
    await putIn(state);
    const received = !["sent"].includes(state);
    const outcome = await act.run(world, people[part], escalation, meeting);
    const seen = follows(part, received);
    const holders: readonly Holder[] = policy[act.permission];
    const may = holders.some((holder) => isOf[part][act.on]?.includes(holder));
    const legal = act.step !== null && (mayTake(act.step, state) || (act.step === "listed" && state === "sent"));
    const is = outcome.ok ? "done" : outcome.problem.kind === "refused" ? "refused" : outcome.problem.kind;
    if (name === "list" && part !== "boardChair" && part !== "boardCoordinator") {
      // the meeting is asked for first: out of the board it isn't there; its members see it and may not hold it
      expect(["notFound", "forbidden"]).toContain(is);
    } else expect(is).toBe(!seen ? "notFound" : !may ? "forbidden" : legal ? "done" : "refused");
    expect((await rowOf(world, escalation)).state).toBe(outcome.ok && act.step ? escalationSteps[act.step].to : state);
  });

  test("every permission of escalations is among them, or has a test of its own", () => {
    const all = Object.keys(policy).filter((permission) => permission.startsWith("escalation."));
    expect(all.toSorted()).toEqual([...Object.values(acts).map(({ permission }) => permission), "escalation.compose", "escalation.send", "escalation.writeAnswer", "escalation.recordOutside", "escalation.askSecretary", "escalation.confirm"].toSorted());
  });
});

describe("what isn't a step of one that is there", () => {
  test.each(Object.keys(isOf) as Part[])("escalation.compose and escalation.send: the %s", async (part) => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    const composed = await composeEscalation(people[part], words({ caseReference: found.reference, to: `board:${world.board}` }), sentAt);
    expect(composed.ok).toBe(part === "chair" || part === "coordinator");
    const sentIt = await sendEscalation(people[part], await aDraft(world, found), sentAt);
    expect(sentIt.ok).toBe(part === "chair");
  });

  test("escalation.writeAnswer is the board's office's, and of an item that holds one", async () => {
    await putIn("received");
    await listEscalation(world.boardCoordinator, { ...(await held(world, escalation)), meeting }, at);
    const { item_id: itemId } = await rowOf(world, escalation);
    const said = { itemId, words: "From March.", safeWords: "" };
    expect(await writeAnswer(people.boardCoordinator, said, at)).toMatchObject({ problem: { kind: "refused", rule: "escalation.meetingOver" } });
    expect(await writeAnswer(people.boardMember, said, at)).toMatchObject({ problem: { kind: "forbidden", permission: "escalation.writeAnswer" } });
    for (const part of ["chair", "member", "otherChair", "elsewhere"] as const) expect(await writeAnswer(people[part], said, at)).toMatchObject({ problem: { kind: "notFound" } });
  });

  test("escalation.recordOutside is of a board that doesn't use the application alone", async () => {
    await putIn("listed");
    const said = async () => ({ ...(await held(world, escalation)), on: "2026-11-04", listedAs: "Minute 4" });
    expect(await recordHeard(people.coordinator, await said(), at)).toMatchObject({ problem: { rule: "escalation.notYourBoard" } });
    expect(await recordHeard(people.member, await said(), at)).toMatchObject({ problem: { kind: "forbidden", permission: "escalation.recordOutside" } });
  });
});
