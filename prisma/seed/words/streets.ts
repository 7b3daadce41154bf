import { task, type Theme } from "./stock.ts";

export const shopTheft: Theme = {
  first: [
    "police: {11-19} reports from {three|four} shops since {since}. Staff know the faces; what they lack is the time to give statements during a shift.",
    "antiSocialBehaviour: The shops report to different places. There is a retail crime group, but the small shops aren't in it.",
    "probation: {One|Two} of those named is under supervision, and steals to pay for heroin. Treatment is offered and was started twice.",
    "health: The treatment service can see people the same day if someone walks them in.",
    "licensing: Two off-licences have been found with goods that came from elsewhere. Visits are planned with trading standards.",
  ],
  going: [
    "police: {2-4} people charged with {9-21} offences between them. Statements were taken at the shops after closing.",
    "police: Fewer reports, but the losses in each are larger. Baby milk and washing tablets, to order.",
    "police: Criminal behaviour order granted on one. Shops have the conditions on one page, with a photograph that stays behind the till.",
    "probation: Recalled to custody for {14|28} days, which will be the third time this year. A hostel place is being looked for before release, not after.",
    "health: Script started in the week of the meeting and collected daily so far.",
    "antiSocialBehaviour: Radio link now reaches {six|eight|nine} of the shops. It is being used, mostly for warning rather than calling.",
    "licensing: Test visits made. One premises gave cause for concern and has been written to.",
    "housing: One of those named sleeps in a stairwell. Outreach has offered a bed; the condition about dogs is being looked at.",
    "charity: One woman in the group steals for someone else. She has been seen three times and wants to talk to the police on her own terms.",
  ],
  last: [
    "police: Reports are down from {14-19} a month to {3-5}.",
    "probation: In treatment {eight|ten} weeks and in work two days a week.",
    "antiSocialBehaviour: The shops run the radio group themselves now.",
    "licensing: Both premises are selling with receipts for what they sell.",
  ],
  closed: [
    "Thefts have fallen by three quarters, and the two who did most of it are in treatment or in custody.",
    "The retail group has taken this on, and the police problem-solving plan goes on without the meeting.",
  ],
  changed: ["The shop has closed down, and with it the reason for this.", "Sentenced to ten months. It will be taken up again before release.", "The company has put in guards of its own."],
  tasks: [
    task("police", "Take statements at the shops after closing and submit one file for each person", "Files submitted for all offenders named", "Three files submitted with {9-17} offences.", "Take statements at the shops after closing"),
    task("police", "Prepare a criminal behaviour order for the most frequent offender, with conditions that the shops have asked for", "Draft with the prosecutor before the hearing", "With the prosecutor. Conditions agreed with the shops: not to enter, not to wait outside.", "Prepare a criminal behaviour order"),
    task("probation", "Arrange treatment and a hostel place to begin on the day of release", "Both confirmed in writing before release", "Both confirmed. Met at the gate and walked in.", "Arrange treatment and accommodation for a release"),
    task("antiSocialBehaviour", "Bring the small shops into the radio group and find the first year's fee", "Six shops with a radio that works", "Seven shops in, first year paid from the high street fund.", "Bring the small shops into the radio group"),
    task("licensing", "Visit the off-licences with trading standards and check where goods came from", "Visits made, outcome of each recorded", "Four visited, one written to, goods seized at one.", "Visit premises with trading standards"),
    task("health", "Offer same-day treatment starts, with a named worker who walks people in", "Named worker in place, starts counted", "In place. Five starts, three still attending.", "Offer same-day treatment starts"),
    task("charity", "Offer the women in the group a worker of their own", "Offer made to each, answers recorded", "Offered to three; two accepted.", "Offer support to women involved"),
  ],
};

