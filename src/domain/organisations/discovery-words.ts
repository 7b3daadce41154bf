import { DiscoveryError, discover } from "@/platform/auth/openid.ts";
import { wrongField } from "../kernel/outcome.ts";

type Reason = DiscoveryError["problem"];

const words: Record<Reason, string> = {
  notAllowed: "Issuer must be an address on the internet or in your network that begins with https://, and so must the addresses it names",
  unreachable: "Issuer did not answer. Check the address, and that its certificate is one this server trusts",
  slow: "Issuer did not answer within 5 seconds. Try again, or check the address",
  redirects: "Issuer answered with another address. Enter the address it leads to",
  tooLong: "Issuer answered with something far too long. Check the address",
  notOpenid: "Issuer answered, but not as OpenID Connect does. Check the address: it is the one before /.well-known/openid-configuration",
  otherIssuer: "Issuer calls itself something else. Enter it exactly as it stands under “issuer” in its own description",
};

/** Asks the issuer what it is, and says in words at the field what is wrong with it. */
export async function tryIssuer(registration: { issuer: string; clientId: string }): Promise<void> {
  try {
    await discover(registration);
  } catch (error) {
    if (!(error instanceof DiscoveryError)) throw error;
    wrongField("issuer", words[error.problem]);
  }
}
