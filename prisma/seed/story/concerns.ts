import { decideConcern } from "../../../src/domain/concerns/commands/decide-concern.ts";
import { escalateConcern } from "../../../src/domain/concerns/commands/escalate-concern.ts";
import { giveReply } from "../../../src/domain/concerns/commands/give-reply.ts";
import { keepAnswer } from "../../../src/domain/concerns/commands/keep-answer.ts";
import { logConcern } from "../../../src/domain/concerns/commands/log-concern.ts";
import { markTold } from "../../../src/domain/concerns/commands/mark-told.ts";
import { noteRecurrence } from "../../../src/domain/concerns/commands/note-recurrence.ts";
import { passConcern } from "../../../src/domain/concerns/commands/pass-concern.ts";
import { askMore } from "../../../src/domain/concerns/commands/ask-more.ts";
import { prepareConcern } from "../../../src/domain/concerns/commands/prepare-concern.ts";
import { prepareReply } from "../../../src/domain/concerns/commands/prepare-reply.ts";
import { proposeAnswer } from "../../../src/domain/concerns/commands/propose-answer.ts";
import { raiseConcern } from "../../../src/domain/concerns/commands/raise-concern.ts";
import { viewDecisionCheck, viewReplyCheck } from "../../../src/domain/concerns/queries/view-concern.ts";
import { composeEscalation } from "../../../src/domain/escalations/commands/compose-escalation.ts";
import type { Actor } from "../../../src/domain/kernel/actor.ts";
import { addDays, dayOf, instantOf } from "../../../src/domain/kernel/dates.ts";
import { minutesAfter, workingMoment } from "../calendar.ts";
import { Chance, Deck } from "../chance.ts";
import { type ConcernWords, concernStock, officerNumbers, officerNumbersUp } from "../words/concerns.ts";
import type { Teller } from "./teller.ts";

type Area = { code: string; wards: readonly string[]; raisers: readonly string[]; many: number };

/** Who brings what where. In Northfold no councillor was ever invited, so others bring it. */
const areas: readonly Area[] = [
  { code: "CEN", wards: ["Eastholme", "Eastholme", "Eastholme", "Kiln Rise", "Marketgate", "Priorsfield"], raisers: ["Grace Hinchliffe", "Grace Hinchliffe", "Grace Hinchliffe", "Bev Moxon", "Nia Rowlands"], many: 48 },
  { code: "SOU", wards: ["Fenwick Vale", "Fenwick Vale", "Gorsley", "Hatherstone", "Inglewood"], raisers: ["Imran Sattar", "Imran Sattar", "Bev Moxon"], many: 38 },
  { code: "NOR", wards: ["Aldershaw", "Birkley", "Cawdale", "Denholt"], raisers: ["Bev Moxon", "Nia Rowlands", "Callum Brearley", "Zofia Nowak"], many: 24 },
];
const services = { council: "Hallamford Borough Council", police: "South Riding Police", housing: "Hallamford Homes", fire: "South Riding Fire and Rescue Service" } as const;

/** A year of what was brought from the community: raised, decided within the week for the most part, answered, and told. Some of the last days still waits. */
export function planConcerns(teller: Teller) {
  const chance = new Chance("Concerns");
  for (const area of areas) {
    const deck = new Deck(concernStock, chance);
    for (let n = 0; n < area.many; n += 1) planOne(teller, area, deck.deal(), 358 - Math.round((n / area.many) * 352) - chance.between(0, 2), chance);
  }
  planNumbers(teller, chance);
  planWaiting(teller, chance);
  planSurgery(teller, chance);
}

type Told = { by: Actor; code: string; words: ConcernWords; ward: string; at: Date; chance: Chance };

function answersOf(teller: Teller, { words, ward, at, chance }: Told) {
  const day = dayOf(at);
  return {
    question: "all", draftId: "", afterId: "", what: words.what, wardId: teller.directory.wardId(ward), place: words.place, frequency: chance.pick(["weekly", "weekly", "daily", "now_and_then", "once"]),
    tried: words.tried ? "surgery" : chance.pick(["not_yet", "service"]), triedWords: words.tried ?? "", residents: String(chance.between(1, 14)), contact: "", surgeryOn: { day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) }, mayTell: chance.pick(["yes", "yes", "yes", "ask_first"]),
  };
}

