import { domestic, neighbours, noise, selfNeglect, takeover } from "../words/homes.ts";
import { doorstep, hate, repeatMissing } from "../words/people.ts";
import { task } from "../words/stock.ts";
import { dogs, fires, flyTipping, gatherings, shopTheft, streetDrinking, vehicles } from "../words/streets.ts";
import type { CasePlot } from "./plot.ts";

export const southfold: readonly CasePlot[] = [
  {
    subject: "victim", title: "Older tenant disturbed by noise from above, Gorsley", ward: "Gorsley",
    summary: "An older tenant in Gorsley is disturbed at night by noise from the flat above, where there is a wooden floor and no carpet.",
    background: "Wood was laid without consent. There is a child who runs, and parents who work shifts and vacuum at midnight. Nobody means harm. The tenant below has moved her bed into the kitchen.",
    wanted: "Carpet, hours, and an apology that does not need a lawyer.", risk: "standard", label: "the tenant",
    who: { name: "Ivy Macaulay", born: [79, "11-15"], address: "Flat 2, Larch House, Gorsley" }, from: 1, until: 3, theme: noise,
  },
  {
    subject: "location", title: "Street drinking in a precinct, Fenwick Vale", ward: "Fenwick Vale",
    summary: "Drinking and begging in a shopping precinct in Fenwick Vale; staff at the pharmacy have been threatened.",
    background: "The pharmacy dispenses treatment to eleven people, and some of them wait outside all day. Two shops have left. Residents blame the pharmacy, which is the one place where some of those people are spoken to by name.",
    wanted: "The pharmacy kept, the waiting moved, and the two who threaten dealt with.", risk: "medium", label: "the precinct",
    who: { name: "Vale Precinct", address: "Units 1 to 14, Vale Precinct, Fenwick Vale" }, from: 1, until: 6, theme: streetDrinking,
  },
  {
    subject: "victim", title: "Widower defrauded by telephone, Hatherstone", ward: "Hatherstone",
    summary: "A widower in Hatherstone is rung every day by people who say that they are his bank, and has sent them money.",
    background: "He was an accountant, and is ashamed. He told the pharmacist when he could not pay for something. They ring him by his first name and remember the dog's.",
    wanted: "The calls stopped, the bank to answer, and somebody who rings him and asks for nothing.", risk: "medium", label: "the resident",
    who: { name: "Raymond Oduya", born: [77, "02-26"], address: "19 Hollin Drive, Hatherstone", safeContact: "The pharmacist, in person" }, from: 1, until: 4, theme: doorstep,
  },
  {
    subject: "location", title: "Off-road bikes on a former railway, Inglewood", ward: "Inglewood",
    summary: "Bikes are ridden on a former railway in Inglewood that is a path for walkers and school children.",
    background: "A straight mile with a good surface, two bridges, and a gate that comes off its hinges. The headteacher walks it with the children. One rider came off and lay for an hour, because nobody dared to ring.",
    wanted: "Gates that stay, bikes seized, and riders who know that ringing for help is safe.", risk: "medium", label: "the path",
    who: { name: "The Inglewood line", address: "Between Sleeper Bridge and Carr End, Inglewood" }, from: 1, until: 8, theme: vehicles,
  },
  {
    subject: "location", title: "Gatherings in a multi-storey car park, Fenwick Vale", ward: "Fenwick Vale", children: true,
    summary: "Young people gather on the roof of a car park in Fenwick Vale; objects were thrown, and one young person climbed outside the rail.",
    background: "It has the best view in the borough, and no door. The one outside the rail was talked in by a cleaner. The operator locks the stairs at ten, when most of them are already up.",
    wanted: "The roof shut in the evening, and the one who climbed out seen by somebody who has time.", risk: "high", label: "the car park",
    who: { name: "Ropewalk, levels 5 and 6", address: "Ropewalk, Fenwick Vale" }, from: 1, until: 5, theme: gatherings,
  },
  {
    subject: "perpetrator", title: "Dog kept for fighting, Hatherstone", ward: "Hatherstone",
    summary: "A person alleged to cause harm keeps dogs in a yard in Hatherstone that are believed to be matched against others.",
    background: "Noise, blood on a gate, and men who come on Sundays. A vet rang, which took courage. The animal charity has an officer on it.",
    wanted: "A warrant with everyone there who needs to be, on one morning.", risk: "medium", label: "the keeper",
    who: { name: "Barry Entwhistle", born: [52, "10-10"], address: "The yard behind Lime Pits, Hatherstone" }, from: 1, until: 2, theme: dogs,
    hearings: {
      1: {
        said: [
          "police: A vet rang about wounds that aren't from a fence. Two neighbours have heard men's voices on Sunday mornings.",
          "antiSocialBehaviour: The dog warden has been to the gate three times. On the third there were seven dogs by the sound.",
          "fire: There is one way in and a gas bottle beside it. We would want to be there.",
          "Taken as a case. Chair: one morning, one warrant, everyone who needs to be there. Nothing is said to anyone before.",
        ],
        tasks: [
          { ...task("police", "Get a warrant with the animal charity's officer, and agree one morning with the dog warden and fire and rescue", "Warrant executed", "Executed on the Sunday. Nine dogs seized, four men spoken to, one charged.", "Agree one morning with other agencies"), fate: "verified" },
          { ...task("antiSocialBehaviour", "Find kennels for up to ten dogs, and who pays", "Places confirmed in writing", "Ten places confirmed, paid by the charity until the hearing.", "Find places for animals"), fate: "verified" },
        ],
      },
      2: {
        said: ["police: Nine dogs seized, one man charged. The others have been given something to think about.", "antiSocialBehaviour: The yard is empty and its lease has been ended by the owner, who had not wanted to know."],
      },
    },
    closed: "The dogs are safe, the keeper is charged and banned from keeping any until the trial; nothing is left for this table.",
  },
  {
    subject: "victim", title: "Home of a disabled adult used by others, Fenwick Vale", ward: "Fenwick Vale",
    summary: "The home of an adult who uses a wheelchair in Fenwick Vale is used by others, who came to help and stayed.",
    background: "Carers noticed a third toothbrush, then a fourth. Care visits were cut short, because somebody else was always in the room. The adult's car, adapted for him, was stopped in another county without him.",
    wanted: "Seen alone, the car brought back, and carers who know whom to tell.", risk: "high", label: "the tenant",
    who: { name: "Mohammed Anwar Siddique", born: [44, "01-05"], address: "Bungalow 6, Teasel Garth, Fenwick Vale", safeContact: "At physiotherapy, on Tuesdays" }, from: 3, until: 7, theme: takeover,
  },
  {
    subject: "victim", title: "Disabled resident targeted by hate incidents, Gorsley", ward: "Gorsley",
    summary: "A disabled resident in Gorsley is filmed, mimicked and followed by a group, and it is posted online.",
    background: "Eleven videos were found, one with nine thousand views. He has stopped taking the bus and lost his volunteering place by it. Two of those who film live in the same street.",
    wanted: "It named as hate, the videos taken down, and the bus to be his again.", risk: "medium", label: "the resident",
    who: { name: "Tomos Rees-Bakare", born: [24, "08-22"], address: "40 Weaver's Rise, Gorsley", safeContact: "With his support worker there" }, from: 4, until: 9, theme: hate,
  },
  {
    subject: "victim", title: "Hoarding and repeated small fires, Inglewood", ward: "Inglewood",
    summary: "An adult in Inglewood smokes in a home filled with paper; there were three small fires in a year.",
    background: "A collector of newspapers since the strike. Knows where each is. The flat below is a nursery. He burnt his hand putting the last one out, and told the crew that he had managed it before.",
    wanted: "The smoking made safe first, then a way through the room.", risk: "high", label: "the occupant",
    who: { name: "Ernest Vasiliou", born: [74, "05-16"], address: "Above 11 Fettler's Row, Inglewood" }, from: 5, until: 8, theme: selfNeglect,
  },
  {
    subject: "victim", title: "Young person missing and exploited, Hatherstone", ward: "Hatherstone", children: true,
    summary: "A young person in Hatherstone goes missing and is believed to be sent to other towns to deliver.",
    background: "Found twice on a train without a ticket, and once in a flat two hundred miles away. Owes somebody for a bicycle that was stolen from him, by them. His mother has been visited.",
    wanted: "The debt to be our problem and not his, and the mother safe.", risk: "high", label: "the young person",
    who: { name: "Kieran Mwangi", born: [16, "09-29"], address: "8 Stubbing Lane, Hatherstone", safeContact: "His mother, Wanjiru, at her work" }, from: 6, until: 10, theme: repeatMissing,
    revealed: [{ by: "deputy", after: 7, reason: "Transport police asked for a date of birth for their marker" }],
  },
  {
    subject: "location", title: "Tipping and rats behind flats, Gorsley", ward: "Gorsley",
    summary: "Household waste is tipped behind flats in Gorsley faster than it can be collected, and there are rats.",
    background: "One hundred and twelve flats, and bins for eighty. Contractors for private landlords add to it at the end of tenancies. The ground floor keeps its windows shut in summer.",
    wanted: "Enough bins, landlords who are charged, and a day on which everything goes.", risk: "standard", label: "the flats",
    who: { name: "Plover, Dunlin and Curlew Houses", address: "Moss Side Way, Gorsley" }, from: 7, theme: flyTipping,
  },
  {
    subject: "location", title: "Thefts and threats at small shops, Inglewood", ward: "Inglewood",
    summary: "Goods are stolen from small shops in Inglewood, one of them open at night, and those who work alone are threatened.",
    background: "Four shops along one road, one of which sells fuel and is open at night. False plates, the same two cars. The night worker is a student who sits behind glass and is told to open the door. The company's answer was a poster.",
    wanted: "The cars found, a second person at night, and a button that rings somewhere.", risk: "medium", label: "the shops",
    who: { name: "Carr End services", address: "Carr End services, Turnpike Road, Inglewood" }, from: 8, until: 11, theme: shopTheft,
  },
  {
    subject: "victim", title: "Lone parent and neighbours in conflict, Fenwick Vale", ward: "Fenwick Vale", children: true,
    summary: "A lone parent in Fenwick Vale and a neighbouring household complain of each other; the parent is frightened, and the children with her.",
    background: "She plays music to drown their shouting, and they shout because of her music. He stands at his gate when she comes home. Recordings from both sides show one side each. Her eldest has begun to sleep at a friend's.",
    wanted: "To know what is nuisance and what is menace, and to act on the second without waiting for the first.", risk: "medium", label: "the parent",
    who: { name: "Femi Olatunji", born: [30, "03-21"], address: "73 Bobbin Street, Fenwick Vale", safeContact: "At the children's centre" }, from: 9, theme: neighbours,
    revealed: [{ by: "chair", after: 11, reason: "To check a call last night against this household" }],
  },
  {
    subject: "victim", title: "Repeated abuse by an adult son, Inglewood", ward: "Inglewood",
    summary: "An older parent in Inglewood is abused by an adult child who lives with them and takes their money.",
    background: "He came home after a separation, for a fortnight, two years ago. She says that he is ill and that it is her fault. The milkman, who is the last of his kind, rang the council.",
    wanted: "Help for her that does not begin with the word eviction, and help for him that is somewhere else.", risk: "high", label: "the parent",
    who: { name: "Philomena Gallagher", born: [76, "06-06"], heldBy: "Hallamford Borough Council", safeContact: "At mass, or through the parish office" }, from: 9, theme: domestic,
    hearings: {
      9: {
        said: [
          "antiSocialBehaviour: Came to us as a worry about milk bottles. The milkman was asked in, and brought a notebook.",
          "police: Three calls in two years, each taken as a family argument. Put together they are something else.",
          "health: Two falls in the notes. The practice will see her by herself, for her ears.",
          "Taken as a case. Chair: nobody says eviction in front of her, because she will hear that it is she who throws him out.",
        ],
        tasks: [
          { ...task("health", "See the parent alone, on an occasion of the practice's making, and ask", "Seen alone and asked", "Seen alone at a hearing test. She told the nurse about the money first.", "See the parent alone"), fate: "verified" },
          { ...task("charity", "Find the worker who is best at waiting, and begin through the parish office", "First meeting held", "First meeting held in the parish office. A second was asked for.", "Find a worker for the parent"), fate: "verified" },
        ],
      },
      10: {
        said: [
          "health: She said that he is ill and that it is her fault. Both can be talked about; only the first may be true.",
          "charity: Two meetings. She is careful with times, so that he won't notice.",
          "housing: She has had the tenancy for thirty-one years. His name isn't on it.",
        ],
        tasks: [
          { ...task("housing", "Find a place for him that isn't the street, before anything is said to either", "Offer in principle", "Room in shared housing two wards away, in principle from next month.", "Find alternative accommodation"), fate: "verified" },
          { ...task("police", "Say what an order could do here if she never supports a charge", "Written note to the chair", "Note sent: a protection order doesn't need her consent, and should have her knowledge."), fate: "verified" },
        ],
      },
      11: {
        said: [
          "police: He was arrested for something else on a Saturday and held until the Monday. She slept, and told the worker so.",
          "charity: She has asked how long a person can be kept away. It is the first question that she has asked.",
          "probation: Not known to us.",
        ],
        tasks: [{ ...task("police", "Apply for a protection order in time for the next occasion, with the room ready on the same day", "Order applied for, room confirmed", "Applied for, hearing on Monday; the room is confirmed for the same day.", "Apply for a protection order"), fate: "open" }],
      },
      12: {
        said: [
          "police: Application is drafted; legal services want the bank statements.",
          "charity: She brought the bank statements in a missal.",
          "councillor: The milkman asks after her each time he sees me. I tell him that he did right.",
        ],
        tasks: [{ ...task("antiSocialBehaviour", "Have a safeguarding enquiry opened for the money, and tell her beforehand", "Enquiry opened, she has been told", "Opened. Told by the worker, in the parish office.", "Ask for a safeguarding enquiry"), fate: "open" }],
      },
    },
  },
  {
    subject: "location", title: "Fires in empty buildings, Gorsley", ward: "Gorsley",
    summary: "Empty buildings in Gorsley are entered and set alight; the last fire spread to the roof of a building in use.",
    background: "Three former clubs in one street, owned by one company with no telephone. People sleep in one of them. Crews will not go in above the ground floor.",
    wanted: "Whoever sleeps there found first, the owner found second, and the doors shut third.", risk: "high", label: "the buildings",
    who: { name: "The Liberal, the Railway and the Victory", address: "Station Brow, Gorsley" }, from: 10, theme: fires,
  },
  {
    subject: "location", title: "Gatherings and damage at a skate park, Hatherstone", ward: "Hatherstone", children: true,
    summary: "A new skate park in Hatherstone is used by many and damaged by a few; younger children are charged a pound to use it.",
    background: "Built with money that children raised. Those who charge are older and come on three evenings. Lights were broken in the first week. The ones who raised the money have made a list of rules, which is rather good.",
    wanted: "The park back with those it was built for, without anyone in uniform standing in it.", risk: "standard", label: "the skate park",
    who: { name: "Tup Lane recreation ground", address: "Tup Lane, Hatherstone", safeContact: "The friends' group, by Aurelia Popescu" }, from: 11, theme: gatherings,
  },
  {
    subject: "victim", title: "Older resident visited by rogue traders, Fenwick Vale", ward: "Fenwick Vale",
    summary: "An older resident in Fenwick Vale has been visited again by traders who were warned off last year.",
    background: "The same van with another name on it. This time they brought a card machine. She paid for a drive that she does not have. Her sight has gone since last year, and she goes by voices.",
    wanted: "The traders in court this time, and a door that rings for help.", risk: "medium", label: "the resident",
    who: { name: "Gurdeep Kaur Dhillon", born: [82, "04-13"], address: "Orchard End, Damson Lane, Fenwick Vale", safeContact: "Her grandson, Amrit, after school hours" }, from: 12, theme: doorstep,
  },
];
