import { task, type Theme } from "./stock.ts";

export const hate: Theme = {
  first: [
    "police: {Four|Five|Six} incidents in {six|eight} weeks, recorded as hate crime: words, then {eggs|paint|a broken window}. They have stopped going out by themselves.",
    "housing: Reported to us first, in {the spring|June}, as damage. We should have asked why. It is being treated as hate from today.",
    "tenants: Neighbours on both sides want to help, and don't know what would.",
    "earlyHelp: It is said at school as well. School took it down in the words that were used.",
    "councillor: They came to my surgery, and thought that nobody would believe them. I should like to be able to tell them something.",
  ],
  going: [
    "police: One person identified and interviewed, file with the prosecutor as aggravated by hostility.",
    "police: Nothing new since {since}. Officer calls weekly, at a time that they chose.",
    "housing: Camera and lights fitted within three days of being asked. Window replaced the same day.",
    "housing: Offered a move. They don't want to move, and say that the wrong people would be moving.",
    "charity: Support worker has been twice. What helps most is somebody sitting there.",
    "antiSocialBehaviour: Injunction application drafted against one adult. The evidence is good.",
    "earlyHelp: School held a week on it without naming anyone. Two pupils came forward.",
    "tenants: Neighbours walked along for a fortnight. Now they go together because they like to.",
    "probation: The person identified is on an order with us. A session on hate was added, and he wasn't pleased.",
  ],
  last: ["police: Convicted at the magistrates' court with the uplift for hate. No incident since {since}, nor in the two months before.", "housing: They have asked for the camera to be taken away.", "tenants: They came to the open day, and stayed to clear up."],
  closed: ["No incident for three months, an offender convicted, and those it was done to say that it can end."],
  changed: ["The person identified was remanded for something else, and is not coming back to the street.", "They asked us not to, after thinking about it. Recorded.", "The platform took it down by itself."],
  tasks: [
    task("police", "Give them one officer, who calls weekly at a time that they choose", "Four calls made by the same officer", "Four calls made by the same officer, who has learnt to like the tea.", "Give one officer as contact"),
    task("housing", "Fit a camera and lights within five days, and replace the window the same day as any damage", "Fitted, and response times recorded", "Fitted in three days. One window, replaced the same afternoon.", "Fit security measures"),
    task("charity", "Find a support worker whom they can talk to", "First visit made", "First visit made within a week. They have asked for a second.", "Find a support worker"),
    task("antiSocialBehaviour", "Apply for an injunction against the adult who was identified", "Application lodged", "Lodged, interim order granted the same day.", "Apply for an injunction"),
    task("earlyHelp", "Agree with the school what staff do when something is said, and who can be gone to", "Agreed in writing with the head", "Agreed and in use; logged twice, dealt with twice.", "Agree a plan with the school"),
    task("tenants", "Ask the neighbours quietly who would stand beside them, and tell them how", "At least four households found", "Seven households. A rota came by itself."),
  ],
};

