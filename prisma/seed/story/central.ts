import { task } from "../words/stock.ts";
import { domestic, neighbours, noise, selfNeglect, takeover } from "../words/homes.ts";
import { doorstep, hate } from "../words/people.ts";
import { dogs, fires, flyTipping, gatherings, shopTheft, streetDrinking, vehicles } from "../words/streets.ts";
import type { CasePlot } from "./plot.ts";

/** The case that has been going round for eighteen months: heard at nine meetings of this year, put off at three. */
const offRoad: CasePlot = {
  subject: "location",
  title: "Off-road motorcycles on open land, Kiln Rise",
  summary: "Riders on open land in Kiln Rise most weekends: noise, damage to paths, near misses with walkers and prams. Replies are owed by a landowner and by a specialist unit.",
  ward: "Kiln Rise",
  background:
    "Open land with a right of way along one side and a nature reserve at the end of it. Up to twelve riders at weekends and on light evenings, some on stolen bikes, faces covered. A pram was struck a glancing blow last year. The land belongs to three owners, one of whom doesn't answer letters. Residents have been told at different times by different people that officers don't attend, and repeat it to each other.",
  wanted: "An end to riding where people walk: ways in closed, bikes seized, and residents told what was done, so that they go on reporting.",
  risk: "medium",
  label: "the open land",
  who: { name: "Hobb's Tip and Crake Pasture", address: "Between Brickpit Lane and the old Crake colliery line, Kiln Rise", safeContact: "The reserve's warden, Delphine Oyelaran, by the council's switchboard" },
  from: 1,
  takenDaysAgo: 548,
  theme: vehicles,
  hearings: {
    1: {
      said: [
        "chair: Carried over from the earlier meeting's book, where it stood for six months without an action that anyone could find.",
        "police: 31 calls over the summer. The off-road team covers four districts and comes when it can, which has been twice.",
        "councillor: A resident said to me: why give you information, if nobody even answers? I had nothing to tell her.",
        "antiSocialBehaviour: Three owners. Two will talk.",
        "Agreed to begin with the two ways in that the riders use most, and with saying publicly what is done.",
      ],
      tasks: [
        task("antiSocialBehaviour", "Map every way in and say whose each is", "Map with owners tabled", "Map tabled: five ways in, three owners, two rights of way.", "Map every way in and its owner"),
        task("police", "Ask the off-road team for two dates before the next meeting", "Two dates confirmed", "Dates given and kept.", "Ask a specialist unit for two dates"),
      ],
    },
    3: { said: ["Not heard for want of time."], deferred: "Time had run out on the cases before it; nobody was at more risk than last month." },
    6: { said: ["antiSocialBehaviour: The landowner's answer was promised for today and hasn't come."], deferred: "The landowner's answer on the barriers isn't here, and without it there is nothing to decide." },
    10: { said: ["Deputy in the chair put this off with the meeting's agreement."], deferred: "The off-road team's report was promised for this meeting and has not arrived." },
    11: {
      said: [
        "police: No reply from the off-road team since {since}, after two reminders.",
        "antiSocialBehaviour: Barriers hold at two of the five ways in. The third owner's agent answers the telephone now, and says that a letter is on its way.",
        "councillor: This has been on the agenda for a year and a half. I am not complaining of anybody in this room.",
        "Chair: the replies are owed, and I will ask for them in writing with a day on them.",
      ],
      tasks: [task("chair", "Write to the off-road team's inspector for a written answer on dates and on the drone", "Written answer received", "Answer received: one date a month until the spring, and the drone when it is free.", "Ask a specialist unit for a written answer")],
    },
    12: {
      said: [
        "police: 9 calls since {since}, fewer than in any month this year, though it has rained for most of it.",
        "antiSocialBehaviour: Still no letter from the third owner. Highways can close the verge side without them.",
        "councillor: I need one sentence that I can put in the newsletter.",
        "Agreed that if there is no reply by {next}, this goes up rather than round again.",
      ],
      tasks: [
        { ...task("antiSocialBehaviour", "Close the verge side with highways, without waiting for the third owner", "Verge closed, photographs on file", "Closed and photographed."), fate: "open", standing: "in_progress", note: "Highways have agreed to it and are waiting for the posts. First week of next month, in writing." },
        { ...task("police", "Report on seizures and calls since the barriers went up, by week", "Report with the coordinator before the meeting", "Report sent: eleven seizures, calls by week attached.", "Report on seizures and calls"), fate: "open", standing: "reported_done" },
      ],
    },
  },
  revealed: [{ by: "coordinator", after: 11, reason: "The land agent's letter has to be addressed to the right parcel of land" }],
};

