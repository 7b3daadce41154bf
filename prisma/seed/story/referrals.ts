import type { RiskFactor } from "../../../src/domain/kernel/risk-matrix.ts";
import { addDays, asDate, type Day, dayOf, fromDate, instantOf } from "../../../src/domain/kernel/dates.ts";
import type { Actor } from "../../../src/domain/kernel/actor.ts";
import type { Risk, SubjectType } from "../../../src/domain/kernel/enums.ts";
import { addGateways } from "../../../src/domain/referrals/commands/add-gateways.ts";
import { addReferred } from "../../../src/domain/referrals/commands/add-referred.ts";
import { answerThreshold } from "../../../src/domain/referrals/commands/answer-threshold.ts";
import { askMore } from "../../../src/domain/referrals/commands/ask-more.ts";
import { declineReferral } from "../../../src/domain/referrals/commands/decline-referral.ts";
import { describeMatter } from "../../../src/domain/referrals/commands/describe-matter.ts";
import { joinReferral } from "../../../src/domain/referrals/commands/join-referral.ts";
import { redirectReferral } from "../../../src/domain/referrals/commands/redirect-referral.ts";
import { sayWhyShared } from "../../../src/domain/referrals/commands/say-why-shared.ts";
import { scoreReferral } from "../../../src/domain/referrals/commands/score-referral.ts";
import { sendReferral } from "../../../src/domain/referrals/commands/send-referral.ts";
import { startReferral } from "../../../src/domain/referrals/commands/start-referral.ts";
import { takeReferral } from "../../../src/domain/referrals/commands/take-referral.ts";
import { answerTalk } from "../../../src/domain/repeats/commands/answer-talk.ts";
import { askToTalk } from "../../../src/domain/repeats/commands/ask-to-talk.ts";
import { checkSimilar } from "../../../src/domain/repeats/commands/check-similar.ts";
import { minutesAfter, workingDay } from "../calendar.ts";
import { gatewayIds, offences } from "./disclosures.ts";
import type { Teller } from "./teller.ts";

type Answer = { kind: "declined" | "redirected" | "joined" | "taken" | "more_asked"; reason: string; to?: string; case?: string };
export type Referred = {
  forum: string;
  by: string;
  /** Sent so many days before today; none for a draft. */
  daysAgo: number;
  draft?: true;
  subject: SubjectType;
  title: string;
  summary: string;
  happening: string;
  wanted: string;
  ward?: string;
  label: string;
  name?: string;
  /** Age today and birthday. */
  born?: readonly [number, string];
  address?: string;
  postcode?: string;
  risk: Risk;
  /** Whoever writes it asks, before it is sent, whether others hold something similar, and to talk; who made themselves known the working day after, or nobody yet. */
  alike?: { purpose: string; answeredBy?: string };
  /** Not tried locally first, or none of the grounds: it is below the threshold. */
  below?: true;
  answer?: Answer;
};

