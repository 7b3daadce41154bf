// The embedded PostgreSQL: the programs npm installed, run by pg_ctl. The postmaster is a process of its own, so a
// killed Casemoot leaves it running; the next start takes it over.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort, probe } from "../ports.mjs";
import { Refusal } from "../refusal.mjs";
import { account, program, programs } from "./binaries.mjs";
import { secrets } from "./folder.mjs";

/**
 * Starts the cluster in `folder`, or takes over the one that runs there. It stops with this process, or before by
 * `stop()`. `durable: false` gives up safety for speed: for databases that are thrown away.
 */
export async function startEmbedded(folder, { durable = true } = {}) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  const cluster = new Cluster(folder, durable);
  cluster.enrol();
  process.on("exit", () => cluster.stop());
  for (let attempt = 1; ; attempt += 1) {
    try {
      await cluster.start();
      return cluster;
    } catch (error) {
      // Another starter may be just ahead of us, or a stop under way: the next look finds it settled.
      if (error instanceof Refusal || attempt === 6) throw error;
      await pause(300 * attempt);
    }
  }
}

class Cluster {
  constructor(folder, durable) {
    this.folder = folder;
    this.durable = durable;
    this.secrets = ownSecrets(folder);
    this.home = path.join(folder, "postgres");
    this.data = path.join(this.home, "data");
    this.log = path.join(this.home, "postgres.log");
    this.as = account(this.home);
  }

  url(role, database) {
    const password = { postgres: "superuser", casemoot_owner: "owner", casemoot_app: "app" }[role];
    return `postgresql://${role}:${this.secrets[password]}@127.0.0.1:${this.port}/${database}`;
  }

  superuserUrl(database = "postgres") {
    return this.url("postgres", database);
  }

  async start() {
    this.native ??= this.reachablePrograms();
    if (!fs.existsSync(this.data)) this.initialise();
    this.port = this.runningPort();
    if (this.port === undefined) {
      this.port = await this.choosePort();
      await this.startPostmaster();
    }
    const client = new pg.Client({ connectionString: this.superuserUrl() });
    await client.connect();
    await client.end();
  }

  /** Starts it again when it is found dead, killed for its memory or stopped by another hand: then Casemoot answers again without being started anew. */
  keepUp({ every = 1_000 } = {}) {
    let starting = false;
    let told = false;
    const look = async () => {
      if (starting || this.stopped || this.isUp()) return;
      starting = true;
      try {
        await this.start();
        told = false;
        console.error("PostgreSQL had stopped. It runs again.");
      } catch {
        if (!told) console.error(`PostgreSQL has stopped and doesn't start again yet; ${this.log} says why.`);
        told = true;
      }
      starting = false;
    };
    setInterval(() => void look(), every).unref();
  }

  isUp() {
    const pid = Number(this.pidFile()?.[0]);
    return pid > 0 && isAlive(pid) && !isZombie(pid);
  }

  /** Stops PostgreSQL, unless another process still works with it. Without awaiting, so that it can be done while exiting. */
  stop() {
    if (this.stopped) return;
    this.stopped = true;
    fs.rmSync(this.enrolment, { force: true });
    if (this.native && this.others().length === 0) this.pgCtl("stop", "-w", "-m", this.durable ? "fast" : "immediate");
  }

  // Who works with this cluster: a file named by the process.
  enrol() {
    const users = path.join(this.folder, "users");
    this.enrolment = path.join(users, String(process.pid));
    fs.mkdirSync(users, { recursive: true });
    fs.writeFileSync(this.enrolment, "");
  }

  /** The other processes that work with it. Those that were killed left their files behind. */
  others() {
    const users = path.dirname(this.enrolment);
    if (!fs.existsSync(users)) return [];
    const alive = (name) => isAlive(Number(name));
    const names = fs.readdirSync(users);
    for (const name of names) if (!alive(name)) fs.rmSync(path.join(users, name), { force: true });
    return names.filter((name) => name !== String(process.pid) && alive(name));
  }

  /** As root, node_modules may stand in a private home: then PostgreSQL gets its own copy of its programs. */
  reachablePrograms() {
    fs.mkdirSync(this.home, { recursive: true, mode: 0o700 });
    if (this.as) fs.chownSync(this.home, this.as.uid, this.as.gid);
    const native = programs();
    if (!this.as || spawnSync(program(native, "postgres"), ["--version"], { ...this.as, cwd: "/" }).status === 0) return native;
    const copy = path.join(this.folder, "programs");
    if (!fs.existsSync(copy)) {
      fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
      fs.renameSync(`${copy}.new`, copy);
    }
    return copy;
  }

