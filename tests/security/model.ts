import type { Facts } from "./facts.ts";

// Rule 26, once more and apart from the product: its table written down as plain questions to plain facts. It shares no line with
// the policies of the database nor with the code of the domain, so that a mistake has to be made twice to go unseen.

export type Sight = {
  /** D0: the cases that exist for them. */
  cases: string[];
  /** D1: the nameless twins, and the actions without their words. */
  twins: string[];
  actions: string[];
  /** D2: the records, the minutes, the words of actions. */
  contents: string[];
  minutes: string[];
  wordings: string[];
  /** D3 and D4 by reveals of earlier, by research, and after asking for everything now. */
  shown: string[];
  shownOnAsking: string[];
  addresses: string[];
  addressesOnAsking: string[];
};

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });
const sixtyDays = 60 * 24 * 60 * 60_000;
const open = ["assigned", "accepted", "in_progress", "reported_done"];

const nothing: Sight = { cases: [], twins: [], actions: [], contents: [], minutes: [], wordings: [], shown: [], shownOnAsking: [], addresses: [], addressesOnAsking: [] };

export function sightOf(facts: Facts, person: string, now: Date): Sight {
  // whoever has left sees nothing, whatever stands under their name
  if (facts.people.some(({ id, left }) => id === person && left !== null)) return nothing;
  const today = london.format(now);
  const inForce = (row: { from: string; until: string | null }) => row.from <= today && (row.until === null || today <= row.until);
  const theirs = <Row extends { person: string }>(rows: Row[]) => rows.filter((row) => row.person === person);

  const offices = new Set(theirs(facts.appointments).filter(inForce).map((row) => row.forum));
  const seats = theirs(facts.memberships).filter(inForce);
  const sits = (forum: string) => seats.some((seat) => seat.forum === forum);
  const isCouncillor = theirs(facts.councillors).some(inForce);
  const admits = (forum: string) => facts.terms.filter((row) => row.forum === forum && row.adopted <= today).toSorted((a, b) => b.version - a.version)[0]?.admits === true;
  const partnershipOf = (id: string) => facts.cases.find((row) => row.id === id)?.partnership;
  const governs = (id: string) => theirs(facts.offices).some((row) => row.office === "information_governance" && inForce(row) && row.partnership === partnershipOf(id));

  const recusals = theirs(facts.recusals).filter((row) => !row.lifted);
  const recused = (id: string | null) => recusals.some((row) => row.case !== null && row.case === id);
  /** Of an item without a case: it, and all that it was put off to and from. */
  const shutItems = new Set(recusals.flatMap((row) => row.item ?? []));
  for (let before = -1; before !== shutItems.size; ) {
    before = shutItems.size;
    for (const item of facts.items) {
      if (item.deferred !== null && shutItems.has(item.deferred)) shutItems.add(item.id);
      if (item.deferred !== null && shutItems.has(item.id)) shutItems.add(item.deferred);
    }
  }
  const silently = (id: string | null) => recusals.some((row) => row.case !== null && row.case === id && row.silent);

  const meeting = (id: string) => {
    const found = facts.meetings.find((row) => row.id === id);
    if (!found) throw new Error("a meeting that isn't there");
    return found;
  };
  /** On its register as a member who may read its papers, which are open from publication until confirmed, or for sixty days after closing. */
  const onRegister = (id: string) => {
    const { state, closed, forum } = meeting(id);
    if (!theirs(facts.signatures).some((row) => row.meeting === id)) return false;
    if (state === "scheduled" || state === "confirmed" || state === "cancelled") return false;
    if (closed !== null && now.getTime() - Date.parse(closed) >= sixtyDays) return false;
    return sits(forum) && (!isCouncillor || admits(forum));
  };
  const meetingsOf = (id: string) => facts.items.filter((row) => row.case === id).map((row) => row.meeting);
  const forumOf = (id: string) => facts.cases.find((row) => row.id === id)?.forum ?? "";

  const inOffice = (id: string) => offices.has(forumOf(id));
  const registered = (id: string) => meetingsOf(id).some(onRegister);
  // a task ends with the seat it was given to: the chair gives it to somebody else
  const isTheirs = (action: Facts["actions"][number]) => action.owner === person && (sits(action.forum) || offices.has(action.forum));
  const owned = (action: Facts["actions"][number]) => isTheirs(action) && open.includes(action.state);
  const helped = (action: Facts["actions"][number]) =>
    open.includes(action.state) && theirs(facts.helpers).some((row) => row.action === action.id && row.ended === null) && seats.some((seat) => seat.forum === action.forum && seat.agency === action.agency);
  const tasked = (id: string) => facts.actions.some((action) => action.case === id && (owned(action) || helped(action)));
  const invited = (id: string) =>
    theirs(facts.invitations).some((row) => row.case === id && row.withdrawn === null && meeting(row.meeting).state === "in_session" && facts.items.find((item) => item.id === row.item)?.opened !== null);
  const governed = (id: string) => governs(id) && theirs(facts.purposes).some((row) => row.case === id && row.agreed && inForce(row));

  const d2 = (id: string) => !recused(id) && (inOffice(id) || registered(id) || tasked(id) || invited(id) || governed(id));
  const d1 = (id: string) => !recused(id) && (d2(id) || inOffice(id) || sits(forumOf(id)));
  // recused openly, one knows that it exists; silently, nothing
  const d0 = (id: string) => !silently(id) && (d2(id) || inOffice(id) || sits(forumOf(id)) || governs(id));

  const mayReveal = (id: string) => !recused(id) && (inOffice(id) || registered(id));
  const hasRevealed = (id: string) => theirs(facts.reveals).some((row) => row.case === id && Date.parse(row.ends) > now.getTime());
  /** The research list: the named contact, signed in advance, from publication to the start. */
  const researches = (id: string) =>
    !recused(id) &&
    meetingsOf(id).some((each) => {
      const { state, starts, forum } = meeting(each);
      const contact = seats.some((seat) => seat.forum === forum && seat.contact);
      return state === "published" && Date.parse(starts) > now.getTime() && contact && (!isCouncillor || admits(forum)) && theirs(facts.advance).some((row) => row.meeting === each);
    });
  // the people on it: agencies search their records for people, not for places
  const researched = (subject: Facts["subjects"][number]) => (subject.role === "victim" || subject.role === "perpetrator") && researches(subject.case);
  /** What their open task needs of who the case is about, as it was chosen while the task was theirs. */
  const needed = (subject: Facts["subjects"][number]) =>
    !recused(subject.case) && theirs(facts.needs).some((row) => row.subject === subject.id && row.ended === null && facts.actions.some((action) => action.id === row.action && action.case === subject.case && owned(action)));
  const isNamed = (subject: Facts["subjects"][number]) => d2(subject.case) && theirs(facts.readers).some((row) => row.subject === subject.id && row.ended === null);
  const hasRevealedAddress = (subject: string) => theirs(facts.addressReveals).some((row) => row.subject === subject && Date.parse(row.ends) > now.getTime());

  const readsMinute = ({ item, case: of, forum, meeting: at }: Facts["minutes"][number]) => !shutItems.has(item) && (of === null ? offices.has(forum) || onRegister(at) : d2(of));
  const readsWording = (action: Facts["actions"][number]) => {
    if (shutItems.has(action.item) || (action.case !== null && recused(action.case))) return false;
    if (offices.has(action.forum) || owned(action) || helped(action)) return true;
    // no case in it: nothing confidential ends with the task
    if (action.case === null && isTheirs(action)) return true;
    return action.state !== "recorded" && (action.case === null ? onRegister(action.meeting) : d2(action.case));
  };
  const seesAction = (action: Facts["actions"][number]) => {
    if (shutItems.has(action.item) || (action.state === "recorded" && !offices.has(action.forum))) return false;
    return action.case === null ? offices.has(action.forum) || sits(action.forum) : d1(action.case);
  };

  const ids = (rows: { id: string }[]) => rows.map((row) => row.id).toSorted();
  const named = facts.subjects.filter((row) => row.named);
  const stored = facts.subjects.filter((row) => row.address);
  return {
    cases: ids(facts.cases.filter((row) => d0(row.id))),
    twins: ids(facts.cases.filter((row) => d1(row.id))),
    actions: ids(facts.actions.filter(seesAction)),
    contents: ids(facts.cases.filter((row) => d2(row.id))),
    minutes: facts.minutes.filter(readsMinute).map((row) => row.item).toSorted(),
    wordings: ids(facts.actions.filter(readsWording)),
    shown: ids(named.filter((row) => researched(row) || ((mayReveal(row.case) || needed(row)) && hasRevealed(row.case)))),
    shownOnAsking: ids(named.filter((row) => researched(row) || mayReveal(row.case) || needed(row))),
    addresses: ids(stored.filter((row) => isNamed(row) && hasRevealedAddress(row.id))),
    addressesOnAsking: ids(stored.filter(isNamed)),
  };
}
