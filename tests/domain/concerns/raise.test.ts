import { beforeEach, expect, test } from "vitest";
import { dropDraft } from "@/domain/concerns/commands/drop-draft.ts";
import { keepAnswer } from "@/domain/concerns/commands/keep-answer.ts";
import { logConcern } from "@/domain/concerns/commands/log-concern.ts";
import { passConcern } from "@/domain/concerns/commands/pass-concern.ts";
import { raiseConcern } from "@/domain/concerns/commands/raise-concern.ts";
import { viewDraft, viewDraftCheck } from "@/domain/concerns/queries/view-draft.ts";
import { viewConcern } from "@/domain/concerns/queries/view-concern.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aDraft, answers, aRaised, asStands, daysLater, done, eventsOf, key, mailsTo, minutesLater, now, stateOf } from "./arrange.ts";

let world: World;
beforeEach(async () => {
  world = await aPartnership();
});

const people = () => world.people;

test("five answers one after another, then it is raised: with a reference, and an answer promised for the next Friday", async () => {
  const { councillor } = people();
  const a = answers(world);
  const first = done(await keepAnswer(councillor, { question: "what", draftId: "", afterId: "", what: a.what }, now));
  expect(first).toMatchObject({ danger: false, next: "where" });
  const { draftId } = first;
  expect((await viewDraft(councillor, { draftId }))?.draft).toMatchObject({ wardId: world.wardId, surgeryOn: "2026-11-27", answeredTo: 1 });
  expect(done(await keepAnswer(councillor, { question: "where", draftId, wardId: a.wardId, place: a.place }, now)).next).toBe("often");
  expect(await raiseConcern(councillor, { draftId }, now)).toMatchObject({ problem: { rule: "concern.notAnswered" } });
  expect(done(await keepAnswer(councillor, { question: "often", draftId, frequency: a.frequency, tried: a.tried, triedWords: "" }, now)).next).toBe("who");
  expect(done(await keepAnswer(councillor, { question: "who", draftId, residents: "", contact: "", surgeryOn: a.surgeryOn }, now)).next).toBe("tell");
  expect(done(await keepAnswer(councillor, { question: "tell", draftId, mayTell: "yes" }, now)).next).toBe("check");
  // a change leads straight back to the check
  expect(done(await keepAnswer(councillor, { question: "where", draftId, wardId: a.wardId, place: "The rec" }, now)).next).toBe("check");
  const { reference } = done(await raiseConcern(councillor, { draftId }, now));
  expect(reference).toBe("CON-2026-0001");
  expect(await stateOf(reference, world)).toEqual({ state: "raised", hearBy: "2026-12-04" });
  expect(await viewConcern(councillor, reference)).toMatchObject({ isMine: true, isOffice: false, place: "The rec", hearBy: "2026-12-04", progress: { step: "received" }, office: null });
  expect(await viewDraft(councillor, { draftId })).toBeNull();
  const left = await owner.query("select what, place, contact from concern_drafts where id = $1", [draftId]);
  expect(left.rows).toEqual([{ what: null, place: null, contact: null }]);
});

test("the chair and the coordinator hear that it waits, by its reference alone, and the trail holds no word of it", async () => {
  const concern = await aRaised(world);
  const facts = [{ template: "concern.waits", facts: { concern: concern.reference } }];
  expect(await Promise.all([people().chair, people().coordinator, people().deputy, people().councillor, people().housing].map(mailsTo))).toEqual([facts, facts, [], [], []]);
  const events = await eventsOf(world, "concern.raised");
  expect(events).toMatchObject([{ person_id: people().councillor.personId, reference: concern.reference, forum_id: world.forums.CEN, particulars: { meetingId: null } }]);
  expect(JSON.stringify(await eventsOf(world))).not.toMatch(/motorcycle|kimber|darren|oakenshaw/i);
});

test("without a chair the deputy hears of it", async () => {
  await owner.query("delete from appointments where person_id = $1", [people().chair.personId]);
  await aRaised(world);
  expect(await mailsTo(people().deputy)).toHaveLength(1);
});

test.each(["housing", "bystander", "governance", "northMember"] as const)("anyone signed in may raise one: %s", async (who) => {
  const concern = await aRaised(world, {}, people()[who]);
  expect(await viewConcern(people()[who], concern.reference)).toMatchObject({ isMine: true });
});

test("who has left may not", async () => {
  const draftId = await aDraft(world);
  await owner.query("update people set left_at = $2 where id = $1", [people().councillor.personId, now]);
  expect(await raiseConcern(people().councillor, { draftId }, minutesLater(1))).toEqual({ ok: false, problem: { kind: "notFound" } });
});

