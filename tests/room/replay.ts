import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { chanceFrom } from "../support/chance.ts";
import { notesOf, type Sitting } from "./world.ts";
import type { MortalServer } from "./server.ts";

/** Words of their own, so that each can be found again. */
const sentence = (from: number) => Array.from({ length: 6 }, (_, i) => `w${String(from + i).padStart(5, "0")}`).join(" ");
const letter = 25;

export type Replayed = { words: number; kills: number; acknowledged: number; lost: number; oldest: number; ages: number[]; apart: number };

/**
 * Types the notes of a meeting through a real page at four times a secretary's speed, item after item, while the server is killed at random
 * and started again. What the server acknowledged has to stand in the database at once; what was typed has to stand there in the end; and
 * while the server serves, no word waits longer than five seconds.
 */
export async function replay({ browser, server, sitting, cookie, seed, sentences, kills }: { browser: Browser; server: MortalServer; sitting: Sitting; cookie: string; seed: number; sentences: number; kills: number }): Promise<Replayed> {
  const chance = chanceFrom(seed);
  const context = await browser.newContext({ baseURL: server.origin, extraHTTPHeaders: { cookie } });
  const page = await context.newPage();
  const result: Replayed = { words: 0, kills: 0, acknowledged: 0, lost: 0, oldest: 0, ages: [], apart: 0 };
  const typedAt = new Map<string, number>();
  const kept = new Set<string>();
  const down: [from: number, until: number][] = [];
  const wordsIn = (text: string) => text.match(/w\d{5}/g) ?? [];

  await page.exposeFunction("acknowledged", (said: string) => {
    const at = Date.now();
    result.acknowledged += 1;
    for (const word of wordsIn(said)) {
      if (kept.has(word)) continue;
      kept.add(word);
      const from = typedAt.get(word) ?? at;
      // what waited for a dead server waited for the network
      const wasDown = down.some(([begin, end]) => begin < at && end > from - 1_000);
      if (!wasDown) result.ages.push(at - from);
    }
  });
  await page.addInitScript(() => {
    const plain = window.fetch.bind(window);
    window.fetch = async (address, init) => {
      const answer = await plain(address, init);
      if (typeof address === "string" && address.endsWith("/room/notes") && init?.body instanceof FormData && answer.ok) {
        const { saved } = (await answer.clone().json()) as { saved?: unknown };
        const said = init.body.get("discussion");
        if (saved) (window as unknown as { acknowledged: (said: unknown) => void }).acknowledged(said);
      }
      return answer;
    };
  });

  let isTyping = true;
  const killing = (async () => {
    for (let n = 0; n < kills && isTyping; n += 1) {
      await pause(1_500 + chance.below(5_000));
      if (!isTyping) return;
      const from = Date.now();
      down.push([from, Number.POSITIVE_INFINITY]);
      await server.kill();
      // each word that was acknowledged before stands, whatever died
      const standing = new Set((await Promise.all(sitting.items.map(async (item) => wordsIn((await notesOf(item)).discussion)))).flat());
      result.lost += [...kept].filter((word) => !standing.has(word)).length;
      await pause(chance.below(2_500));
      await server.start();
      (down.at(-1) ?? [0, 0])[1] = Date.now() + 4_000;
      result.kills += 1;
    }
  })();

  const perItem = Math.ceil(sentences / sitting.items.length);
  for (const item of sitting.items) {
    await whileServing(() => page.goto(`/meetings/${sitting.reference}/room?item=${item.number}`, { timeout: 20_000 }));
    await page.waitForTimeout(800);
    const notes = page.getByLabel("Discussion notes");
    await notes.click();
    for (let n = 0; n < perItem; n += 1) {
      for (const word of sentence(result.words).split(" ")) {
        await page.keyboard.type(`${word} `, { delay: letter });
        typedAt.set(word, Date.now());
      }
      result.words += 6;
      // people think between two sentences, now and then
      if (chance.below(3) === 0) await pause(chance.below(2_500));
    }
    const expected = await notes.inputValue();
    await until(async () => (await notesOf(item)).discussion.trim() === expected.trim(), 30_000);
    const stands = await notesOf(item);
    result.apart += stands.apart;
    const found = new Set(wordsIn(stands.discussion));
    result.lost += wordsIn(expected).filter((word) => !found.has(word)).length;
  }
  isTyping = false;
  await killing;
  result.oldest = Math.max(0, ...result.ages);
  await context.close();
  return result;
}

async function whileServing(work: () => Promise<unknown>) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 20) throw error;
      await pause(500);
    }
  }
}

async function until(isSo: () => Promise<boolean>, patience: number) {
  const from = Date.now();
  while (!(await isSo()) && Date.now() - from < patience) await pause(100);
}