export const streetDrinking: Theme = {
  first: [
    "councillor: Residents cross the road. It is the shouting, and what is left on the benches in the morning.",
    "police: A group of {6-11}, never the same, {four|five} who are always there. {8-15} calls since {since}, few of them a crime.",
    "antiSocialBehaviour: The public spaces protection order ends thirty yards away, so the group moves thirty yards and sits down again.",
    "health: {Three|Four} of the group are known to the alcohol team. One was in hospital twice last month.",
    "licensing: One shop sells single cans at eight in the morning. Its licence has no condition against it.",
  ],
  going: [
    "antiSocialBehaviour: Patrols at 10am and 4pm for a month: {12-24} requests to hand over drink, all complied with, {two|three} names taken.",
    "police: Calls are {down by a third|level|up with the weather}. The worst day is still the day that benefits are paid.",
    "health: Outreach clinic on the spot on {Wednesdays|Thursdays}. {3-6} seen each week, two have started a detox plan.",
    "licensing: The shop has agreed to stop single cans and high-strength cider before 11am. It is a promise and not a condition.",
    "licensing: Review of the licence lodged with the police in support. Hearing before the end of next month.",
    "housing: One of the group was rehoused from the night shelter and has kept the flat {six|eight} weeks.",
    "fire: Two bin fires. Bins moved away from the building.",
    "councillor: More people are sitting there again, with children even. That was the point of it.",
    "charity: The women at the edge of the group aren't safe in it. We now have a room two streets away, and use it.",
  ],
  last: [
    "police: {2-3} calls since {since}, against {14-19} in the same month last year.",
    "health: {Three|Four} are in treatment, one has died, which the group took hard. The clinic stays.",
    "licensing: Condition imposed: no single cans, nothing over 6.5% before noon.",
    "antiSocialBehaviour: Two benches were turned round. It did more than the patrols.",
  ],
  closed: [
    "The place is in ordinary use again, and those who drank there are known to the services that can help.",
    "The licence condition and the weekly clinic stay in place; nothing remains that needs this table.",
  ],
  changed: ["The person has moved to another borough, where he has a sister.", "The shop changed hands, and the new owner stopped the sale of single cans by himself.", "Admitted for a detox earlier than planned."],
  tasks: [
    task("antiSocialBehaviour", "Patrol at 10am and 4pm for four weeks, and count what was asked and what was answered", "Daily count for four weeks", "Counted daily: {18-31} requests, all complied with.", "Patrol at set times for four weeks"),
    task("licensing", "Meet the shop's licence holder about single cans and high-strength drink, and ask for a condition by agreement", "Variation applied for, or review lodged", "Agreed in writing; variation applied for.", "Meet a licence holder about the sale of drink"),
    task("health", "Run an outreach clinic on the spot each week, and report how many were seen and how many came back", "Four clinics held and counted", "Four held, {11-17} people seen, five more than once.", "Run a weekly outreach clinic"),
    task("police", "Give the group's regular members a named officer and a written warning on what will lead to an order", "Five warnings served", "Five served. Two have stopped coming, one has asked for help with benefits.", "Serve warnings and name an officer"),
    task("housing", "Find a tenancy with support for the one who sleeps outside", "Offer made", "Offered and accepted, moved in with a support worker twice a week.", "Find a supported tenancy"),
    task("fire", "Move the bins away from the building and check for fire loading", "Bins moved, photographs on file", "Moved and locked. Photographs sent.", "Move bins away from a building"),
  ],
};

