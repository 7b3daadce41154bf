import type { CapacityReason } from "../../../src/domain/kernel/enums.ts";
import type { Role } from "../cast.ts";

/** What owners write on their actions between the meetings: what anybody might, and what belongs to their work. */
export const progressOfAnybody: readonly string[] = [
  "Begun. The first appointment is in the week of the {9th|16th|23rd}.",
  "Half of it done. The other half waits for an answer from a colleague, chased today.",
  "Letter sent, no answer yet. Will ring on Thursday.",
  "First visit made, nobody in. Card left, second visit booked.",
  "Spoke to them this morning. They want to do it, and want to do it after the weekend.",
  "Draft finished and with my manager.",
  "Went along with a colleague. It will take longer than I said, and I would rather say so now.",
  "Meeting held, two of three came. The third is seen separately.",
  "Nothing to report yet, except that it has not been forgotten.",
  "One of the two is done. The other is booked, and I will confirm when it has happened.",
  "In hand. I have what I need from everyone but one.",
];
export const progressOf: Partial<Record<Role, readonly string[]>> = {
  police: ["On the rota from next week. The sergeant has it in writing.", "Two of four shifts covered; the others were needed for a missing person.", "Enquiries made at six doors, one of which opened properly."],
  antiSocialBehaviour: ["With our legal team, who have come back with two questions. Answered both.", "Notice drafted. Wants one more statement, which is promised for Friday.", "Site looked at with the contractor. Price by Friday."],
  housing: ["Order placed. The supplier says {ten|twelve|fifteen} working days.", "Tenant seen. Agreed in principle, and the paper is to be signed on the next visit.", "Three of five done. The last two are the ones who don't open the door."],
  licensing: ["First of two visits made, on a quiet evening. The second is for a Saturday.", "Statement from trading standards is in, the police one is to follow."],
  health: ["Consent has been given, which was the hard part. The rest is booking.", "The practice manager has it, and will answer after the partners' meeting."],
  mentalHealth: ["Consent has been given, which was the hard part. The rest is booking.", "First contact made by telephone. Wants to meet somewhere that isn't a clinic."],
  earlyHelp: ["School has been seen. They had most of it in place, and hadn't written it down.", "Worker allocated. First contact by message, answered with one word."],
  probation: ["Raised in supervision. He will think about it, which is more than last time.", "Asked for the data. They can give counts, not names, and counts will do."],
  fire: ["Two of the four visits made, nobody in at the others. Trying an evening.", "Crew has walked it. The list comes on Monday."],
  charity: ["Seen twice. It goes at her pace, which is slower than the date.", "Worker matched, first meeting in the week of the {9th|16th|23rd}."],
  tenants: ["Asked at the coffee morning. Eleven answers, more to come.", "Volunteer found, and is being checked."],
};

/** Why it fell away: what might happen to anything. Each kind of trouble has reasons of its own beside these. */
export const changedAnyway: readonly string[] = ["The scheme that this relied on was closed for everyone by those who fund it.", "Overtaken: another agency did it first, and did it well.", "The question has answered itself since the meeting; the coordinator has the note."];

