"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signOut } from "@/domain/accounts/commands/sign-out.ts";
import { cameByOrganisation } from "@/domain/organisations/queries/find-organisations.ts";
import { hashOf, sessionCookie, unseal } from "@/platform/auth/session-cookie.ts";
import { requestId } from "../actor.ts";
import { sayOn } from "../said.tsx";

/** Ends the session on the server first; the cookie then opens nothing. */
export async function submitSignOut(): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const reference = await unseal(jar.get(name)?.value);
  const byOrganisation = reference !== null && (await cameByOrganisation(hashOf(reference)));
  if (reference) await signOut(hashOf(reference), await requestId());
  jar.set(name, "", { ...options, maxAge: 0 });
  await sayOn("/sign-in", byOrganisation ? "session.endedHere" : "session.ended");
  redirect("/sign-in");
}