/** The case that is ready to be stepped down: every action verified, the risk rescored from 33 to 21. */
const olderResident: CasePlot = {
  subject: "victim",
  title: "Older resident, neighbour intimidation, Eastholme",
  summary: "An older resident living alone in Eastholme is intimidated by a neighbouring household: shouting, banging, post interfered with. The resident's address is withheld.",
  ward: "Eastholme",
  background:
    "Began when the resident reported a theft that the neighbouring household was asked about. Since then banging on the wall at night, post taken and returned opened, and a note through the door. The resident stopped going to the day centre and slept in a chair by the front door. A daughter rings every evening. The resident asked that the address be known to as few people as possible; Hallamford Homes holds it. Risk scored 33 on the matrix at the start.",
  wanted: "That the resident can sleep, go out and open the post; that those who do this are stopped; and that nothing we do shows that the resident asked for help.",
  risk: "high",
  label: "the resident",
  who: { name: "Winifred Ashdown-Ncube", born: [81, "03-09"], heldBy: "Hallamford Homes", safeContact: "Through the daughter, Thandeka, between 6pm and 7pm; no letters, no marked cars" },
  from: 6,
  theme: neighbours,
  hearings: {
    6: {
      said: [
        "housing: Came to us as a request for a better lock. It took our officer three visits to be told why.",
        "police: Two calls in a year, both from others. The resident hasn't rung, because the neighbours would see the car.",
        "councillor: Known to me as somebody who used to run things. To find them behind a door with a chair against it upset me.",
        "fire: The chair is against the only way out. We will come in plain clothes.",
        "Scored at 33 together. Taken as a case; every contact goes through the daughter.",
      ],
      tasks: [
        { ...task("housing", "Fit a door viewer, a letterbox cage and a lock that opens from inside without a key", "Works done without a marked van, checked by the resident", "Done by a joiner in an unmarked van. The resident has tried all three.", "Make the front door safe"), fate: "verified" },
        { ...task("fire", "Visit in plain clothes and make a way out that isn't blocked", "Visited, alarm fitted, chair moved by agreement", "Visited as the daughter's friends. Alarm linked to the call centre; the chair is by the window now.", "Carry out a home safety visit"), fate: "verified" },
        { ...task("police", "Give the resident one officer, reached by a direct number and never by a marked car", "Officer named, first contact made through the daughter", "First contact at the daughter's house. The number is under a grandchild's name.", "Give the resident one officer as contact"), fate: "verified" },
      ],
    },
    7: {
      said: [
        "police: Officer has met the resident three times at the daughter's. A statement has been begun, and put away, and taken out again.",
        "housing: The neighbouring tenancy has two adults and a lodger who isn't on it.",
        "health: The practice says that weight has been lost. Home visits are arranged as flu clinics.",
        "Agreed to act on the lodger first: it has nothing to do with the resident, and can't be taken for it.",
      ],
      tasks: [
        { ...task("housing", "Enforce the tenancy on the unauthorised lodger, with no mention of complaints", "Lodger gone or tenancy action begun", "Notice served after a routine tenancy check. The lodger left in nine days.", "Enforce a tenancy condition"), fate: "verified" },
        { ...task("health", "Have the practice see the resident at home each month, weighing and talking", "Two visits made", "Two visits made. Weight is back by three kilogrammes."), fate: "verified" },
      ],
    },
    8: {
      said: [
        "housing: The lodger has gone, and with him the worst of the nights.",
        "antiSocialBehaviour: Warning prepared for the two tenants on noise alone, from our own recordings in the stairwell.",
        "charity: The daughter is worn out. She has been offered carers' support, and took the leaflet.",
      ],
      tasks: [{ ...task("antiSocialBehaviour", "Serve a community protection warning on the neighbouring tenants, resting on the stairwell recordings alone", "Warning served on both tenants", "Served on both. They asked who had complained, and were shown the recordings.", "Serve a warning resting on recordings"), fate: "verified" }],
    },
    9: {
      said: [
        "police: The statement is signed. The post is an offence by itself, and the file rests on that.",
        "housing: Four quiet weeks out of five.",
        "councillor: Seen at the library on Thursday, with the daughter.",
      ],
      tasks: [
        { ...task("police", "Submit the file on interference with post, and ask the prosecutor about special measures", "File submitted, answer on special measures", "Submitted. Screens granted should it come to court.", "Submit a file to the prosecutor"), fate: "verified" },
        { ...task("tenants", "Ask quietly whether the day centre's bus can stop at the daughter's", "Answer from the day centre", "It can, on Mondays and Thursdays.", "Ask about transport to a day centre"), fate: "verified" },
      ],
    },
    10: {
      said: [
        "police: Caution accepted by one of the tenants, with a condition not to approach. The resident was asked first, and didn't want court.",
        "housing: Five weeks without a report.",
        "health: Sleeping in the bed again.",
        "Rescored together: 27. Chair asked what would have to be true for this to leave the agenda.",
      ],
      tasks: [{ ...task("housing", "Ask the resident, through the daughter, what would make them feel safe a year from now, and write it down in their words", "Their words on the case", "Written down. Above all: that the caretaker knows, and looks in.", "Ask the resident what would make them feel safe"), fate: "verified" }],
    },
    11: {
      said: [
        "housing: The caretaker knows and looks in, and has nothing to report.",
        "police: Nothing since {since}. The condition on the caution runs until the summer.",
        "councillor: At the day centre twice a week, and complaining about the food, which the daughter takes for a good sign.",
      ],
      tasks: [{ ...task("police", "Review with the resident whether the direct number stays, and tell them when the condition ends", "Reviewed, the resident's answer recorded", "Reviewed. The number stays, the end date is on the calendar.", "Review safety measures with the resident"), fate: "verified" }],
    },
    12: {
      said: [
        "housing: Nine weeks without a report. Every action on this case is done and verified.",
        "police: Rescored together from 33 at the start to 21: frequency and targeting have fallen, age and living alone haven't.",
        "health: Weight as before it began.",
        "Chair: ready for the step-down to be put at the next meeting, with housing as lead for the watch. The resident is to be asked first, by the daughter.",
      ],
    },
  },
  scored: { 6: [3, 2, 2, 2, 2, 0], 10: [2, 1, 2, 2, 2, 0], 12: [1, 1, 2, 2, 1, 0] },
  stepDown: {
    changed: "The nights are quiet. The resident sleeps in the bed, goes to the day centre twice a week, and opens the post.",
    evidence: "Nine weeks without a report to housing or the police. The caretaker looks in and has nothing to say. Weight as before it began. The matrix fell from 33 to 21: frequency and targeting have fallen, age and living alone have not.",
    voice: "In the resident's own words: that the caretaker knows, and looks in. Asked by the daughter, the resident agrees to the step-down.",
    leadAgency: "Hallamford Homes", by: "Zofia Nowak", months: 6,
    trigger: "A report of banging or shouting at night, post that is opened or missing, or the caretaker's word that the door is kept shut again",
    raiserToldBy: "Hallamford Borough Council", victimToldBy: "Hallamford Homes",
    tellable: "The agencies have finished what they set out to do. The caretaker goes on looking in, and the direct number stays.",
  },
  revealed: [
    { by: "chair", after: 6, reason: "To agree the safe way of contact with the officer before the first visit" },
    { by: "deputy", after: 10, reason: "To check with the day centre that the right person is expected on the bus" },
  ],
};

