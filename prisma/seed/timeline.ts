/** Something that happens at its moment. */
export type Act = (now: Date) => Promise<unknown>;
type Moment = { at: number; order: number; act: Act };

/**
 * What happened, in the order of time: whoever plans it may plan in any order, and while it runs may plan further moments, but
 * none before the one that runs. So the audit's chain, which is written as it happens, never runs backwards. What is planned
 * for after the end of the story hasn't happened yet, and is left out.
 */
export class Timeline {
  readonly #moments: Moment[] = [];
  #planned = 0;
  #now = Number.NEGATIVE_INFINITY;

  constructor(private readonly end: Date) {}

  /** Plans an act; false where it lies after the end of the story. Acts of one moment happen in the order in which they were planned. */
  at(moment: Date, act: Act): boolean {
    const at = moment.getTime();
    if (at > this.end.getTime()) return false;
    if (at < this.#now) throw new Error(`${moment.toISOString()} is over: the story stands at ${new Date(this.#now).toISOString()}`);
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    this.#moments.splice(low, 0, { at, order: (this.#planned += 1), act });
    return true;
  }

  /** The moment that is told: a story does nothing at any other, or its audit might run backwards. */
  isNow(moment: Date): boolean {
    return moment.getTime() === this.#now;
  }

  /** Runs everything that was planned, and says when another month begins. Answers how many moments there were. */
  async run(onMonth: (month: Date) => void): Promise<number> {
    let ran = 0;
    let month = "";
    for (let moment = this.#moments.pop(); moment; moment = this.#moments.pop()) {
      this.#now = moment.at;
      const began = new Date(moment.at).toISOString().slice(0, 7);
      if (month !== began) onMonth(new Date(moment.at));
      month = began;
      await moment.act(new Date(moment.at));
      ran += 1;
    }
    return ran;
  }
}
