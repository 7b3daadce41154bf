const now = "(?:now|right now|at this moment|at the moment|as we speak|tonight)";
/** Words that speak of somebody in danger at this moment (rule 16). Rather once too often: the words are kept, the way to help is shown first, and the person goes on. */
const dangers: readonly RegExp[] = [
  /\b(?:in|at) (?:immediate|imminent|serious|grave) (?:danger|risk)\b/i,
  /\bimmediate (?:danger|risk|threat)\b/i,
  /\b(?:life|lives) (?:is|are|at|in) (?:at |in )?(?:risk|danger)\b/i,
  /\b(?:risk to life|threats? to (?:life|kill))\b/i,
  /\b(?:afraid|fear(?:s|ing|ful)?|scared|frightened|worried) (?:for|of losing) (?:his|her|their|my|your|its) (?:own )?(?:life|lives|safety)\b/i,
  /\b(?:going|threaten(?:s|ed|ing)?|threats?|wants?|tried|trying|plans?|planning) to (?:kill|stab|shoot|murder|rape|burn|hang|hurt)\b/i,
  /\b(?:kill|killing|hang|hanging|harm|harming|hurt|hurting) (?:himself|herself|themselves|themself|myself)\b/i,
  /\b(?:suicid(?:e|al)|overdos(?:e|ed|ing)|self[- ]harm(?:s|ed|ing)?)\b/i,
  /\b(?:knife|knives|gun|guns|firearm|machete|sword|weapon|petrol bomb|axe|acid)\b/i,
  /\b(?:stabbed|stabbing|shot at|shooting|shots? fired|strangl(?:ed|ing)|unconscious|not breathing|kidnapped|abducted|being (?:beaten|attacked|raped|held|strangled)|held (?:against|prisoner|hostage)|rap(?:ed|ing))\b/i,
  /\b(?:screaming|crying|shouting) for help\b/i,
  /\b(?:child|children|baby|toddler|girl|boy)s? (?:is|are|was|were) (?:being )?(?:hit|beaten|hurt|abused|left alone|locked in|touched)\b/i,
  /\b(?:hits|beats|hurts|abuses) (?:his|her|their|the) (?:child|children|baby|kids?|wife|partner|girlfriend|husband|mother|father|son|daughter)\b/i,
  /\b(?:house|flat|home|door|letterbox|shed|building) (?:is |was )?(?:on fire|set (?:on fire|alight|fire))\b/i,
  /\bset(?:ting)? fire to (?:the|a|her|his|their|my) (?:house|flat|home|door|building)\b/i,
  /\bmissing since (?:last night|yesterday|this (?:morning|afternoon|evening)|today)\b/i,
  new RegExp(String.raw`\b(?:attack(?:ing|ed)|beating|hitting|fighting|breaking in|break in)\b[^.!?]{0,60}\b${now}\b`, "i"),
  new RegExp(String.raw`\b${now}\b[^.!?]{0,40}\b(?:attack(?:ing|ed)|beating|hitting|being hurt|breaking in)\b`, "i"),
];

export const saysDanger = (words: string): boolean => dangers.some((danger) => danger.test(words));
