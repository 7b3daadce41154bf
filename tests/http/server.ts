import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { freePort } from "../../scripts/ports.mjs";

export type Running = { origin: string; said: () => string; end: () => Promise<void> };

/** The built application behind its edge, in a process of its own, with what `npm start` gives it. All that it says is kept. */
export async function startBuilt(env: { DATABASE_URL: string; NEXTAUTH_SECRET: string } & Record<string, string>): Promise<Running> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [path.resolve("scripts/edge/serve.mjs")], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", RATE_LIMIT: "off", NEXTAUTH_URL: origin, ORIGIN: origin, HOST: "127.0.0.1", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => void (said += text));
  const stop = () => void child.kill();
  process.on("exit", stop);
  const ended = new Promise<void>((resolve) => void child.on("exit", () => resolve()));
  for (let wait = 0; wait < 300; wait += 1) {
    if (child.exitCode !== null) throw new Error(`Casemoot ended as it started. It said:\n${said}`);
    if (await fetch(`${origin}/api/health`).then((answer) => answer.ok, () => false)) return { origin, said: () => said, end: () => (stop(), ended) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Casemoot did not answer within 30 seconds. It said:\n${said}`);
}

/** The addresses and the forms of the application, as its files have them: [reference] stays as it is written. */
export function routesOfFiles(): string[] {
  const files = fs.readdirSync("src/app", { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll(path.sep, "/"));
  return files.filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file)).map((file) => `/${path.posix.dirname(file)}`.replace(/^\/\.$/, "/")).toSorted();
}

export type SubmissionFile = { key: string; file: string; name: string; id: string; route: string; permission: string | null };

/** Every submission: by the files that say "use server", with the public id that the build gave it, a page it stands on, and the permission of its command. */
export function submissionsOfFiles(): SubmissionFile[] {
  const files = fs.readdirSync("src/app", { recursive: true, encoding: "utf8" }).map((file) => `src/app/${file.replaceAll(path.sep, "/")}`);
  const manifest = JSON.parse(fs.readFileSync(".next/server/server-reference-manifest.json", "utf8")) as { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };
  const built = Object.entries(manifest.node);
  const submissions = files.filter((file) => file.endsWith(".ts") && /^["']use server["']/m.test(fs.readFileSync(file, "utf8"))).flatMap((file) => {
    const code = fs.readFileSync(file, "utf8");
    return [...code.matchAll(/^export async function (\w+)\([\s\S]*?^\}/gm)].map(([body, name = ""]) => {
      const found = built.find(([, each]) => each.filename === file && each.exportedName === name);
      if (!found) throw new Error(`${file} exports ${name}, which the build doesn't know: build anew`);
      const [id, { workers }] = found;
      const pages = Object.keys(workers).filter((worker) => !/_not-found|_global-error/.test(worker)).map((worker) => `/${worker.replace(/^app\/?/, "").replace(/\/?page$/, "")}`);
      const near = `/${path.posix.dirname(file).replace(/^src\/app\/?/, "")}`;
      const route = pages.find((page) => page === near) ?? pages.find((page) => page.startsWith(near)) ?? pages[0] ?? near;
      return { key: `${path.posix.dirname(file).replace(/^src\/app\/?/, "")}#${name}`, file, name, id, route, permission: permissionIn(code, body) };
    });
  });
  if (submissions.length !== built.length) throw new Error(`the build has ${built.length} submissions, the files ${submissions.length}`);
  return submissions.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** The permission that the command of this submission asks for, read from the command's file; null where it runs none. */
function permissionIn(code: string, body: string): string | null {
  for (const [, names = "", file = ""] of code.matchAll(/^import \{ ([^}]+) \} from "@\/(domain\/[^"]+\/commands\/[^"]+)"/gm)) {
    const used = names.split(", ").find((name) => new RegExp(`\\b${name}\\b`).test(body));
    const source = used && fs.readFileSync(`src/${file}`, "utf8");
    if (!source) continue;
    const from = source.slice(source.search(new RegExp(`export const ${used}\\b`)));
    const permission = /permission: "([\w.]+)"/.exec(from)?.[1];
    if (permission) return permission;
  }
  return null;
}