async function raise(teller: Teller, told: Told, now: Date): Promise<string> {
  const { draftId } = await teller.tell(keepAnswer, told.by, answersOf(teller, told), now);
  return (await teller.tell(raiseConcern, told.by, { draftId }, now)).reference;
}

function planOne(teller: Teller, { code, wards, raisers }: Area, words: ConcernWords, daysAgo: number, chance: Chance) {
  const { directory, timeline, madeAt } = teller;
  const by = directory.person(chance.pick(raisers));
  const at = instantOf(addDays(dayOf(madeAt), -daysAgo), chance.between(17, 20), chance.between(0, 59));
  const told = { by, code, words, ward: chance.pick(wards), at, chance };
  const after = chance.pick([1, 1, 2, 2, 3, 3, 4, 5, 6, 8]);
  const replied = chance.happens(0.72) ? chance.between(4, 21) : null;
  const toldAfter = chance.happens(0.8) ? chance.between(1, 6) : null;
  timeline.at(at, async (now) => {
    const reference = await raise(teller, told, now);
    timeline.at(workingMoment(now, after, 9, chance.between(0, 59)), async (decided) => {
      await decideOne(teller, told, reference, decided);
      if (replied !== null) timeline.at(workingMoment(decided, replied, 15, chance.between(0, 59)), (when) => replyOne(teller, told, reference, toldAfter, when));
    });
  });
}

/** The coordinator prepares, the chair decides: joined to a case that is open and is about the same, sent to the service whose work it is, or declined. */
async function decideOne(teller: Teller, { code, words }: Told, reference: string, now: Date) {
  const { directory } = teller;
  const coordinator = directory.coordinator(code);
  const onto = words.case ? await openCase(teller, code, words.case) : undefined;
  const answer = onto ? { decision: "joined", caseReference: onto } : words.service ? { decision: "redirected", agencyId: directory.agencyId(services[words.service]) } : { decision: "declined" };
  await teller.tell(proposeAnswer, coordinator, { reference, ...answer, reason: words.reason }, now);
  const chair = directory.chair(code);
  const check = await viewDecisionCheck(chair, { reference, proposedById: coordinator.personId }, now);
  if (!check) throw new Error(`${reference} has nothing to decide on`);
  await teller.tell(decideConcern, chair, { reference, version: check.version, proposedById: coordinator.personId, proposedAt: check.proposal.proposedAt.toISOString(), namesNobody: check.named }, now);
}

async function openCase(teller: Teller, code: string, about: string): Promise<string | undefined> {
  const rows = await teller.ask<{ reference: string }>(
    "select c.reference from cases c join case_twins t on t.case_id = c.id where c.partnership_id = $1 and c.forum_id = $2 and c.stage = 'open' and t.title ~ $3 order by c.opened_on limit 1", [teller.directory.partnershipId, teller.directory.forumId(code), about]);
  return rows[0]?.reference;
}

async function replyOne(teller: Teller, { by, code, words }: Told, reference: string, toldAfter: number | null, now: Date) {
  const { directory, timeline } = teller;
  const chair = directory.chair(code);
  await teller.tell(prepareReply, directory.coordinator(code), { reference, version: 0, recordWords: words.record, residentWords: words.residents }, now);
  const check = await viewReplyCheck(chair, reference, now);
  if (!check) throw new Error(`${reference} has no reply to approve`);
  await teller.tell(giveReply, chair, { reference, version: check.version, preparation: check.preparation, tellsHarm: "no", ends: "ends", namesNobody: check.named }, now);
  if (toldAfter === null) return;
  timeline.at(workingMoment(now, toldAfter, 18, 10), async (when) => {
    const [reply] = await teller.ask<{ id: string }>("select a.id from concern_answers a join concerns c on c.id = a.concern_id where c.partnership_id = $1 and c.reference = $2 and a.kind = 'answered'", [directory.partnershipId, reference]);
    await teller.tell(markTold, by, { reference, answerId: reply?.id, toldOn: dayOf(when) }, when);
  });
}