const youth = "young people believed to be at risk of exploitation";
const panelWants = "One plan between police, children’s social care, health and the school, and something done about the place.";
/** What agencies referred within the year: most to the panel, some of it below the threshold, some of it to the wrong door. */
export const referred: readonly Referred[] = [
  { forum: "MARP", by: "Hana Okafor", daysAgo: 125, subject: "victim", title: "Young person, gifts and late lifts home, Marketgate", summary: "A young person comes home with gifts and in cars that nobody knows.", happening: "Two telephones and new shoes since Christmas. She is dropped off at the end of the road after midnight, by different cars.", wanted: panelWants, ward: "Marketgate", label: "the young person", name: "Tamsin Oldroyd", born: [15, "02-09"], risk: "high", answer: { kind: "redirected", to: "Hearthlight Women's Project", reason: "She has a worker she trusts there already. Refer her back if contact with her is lost." } },
  { forum: "MARP", by: "Sian Probert", daysAgo: 122, subject: "victim", title: "Young person, missing with others, Eastholme", summary: "A young person goes missing with others, and is found at one address.", happening: "Four times since the autumn. Each time found at one flat, where two others had been found before.", wanted: panelWants, ward: "Eastholme", label: "the young person", name: "Ishaan Dhaliwal", born: [16, "07-21"], risk: "medium", answer: { kind: "declined", reason: "The missing persons plan of children’s social care covers all of it and is working. Nothing would be added here." } },
  { forum: "CEN", by: "Joe Stansfield", daysAgo: 270, subject: "location", title: "Fires in bin stores, Kiln Rise", summary: "Small fires in bin stores on weekend evenings.", happening: "Nine small fires in six weeks, all between eight and ten in the evening, all in open bin stores.", wanted: "Stores that lock, and somebody there on Saturdays.", ward: "Kiln Rise", label: "the bin stores", address: "Tannery Walk", postcode: "HF4 2AB", risk: "medium", answer: { kind: "redirected", to: "Hallamford Homes", reason: "Locks on the stores are the landlord’s, and would end it. Refer it again if fires go on after that." } },
  { forum: "NOR", by: "Zofia Nowak", daysAgo: 255, subject: "victim", title: "Tenant, visitors who stay, Birkley", summary: "A tenant has visitors who don’t leave, and has stopped answering the door.", happening: "Neighbours see people come and go all night. The tenant’s brother was told through the letter box that all was well.", wanted: "Somebody to see the tenant alone.", ward: "Birkley", label: "the tenant", name: "Desmond Accrington", born: [44, "10-03"], address: "7 Loom Court", postcode: "HF1 4QT", risk: "medium", answer: { kind: "declined", reason: "The visit was made within the week and the visitors are gone. It is known what to look for." } },
  { forum: "MARP", by: "Moira Keane", daysAgo: 116, subject: "location", title: "Food outlet where young people gather, Marketgate", summary: "A late food outlet where young people are met by older people.", happening: "Free food for some, and rides afterwards. Staff change every month.", wanted: "A visit by licensing and police together, and training for those who work there.", ward: "Marketgate", label: "the food outlet", address: "Peppercorn Grill, 19 Saddler’s Row", postcode: "HF4 1DD", risk: "medium", answer: { kind: "redirected", to: "South Riding Police", reason: "The licensing officer and the police visit it this week. Bring what they find." } },
  { forum: "MARP", by: "Nia Rowlands", daysAgo: 110, subject: "perpetrator", title: "Adult alleged to meet young people by car, Kiln Rise", summary: "An adult alleged to meet young people by car outside their school.", happening: "Seen by a teacher, a parent and an officer on different days. Not spoken to. Known to another force for something like it.", wanted: "What other agencies know, before he is spoken to.", ward: "Kiln Rise", label: "the adult in the car", name: "Terence Wolfenden", born: [38, "12-01"], risk: "high", answer: { kind: "declined", reason: "A police investigation has begun, and he is bailed with conditions. The panel would only repeat it." } },
  { forum: "SOU", by: "Bev Moxon", daysAgo: 210, subject: "theme", title: "Noise between neighbours over thin walls, Gorsley", summary: "Complaints of noise between neighbours in one row of houses.", happening: "Ordinary noise heard through walls that were never insulated. Nobody means it.", wanted: "Somebody to listen.", ward: "Gorsley", label: "nobody", risk: "standard", below: true, answer: { kind: "redirected", to: "Hallamford Homes", reason: "It is the walls: the landlord’s surveyor is asked to look." } },
  { forum: "MARP", by: "Leila Frost", daysAgo: 104, subject: "victim", title: "Young person, older boyfriend, Priorsfield", summary: "A young person is kept from friends by somebody older.", happening: "She has left two clubs and her sister’s house. He answers her telephone.", wanted: panelWants, ward: "Priorsfield", label: "the young person", name: "Bronwen Satterthwaite", born: [16, "05-30"], risk: "medium", answer: { kind: "declined", reason: "She is worked with under the domestic abuse pathway for young people. The panel is there if that ends." } },
  { forum: "NOR", by: "Kemi Adeyemi", daysAgo: 180, subject: "perpetrator", title: "Adult on licence, alleged threats to shop staff, Cawdale", summary: "An adult on licence is alleged to threaten staff of several shops.", happening: "Four shops, always on benefit days, always alone. Recall has been considered.", wanted: "One answer from shops, police and probation.", ward: "Cawdale", label: "the adult on licence", name: "Gareth Ollerenshaw", born: [29, "08-14"], risk: "medium", answer: { kind: "redirected", to: "Probation Service", reason: "A condition of licence would end it soonest, and is yours to ask for." } },
  { forum: "MARP", by: "Hana Okafor", daysAgo: 98, subject: "location", title: "Hotel used by day, Marketgate", summary: "Rooms of a hotel are let by the hour to people who come with somebody young.", happening: "Two young people named it on their own. The night staff write nothing down.", wanted: "Training for its staff, and a name to ring.", ward: "Marketgate", label: "the hotel", address: "Corner House, Station Approach", postcode: "HF4 1AA", risk: "high", answer: { kind: "redirected", to: "South Riding Police", reason: "The hotel scheme of the police starts there next week, with licensing." } },
  { forum: "CEN", by: "Sian Probert", daysAgo: 150, subject: "victim", title: "Older resident, shouted at on the stairs, Eastholme", summary: "An older resident is shouted at on the way to and from the lift.", happening: "Three times this month. The resident now shops at seven in the morning.", wanted: "One plan between police and housing.", ward: "Eastholme", label: "the resident", name: "Winifred Ackroyd", born: [79, "01-17"], risk: "medium", answer: { kind: "redirected", to: "Hallamford Homes", reason: "Housing calls on the resident this week. Refer it again if it goes on after that." } },
  { forum: "MARP", by: "Moira Keane", daysAgo: 90, subject: "victim", title: "Young person, new friends and new money, Denholt", summary: "A young person has new friends, new money and no sleep.", happening: "Asleep in lessons, two telephones, and a debt that is spoken of and not explained.", wanted: panelWants, ward: "Denholt", label: "the young person", name: "Jerome Hebblethwaite", born: [15, "09-09"], address: "12 Fell View", postcode: "HF2 6RD", risk: "medium", answer: { kind: "declined", reason: "Early Help began last week, and the school knows whom to ring. Refer him again if the debt comes up once more." } },
  { forum: "MARP", by: "Zofia Nowak", daysAgo: 84, subject: "location", title: "Flat where young people stay, Kiln Rise", summary: "A flat where young people who are missing are found.", happening: "The tenant says that they are nieces. The key fob says ten people.", wanted: "Police and housing to act on one day.", ward: "Kiln Rise", label: "the flat", address: "31 Quarry Heights", postcode: "HF4 3LP", risk: "high", answer: { kind: "joined", case: "Two young people and one place", reason: "The panel takes it up together with what is worked on already." } },
  { forum: "MARP", by: "Leila Frost", daysAgo: 74, subject: "victim", title: "Young person, photographs, Hatherstone", summary: "A young person is made to send photographs.", happening: "It began with a game. She pays with photographs for being left alone.", wanted: panelWants, ward: "Hatherstone", label: "the young person", name: "Niamh Gallagher", born: [14, "03-27"], risk: "high", answer: { kind: "redirected", to: "South Riding Police", reason: "The online team acts today. She keeps your worker, and the panel hears of it from them." } },
  { forum: "NOR", by: "Joe Stansfield", daysAgo: 60, subject: "theme", title: "Dumped mattresses set alight, Northfold", summary: "Mattresses are dumped and set alight.", happening: "Fourteen in two months. The collection charge went up in spring.", wanted: "A free collection day.", label: "nobody", risk: "standard", answer: { kind: "redirected", to: "Hallamford Borough Council", reason: "The environment team has a collection day planned, and will bring it forward." } },
  { forum: "MARP", by: "Nia Rowlands", daysAgo: 40, subject: "victim", title: "Young person, found in another town, Gorsley", summary: "A young person was found in another town with money and no ticket.", happening: "Third time. Says nothing, and is polite about it. The tickets are bought by telephone.", wanted: panelWants, ward: "Gorsley", label: "the young person", name: "Kwame Armitage", born: [16, "11-20"], risk: "high", answer: { kind: "declined", reason: "The national referral was made and accepted, and there is a lead worker. The panel would be one more meeting." } },
  { forum: "MARP", by: "Hana Okafor", daysAgo: 9, subject: "victim", title: "Young person leaving care, Fenwick Vale", summary: "A young person who is about to leave care is met by adults from before.", happening: "The move is in spring. Two adults from the first placement have found the second one.", wanted: "A plan that outlives the birthday, with adult social care at the table now.", ward: "Fenwick Vale", label: "the young person", name: "Shanelle Crabtree", born: [17, "02-14"], address: "", risk: "high", answer: { kind: "taken", reason: "The panel takes it, and adult social care is asked to come from the first meeting." } },
  { forum: "MARP", by: "Zofia Nowak", daysAgo: 8, subject: "location", title: "Food outlet by the bus station, Priorsfield", summary: "A food outlet where older people wait for school buses.", happening: "The back room has a sofa. The school has moved its bus stop once.", wanted: "Licensing and police together, and the school told what to watch for.", ward: "Priorsfield", label: "the food outlet", address: "Golden Spoon, Bus Station Parade", postcode: "HF4 5BT", risk: "high", answer: { kind: "taken", reason: "The panel takes it. Licensing visits before it meets." } },
  { forum: "SOU", by: "Kemi Adeyemi", daysAgo: 7, subject: "perpetrator", title: "Adult alleged to cause harm to a former partner’s family, Inglewood", summary: "An adult is alleged to follow a former partner’s relatives.", happening: "Two relatives, three workplaces. The order names only the former partner.", wanted: "An order that covers the family.", ward: "Inglewood", label: "the former partner", name: "Marcus Loxley", born: [34, "06-06"], risk: "high", answer: { kind: "more_asked", reason: "Do the relatives know that it is referred, and what do they want?" } },
  { forum: "MARP", by: "Moira Keane", daysAgo: 6, subject: "victim", title: "Young person, lifts from school, Kiln Rise", summary: "A young person is collected from school by somebody who isn’t family.", happening: "Three times in two weeks, three cars. A friend went once and won’t say where.", wanted: panelWants, ward: "Kiln Rise", label: "the young person", name: "Saffron Birtwistle", born: [14, "08-02"], risk: "high" },
  { forum: "MARP", by: "Leila Frost", daysAgo: 5, subject: "victim", title: "Young person nearly grown up, adults known from before, Marketgate", summary: "A young person who is nearly grown up is met by adults whom services know.", happening: "She comes to the drop-in and leaves by the back. She asked what changes on her birthday.", wanted: "Services for adults at the table before then.", ward: "Marketgate", label: "the young person", name: "Ottilie Ramsbottom", born: [17, ""], risk: "medium" },
  { forum: "CEN", by: "Zofia Nowak", daysAgo: 4, subject: "location", title: "Stairwell used for dealing, Priorsfield", summary: "A stairwell is used for dealing after dark.", happening: "Door closers broken four times. Residents of the top floor use the fire exit.", wanted: "Police, housing and the lighting team on one plan.", ward: "Priorsfield", label: "the stairwell", address: "Weavers House", postcode: "HF4 6EA", risk: "medium" },
  { forum: "MARP", by: "Leila Frost", daysAgo: 3, alike: { purpose: "To know whether somebody works with him already", answeredBy: "Moira Keane" }, subject: "victim", title: "Young person, debts and a bicycle, Denholt", summary: "A young person works off a debt by bicycle, and is frightened of those he owes.", happening: "He came to the drop-in with a cut hand and asked how much a bicycle costs. Somebody waits for him outside.", wanted: panelWants, ward: "Denholt", label: "the young person", name: "Jerome Hebbelthwaite", born: [15, "09-09"], address: "12 Fell View", postcode: "HF2 6RD", risk: "high" },
  { forum: "NOR", by: "Nia Rowlands", daysAgo: 2, alike: { purpose: "To know who else has seen the visitors" }, subject: "victim", title: "Resident, callers who let themselves in, Birkley", summary: "A resident’s callers have keys that they weren’t given.", happening: "He said through the door that he was asleep. It was two in the afternoon, and others were talking.", wanted: "Somebody to see the resident alone.", ward: "Birkley", label: "the resident", name: "Desmond Acrington", born: [44, "10-03"], address: "7 Loom Court", postcode: "HF1 4QT", risk: "medium" },
  { forum: "CEN", by: "Nia Rowlands", daysAgo: 3, subject: "victim", title: "Shop worker, spat at and followed, Marketgate", summary: "A shop worker is spat at and followed to the bus.", happening: "By the same group, and worse since the worker gave a statement.", wanted: "A way home, and the group spoken to by those who know them.", ward: "Marketgate", label: "the shop worker", name: "Anjali Prasad", born: [26, "04-04"], risk: "medium" },
  { forum: "NOR", by: "Sian Probert", daysAgo: 2, subject: "victim", title: "Resident who hears voices, complaints by neighbours, Aldershaw", summary: "A resident who is unwell is complained about, and is frightened by it.", happening: "Eleven complaints in a month, all of shouting at night. Nobody is shouted at.", wanted: "Neighbours and housing to know whom to ring.", ward: "Aldershaw", label: "the resident", name: "Cuthbert Ingham", born: [52, "09-30"], risk: "medium" },
  { forum: "NOR", by: "Bev Moxon", daysAgo: 2, subject: "location", title: "Parking outside a school gate, Denholt", summary: "Parents park across a school gate.", happening: "Every morning at half past eight.", wanted: "Somebody to stop it.", ward: "Denholt", label: "the school gate", address: "Denholt Road", risk: "standard", below: true },
  { forum: "MARP", by: "Hana Okafor", daysAgo: 1, subject: "theme", title: "Short lets used for parties with young people", summary: "Homes let by the night are used for parties to which young people are brought.", happening: "Five addresses in two months, never the same twice. The bookings are by card, in three names.", wanted: "A line to those who let them, and a pattern to watch for.", label: "nobody", risk: "medium" },
  { forum: "MARP", by: "Zofia Nowak", daysAgo: 1, draft: true, subject: "victim", title: `Two of several ${youth}, Eastholme`, summary: "Two young people who know each other are met outside a block by adults.", happening: "The caretaker writes down times. Both have been given keys to a flat that neither lives in.", wanted: panelWants, ward: "Eastholme", label: "the first young person", name: "Perpetua Sykes", born: [15, "12-12"], risk: "high" },
];

