import { contribute } from "../../../src/domain/disclosures/commands/contribute.ts";
import { withholdShare } from "../../../src/domain/disclosures/commands/withhold-share.ts";
import { addDays, type Day, dayOf, instantOf, withWeekday } from "../../../src/domain/kernel/dates.ts";
import type { Teller } from "./teller.ts";

type Gateway = { power: string; basis: string; condition: string; confidentiality: string };
type Given = { by: string; to: readonly string[]; words: string; purpose: string; necessity: string; leftOut?: string; grade: string; informed?: true; untold?: string; gateway: Gateway };

/** What goes with any power where offences and allegations are told. */
export const offences = { basis: "UK GDPR, article 6(1)(e): public task", condition: "Article 10, and Data Protection Act 2018, section 10(5)", confidentiality: "Overriding public interest" };
const crimeAndDisorder: Gateway = { power: "Crime and Disorder Act 1998, section 115", ...offences };
const title = "Suspected takeover of a home, Priorsfield";

/** What agencies gave each other between two meetings on the suspected takeover of a home, and what one decided to keep. */
const given: readonly Given[] = [
  {
    by: "Nia Rowlands", to: ["Hallamford Borough Council", "Probation Service"], grade: "reliable", gateway: crimeAndDisorder,
    words: "Eleven calls to the block since August, nine after 10pm. The same two cars on four evenings. The tenant opened the door once, with somebody standing behind the door.",
    purpose: "To agree who visits, when and with whom", necessity: "Nobody visits alone while it isn't known who is inside. Times and cars are enough for that; nobody is named.", leftOut: "Who rang",
    untold: "Those in the flat would learn of it through the tenant",
  },
  {
    by: "Zofia Nowak", to: ["South Riding Police", "Hallamford Borough Council"], grade: "reliable", gateway: { ...crimeAndDisorder, condition: "None needed", confidentiality: "Not given in confidence" },
    words: "The key fob was used between midnight and 5am on 21 nights of the last 30. A second fob was asked for in September, by telephone, and refused.",
    purpose: "To show when people come and go", necessity: "The fob's record is the only one there is, and says nothing about the tenant's life.", informed: true,
  },
  {
    by: "Sian Probert", to: ["Hallamford Borough Council"], grade: "untested",
    gateway: { power: "Care Act 2014, section 42", basis: offences.basis, condition: "Article 9(2)(g), and Data Protection Act 2018, schedule 1, paragraph 18", confidentiality: "Caldicott principles, for health" },
    words: "Known to the team until the spring. Missed three appointments since July, and somebody else answered the telephone twice.",
    purpose: "For the council's enquiry under the Care Act", necessity: "The enquiry has to know that contact was lost, and when. It doesn't need why the team was involved.", leftOut: "Anything said in treatment",
    untold: "There is no safe way to reach the tenant alone",
  },
  {
    by: "Joe Stansfield", to: ["Hallamford Homes"], grade: "untested", gateway: { ...crimeAndDisorder, power: "Crime and Policing legislation", condition: "None needed", confidentiality: "Not given in confidence" },
    words: "Smoke alarms were off at the visit in October, and the back way was blocked.", purpose: "So that the landlord can mend it", necessity: "Only the landlord can, and it says nothing about the people.", informed: true,
  },
];

export function planDisclosures(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const day = workingDayBefore(dayOf(madeAt));
  given.forEach((one, index) =>
    timeline.at(instantOf(day, 9 + index * 2, 10 + index * 7), async (now) => {
      const { by, to, gateway, informed, untold, ...said } = one;
      const ids = await gatewayIds(teller, gateway);
      const recipients = to.map((name) => directory.agencyId(name));
      const input = { ...said, ...ids, reference: await referenceOf(teller), recipients, marking: "official_sensitive", informed: informed ? "yes" : "no", informedReason: untold ?? "" };
      await teller.tell(contribute, directory.person(by), input, now);
    }),
  );
  timeline.at(instantOf(day, 16, 5), async (now) => {
    const input = { reference: await referenceOf(teller), fromAgencyId: "", what: "What was said in treatment", reason: "It is not needed to keep the tenant safe, and would break the trust in which it was said." };
    await teller.tell(withholdShare, directory.person("Sian Probert"), input, now);
  });
}

function workingDayBefore(today: Day): Day {
  const day = addDays(today, -1);
  return withWeekday(day).startsWith("S") ? workingDayBefore(day) : day;
}

async function referenceOf(teller: Teller): Promise<string> {
  const { directory } = teller;
  const [row] = await teller.ask<{ reference: string }>("select c.reference from cases c join case_twins t on t.case_id = c.id where c.partnership_id = $1 and c.forum_id = $2 and t.title = $3", [directory.partnershipId, directory.forumId("CEN"), title]);
  if (!row) throw new Error(`there is no case called ${title}`);
  return row.reference;
}

/** The rows of a gateway by their names. */
export async function gatewayIds(teller: Teller, { power, basis, condition, confidentiality }: Gateway) {
  const rows = await teller.ask<{ id: string; name: string }>("select id, name from gateway_rows where partnership_id = $1", [teller.directory.partnershipId]);
  const id = (name: string) => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`there is no gateway called ${name}`);
    return found.id;
  };
  return { powerId: id(power), lawfulBasisId: id(basis), conditionId: id(condition), confidentialityId: id(confidentiality) };
}