const youngAdult: CasePlot = {
  subject: "perpetrator",
  title: "Young adult alleged to cause harm, moving from youth justice to probation",
  summary: "A young adult alleged to cause harm across two wards comes of age and moves from youth justice to probation in the middle of a plan. The allegation rests on police reports; one matter is before the court.",
  background:
    "Alleged in eleven police reports over a year: robbery of telephones, threats with a blade that was never found, carrying for others. Convicted of one theft; a robbery is before the court. Excluded from college, sleeps at three addresses. Was a witness to serious violence at thirteen. The youth justice worker is the one adult who gets an answer, and hands over on the birthday.",
  wanted: "One plan that goes on across the birthday: who sees them each week, where they live, and what happens on the day that a condition is broken.",
  risk: "high",
  label: "the young adult",
  who: { name: "Jermaine Okonkwo-Platt", born: [18, "07-21"], address: "Room 6, Weir House, Tenter Street, Priorsfield", safeContact: "By text from the youth justice worker, Siobhan Marley" },
  from: 7,
  theme: takeover,
  hearings: {
    7: {
      said: [
        "police: Eleven reports in twelve months, one conviction. Alleged is the word for the rest of it.",
        "probation: We take over on the birthday, eight weeks from now. The file reaches us afterwards, unless somebody asks.",
        "earlyHelp: The youth justice worker has twenty-two cases and has seen this one every week.",
        "charity: Others are frightened of those he owes, and so is he.",
        "Taken as a case. Chair: the handover is to be a meeting between three people, and not a file.",
      ],
      tasks: [
        { ...task("probation", "Allocate an officer now and meet the young adult together with the youth justice worker before the birthday", "Two joint meetings held", "Three joint meetings held, the last at the football ground.", "Allocate an officer before the handover"), fate: "verified" },
        { ...task("earlyHelp", "Send probation the assessment and the plan before the handover, not after", "Received by probation", "Received, and gone through with the officer by telephone.", "Send the assessment before the handover"), fate: "verified" },
      ],
    },
    8: {
      said: [
        "probation: Officer allocated. First joint meeting kept, second kept, though late.",
        "housing: No application on file, because nobody has had an address to write to.",
        "police: One report since {since}, as a victim this time: his telephone.",
      ],
      tasks: [
        { ...task("housing", "Take a housing application in person at the youth justice office, and bank it with the hostel", "Application registered", "Registered; on the hostel's list as priority.", "Take a housing application in person"), fate: "verified" },
        { ...task("mentalHealth", "Offer a trauma assessment at the youth justice office before the worker changes", "Assessment offered and answer recorded", "Offered twice at the office."), fate: "circumstances_changed", note: "The youth service's clinic no longer covers him now that he is eighteen; the adult pathway needs a new referral, which is made." },
      ],
    },
    9: {
      said: [
        "probation: Handover done in the week of the birthday. He came to the first appointment with the old worker, and to the second by himself.",
        "police: Robbery trial listed. The complainant is young too, and wants to know who will be at the bus stop.",
        "mentalHealth: The adult pathway has him on the list. It is a long list.",
      ],
      tasks: [
        { ...task("police", "Agree a route and times with the complainant's school for the weeks of the trial", "Agreed with the school and parents", "Agreed. A member of staff walks with them.", "Agree safe travel with a school"), fate: "verified" },
        { ...task("mentalHealth", "Bring forward the first appointment on the adult pathway, or say in writing why not", "Appointment or written reason", "Appointment brought forward by five weeks."), fate: "not_done", note: "Two of five posts are empty. The wait is nineteen weeks for everyone, and we couldn't move one person past others at higher risk." },
      ],
    },
    10: {
      said: [
        "housing: Room at the hostel taken up on {the Monday|the Tuesday}. Two warnings for visitors in the first week.",
        "probation: Attends. Says less than he knows, and more than he did.",
        "police: Two reports since {since}, both naming others.",
      ],
      tasks: [
        { ...task("probation", "Agree in writing with the police and hostel what is done on the day a condition is broken, and tell the young adult beforehand", "One page signed by all three", "One page, signed by all three and by him.", "Agree a plan for breaches"), fate: "verified" },
        { ...task("charity", "Find a mentor who isn't paid to check on him", "Mentor matched and first meeting held", "Matched; they have met four times and talk about engines.", "Find a mentor"), fate: "returned" },
      ],
    },
    11: {
      said: [
        "probation: One missed appointment, dealt with as the page says. He said that he had expected us not to notice.",
        "police: Found not guilty of robbery, guilty of handling. Sentence: community order, which sits with the plan rather than on top of it.",
        "housing: No warnings at the hostel this month.",
      ],
      tasks: [{ ...task("probation", "Bring the court's order and the existing plan into one timetable", "One timetable, shared with the hostel", "Done, one page, on his telephone as well."), fate: "verified" }],
    },
    12: {
      said: [
        "probation: Four weeks of the order done. College has offered an interview.",
        "mentalHealth: The first appointment is dated, six weeks from now.",
        "police: No reports since {since}. Two others from the same group are now our concern.",
        "Chair: alleged to cause harm, still. But fewer people are afraid this month.",
      ],
      tasks: [
        { ...task("probation", "Go with the young adult to the college interview, and report whether a place is offered", "Answer from the college", "Went together. Place offered from January.", "Go along to a college interview"), fate: "open", standing: "in_progress", note: "Interview is on Thursday. We are going together, and he has bought a shirt." },
        { ...task("housing", "Begin the move-on plan now, so that the hostel doesn't end on a day nobody wrote down", "Plan with a date", "Plan with a date.", "Begin a move-on plan"), fate: "open", standing: "assigned", late: true },
      ],
    },
  },
  revealed: [{ by: "chair", after: 9, reason: "To tell the custody sergeant whom the plan for the trial weeks concerns" }],
};

