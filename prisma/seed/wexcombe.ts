import { addDays, type Day } from "../../src/domain/kernel/dates.ts";
import type { PartnershipPlan } from "./directory.ts";
import { purposes } from "./texts/terms-of-reference.ts";

const council = "Wexcombe District Council";
const police = "Wexcombe Police";
const housing = "Wexcombe Housing Association";

/** Another partnership, so that it can be seen that nothing crosses. */
export function wexcombe(today: Day): PartnershipPlan {
  const since = addDays(today, -400);
  return {
    name: "Safer Wexcombe",
    domain: "wexcombe.example",
    areas: { Wexcombe: ["Abbotsmere", "Quayside"] },
    agencies: [
      { name: council, shortName: "Council", kind: "council" },
      { name: police, shortName: "Police", kind: "police" },
      { name: housing, shortName: "Housing Association", kind: "housing" },
    ],
    people: [
      { name: "Alun Treharne", style: "Insp", agency: police, post: "Neighbourhood inspector" },
      { name: "Fiona Garrick", agency: council, post: "Community safety manager" },
      { name: "Ngozi Umeh", agency: council, post: "Partnership coordinator" },
      { name: "Stuart Penrose", agency: housing, post: "Tenancy manager" },
      { name: "Harpreet Gill", style: "Cllr", agency: council, post: "Councillor for Quayside", ward: "Quayside" },
      { name: "Rosalind Achebe", agency: council, post: "Information governance officer", office: "information_governance" },
    ],
    forums: [
      {
        code: "WEX", name: "Wexcombe CIM", kind: "cim", area: "Wexcombe", since, purpose: purposes.cim("Wexcombe"), admitsElectedMembers: true,
        offices: [
          { person: "Alun Treharne", office: "chair", from: since },
          { person: "Fiona Garrick", office: "deputy", from: since },
          { person: "Ngozi Umeh", office: "coordinator", from: since },
        ],
        seats: [{ person: "Alun Treharne" }, { person: "Fiona Garrick" }, { person: "Stuart Penrose" }, { person: "Harpreet Gill", commits: false }],
      },
    ],
  };
}
