import { repeatMissing } from "../words/people.ts";
import { task } from "../words/stock.ts";
import type { CasePlot } from "./plot.ts";

/** The panel has met four times: its meetings are 9 to 12 of the year. Councillors aren't admitted. */
export const panel: readonly CasePlot[] = [
  {
    subject: "victim", title: "Two young people and one place", children: true,
    summary: "Two young people believed to be at risk of exploitation by adults whom they meet at one place. Both have allocated social workers.",
    background: "The two know each other from a residential home that one of them has left. Both have been seen with the same three adults at a late-opening premises, and came back with gifts. Each is protective of the other and says so. The allocated social workers are of two teams and had not known that it was the same place.",
    wanted: "One plan for both, disruption of the place and not only of the meetings, and workers who stay.", risk: "high", label: "the two young people",
    who: { name: "Kayleigh Thwaite and Amina Warsame", address: "Blue Lamp Lounge, 4 Dyer's Passage, Marketgate", safeContact: "Each through her own worker; Hana Okafor for the first" },
    from: 9, theme: repeatMissing,
    hearings: {
      9: {
        said: [
          "earlyHelp: Presented for both allocated social workers. Eleven missing episodes between the two, eight of them on the same nights.",
          "police: Three adults identified, one of them by both young people, by a nickname.",
          "licensing: The premises has a late licence and no condition on those under eighteen.",
          "charity: One of the two comes to us. She speaks when she is driving somewhere, so we drive.",
          "Considered as two young people and one place together, because that is how it happens. Professional judgements of the two teams weren't reopened.",
        ],
        tasks: [
          { ...task("licensing", "Visit the premises in the late evening with the police, and report on who is there and how age is checked", "Visit made, report to the panel", "Visited twice. No age checks; staff changed between the visits.", "Visit a premises in the late evening"), fate: "verified" },
          { ...task("police", "Serve abduction warning notices on the three adults", "Three notices served", "Two served. The third was abroad, and was served at the airport.", "Serve warning notices on adults identified"), fate: "returned" },
          { ...task("earlyHelp", "Bring the two teams to one plan, with one page that both use", "One page in use", "One page, signed by both teams.", "Bring two teams to one plan"), fate: "verified" },
        ],
      },
      10: {
        said: [
          "police: No contact with the three adults that we know of since the notices. Telephones have been changed.",
          "health: Both seen by the same nurse. One asked to come back.",
          "licensing: Review of the licence applied for on the grounds of protecting children.",
          "earlyHelp: One missing episode each since {since}, and not on the same night.",
        ],
        tasks: [
          { ...task("licensing", "Bring the review of the licence to a hearing, with statements that don't identify either young person", "Hearing held", "Held. Licence suspended for three months, with conditions after it.", "Bring a licence review to a hearing"), fate: "verified" },
          { ...task("charity", "Offer the second young person the same worker, at her choice of time", "Offered, answer recorded", "Offered. She said no, and then rang.", "Offer support to a second young person"), fate: "verified" },
        ],
      },
      11: {
        said: [
          "licensing: Licence suspended. The owner has appealed; the suspension stands meanwhile.",
          "police: The meetings may have moved. A car park two streets away is named in one report.",
          "mentalHealth: A clinician has joined the home's staff meeting on Wednesdays, which does more than an appointment that nobody keeps.",
          "housing: The flat above the premises is let. To whom is being looked at.",
        ],
        tasks: [
          { ...task("housing", "Find out who lets and who lives above the premises, and tell the police the same day", "Answer to the police", "Let by the owner's cousin. Told the same day."), fate: "verified" },
          { ...task("police", "Look at the car park over three weekends, with the council's cameras", "Three weekends covered", "Two of three weekends covered so far."), fate: "open" },
        ],
      },
      12: {
        said: [
          "earlyHelp: No missing episodes for either since {since}. Both social workers say that it is early.",
          "police: One of the adults was arrested in another force's area, for the same with others. We have been asked for everything we have.",
          "charity: They came together to the drop-in, to be bored, as they put it. It was a good afternoon.",
          "Risk remains high: it has fallen for the two, not for the place.",
        ],
        tasks: [
          { ...task("police", "Give the other force a full package, and agree who tells the two young people what", "Package sent, agreement recorded", "Package sent."), fate: "open" },
          { ...task("earlyHelp", "Ask both young people what they want the panel to know", "Their words, in whatever form", "Their words are with the coordinator."), fate: "open" },
        ],
      },
    },
    revealed: [{ by: "chair", after: 10, reason: "The other force asked whether these are the persons in its own investigation" }],
  },
  {
    subject: "victim", title: "Young person in care, missing on weekdays, Northfold", children: true,
    summary: "A young person in care in Northfold goes missing on weekday afternoons and is collected by car.",
    background: "The third placement in two years, and the first in which they unpacked. Missing between school and tea. The car has been three colours. The carer writes down plates, and is usually a letter out.",
    wanted: "The car, the driver, and the placement kept.", risk: "high", label: "the young person",
    who: { name: "Rosie Ferreira", born: [14, "05-11"], heldBy: "Hallamford Borough Council", safeContact: "The foster carer, Denise, while school is on" },
    from: 9, until: 12, theme: repeatMissing,
    closed: "Not missing since the driver was charged; the placement holds, and the child's own plan goes on with the allocated social worker.",
  },
  {
    subject: "perpetrator", title: "Adult alleged to cause harm to young people online",
    summary: "An adult alleged to cause harm contacts young people of several schools online, and offers paid modelling.",
    background: "Seven young people of three schools have been written to, and two went to meet him. He gives a different name to each. No offence is charged; the devices are being examined.",
    wanted: "The young people found before he finds them, and parents told without saying who.", risk: "high", label: "the adult",
    who: { name: "Gavin Thrussell", born: [37, "09-17"], address: "Unit 12, Bleachworks Studios, Hatherstone" },
    from: 10, theme: repeatMissing,
    hearings: {
      10: {
        said: [
          "police: Seven young people written to that we know of. Devices are with the examiners, in a queue.",
          "earlyHelp: Three schools have told parents something. They were three different things.",
          "health: One of the two who met him has been seen, and is cared for.",
          "Considered as an adult alleged to cause harm. Chair: find the others first, and ask before telling.",
        ],
        tasks: [
          { ...task("earlyHelp", "Give the schools one text for parents, which names nobody and says whom to ring", "Text sent by all schools", "Sent by all three, and by two more that asked.", "Give schools one text for parents"), fate: "verified" },
          { ...task("police", "Ask the examiners to take the contact list before the pictures", "Contact list received", "Contact list received.", "Ask for a contact list first"), fate: "not_done", note: "Two of five examiners have left. The queue is by court date, and this has none." },
        ],
      },
      11: {
        said: [
          "police: Four more young people found without the devices, by asking the first seven who else.",
          "charity: Two of the four would like to be asked again by somebody else.",
          "licensing: The studio is let by the day. The letting agent has been told what to look for.",
        ],
        tasks: [
          { ...task("charity", "See the two who asked for somebody else", "Both offered, answers recorded", "Both seen once."), fate: "open" },
          { ...task("licensing", "Give the other letting agents in the borough the same advice", "All agents reached", "Nine agents reached, two had questions.", "Advise letting agents"), fate: "verified" },
        ],
      },
      12: {
        said: [
          "police: Bailed with conditions: no device, no contact with anyone under eighteen. He has been checked on twice.",
          "mentalHealth: The parents are in a worse state than the young people. An evening for parents is offered.",
          "probation: Not under supervision. Should he be convicted, the assessment will take three weeks.",
        ],
        tasks: [{ ...task("mentalHealth", "Hold the evening for parents, at a place that isn't a clinic", "Evening held, number who came", "Evening held, nine came."), fate: "open" }],
      },
    },
  },
];
