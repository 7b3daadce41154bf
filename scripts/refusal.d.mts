/** Something the person at the keyboard can put right: shown as a plain sentence, without a stack. */
export class Refusal extends Error {}
export function run(body: () => void | Promise<void>, options?: { onSignal?: () => void }): Promise<void>;