export const gatherings: Theme = {
  first: [
    "police: {7-16} calls since {since}: {10-25} young people at a time, noise, climbing, {stones|fireworks|eggs}. Few names, because those who are spoken to are polite.",
    "earlyHelp: {Four|Five|Six} are known to us by name. Most of the rest are there because it is dry and there is a signal.",
    "antiSocialBehaviour: {Three|Four} young people have had a first letter home. Two parents rang to say thank you, one to complain.",
    "tenants: The older residents have stopped going out to the evening club.",
  ],
  going: [
    "police: {5-9} calls since {since}. Names taken each time. Dispersal authority used once, on the {Friday|Saturday}, and nobody came back that night.",
    "police: Two were stopped with a {can of spray|catapult}, taken home and spoken to with a parent.",
    "earlyHelp: Detached youth workers out on {Tuesdays and Thursdays|Fridays}. {6-14} young people talked to, three asked about the boxing club.",
    "earlyHelp: The two who lead it are brothers, and the family has accepted a plan.",
    "antiSocialBehaviour: {Two|Three} acceptable behaviour contracts signed with parents in the room.",
    "antiSocialBehaviour: The camera is up. It shows that those who break things are not those who get the letters.",
    "housing: Two of the families are tenants of ours. Both had a visit, and neither had a letter.",
    "fire: A fire in packaging could have been much worse. Talks given in {two|three} schools.",
    "tenants: Two of the lads carried shopping up last week. It should be in the minutes as well.",
    "councillor: Residents ask for the youth club back. It closed in the year the bus was cut.",
  ],
  last: [
    "police: {2-3} calls since {since}.",
    "earlyHelp: {Nine|Eleven} young people come to the Friday session, including the two who began it.",
    "antiSocialBehaviour: All contracts kept to their end.",
    "tenants: The evening club is full again.",
  ],
  closed: [
    "Calls are back to what is usual for the time of year, and there is somewhere for the young people to go on Fridays.",
    "The contracts were kept, and the youth session has funding until the summer.",
  ],
  changed: ["The bus route changed, and with it the hour that this was about.", "The young person went to live with a relative. School place and worker go along.", "The hall's owner opened it on Fridays without being asked."],
  tasks: [
    task("earlyHelp", "Send detached youth workers on the two busiest evenings for six weeks", "Twelve sessions, with numbers", "Eleven of twelve sessions held, {60-95} contacts, nine young people joined something.", "Send youth workers on two evenings a week"),
    task("antiSocialBehaviour", "Offer acceptable behaviour contracts to those who have had two letters", "Offer made to each, with a parent present", "Offered to four, signed by three.", "Offer behaviour contracts"),
    task("police", "Patrol from 6pm to 9pm on Fridays and Saturdays, and take names each time", "Patrols on four weekends recorded", "All four weekends covered. Names passed to Early Help on the Mondays.", "Patrol on Friday and Saturday evenings"),
    task("housing", "Visit the two families who are tenants, and ask before telling", "Both visited, what they said recorded", "Both visited. One hadn't known; the other had, and was glad to be asked.", "Visit two families"),
    task("fire", "Give the talk on rubbish fires at the two secondary schools", "Talks given, numbers reported", "Given to {four|six} year groups, about {180-320} pupils.", "Give fire safety talks at two schools"),
    task("tenants", "Ask residents what would bring them out in the evening again, and report in their words", "Answers from at least twenty residents", "Twenty-six answered. Lighting first, company second, cameras a long way behind.", "Ask residents what would help"),
    task("antiSocialBehaviour", "Put up a redeployable camera for eight weeks, with the notice that the law asks for", "Camera and notice in place, footage reviewed weekly", "Up with its notice. Reviewed weekly; one useful sequence.", "Put up a temporary camera"),
  ],
};

export const flyTipping: Theme = {
  first: [
    "antiSocialBehaviour: {9-17} reports in {two|three} months. Mattresses, fridges, a whole kitchen. The same van is described {three|four} times.",
    "antiSocialBehaviour: Clearing it has cost {900-2400} pounds since {the spring|January}, and clearing it within a day seems to invite the next load.",
    "fire: {Two|Three} fires in it. One took a fence with it.",
    "tenants: Residents put theirs beside what is already there. The bulky collection costs more than some have.",
  ],
  going: [
    "antiSocialBehaviour: Camera caught a van with a plate that reads. Letter sent under caution to the keeper.",
    "antiSocialBehaviour: {Two|Three} fixed penalty notices paid, one going to court.",
    "housing: Concrete blocks at the way in. Those who need it, and the fire engine, have keys to the gate beside them.",
    "antiSocialBehaviour: Cleared again on the {Monday|Tuesday}. Evidence was looked for first this time, and an address found.",
    "police: Two stops of vans with no waste licence. Tickets given and details passed on.",
    "fire: No fires since {since}.",
    "tenants: A free skip day emptied {11-18} flats' worth of cupboards. Residents ask for one each quarter.",
    "licensing: Scrap dealers' books checked at two yards. One entry matched.",
    "councillor: I get more letters on this than on anything else, and I can't tell people a thing has been done until someone tells me.",
  ],
  last: [
    "antiSocialBehaviour: Nothing tipped since {since}. The keeper of the van was fined {400|600|880} pounds with costs.",
    "housing: The blocks stay. Ground planted by the school.",
    "tenants: Second skip day held, and half the size of the first.",
  ],
  closed: ["No tipping for ten weeks, the way in is closed to vans, and the prosecution was reported in the paper.", "Regular skip days and the gate have ended it; the ordinary service can hold it from here."],
  changed: ["The landowner did the work without waiting for us.", "The van was sold for scrap, and its keeper with it, as far as we are concerned: he has left the county.", "The site was taken over by a builder and is fenced."],
  tasks: [
    task("antiSocialBehaviour", "Put up a camera with its notice, and review what it shows weekly", "Footage reviewed for six weeks", "Reviewed weekly. One van with a plate that can be read.", "Put up a camera with a notice"),
    task("antiSocialBehaviour", "Interview the keeper of the van under caution", "Interview held or summons applied for", "Interviewed. Admitted one load, the file is with legal services.", "Interview a vehicle's keeper"),
    task("housing", "Close the way in to vans while keeping it open to the fire service", "Blocks and gate in place, keys with fire and rescue", "In place. Fire and rescue tested the gate with an appliance.", "Close a way in to vans"),
    task("tenants", "Organise a skip day with the refuse service, and count who came", "Day held and counted", "Held on a Saturday, {31-58} households came.", "Organise a skip day"),
    task("police", "Run two stop days for vans with the environment team", "Two days held, results shared", "Two days, {14-23} vans stopped, five tickets.", "Run stop days for vans"),
    task("fire", "Walk the site with housing, and say what has to go first", "Walked, list sent", "Walked. Gas bottles and tyres went the same day.", "Walk a site for fire risks"),
  ],
};

