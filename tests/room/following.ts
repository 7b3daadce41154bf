import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { personMark } from "@/platform/auth/person-mark.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { Sitting } from "./world.ts";

export type Followed = { writes: number; heard: number; arrivals: number[]; shown: number[]; message: number; page: number; refused: number };
type Of = { origin: string; sitting: Sitting; writers: { actor: Actor; cookie: string }[]; readers: string[]; seconds: number };

/** As the page does it: drawn anew at most every two seconds, and not by everybody in the same moment. */
const rest = 2_000;
const spread = 600;

/** Followers hear and read by their own streams, each on the item that one of the writers is writing on, while two write as pages do. */
export async function follow({ origin, sitting, writers, readers, seconds }: Of): Promise<Followed> {
  const result: Followed = { writes: 0, heard: 0, arrivals: [], shown: [], message: 0, page: 0, refused: 0 };
  const saved: { item: number; mark: string; at: number }[] = [];
  const over = AbortSignal.timeout(seconds * 1000 + 6_000);
  const address = `${origin}/meetings/${sitting.reference}`;
  let isOpen = 0;

  const followers = readers.map(async (cookie, index) => {
    const item = 1 + (index % writers.length);
    const answer = await fetch(`${address}/live`, { headers: { cookie, "accept-encoding": "gzip" }, signal: over });
    if (!answer.ok || answer.headers.has("content-encoding") || !answer.body) throw new Error(`the stream answered ${answer.status}, ${answer.headers.get("content-encoding") ?? "plain"}`);
    isOpen += 1;
    let drawnAt = Date.now();
    let isWaiting = false;
    const seen = new Set<string>();
    const draw = async () => {
      await pause(Math.max(0, drawnAt + rest - Date.now()) + Math.random() * spread);
      isWaiting = false;
      drawnAt = Date.now();
      const page = await fetch(`${address}/room?item=${item}`, { headers: { cookie, rsc: "1" }, signal: over });
      const text = await page.text();
      if (!page.ok) result.refused += 1;
      result.page = Math.max(result.page, text.length);
      for (const each of saved) if (each.item === item && !seen.has(each.mark) && text.includes(each.mark)) {
        seen.add(each.mark);
        result.shown.push(Date.now() - each.at);
      }
    };
    let told = 0;
    const reader = answer.body.getReader();
    for (;;) {
      const part = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (part.done || !part.value) return;
      const said = new TextDecoder().decode(part.value);
      if (!said.includes("data:")) continue;
      result.message = Math.max(result.message, part.value.length);
      result.heard += 1;
      const at = Date.now();
      for (const each of saved.slice(told)) result.arrivals.push(at - each.at);
      told = saved.length;
      if (!isWaiting) {
        isWaiting = true;
        void draw().catch(() => {});
      }
    }
  });

  while (isOpen < readers.length) await pause(20);
  // once each for nothing: a server that has just started has its code still to read
  for (const cookie of readers.slice(0, 4)) await fetch(`${address}/room`, { headers: { cookie, rsc: "1" } }).then((page) => page.text());
  const until = Date.now() + seconds * 1000;
  await Promise.all(writers.map(async ({ actor, cookie }, index) => {
    const item = sitting.items[index];
    if (!item) return;
    let version = 1;
    let discussion = "";
    while (Date.now() < until) {
      const mark = `mark${index}x${result.writes}x`;
      discussion = `${discussion.slice(-3_000)} Somebody said this and somebody else said that. ${mark}`;
      const form = new FormData();
      for (const [name, value] of Object.entries({ $person: personMark(actor.personId), itemId: item.id, version: String(version), discussion, decision: "", decisionReason: "", submissionKey: randomUUID() })) form.set(name, value);
      const answer = await fetch(`${address}/room/notes`, { method: "POST", body: form, headers: { cookie, origin } });
      const { saved: stands } = (await answer.json()) as { saved?: { version: number; apart?: boolean } };
      if (!stands || stands.apart) result.refused += 1;
      else {
        version = stands.version;
        saved.push({ item: item.number, mark, at: Date.now() });
        result.writes += 1;
      }
      await pause(1_200 + Math.random() * 1_000);
    }
  }));
  await pause(rest + spread + 1_000);
  const done = { ...result, arrivals: [...result.arrivals], shown: [...result.shown] };
  void Promise.allSettled(followers);
  return done;
}
