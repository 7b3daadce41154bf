// Fifty people scan the code of a room in one minute and sign its register, over HTTP as their browsers would without a script, behind the
// edge with its limits on; then fifty more at the same moment, each pressing twice. Everybody is on the register once, with the declaration,
// and how long it took is told. Run by `npm run prove -- register`.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { makeDatabase, startCluster } from "../bench/cluster.mjs";
import { openSessions } from "../bench/sessions.mjs";
import { DATABASE } from "../database/own-database.mjs";
import { run } from "../refusal.mjs";

const many = 50;
const minute = 60_000;

await run(async () => {
  const cluster = await startCluster();
  const { ownerUrl, databaseUrl } = await makeDatabase(cluster, DATABASE);
  const secret = cluster.secrets.session;
  Object.assign(process.env, { MIGRATE_DATABASE_URL: ownerUrl, DATABASE_URL: databaseUrl, SUPERUSER_DATABASE_URL: cluster.superuserUrl(DATABASE), NEXTAUTH_SECRET: secret });
  const { aPartnership, insert, seated } = await import("../../tests/support/world.ts");
  const { startBuilt } = await import("../../tests/http/server.ts");
  const { endPools, owner } = await import("../../tests/support/database.ts");
  const { rotatingCode } = await import("../../src/platform/auth/rotating-code.ts");
  const running = await startBuilt({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret, RATE_LIMIT: "on" });
  let failed = 0;
  const hold = (what, isSo) => {
    if (!isSo) failed += 1;
    console.log(`${isSo ? "  held" : "FAILED"}  ${what}`);
  };
  try {
    const world = await aPartnership();
    const { partnershipId, people, forums } = world;

    const room = async (reference) => {
      const id = randomUUID();
      const now = new Date();
      await insert("meetings", { id, partnership_id: partnershipId, forum_id: forums.CEN, reference, kind: "ordinary", state: "published", starts_at: new Date(now.getTime() + 20 * minute), place: "Room 2", limit_minutes: 120, published_at: now, doors_opened_at: now });
      return { id, reference };
    };
    const crowd = async () => {
      const members = [];
      for (let n = 0; n < many; n += 1) {
        const personId = randomUUID();
        await insert("people", { id: personId, partnership_id: partnershipId, agency_id: world.agencies.charity, name: `Volunteer ${n}`, post: "Volunteer", email: `${personId}@testham.example` });
        await seated(world, { ...people.housing, personId, agencyId: world.agencies.charity }, forums.CEN);
        members.push({ personId, partnershipId });
      }
      const cookies = await openSessions(ownerUrl, secret, members);
      return members.map((member, n) => ({ ...member, cookie: cookies[n] }));
    };
    const all = async ({ id }, members, title, took) => {
      const signed = await owner.query("select person_id, way, encode(declaration_hash, 'hex') = encode((select hash from declarations where id = declaration_id), 'hex') as declared from sign_ins where meeting_id = $1", [id]);
      const present = await owner.query("select person_id from attendances where meeting_id = $1 and status = 'present'", [id]);
      const expected = members.map(({ personId }) => personId).toSorted().join();
      const listed = (rows) => rows.map((row) => row.person_id).toSorted().join();
      hold(`${title}: exactly those ${many} are on the register, each once`, listed(signed.rows) === expected);
      hold(`${title}: each with the declaration that they read, and by the code of the room`, signed.rows.every(({ way, declared }) => declared && way === "room_code"));
      hold(`${title}: exactly those are present`, listed(present.rows) === expected);
      for (const [what, times] of Object.entries(took)) console.log(`        ${what.padEnd(34)} ${figures(times)}`);
    };

    // one minute in which they come as they come
    const first = await room("CEN-2026-11");
    const members = await crowd();
    // the server's first page costs what no later one does
    await get(running.origin, "/meetings", members[0].cookie);
    const took = { "from the code to the register": [], "signing": [], "opening the papers": [], "altogether": [] };
    const screens = [];
    const [office] = await openSessions(ownerUrl, secret, [people.coordinator]);
    const watch = (async () => {
      for (let n = 0; n < 12; n += 1) {
        const began = performance.now();
        const { text } = await get(running.origin, `/meetings/${first.reference}/screen`, office);
        screens.push({ signed: Number(/(\d+) of (?:<!-- -->)?\d+/.exec(text)?.[1]), took: performance.now() - began });
        await pause(5_500);
      }
    })();
    const outcomes = await Promise.all(members.map(async (member) => {
      await pause(Math.random() * (minute - 2_000));
      const began = performance.now();
      const code = rotatingCode(first.id, new Date());
      const page = await follow(running.origin, `/r/${code}`, member.cookie);
      const read = performance.now();
      const answer = await sign(running.origin, page, member.cookie);
      const signed = performance.now();
      const papers = await get(running.origin, `/meetings/${first.reference}`, member.cookie);
      const end = performance.now();
      took["from the code to the register"].push(read - began);
      took["signing"].push(signed - read);
      took["opening the papers"].push(end - signed);
      took["altogether"].push(end - began);
      return answer.status === 303 && papers.status === 200 && papers.text.includes("The papers are open to you");
    }));
    await watch;
    hold(`all ${many} were led by the code to the register, signed it and opened the papers`, outcomes.every(Boolean));
    await all(first, members, "in one minute", took);
    hold("the screen counted up, and never down", screens.every(({ signed }, n) => n === 0 || signed >= screens[n - 1].signed) && screens.at(-1).signed === many);
    console.log(`        the screen meanwhile               ${figures(screens.map((one) => one.took))}`);
    hold("a signature took less than a second for 95 of 100", percentile(took.signing, 95) < 1_000);

    // all at one moment, pressing twice
    const second = await room("CEN-2026-12");
    const others = await crowd();
    const pages = [];
    for (const member of others) pages.push(await follow(running.origin, `/r/${rotatingCode(second.id, new Date())}`, member.cookie));
    const burst = { "signing, all at once": [] };
    const began = performance.now();
    const statuses = await Promise.all(others.flatMap((member, n) => [0, 1].map(async () => {
      const answer = await sign(running.origin, pages[n], member.cookie);
      burst["signing, all at once"].push(performance.now() - began);
      return answer.status;
    })));
    hold("nobody met an error", statuses.every((status) => status === 303 || status === 200));
    await all(second, others, "at once", burst);
    const chain = await owner.query("select ok, checked::int from app.verify_audit_chain() where partnership_id = $1", [partnershipId]);
    hold(`the chain of the audit holds, over ${chain.rows[0]?.checked} events`, chain.rows[0]?.ok === true);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await running.end();
    await endPools();
  }
  process.exit();
});

