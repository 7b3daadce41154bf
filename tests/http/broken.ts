import fs from "node:fs";
import path from "node:path";
import { personMark } from "@/platform/auth/person-mark.ts";
import { superuser } from "../support/database.ts";
import { type Running, submissionsOfFiles } from "./server.ts";
import { aStage, type Marks, markPattern, type Person } from "./world.ts";

type Findings = { held: string[]; failed: string[] };

/** What guards is broken, piece by piece, under a running server: whatever then comes is a refusal. Nothing is put together again, so this comes last. */
export async function breakGuards({ origin }: Running, secret: string): Promise<Findings> {
  const held: string[] = [];
  const failed: string[] = [];
  const marks: Marks = new Map();
  const stage = await aStage("signed", secret, marks);
  const chair = stage.people.find(({ role }) => role === "chair") as Person;
  const addresses = ["/", "/cases", `/cases/${stage.cases.CEN.reference}`, `/cases/${stage.cases.CEN.reference}/amend`, `/meetings/${stage.meetings.closed.reference}/minutes`, `/meetings/${stage.meetings.inSession.reference}/room`, `/actions/${stage.actions.accepted?.reference}`];
  const reveal = submissionsOfFiles().find(({ key }) => key === "cases#submitReveal");
  const read = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${origin}${address}`, { headers: { cookie: chair.cookie, ...headers }, redirect: "manual" });
    return { status: answer.status, kept: answer.headers.get("cache-control"), told: [...(await answer.text()).matchAll(markPattern)].length };
  };
  const whole = await Promise.all(addresses.map((address) => read(address)));
  if (whole.some(({ status }) => status !== 200) || whole.reduce((sum, { told }) => sum + told, 0) < 5) failed.push(`unbroken, the chair's pages should open and tell: ${JSON.stringify(whole)}`);
  const reveals = async () => Number((await superuser.query<{ n: string }>("select count(*) as n from reveals")).rows[0]?.n);

  // kinds: which of the marks may still be told, where only one table is out of reach
  const breaks: [string, string, string][] = [
    ["the session can't be read", "alter function app.read_session(bytea, timestamptz, boolean) rename to broken", "alter function app.broken(bytea, timestamptz, boolean) rename to read_session"],
    ["the person's rights can't be read", "alter function app.standing() rename to broken", "alter function app.broken() rename to standing"],
    ["the transaction can't be entered", "alter function app.enter(uuid, uuid, timestamptz) rename to broken", "alter function app.broken(uuid, uuid, timestamptz) rename to enter"],
    ["the audit can't be written", "revoke insert on audit_events from casemoot_app", "grant insert on audit_events to casemoot_app"],
  ];
  for (const [what, breaking, mending] of breaks) {
    const before = await reveals();
    await superuser.query(breaking);
    for (const address of addresses) {
      for (const answer of [await read(address), await read(`${address}?_rsc`, { rsc: "1" })]) {
        // lists that open nobody's record are on nobody's trail
        if (answer.told > 0 && !(what.startsWith("the audit") && !address.includes("/cases/") && answer.status === 200)) failed.push(`${what}: ${address} tells ${answer.told} (${answer.status})`);
        else if (answer.kept !== "private, no-store") failed.push(`${what}: ${address} may be kept (${answer.status})`);
        else held.push(`${what}: ${address} tells nothing`);
      }
    }
    const form = new FormData();
    for (const [name, value] of Object.entries({ reference: stage.cases.CEN.reference, reason: "A reason of more than twenty characters", $person: personMark(chair.personId) })) form.append(`_1_${name}`, value);
    form.append("0", JSON.stringify([{ attempt: 0, errors: {}, values: {} }, "$K1"]));
    const sent = await fetch(`${origin}/cases/${stage.cases.CEN.reference}`, { method: "POST", headers: { cookie: chair.cookie, origin, "next-action": reveal?.id ?? "" }, body: form, redirect: "manual" });
    const text = await sent.text();
    if ((await reveals()) !== before || markPattern.test(text)) failed.push(`${what}: a reveal went through (${sent.status})`);
    else held.push(`${what}: nothing is revealed`);
    await superuser.query(mending);
  }
  if ((await read(addresses[2] ?? "/")).status !== 200) failed.push("mended, the case should open again");

  for (const table of ["cases", "meetings", "case_contents"]) {
    const { rows } = await superuser.query<{ name: string }>("select polname as name from pg_policy where polrelid = ('public.' || $1)::regclass and polpermissive and polcmd in ('r', '*') and 'casemoot_app'::regrole = any(polroles)", [table]);
    for (const { name } of rows) await superuser.query(`drop policy ${name} on ${table}`);
    const answer = await read(addresses[2] ?? "/");
    if (answer.told > 0) failed.push(`without the policies of ${table} the case tells ${answer.told}`);
    else held.push(`without the policies of ${table} the case tells nothing`);
  }
  return { held, failed };
}

/** Sends what can't be read, with words in it that must not come up in the log. */
export async function provoke({ origin }: Running, cookie: string, word: string): Promise<void> {
  const [first] = submissionsOfFiles();
  const own = { cookie, origin };
  const boundary = (body: string) => ({ headers: { ...own, "content-type": "multipart/form-data; boundary=x" }, body });
  const tries: [string, RequestInit][] = [
    ["/cases/new", { headers: { ...own, "next-action": "0".repeat(42) }, body: word }],
    ["/cases/new", { headers: { ...own, "next-action": first?.id ?? "", "content-type": "text/plain;charset=UTF-8" }, body: `[{"${word}"` }],
    ["/cases/new", { headers: { ...own, "next-action": first?.id ?? "", "content-type": "application/json" }, body: word }],
    ["/cases/new", boundary(`--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{"id":"${word}","bound":"$@1"}\r\n--x--\r\n`)],
    ["/cases/new", boundary(`--x\r\nContent-Disposition: form-data; name="${word}\u0000"\r\n\r\n${word}`)],
    [`/cases/${word}?${word}=%00`, {}],
    [`/audit?person=${word}&from-day=${word}`, {}],
    [`/sign-in?next=//${word}.example`, {}],
  ];
  for (const [address, init] of tries) await fetch(`${origin}${address}`, { redirect: "manual", method: init.body === undefined ? "GET" : "POST", ...init, headers: init.headers ?? own }).then((answer) => answer.text(), () => undefined);
}

/** What was built for browsers holds no map to its sources, no secret, no name and no path of the machine that built it. */
export function inspectBuild(names: readonly string[]): Findings {
  const held: string[] = [];
  const failed: string[] = [];
  const files = fs.readdirSync(".next/static", { recursive: true, encoding: "utf8" }).map((file) => path.join(".next/static", file)).filter((file) => fs.statSync(file).isFile());
  const forbidden = ["sourceMappingURL=", "postgresql://", "NEXTAUTH_SECRET", "DATABASE_URL", "casemoot_owner", "casemoot_app", "BEGIN PRIVATE KEY", process.cwd(), ...names];
  for (const file of files) {
    const text = fs.readFileSync(file, "latin1");
    const found = forbidden.filter((word) => text.includes(word));
    if (file.endsWith(".map") || found.length > 0) failed.push(`${file} holds ${found.join(", ") || "its source"}`);
  }
  if (files.length < 10) failed.push("there is hardly anything built");
  else held.push(`${files.length} built files hold no secret, name or source`);
  return { held, failed };
}