export const repeatMissing: Theme = {
  first: [
    "police: Missing {6-11} times in {ten|twelve} weeks, returned each time by the morning, each time with more money than before.",
    "earlyHelp: Attendance fell from 94 to {48-61} per cent. The return interviews are answered with a shrug.",
    "charity: Our worker has met the young person twice. What was said twice is a first name and a car.",
    "licensing: The car has been asked about at the two private hire offices. One driver rang back.",
  ],
  going: [
    "police: Abduction warning notices served on two adults. Both had a story; they were different stories.",
    "police: Missing {once|twice} since {since}, both times found within {two|three} hours because the plan was followed.",
    "earlyHelp: A worker who stays on after six is worth three who don't. Contact is daily now, mostly by message.",
    "health: Seen by the sexual health nurse at school, and came back by choice.",
    "charity: Talks about the car when nobody asks about it. We don't ask.",
    "housing: The flat where the phone was last seen is one of ours. Tenancy visit made as a gas check.",
    "licensing: Two hotels and a shisha lounge were visited. Training booked for night staff.",
    "probation: One of the adults is on licence; conditions varied within the week.",
    "mentalHealth: Assessment offered at a café and kept.",
  ],
  last: ["police: Not missing since {since}.", "earlyHelp: Attendance is at {82-90} per cent, and there is a plan for the summer.", "charity: Still in touch, less often, at the young person's wish."],
  closed: ["Not missing for three months; the adults concerned are on notice or in custody; support goes on under the child's own plan."],
  changed: ["The young person has gone to an aunt for some weeks. Services there have the plan.", "Another force has taken over the investigation and asked us to stand back.", "The driver left his work before he could be asked."],
  tasks: [
    task("police", "Serve abduction warning notices on the two adults identified", "Both served and explained", "Both served. One signed, one wouldn't; recorded on video.", "Serve warning notices on adults identified"),
    task("police", "Write a plan for the first hour of every missing report, and put it on the control room's system", "Plan in force, tested once", "In force. Used twice, found within three hours both times.", "Put a missing plan in force"),
    task("earlyHelp", "Assign one worker who can be reached in the evening", "Named worker, contact on five days a week", "In place. Contact on all but two days this month.", "Assign one worker"),
    task("charity", "Offer sessions away from home and school, with no forms", "Four sessions offered", "Four offered, three kept.", "Offer support sessions"),
    task("licensing", "Visit hotels and late venues near by, with the leaflet for night staff", "All visited, training booked", "{7-12} visited, training booked for {three|four}.", "Visit hotels and late venues"),
    task("health", "Make sure that the school nurse can be seen without an appointment", "Route confirmed with the school", "Confirmed. Used once already.", "Make a health route without appointment"),
    task("housing", "Visit the tenancy where the phone was last seen, without giving away why", "Visit made, observations passed to the police the same day", "Visited as a gas check. Passed on within the hour.", "Visit a tenancy"),
  ],
};

export const doorstep: Theme = {
  first: [
    "antiSocialBehaviour: Trading standards have {four|five} reports of callers, at the door and by telephone. The victim paid {3-9} times in cash, from a bank {half a mile|a bus ride} away.",
    "police: Two descriptions match those of a group working along the county border. The victim isn't sure that it was a crime at all.",
    "health: A fall in {the spring|March} and memory that comes and goes. The practice has asked for a review.",
    "tenants: The resident tells everyone how kind the young men are. It is loneliness, and they aren't stupid.",
  ],
  going: [
    "antiSocialBehaviour: Call blocker fitted. It stopped {41-96} calls in the first fortnight.",
    "police: Bank staff used the code word, and an officer came while the caller waited in the car. One arrest.",
    "police: Statement taken over two mornings, with breaks. It is a good statement.",
    "health: Memory clinic appointment is on the {12|19|23} of next month.",
    "housing: Key safe moved and its number changed. It had been given to a plumber.",
    "tenants: Befriender on Tuesdays and the lunch club on Thursdays. The days between are the danger.",
    "fire: Home visit done; alarms fitted and a card put by the telephone.",
  ],
  last: ["antiSocialBehaviour: No callers for {nine|ten} weeks, and {1200|2400|3100} pounds came back through the bank.", "police: {One|Two} charged with fraud, trial in the spring.", "tenants: The resident runs the raffle now."],
  closed: ["The calls have stopped, part of the money is back, and somebody calls on four days of the week."],
  changed: ["A son has moved back and has taken this on.", "The bank refunded without being asked, and changed the account.", "Admitted to hospital; the ward is arranging it with a care package."],
  tasks: [
    task("antiSocialBehaviour", "Fit a call blocker and a no cold calling notice, and go through both with the resident", "Fitted and shown to work", "Fitted. {41-96} calls blocked in the first fortnight.", "Fit a call blocker"),
    task("police", "Brief the branches near by on the code word for payments under pressure", "All branches briefed", "Four branches briefed; used once, with an arrest.", "Brief bank branches"),
    task("health", "Arrange a memory review, with someone the resident trusts beside them", "Appointment kept", "Kept. Diagnosis shared with consent; a review in six months.", "Arrange a review"),
    task("tenants", "Introduce the resident to the lunch club and a befriender", "Two visits made", "Goes every Thursday. The befriender likes chess too.", "Introduce a resident to the lunch club"),
    task("housing", "Move the key safe and change its number, and write down who has it", "Done, list kept", "Done. Three people have it, in writing.", "Change access arrangements"),
    task("police", "Take a full statement at the resident's pace", "Statement signed", "Signed at the second visit.", "Take a statement"),
  ],
};
