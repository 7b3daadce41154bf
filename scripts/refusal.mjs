/** Something the person at the keyboard can put right: shown as a plain sentence, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a command's body; a refusal or a bug ends it with exit code 1. A signal ends it by way of the exit handlers,
 * which stop what was started; left to itself, Node would skip them.
 */
export async function run(body, { onSignal = () => process.exit(1) } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
