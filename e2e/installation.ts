import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { startEmbedded } from "../scripts/database/embedded.mjs";
import { passingFolder, root } from "../scripts/database/folder.mjs";
import { freePort } from "../scripts/ports.mjs";

/** A Casemoot on a PostgreSQL and a mail server that aren't its own, brought up by the commands of the README and nothing else. */
export async function anInstallation() {
  const folder = passingFolder("installation");
  const cluster = await startEmbedded(folder, { durable: false });
  await run(cluster.superuserUrl(), npm("roles").replaceAll("OWNER-PASSWORD", "owners").replaceAll("APP-PASSWORD", "apps"));
  const at = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${cluster.port}/casemoot`;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const mails = await aMailServer();
  const operators = { MIGRATE_DATABASE_URL: at("casemoot_owner", "owners"), ORIGIN: origin };
  const serving = {
    DATABASE_URL: at("casemoot_app", "apps"), ORIGIN: origin, PORT: String(port), NEXTAUTH_SECRET: "kept by the operators, and nowhere else",
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: "Casemoot <no-reply@casemoot.example>",
  };
  let server: ReturnType<typeof spawn> | undefined;
  return {
    origin,
    /** The newest mail to an address. */
    mailTo: mails.to,
    /** One of the operator's commands; answers what it printed. */
    operate: (script: string, ...args: string[]) => npm(script, args, operators),
    async start() {
      server = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env: { ...plain(), ...serving }, stdio: ["ignore", "pipe", "inherit"] });
      await untilRunning(server);
    },
    async stop() {
      const ended = new Promise((resolve) => (server ? server.on("exit", resolve) : resolve(undefined)));
      server?.kill();
      await ended;
      mails.close();
      cluster.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** This environment without what is said of other databases and servers. */
function plain(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "CASEMOOT_DATA", "HOST", "NODE_OPTIONS"]) delete env[name];
  return env;
}

function npm(script: string, args: string[] = [], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script, "--", ...args], { cwd: root, env: { ...plain(), ...env }, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm run ${script} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** As psql would: what makes a database can't stand in a transaction with anything else. */
async function run(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [roles = "", database = ""] = sql.split(/^(?=create database)/m);
  for (const statements of [roles, ...database.split("\n")]) await client.query(statements);
  await client.end();
}

function untilRunning(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("Casemoot is running")) resolve();
    });
    server.on("exit", () => reject(new Error(`Casemoot did not start. It said:\n${said}`)));
  });
}

async function aMailServer() {
  const port = await freePort();
  const taken: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, { envelope }, done) {
      let source = "";
      stream.setEncoding("utf8").on("data", (text: string) => (source += text)).on("end", () => {
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
  });
  server.listen(port, "127.0.0.1");
  const plainly = (source: string) => source.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return {
    port,
    close: () => server.close(),
    to: (address: string) => plainly(taken.findLast(({ to }) => to.includes(address))?.source ?? ""),
  };
}
