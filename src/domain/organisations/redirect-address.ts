import { ownOrigin } from "@/platform/same-origin.ts";

/** Where an issuer sends people back to, one address for each: an answer of one issuer can't be taken for another's. */
export const redirectAddressOf = (organisationId: string): string => `${ownOrigin().origin}/sign-in/organisation/back/${organisationId}`;