test("a form sent twice, with the same key or with another, raises one concern", async () => {
  const draftId = await aDraft(world);
  const twice = key();
  const both = await Promise.all([raiseConcern(people().councillor, { draftId, ...twice }, now), raiseConcern(people().councillor, { draftId, ...twice }, now)]);
  expect(both.map((one) => one.ok && one.value)).toEqual([{ reference: "CON-2026-0001" }, { reference: "CON-2026-0001" }]);
  expect(await raiseConcern(people().councillor, { draftId, ...key() }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
  expect((await owner.query("select from concerns where partnership_id = $1", [world.partnershipId])).rowCount).toBe(1);
});

test("ten at one moment have ten references, running; another year begins anew, and another partnership counts for itself", async () => {
  const drafts = await Promise.all(Array.from({ length: 10 }, () => aDraft(world)));
  const raised = await Promise.all(drafts.map((draftId) => raiseConcern(people().councillor, { draftId }, now)));
  expect(raised.map((one) => done(one).reference).toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `CON-2026-${String(n + 1).padStart(4, "0")}`));
  expect((await aRaised(world, {}, people().councillor, new Date("2027-01-04T09:00:00Z"))).reference).toBe("CON-2027-0001");
  expect((await aRaised(await aPartnership("Safer Elsewhere"))).reference).toBe("CON-2026-0001");
});

test("somebody else's draft, one of another partnership and one that never was are the same to everybody: not there", async () => {
  const draftId = await aDraft(world);
  const other = await aPartnership("Safer Elsewhere");
  for (const who of [people().chair, people().coordinator, people().bystander, other.people.councillor]) {
    for (const id of [draftId, "00000000-0000-4000-8000-000000000009"]) {
      expect(await viewDraft(who, { draftId: id })).toBeNull();
      expect(await viewDraftCheck(who, id)).toBeNull();
      for (const outcome of [await raiseConcern(who, { draftId: id }, now), await dropDraft(who, { draftId: id }, now), await keepAnswer(who, { question: "tell", draftId: id, mayTell: "no" }, now)]) expect(outcome).toEqual({ ok: false, problem: { kind: "notFound" } });
    }
  }
});

test("a ward of another partnership is no ward", async () => {
  const other = await aPartnership("Safer Elsewhere");
  expect(await keepAnswer(people().councillor, { question: "all", draftId: "", afterId: "", ...answers(world, { wardId: other.wardId }) }, now)).toMatchObject({ problem: { fields: { wardId: ["Select the ward"] } } });
});

test("dropped, it is emptied", async () => {
  const draftId = await aDraft(world);
  done(await dropDraft(people().councillor, { draftId }, now));
  expect((await owner.query("select what, contact from concern_drafts where id = $1", [draftId])).rows).toEqual([{ what: null, contact: null }]);
  expect(await raiseConcern(people().councillor, { draftId }, now)).toMatchObject({ problem: { kind: "notFound" } });
});

test("another from the same surgery keeps its day and its ward; somebody else's concern lends nothing", async () => {
  const secondWard = await aWard("Kiln Rise");
  const concern = await aRaised(world, { wardId: secondWard, surgeryOn: { day: "20", month: "11", year: "2026" } });
  const { draftId } = done(await keepAnswer(people().councillor, { question: "what", draftId: "", afterId: concern.id, what: "Fly-tipping again" }, now));
  expect((await viewDraft(people().councillor, { draftId }))?.draft).toMatchObject({ wardId: secondWard, surgeryOn: "2026-11-20" });
  const theirs = done(await keepAnswer(people().housing, { question: "what", draftId: "", afterId: concern.id, what: "Fly-tipping again" }, now));
  expect((await viewDraft(people().housing, { draftId: theirs.draftId }))?.draft).toMatchObject({ wardId: null, surgeryOn: "2026-11-27" });
});

const aWard = async (name: string, forum = world.forums.CEN) => {
  const id = crypto.randomUUID();
  const { rows } = await owner.query<{ area_id: string }>("select area_id from forums where id = $1", [forum]);
  await insert("wards", { id, partnership_id: world.partnershipId, area_id: rows[0]?.area_id, name });
  return id;
};

test("from another ward: explained, and passed to its councillor, whose surgery log it stands in; whoever passed it keeps seeing what they wrote, and no answer", async () => {
  const ward = await aWard("Aldershaw");
  await insert("elected_members", { id: crypto.randomUUID(), partnership_id: world.partnershipId, person_id: people().northMember.personId, ward_id: ward, from_on: "2025-01-01" });
  const draftId = await aDraft(world, people().councillor, { wardId: ward });
  expect(await viewDraftCheck(people().councillor, draftId)).toMatchObject({ outside: true, complete: true, place: { ward: "Aldershaw" }, councillors: [{ id: people().northMember.personId, name: "Cllr Peter Dunnock" }] });
  expect(await passConcern(people().councillor, { draftId, toId: people().housing.personId }, now)).toMatchObject({ problem: { fields: { toId: ["Select a councillor of that ward"] } } });
  const { reference } = done(await passConcern(people().councillor, { draftId, toId: people().northMember.personId }, now));
  expect(await stateOf(reference, world)).toEqual({ state: "logged", hearBy: null });
  expect(await mailsTo(people().northMember)).toEqual([{ template: "concern.passed", facts: { concern: reference } }]);
  expect(await viewConcern(people().northMember, reference)).toMatchObject({ isMine: true, passedBy: "Cllr Grace Hinchliffe", contact: { words: "Mrs Oakenshaw, 01632 960017" }, allowed: { raise: true } });
  expect(await viewConcern(people().councillor, reference)).toMatchObject({ isMine: false, passedByMe: true, steps: [], allowed: { raise: false, settle: false, follow: false } });
  expect(await viewConcern(people().chair, reference)).toBeNull();
});

test("in one's own ward nothing is explained, and whoever is no councillor chooses freely", async () => {
  expect(await viewDraftCheck(people().councillor, await aDraft(world))).toMatchObject({ outside: false, isCouncillor: true });
  expect(await viewDraftCheck(people().housing, await aDraft(world, people().housing, { wardId: await aWard("Aldershaw") }))).toMatchObject({ outside: false, isCouncillor: false, councillors: [] });
});

test("the surgery log is for councillors", async () => {
  const draftId = await aDraft(world, people().housing);
  expect(await logConcern(people().housing, { draftId }, now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "concern.log" } });
  expect((await eventsOf(world, "access.refused")).at(-1)).toMatchObject({ person_id: people().housing.personId, particulars: { permission: "concern.log" } });
});

