import { task, type Theme } from "./stock.ts";

export const noise: Theme = {
  first: [
    "antiSocialBehaviour: {6-14} complaints since {since}, from {two|three} households, most of them after 11pm from Thursday to Sunday. Recording equipment has been offered.",
    "housing: The tenancy began {4-9} months ago. One warning letter, one visit; the tenant says that the building carries sound.",
    "police: {2-5} calls logged, none with an offence. Most callers rang the wrong service, so nobody had the whole picture until today.",
    "tenants: Neighbours are tired, and beginning to fall out among themselves about who rang whom.",
  ],
  going: [
    "antiSocialBehaviour: Equipment was in for two weeks and shows {5-11} events over the limit. That is enough for a community protection warning.",
    "antiSocialBehaviour: Diary sheets came back from one household only. Without a second there is no case for a notice.",
    "housing: Visited {on a weekday morning|in the evening}. The tenant agreed to move the speakers away from the neighbours' side and to stop at 11pm.",
    "housing: A quiet fortnight, then a bad weekend. The tenant says it was visitors.",
    "police: {2-4} further calls since {since}. Response officers carry a short note on what was agreed, so that they say what everyone else says.",
    "tenants: One neighbour finds it better, another the same. They live above and beside, so both may be right.",
    "fire: Home safety visit made together with housing's. Alarms fitted, nothing else to report.",
    "health: The complainant's practice confirms, with consent, that lack of sleep is making a condition worse.",
  ],
  last: [
    "antiSocialBehaviour: No complaint for {6-9} weeks. The equipment went back once and recorded nothing over the limit.",
    "housing: The tenant has kept to the agreement, and the neighbours have a direct number should it start again.",
    "tenants: Nothing more was heard at the drop-in.",
    "police: No calls since {since}.",
  ],
  closed: [
    "The agreement has held, both households confirm it, and the recordings show nothing over the limit.",
    "The tenant has moved to a house that stands by itself; the complaints ended with the move.",
  ],
  changed: ["The tenant got rid of what it was about.", "The neighbour withdrew the complaint when the second flat was let; it was theirs all along.", "The building was sold, and the new owner is putting in floors."],
  tasks: [
    task("antiSocialBehaviour", "Install recording equipment with the two households that agreed to it, and report what it shows", "Recordings of 14 nights reviewed and summarised for the meeting", "Equipment in for {14-17} nights, {5-11} events over the limit, summary sent to the coordinator.", "Install noise recording equipment and report what it shows"),
    task("antiSocialBehaviour", "Serve a community protection warning on the tenant and explain it in person", "Warning served and signed for", "Served in person and signed for. The terms were gone through line by line."),
    task("housing", "Visit the tenant together with the neighbourhood officer and agree quiet hours in writing", "Agreement signed by the tenant and held on file", "Signed by the tenant at the second visit; a copy went to each neighbour who complained.", "Agree quiet hours in writing with the tenant"),
    task("housing", "Have the sound insulation looked at by a surveyor, and price what would help", "Survey report with a price before the meeting", "Surveyor found no fault beyond the building's age. Carpet and underlay approved from the repairs budget.", "Survey the sound insulation"),
    task("police", "Send the call-handling note to response sergeants, so that every attendance is told to the anti-social behaviour team by the next day", "Note in force on all shifts, every attendance passed on", "On the briefing since the week after the meeting. Every attendance has been passed on the same night."),
    task("mentalHealth", "Advise housing how to raise a referral with the tenant without it sounding like a threat", "Advice given, and housing confident to have the conversation", "Half an hour by telephone with the housing officer, with a sheet of things to say and not to say."),
    task("tenants", "Offer both households mediation through the federation's volunteers", "Both households asked and their answers recorded", "Both asked. One accepted, the other wants to wait for the recordings. Recorded.", "Offer mediation to both households"),
  ],
};