async function get(origin, path, cookie) {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: "manual" });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text(), path };
}

/** From the code's address on, to the page that it leads to. */
async function follow(origin, path, cookie) {
  let page = await get(origin, path, cookie);
  for (let n = 0; n < 3 && page.to; n += 1) page = await get(origin, page.to.replace(origin, ""), cookie);
  return page;
}

/** The form of the signature as a browser sends it without a script: all that it carries, and the two ticks. */
function sign(origin, { path, text }, cookie) {
  const form = text.match(/<form[^>]*>[\s\S]*?<\/form>/g)?.find((one) => one.includes('name="declarationVersion"') && one.includes('name="accepts"')) ?? "";
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) body.append(said(input, "name"), said(input, "value"));
  for (const [name, value] of [["represents", ""], ["commits", "yes"], ["attends", "yes"], ["accepts", "yes"]]) body.append(name, value);
  return fetch(`${origin}${path}`, { method: "POST", headers: { cookie, origin }, body, redirect: "manual" });
}
function said(tag, name) {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function percentile(times, p) {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.ceil((times.length * p) / 100) - 1)];
}
function figures(times) {
  return `half within ${Math.round(percentile(times, 50))} ms, 95 % within ${Math.round(percentile(times, 95))} ms, longest ${Math.round(Math.max(...times))} ms`;
}
