/** What is said on the items that every meeting has. */
export const interests: readonly string[] = [
  "No interests were declared on the items listed.",
  "Everyone was asked to consider the items listed. None declared an interest.",
  "None declared. The chair reminded members that an interest can be declared at any time, also when they recognise something only once it is being discussed.",
  "No pecuniary or personal interests. Members were asked again to look at the streets, and not only at the people, before saying no.",
  "charity: Hearthlight's contract with the council for outreach is known to the meeting and stands on record. Nobody else declared an interest.",
  "No interests. The chair said that living in the ward isn't an interest by itself, but knowing the household is.",
];

export const confirmed: readonly string[] = [
  "The minutes of {since} were confirmed as an accurate record.",
  "The minutes of {since} were agreed without correction.",
  "Gone through page by page and confirmed. One spelling was put right before they were circulated.",
  "Confirmed as a true record of the meeting of {since}.",
  "Confirmed. Members asked that figures are always given with what they are figures of.",
];

export const hotspots: readonly string[] = [
  "police: Theft from vehicles is up at the retail park: {9-17} since {since}, against {3-6} in the month before. Most were left unlocked; patrols and signs for the weekend.",
  "police: Catalytic converters again, {four|five|seven} in a fortnight, all from the same kind of car. Residents of the wards concerned get the marking kit.",
  "police: Bicycle thefts at the station have dropped since the stands were moved under the camera.",
  "[3-10] police: Shed burglaries on the allotments, {three|five} in a week. Nothing of value, but the holders are elderly and upset.",
  "[3-6] fire: Grass fires began early. Crews are carrying beaters and the map with water points.",
  "fire: {11-19} bin fires across the borough this month, {two|three} of them in this area.",
  "antiSocialBehaviour: Begging at the cash machines, with {two|three} people who aren't homeless and one who is. Outreach first, then the order.",
  "antiSocialBehaviour: Electric scooters on the precinct: {14-26} complaints. A fortnight of engagement, and then seizures.",
  "[10-11] antiSocialBehaviour: Fireworks sold from a van by the park gates. Trading standards are told, and so is the landowner.",
  "housing: Void properties: {seven|nine|twelve}. {Two|Three} have been broken into; screens are up, and one is let.",
  "housing: Lights out in {three|four} stairwells, reported and not mended. The contractor has been called in.",
  "[6-7] earlyHelp: School holidays begin in {two|three} weeks. Holiday activities have places left, and the flyer is tabled.",
  "tenants: Residents report a car that sells from the boot on {Thursdays|Sundays}. Plate passed to the officer after the meeting.",
  "tenants: The underpass floods and is then avoided, and then it is used by others. Highways to be asked.",
  "probation: {Two|Three} people return to the area from custody before the next meeting. Plans are in place for each; details outside the meeting.",
  "licensing: A late-hours application for the high street is out for comment until {next}. Members with evidence should send it, not keep it.",
  "councillor: Three residents in one week on speeding past the school. The volunteers would take the speed gun if someone lent it.",
  "health: A batch of counterfeit tablets is about; the alert went to surgeries and the night shelter.",
  "charity: More women are asking for help with someone who follows them by their telephone. Members may ring for advice without names.",
];

export const otherBusiness: readonly string[] = [
  "The chair identified one matter at the start: the fire exit in this room. Facilities have been told, and the chairs moved.",
  "No other business was identified at the start of the meeting.",
  "tenants: Asked for a contact sheet with officers' areas. The coordinator will send one with the minutes.",
  "Members were told of the training day on self-neglect, free to all agencies. {Twelve|Fourteen|Twenty} places.",
  "The information governance officer has asked everyone to check that old distribution lists aren't used for papers.",
  "Primary schools still have nobody at this table. The chair has written again, and will report what comes back.",
  "The mobile police office is in the area on two days before the next meeting. Times will go out with the minutes.",
  "A resident's letter of thanks was read, without the name.",
  "Changes to bus routes will move some of the evening gatherings. Agencies were asked to look at their plans.",
  "None, and the meeting was pleased to hear it.",
  "[5-7] tenants: Our summer event needs a stall on home safety. Fire and rescue and the police will share one.",
  "[10-12] Winter shelter opens on the first cold night. The route in is through the outreach number, day and night.",
  "Members asked how long minutes are kept and who can see them. The coordinator explained, and will send the schedule.",
];

