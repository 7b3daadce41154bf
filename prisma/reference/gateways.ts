import { randomUUID } from "node:crypto";
import type { AgencyKind, GatewayPart } from "../../src/domain/kernel/enums.ts";
import type { Day } from "../../src/domain/kernel/dates.ts";
import type { Insert } from "../insert-rows.ts";

/** One answer to one of a gateway's four questions, as a partnership begins with it. Law changes: its governance officer keeps the rows from then on. */
export type GatewayPlan = {
  part: GatewayPart;
  name: string;
  /** One line of plain English, read in the room. */
  plain: string;
  from: Day;
  /** To which kinds of agency it permits disclosure, and since when; left out where it is not bound to a kind. */
  recipients?: Partial<Record<AgencyKind, Day>>;
  lawEnforcementOnly?: boolean;
  /** Recent law: never begins as checked. */
  recent?: boolean;
};

const unsure = "Ask your information governance officer where unsure.";

// Where no day of commencement is told apart, a row begins with the law it belongs to.
const ukGdpr = "2021-01-01";
const dpa2018 = "2018-05-25";
const cda1998 = "1998-09-30";
/** DPA 2018, section 30: those at this table that are competent authorities by their kind. */
const competentAuthorities = { police: dpa2018, probation: dpa2018 } as const;

