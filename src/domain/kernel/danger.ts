/**
 * Words that say that somebody may be in danger now (rule 16). Where they stand in a concern or a referral, whoever wrote them is first shown how to get
 * help at once; their words are kept, and they go on. It asks too often rather than too rarely, and decides nothing.
 */
const danger: readonly RegExp[] = [
  /\b(?:right now|at this (?:very )?moment|as (?:i|we) (?:write|speak)|happening now|still (?:there|inside|outside) now)\b/i,
  /\b(?:kill(?:s|ed|ing)?|hurt|stab|shoot|burn|hang) (?:him|her|my|our|your|them|us)sel(?:f|ves)\b/i,
  /\b(?:threat(?:en(?:s|ed|ing)?|s?)?|going|wants?|plan(?:s|ning)?|tr(?:y|ies|ied|ying)|said (?:he|she|they)(?:'d|’d| would| will)) (?:to )?(?:kill|murder|stab|shoot|rape|strangle|burn|petrol[- ]bomb)\b/i,
  /\b(?:will|gonna) (?:kill|murder|stab|shoot|rape|strangle)\b/i,
  /\b(?:suicid\w*|end(?:ing)? (?:his|her|their|my) (?:own )?life|overdos\w*|self[- ]harm(?:s|ed|ing)? (?:today|tonight|now))\b/i,
  /\b(?:has|have|with|carrying|carries|holding|waving|got) (?:a |an |the )?(?:\w+ )?(?:knife|knives|machete|gun|firearm|shotgun|weapon|acid)\b/i,
  /\b(?:strangl\w*|chok(?:ed|es|ing) (?:him|her|them|me)|unconscious|bleeding|not breathing|held (?:against (?:his|her|their) will|captive|prisoner)|locked in|can(?:no|'|’)t get out|kidnapp\w*|abducted)\b/i,
  /\b(?:in (?:immediate|imminent|serious|grave) danger|immediate risk|risk to life|threats? to (?:life|kill)|life (?:is )?at risk|fears? for (?:his|her|their|my) life)\b/i,
  /\b(?:being|is|are) (?:raped|beaten|attacked|trafficked|sexually (?:abused|exploited)) (?:now|today|tonight)\b/i,
  /\b(?:missing|not been seen) (?:since (?:last night|yesterday|this (?:morning|afternoon)|today|tonight)|from home now|for (?:\w+ )?hours)\b/i,
];

export const dangerIn = (words: string): boolean => danger.some((pattern) => pattern.test(words));
