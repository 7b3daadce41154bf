import type { AgencyKind, GatewayPart } from "../kernel/enums.ts";
import { refuse } from "../kernel/outcome.ts";

/** One answer of a gateway as it stands today, with the kinds of agency it reaches today. */
export type GatewayAnswer = {
  id: string;
  part: GatewayPart;
  name: string;
  plain: string;
  /** No lawyer has looked at it yet: it can be used, and is marked. */
  checked: boolean;
  /** Data Protection Act 2018, part 3: for competent authorities alone, on both sides. */
  lawEnforcementOnly: boolean;
  anyRecipient: boolean;
  kinds: AgencyKind[];
};
export type Party = { id: string; name: string; kind: AgencyKind };
export type Gateway = Record<GatewayPart, GatewayAnswer>;

/** Those of the agencies that this answer does not reach. */
export const notReached = ({ anyRecipient, kinds }: Pick<GatewayAnswer, "anyRecipient" | "kinds">, agencies: readonly Party[]): Party[] =>
  anyRecipient ? [] : agencies.filter(({ kind }) => !kinds.includes(kind));

/**
 * Refuses a gateway that does not carry something from its giver to each receiver (rule 18). The power is held against each of them:
 * section 115 permits disclosure to a relevant authority, and some agencies at the table aren't one. What is for law enforcement alone
 * is held against the giver too, and its basis and condition come from the same part of the law.
 */
export function refuseUnlessReached(gateway: Gateway, giver: Party, receivers: readonly Party[]): void {
  const { power, lawful_basis: basis, condition, confidentiality } = gateway;
  const lacking = notReached(power, receivers);
  if (lacking.length > 0) refuse("disclosure.powerDoesNotReach", { power: power.name, agencies: namesOf(lacking) });
  for (const answer of [power, basis, condition, confidentiality]) {
    const outside = notReached(answer, answer.lawEnforcementOnly ? [giver, ...receivers] : receivers);
    if (outside.length > 0 && answer.lawEnforcementOnly) refuse("disclosure.lawEnforcementOnly", { name: answer.name, agencies: namesOf(outside) });
    if (outside.length > 0) refuse("disclosure.powerDoesNotReach", { power: answer.name, agencies: namesOf(outside) });
  }
  if (basis.lawEnforcementOnly !== condition.lawEnforcementOnly) refuse("disclosure.partsDoNotMatch");
}

const namesOf = (agencies: readonly Party[]) => agencies.map(({ name }) => name);