/** Community support officer numbers, by the councillor for Eastholme: what one meeting can't settle goes to the board above it, which has put it on no agenda. */
function planNumbers(teller: Teller, chance: Chance) {
  const { directory, timeline, madeAt } = teller;
  const told = { by: directory.person("Grace Hinchliffe"), code: "CEN", words: officerNumbers, ward: "Eastholme", chance };
  timeline.at(instantOf(addDays(dayOf(madeAt), -64), 19, 20), async (now) => {
    const reference = await raise(teller, { ...told, at: now }, now);
    timeline.at(workingMoment(now, 3, 9, 40), async (written) => {
      const asked = { caseReference: "", actionReference: "", concernReference: reference, itemId: "", draftId: "", to: `board:${directory.forumId("PDB")}`, ...officerNumbersUp, namesNobody: "" };
      const { draftId } = await teller.tell(composeEscalation, directory.coordinator("CEN"), asked, written);
      timeline.at(minutesAfter(written, 50), (sent) => teller.tell(escalateConcern, directory.chair("CEN"), { draftId, version: 1 }, sent));
    });
  });
}

/** What waits as the demonstration begins: the oldest near the promised day, one with a question asked, one that the coordinator has prepared. */
function planWaiting(teller: Teller, chance: Chance) {
  const { directory, timeline, madeAt } = teller;
  const evening = (daysAgo: number, minute: number) => instantOf(addDays(dayOf(madeAt), -daysAgo), 19, minute);
  const waiting: [number, string, string, string, number][] = [[6, "CEN", "Grace Hinchliffe", "Eastholme", 20], [4, "CEN", "Bev Moxon", "Marketgate", 4], [2, "CEN", "Grace Hinchliffe", "Kiln Rise", 0], [5, "SOU", "Imran Sattar", "Fenwick Vale", 15], [1, "SOU", "Imran Sattar", "Gorsley", 12], [3, "NOR", "Bev Moxon", "Birkley", 1]];
  for (const [index, [daysAgo, code, name, ward, which]] of waiting.entries()) {
    const words = concernStock[which];
    if (!words) throw new Error("there is no such concern");
    timeline.at(evening(daysAgo, 5 + index * 7), async (now) => {
      const reference = await raise(teller, { by: directory.person(name), code, words, ward, at: now, chance }, now);
      const coordinator = directory.coordinator(code);
      if (index === 0) {
        timeline.at(minutesAfter(now, 900), async (next) => {
          await teller.tell(prepareConcern, coordinator, { reference, version: 0, severalAgencies: "yes", highVulnerability: "", emergingHotspot: "yes", note: "Lights and patrols both: two agencies. Third report of followings since the summer." }, next);
          await teller.tell(proposeAnswer, coordinator, { reference, decision: "redirected", agencyId: directory.agencyId(services.police), reason: words.reason }, next);
        });
      }
      if (index === 1) timeline.at(minutesAfter(now, 960), async (next) => teller.tell(askMore, coordinator, { reference, version: 1, words: "Which landlord is it, and at what times do strangers wait by the door?" }, next));
    });
  }
}

/** A surgery log: what is dealt with there, something that happened for the third time, and one passed to the councillor of another ward. */
function planSurgery(teller: Teller, chance: Chance) {
  const { directory, timeline, madeAt } = teller;
  const grace = directory.person("Grace Hinchliffe");
  const evening = (daysAgo: number) => instantOf(addDays(dayOf(madeAt), -daysAgo), 18, 30);
  const told = (which: number, ward: string, at: Date): Told => ({ by: grace, code: "CEN", words: concernStock[which] ?? officerNumbers, ward, at, chance });
  for (const [daysAgo, which, again] of [[40, 9, [26, 12]], [17, 17, [9]], [8, 5, []]] as const) {
    timeline.at(evening(daysAgo), async (now) => {
      const { draftId } = await teller.tell(keepAnswer, grace, answersOf(teller, told(which, "Eastholme", now)), now);
      const { reference } = await teller.tell(logConcern, grace, { draftId }, now);
      for (const ago of again) timeline.at(evening(ago), (when) => teller.tell(noteRecurrence, grace, { reference, happenedOn: dayOf(when), note: "" }, when));
    });
  }
  timeline.at(evening(9), async (now) => {
    const { draftId } = await teller.tell(keepAnswer, grace, answersOf(teller, told(10, "Aldershaw", now)), now);
    await teller.tell(passConcern, grace, { draftId, toId: directory.person("Peter Dunnock").personId }, now);
  });
}
