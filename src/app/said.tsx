import { cookies, headers } from "next/headers";
import { Alert } from "@/ui/content/alert.tsx";
import { sessionCookie } from "@/platform/auth/session-cookie.ts";
import { said, type SaidKey } from "@/wording/said.ts";

const cookieName = "casemoot.said";
const isSaid = (key: string | undefined): key is SaidKey => key !== undefined && Object.hasOwn(said, key);

/** Keeps for the next page what it shall say at its top. The cookie holds a code and the page's path, nothing else, for a quarter of a minute. */
export async function sayOn(path: string, key: SaidKey) {
  (await cookies()).set(cookieName, `${key} ${path}`, { ...sessionCookie().options, maxAge: 15 });
}

/** What was just done, in words, on the page that the doing led to. */
export async function Said() {
  const [key, path] = ((await cookies()).get(cookieName)?.value ?? "").split(" ");
  const here = (await headers()).get("x-casemoot-path");
  if (!isSaid(key) || path !== here) return null;
  return <Alert kind="success" title={said[key]} arrives />;
}