export const takeover: Theme = {
  first: [
    "police: {4-9} intelligence reports in {six|eight} weeks: visitors at all hours, two of them linked to supply in the next town. The occupant is treated as a possible victim.",
    "housing: Neighbours report a broken door entry and strangers with keys. The tenant no longer answers alone.",
    "mentalHealth: Known to the community team until {last year|the spring}; discharged after missed appointments, which in hindsight may have been the first sign.",
    "health: Two missed repeat prescriptions. The practice will flag the record, so that whoever sees the tenant asks to see them alone.",
    "charity: A woman who uses the drop-in has spoken of a flat where she was made to stay. It may be the same one; she is not ready to say more.",
  ],
  going: [
    "police: Safe and well visit made. The tenant was pleased to see officers and frightened to be seen with them.",
    "police: Warrant executed on {a weekday|a Friday} morning: {2-4} people found, one arrest, a quantity recovered. The tenant was taken to a place of safety for the day.",
    "police: Nothing at the address since {since}. Those concerned may have moved on, or be waiting.",
    "housing: Locks changed and a door viewer fitted. The tenant has one set of keys and we hold none.",
    "housing: The tenant asked about a move. A management transfer is possible, but there are {3-6} ahead of them.",
    "antiSocialBehaviour: A partial closure order is drafted. It would keep everybody out but the tenant and named visitors.",
    "mentalHealth: Back on the caseload. First appointment kept, with a support worker who came along.",
    "charity: Outreach passes twice a week and is let in most times. The tenant is eating better.",
    "fire: Home safety visit: a hob used for heating, blocked exits, no working alarm. All put right.",
  ],
  last: [
    "police: No reports for {8-12} weeks. The address has come off the daily briefing.",
    "housing: The tenant is settled {in the new flat|with the support worker} and has asked for the sign on the door to be taken down.",
    "mentalHealth: Attending, and has named us as the first to call.",
    "antiSocialBehaviour: The closure order ran out and wasn't needed again.",
  ],
  closed: [
    "The tenant has moved to a supported flat, and nobody connected with the takeover has been seen since.",
    "No reports for three months; the tenant is supported and knows whom to call.",
  ],
  changed: ["The tenant was admitted to hospital, for longer than was thought. The ward has the plan.", "Those concerned were remanded in custody, and there is nobody left to keep out.", "The tenant asked that a sister should do it instead, and she has."],
  tasks: [
    task("police", "Visit the tenant weekly at different times and record who is there", "Four visits recorded, seen alone at least twice", "Five visits, seen alone at three of them. Record on the system.", "Make weekly visits at different times"),
    task("housing", "Change the locks, fit a door viewer and give the tenant the only set of keys", "Works order closed and keys signed for", "Locks changed within {two|three} days of the meeting, keys signed for by the tenant alone.", "Make the home secure"),
    task("antiSocialBehaviour", "Draft an application for a partial closure order with the police statement", "Application with legal services, hearing date asked for", "With legal services, hearing listed. The tenant has been told what it means and wants it.", "Prepare an application for a partial closure order"),
    task("mentalHealth", "Reopen the case, and offer a first appointment at a place where the tenant feels safe", "Appointment offered within ten working days", "Offered at the library; the tenant came with a support worker.", "Offer a first appointment at a safe place"),
    task("charity", "Make outreach contact twice a week for a month, and tell the police at once if the tenant is not seen", "Eight contacts recorded", "Seven of eight contacts made; on the eighth the tenant was at the surgery, which we checked.", "Make outreach contact twice a week"),
    task("fire", "Carry out a home safety visit and fit alarms", "Visit done and recorded", "Visited with housing. Three alarms fitted, hob isolated, exits cleared.", "Carry out a home safety visit"),
    task("health", "Have the practice flag the record and see the tenant alone at the next appointment", "Flag set, tenant seen alone", "Flag set the same week. Seen alone; bruising noted and a safeguarding concern raised."),
    task("probation", "Check whether those named in the intelligence are under supervision, and add an exclusion where they are", "Answer to the police within ten working days", "Two of the four are under supervision; exclusion requested for both, granted for one."),
  ],
};

