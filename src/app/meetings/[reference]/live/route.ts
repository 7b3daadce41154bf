import { notFound, redirect } from "next/navigation";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { type Following, followMeeting } from "@/domain/meetings/queries/follow-meeting.ts";
import { requestId, sessionHash } from "../../../actor.ts";
import { readReference } from "../../../read-reference.ts";

export const dynamic = "force-dynamic";

/** Changes that come thick are told once. */
const gathered = 250;
const heartbeat = 20_000;

/**
 * Server-sent events for whoever follows a meeting: that something was written, by them or by another, and nothing else. Session and
 * rights are asked at each one, and not kept open by it; with either the stream ends.
 */
export async function GET(request: Request, { params }: { params: Promise<{ reference: string }> }) {
  const hash = await sessionHash();
  const id = await requestId();
  const open = async () => hash && (await readSession(hash, id, new Date(), false));
  const here = async (): Promise<Actor | null> => {
    const session = await open();
    return session && !session.needsSecondFactor ? session.actor : null;
  };
  const session = await open();
  if (!session) redirect("/sign-in");
  if (session.needsSecondFactor) redirect("/sign-in/set-up");
  const { actor } = session;
  let changes: Parameters<Following["told"]>[1][number][] = [];
  let waiting: NodeJS.Timeout | undefined;
  let tell: () => void = () => {};
  const following = await followMeeting(actor, await readReference(params), (change) => {
    changes.push(change);
    waiting ??= setTimeout(() => tell(), gathered);
  });
  if (!following) notFound();

  const text = new TextEncoder();
  let end = () => following.stop();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      end = () => {
        if (isOver) return;
        isOver = true;
        following.stop();
        clearTimeout(waiting);
        clearInterval(beating);
        try {
          controller.close();
        } catch {
          // the reader went first
        }
      };
      const say = async (isBeat = false) => {
        if (!isBeat) waiting = undefined;
        const heard = changes;
        changes = [];
        const still = await here().catch(() => null);
        const whose = still && (await following.told(still, heard).catch(() => null));
        if (isOver) return;
        if (!whose) return end();
        if (whose.length > 0) controller.enqueue(text.encode(whose.map((one) => `data: ${one}\n\n`).join("")));
        // says nothing, and shows that somebody is there
        else if (isBeat) controller.enqueue(text.encode(":\n\n"));
      };
      tell = () => void say();
      const beating = setInterval(() => void say(true), heartbeat);
      request.signal.addEventListener("abort", end);
      controller.enqueue(text.encode("retry: 2000\n\n"));
    },
    cancel: () => end(),
  });
  // not to be gathered up by whatever compresses on the way
  return new Response(stream, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" } });
}
