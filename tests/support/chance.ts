export type Chance = { below: (n: number) => number; of: <T>(choices: readonly T[]) => T | undefined; shuffled: <T>(all: readonly T[]) => T[] };

/** The same numbers for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const below = (n: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  const shuffled = <T>(all: readonly T[]): T[] => {
    const left = [...all];
    return all.flatMap(() => left.splice(below(left.length), 1));
  };
  return { below, of: (choices) => choices[below(choices.length)], shuffled };
}
