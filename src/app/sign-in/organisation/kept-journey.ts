import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { seal, unseal } from "@/platform/auth/seal.ts";
import { journeyCookie } from "@/platform/auth/session-cookie.ts";

const Journey = z.object({ organisationId: z.uuid(), address: z.url(), state: z.string().min(1) });
export type KeptJourney = z.infer<typeof Journey>;
const purpose = "organisation journey cookie";

/** Ties the journey to this browser: an answer that another one brings is nobody's. */
export async function keepJourney(journey: KeptJourney): Promise<void> {
  const { name, options } = journeyCookie();
  (await cookies()).set(name, seal(purpose, JSON.stringify(journey)).toString("base64url"), options);
}

export async function keptJourney(): Promise<KeptJourney | null> {
  const kept = (await cookies()).get(journeyCookie().name)?.value;
  const text = kept ? unseal(purpose, Buffer.from(kept, "base64url")) : null;
  return text === null ? null : Journey.parse(JSON.parse(text));
}

export async function forgetJourney(): Promise<void> {
  const { name, options } = journeyCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