const parade: CasePlot = {
  subject: "location",
  title: "Evening gatherings at a shopping parade, Marketgate",
  summary: "Evening gatherings at a parade of shops in Marketgate: doors of empty units forced, staff intimidated at closing time, one small fire.",
  ward: "Marketgate",
  background:
    "Eleven shops, two of them empty. Up to twenty people between 7pm and 11pm, some of school age and some well over it. Staff close early and leave together. The empty units have been forced twice, and there was a fire in packaging. The same parade was a problem two summers ago and went quiet when one shop changed hands, which is why it is thought to follow what is sold there.",
  wanted: "Staff who can close at the hour on the door; empty units that are shut; and to know whether it is one shop, one group, or the only dry place with a light.",
  risk: "medium",
  label: "the parade",
  who: { name: "Fleece Parade", address: "2 to 22 Fleece Parade, Bellhouse Road, Marketgate", safeContact: "The baker, Yusuf Demirci, before 7am" },
  from: 9,
  theme: gatherings,
  hearings: {
    9: {
      said: [
        "police: 14 calls since {since}, two with an offence. Staff at three shops have stopped ringing.",
        "housing: The flats above are ours, the units below aren't. Tenants use the back stairs after dark.",
        "licensing: One premises has changed its hours without telling us.",
        "councillor: It is the bus stop for half of my ward.",
        "Taken as a case. First to know more: who owns the empty units, who is there, and what is being sold.",
      ],
      tasks: [
        { ...task("antiSocialBehaviour", "Find out who owns the empty units, and require them to be made secure", "Owners named, notices served", "One owner for both, in the next county. Notice served, works done within the time.", "Have two empty units made secure"), fate: "verified" },
        { ...task("licensing", "Carry out a licensing check on the premises that changed its hours", "Check made, outcome reported", "Checked on two evenings. Hours corrected, staff training booked.", "Carry out a licensing check"), fate: "verified" },
      ],
    },
    10: {
      said: [
        "police: 11 calls. Those who are under sixteen go home when they are spoken to; those who are over twenty stay.",
        "earlyHelp: Seven known to us, and they say that the older ones buy for them.",
        "fire: Packaging is collected on Fridays now, and not on Mondays.",
      ],
      tasks: [
        { ...task("police", "Patrol on Fridays from 7pm to 10pm, and take the names of those over eighteen", "Four Fridays covered, names with licensing", "Four Fridays covered. Six names, two of them staff.", "Patrol on Friday evenings"), fate: "verified" },
        { ...task("antiSocialBehaviour", "Fit temporary cameras at the parade with the notice that the law asks for", "Cameras working, notice up", "Cameras working, notice up.", "Fit temporary cameras"), fate: "open", standing: "in_progress", late: true, note: "Cameras are here. The lighting column they were meant for failed its test, and highways have to replace it first." },
      ],
    },
    11: {
      said: [
        "police: 8 calls since {since}. Test purchase at one shop failed: sold to a fifteen-year-old without a question.",
        "licensing: Review applied for. The hearing is listed.",
        "antiSocialBehaviour: Cameras still not up; the column failed its test.",
        "tenants: Two tenants have walked out together at nine in the evening to see what would happen. Nothing did.",
      ],
      tasks: [
        { ...task("licensing", "Apply for a review of the licence with the test purchase, and ask the police to support it", "Review lodged, hearing date known", "Lodged, hearing on the list for next month.", "Apply for a licence review"), fate: "verified" },
        { ...task("earlyHelp", "Move the Friday youth session to the hall behind the parade until the spring", "First four sessions held", "Two of four held so far."), fate: "open", standing: "in_progress" },
      ],
    },
    12: {
      said: [
        "police: 6 calls since {since}, mostly on Friday evenings. Two young people identified and visited.",
        "housing: The doors of the units were forced again; boarded the same night, and the owner told.",
        "licensing: The hearing falls before the next meeting.",
        "councillor: The baker shut at the hour on the door, three nights running. He told me so himself.",
        "Chair: better and not done. The cameras are the oldest promise on the list.",
      ],
      tasks: [
        { ...task("housing", "Secure the back stairs with a door that closes by itself", "Door fitted, tested with tenants", "Fitted; tested with three tenants.", "Secure the back stairs"), fate: "open", standing: "accepted" },
        { ...task("police", "Visit the two young people identified, with Early Help, and report what they would rather do on Fridays", "Both visited together with Early Help", "Both visited. One would come to the hall if his friend did.", "Visit two young people with Early Help"), fate: "open", standing: "reported_done" },
      ],
    },
  },
};