export const chairWords: readonly string[] = [
  "Chair: this goes on. What is agreed stands in the action plan, and nowhere else.",
  "Chair: one owner each, and the dates hold.",
  "Chair asked what would have changed by the next meeting if all of it were done, and wrote down the answer.",
  "Chair: we know more than last time. Carry on.",
  "Chair thanked those who had visited, and asked for the next report in figures.",
  "Chair: keep it, because the pattern hasn't been broken yet.",
  "Agreed that this stays with the meeting until there have been two quiet months.",
  "Agreed to carry on with the plan; no change to the risk.",
  "Agreed that the lead stays where it is. The chair asked to be told at once, and not at the next meeting, if it gets worse.",
  "Agreed as recorded.",
  "Chair asked whether anyone at the table could do more. Two hands went up.",
  "Discussed whether this needs the meeting at all. It does, because no agency holds more than half of it.",
];

/** Why a case that keeps coming back is kept (rule 21). */
export const keptBecause: readonly string[] = [
  "The pattern is not broken yet, and no agency holds more than half of it.",
  "What was agreed has only begun to show; two quiet months are wanted before it goes.",
  "An order is being prepared, and the evidence for it comes together here.",
  "The people concerned have just begun to accept help from more than one service.",
];

export const newCaseWords: readonly string[] = [
  "Taken as a case. Chair: the first actions are about knowing more, and about nobody being hurt in the meantime.",
  "New to this meeting. Two agencies had worked on it without knowing of each other.",
  "Members agreed that it meets the threshold: tried locally first, more than one agency, and repeated.",
  "Taken on. Chair asked each agency what it had done so far, before asking what it would do.",
];

export const deferrals: readonly string[] = [
  "Put off to the next meeting: the owner of both open actions had sent apologies.",
  "Time had run out; nobody at risk meanwhile. First of the cases next time.",
  "The report that was asked for isn't here, and without it there is nothing to decide on.",
];

export const otherTasks = {
  hotspots: [
    ["police", "Send the two-week patrol plan for the places named under hotspots to members", "Plan received by members", "Sent to all members with times and places."],
    ["housing", "Have the stairwell lights that were named mended, and report how long it took", "All lights working", "All working; eleven days at the longest."],
    ["antiSocialBehaviour", "Ask highways about the underpass, and bring a date", "A date in writing", "Highways have it in the programme; date in writing."],
    ["fire", "Send the coordinator a map of deliberate fires by ward each month", "Map received", "Map sent, and set up to come by itself."],
    ["earlyHelp", "Send the holiday programme to every member, and say how many places are left", "Programme sent", "Sent; {31-64} places were left and {19-28} have gone since."],
    ["antiSocialBehaviour", "Bring figures on electric scooters: warnings, seizures, complaints", "Figures tabled", "Figures sent: {22-37} warnings, {4-9} seizures, complaints halved."],
    ["police", "Arrange property marking on the allotments", "One session held", "Held on a Saturday morning, {26-41} tools and bicycles marked."],
    ["tenants", "Ask residents' groups what they see as the three worst places, and bring the list", "List of three from each group", "Five groups answered. The list is with the coordinator."],
  ],
  otherBusiness: [
    ["coordinator", "Send members a contact sheet, with the area that each officer covers", "Sheet with all members", "Sent with the minutes, and on the wall at the station."],
    ["deputy", "Write to the primary heads' forum about a place at this table, and report the answer", "An answer, whatever it is", "Answered: they would like to come, and have nobody to send before the next school year."],
    ["coordinator", "Take everyone who has left off the distribution list", "List checked by each agency", "Nine agencies answered, four people removed."],
    ["charity", "Hold a briefing for members on harassment by telephone", "Briefing held", "Held twice, {17-24} people came."],
    ["fire", "Share a stall on home safety with the police at the next open day", "Stall held", "Held. {60-110} visits booked on the day."],
    ["licensing", "Send members the list of applications that are open for comment each fortnight", "List received twice", "Received twice, and it goes on."],
    ["deputy", "Find out how long the room can be booked until, and whether it has a loop", "Room confirmed with a hearing loop", "Confirmed to the end of the year, loop tested."],
  ],
} as const;
