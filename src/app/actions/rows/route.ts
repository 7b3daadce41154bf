import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { sessionCookie } from "@/platform/auth/session-cookie.ts";
import { rowsCookie } from "../compact-rows.ts";

export const dynamic = "force-dynamic";

/** Keeps how tall the rows are in the person's own browser, and goes back to the plan. No record knows of it. */
export async function GET(request: Request) {
  await requireActor();
  const { searchParams } = new URL(request.url);
  (await cookies()).set(rowsCookie, searchParams.get("as") === "compact" ? "compact" : "comfortable", { ...sessionCookie().options, maxAge: 365 * 86_400 });
  const back = searchParams.get("back") ?? "";
  redirect(/^\/actions(\?[\w=&%+.-]*)?$/.test(back) ? back : "/actions");
}