/** An action here is refused, with the reason that it is not in that agency's power, and finds another owner at the next meeting. */
const takenOver: CasePlot = {
  subject: "victim",
  title: "Suspected takeover of a home, Priorsfield",
  summary: "The home of an adult with support needs in Priorsfield is suspected to be used by others for supply. The adult is treated as a victim; the home is looked at as a place as well.",
  ward: "Priorsfield",
  background:
    "The tenant has a learning disability and has lived alone since a parent died. New friends moved in by degrees over the summer: first evenings, then nights. Deliveries at the window, a broken entry door, a bank card that is no longer with its owner. Says that they are friends and, when alone, that they won't leave. Neighbours are afraid of the landing.",
  wanted: "The tenant safe, and believed; those people out and kept out; the entry door shut; and help that doesn't end when they are gone.",
  risk: "high",
  label: "the tenant",
  who: { name: "Gareth Mistry-Hallam", born: [34, "11-02"], address: "Flat 9, Cloister House, Abbot's Garth, Priorsfield", safeContact: "At the day service, not at home; ask for the keyworker, Lorna Achterberg" },
  from: 10,
  late: true,
  theme: takeover,
  hearings: {
    10: {
      said: [
        "police: Six reports in five weeks. Two of those named are known for doing this elsewhere.",
        "housing: Entry door broken three times. The tenant signed for keys that he doesn't have.",
        "health: Annual health check missed for the first time.",
        "charity: The day service says that he comes without having eaten.",
        "Taken as a case and as a place. Nobody goes to the door alone, and nobody asks him in front of others.",
      ],
      tasks: [
        { ...task("police", "See the tenant at the day service with the keyworker, and ask what he wants", "Seen alone, his wishes recorded", "Seen twice at the day service. He wants his card, his keys and his evenings back.", "See the tenant at a safe place"), fate: "verified" },
        { ...task("mentalHealth", "Provide a support worker for the tenant three times a week", "Support in place", "Support in place three times a week.", "Provide a support worker"), fate: "not_done", note: "A learning disability is outside what we are commissioned for. It isn't ours to give; the integrated care board would have to ask the right team." },
      ],
    },
    11: {
      said: [
        "mentalHealth: We said no, with the reason: it isn't in our power. We should have known that at the table.",
        "health: Then it is ours to find. The community learning disability team takes referrals from the board.",
        "police: Warrant executed. Three people found, one arrested. The tenant asked whether he could change the locks himself.",
        "housing: He did, with the locksmith. He has the keys, and the entry door shuts.",
        "Chair: re-routed to the integrated care board, with the same measure. Partial closure order to be asked for.",
      ],
      tasks: [
        { ...task("health", "Get a support worker from the community learning disability team three times a week", "Support in place, first visit made", "First visit made with the keyworker. Mondays, Wednesdays and Fridays.", "Find a support worker from the right team"), fate: "verified" },
        { ...task("antiSocialBehaviour", "Apply for a partial closure order, so that only the tenant and named visitors may enter", "Order made", "Order made for three months.", "Apply for a partial closure order"), fate: "verified" },
        { ...task("housing", "Repair the entry door for good, and fit a screen that shows who rings", "Door and screen working for four weeks", "Working since the repair.", "Repair the entry door"), fate: "open", standing: "in_progress", late: true, note: "The door is done. The screen has failed twice, and the supplier is coming back with another one." },
      ],
    },
    12: {
      said: [
        "police: One attempt to return, turned away by the order. The tenant rang the direct number himself.",
        "health: Support worker is there three times a week. He has cooked for her.",
        "housing: The screen has failed twice; the supplier is coming back.",
        "charity: Bank card stopped and replaced. 640 pounds are gone.",
      ],
      tasks: [
        { ...task("charity", "Help the tenant claim the money back from the bank as a victim of financial abuse", "Claim lodged, answer received", "Claim lodged, the bank has acknowledged it."), fate: "open", standing: "in_progress", note: "Claim lodged. The bank wants the date on which the card was taken, which he can't give." },
        { ...task("police", "Ask the prosecutor for an order against those who were found there", "Application made with the charge", "Application made."), fate: "open", standing: "accepted" },
      ],
    },
  },
  revealed: [
    { by: "chair", after: 10, reason: "The warrant needs the address, and the keyworker's name for the day" },
    { by: "coordinator", after: 11, reason: "To send the closure order's notice to the right landing" },
  ],
};