/** The four tables with which a partnership begins (domain: reference data). Every row waits for the partnership's own lawyer. */
export const gateways: readonly GatewayPlan[] = [
  {
    part: "power", name: "Crime and Disorder Act 1998, section 115", from: cda1998,
    plain: "Lets anybody give information to the council, police, fire, probation or integrated care board, where the Act's work against crime and disorder needs it. It does not override data protection law.",
    recipients: { council: cda1998, police: cda1998, probation: cda1998, fire: "2003-04-01", integrated_care_board: "2022-07-01" },
  },
  { part: "power", name: "Crime and Disorder Act 1998, section 17", from: cda1998, plain: `The council, police and fire service have to do what they reasonably can to prevent crime in all they do. Sharing needs a power beside it. ${unsure}`, recipients: { council: cda1998, police: cda1998, fire: "2003-04-01" } },
  {
    part: "power", name: "Care Act 2014, sections 6 and 7", from: "2015-04-01", plain: "The council and its partners cooperate over adults with needs for care and support, in general and in one person's case.",
    recipients: { council: "2015-04-01", police: "2015-04-01", probation: "2015-04-01", health_provider: "2015-04-01", integrated_care_board: "2022-07-01" },
  },
  { part: "power", name: "Care Act 2014, section 42", from: "2015-04-01", plain: "The council makes enquiries where an adult with care needs may be abused or neglected and can't protect themselves.", recipients: { council: "2015-04-01" } },
  {
    part: "power", name: "Care Act 2014, section 45", from: "2015-04-01", plain: "A Safeguarding Adults Board may ask for information that it needs, and must be given it.",
    recipients: { council: "2015-04-01", police: "2015-04-01", integrated_care_board: "2022-07-01" },
  },
  { part: "power", name: "Children Act 1989, section 17", from: "1991-10-14", plain: "The council safeguards children in need, and others help it where it asks.", recipients: { council: "1991-10-14" } },
  { part: "power", name: "Children Act 1989, section 47", from: "1991-10-14", plain: "The council enquires where a child may suffer significant harm, and others help it with what they know.", recipients: { council: "1991-10-14" } },
  {
    part: "power", name: "Children Act 2004, sections 10 and 11", from: "2005-10-01", plain: "Those who work with children cooperate and keep their welfare in mind in all they do.",
    recipients: { council: "2005-10-01", police: "2005-10-01", probation: "2005-10-01", health_provider: "2005-10-01", school: "2010-01-12", integrated_care_board: "2022-07-01" },
  },
  {
    part: "power", name: "Criminal Justice Act 2003, section 325", from: "2004-04-05", plain: "Police, probation and those with a duty to cooperate share what they need to manage the risk of known offenders.",
    recipients: { council: "2004-04-05", police: "2004-04-05", probation: "2004-04-05", housing: "2004-04-05", health_provider: "2004-04-05", integrated_care_board: "2022-07-01" },
  },
  { part: "power", name: "Common law powers of the police", from: dpa2018, plain: `The police may share what is needed to prevent crime and protect life, with whoever needs it for that. ${unsure}` },
  { part: "power", name: "Vital interests", from: dpa2018, plain: "To save a life or prevent serious injury, where nothing else can be done in time." },
  { part: "power", name: "Crime and Policing legislation", from: "2026-01-01", plain: "New law on exploitation, home takeovers and anti-social behaviour. Whether it is in force and lets you share has to be looked up: ask your information governance officer first.", recent: true },

  { part: "lawful_basis", name: "UK GDPR, article 6(1)(c): legal obligation", from: ukGdpr, plain: "The law requires it." },
  { part: "lawful_basis", name: "UK GDPR, article 6(1)(d): vital interests", from: ukGdpr, plain: "A life is at risk." },
  { part: "lawful_basis", name: "UK GDPR, article 6(1)(e): public task", from: ukGdpr, plain: "It is needed for a task that the law gives your agency. The usual basis for public bodies." },
  { part: "lawful_basis", name: "Data Protection Act 2018, part 3: law enforcement", from: dpa2018, plain: "Between police and probation, to prevent, investigate or prosecute crime, and for nothing else.", lawEnforcementOnly: true, recipients: competentAuthorities },
  { part: "lawful_basis", name: "Data (Use and Access) Act 2025: recognised legitimate interests", from: "2026-02-05", plain: `For bodies that are not public authorities: crime, safeguarding and emergencies. New law. ${unsure}`, recent: true },

  { part: "condition", name: "None needed", from: ukGdpr, plain: "Nothing on health, ethnicity, religion, sexual life, biometrics or politics, and nothing on offences or allegations." },
  { part: "condition", name: "UK GDPR, article 9(2)(c): vital interests", from: ukGdpr, plain: "A life is at risk, and the person can't consent." },
  { part: "condition", name: "Article 9(2)(g), and Data Protection Act 2018, schedule 1, paragraph 10", from: ukGdpr, plain: "Preventing or detecting unlawful acts, where asking for consent would defeat that." },
  { part: "condition", name: "Article 9(2)(g), and Data Protection Act 2018, schedule 1, paragraph 18", from: ukGdpr, plain: "Safeguarding a child, or an adult at risk." },
  { part: "condition", name: "Article 10, and Data Protection Act 2018, section 10(5)", from: ukGdpr, plain: "Offences, allegations and convictions, where a condition of schedule 1 is met." },
  { part: "condition", name: "Part 3: nothing sensitive in it", from: dpa2018, plain: "Law enforcement between police and probation, without sensitive information.", lawEnforcementOnly: true, recipients: competentAuthorities },
  { part: "condition", name: "Data Protection Act 2018, schedule 8, under part 3", from: dpa2018, plain: "Sensitive information for law enforcement, between police and probation, where strictly necessary.", lawEnforcementOnly: true, recipients: competentAuthorities },

  { part: "confidentiality", name: "Not given in confidence", from: dpa2018, plain: "Nobody who told it could expect it to be kept from those at the table." },
  { part: "confidentiality", name: "The person agreed", from: dpa2018, plain: "They were told what goes to whom, and agreed. Agreeing to this is not consent as a lawful basis, which is rarely the right one." },
  { part: "confidentiality", name: "Overriding public interest", from: dpa2018, plain: "Serious harm is more likely if it is kept back, and that outweighs the confidence." },
  { part: "confidentiality", name: "Caldicott principles, for health", from: dpa2018, plain: "A health body's Caldicott guardian would agree: a justified purpose, the least that is needed, to those who need it." },
];

/**
 * Writes the tables of a partnership. `checked` only where that partnership's own lawyer has looked at the established law; recent law
 * begins unchecked everywhere.
 */
export async function writeGateways(insert: Insert, { checked }: { checked: boolean }): Promise<void> {
  const rows = gateways.map((plan) => ({ ...plan, id: randomUUID() }));
  await insert("gateway_rows", rows.map(({ id, part, name, plain, from, recipients, lawEnforcementOnly, recent }) => ({
    id, part, name, plain, from_on: from, checked: checked && !recent, law_enforcement_only: lawEnforcementOnly ?? false, any_recipient: recipients === undefined,
  })));
  await insert("gateway_recipients", rows.flatMap(({ id, recipients }) => Object.entries(recipients ?? {}).map(([kind, from]) => ({ id: randomUUID(), row_id: id, agency_kind: kind, from_on: from }))));
}
