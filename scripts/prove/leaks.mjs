// The leak test: as every person of the demonstration, follow every link and download, ask for every address that anybody else was given, and
// look in each answer (its words, its payload, its headers) for what rule 26 doesn't give that person. What is protected is read from the
// database as superuser; what is given is told by the plain model of the rule in tests/security. Run by `npm run prove`.
import pg from "pg";
import { openSessions } from "../bench/sessions.mjs";
import { startEmbedded } from "../database/embedded.mjs";
import { DATABASE } from "../database/own-database.mjs";
import { withPassingServer } from "../passing-server.mjs";
import { run } from "../refusal.mjs";
import { formsOfDay, needles, sentencesOf, wordsOf } from "./needles.mjs";

/** Pages a person; more are left out, newest links first. */
const most = Number(process.env.PROVE_PAGES) || 1000;
const atOnce = 4;
const kept = new Map();

await run(() =>
  withPassingServer("leaks", async ({ origin, folder }) => {
    const cluster = await startEmbedded(folder);
    try {
      process.env.MIGRATE_DATABASE_URL = cluster.superuserUrl(DATABASE);
      process.exitCode = await prove(origin, cluster);
    } finally {
      const { endPools } = await import("../../tests/support/database.ts");
      await endPools();
      cluster.stop();
    }
    // everything is asked for, as fast as it can be
  }, { RATE_LIMIT: "off" }),
);

async function prove(origin, cluster) {
  const client = new pg.Client({ connectionString: cluster.superuserUrl(DATABASE) });
  await client.connect();
  const rows = async (sql) => (await client.query(sql)).rows;
  try {
    const people = await rows(`select p.id as "personId", p.partnership_id as "partnershipId", p.name from people p join partnerships t on t.id = p.partnership_id where t.demonstration and p.left_at is null order by t.name, p.name`);
    const find = await protectedValues(rows);
    const cookies = await openSessions(cluster.url("casemoot_owner", DATABASE), cluster.secrets.session, people);
    const offered = [];
    const tally = { people: people.length, pages: 0, answers: 0, bytes: 0, values: find.count, rightly: 0 };
    const leaks = new Set();
    const ask = async (index, path) => {
      const sight = await sightNow(people[index]);
      const answers = await Promise.all([{}, { RSC: "1" }].map((headers) => get(origin, path, cookies[index], headers)));
      tally.pages += 1;
      for (const { text, isPayload } of answers) {
        tally.answers += 1;
        tally.bytes += text.length;
        const among = [...find.among(text)];
        const given = among.filter(({ sources }) => sources.some(({ part, id }) => sight[part].has(id)));
        tally.rightly += given.length;
        for (const found of among) {
          // given itself, or a part of something that is
          if (given.some(({ key }) => key.includes(found.key))) continue;
          // whoever asks for an address knows the reference in it
          if (found.kind === "a reference" && path.toUpperCase().includes(found.value)) continue;
          const leak = `${people[index].name}: ${found.kind} of ${found.about} at ${path}${isPayload ? ", in the payload" : ""}`;
          if (!leaks.has(leak)) console.log(`LEAK ${leak}`);
          leaks.add(leak);
        }
      }
      return answers[0];
    };

    for (const index of people.keys()) {
      offered.push(await follow((path) => ask(index, path)));
      console.log(`${people[index].name}: ${offered[index].size} pages by links`);
    }
    // and now by addresses that others were offered
    const known = [...new Set(offered.flatMap((paths) => [...paths]))];
    for (const index of people.keys()) {
      const guessed = sample(known.filter((path) => !offered[index].has(path)), most);
      await inTurns(guessed, (path) => ask(index, path));
    }

    const { pages, answers, bytes, values, rightly } = tally;
    console.log(`${people.length} people, ${pages} pages, ${answers} answers, ${(bytes / 1e6).toFixed(0)} MB searched for ${values} protected values: ${rightly} findings that rule 26 allows, ${leaks.size} leaks`);
    // a search that finds nothing at all has not searched
    return leaks.size === 0 && rightly > 100 ? 0 : 1;
  } finally {
    await client.end();
  }
}

/** What this person holds at this moment, by the model. Read anew every twenty seconds: meetings begin and reveals end. */
async function sightNow({ personId, partnershipId }) {
  const known = kept.get(personId);
  if (known && Date.now() - known.at < 20_000) return known.sight;
  const { readFacts } = await import("../../tests/security/facts.ts");
  const { sightOf } = await import("../../tests/security/model.ts");
  const sight = Object.fromEntries(Object.entries(sightOf(await readFacts([partnershipId]), personId, new Date())).map(([part, ids]) => [part, new Set(ids)]));
  kept.set(personId, { at: Date.now(), sight });
  return sight;
}

