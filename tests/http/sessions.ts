import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import { owner } from "../support/database.ts";
import { aPartnership, appointed, insert } from "../support/world.ts";
import type { Running } from "./server.ts";
import { submissionsOfFiles } from "./server.ts";
import { aSession } from "./world.ts";

/** Attacks on sessions over HTTP, each with what has to come of it. Time is told by moving the rows back, since the server keeps its own clock. */
export async function attackSessions({ origin }: Running, secret: string): Promise<{ held: string[]; failed: string[] }> {
  const held: string[] = [];
  const failed: string[] = [];
  const hold = (what: string, holds: boolean, saw?: unknown) => void (holds ? held : failed).push(holds ? what : `${what}: saw ${String(saw)}`);
  const world = await aPartnership("Safer Sessions");
  const { chair, coordinator, housing, bystander } = world.people;
  const get = (path: string, cookie: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers: { cookie, ...headers }, redirect: "manual" });
  const isIn = async (cookie: string) => (await get("/interests", cookie)).status === 200;
  const row = async (id: string) => (await owner.query<{ idle: Date; ends: Date; ended: Date | null }>("select idle_ends_at as idle, ends_at as ends, ended_at as ended from sessions where id = $1", [id])).rows[0];
  const move = (id: string, column: string, by: string) => owner.query(`update sessions set ${column} = now() + $2::interval where id = $1`, [id, by]);

  // somebody plants a cookie of their own: it opens nothing, whatever it says
  const forged = { "another secret": await encode({ token: { reference: "abc" }, secret: "another secret of thirty-two characters" }), "a reference of nobody's": await encode({ token: { reference: "planted-by-somebody" }, secret }), "no token": "abc.def.ghi", "a person's id": await encode({ token: { reference: chair.personId, sub: chair.personId, personId: chair.personId }, secret }), "too much": "a".repeat(9000) };
  for (const [what, value] of Object.entries(forged)) hold(`a cookie with ${what} opens nothing`, !(await isIn(`__Host-casemoot.session=${value}`)));
  const bare = await aSession(housing, secret);
  hold("a bare reference without its seal opens nothing", !(await isIn(`__Host-casemoot.session=${bare.reference}`)));
  hold("the same session under another cookie's name opens nothing", !(await isIn(bare.cookie.replace("__Host-", ""))));

  // signing out ends it for every copy of its cookie
  const leaving = await aSession(housing, secret);
  hold("a session is open before it is left", await isIn(leaving.cookie));
  const signOut = submissionsOfFiles().find(({ name }) => name === "submitSignOut");
  const form = new FormData();
  form.append("0", "[]");
  const left = await fetch(`${origin}/interests`, { method: "POST", headers: { cookie: leaving.cookie, origin, "next-action": signOut?.id ?? "" }, body: form, redirect: "manual" });
  hold("signing out leads to the sign-in page", left.headers.get("x-action-redirect")?.startsWith("/sign-in") === true, `${left.status} ${left.headers.get("x-action-redirect")}`);
  hold("signing out takes the cookie away", left.headers.getSetCookie().some((cookie) => /casemoot\.session=;.*(?:Max-Age=0|Expires=Thu, 01 Jan 1970)/i.test(cookie)), left.headers.getSetCookie().join(" | "));
  hold("a copy of the cookie opens nothing after signing out", !(await isIn(leaving.cookie)));

  // by the clock
  const idle = await aSession(housing, secret);
  await move(idle.id, "idle_ends_at", "-1 second");
  hold("half an hour without an act ends it", !(await isIn(idle.cookie)));
  hold("and asking again doesn't bring it back", !(await isIn(idle.cookie)));
  const long = await aSession(housing, secret);
  await move(long.id, "ends_at", "-1 second");
  hold("twelve hours end it, however busy it was", !(await isIn(long.cookie)));
  const asked = await aSession(housing, secret);
  await move(asked.id, "idle_ends_at", "5 minutes");
  const before = (await row(asked.id))?.idle.getTime() ?? 0;
  await get("/api/session", asked.cookie);
  await get("/cases?_rsc=HEAvJdHAQJrUAe2K", asked.cookie, { rsc: "1", "next-router-prefetch": "1" });
  await get("/api/health", asked.cookie);
  await get("/_next/static/none.js", asked.cookie);
  hold("polling and fetching ahead don't keep it open", (await row(asked.id))?.idle.getTime() === before);
  await get("/cases", asked.cookie);
  hold("an act does", ((await row(asked.id))?.idle.getTime() ?? 0) > before);
  hold("but never past its twelve hours", ((await row(asked.id))?.ends.getTime() ?? 0) - Date.now() < 12 * 3_600_000);

  // what changes while somebody is signed in holds at their next click
  const office = await aSession(coordinator, secret);
  hold("an office opens its pages", (await get("/cases/new", office.cookie)).status === 200);
  await owner.query("update appointments set until_on = '2026-01-01' where person_id = $1", [coordinator.personId]);
  hold("an office that ended closes them", (await get("/cases/new", office.cookie)).status === 404);
  await appointed(world, bystander, world.forums.CEN, "coordinator");
  const late = await aSession(bystander, secret);
  hold("an office that came opens them, without signing in again", (await get("/cases/new", late.cookie)).status === 200);
  await owner.query("update people set left_at = now() where id = $1", [bystander.personId]);
  hold("who has left is out at once", !(await isIn(late.cookie)));
  const ofChair = await aSession(chair, secret);
  await owner.query("update sessions set ended_at = now() where id = $1", [ofChair.id]);
  hold("a session that an administrator ended is out at once", !(await isIn(ofChair.cookie)));
  const withoutFactor = await aSession(world.people.deputy, secret, "mustSetUp");
  hold("an office that needs a second factor waits for it", (await get("/", withoutFactor.cookie)).headers.get("location")?.startsWith("/sign-in/set-up") === true);
  await manyPasswords();
  return { held, failed };

  /** A hundred and twenty right passwords and eighty wrong ones of forty people, mixed, within a minute. */
  async function manyPasswords() {
    const password = "correct horse battery staple of today";
    const password_hash = await hash(password);
    const accounts = await Promise.all(Array.from({ length: 40 }, async (_, n) => {
      const id = randomUUID();
      await insert("people", { id, partnership_id: world.partnershipId, agency_id: world.agencies.housing, name: `Member ${n}`, post: "Officer", email: `${id}@testham.example` });
      await insert("credentials", { person_id: id, partnership_id: world.partnershipId, password_hash, set_at: new Date() });
      return { id, email: `${id}@testham.example` };
    }));
    const signIn = submissionsOfFiles().find(({ name }) => name === "submitSignIn");
    const planted = `__Host-casemoot.session=${await encode({ token: { reference: "planted" }, secret })}`;
    const tries = accounts.flatMap((account) => [true, false, true, false, true].map((right) => ({ ...account, right }))).toSorted((a, b) => (a.id.slice(9) < b.id.slice(9) ? -1 : 1));
    const began = performance.now();
    const came: { right: boolean; cookie: string | undefined; id: string }[] = [];
    const left = [...tries];
    await Promise.all(Array.from({ length: 20 }, async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const body = new FormData();
        for (const [name, value] of Object.entries({ email: next.email, password: next.right ? password : `${password}!`, next: "/" })) body.append(`_1_${name}`, value);
        body.append("0", JSON.stringify([{ attempt: 0, errors: {}, values: {} }, "$K1"]));
        const answer = await fetch(`${origin}/sign-in`, { method: "POST", headers: { origin, cookie: planted, "next-action": signIn?.id ?? "" }, body, redirect: "manual" });
        await answer.text();
        came.push({ right: next.right, id: next.id, cookie: answer.headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-casemoot.session="))?.split(";")[0] });
      }
    }));
    const seconds = (performance.now() - began) / 1000;
    const opened = came.filter(({ cookie }) => cookie !== undefined);
    hold("two hundred mixed passwords are answered within a minute", seconds < 60, `${seconds.toFixed(0)} s`);
    hold("every right password of them opens a session, and no wrong one does", opened.length === 120 && opened.every(({ right }) => right), `${opened.length} opened, ${opened.filter(({ right }) => !right).length} by wrong ones`);
    hold("each session has a cookie of its own, and none is the one that was planted", new Set(opened.map(({ cookie }) => cookie)).size === opened.length && opened.every(({ cookie }) => cookie !== planted));
    hold("the planted cookie opens nothing afterwards either", !(await isIn(planted)));
    const { rows } = await owner.query<{ person: string; n: string }>("select person_id as person, count(*) as n from sessions where person_id = any($1) group by 1", [accounts.map(({ id }) => id)]);
    hold("the database holds three sessions of each of the forty", rows.length === 40 && rows.every(({ n }) => n === "3"), JSON.stringify(rows.filter(({ n }) => n !== "3")));
    hold("one of them is in as who they are", opened[0]?.cookie !== undefined && (await isIn(opened[0].cookie)));
  }
}
