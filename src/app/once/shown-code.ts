import "server-only";
import { cookies } from "next/headers";
import type { OpenRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import { seal, unseal } from "@/platform/auth/seal.ts";
import { routeCookie, routeSeconds } from "@/platform/auth/session-cookie.ts";

/** Keeps in this browser, for an hour, that the right code was typed for a route. */
export async function keepShownCode(routeId: string, now = new Date()): Promise<void> {
  const { name, options } = routeCookie();
  (await cookies()).set(name, seal("one-time route", `${routeId} ${now.getTime() + routeSeconds * 1000}`).toString("base64url"), options);
}

/** Whether this browser may see what the route is about. */
export async function mayOpen({ id, needsCode }: Pick<OpenRoute, "id" | "needsCode">, now = new Date()): Promise<boolean> {
  if (!needsCode) return true;
  const kept = (await cookies()).get(routeCookie().name)?.value;
  const [routeId, until] = (kept && unseal("one-time route", Buffer.from(kept, "base64url"))?.split(" ")) || [];
  return routeId === id && Number(until) > now.getTime();
}
