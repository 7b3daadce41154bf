import { notFound } from "next/navigation";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { followMeeting } from "@/domain/meetings/queries/follow-meeting.ts";
import { requestId, sessionHash } from "../../../actor.ts";
import { readReference } from "../../../read-reference.ts";

export const dynamic = "force-dynamic";

/** Changes that come thick are told once. */
const gathered = 250;
const heartbeat = 20_000;

/**
 * Server-sent events for whoever follows a meeting: that something was written, and nothing else. The session is asked at each one and
 * not kept open by it; with the session the stream ends.
 */
export async function GET(request: Request, { params }: { params: Promise<{ reference: string }> }) {
  const hash = await sessionHash();
  const id = await requestId();
  const here = async (): Promise<Actor | null> => {
    const session = hash && (await readSession(hash, id, new Date(), false));
    return session && !session.needsSecondFactor ? session.actor : null;
  };
  const actor = await here();
  if (!actor) notFound();
  const reference = await readReference(params);

  const text = new TextEncoder();
  let waiting: NodeJS.Timeout | undefined;
  let stop: (() => void) | null = null;
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const end = () => {
        stop?.();
        stop = null;
        clearTimeout(waiting);
        clearInterval(beating);
        try {
          controller.close();
        } catch {
          // the reader went first
        }
      };
      const say = async (line: string) => {
        waiting = undefined;
        const still = await here().catch(() => null);
        if (stop === null) return;
        if (!still) return end();
        controller.enqueue(text.encode(line));
      };
      const beating = setInterval(() => void say(":\n\n"), heartbeat);
      stop = await followMeeting(actor, reference, () => (waiting ??= setTimeout(() => void say("data: changed\n\n"), gathered)));
      if (!stop) return end();
      request.signal.addEventListener("abort", end);
      controller.enqueue(text.encode("retry: 2000\n\n"));
    },
  });
  // not to be gathered up by whatever compresses on the way
  return new Response(stream, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" } });
}
