/** Something the person at the keyboard can put right: shown as a plain sentence, without a stack. */
export class Refusal extends Error {}

/** Runs a command's body; a refusal or a bug ends it with exit code 1. */
export async function run(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