const levels: Record<Risk, Record<RiskFactor, string>> = {
  standard: { frequency: "1", escalation: "1", targeting: "0", vulnerability: "1", impact: "1", support: "1" },
  medium: { frequency: "2", escalation: "1", targeting: "1", vulnerability: "2", impact: "2", support: "1" },
  high: { frequency: "2", escalation: "2", targeting: "2", vulnerability: "3", impact: "2", support: "2" },
};

/** Each written, sent and answered as people do it: half an hour at the desk, and the chair within some working days. */
export function planReferrals(teller: Teller) {
  const today = dayOf(teller.madeAt);
  referred.forEach((one, index) => {
    const day = workingDay(addDays(today, -one.daysAgo));
    // what would fall on a day to come is sent the working day before
    const sent = instantOf(day < today ? day : addDays(today, -one.daysAgo), 9 + (index % 6), 5 + ((index * 7) % 50));
    teller.timeline.at(sent, async (now) => planOne(teller, one, now));
  });
}

async function planOne(teller: Teller, one: Referred, now: Date) {
  const { directory, madeAt } = teller;
  const by = directory.person(one.by);
  const { reference } = await teller.tell(startReferral, by, { forumId: directory.forumId(one.forum), subjectType: one.subject, aim: "matter" }, now);
  if (reference === null) throw new Error("nothing was begun");
  const seen = () => teller.asSeen("referrals", reference);
  const child = one.born !== undefined && one.born[0] < 18;
  await teller.tell(describeMatter, by, { ...(await seen()), happening: one.happening, wanted: one.wanted, wardId: one.ward ? directory.wardId(one.ward) : "", involvesChildren: child ? "yes" : "", title: one.title, summary: one.summary }, now);
  const others = one.below ? [] : [directory.agencyId("South Riding Police")].filter((id) => id !== by.agencyId);
  await teller.tell(answerThreshold, by, { ...(await seen()), triedLocally: one.below ? "no" : "yes", tried: one.below ? "" : "Our own officers, for three months.", occurrences: one.below ? "1" : "5", otherAgencyIds: others, vulnerable: child ? "yes" : "no", vulnerability: child ? "A child at risk of exploitation." : "", hotspot: one.subject === "location" ? "yes" : "no", harms: [one.subject === "location" ? "nuisance" : "personal"] }, now);
  if (one.subject !== "theme") {
    const isPlace = one.subject === "location";
    const unknown = [!isPlace && !one.name && "name", !isPlace && !one.born && "bornOn", !one.address && !one.postcode && "address"].filter(Boolean);
    await teller.tell(addReferred, by, { ...(await seen()), role: one.subject, label: one.label, name: one.name ?? "", bornOn: one.born ? bornOn(one.born, madeAt) : "", address: one.address ?? "", postcode: one.postcode ?? "", addressHeldById: "", telephone: "", safeContact: "", unknown }, now);
  }
  await teller.tell(sayWhyShared, by, { ...(await seen()), purpose: "To keep somebody safe by what agencies do together", necessity: "No single service can do it.", proportionality: "Only what a plan needs to be made.", leftOut: "Who told us", grade: "reliable", marking: "official_sensitive", informed: one.subject === "location" || one.subject === "theme" ? "yes" : "no", informedReason: "It could bring the risk nearer.", notShared: "" }, now);
  const recipients = [directory.agencyId("South Riding Police"), directory.agencyId("Hallamford Borough Council")].filter((id) => id !== by.agencyId);
  await teller.tell(addGateways, by, { ...(await seen()), recipients, ...(await gatewayIds(teller, { power: "Crime and Disorder Act 1998, section 115", ...offences })) }, now);
  await teller.tell(scoreReferral, by, { ...(await seen()), ...levels[one.risk], judgement: "", judgementReason: "" }, now);
  if (one.alike) await talk(teller, one.alike, by, reference, now);
  if (one.draft) return;
  await teller.tell(sendReferral, by, await seen(), now);
  // what is taken comes to a meeting that is still ahead, whenever the story is told
  const answered = one.answer?.kind === "taken" ? minutesAfter(madeAt, -20) : instantOf(workingDay(addDays(dayOf(now), 2)), 10, 15);
  if (one.answer) teller.timeline.at(answered, (later) => answer(teller, one, one.answer as Answer, reference, later));
}

