import { hashOf, isRouteCode } from "@/platform/auth/one-time-secret.ts";
import { readCode } from "@/platform/auth/rotating-code.ts";
import { beforeSignIn } from "@/platform/db/client.ts";

/** Whether the code that was typed goes with the route. After five wrong ones in a row the route opens nothing any more, and its office sends another. */
export async function tryCode(secret: string, typed: string, now = new Date()): Promise<"right" | "wrong" | "over"> {
  const [row] = await beforeSignIn.query<{ id: string | null }[]>`select app.begin_route_try(${hashOf(secret)}, ${now}::timestamptz) as id`;
  if (!row?.id) return "over";
  if (!isRouteCode(row.id, readCode(typed) ?? "")) return "wrong";
  await beforeSignIn.query`select app.end_route_try(${hashOf(secret)})::text`;
  return "right";
}
