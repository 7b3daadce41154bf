import { allowColleague } from "../../../src/domain/action-plan/commands/allow-colleague.ts";
import { allowParticulars } from "../../../src/domain/action-plan/commands/allow-particulars.ts";
import { addSubject } from "../../../src/domain/cases/commands/add-subject.ts";
import { agreeToPurpose } from "../../../src/domain/cases/commands/agree-to-purpose.ts";
import { askToOpenCase } from "../../../src/domain/cases/commands/ask-to-open-case.ts";
import { revealParticulars } from "../../../src/domain/cases/commands/reveal-particulars.ts";
import { inviteToItem } from "../../../src/domain/invitations/commands/invite-to-item.ts";
import { addDays, dayOf } from "../../../src/domain/kernel/dates.ts";
import { signInAdvance } from "../../../src/domain/sign-in/commands/sign-in-advance.ts";
import { minutesAfter } from "../calendar.ts";
import type { Teller } from "./teller.ts";

/** Before today's Central meeting: a social worker is asked in, named contacts search their records, a colleague helps, an owner is shown whom to visit, and governance opens a case. */
export function planSight(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const takeover = "Suspected takeover of a home, Priorsfield";
  const ago = (minutes: number) => minutesAfter(madeAt, -minutes);
  const caseOf = async (title: string) => {
    const [found] = await teller.ask<{ id: string; reference: string }>("select c.id, c.reference from cases c join case_twins t on t.case_id = c.id where c.partnership_id = $1 and t.title = $2", [directory.partnershipId, title]);
    if (!found) throw new Error(`there is no case ${title}`);
    return found;
  };
  const today = async () => {
    const [found] = await teller.ask<{ id: string; reference: string }>("select id, reference from meetings where forum_id = $1 and state = 'published' order by starts_at limit 1", [directory.forumId("CEN")]);
    if (!found) throw new Error("Central has no meeting to come");
    return found;
  };

  timeline.at(ago(50), async (now) => {
    const meeting = await today();
    const { id } = await caseOf(takeover);
    const [item] = await teller.ask<{ id: string }>("select id from agenda_items where meeting_id = $1 and case_id = $2", [meeting.id, id]);
    if (!item) throw new Error("the case that somebody is asked in for is not on the agenda");
    await teller.tell(inviteToItem, directory.coordinator("CEN"), { reference: meeting.reference, itemId: item.id, personId: directory.person("Hana Okafor").personId }, now);
  });
  for (const [index, name] of ["Zofia Nowak", "Kemi Adeyemi"].entries()) {
    timeline.at(ago(45 - index * 10), async (now) => teller.tell(signInAdvance, directory.person(name), { reference: (await today()).reference, declarationVersion: 1, accepts: "yes" }, now));
  }
  timeline.at(ago(30), async (now) => {
    const [action] = await teller.ask<{ reference: string }>(
      "select reference from actions where forum_id = $1 and owner_id = $2 and case_id is not null and state in ('assigned', 'accepted', 'in_progress') order by reference limit 1",
      [directory.forumId("CEN"), directory.person("Callum Brearley").personId]);
    if (!action) throw new Error("there is no open action that a colleague could help with");
    await teller.tell(allowColleague, directory.chair("CEN"), { reference: action.reference, personId: directory.person("Tariq Aziz-Hall").personId }, now);
  });

  timeline.at(ago(29), async (now) => {
    const { id, reference } = await caseOf(takeover);
    const [held] = await teller.ask<{ version: number }>("select version from cases where id = $1", [id]);
    const flat = { role: "location", subjectLabel: "the flat", name: "", address: "Flat 9, Cloister House, Abbot's Garth, Priorsfield", addressHeldById: "", safeContact: "" };
    await teller.tell(addSubject, directory.coordinator("CEN"), { reference, version: held?.version, ...flat }, now);
  });
  timeline.at(ago(28), async (now) => {
    const { id, reference } = await caseOf(takeover);
    const [action] = await teller.ask<{ reference: string; owner: string; subjectId: string }>(
      `select a.reference, p.name as owner, s.id as "subjectId" from actions a join people p on p.id = a.owner_id join case_subjects s on s.case_id = a.case_id and s.role = 'victim'
       where a.case_id = $1 and a.state in ('assigned', 'accepted', 'in_progress') and a.owner_id not in (select person_id from recusals where case_id = $1) order by a.due_on, a.reference limit 1`, [id]);
    if (!action) throw new Error("there is no open action whose owner has to know whom it is about");
    await teller.tell(allowParticulars, directory.chair("CEN"), { reference: action.reference, subjectId: action.subjectId }, now);
    timeline.at(ago(15), (later) => teller.tell(revealParticulars, directory.person(action.owner), { reference, reason: "I call on them this week, as I was asked to" }, later));
  });

  const from = dayOf(madeAt);
  const governance = directory.person("Ffion Pryce");
  timeline.at(ago(26), async (now) => {
    const { reference } = await caseOf("Older resident, neighbour intimidation, Eastholme");
    await teller.tell(askToOpenCase, governance, { reference, purpose: "To answer a subject access request that the resident has made", from, until: addDays(from, 14) }, now);
  });
  timeline.at(ago(20), async (now) => {
    const [asked] = await teller.ask<{ id: string }>("select id from governance_purposes where partnership_id = $1", [directory.partnershipId]);
    if (!asked) throw new Error("nothing was asked that could be agreed to");
    await teller.tell(agreeToPurpose, directory.chair("CEN"), { purposeId: asked.id }, now);
  });
  timeline.at(ago(12), async (now) => {
    const { reference } = await caseOf("Evening gatherings at a shopping parade, Marketgate");
    await teller.tell(askToOpenCase, governance, { reference, purpose: "To check what was shared with the shops, after a complaint", from, until: addDays(from, 7) }, now);
  });
}