const schoolGate: CasePlot = {
  subject: "theme",
  title: "School-gate disorder",
  summary: "Disorder at several school gates at the end of the day: arguments between adults, parking across drives, and fights between pupils of different schools that are filmed and shared.",
  children: true,
  background:
    "Reported by four schools in two wards since September, and by none of them to the same place. Three fights between pupils were filmed and passed round, and one was arranged beforehand. Adults have argued over parking in front of children; a lollipop man was pushed. Secondary schools are represented here by Early Help. Nobody at this table speaks for primary schools, and half of it happens at their gates.",
  wanted: "One way of reporting for all schools, adults at the gates who are seen by name, and somebody at this table for the primary schools.",
  risk: "standard",
  label: "the schools",
  who: { name: "St Osyth's Academy, Kelder High, Marketgate Juniors, Beckfoot Juniors", safeContact: "Each designated lead, by the secure mailbox" },
  from: 11,
  theme: gatherings,
  hearings: {
    11: {
      said: [
        "earlyHelp: Four schools, four ways of reporting. Two found out at our meeting that it was the same group of pupils.",
        "police: Nine calls at the end of the school day since term began, eight of them at gates that aren't on anybody's list.",
        "councillor: Residents blame the children. What I saw was the parents.",
        "Taken as a theme. Chair: and who speaks for the primary schools?",
      ],
      tasks: [
        { ...task("earlyHelp", "Agree one form and one address for all four schools", "In use at all four", "In use at all four since the start of the half-term.", "Agree one way of reporting for schools"), fate: "verified" },
        { ...task("antiSocialBehaviour", "Put parking officers at two gates for a fortnight, and count", "Ten afternoons covered, counted", "Ten afternoons, 61 warnings, 14 tickets.", "Put parking officers at two gates"), fate: "verified" },
      ],
    },
    12: {
      said: [
        "earlyHelp: 17 reports on the one form since {since}. Before it we would have heard of four.",
        "police: The arranged fight was stopped, because a pupil told the form.",
        "antiSocialBehaviour: Ten afternoons of parking officers: 61 warnings, 14 tickets, no arguments on the days they were there.",
        "deputy: No primary school has been able to send anyone. The link officer might come instead.",
      ],
      tasks: [
        { ...task("earlyHelp", "Invite the primary schools' link officer to the next meeting", "Answer received", "Answer received: yes, for the first hour."), fate: "open", standing: "in_progress", note: "Asked. She would come for the first hour, and wants to know who else will be in the room." },
        { ...task("police", "Be at the two worst gates on Tuesdays and Fridays until the holidays", "Eight afternoons recorded", "Eight afternoons recorded.", "Be present at two gates"), fate: "open", standing: "assigned" },
      ],
    },
  },
};

