import type { EscalatedWords } from "./escalations.ts";

/**
 * What people bring from the community over a year, and what becomes of it. `case`: words of the title of a case of the forum that it is joined
 * to while that is open; otherwise it goes to `service`, or is declined. The reason is told to whoever raised it; the last two are the reply.
 */
export type ConcernWords = {
  what: string;
  place: string;
  tried?: string;
  case?: string;
  service?: "council" | "police" | "housing" | "fire";
  reason: string;
  record: string;
  residents: string;
};

export const concernStock: readonly ConcernWords[] = [
  { what: "Off-road motorcycles on the open land every weekend. Residents say that they were told not to bother reporting it.", place: "Open land by the allotments", tried: "I wrote to the parks team and had no answer", case: "ff-road", service: "police", reason: "Several people have told us of this, and it needs more than one agency. The meeting works on it.", record: "Patrol on the weekends with most reports; barriers priced by the landowner.", residents: "The partnership has agreed what will be done about motorcycles on open land. Every report helps, and each is looked at." },
  { what: "The same group is outside the shops every evening. Older people go elsewhere for their milk.", place: "The parade", tried: "I spoke to the shopkeepers", case: "gather", service: "police", reason: "This has come up before and needs more than one agency. The meeting works on it.", record: "Youth workers on two evenings; lighting survey asked of the council.", residents: "Youth workers and officers are there on the evenings that are worst. Tell us if it changes." },
  { what: "Bags and furniture are tipped at the end of the lane, and again a week after it was cleared.", place: "End of the lane", tried: "Reported on the council’s website three times", case: "ipp", service: "council", reason: "The council’s street team can put this right, and has been told today.", record: "Street team to clear and to search what was left.", residents: "It has been cleared, and the council looks for who left it there." },
  { what: "Cars race along the straight after ten at night. A cat was killed, and it will be a child next.", place: "The straight by the school", service: "police", reason: "Road policing deals with this. They have been told, and of the times you gave.", record: "Speed survey asked for; two evening checks.", residents: "Speeds are being measured, and officers will be there at the times you gave." },
  { what: "There is a smell of cannabis on the stairs all day, and strangers wait by the door.", place: "The flats above the launderette", tried: "The tenants told their housing officer", service: "housing", reason: "The landlord can act on this first, and has been asked to.", record: "Housing to visit every flat on the stair, and to report back.", residents: "The landlord is looking into it. Please tell them, or the police, what you see and when." },
  { what: "Street lights have been out since the storm, and people are afraid to walk home.", place: "The footpath to the station", service: "council", reason: "One service can put this right. Highways have it from today.", record: "Highways order placed.", residents: "The lights are on the list to be mended this month." },
  { what: "Fireworks are let off at people’s windows most nights in the weeks before bonfire night.", place: "Around the green", case: "ire", service: "fire", reason: "The fire service leads on this with the police, and has been told.", record: "Joint visits to sellers; leaflets to schools.", residents: "The fire service and the police are visiting shops and schools about fireworks." },
  { what: "Neighbours shout at each other across the yard until midnight and the children hear all of it.", place: "Terrace behind the chapel", tried: "I have been to see both", case: "neighbour", service: "housing", reason: "Both households have the same landlord, who has offered mediation.", record: "Mediation offered; noise diary given.", residents: "Help has been offered to both sides." },
  { what: "Nobody speaks for the primary schools at any of these meetings, and they see everything first.", place: "All the primary schools", service: "council", reason: "You are right that nobody does. Education has been asked who could, and the question stays open until somebody is named.", record: "Education to name a representative of primary schools.", residents: "The council has been asked who can speak for primary schools." },
  { what: "Parents park across driveways and on the crossing at both ends of the day.", place: "Outside the school", case: "chool", service: "council", reason: "Parking wardens cover schools in turn, and this one comes next.", record: "Wardens for two weeks; school to write to parents.", residents: "Wardens will be at the school for two weeks from Monday." },
  { what: "Somebody is sleeping in the bin store and has set light to cardboard to keep warm.", place: "Bin store of the tower", service: "council", reason: "The outreach team goes out tonight. It did not need to wait for a meeting.", record: "Outreach and fire service told the same day.", residents: "People who can help have been to see them." },
  { what: "Callers sell cleaning at the door, and go back to the same two bungalows every week.", place: "The bungalows", tried: "I gave out the no-callers cards", case: "ider|callers|traders", service: "council", reason: "Trading standards have asked for the dates you have. Nobody should buy at the door.", record: "Trading standards to visit both addresses.", residents: "Never buy at the door. Trading standards want to know of every call." },
  { what: "Electric scooters on the pavements in the precinct. A woman with a stick was knocked over.", place: "The precinct", service: "police", reason: "Officers in the precinct will take them from riders; this is theirs to do without the meeting.", record: "Two days of action agreed.", residents: "Officers will be in the precinct on busy days, and will take scooters off riders." },
  { what: "Needles in the play area twice this month. Mothers have stopped going.", place: "The play area", case: "play", service: "council", reason: "Cleared the same day. The council now looks there every morning.", record: "Daily check for a month.", residents: "The play area is checked every morning before it opens." },
  { what: "The house on the corner has been empty for two years, and people go in and out at the back.", place: "The corner house", service: "council", reason: "The empty homes officer has the owner’s address, and secures the house this week.", record: "House secured; owner written to.", residents: "The house has been made secure." },
  { what: "Drinkers on the benches from morning, with shouting and worse by the afternoon.", place: "The benches by the library", case: "drink", service: "police", reason: "More than one agency is needed, and it keeps happening. The meeting works on it.", record: "Order area looked at again; outreach on market days.", residents: "The partnership is working on drinking in the street, with help for those who want it." },
  { what: "Young people are on the roof of the youth club now that it is shut in the evening.", place: "The old youth club", case: "gather|skate", service: "council", reason: "The council will make the roof safe, and tell us when the club opens again.", record: "Fence and signs; club hours to be looked at.", residents: "The roof is being made safe." },
  { what: "A dog runs loose on the field and has gone for two others. The owner laughs.", place: "The playing field", case: "og", service: "council", reason: "The dog warden knows the dog, and acts on it.", record: "Warden to see the owner.", residents: "The dog warden is dealing with it. Ring the warden if you see it loose." },
  { what: "Shop staff are threatened when they stop people taking things. They ask me who is coming.", place: "The small shops", case: "hop", service: "police", reason: "This is happening in more than one shop, and needs the traders too. The meeting works on it.", record: "Shop watch; named officer for the street.", residents: "Shops in the street now have one officer to ring." },
  { what: "Rats behind the flats since the bins were moved.", place: "Behind the flats", case: "rats|ipp", service: "housing", reason: "The landlord moves the bins back and treats the yard.", record: "Treatment on the 2nd and the 16th.", residents: "The yard is being treated, and the bins go back to where they were." },
  { what: "Residents are frightened to use the underpass after two people were followed.", place: "The underpass", service: "police", reason: "Officers walk it at the times you gave, and the council looks at the lights.", record: "Patrol plan; lighting request.", residents: "Officers are walking the underpass in the evenings." },
  { what: "It takes an hour to get through on the telephone to report anything, so people stop reporting.", place: "Everywhere in the ward", service: "police", reason: "It isn’t a case, and it is true. It was passed to the force’s contact centre with what you told us.", record: "Sent to the contact centre.", residents: "The force has been told how long it takes. You can also report on its website." },
];

/** Fewer community support officers: brought by a councillor, and more than one meeting can settle. */
export const officerNumbers: ConcernWords = {
  what: "There were 20 community support officers in the area and there will be 12. People ask me who they are to talk to now. Actions will drift if there is nobody to see to them.",
  place: "The whole of Central", tried: "I asked the inspector at two meetings", service: "police",
  reason: "The meeting cannot settle how many officers there are. It is right that somebody answers it, and it goes to the board that can.",
  record: "Put to the Performance and Delivery Board.", residents: "The meeting has heard that people miss their community support officers, and asks the board above it for an answer.",
};
/** What the board is asked of it. */
export const officerNumbersUp: EscalatedWords = {
  title: "Fewer community support officers, Central",
  tried: "Asked at two meetings: the inspector has no say in it.\nActions for officers shared out among fewer: three are overdue.",
  asked: "How many community support officers Central is to have next year, and whom residents speak to where there is none.",
  given: "There were twenty and there are to be twelve. Residents do not know whom to tell, and actions that need somebody on foot begin to drift. It is raised at surgeries in every ward.",
};