/** Everything protected, each value with the records it stands in: given with any of them, it is given. What stands in a nameless text is not protected. */
async function protectedValues(rows) {
  const values = new Map();
  const add = (kind, value, part, id, about) => {
    if (!value) return;
    // the same words in two places are given with either of them
    const key = ` ${wordsOf(value)[1].join(" ")} `;
    const known = values.get(key) ?? { kind, value, about, key, sources: [] };
    known.sources.push({ part, id });
    values.set(key, known);
  };
  for (const each of await rows("select p.subject_id, p.name, p.born_on::text as born, p.address, p.safe_contact, c.reference from protected_particulars p join cases c on c.id = p.case_id")) {
    add("a name", each.name, "shown", each.subject_id, each.reference);
    for (const form of each.born ? formsOfDay(each.born) : []) add("a date of birth", form, "shown", each.subject_id, each.reference);
    add("an address", each.address?.split(",")[0], "shown", each.subject_id, each.reference);
    add("a safe contact", each.safe_contact, "shown", each.subject_id, each.reference);
  }
  for (const each of await rows("select w.subject_id, w.address, c.reference from withheld_addresses w join cases c on c.id = w.case_id")) add("a withheld address", each.address.split(",")[0], "addresses", each.subject_id, each.reference);
  for (const each of await rows("select t.case_id, t.background, t.wanted, c.reference from case_contents t join cases c on c.id = t.case_id")) {
    for (const sentence of [...sentencesOf(each.background), ...sentencesOf(each.wanted)]) add("a sentence", sentence, "contents", each.case_id, each.reference);
  }
  for (const each of await rows("select m.item_id, m.discussion, m.decision_reason, g.reference from minutes m join meetings g on g.id = m.meeting_id")) {
    for (const sentence of [...sentencesOf(each.discussion), ...sentencesOf(each.decision_reason)]) add("a minuted sentence", sentence, "minutes", each.item_id, each.reference);
  }
  for (const each of await rows("select w.action_id, w.wording, w.measure, a.reference from action_wordings w join actions a on a.id = w.action_id")) {
    for (const sentence of [...sentencesOf(each.wording), ...sentencesOf(each.measure)]) add("the words of an action", sentence, "wordings", each.action_id, each.reference);
  }
  for (const each of await rows("select s.action_id, s.note, a.reference from action_steps s join actions a on a.id = s.action_id")) for (const sentence of sentencesOf(each.note)) add("a report", sentence, "wordings", each.action_id, each.reference);
  for (const each of await rows("select k.case_id, k.words, c.reference from contributions k join cases c on c.id = k.case_id")) for (const sentence of sentencesOf(each.words)) add("a contribution", sentence, "contents", each.case_id, each.reference);
  for (const each of await rows("select id, reference from cases")) add("a reference", each.reference, "cases", each.id, each.reference);

  const nameless = (await rows("select title || ' ' || summary as words from case_twins union all select nameless_wording from actions where nameless_wording is not null union all select text from declarations union all select purpose from terms_of_reference")).map(({ words }) => words).join("\n");
  const found = needles();
  for (const value of values.values()) if (value.kind === "a reference" || !nameless.includes(value.value)) found.add(value.value, value);
  return found;
}

/** Every address a person is offered from the first page on, in the order met. */
async function follow(ask) {
  const waiting = ["/"];
  const seen = new Set(waiting);
  const visited = new Set();
  while (waiting.length > 0 && visited.size < most) {
    await inTurns(waiting.splice(0, atOnce), async (path) => {
      visited.add(path);
      const { text, location } = await ask(path);
      for (const href of [location, ...[...text.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, found]) => found.replaceAll("&amp;", "&"))]) {
        const next = href?.split("#")[0];
        if (!next || seen.has(next) || next.startsWith("/_next/") || next.startsWith("/api/auth") || next.startsWith("/sign-out")) continue;
        seen.add(next);
        waiting.push(next);
      }
    });
  }
  return visited;
}

async function get(origin, path, cookie, headers) {
  // Next sends a payload to whoever names none of its caches a step further, with nothing in it
  const payload = "RSC" in headers ? `${path.includes("?") ? "&" : "?"}_rsc` : "";
  const answer = await fetch(`${origin}${path}${payload}`, { headers: { cookie, ...headers }, redirect: "manual" });
  const location = answer.headers.get("location");
  const said = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const body = await answer.text();
  return { text: `${decodeURIComponent(said.replaceAll(/%(?![0-9a-f]{2})/gi, "%25"))}\n${body}`, isPayload: "RSC" in headers, location: location && new URL(location, origin).origin === origin ? new URL(location, origin).pathname + new URL(location, origin).search : undefined };
}

async function inTurns(list, work) {
  const left = [...list];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  }));
}

/** Spread evenly over the list, so that every kind of page is among them. */
function sample(list, size) {
  return list.length <= size ? list : Array.from({ length: size }, (_, i) => list[Math.floor((i * list.length) / size)]);
}
