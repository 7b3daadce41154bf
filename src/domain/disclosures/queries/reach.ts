/** What a gateway is and whom it reaches: for whatever else is disclosed by one. */
export { type Gateway, type GatewayAnswer, type Party, refuseUnlessReached } from "../rules.ts";
