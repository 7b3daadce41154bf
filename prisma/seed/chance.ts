/** Chance that falls the same way every time: the demonstration differs from day to day only by its dates. */
export class Chance {
  #state: number;

  constructor(seed: string) {
    this.#state = 0x811c9dc5;
    for (const letter of seed) this.#state = Math.imul(this.#state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }

  /** From 0 to just under 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends among them. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.between(0, from.length - 1)];
    if (found === undefined) throw new Error("there is nothing to pick from");
    return found;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list.map((each) => ({ each, key: this.next() })).toSorted((a, b) => a.key - b.key).map(({ each }) => each);
  }
}

/** Deals from a stock in shuffled order and begins again only when all of it has been dealt: nothing is heard twice before everything was heard once. */
export class Deck<T> {
  #left: T[] = [];

  constructor(
    private readonly stock: readonly T[],
    private readonly chance: Chance,
  ) {}

  deal(): T {
    if (this.#left.length === 0) this.#left = this.chance.shuffled(this.stock);
    const dealt = this.#left.pop();
    if (dealt === undefined) throw new Error("there is nothing to deal");
    return dealt;
  }
}
