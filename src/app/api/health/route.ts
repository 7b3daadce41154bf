import { databaseAnswersNow } from "@/platform/health.ts";

export const dynamic = "force-dynamic";

/** For the machines that watch the service: says whether the database answers, and nothing else. */
export async function GET() {
  const ok = await databaseAnswersNow();
  return Response.json({ status: ok ? "ok" : "unavailable" }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
