import type { CapacityReason } from "../../../src/domain/kernel/enums.ts";

/** What owners write on their actions between the meetings. */
export const progress: readonly string[] = [
  "Begun. The first appointment is in the week of the {9th|16th|23rd}.",
  "Half of it done. The other half waits for an answer from a colleague, chased today.",
  "Letter sent, no answer yet. Will ring on Thursday.",
  "First visit made, nobody in. Card left, second visit booked.",
  "With our legal team, who have come back with two questions. Answered both.",
  "On the rota from next week. The sergeant has it in writing.",
  "Order placed. The supplier says {ten|twelve|fifteen} working days.",
  "Spoke to them this morning. They want to do it, and want to do it after the weekend.",
  "Three of five done. The last two are the ones who don't open the door.",
  "Draft finished and with my manager.",
  "Site looked at with the contractor. Price by Friday.",
  "Consent has been given, which was the hard part. The rest is booking.",
  "Went along with a colleague. It will take longer than I said, and I would rather say so now.",
  "Asked for the data. They can give counts, not names, and counts will do.",
  "Meeting held, two of three came. The third is seen separately.",
  "Nothing to report yet except that it has not been forgotten.",
];

export const circumstances: readonly string[] = [
  "The person has moved to another borough. Their new area has been told, with consent.",
  "The shop has closed down, and with it the reason for this.",
  "The court listed it earlier than anyone expected, and made the order that we were going to ask for.",
  "Consent was withdrawn. They know where to find us.",
  "The tenancy ended by agreement before the work could begin.",
  "Remanded in custody in the meantime. What was planned can't be done there, and isn't needed there.",
  "The landowner did the work without waiting for us.",
  "Admitted to hospital, for longer than was thought. The ward has the plan.",
  "The other household has moved out. There is nobody left to mediate between.",
  "The scheme this relied on was closed by those who fund it, for everyone.",
  "The owner sold the van and the dog with it.",
  "A family member has taken this on, and does it better than we would.",
  "Another force has taken over the investigation and asked us to stand back.",
  "The young person went to live with a relative. School place and worker go along.",
  "The building was sold and is being stripped out. There is no door left to secure.",
  "The bus route changed, and the gathering with it.",
];

export const notDone: Record<CapacityReason, readonly string[]> = {
  staffing: [
    "Two of our four officers are off sick, and what could be covered was covered by risk. This wasn't at the top.",
    "The post is empty since the summer. The advert has been out twice.",
    "The only officer trained for this was on other duties for three weekends running.",
    "Night duty for a murder inquiry took the whole team for a fortnight.",
    "Nobody free who speaks the language, and we weren't going to use the child to interpret.",
    "The volunteer who did this has stopped, and I haven't found another.",
  ],
  budget: [
    "Quoted at more than three times what is left this year. Put forward for April.",
    "The money was there in the spring and is not there now. The panel turned down the request.",
    "Works over the limit that I can sign for. It goes to the capital programme with everything else.",
    "No budget for equipment until the new year. The borrowed set went back.",
    "Refused, because there are eleven ahead of it with a higher score.",
  ],
  other_priorities: [
    "The inspection took every day that was meant for this.",
    "Emergency accommodation in the cold spell came first, and I would do the same again.",
    "Election duties. I should have said so at the table.",
    "Flooding on the estate below took the crews and the contractor for two weeks.",
    "High-risk cases took the slots. I asked for an exception and was refused, with reasons.",
  ],
  waiting_on_others: [
    "Needs an answer from the landowner's agent, who has had three letters and two calls.",
    "The statement that it rests on hasn't been sent to us.",
    "Our part is ready. The other agency's isn't, and one can't go without the other.",
    "The court hasn't given a date. We ask every week.",
    "The contractor's part is on order; nobody will say from where.",
  ],
  not_our_power: [
    "It turns out that we can't do this to an owner-occupier. Environmental health can.",
    "The power is the highway authority's, and they have their own list.",
    "Legal advice is that we have no lawful basis to share this with them. Recorded as a decision not to share.",
    "Outside what we are commissioned to do. I have asked who is.",
  ],
};

export const returned: readonly string[] = [
  "The measure was two visits, and there has been one.",
  "Good work, but I can't see from this whether it was done or arranged. Which?",
  "Attach the letter's date, and say who answered.",
  "That is what was sent. What came back?",
  "The measure asks for figures, and this says better.",
  "Was the person asked? That was the point of it.",
  "Done at one of the two. What about the other?",
];
export const afterReturn: readonly string[] = [
  "Second visit made on {Monday|Tuesday|Thursday}, noted on the record. With that it is done.",
  "Done and not only arranged: confirmed with them today.",
  "Answer came back and is on the file. Yes, to both.",
  "Figures added: from {11|14|19} to {3|4|5} in the same weeks.",
  "Asked today. They are content with it, and said so in front of the worker.",
  "The other one is done as well, as of this week.",
];
export const cancelled: readonly string[] = ["Put twice by mistake; the earlier one stands.", "Overtaken by what was agreed on the next item. One action is enough."];
