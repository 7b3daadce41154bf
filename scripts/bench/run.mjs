// One run: the database, the three servers, and each figure after the other.
import { auditEvents, makeDatabase, postmasterOf, startCluster, statementsDuring } from "./cluster.mjs";
import { fill } from "./data.mjs";
import { atOnce, inTurns, warmUp, weigh } from "./measures.mjs";
import { pages, reporting, whole } from "./pages.mjs";
import { Reader } from "./reader.mjs";
import { buildBoth, startBareNext, startCasemoot, startFloor } from "./servers.mjs";
import { bareCookie, openSessions } from "./sessions.mjs";

const QUICK = 5; // the bare server is asked as much more often: its processor time is counted in hundredths of a second

export async function measureAll({ large }) {
  await buildBoth();
  const cluster = await startCluster();
  const stage = await arrange(cluster, "bench");
  const bare = await startBareNext({ ...stage, secret: cluster.secrets.session });
  const floor = await startFloor(stage);
  const setting = { ...stage, cluster, postmaster: postmasterOf(cluster), bare, floor, bareCookie: (reader) => bareCookie(cluster.secrets.session, reader) };
  console.log("Warming up …");
  await warmUp(pages(stage.who).map((page) => casemootContestant(stage, page)));
  await warmUp((await each(pages(stage.who), (page) => bareContestants(setting, page))).flat());
  const figures = {
    pages: await each(pages(stage.who), (page) => measurePage(setting, page)),
    post: await measurePost(setting),
    crowd: await each(pages(stage.who).filter(({ logged }) => logged), (page) => measureCrowd(setting, page)),
    history: large ? await measureHistory(setting) : undefined,
  };
  await weighPages(setting, figures);
  for (const server of [bare, floor, stage.casemoot]) await server.stop();
  return figures;
}

/** A database with its partnership, sessions for the chair and twenty members, and Casemoot on it. */
async function arrange(cluster, name, size) {
  const { ownerUrl, databaseUrl } = await makeDatabase(cluster, name);
  console.log("Making the partnership …");
  const who = await fill(ownerUrl, size);
  const secret = cluster.secrets.session;
  const [chair, ...members] = await openSessions(ownerUrl, secret, [who.chair, ...who.members]);
  const casemoot = await startCasemoot({ databaseUrl, secret });
  return { name, databaseUrl, who, cookies: { chair, members, member: members[0] }, casemoot };
}

const asked = (path, reader) => `${path}&reader=${encodeURIComponent(JSON.stringify(reader))}`;

async function measurePage({ cluster, postmaster, ...setting }, page) {
  console.log(`${page.name} …`);
  const ours = casemootContestant(setting, page);
  const [casemoot, bare, floor] = await inTurns(postmaster, [ours, ...(await bareContestants(setting, page))]);
  return { name: page.name, path: page.path, as: page.as, casemoot, bare, floor, statements: await statementsOf(cluster, ours) };
}

const casemootContestant = ({ casemoot, cookies }, { path, as, of, count }) => ({ server: casemoot, cookie: cookies[as], ask: whole(path, of, count) });

/** The same page by the bare servers; none where they have no such page. */
async function bareContestants({ bare, floor, bareCookie: cookieOf, who }, { bare: path, as, of, bareOf = of, count }) {
  if (!path) return [];
  const reader = as === "chair" ? who.chair : who.members[0];
  return [
    { server: bare, cookie: await cookieOf(reader), ask: whole(path, bareOf, count) },
    { server: floor, ask: whole(asked(path, reader), bareOf, count), times: QUICK },
  ];
}

/** Each on an action of its own: the version of one that is reported on moves on. */
async function measurePost({ cluster, postmaster, casemoot, bare, floor, cookies, who, bareCookie: cookieOf }) {
  console.log("Report progress …");
  const [ours, theirs, onFloor] = who.actions.map(({ reference, owner }) => ({ reference, cookie: cookies.members[owner], owner: who.members[owner] }));
  const contestants = [
    await reportingOn({ server: casemoot, cookie: ours.cookie }, `/actions/${ours.reference}/progress`),
    await reportingOn({ server: bare, cookie: await cookieOf(theirs.owner) }, `/report?reference=${theirs.reference}`),
    { server: floor, ask: (reader) => reader.post(asked(`/report?reference=${onFloor.reference}`, onFloor.owner), { note: "Done." }), times: QUICK },
  ];
  const [measured, bareMeasured, floorMeasured] = await inTurns(postmaster, contestants);
  return { casemoot: measured, bare: bareMeasured, floor: floorMeasured, statements: await statementsOf(cluster, contestants[0]) };
}

async function reportingOn(contestant, path) {
  const reader = new Reader(contestant.server.origin, contestant.cookie);
  const ask = await reporting(reader, path);
  reader.close();
  return { ...contestant, ask };
}

async function statementsOf(cluster, { server, cookie, ask }) {
  const reader = new Reader(server.origin, cookie);
  const statements = await statementsDuring(cluster, () => ask(reader));
  reader.close();
  return statements;
}

async function measureCrowd({ cluster, postmaster, casemoot, bare, cookies, who, name: database, bareCookie: cookieOf }, { name, path, of, count, bare: barePath }) {
  console.log(`${name}, twenty readers at once …`);
  const before = await auditEvents(cluster, database);
  const measured = await atOnce(postmaster, { server: casemoot, cookies: cookies.members, ask: whole(path, of, count) });
  const events = (await auditEvents(cluster, database)) - before;
  const bareCookies = await Promise.all(who.members.map(cookieOf));
  return { name, events: events - measured.warm, casemoot: measured, bare: await atOnce(postmaster, { server: bare, cookies: bareCookies, ask: whole(barePath, of, count) }) };
}

/** The same pages on a history a hundred times as long, in turns with the shorter one. */
async function measureHistory({ cluster, postmaster, casemoot, cookies, who }) {
  const long = await arrange(cluster, "bench_large", { times: 100 });
  await warmUp(pages(who).map((page) => casemootContestant(long, page)));
  const measured = await each(pages(who), async (page) => {
    console.log(`${page.name}, with a hundred times the history …`);
    const [short, longer] = await inTurns(postmaster, [casemootContestant({ casemoot, cookies }, page), casemootContestant(long, page)]);
    return { name: page.name, short, long: longer };
  });
  await long.casemoot.stop();
  return measured;
}

/** What a page loads, and how much of its JavaScript is ours: all but what the bare Next page loads. */
async function weighPages({ casemoot, bare, cookies, who, bareCookie: cookieOf }, figures) {
  figures.bareWeight = await weigh(bare, await cookieOf(who.chair), "/list?rows=50");
  for (const page of figures.pages) {
    const weight = await weigh(casemoot, cookies[page.as], page.path);
    page.weight = { ...weight, ours: weight.js - figures.bareWeight.js };
  }
}

async function each(list, work) {
  const done = [];
  for (const one of list) done.push(await work(one));
  return done;
}
