import { reassignAction } from "../../../src/domain/action-plan/commands/reassign-action.ts";
import { addPerson } from "../../../src/domain/directory/commands/add-person.ts";
import { invite, withdrawInvitation } from "../../../src/domain/directory/commands/invite.ts";
import { leave } from "../../../src/domain/directory/commands/leave.ts";
import { giveSeat } from "../../../src/domain/directory/commands/seat.ts";
import { adoptTerms } from "../../../src/domain/directory/commands/keep-forums.ts";
import { acknowledgeTerms } from "../../../src/domain/terms/commands/acknowledge-terms.ts";
import { dayOf } from "../../../src/domain/kernel/dates.ts";
import { minutesAfter } from "../calendar.ts";
import type { Teller } from "./teller.ts";

const day = 24 * 60;

/** Those round the table of a forum say that they have read a version of its terms of reference. */
async function readTerms(teller: Teller, code: string, version: number, now: Date, reads: (name: string, index: number) => boolean) {
  const { directory } = teller;
  const people = new Set([...directory.seats(code).map(({ person }) => person), directory.deputy(code).name, directory.coordinator(code).name]);
  for (const [index, name] of [...people].sort().entries()) if (reads(name, index)) await teller.tell(acknowledgeTerms, directory.person(name), { forum: code, version }, now);
}

/** What the partnership's administrator did lately: somebody came for a while and left an action behind, somebody is invited, somebody's invitation was taken back. */
export function planAdministration(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const administrator = directory.person("Marcus Vane");
  const ago = (minutes: number) => minutesAfter(madeAt, -minutes);
  const add = async (name: string, post: string, agency: string, now: Date) =>
    (await teller.tell(addPerson, administrator, { name, post, agencyId: directory.agencyId(agency), email: `${name.toLowerCase().replaceAll(" ", ".")}@hallamford.example` }, now)).personId;
  const versionOf = async (personId: string) => (await teller.ask<{ version: number }>("select version from people where id = $1", [personId]))[0]?.version;

  // everybody read by what their forum works when it began, but for those who came later; Northfold has a new version, which some have read
  for (const code of ["CEN", "NOR", "SOU", "MARP", "PDB", "SHB"]) timeline.at(ago(60 * day), (now) => readTerms(teller, code, 1, now, () => true));
  timeline.at(ago(5 * day), async (now) => {
    const [terms] = await teller.ask<{ purpose: string; limitMinutes: number; quorum: number }>(`select purpose, limit_minutes as "limitMinutes", quorum from terms_of_reference where forum_id = $1 order by version desc limit 1`, [directory.forumId("NOR")]);
    const added = "It hears what became of each concern that was raised in its area before it takes a new one.";
    await teller.tell(adoptTerms, administrator, { forum: "NOR", version: 1, from: dayOf(now), purpose: `${terms?.purpose} ${added}`, limitMinutes: String(terms?.limitMinutes), quorum: String(terms?.quorum), admitsElectedMembers: "yes", requiredRoles: ["police"] }, now);
  });
  timeline.at(ago(4 * day), (now) => readTerms(teller, "NOR", 2, now, (_, index) => index % 3 !== 0));

  let officer = "";
  timeline.at(ago(16 * day), async (now) => {
    officer = await add("Corin Thackwray", "Neighbourhood officer", "Hallamford Homes", now);
    await teller.tell(giveSeat, administrator, { personId: officer, forumId: directory.forumId("CEN"), agencyId: directory.agencyId("Hallamford Homes"), commits: "yes", core: "yes", from: dayOf(now) }, now);
  });
  timeline.at(ago(8 * day), async (now) => {
    const [action] = await teller.ask<{ reference: string; version: number }>(
      "select reference, version from actions where forum_id = $1 and owner_id = $2 and state in ('assigned', 'accepted', 'in_progress') order by due_on desc, reference limit 1",
      [directory.forumId("CEN"), directory.person("Zofia Nowak").personId]);
    if (!action) throw new Error("there is no open action that could be given to somebody else");
    await teller.tell(reassignAction, directory.chair("CEN"), { ...action, ownerId: officer, reason: "He knows the block, and is there every day." }, now);
  });
  timeline.at(ago(2 * day), async (now) => void (await teller.tell(leave, administrator, { personId: officer, version: await versionOf(officer) }, now)));

  timeline.at(ago(3 * day), async (now) => {
    const personId = await add("Maren Oduya-Frith", "Licensing sergeant", "South Riding Police", now);
    await teller.tell(invite, administrator, { personId, version: 1 }, now);
  });
  timeline.at(ago(day), async (now) => {
    const personId = await add("Ellis Garrowby", "Fire safety inspector", "South Riding Fire and Rescue Service", now);
    await teller.tell(invite, administrator, { personId, version: 1 }, now);
    timeline.at(minutesAfter(now, 1), (later) => teller.tell(withdrawInvitation, administrator, { personId, version: 1 }, later));
  });
}
