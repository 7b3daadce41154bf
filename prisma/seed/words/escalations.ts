/** What a forum hands to a board: words of its own, which name nobody. */
export type EscalatedWords = { title: string; tried: string; asked: string; given: string };

export const offRoadBikes: EscalatedWords = {
  title: "Off-road bikes on moorland tracks, Cawdale",
  tried: "Ways in mapped with the council: done.\nTwo joint days with the off-road team: one held, one put off twice.\nA request to close the tracks in winter: no answer.",
  asked: "A closure of the two tracks from October to March, and one date a month from the district’s off-road team.",
  given: "Groups of riders come from outside the borough most weekends. Stock is lost, and walkers were forced off the track twice. The forum can neither close a right of way nor direct a team that serves four districts.",
};
export const offRoadAnswer = {
  words: "The off-road team gives one date a month, on the second Saturday, until the spring. The council applies for a winter closure of the wetter track; the other stays open.",
  safeWords: "Officers on bikes come once a month until the spring, and the council has applied to close one of the tracks in winter.",
};
export const tipping: EscalatedWords = {
  title: "Tipping and rats behind flats, Gorsley",
  tried: "Extra collections for six weeks: done, and filled again within days.\nLetters to landlords: two of nine answered.\nMore bins: no money for them this year.",
  asked: "Money for forty bins, and a decision on charging landlords whose contractors tip there.",
  given: "Waste from about a hundred flats is more than their bins hold, and contractors add to it. Rats are seen by day. Each agency has done what it can from its own budget.",
};
export const takenHome: EscalatedWords = {
  title: "Suspected takeover of a home, Priorsfield",
  tried: "Visits by police and housing: done.\nA request for care and support to be looked at: declined by one service and passed to another.\nA new entry door: still open.",
  asked: "Agreement which service looks at care and support where an adult’s home is used by others, and by when.",
  given: "An adult with support needs is thought to be kept from their own front door by others. Two services each hold that it is the other’s to assess. This is the second time this year that the forum meets it.",
};

/** A board that doesn't use the application, and whoever keeps its papers. */
export const outsideBoard = { name: "Hallamford Safeguarding Adults Board", secretary: "Nerys Tolland", post: "Secretary, Safeguarding Adults Board", cycleDays: "91" };

/** What the board wrote on the other items of the meeting that heard it. */
export const boardSaid = "Heard, with the papers that were sent. No questions were carried.";