  initialise() {
    // Made aside and renamed when whole: a kill half way leaves nothing that looks like a cluster.
    const draft = `${this.data}.new`;
    fs.rmSync(draft, { recursive: true, force: true });
    const passwordFile = path.join(this.home, "password");
    fs.writeFileSync(passwordFile, this.secrets.superuser, { mode: 0o600 });
    if (this.as) fs.chownSync(passwordFile, this.as.uid, this.as.gid);
    const status = this.spawn(
      "initdb", "-D", draft, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8",
      // The same order of letters on every machine, whatever locales it has.
      "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions",
      ...(this.durable ? [] : ["--no-sync"]),
    );
    fs.rmSync(passwordFile, { force: true });
    if (status !== 0) throw new Error(`PostgreSQL could not make its data folder; ${this.log} says why.`);
    fs.renameSync(draft, this.data);
  }

  async startPostmaster() {
    await this.clearPidFile();
    const settings = {
      port: this.port,
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: 100,
      // Nothing of what people write may reach the log: neither statements nor the values a constraint names.
      log_min_error_statement: "panic",
      log_error_verbosity: "terse",
      ...(this.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`).join(" ");
    if (this.pgCtl("start", "-w", "-t", "120", "-l", this.log, "-o", options) !== 0) {
      throw new Error(`PostgreSQL did not start; ${this.log} says why.`);
    }
  }

  runningPort() {
    if (this.pidFileIsStale() || this.pgCtl("status") !== 0) return undefined;
    return Number(this.pidFile()?.[3]) || undefined;
  }

  /** The port of last time, so that whoever is still connected comes back by itself; a free one otherwise. */
  async choosePort() {
    const file = path.join(this.folder, "port");
    const last = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0;
    const port = (await probe(last)).port ?? (await freePort());
    fs.writeFileSync(file, String(port));
    return port;
  }

  pidFile() {
    try {
      return fs.readFileSync(path.join(this.data, "postmaster.pid"), "utf8").split("\n");
    } catch (error) {
      if (error.code === "ENOENT") return undefined;
      throw error;
    }
  }

  async clearPidFile() {
    for (let wait = 0; wait < 40 && this.pidFile() && !this.pidFileIsStale(); wait += 1) await pause(100);
    if (this.pidFileIsStale()) fs.rmSync(path.join(this.data, "postmaster.pid"), { force: true });
  }

  /** After a kill the postmaster can stay a zombie, or its number go to another program: PostgreSQL takes both for itself. */
  pidFileIsStale() {
    const pid = Number(this.pidFile()?.[0]);
    if (!pid) return false;
    if (!isAlive(pid)) return true;
    const { status, stdout } = spawnSync("ps", ["-o", "state=,comm=", "-p", String(pid)], { encoding: "utf8" });
    if (status === 0) return stdout.trim().startsWith("Z") || !stdout.includes("postgres");
    if (process.platform !== "linux") return false;
    return isZombie(pid) || !processState(pid).includes("(postgres)");
  }

  pgCtl(...args) {
    return this.spawn("pg_ctl", ...args, "-D", this.data);
  }

  spawn(name, ...args) {
    // A file, because the postmaster would keep a pipe open and this would never return.
    const log = fs.openSync(path.join(this.folder, "postgres-control.log"), "a", 0o600);
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    for (const setting of Object.keys(env)) if (setting.startsWith("PG")) delete env[setting];
    const { error, status } = spawnSync(program(this.native, name), args, {
      ...this.as,
      cwd: this.home,
      env,
      stdio: ["ignore", log, log],
    });
    fs.closeSync(log);
    if (error) throw error;
    return status;
  }
}

function ownSecrets(folder) {
  try {
    return secrets(folder);
  } catch (error) {
    if (error.code !== "EACCES") throw error;
    throw new Refusal(`The data in ${folder} belong to another account of this machine. Use that one, or set CASEMOOT_DATA to a folder of your own.`);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** "pid (program) state …", where the system tells it. */
function processState(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

function isZombie(pid) {
  const state = processState(pid);
  return state.slice(state.lastIndexOf(")") + 2).startsWith("Z");
}
