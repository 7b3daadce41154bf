import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { hashOf, sessionCookie, unseal } from "@/platform/auth/session-cookie.ts";

/** Who asks, or null: read from the database once a request, never taken from the cookie's word. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const reference = await unseal((await cookies()).get(sessionCookie().name)?.value);
  if (!reference) return null;
  return (await readSession(hashOf(reference), await requestId()))?.actor ?? null;
});

/** For every page behind sign-in: the actor, or the way to sign in and back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const path = (await headers()).get("x-casemoot-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** Ties the log and the audit of one request together. */
export const requestId = async (): Promise<string> => (await headers()).get("x-casemoot-request") ?? "unknown";
