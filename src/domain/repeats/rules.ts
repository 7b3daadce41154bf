/** Why two records may be the same, as the database says it; said in words by wording/repeats.ts. Never what it is that agrees. */
export const likenesses = [
  "name_same", "name_round", "name_short", "name_sound", "name_slip", "name_initial", "name_given", "born_same", "born_round", "born_slip", "place_dwelling", "place_house", "place_flats", "place_place", "place_words", "pattern",
] as const;
export type Likeness = (typeof likenesses)[number];

/** How sure: of the same person, of the same place, or of no more than a pattern or little known. */
export const surenesses = ["probably_person", "maybe_person", "same_place", "maybe_place", "slight"] as const;
export type Sureness = (typeof surenesses)[number];

/** @param person, spot 0 to 3, as the database weighs them */
export function surenessOf({ person, spot }: { person: number; spot: number }): Sureness {
  if (person >= 3) return "probably_person";
  if (person === 2) return "maybe_person";
  if (spot >= 3) return "same_place";
  return spot === 2 ? "maybe_place" : "slight";
}

/** So often one person may ask whether others hold something similar: for one referral, in a day, in 28 days. The database holds to it. */
export const mostChecks = { referral: 3, day: 10, month: 40 };

/** What makes a run of questions worth a look: about referrals that were never sent, or many of them. */
export const isSuspicious = ({ checks, neverSent }: { checks: number; neverSent: number }): boolean => neverSent >= 3 || checks >= 20;

/** An answer leaves at the end of a whole span of this length, whatever it took, so that what it took tells nothing. */
export const evenSpan = 750;
export const waitUntilEven = (began: number, now: number): number => {
  const taken = Math.max(0, now - began);
  return (Math.floor(taken / evenSpan) + 1) * evenSpan - taken;
};
