// Programs run by ours, which end when we do.
import { spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill();
});

/** Runs a program in the checkout and answers its exit code; 1 when it ended by a signal. */
export function runProgram(command, args, { env = process.env, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env, ...options });
    running.add(child);
    child.on("error", reject);
    child.on("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Runs a script with this same Node. */
export const runNode = (args, options) => runProgram(process.execPath, args, options);

/** Runs npm, whichever npm runs us. */
export function runNpm(args, options) {
  const { npm_execpath: npm } = process.env;
  return npm?.endsWith(".js") ? runNode([npm, ...args], options) : runProgram("npm", args, options);
}