export const vehicles: Theme = {
  first: [
    "police: {9-18} calls since {since}, most at weekends. Riders cover their faces, and officers don't pursue where it would put someone under a wheel.",
    "antiSocialBehaviour: {Four|Five} ways in, two of them rights of way, so not everything can be blocked.",
    "councillor: People say: why should we ring, nobody comes. They need to see one thing done.",
    "fire: Two burnt-out bikes and a gorse fire that took three hours.",
  ],
  going: [
    "police: {2-4} bikes seized since {since}, one of them stolen. Notices served on {three|four} riders at home, with parents where they are young.",
    "police: Drone used on two Sundays. It found where the bikes are kept, which is worth more than chasing them.",
    "police: Fewer calls, which may be the weather.",
    "antiSocialBehaviour: Barriers fitted at two of the ways in. Wheelchairs and prams pass, bikes don't without being lifted.",
    "antiSocialBehaviour: The landowner has agreed to signs, and not yet to paying for them.",
    "housing: A garage let to someone who isn't the one using it. Notice given.",
    "earlyHelp: {Three|Four} of the riders are at the same school. The motor project has places for two.",
    "councillor: Two residents wrote to say they had seen the officers. It matters that they saw it.",
    "fire: Crews have been given the map with the gates.",
    "tenants: Dog walkers keep a log. It has dates and times, and no names, as they were asked.",
  ],
  last: ["police: {2-3} calls since {since}, and none of them at a weekend.", "antiSocialBehaviour: All barriers are standing.", "councillor: I have been able to tell residents what was done, and they believed me."],
  closed: ["The barriers hold, calls have stopped, and the riders who could be identified have been dealt with."],
  changed: ["The bike in question turned out to have been stolen and is back with its owner.", "The landowner did the work without waiting for us.", "The nature reserve got a grant and is doing this along its whole length."],
  tasks: [
    task("police", "Carry out two weekend operations with the off-road team, and report seizures", "Two operations held, results reported", "Two held. {2-4} bikes seized, {5-9} riders spoken to.", "Carry out two weekend operations"),
    task("police", "Serve seizure warnings at the homes of riders who were identified", "All warnings served in person", "Served in person, parents present where needed.", "Serve seizure warnings"),
    task("antiSocialBehaviour", "Fit a barrier that lets wheelchairs and prams through at the two worst ways in", "Barriers fitted, tested with a wheelchair user", "Both fitted. Tested with a member of the access group, and one was moved by ten centimetres.", "Fit barriers at two ways in"),
    task("antiSocialBehaviour", "Write to the landowner, asking for an answer on signs and cost by a named day", "Written answer received", "Answer received: yes to signs, half of the cost."),
    task("housing", "Inspect the garages in the row and end the lettings that are misused", "All garages inspected", "{18-26} inspected, two lettings ended, one bike found and handed to the police.", "Inspect garages"),
    task("earlyHelp", "Offer two places on the motor project to riders who want them", "Places offered and answers recorded", "Offered to four; two started.", "Offer places on a project"),
    task("councillor", "Ask residents to log dates and times without names, and send the log each fortnight", "Two logs received", "Two logs received, {21-34} entries.", "Ask residents to keep a log"),
    task("fire", "Send crews the map with gates and water, and test one gate", "Map with crews, gate tested", "Map on the tablets, gate tested: lock replaced."),
  ],
};

