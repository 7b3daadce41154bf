import { counted } from "@/domain/kernel/dates.ts";
import type { ConcernState, RepeatSource } from "@/domain/kernel/enums.ts";
import type { Likeness, Sureness } from "@/domain/repeats/rules.ts";

export const repeatSourceWords: Record<RepeatSource, string> = { concern: "Concern", referral: "Referral", case: "Case" };

/** How far a concern is, for whoever triages something like it. */
export const similarConcernWords: Record<ConcernState, string> = { logged: "Surgery work", raised: "Waiting", taken: "Taken as a case", joined: "Joined to a case", redirected: "Sent to a service", declined: "Declined", escalated: "Sent to a board", answered: "Answered" };

/** Why two records may be the same: never what it is that agrees. */
export const likenessWords: Record<Likeness, string> = {
  name_same: "same name",
  name_round: "same name, first and family name changed round",
  name_short: "same name in another form",
  name_sound: "name sounds alike",
  name_slip: "name looks alike, with a slip in it",
  name_initial: "name agrees as far as an initial tells",
  name_given: "same first name, another family name",
  born_same: "same date of birth",
  born_round: "same date of birth with day and month changed round",
  born_slip: "date of birth with one figure off",
  place_dwelling: "same address",
  place_house: "same building, the flat is not known of both",
  place_flats: "another flat in the same building",
  place_place: "same place, as it is described",
  place_words: "same kind of place in this ward",
  pattern: "same pattern in this ward",
};

export const surenessWords: Record<Sureness, string> = {
  probably_person: "Probably the same person",
  maybe_person: "May be the same person",
  same_place: "Same place",
  maybe_place: "May be the same place",
  slight: "Little to go by",
};

export const repeatWords = {
  /** Beside a concern or referral that waits for an answer. */
  similar: "What may be the same",
  similarNote: "Across agencies and forums, declined ones too. The system compares names, dates of birth, places and patterns; you decide whether they are the same.",
  caption: "Records that may be the same, the surest first",
  record: "Record",
  heldBy: "Held by",
  state: "State",
  sure: "How sure",
  why: "Why",
  since: (day: string) => `since ${day}`,
  onlyThat: "You are recused: that it exists is all that is shown",
  none: "Nothing similar is known",
  noneText: "No concern, referral or case of this partnership looks like it. One that comes later may: it is looked for anew each time.",

  /** For whoever refers. */
  checkTitle: "Do other services hold something similar?",
  checkLead: "Casemoot can look whether another service holds something about the same people or places. You are told yes or no: not who, what or how many.",
  purpose: "What you need to know it for",
  purposeHint: "Information governance can read this. It goes to nobody else",
  ask: "Look",
  askAgain: "Look again",
  askAgainNote: "Only where the people or places have changed: for the same ones the answer stays what it was.",
  kept: (referral: number) => `Each time is recorded with your name. You can look ${counted(referral, "time", "times")} for one referral.`,
  yes: "Other services hold something similar",
  yesText: "You are not told who they are or what it is. You can ask them to talk.",
  no: "No other service is known to hold something similar",
  noText: "Go on with your referral. The chair is shown what is similar when it comes in.",
  askedOn: (moment: string) => `You asked on ${moment}.`,
  askToTalk: "Ask to talk",
  askToTalkText: "Those who hold it see your name, post and agency, and which of their records it is about. They see nothing of your referral. They decide whether to make themselves known.",
  talkAsked: (moment: string, until: string) => `You asked to talk on ${moment}. Whoever makes themselves known by ${until} is shown here, and you get an email.`,
  nobodyKnown: "Nobody has made themselves known",
  nobodyKnownText: "They may not have looked yet, or have a reason to keep still. You are not told which. Send your referral all the same: the chair sees what is similar.",
  known: "Made themselves known",
  knownNote: "Talk to them before anything is shared, and say by which gateway it is shared when it is.",
  knownAt: (moment: string) => `on ${moment}`,
  off: "Your partnership does not look for what is similar",
  offText: "An administrator has switched it off. Go on with your referral.",
  back: (reference: string) => `Referral ${reference}`,
  goOn: "Go on with the referral",

  /** For whoever asks and whoever is asked. */
  talks: "Asked to talk",
  talksLead: "Who asks to talk about something that you hold too, and whom you asked.",
  homeTalks: "You are asked to talk",
  homeTalk: (until: string) => `Answer until ${until}`,
  toAnswer: "You are asked",
  noneToAnswer: "Nobody asks you to talk",
  noneToAnswerText: "When somebody refers what may be the same as something that you hold, they can ask to talk. It stands here then.",
  asker: (name: string, post: string, agency: string) => `${name}, ${post}, ${agency}`,
  about: "May be the same as",
  asked: "Asked",
  until: "You can answer until",
  makeKnown: "Make yourself known",
  makeKnownText: "They are shown your name, post, agency and email address: not which record you hold, nor anything in it.",
  keepStill: "Do not make yourself known",
  keepStillText: "They are told nothing, and it looks as if nobody had answered.",
  answer: "What do you do?",
  save: "Save",
  wasKnown: (by: string, moment: string) => `${by} made themselves known on ${moment}`,
  keptStill: (by: string, moment: string) => `${by} did not make themselves known, on ${moment}. Whoever asked is not told`,
  overOn: (day: string) => `Nobody answered by ${day}`,
  youAsked: "You asked",
  noneAsked: "You have asked nobody to talk",
  noneAskedText: "You can, where a referral of yours is told that other services hold something similar.",
  referral: "Your referral",

  /** For information governance. */
  runs: "Who asked what others hold",
  runsLead: (days: number) => `In the last ${days} days: who asked, while writing a referral, whether other services hold something similar. Many questions about referrals that are never sent may be curiosity.`,
  runsCaption: "People who asked, the most first",
  noRuns: "Nobody has asked",
  noRunsText: "When somebody asks whether other services hold something similar, it stands here with what it was for.",
  person: "Person",
  checks: "Asked",
  referrals: "Referrals",
  neverSent: "Not sent after a week",
  toldYes: "Told yes",
  talkCount: "Asked to talk",
  last: "Last",
  look: "Worth a look",
  checksTitle: "What each was for",
  checksCaption: "Questions, the newest first",
  purposeHead: "What for",
  answered: "Told",
  answers: { true: "Yes", false: "No" },
};