export const neighbours: Theme = {
  first: [
    "antiSocialBehaviour: Each side has complained of the other: {4-8} reports and {3-7} in return. It began with {a fence|parking|a boundary|bins} and is now about everything.",
    "police: {3-6} attendances, two allegations of common assault, neither proceeded with. Body-worn video shows both shouting.",
    "housing: One is our tenant, the other owns. We can act on one side only, and both of them know it.",
    "tenants: The rest of the row has stopped taking sides and stopped sitting out.",
  ],
  going: [
    "antiSocialBehaviour: Mediation offered to both. One has accepted; the other wants an apology first.",
    "antiSocialBehaviour: Warning letters went to both households on the same day, in the same words.",
    "police: {2-4} calls since {since}, all about the camera on the wall. It was looked at and doesn't cover the other garden.",
    "police: One household is recorded as a repeat victim. A risk assessment was done and comes out at {medium|standard}.",
    "housing: Tenancy caution given. The tenant says that nobody is looking at the other side.",
    "housing: The boundary was measured against the title plan. It is where the tenant says it is, which hasn't helped.",
    "tenants: A volunteer sat with the older neighbour for an hour. Most of it was loneliness.",
    "health: One party's practice has been told, with consent, of the effect on their sleep and blood pressure.",
    "earlyHelp: The children of the two houses are at the same school and get on. School is keeping it that way.",
  ],
  last: [
    "antiSocialBehaviour: Both have signed the same agreement, and {7-10} weeks have gone by without a report.",
    "police: No attendances since {since}.",
    "tenants: They aren't friends, but they say good morning.",
    "housing: The shared path was resurfaced and the parking marked out, which took away most of what there was to argue about.",
  ],
  closed: [
    "Mediation ended with an agreement that both households have kept.",
    "One household has moved away by its own choice; no reports since.",
  ],
  changed: ["The two solicitors settled this part of it in the meantime.", "Consent was withdrawn. They know where to find us.", "A daughter has taken this on between the two families, and does it better than we would."],
  tasks: [
    task("antiSocialBehaviour", "Refer both households to mediation and report who accepts", "Answers of both recorded", "Both answered. The mediator meets them apart first, then together.", "Refer both households to mediation"),
    task("antiSocialBehaviour", "Write to both households in the same words, saying what will lead to formal action", "Letters delivered by hand on one day", "Delivered by hand on the same morning, copies on file.", "Write to both households"),
    task("police", "Review the calls of the past quarter and say which side of which is a crime", "Review sent to the chair before the meeting", "Reviewed: three crimes, none with a prospect of charge; the rest are civil. Sent.", "Review the calls of the past quarter"),
    task("housing", "Have the boundary measured and tell both households the result in writing", "Measured, letters sent", "Measured against the title plan, letters sent to both."),
    task("housing", "Interview the tenant under the tenancy policy and record the outcome", "Interview held and outcome on file", "Interview held with a colleague present. Caution given and recorded.", "Interview the tenant"),
    task("tenants", "Visit the older neighbour and introduce the befriending scheme", "Visit made and an answer recorded", "Visited twice. A befriender starts in the first week of the month.", "Introduce a resident to the befriending scheme"),
    task("health", "Ask the practice, with consent, for a note of the effect on the complainant's health", "Note received or a reason why not", "Note received from the practice and placed on the case."),
    task("earlyHelp", "Speak with both schools, so that staff can keep the children out of it", "Both schools spoken to", "Both spoken to. Seats were changed in one class, nothing more was needed."),
  ],
};

export const selfNeglect: Theme = {
  first: [
    "fire: Referred after a small kitchen fire. Rooms are filled to shoulder height and one exit is blocked. If it went up again, a crew might not get in.",
    "housing: No access for the gas check {two|three} years running. The last officer inside was worried enough to sit in the car and write it down at once.",
    "health: Last seen by the practice {14-20} months ago. Sends relatives for prescriptions.",
    "police: {2-4} welfare calls by neighbours. Officers found the occupant clear-headed and cross at being disturbed.",
  ],
  going: [
    "health: Seen at home by the district nurse. Has capacity for this decision, and the decision can change: small steps, same face each time.",
    "housing: A skip was offered and declined. A single box a week was accepted, and four have gone.",
    "housing: Access given for the gas check at the third time of asking. The boiler was condemned and a heater lent.",
    "fire: Extra alarms linked to the call centre. A clear path from bed to door is all we ask for at present.",
    "mentalHealth: Assessed at home. No disorder that would need treatment; low mood since a death in the family.",
    "antiSocialBehaviour: Environmental health has held off the notice while things are moving, and says so every month.",
    "tenants: Someone from the federation brings the paper on Fridays and stays for a cup of tea.",
    "police: No welfare calls since {since}.",
  ],
  last: [
    "fire: Both exits clear for {three|four} visits in a row.",
    "housing: Repairs done, gas certificate issued, and the occupant asked for the kitchen to be painted.",
    "health: Attends the practice again and has had the treatment that was put off.",
    "tenants: Still takes the paper, and now comes to the coffee morning.",
  ],
  closed: [
    "The home is safe to enter and to leave, and the occupant is known to three services who will notice if that changes.",
    "Long-term support has been taken on by adult social care; the meeting adds nothing further.",
  ],
  changed: ["Admitted to hospital after a fall. The ward has the plan.", "A cousin came to stay, and did it in a weekend.", "Adult social care has taken the lead under its own duty, and does this as part of it."],
  tasks: [
    task("fire", "Fit linked alarms and agree with the occupant which path is kept clear", "Alarms linked, path clear at two visits running", "Alarms linked to the call centre. Path clear on both visits.", "Fit linked alarms"),
    task("health", "Arrange a home visit by the district nurse and report on capacity for decisions about the home", "Visit made, capacity recorded", "Visited. Has capacity; recorded, with what was said.", "Arrange a home visit"),
    task("housing", "Send the same officer each week and agree one thing at a time", "Four visits by the same officer", "Four visits by the same officer; seven boxes and a mattress gone.", "Make weekly visits by the same officer"),
    task("housing", "Gain access for the gas check by agreement, and lend heating if the boiler fails", "Check done or heating lent", "Check done on the third visit. Boiler condemned, two heaters lent, new boiler ordered."),
    task("mentalHealth", "Assess at home with the housing officer introducing", "Assessment done and shared as far as consent allows", "Assessed at home. No treatment indicated; bereavement counselling offered and accepted."),
    task("antiSocialBehaviour", "Ask environmental health to hold the notice while progress is made, and to say when they can't", "Written answer from environmental health", "Held for three months, reviewed monthly. In writing."),
    task("tenants", "Find a volunteer who lives near by to call on Fridays", "First call made", "First call made; they turned out to have worked at the same mill.", "Find a volunteer to call weekly"),
  ],
};

