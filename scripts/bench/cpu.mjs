// Processor time as Linux keeps it: what a process has used since it began, in milliseconds.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { Refusal } from "../refusal.mjs";

export function requireProc() {
  if (!fs.existsSync("/proc/self/stat")) throw new Refusal("The bench reads processor time from /proc, so it runs on Linux alone.");
}

let tick;
const milliseconds = (ticks) => (ticks * 1000) / (tick ??= Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" })));

/** User and system time of a process and of those it started; of these, also the ones that have ended. */
export function cpuOf(pid) {
  const all = processes();
  const family = [pid];
  for (const each of family) family.push(...all.filter((one) => one.parent === each).map((one) => one.pid));
  const members = all.filter((one) => family.includes(one.pid));
  if (!members.some((one) => one.pid === pid)) throw new Refusal(`The process ${pid} has ended while it was being measured.`);
  return milliseconds(members.reduce((sum, one) => sum + one.used + one.usedByEnded, 0));
}

function processes() {
  const read = (pid) => {
    try {
      return fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    } catch {
      return undefined; // ended since the folder was listed
    }
  };
  const stats = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(read);
  return stats.filter(Boolean).map(parse);
}

/** proc(5): "pid (program) state ppid …"; user and system time are the fields 14 and 15, those of ended children 16 and 17. */
function parse(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const field = (number) => Number(fields[number - 3]);
  return { pid: Number.parseInt(stat, 10), parent: field(4), used: field(14) + field(15), usedByEnded: field(16) + field(17) };
}
