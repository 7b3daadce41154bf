import { declareInterest } from "../../../src/domain/interests/commands/declare-interest.ts";
import { declareStandingInterest } from "../../../src/domain/interests/commands/declare-standing-interest.ts";
import { recusePerson } from "../../../src/domain/interests/commands/recuse-person.ts";
import type { Teller } from "./teller.ts";

const minute = 60_000;

/** What people declared of themselves in the year, and who is recused from a case of today's Central meeting: one openly, by her own declaration; one silently, by the chair. */
export function planInterests(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const before = (minutes: number) => new Date(madeAt.getTime() - minutes * minute);
  const standing = (name: string, daysAgo: number, kind: string, about: string, words: string) =>
    timeline.at(before(daysAgo * 24 * 60), (now) => teller.tell(declareStandingInterest, directory.person(name), { kind, about, words }, now));
  standing("Leila Frost", 200, "pecuniary", "contract", "Hearthlight is paid by the council for outreach and refuge places.");
  standing("Grace Hinchliffe", 180, "other", "street", "I live in Eastholme, in the ward I was elected for.");
  standing("Bev Moxon", 150, "other", "membership", "I chair the federation, and know most of its members.");
  standing("Kemi Adeyemi", 90, "sensitive", "family", "");

  timeline.at(before(50), async (now) => {
    const takeover = await onAgenda(teller, "Suspected takeover of a home, Priorsfield");
    await teller.tell(declareInterest, directory.person("Leila Frost"), { reference: takeover.reference, on: takeover.caseReference, kind: "pecuniary", about: "contract", words: "Hearthlight would be paid for the support that this case may ask for." }, now);
  });
  timeline.at(before(48), async (now) => {
    const { reference } = await onAgenda(teller, "Suspected takeover of a home, Priorsfield");
    await teller.tell(declareInterest, directory.person("Grace Hinchliffe"), { reference, on: "meeting", kind: "other", about: "family", words: "A relative works in security in the town centre." }, now);
  });
  timeline.at(before(45), async (now) => {
    const { caseReference } = await onAgenda(teller, "Prolific shop theft by one adult, Marketgate");
    const personId = directory.person("Tariq Aziz-Hall").personId;
    await teller.tell(recusePerson, directory.chair("CEN"), { on: caseReference, personId, how: "silent", reason: "A relative of his is spoken of in this case, and he must not learn that it is here." }, now);
  });
}

async function onAgenda(teller: Teller, title: string): Promise<{ reference: string; caseReference: string }> {
  const [row] = await teller.ask<{ reference: string; caseReference: string }>(
    `select m.reference, c.reference as "caseReference" from meetings m join agenda_items i on i.meeting_id = m.id join cases c on c.id = i.case_id join case_twins t on t.case_id = c.id
     where m.partnership_id = $1 and m.forum_id = $2 and m.state = 'published' and t.title = $3`, [teller.directory.partnershipId, teller.directory.forumId("CEN"), title]);
  if (!row) throw new Error(`${title} is not on the agenda`);
  return row;
}
