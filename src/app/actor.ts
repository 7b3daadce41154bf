import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type OpenSession, readSession } from "@/domain/accounts/queries/read-session.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { hashOf, sessionCookie, unseal } from "@/platform/auth/session-cookie.ts";

/** The hash of the reference in the session's cookie. */
export async function sessionHash(): Promise<Buffer | null> {
  const reference = await unseal((await cookies()).get(sessionCookie().name)?.value);
  return reference === null ? null : hashOf(reference);
}

/** The open session, or null: read from the database once a request, never taken from the cookie's word. What is nobody's act keeps no session open. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const hash = await sessionHash();
  return hash && readSession(hash, await requestId(), new Date(), !(await isNobodysAct()));
});

/** What a browser fetches ahead, what the screen of a room draws anew each minute, and what a page that is followed live draws anew while nobody sits before it (live.client.tsx). */
async function isNobodysAct(): Promise<boolean> {
  const said = await headers();
  const isAsked = said.get("content-type") === null; // and nothing is sent
  return said.get("next-router-prefetch") !== null || /^\/meetings\/[^/]+\/screen$/.test(said.get("x-casemoot-path") ?? "") || (isAsked && (await cookies()).has("casemoot.away"));
}

/** Who asks, or null; nobody, while a second factor is to be set up first. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session && !session.needsSecondFactor ? session.actor : null;
}

/** For every page behind sign-in: the actor, or the way to sign in and back. */
export async function requireActor(): Promise<Actor> {
  const session = await currentSession();
  if (session && !session.needsSecondFactor) return session.actor;
  const path = (await headers()).get("x-casemoot-path") ?? "/";
  const page = session ? "/sign-in/set-up" : "/sign-in";
  redirect(path === "/" ? page : `${page}?next=${encodeURIComponent(path)}`);
}

/** Ties the log and the audit of one request together. */
export const requestId = async (): Promise<string> => (await headers()).get("x-casemoot-request") ?? "unknown";