/** Whoever was told yes asks to talk to those who hold it; one of them makes themselves known. */
async function talk(teller: Teller, { purpose, answeredBy }: { purpose: string; answeredBy?: string }, by: Actor, reference: string, now: Date) {
  await teller.tell(checkSimilar, by, { reference, purpose }, now);
  await teller.tell(askToTalk, by, { reference }, now);
  if (!answeredBy) return;
  const [asked] = await teller.ask<{ id: string }>("select t.id from talk_requests t join referrals r on r.id = t.referral_id where r.partnership_id = $1 and r.reference = $2", [teller.directory.partnershipId, reference]);
  const answered = instantOf(workingDay(addDays(dayOf(now), 1)), 11, 40);
  const at = answered < teller.madeAt ? answered : minutesAfter(now, 15);
  teller.timeline.at(at, (later) => teller.tell(answerTalk, teller.directory.person(answeredBy), { talkId: asked?.id ?? "", known: "yes" }, later));
}

async function answer(teller: Teller, { forum, title, summary, ward, born }: Referred, { kind, reason, to, case: joins }: Answer, reference: string, now: Date) {
  const { directory } = teller;
  const chair = directory.chair(forum);
  const form = { ...(await teller.asSeen("referrals", reference)), reason };
  if (kind === "declined") return teller.tell(declineReferral, chair, form, now);
  if (kind === "more_asked") return teller.tell(askMore, directory.coordinator(forum), form, now);
  if (kind === "redirected") return teller.tell(redirectReferral, chair, { ...form, toAgencyId: directory.agencyId(to ?? "") }, now);
  if (kind === "taken") return teller.tell(takeReferral, chair, { ...form, title, summary, wardId: ward ? directory.wardId(ward) : "", involvesChildren: born && born[0] < 18 ? "yes" : "", heard: "next" }, now);
  const [found] = await teller.ask<{ id: string }>("select c.id from cases c join case_twins t on t.case_id = c.id where c.partnership_id = $1 and t.title = $2", [directory.partnershipId, joins ?? ""]);
  return teller.tell(joinReferral, chair, { ...form, caseId: found?.id ?? "" }, now);
}

/** The day of birth of somebody of that age today; without a birthday, of somebody who is eighteen in ten weeks. */
function bornOn([age, birthday]: readonly [number, string], madeAt: Date): Day {
  const today = dayOf(madeAt);
  if (birthday === "") return `${Number(addDays(today, 70).slice(0, 4)) - 18}${addDays(today, 70).slice(4).replace("02-29", "02-28")}`;
  return fromDate(asDate(`${Number(today.slice(0, 4)) - age - (birthday > today.slice(5) ? 1 : 0)}-${birthday}`));
}