type NotDone = { because: CapacityReason; note: string };
const of = (because: CapacityReason, note: string): NotDone => ({ because, note });
/** Why it was not done, as the agency says it. */
export const notDoneBy: Record<Role, readonly NotDone[]> = {
  police: [
    of("staffing", "Night duty for a murder inquiry took the whole team for a fortnight."), of("other_priorities", "The days meant for this went to two missing children. I would do the same again."),
    of("waiting_on_others", "The statement that it rests on hasn't been sent to us."), of("staffing", "The officer trained for it was on other duties for three weekends running."),
    of("budget", "Overtime for this was turned down until the new financial year."),
  ],
  antiSocialBehaviour: [
    of("staffing", "Two of our four officers are off sick. What could be covered was covered by risk, and this wasn't at the top."), of("budget", "Quoted at more than three times what is left this year. Put forward for April."),
    of("not_our_power", "It turns out that we can't do this to an owner-occupier. Environmental health can."), of("waiting_on_others", "Needs an answer from the owner's agent, who has had three letters and two calls."),
    of("other_priorities", "Election duties took the team for two weeks. I should have said so at the table."),
  ],
  housing: [
    of("budget", "Works over the limit that I can sign for. It goes to the capital programme with everything else."), of("waiting_on_others", "The contractor's part is on order; nobody will say from where."),
    of("other_priorities", "Flooding on the estate below took every trade we have for two weeks."), of("staffing", "The patch has had no officer since the summer. The advert has been out twice."),
    of("not_our_power", "The home was sold years ago and isn't ours to act on. We should have checked before we said yes."),
  ],
  licensing: [of("staffing", "One officer for the borough at weekends, and the weekends were festivals."), of("not_our_power", "Sits with trading standards and not with us. They have it now."), of("waiting_on_others", "The committee's date was moved twice, and nothing can be served before it.")],
  earlyHelp: [
    of("staffing", "No worker free whom the family doesn't know already from a bad day."), of("other_priorities", "The inspection took every day that was meant for this."), of("budget", "The project's places are full until the new year, and there is no money for a further one."),
    of("waiting_on_others", "Needs the parents' agreement. One has said yes, and the other can't be reached."),
  ],
  health: [
    of("staffing", "The only nurse who does home visits in that ward has left."), of("not_our_power", "This is for the hospital trust to arrange. I have asked them, and have no power to tell them."), of("other_priorities", "Winter pressures: clinics of this kind were stood down by order."),
    of("waiting_on_others", "The practice needs consent in writing, and it hasn't come back."),
  ],
  mentalHealth: [of("staffing", "Two of five posts are empty, and the wait is nineteen weeks for everyone."), of("other_priorities", "High-risk cases took the slots. I asked for an exception and was refused, with reasons."), of("not_our_power", "Outside what we are commissioned to do. I have asked who is.")],
  probation: [of("staffing", "The officer was moved to another court at a week's notice, and the caseload with it."), of("waiting_on_others", "The court hasn't given a date. We ask every week."), of("not_our_power", "A condition like that can't be added to this kind of order. Legal advice is with the police."), of("other_priorities", "Early releases took the team for most of the month.")],
  fire: [of("other_priorities", "Moorland fires took both watches for the two weeks."), of("staffing", "The prevention team is one person until the spring, and it is me."), of("budget", "The guards are out of stock and out of budget, in that order.")],
  charity: [of("staffing", "Nobody free who speaks the language, and we weren't going to use a child to interpret."), of("budget", "The grant for this ended in the month after we said yes."), of("other_priorities", "The refuge was full, and so were we.")],
  tenants: [of("staffing", "The volunteer who did this has stopped, and I haven't found another."), of("waiting_on_others", "The hall is closed until the boiler is mended, so nobody has met."), of("other_priorities", "The rent consultation took the meetings that we would have asked at.")],
  councillor: [of("other_priorities", "Budget council and two by-elections. It will be in the next newsletter.")],
  chair: [of("waiting_on_others", "Written twice, answered once, by the wrong department.")],
  deputy: [of("waiting_on_others", "The answer was promised by the head's office and hasn't come.")],
  coordinator: [of("other_priorities", "Minutes of three meetings came first.")],
};

export const returned: readonly string[] = [
  "Good work, but I can't see from this whether it was done or arranged. Which?",
  "Say when, and who was there.",
  "That is what was sent. What came back?",
  "The measure asks for more than this. What is still missing?",
  "Was the person asked? That was the point of it.",
  "Is all of it done, or the first part?",
];
export const afterReturn: readonly string[] = [
  "The second part was done on {Monday|Tuesday|Thursday}, and is on the record. With that it is finished.",
  "Done and not only arranged: confirmed with them today.",
  "The answer came back and is on the file.",
  "Added what was missing: dates, who was there, and what was said.",
  "Asked today. They are content with it, and said so in front of the worker.",
  "All of it is done as of this week; the note is on the file.",
];
export const cancelled: readonly string[] = ["Put twice by mistake; the earlier one stands.", "Overtaken by what was agreed under another item. One action is enough."];
