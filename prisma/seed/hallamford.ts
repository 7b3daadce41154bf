import { addDays, type Day } from "../../src/domain/kernel/dates.ts";
import type { PartnershipPlan } from "./directory.ts";
import { purposes } from "./texts/terms-of-reference.ts";

const council = "Hallamford Borough Council";
const police = "South Riding Police";
const housing = "Hallamford Homes";
const board = "South Riding Integrated Care Board";
const mentalHealth = "South Riding Mental Health NHS Trust";
const probation = "Probation Service";
const fire = "South Riding Fire and Rescue Service";
const charity = "Hearthlight Women's Project";
const tenants = "Hallamford Tenants' Federation";

/** Secondary schools come to the table through Early Help; nobody represents primary schools. */
const forSecondarySchools = { represents: "Secondary schools" };

/** Safer Hallamford, as its administrators set it up two years ago; only the acting chair of Southfold was appointed for a while, and again, and again. */
export function hallamford(today: Day): PartnershipPlan {
  const since = addDays(today, -730);
  const panelSince = addDays(today, -190);
  const everywhere = (from: Day) =>
    [
      { person: "Joanne Tice", office: "deputy", from },
      { person: "Priya Nandra", office: "coordinator", from },
    ] as const;
  return {
    name: "Safer Hallamford Partnership",
    domain: "hallamford.example",
    areas: {
      Northfold: ["Aldershaw", "Birkley", "Cawdale", "Denholt"],
      Central: ["Marketgate", "Eastholme", "Kiln Rise", "Priorsfield"],
      Southfold: ["Fenwick Vale", "Gorsley", "Hatherstone", "Inglewood"],
    },
    agencies: [
      { name: council, shortName: "Council", kind: "council" },
      { name: police, shortName: "Police", kind: "police" },
      { name: housing, shortName: housing, kind: "housing" },
      { name: board, shortName: "Integrated Care Board", kind: "integrated_care_board" },
      { name: mentalHealth, shortName: "Mental Health Trust", kind: "health_provider" },
      { name: probation, shortName: "Probation", kind: "probation" },
      { name: fire, shortName: "Fire and Rescue", kind: "fire" },
      { name: charity, shortName: "Hearthlight", kind: "voluntary" },
      { name: tenants, shortName: "Tenants' Federation", kind: "voluntary" },
    ],
    people: [
      { name: "Ruth Calverley", style: "Insp", agency: police, post: "Neighbourhood inspector, Central" },
      { name: "Dev Sandhu", style: "Insp", agency: police, post: "Neighbourhood inspector, Northfold" },
      { name: "Owen Marsh", style: "Insp", agency: police, post: "Neighbourhood inspector, Southfold (acting)" },
      { name: "Helen Arkwright", style: "Supt", agency: police, post: "District commander" },
      { name: "Nia Rowlands", style: "PC", agency: police, post: "Neighbourhood police officer" },
      { name: "Joanne Tice", agency: council, post: "Head of community safety" },
      { name: "Priya Nandra", agency: council, post: "Partnership coordinator" },
      { name: "Callum Brearley", agency: council, post: "Anti-social behaviour manager" },
      { name: "Tariq Aziz-Hall", agency: council, post: "Principal licensing officer" },
      { name: "Moira Keane", agency: council, post: "Early Help manager" },
      { name: "Hana Okafor", agency: council, post: "Social worker, children's social care" },
      { name: "Marcus Vane", agency: council, post: "Partnership administrator", office: "administrator" },
      { name: "Ffion Pryce", agency: council, post: "Information governance officer", office: "information_governance" },
      { name: "Daniel Ashworth", agency: council, post: "Community Safety evaluator", office: "evaluator" },
      { name: "Grace Hinchliffe", style: "Cllr", agency: council, post: "Councillor for Eastholme", ward: "Eastholme" },
      { name: "Imran Sattar", style: "Cllr", agency: council, post: "Councillor for Fenwick Vale", ward: "Fenwick Vale" },
      { name: "Peter Dunnock", style: "Cllr", agency: council, post: "Councillor for Aldershaw", ward: "Aldershaw" },
      { name: "Zofia Nowak", agency: housing, post: "Neighbourhood manager" },
      { name: "Anil Bose", style: "Dr", agency: board, post: "Clinical lead for vulnerable adults" },
      { name: "Sian Probert", agency: mentalHealth, post: "Community mental health team manager" },
      { name: "Kemi Adeyemi", agency: probation, post: "Senior probation officer" },
      { name: "Joe Stansfield", agency: fire, post: "Prevention and arson reduction officer" },
      { name: "Leila Frost", agency: charity, post: "Outreach manager" },
      { name: "Bev Moxon", agency: tenants, post: "Chair of the federation" },
    ],
    forums: [
      {
        code: "CEN", name: "Central CIM", kind: "cim", area: "Central", since, purpose: purposes.cim("Central Hallamford"), admitsElectedMembers: true, quorum: 3, requires: ["police"],
        offices: [{ person: "Ruth Calverley", office: "chair", from: since }, ...everywhere(since)],
        seats: [
          { person: "Ruth Calverley" }, { person: "Joanne Tice" }, { person: "Nia Rowlands" }, { person: "Callum Brearley" }, { person: "Tariq Aziz-Hall" },
          { person: "Moira Keane", ...forSecondarySchools }, { person: "Grace Hinchliffe", commits: false }, { person: "Zofia Nowak" }, { person: "Anil Bose" },
          { person: "Sian Probert" }, { person: "Kemi Adeyemi" }, { person: "Joe Stansfield" }, { person: "Leila Frost", commits: false }, { person: "Bev Moxon", commits: false },
        ],
        numbered: { cases: 104, actions: 31 },
      },
      {
        code: "NOR", name: "Northfold CIM", kind: "cim", area: "Northfold", since, purpose: purposes.cim("Northfold"), admitsElectedMembers: true, quorum: 3, requires: ["police"],
        offices: [{ person: "Dev Sandhu", office: "chair", from: since }, ...everywhere(since)],
        seats: [
          { person: "Dev Sandhu" }, { person: "Joanne Tice" }, { person: "Nia Rowlands" }, { person: "Callum Brearley" }, { person: "Moira Keane", ...forSecondarySchools },
          { person: "Zofia Nowak" }, { person: "Anil Bose" }, { person: "Sian Probert" }, { person: "Kemi Adeyemi" }, { person: "Joe Stansfield" }, { person: "Bev Moxon", commits: false },
        ],
        numbered: { cases: 68, actions: 22 },
      },
      {
        code: "SOU", name: "Southfold CIM", kind: "cim", area: "Southfold", since, purpose: purposes.cim("Southfold"), admitsElectedMembers: true, quorum: 3, requires: ["police"],
        offices: [
          { person: "Owen Marsh", office: "chair", capacity: "acting", from: addDays(today, -520), until: addDays(today, -337) },
          { person: "Owen Marsh", office: "chair", capacity: "acting", from: addDays(today, -336), until: addDays(today, -155) },
          { person: "Owen Marsh", office: "chair", capacity: "acting", from: addDays(today, -154), until: addDays(today, 28) },
          ...everywhere(since),
        ],
        seats: [
          { person: "Owen Marsh" }, { person: "Joanne Tice" }, { person: "Nia Rowlands" }, { person: "Callum Brearley" }, { person: "Tariq Aziz-Hall" }, { person: "Moira Keane", ...forSecondarySchools },
          { person: "Imran Sattar", commits: false }, { person: "Zofia Nowak" }, { person: "Anil Bose" }, { person: "Kemi Adeyemi" }, { person: "Joe Stansfield" },
          { person: "Leila Frost", commits: false }, { person: "Bev Moxon", commits: false },
        ],
        numbered: { cases: 80, actions: 17 },
      },
      {
        code: "MARP", name: "Multi-Agency Risk Management Panel", kind: "marp", since: panelSince, purpose: purposes.marp, admitsElectedMembers: false,
        offices: [{ person: "Helen Arkwright", office: "chair", from: panelSince }, ...everywhere(panelSince)],
        seats: [
          { person: "Helen Arkwright" }, { person: "Joanne Tice" }, { person: "Moira Keane", ...forSecondarySchools }, { person: "Callum Brearley" }, { person: "Tariq Aziz-Hall" }, { person: "Nia Rowlands" },
          { person: "Zofia Nowak" }, { person: "Anil Bose" }, { person: "Sian Probert" }, { person: "Kemi Adeyemi" }, { person: "Leila Frost", commits: false },
        ],
      },
      {
        code: "PDB", name: "Performance and Delivery Board", kind: "board", since, purpose: purposes.performance, admitsElectedMembers: false,
        offices: [{ person: "Helen Arkwright", office: "chair", from: since }, ...everywhere(since)],
        seats: [
          { person: "Helen Arkwright" }, { person: "Joanne Tice" }, { person: "Ruth Calverley" }, { person: "Dev Sandhu" }, { person: "Owen Marsh" },
          { person: "Zofia Nowak" }, { person: "Anil Bose" }, { person: "Kemi Adeyemi" }, { person: "Joe Stansfield" },
        ],
      },
      {
        // its chair is vacant: the cabinet member has not been named
        code: "SHB", name: "Safer Hallamford Board", kind: "board", since, purpose: purposes.board, admitsElectedMembers: true,
        offices: everywhere(since),
        seats: [{ person: "Helen Arkwright" }, { person: "Joanne Tice" }, { person: "Anil Bose" }, { person: "Kemi Adeyemi" }, { person: "Joe Stansfield" }],
      },
    ],
  };
}
