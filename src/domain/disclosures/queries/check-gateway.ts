import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { GatewayPart } from "../../kernel/enums.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { type GatewayAnswer, type Party, refuseUnlessReached } from "../rules.ts";
import { listAnswers } from "./find-gateways.ts";

export type ChosenGateway = { powerId: string; lawfulBasisId: string; conditionId: string; confidentialityId: string };

/** Refuses a gateway whose four answers don't all stand on the day, or that doesn't carry something from its giver to each receiver (rule 18). */
export async function checkChosenGateway(tx: Tx, chosen: ChosenGateway, giver: Party, receivers: readonly Party[], today: Day): Promise<void> {
  await check(tx, chosen, giver, receivers, today, wrongField);
}

/** The same of a gateway that was chosen before, by somebody else: whoever answers by it can choose no other. */
export async function checkKeptGateway(tx: Tx, kept: ChosenGateway, giver: Party, receivers: readonly Party[], today: Day): Promise<void> {
  await check(tx, kept, giver, receivers, today, () => refuse("enquiry.lawEnded"));
}

async function check(tx: Tx, chosen: ChosenGateway, giver: Party, receivers: readonly Party[], today: Day, lacks: (field: keyof ChosenGateway, words: string) => never) {
  const answers = await listAnswers(tx, today);
  const answer = (part: GatewayPart, field: keyof ChosenGateway, empty: string): GatewayAnswer => answers.find((one) => one.part === part && one.id === chosen[field]) ?? lacks(field, empty);
  refuseUnlessReached(
    {
      power: answer("power", "powerId", "Select the power"),
      lawful_basis: answer("lawful_basis", "lawfulBasisId", "Select the lawful basis"),
      condition: answer("condition", "conditionId", "Select the condition"),
      confidentiality: answer("confidentiality", "confidentialityId", "Select why confidentiality gives way"),
    },
    giver,
    receivers,
  );
}