export const dogs: Theme = {
  first: [
    "police: {Three|Four} reports of a dog out of control, one with a bite that needed stitches. It may be of a prohibited type; an expert has to say.",
    "antiSocialBehaviour: The dog warden knows the address. The dog is kept in a flat without a garden and let out by itself.",
    "housing: The tenancy allows one dog by consent. Consent was never asked for, and there are {two|three}.",
    "tenants: Children are being walked to school the long way round.",
  ],
  going: [
    "police: Seized under warrant on {a weekday morning|the Wednesday} without trouble. Kennelled until the court decides.",
    "antiSocialBehaviour: Community protection notice served: lead and muzzle in shared areas, no more than one dog.",
    "antiSocialBehaviour: Two visits, nobody in. The third found a litter of {five|six}.",
    "housing: Tenancy warning given. The tenant wants to keep the older dog, which nobody has complained of.",
    "earlyHelp: There is a small child in the flat. A visit was made and the advice accepted.",
    "police: No reports since {since}.",
    "tenants: Residents have seen the muzzle. They have also seen it off.",
  ],
  last: ["police: Court ordered {neutering, insurance and a muzzle|a muzzle, a lead and insurance}. The owner has complied.", "antiSocialBehaviour: Notice kept for {ten|twelve} weeks.", "housing: Consent given for one dog, in writing."],
  closed: ["The court's order is kept, one dog remains with consent, and no report has been made since."],
  changed: ["The owner gave one of the dogs up to the shelter before it could be asked.", "The dog was taken to a relative with a garden in the meantime.", "The court dealt with it at the first hearing."],
  tasks: [
    task("police", "Have the dog seen by an expert and say whether it is of a prohibited type", "Expert's statement received", "Statement received: not of a prohibited type, but dangerously out of control on the evidence.", "Obtain an expert's statement"),
    task("antiSocialBehaviour", "Serve a community protection notice on the owner with conditions for shared areas", "Notice served, visits made weekly for a month", "Served and explained. Four visits: kept at three.", "Serve a community protection notice"),
    task("housing", "Interview the tenant about the number of dogs, and give or refuse consent in writing", "Decision in writing", "Consent for one; two rehomed through the shelter.", "Decide on consent in writing"),
    task("earlyHelp", "Visit the family and go through keeping a child safe with a dog", "Visit made, plan left with the family", "Visited twice. Stair gate fitted, plan left.", "Visit a family"),
    task("tenants", "Gather dated reports from residents who will put their name to them", "Three reports passed to the police", "Four reports passed on, two from people who had not spoken before.", "Gather dated reports from residents"),
  ],
};

export const fires: Theme = {
  first: [
    "fire: {8-14} deliberate fires since {since}, all between 5pm and 9pm, all within ten minutes' walk.",
    "police: {Two|Three} young people seen running off, descriptions that would fit half a year group.",
    "housing: What could burn outside our flats near by was cleared or locked away the same day.",
    "earlyHelp: Half-term is in the middle of it, which may tell us who.",
  ],
  going: [
    "fire: {2-4} since {since}. Crews were stoned once; police now travel with them to that end of the estate.",
    "fire: The fire-setters' scheme has {two|three} on its books, both referred by a parent.",
    "police: Two identified from a bus camera. Interviewed with parents, restorative outcome with the crew who had attended.",
    "housing: The bin stores near by are locked, with keys to every household. Collection crews have complained about the keys, and are right.",
    "antiSocialBehaviour: The owner of what stood empty has agreed to have it made secure.",
    "earlyHelp: School assemblies done by a firefighter who lives on the estate. It went very quiet.",
    "tenants: Residents have begun to take bins in the same morning.",
  ],
  last: ["fire: None since {since}.", "police: No further reports.", "housing: Locks were changed to ones that crews can open."],
  closed: ["No deliberate fires for two months; those who set them have met the crew who put them out."],
  changed: ["The young person's family has moved. Their new fire service has the file.", "The building concerned was sold and is being pulled down.", "The collection days were changed, and nothing stands out overnight."],
  tasks: [
    task("fire", "Visit every home next to a bin store, and fit letterbox guards where they are wanted", "All homes visited", "{22-37} homes visited, nine guards fitted.", "Visit homes at risk"),
    task("fire", "Take the two young people onto the fire-setters' scheme", "First session held with each", "Both have had three sessions of six.", "Offer places on the fire safety scheme"),
    task("housing", "Lock the bin stores, with a lock that crews can open", "All stores locked, crews told", "Eleven stores locked, crews have the key.", "Lock the bin stores"),
    task("police", "View bus and shop cameras for the evenings of the fires", "Footage viewed, names passed on", "Viewed {26-40} hours. Two identified.", "View camera footage"),
    task("antiSocialBehaviour", "Have what stands empty made secure, by agreement or by notice", "Secure, photographs on file", "Owner agreed; secure within three weeks.", "Have an empty building made secure"),
    task("earlyHelp", "Arrange assemblies with the fire service before the holidays", "Assemblies held", "Held at both schools, staff session as well.", "Arrange school assemblies"),
  ],
};