test("a ward whose area has no case identification meeting: refused in words, and what was written is kept", async () => {
  const areaId = crypto.randomUUID();
  const ward = crypto.randomUUID();
  await insert("areas", { id: areaId, partnership_id: world.partnershipId, name: "Faraway" });
  await insert("wards", { id: ward, partnership_id: world.partnershipId, area_id: areaId, name: "Farthest" });
  const draftId = await aDraft(world, people().councillor, { wardId: ward });
  expect(await raiseConcern(people().councillor, { draftId }, now)).toMatchObject({ problem: { rule: "concern.noForum" } });
  expect((await viewDraft(people().councillor, { draftId }))?.draft?.what).toContain("motorcycles");
});

test("words of immediate danger are kept and told of, and the person goes on; the chair's office sees it first", async () => {
  const quiet = await aRaised(world, {}, people().councillor, now);
  const said = done(await keepAnswer(people().councillor, { question: "all", draftId: "", afterId: "", ...answers(world, { what: "He has a knife and she is afraid for her life" }) }, now));
  expect(said.danger).toBe(true);
  const { reference } = done(await raiseConcern(people().councillor, { draftId: said.draftId }, minutesLater(5)));
  expect(await viewConcern(people().chair, reference)).toMatchObject({ saysDanger: true, what: "He has a knife and she is afraid for her life" });
  expect(await viewConcern(people().chair, quiet.reference)).toMatchObject({ saysDanger: false });
});

test("across Christmas the promise leaves out bank holidays, the partnership's own too", async () => {
  await insert("bank_holidays", { partnership_id: world.partnershipId, on_day: "2026-12-24", name: "Given by the council" });
  const concern = await aRaised(world, {}, people().councillor, new Date("2026-12-22T17:00:00Z"));
  expect(await stateOf(concern.reference, world)).toMatchObject({ hearBy: "2027-01-04" });
  const late = await viewConcern(people().chair, concern.reference, new Date("2027-01-05T09:00:00Z"));
  expect(late).toMatchObject({ waited: 6, isLate: true });
  expect(await viewConcern(people().chair, concern.reference, new Date("2027-01-04T09:00:00Z"))).toMatchObject({ waited: 5, isLate: false });
});

test("what is asked of each field is told one by one, and nothing is kept", async () => {
  const outcome = await keepAnswer(people().councillor, { question: "all", draftId: "", afterId: "", what: " ", wardId: "", place: "\u0000", frequency: "", tried: "never", residents: "0", contact: "x".repeat(301), mayTell: "", surgeryOn: { day: "31", month: "2", year: "2026" }, triedWords: "" }, now);
  expect(outcome).toEqual({
    ok: false,
    problem: {
      kind: "invalid",
      fields: {
        what: ["Enter what is happening"], wardId: ["Select the ward"], place: ["Enter where it is happening"], frequency: ["Select how often it happens"], tried: ["Select whether it has been raised before"],
        residents: ["Number of residents must be a whole number from 1 to 9,999"], contact: ["How to reach them must be 300 characters or less"], mayTell: ["Select whether they may be told"], surgeryOn: ["Date you were told must be a real date"],
      },
    },
  });
  expect(await keepAnswer(people().councillor, { question: "who", draftId: await aDraft(world), residents: "1,200", contact: "", surgeryOn: daysLater(1).toISOString().slice(0, 10) }, now)).toMatchObject({ problem: { fields: { surgeryOn: ["Date you were told must be today or in the past"] } } });
  expect((await owner.query("select from concerns where partnership_id = $1", [world.partnershipId])).rowCount).toBe(0);
});

test("an answer that belongs to no question is refused whole", async () => {
  expect(await keepAnswer(people().councillor, { question: "tell", draftId: await aDraft(world), mayTell: "yes", what: "smuggled" }, now)).toMatchObject({ ok: false, problem: { kind: "invalid" } });
  expect(await asStands(world, (await aRaised(world)).reference)).toMatchObject({ version: 1 });
});
