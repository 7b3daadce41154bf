import { type Gateway, type GatewayAnswer, type Party, refuseUnlessReached } from "../../disclosures/queries/reach.ts";
import type { GatewayPart } from "../../kernel/enums.ts";
import { wrongField } from "../../kernel/outcome.ts";

type Said = Record<"powerId" | "lawfulBasisId" | "conditionId" | "confidentialityId", string>;

/** The four answers of a gateway, each as it stands today. */
export function gatewayOf(answers: readonly GatewayAnswer[], said: Said): Gateway {
  const answer = (part: GatewayPart, field: keyof Said, empty: string) => answers.find((one) => one.part === part && one.id === said[field]) ?? wrongField(field, empty);
  return {
    power: answer("power", "powerId", "Select the power"),
    lawful_basis: answer("lawful_basis", "lawfulBasisId", "Select the lawful basis"),
    condition: answer("condition", "conditionId", "Select the condition"),
    confidentiality: answer("confidentiality", "confidentialityId", "Select why confidentiality gives way"),
  };
}

/** Refuses a gateway by which the one may not tell the other. */
export const refuseUnlessItReaches = (gateway: Gateway, giver: Party, receiver: Party): void => refuseUnlessReached(gateway, giver, [receiver]);
