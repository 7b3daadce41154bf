import { domestic, neighbours, noise, selfNeglect, takeover } from "../words/homes.ts";
import { hate, repeatMissing } from "../words/people.ts";
import { task } from "../words/stock.ts";
import { dogs, fires, flyTipping, gatherings, streetDrinking, vehicles } from "../words/streets.ts";
import type { CasePlot } from "./plot.ts";

export const northfold: readonly CasePlot[] = [
  {
    subject: "perpetrator", title: "Dogs running loose near a play area, Birkley", ward: "Birkley", children: true,
    summary: "Dogs kept by a person alleged to cause harm run loose by a play area in Birkley; one child was knocked down.",
    background: "Three large dogs, let out together at school times. The owner says that they need the run. The child was bruised and not bitten. Parents now wait at the far gate, where there is no pavement.",
    wanted: "The dogs on leads in shared places, and fewer of them in the flat.", risk: "medium", label: "the owner",
    who: { name: "Tracey Pickersgill", born: [38, "02-14"], address: "2 Hawthorn Rake, Birkley" }, from: 1, until: 4, theme: dogs,
  },
  {
    subject: "theme", title: "Dispute between two households over access, Cawdale", ward: "Cawdale",
    summary: "Two households in Cawdale complain of one another over a shared access; it has come to blows once.",
    background: "A shared drive, a van, and a hedge that one cut down while the other was away. Both have solicitors' letters. The older children of the two houses have begun to carry it on at school.",
    wanted: "Both sides heard by the same person, and the drive marked out.", risk: "standard", label: "the households",
    who: { name: "Ramanathan; Tordoff", address: "18 and 20 Pack Horse Brow, Cawdale" }, from: 1, until: 5, theme: neighbours,
  },
  {
    subject: "victim", title: "Young person missing from home repeatedly, Aldershaw", ward: "Aldershaw", children: true,
    summary: "A young person in Aldershaw goes missing repeatedly, comes back with new things and says nothing of where they were.",
    background: "Lives with a grandparent who does everything that can be asked. Missing overnight nine times in eleven weeks. A second telephone was found. School has changed the timetable to keep one lesson that is never missed.",
    wanted: "To know who collects them, and to be the better company.", risk: "high", label: "the young person",
    who: { name: "Tia-Louise Barraclough", born: [15, "06-19"], address: "54 Shaw Clough, Aldershaw", safeContact: "The grandparent, Maureen, when the young person is at school" }, from: 1, until: 7, theme: repeatMissing,
    revealed: [{ by: "chair", after: 2, reason: "Control room needs the address for the first-hour plan" }],
  },
  {
    subject: "location", title: "Deliberate fires by sheltered flats, Denholt", ward: "Denholt",
    summary: "Fires set in a bin store and hedges by sheltered flats in Denholt, in the early evening.",
    background: "Began with paper and has come to a shed. The store stands against the wall of forty flats. The warden stays late without being asked.",
    wanted: "The store emptied and locked, and the young people who were seen spoken to by a firefighter and not only by an officer.", risk: "medium", label: "the flats",
    who: { name: "Denholt Lodge", address: "Denholt Lodge, Beacon Street, Denholt" }, from: 1, until: 3, theme: fires,
  },
  {
    subject: "victim", title: "Adult exploited at home by dealers, Birkley", ward: "Birkley",
    summary: "The home of an adult with mental ill health in Birkley is used for dealing by people from another town.",
    background: "Discharged from hospital to an empty flat in the winter. Two visitors became six. The tenant says that he owes them money, and cannot say for what. Neighbours counted forty callers on a Saturday.",
    wanted: "Treated as a victim, seen away from the flat, and the door made his own again.", risk: "high", label: "the tenant",
    who: { name: "Wayne Satterthwaite", born: [47, "09-08"], address: "Flat 3, 9 Delph Mount, Birkley", safeContact: "At the depot clinic on alternate Mondays" }, from: 1, until: 6, theme: takeover,
  },
  {
    subject: "victim", title: "Repeated abuse by a partner, Cawdale", ward: "Cawdale", children: true,
    summary: "A parent in Cawdale is assaulted and controlled by a partner who comes and goes; there are children in the home.",
    background: "Five reports in as many months, three of them by a neighbour. Statements were made and withdrawn. The partner has a key, her car and her benefits. She goes along to every school event and speaks to nobody.",
    wanted: "Time with her alone, money that is hers, and a plan for the day on which she wants to use it.", risk: "high", label: "the victim",
    who: { name: "Natalie Oyelowo", born: [31, "04-02"], address: "26 Tentercroft, Cawdale", safeContact: "At the school's breakfast club, on Wednesdays" }, from: 1, until: 9, theme: domestic,
  },
  {
    subject: "victim", title: "Shopkeeper targeted by hate incidents, Aldershaw", ward: "Aldershaw",
    summary: "The family that keeps a shop in Aldershaw is abused over the counter, and its shutters are painted.",
    background: "Always at closing, always after a certain kind of item in the news. Two adults who have been customers for years, and some teenagers who follow. The family does not want to be a case, and came because the youngest asked.",
    wanted: "It dealt with as hate from the first call, and customers who say something.", risk: "medium", label: "the family",
    who: { name: "The Sivakumaran family", address: "Aldershaw Stores, 88 Long Causeway, Aldershaw", safeContact: "The eldest daughter, by message" }, from: 4, until: 8, theme: hate,
  },
  {
    subject: "location", title: "Trade waste tipped by a reservoir road, Denholt", ward: "Denholt",
    summary: "Builders' and garden waste is tipped by a reservoir road in Denholt, at night, by the lorry load.",
    background: "Too much and too far for residents' own. Asbestos in one load. Three councils share the road, and each had thought that it was another's.",
    wanted: "One council that answers for the whole road, and a camera where there is a signal.", risk: "standard", label: "the road",
    who: { name: "Ogden Water Road", address: "Ogden Water Road between the two cattle grids, Denholt" }, from: 5, until: 10, theme: flyTipping,
  },
  {
    subject: "perpetrator", title: "Parties and noise in a converted mill, Birkley", ward: "Birkley",
    summary: "A tenant known to cause harm, by a community protection warning, holds parties in a converted mill in Birkley until the morning.",
    background: "One flat out of sixty, and the other fifty-nine know the number. Guests pay at the door. The lift was damaged twice. The tenant works in events and has explained to each service what the law says.",
    wanted: "Evidence that stands up, and the licence question answered.", risk: "standard", label: "the tenant",
    who: { name: "Dominic Achterhuis", born: [33, "03-30"], address: "Flat 41, Albion Works, Birkley" }, from: 6, until: 9, theme: noise,
  },
  {
    subject: "victim", title: "Older couple and neighbours in conflict, Denholt", ward: "Denholt",
    summary: "An older couple in Denholt and the household beside them have complained of one another for two years; it is becoming frightening.",
    background: "It is about parking in the day and about noise at night. He has early dementia and no longer knows the neighbour as the man he once helped with his car. She does, and that makes it worse. The neighbours have a new baby.",
    wanted: "Someone to explain each side to the other, before the next thing is broken.", risk: "medium", label: "the couple",
    who: { name: "Harold and Dorcas Murgatroyd", address: "3 Bramble Lea, Denholt", safeContact: "Their niece, Parveen, at weekends" }, from: 7, theme: neighbours,
  },
  {
    subject: "location", title: "Evening gatherings at a bus station, Aldershaw", ward: "Aldershaw", children: true,
    summary: "Young people gather at a bus station in Aldershaw on most evenings; passengers feel unsafe and drivers have been spat at.",
    background: "The last bus to the villages leaves at eight, and those who miss it stay. Fireworks were thrown under a bus. The operator has said that it will skip the stop.",
    wanted: "The buses to keep stopping, and somewhere to be that is not a bay with a roof.", risk: "standard", label: "the bus station",
    who: { name: "Aldershaw interchange", address: "Stands 3 to 6, Cross Hills interchange, Aldershaw" }, from: 8, until: 11, theme: gatherings,
  },
  {
    subject: "location", title: "Off-road bikes and quads on moorland tracks, Cawdale", ward: "Cawdale",
    summary: "Off-road bikes and quads tear up moorland tracks above Cawdale and frighten stock; two walkers were forced into a ditch.",
    background: "They come from outside the borough, a dozen at a time, with the route on a website. The farmer has lost lambs. Residents who spoke to the riders were filmed. Two of the ways in are on the map as open to all traffic, and one of them should not be.",
    wanted: "The wrong way taken off the map, and the right ones shut while the ground is wet.", risk: "standard", label: "the tracks",
    who: { name: "Withens Gate and Long Drag", address: "Nab Farm, Cawdale", safeContact: "The farmer, Elspeth Uttley, after six" }, from: 9, theme: vehicles,
  },
  {
    subject: "victim", title: "Adult in an unsafe home, Birkley", ward: "Birkley",
    summary: "An adult in Birkley lives without water or light in a home that neighbours believe to be empty.",
    background: "Found by a meter reader. The tenancy came to him from his mother. Has been to the surgery once in seven years, for a dog bite. Polite at the door, and does not open it further.",
    wanted: "One person whom he gets used to, and water.", risk: "high", label: "the occupant",
    who: { name: "Leszek Kowalczyk", born: [63, "12-01"], address: "The last house on Sagar Fold, Birkley", safeContact: "In person and by daylight; he does not use the telephone" }, from: 10, theme: selfNeglect,
    revealed: [{ by: "chair", after: 12, reason: "The district nurse could not find the house and rang the station" }],
  },
  {
    subject: "location", title: "Street drinking by a war memorial, Aldershaw", ward: "Aldershaw",
    summary: "A group drinks by the war memorial in Aldershaw from the morning; wreaths were burnt, which many people took hard.",
    background: "Not the same people, as it turned out: the wreaths were children. But it brought out everything that had been said of the group for years. Two of them served, and were the ones who cleaned up.",
    wanted: "That the two matters be kept apart, and both dealt with.", risk: "standard", label: "the memorial",
    who: { name: "Saint Blaise Garden", address: "Saint Blaise Road, Aldershaw" }, from: 10, theme: streetDrinking,
  },
  {
    subject: "victim", title: "Suspected takeover of a home, Cawdale", ward: "Cawdale",
    summary: "The home of a person recovering from addiction in Cawdale is suspected to be used by dealers who supplied them before.",
    background: "Eight months without use, a college place, and then a car outside the house every evening. She says that they only park. The college says that she has stopped coming, the mentor that she has stopped answering.",
    wanted: "Reach her before the lapse does, and make the house dull to those who park there.", risk: "high", label: "the tenant",
    who: { name: "Chantelle Iqbal-Worsnop", born: [26, "07-07"], address: "61 Cinder Hill, Cawdale", safeContact: "At college, through the learning mentor" }, from: 11, theme: takeover,
  },
  {
    subject: "victim", title: "Family harassed after giving evidence, Denholt", ward: "Denholt", children: true,
    summary: "A family in Denholt is harassed after one of them gave evidence; it is thought to be meant as a lesson to others.",
    background: "Car tyres, then the car. Words at the school gate by adults who are not parents. The person convicted has brothers. The family has been told to move by everyone who means well, and asks why it should.",
    wanted: "The brothers to know that each of them is known, and the family to have one number.", risk: "high", label: "the family",
    who: { name: "Nasreen and Kev Butterworth", heldBy: "South Riding Police", safeContact: "Witness care, by the named officer alone" }, from: 12, theme: hate,
    hearings: {
      12: {
        said: [
          "police: Six incidents since the sentence, none of them by anybody who was in court. That is how it is done.",
          "earlyHelp: The school lets the children out by the kitchen. It can't be for ever.",
          "housing: The family was offered a move by us, by the police and by a cousin. It has said no to all three, politely.",
          "Taken as a case. Chair: the moving is to be done by somebody else's behaviour.",
        ],
        tasks: [
          { ...task("police", "Call on each of the brothers by name with a warning for witness intimidation", "All three called on", "All three called on.", "Give warnings in person"), fate: "open" },
          { ...task("housing", "Fit cameras that cover the cars, and a letterbox that can't take more than letters", "Fitted and tested", "Fitted and tested with them.", "Fit security measures"), fate: "open" },
        ],
      },
    },
  },
];
