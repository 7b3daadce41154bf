// The figures of a run as tables, and held against the targets.
import { kB, ms, table, times } from "./report.mjs";

const HEAD = ["", "app CPU ms", "database CPU ms", "p50 ms", "p95 ms"];
const cost = ({ app, database, p50, p95 }) => [ms(app), ms(database), ms(p50), ms(p95)];

export function costTable({ pages }) {
  const rows = pages.flatMap(({ name, casemoot, bare, floor, statements }) => [
    [name, ...cost(casemoot), times(casemoot.app, bare?.app), times(casemoot.app, floor?.app), String(statements.length)],
    ...(bare ? [["– bare Next", ...cost(bare), "", times(bare.app, floor.app), ""], ["– bare node:http", ...cost(floor), "", "", ""]] : []),
  ]);
  return titled("One reader after another", table([...HEAD, "bare Next", "node:http", "SQL round trips"], rows));
}

export function postTable({ post: { casemoot, bare, floor, statements } }) {
  const rows = [
    ["Report progress", ...cost(casemoot), times(casemoot.app, bare.app), times(casemoot.app, floor.app), String(statements.length)],
    ["– bare Next", ...cost(bare), "", times(bare.app, floor.app), ""],
    ["– bare node:http", ...cost(floor), "", "", ""],
  ];
  return titled("A post, without JavaScript", table([...HEAD, "bare Next", "node:http", "SQL round trips"], rows));
}

export function weightTable({ pages, bareWeight }) {
  const rows = pages.map(({ name, weight }) => [name, kB(weight.html), kB(weight.htmlGzip), kB(weight.js), kB(weight.ours), kB(weight.css)]);
  const bare = ["– bare Next, 50 rows", kB(bareWeight.html), kB(bareWeight.htmlGzip), kB(bareWeight.js), "", kB(bareWeight.css)];
  return titled("Loaded the first time, in kB of 1,000 bytes", table(["", "HTML", "HTML gzip", "JavaScript gzip", "of it ours", "CSS gzip"], [...rows, bare]));
}

export function crowdTable({ crowd }) {
  const line = (name, one, events) => [name, ms(one.app), ms(one.database), ms(one.p50), ms(one.p95), one.perSecond.toFixed(0), events];
  const rows = crowd.flatMap(({ name, casemoot, bare, events }) => [line(name, casemoot, `${events} of ${casemoot.requests}`), line("– bare Next", bare, "")]);
  return titled("Twenty readers at once", table([...HEAD, "requests/s", "readings logged"], rows));
}

export function historyTable({ history }) {
  const rows = history.map(({ name, short, long }) => [name, ms(short.app), ms(long.app), times(long.app, short.app), ms(short.database), ms(long.database), times(long.database, short.database)]);
  return titled("With a hundred times the history", table(["", "app CPU ms", "× 100", "ratio", "database CPU ms", "× 100", "ratio"], rows));
}

/** Each target of the project with the figure that is furthest from it. */
export function targetTable({ pages, post, crowd, history }) {
  const worst = (from, figure, digits = 1) => {
    const [first] = from.toSorted((a, b) => figure(b) - figure(a));
    return { value: figure(first), said: `${figure(first).toFixed(digits)} (${first.name})` };
  };
  const compared = pages.filter(({ bare }) => bare);
  const held = [
    { what: "Application CPU of a page, times the bare Next page", most: 1.3, ...worst(compared, ({ casemoot, bare }) => casemoot.app / bare.app, 2) },
    { what: "Application CPU of a post, ms", most: 8, value: post.casemoot.app, said: ms(post.casemoot.app) },
    { what: "p95 with twenty readers at once, ms", most: 300, ...worst(crowd, ({ casemoot }) => casemoot.p95, 0) },
    { what: "SQL round trips of a page", most: 10, ...worst(pages, ({ statements }) => statements.length, 0) },
    { what: "HTML of 50 rows, kB gzip", most: 30, ...worst(pages, ({ weight }) => weight.htmlGzip / 1000) },
    { what: "JavaScript of a page, kB gzip", most: 152, ...worst(pages, ({ weight }) => weight.js / 1000) },
    { what: "JavaScript of a page that is ours, kB gzip", most: 15, ...worst(pages, ({ weight }) => weight.ours / 1000) },
    { what: "CSS, kB gzip", most: 20, ...worst(pages, ({ weight }) => weight.css / 1000) },
    ...(history ? [{ what: "A page with a hundred times the history, CPU of both together", most: 1.2, ...worst(history, ({ short, long }) => (long.app + long.database) / (short.app + short.database), 2) }] : []),
  ];
  const rows = held.map(({ what, most, value, said }) => [what, most.toString(), said, value <= most ? "met" : "missed"]);
  return titled("Against the targets", table(["", "at most", "worst", ""], rows));
}

const titled = (title, text) => `### ${title}\n\n${text}`;