export const domestic: Theme = {
  first: [
    "police: {3-5} reports in {four|five} months, the last assessed as high risk. No charge, because the victim doesn't feel safe to support one. Discussed at the risk assessment conference; it comes here for the address and the children's school.",
    "charity: In touch with the victim by a safe number. Wants to stay in the home and wants him to keep away.",
    "housing: The tenancy is joint. We can't take a name off it, but we can do a great deal about the door.",
    "earlyHelp: School sees a change on Mondays. The designated lead knows what to look for and whom to ring.",
  ],
  going: [
    "police: Protection notice served and the order granted for 28 days. One breach, arrested the same night.",
    "police: Nothing reported since {since}. That isn't the same as nothing happening.",
    "charity: Weekly contact kept. The safety plan has been gone through, and the victim changed two things in it that we hadn't thought of.",
    "charity: The victim has begun the recovery course. She asked that thanks be passed on for the alarm.",
    "housing: Sanctuary works done: door, letterbox, lights at the back.",
    "probation: Accepted on the programme for people who cause harm in relationships. {2-4} sessions attended, one missed with a reason.",
    "earlyHelp: The older child has a named adult at school and uses them.",
    "health: The practice has a flag and a private way to book. Staff had the training in {the spring|September}.",
    "mentalHealth: Not open to us. The victim knows how to refer herself.",
  ],
  last: [
    "police: No reports for {three|four} months. The order was renewed once and isn't needed again in the victim's view or ours.",
    "charity: The victim says that she sleeps. She leads the support through the course now, we follow.",
    "probation: Programme completed, supervision goes on until the {spring|summer}.",
    "earlyHelp: School reports no concerns at two reviews.",
  ],
  closed: [
    "The victim is safe in her own view, supported by a service of her choice, and knows the way back.",
    "The risk has fallen and stays with the risk assessment conference; there is nothing left for this meeting to do.",
  ],
  changed: ["She has decided against it, having thought it over with her worker. Recorded in her words.", "Remanded in custody, and what was planned can't be done there and isn't needed there.", "The court made the order at an earlier hearing than anyone expected."],
  tasks: [
    task("police", "Serve a protection notice at the next report and apply for the order in time", "Order applied for within 48 hours of a notice", "Notice served and order granted at court the next day.", "Apply for a protection order"),
    task("charity", "Go through the safety plan with the victim and tell the meeting what she wants done, not what we want", "Plan reviewed with her, her wishes recorded", "Reviewed in person. Her wishes are on the case in her own words.", "Review the safety plan with the victim"),
    task("housing", "Carry out sanctuary works at the door, letterbox and back of the house", "Works finished and checked by the victim", "Finished, checked together with her.", "Carry out security works"),
    task("probation", "Confirm attendance on the programme each fortnight to the police", "Two confirmations sent", "Sent on both dates; one absence, explained and accepted."),
    task("earlyHelp", "Agree with the school who the child's named adult is and how concerns reach us the same day", "Named adult in place, route agreed in writing", "In place since the week after the meeting. The route has been used once and worked.", "Agree a named adult with the school"),
    task("health", "Have the practice set a flag and a private way to book", "Flag and booking route confirmed by the practice manager", "Both confirmed by the practice manager."),
  ],
};