export const central: readonly CasePlot[] = [
  offRoad,
  {
    subject: "victim", title: "Family disturbed by noise through a shared wall, Priorsfield", ward: "Priorsfield", children: true,
    summary: "A family with young children in Priorsfield is kept awake by music and shouting through a shared wall, on most nights from Thursday to Sunday.",
    background: "Reports began when the flat beside was let again. The family has changed the children's room round twice. The parent works nights, and has begun to refuse shifts. The tenant of the flat beside is young, lives alone for the first time, and has a lot of visitors.",
    wanted: "Quiet after 11pm, without the family having to be the ones who ring.", risk: "standard", label: "the family",
    who: { name: "Marta and Piotr Zielinska", address: "31 Kettle Row, Priorsfield", safeContact: "Marta's mobile, after midday" }, from: 1, until: 4, theme: noise,
    scored: { 1: [3, 1, 2, 2, 1, 1], 4: [1, 0, 1, 2, 1, 1] },
    stepDown: {
      changed: "The music ends at eleven. The family has moved the children's room back.", evidence: "Five weeks of diary sheets with two entries, neither after midnight.", voice: "The parent works her shifts again and says that it is a wall like any other.",
      leadAgency: "Hallamford Homes", by: "Zofia Nowak", months: 3, trigger: "Two nights of music after eleven in one week", raiserToldBy: "Hallamford Borough Council", victimToldBy: "Hallamford Homes",
      tellable: "Both sides have agreed on times, and the landlord asks after it each month.",
      checks: [{ after: 30, finding: "quiet", note: "One party, ended at ten. The family was asked first." }, { after: 60, finding: "quiet", note: "Nothing since the last time." }, { after: 88, finding: "quiet", note: "Nothing. The family would like it left as it is." }],
      closed: { after: 100, reason: "The watch was quiet to its end, and the family agrees that it is over." },
    },
  },
  {
    subject: "victim", title: "Older resident targeted by doorstep callers, Eastholme", ward: "Eastholme",
    summary: "An older resident in Eastholme has paid doorstep callers several times for work that was not needed or not done.",
    background: "Drawn to notice by the bank, after the fourth large withdrawal in a month. The roof has been mended three times by people who could not say what was wrong with it. A son lives abroad, and found out from a statement.",
    wanted: "The callers stopped, the money traced, and somebody who looks in.", risk: "medium", label: "the resident",
    who: { name: "Desmond Fairweather", born: [84, "10-30"], address: "7 Mill Goit, Eastholme", safeContact: "Landline in the mornings; say it is about the raffle" }, from: 1, until: 3, theme: doorstep,
  },
  {
    subject: "location", title: "Repeat shop theft in the market streets, Marketgate", ward: "Marketgate",
    summary: "A row of small shops in Marketgate loses goods every day to a few people who steal to order, and staff are threatened.",
    background: "Seven shops within two hundred metres. Losses have doubled since the spring, and one shop has shut on two afternoons for want of staff who would stand at the till. Those who steal are mostly known to treatment services; those who order are not known at all.",
    wanted: "Files that put offences together, treatment on the day it is asked for, and an end to the market for what is taken.", risk: "medium", label: "the shops",
    who: { name: "Shops on Wool Street", address: "1 to 29 Wool Street, Marketgate" }, from: 1, until: 5, theme: shopTheft,
  },
  {
    subject: "victim", title: "Repeated abuse by a former partner, Kiln Rise", ward: "Kiln Rise", children: true,
    summary: "A parent in Kiln Rise is harassed and assaulted by a former partner, with children in the home.",
    background: "Separated for a year; reports have come closer together since a new court date. He waits in cars that are not his. The children have begun to watch the road. The victim wants to stay, because the school and her mother are here.",
    wanted: "The home made safe, breaches acted on the same day, and school and surgery who know without being told twice.", risk: "high", label: "the victim",
    who: { name: "Shabnam Qureshi", born: [36, "01-18"], heldBy: "Hearthlight Women's Project", safeContact: "Through the outreach worker only" }, from: 1, until: 6, theme: domestic,
  },
  {
    subject: "location", title: "Deliberate fires behind garages, Eastholme", ward: "Eastholme",
    summary: "A run of deliberate fires in bins and hedges behind a row of garages in Eastholme, near sheltered flats.",
    background: "Nine fires in five weeks after the clocks went back. Crews have been pelted twice. The nearest flats are for older tenants, two of whom could not get down the stairs by themselves.",
    wanted: "Fuel taken away, those who set them found, and the flats warned properly.", risk: "medium", label: "the garages",
    who: { name: "Garages at Osier Bank", address: "Osier Bank, Eastholme" }, from: 1, until: 2, theme: fires,
    closed: "No fire since the fuel was taken away, and the two who set them are on the fire service's scheme.",
  },
  {
    subject: "location", title: "Street drinking on a square, Marketgate", ward: "Marketgate",
    summary: "Drinking, shouting and litter on a square in Marketgate from the morning on; residents and shoppers avoid it.",
    background: "Four or five people who are always there, and others who come and go. It is where outreach finds those who have nowhere else, and where one of them was badly hurt last winter. The shop nearest opens at seven.",
    wanted: "A square that everyone uses, those who drink among them, and a word with the shop.", risk: "standard", label: "the square",
    who: { name: "Corn Hill Square", address: "Corn Hill, Marketgate" }, from: 3, until: 6, theme: streetDrinking,
  },
  {
    subject: "victim", title: "Family targeted by hate incidents, Priorsfield", ward: "Priorsfield", children: true,
    summary: "A family in Priorsfield is shouted at and has its windows broken because of where it is thought to come from.",
    background: "Moved in last summer. The first reports were taken as damage. Two adults and some older children of the same street are involved, and others look on. The children are walked to school by different people each day.",
    wanted: "It named as what it is, those who do it dealt with, and neighbours who stand beside the family.", risk: "high", label: "the family",
    who: { name: "Yonas and Selam Tesfamariam", address: "12 Fuller's Yard, Priorsfield", safeContact: "By the school's interpreter, Ruth Gebre" }, from: 4, until: 7, theme: hate,
  },
  {
    subject: "victim", title: "Adult living in severe self-neglect, Eastholme", ward: "Eastholme",
    summary: "An adult in Eastholme lives in a home filled with belongings, without heating, and lets nobody in.",
    background: "A retired teacher who stopped answering the door after a bereavement. The gas has not been checked for three years. A neighbour passes food over the fence and is thanked for it in good handwriting.",
    wanted: "A way in that does not frighten, fire risk brought down first, and no clearance by force.", risk: "high", label: "the occupant",
    who: { name: "Bronwen Llewellyn", born: [72, "08-05"], address: "The end house, Quarry Fold, Eastholme", safeContact: "The neighbour over the fence, Abdi Warfa" }, from: 5, until: 8, theme: selfNeglect,
    revealed: [{ by: "coordinator", after: 5, reason: "Fire and rescue asked for the house number for the crew's risk card" }],
  },
  {
    subject: "location", title: "Fly-tipping and fires on a track, Kiln Rise", ward: "Kiln Rise",
    summary: "A track behind homes in Kiln Rise is used for tipping by the van load, and what is tipped is set on fire.",
    background: "Three or four loads a week at the worst, some of them trade waste. The track belongs to the housing association up to the bend, and to a farmer beyond it. Fire and rescue could not get past it in the summer.",
    wanted: "The track shut to vans and open to fire engines, and one prosecution that people hear of.", risk: "standard", label: "the track",
    who: { name: "Clay Pit Drift", address: "Rear of 40 to 76 Furnace Avenue, Kiln Rise" }, from: 6, until: 9, theme: flyTipping,
    scored: { 6: [3, 2, 1, 0, 1, 1], 9: [1, 0, 1, 0, 1, 1] },
    stepDown: {
      changed: "The barrier holds, and fires have stopped.", evidence: "Four weekly inspections found one load; no crew was called.", voiceMissing: "The homes that back onto it were written to, and none answered.",
      leadAgency: "Hallamford Borough Council", by: "Callum Brearley", months: 6, trigger: "Two loads in one month, or any fire", raiserToldBy: "Hallamford Borough Council", victimNotTold: "It is a place: nobody is a victim of it by name.",
      tellable: "The track is shut to vans, and the council inspects it.",
      checks: [{ after: 41, finding: "trigger_met", note: "The barrier was cut in the week of the school holiday. Three loads since, one of them burnt." }],
    },
  },
  {
    subject: "perpetrator", title: "Dangerously kept dog in a block, Marketgate", ward: "Marketgate",
    summary: "A person known to cause harm, by a caution, keeps a dog in a block in Marketgate that has bitten; residents change their way to avoid the landing.",
    background: "One bite that needed stitches, two near misses, both with children. The owner says that the dog is soft, and it is with him. He was cautioned last year for letting another dog run loose. The landing is the only way to eleven homes.",
    wanted: "The dog under control by law and not by promise, and the landing usable.", risk: "medium", label: "the owner",
    who: { name: "Liam Garforth", born: [29, "05-27"], address: "Flat 14, Draper Court, Marketgate" }, from: 8, until: 10, theme: dogs,
    scored: { 8: [2, 2, 1, 2, 2, 1], 10: [1, 0, 1, 2, 1, 1] },
    stepDown: {
      changed: "The dog is muzzled on the landing and walked by a second person.", evidence: "Eight weeks of checks by the wardens, none of them missed.", voice: "Two of the households say that the children use the landing again.",
      leadAgency: "Hallamford Homes", by: "Zofia Nowak", months: 6, trigger: "The dog without its muzzle on the landing, or any bite", raiserToldBy: "Hallamford Borough Council", victimToldBy: "Hallamford Homes",
      tellable: "The conditions are kept, and the landlord goes on checking.",
      checks: [{ after: 45, finding: "some_concern", note: "Seen once without the muzzle, at the door. Spoken to the same day." }],
    },
  },
  olderResident,
  youngAdult,
  parade,
  takenOver,
  schoolGate,
  {
    subject: "perpetrator", title: "Prolific shop theft by one adult, Marketgate", ward: "Marketgate",
    summary: "An adult known to cause harm, by forty convictions, steals daily from shops in Marketgate and threatens staff who speak.",
    background: "Released eleven weeks ago without an address. Steals to order, and gives the addresses of those who order to nobody. Treatment was started twice and lost each time with the hostel place. Staff at one shop carry an alarm because of this person.",
    wanted: "One officer, one treatment worker and one room, on the same day, and a clear answer when the conditions are broken.", risk: "medium", label: "the adult",
    who: { name: "Craig Ollerenshaw", born: [41, "12-11"], address: "Nowhere fixed; sleeps at the Weir Street car park", safeContact: "Outreach breakfast, any morning" }, from: 12, theme: shopTheft,
  },
  {
    subject: "victim", title: "Couple harassed over a camera, Kiln Rise", ward: "Kiln Rise",
    summary: "A couple in Kiln Rise is harassed by a neighbour over a doorbell camera; complaints are made by both sides to three services.",
    background: "The camera was fitted after a burglary. The neighbour is convinced that it records his garden, and has covered it, shouted at visitors and written to the couple's employers. He has complained to the police, the council and the regulator. Both sides keep diaries.",
    wanted: "One service that answers both sides, the camera checked, and the letters to employers stopped.", risk: "standard", label: "the couple",
    who: { name: "Oluwaseun and Beth Adebayo-Crabtree", address: "5 Saltpan Close, Kiln Rise", safeContact: "By e-mail through the police officer; no calls to work" }, from: 13, theme: neighbours,
  },
];
