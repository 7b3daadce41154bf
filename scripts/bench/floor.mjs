// The floor: the same rows as HTML from nothing but node:http and pg. It asks nobody who they are: the address says it.
import http from "node:http";
import pg from "pg";
import { addStep, caseEntries, enter, listRows } from "./rows.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
pool.on("error", () => {}); // PostgreSQL may stop before this does
const names = new Map();
const named = (text) => names.get(text) ?? names.set(text, `statement ${names.size}`).get(text);

async function transact(reader, work) {
  const client = await pool.connect();
  const query = async (text, values) => (await client.query({ name: named(text), text, values })).rows;
  try {
    await client.query("begin");
    await query(enter, [reader.personId, reader.partnershipId]);
    const answer = await work(query);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const pages = {
  "/list": async (reader, { rows: limit }) => {
    const rows = await transact(reader, (query) => listRows(query, reader, Number(limit)));
    const drawn = rows.map(
      ({ reference, text, owner, agency, due, state }) =>
        `<tr><th scope="row"><a href="/actions/${escape(reference)}">${escape(reference)}</a></th><td>${escape(text)}</td><td>${escape(owner)}, ${escape(agency)}</td><td>${escape(due)}</td><td>${escape(state)}</td></tr>`,
    );
    return `<h1>Action plan</h1><table><thead><tr><th>Action</th><th>What</th><th>Who</th><th>Due</th><th>Status</th></tr></thead><tbody>${drawn.join("")}</tbody></table>`;
  },
  "/case": async (reader, { reference: wanted }) => {
    const { reference, title, summary, background, entries } = await transact(reader, (query) => caseEntries(query, wanted));
    const drawn = entries.map((entry) => `<li><h2>${escape(entry.reference)}</h2><p>${escape(entry.on)}</p><p>${escape(entry.text)}</p></li>`);
    return `<h1>${escape(reference)}</h1><p>${escape(title)}</p><p>${escape(summary)}</p><p>${escape(background)}</p><ol>${drawn.join("")}</ol>`;
  },
};

const server = http.createServer((request, response) => void answer(request, response));
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.PORT), "127.0.0.1");

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
  const { reader: said, ...asked } = Object.fromEntries(searchParams);
  if (!said) return response.writeHead(404).end();
  const reader = JSON.parse(said);
  if (request.method === "POST") {
    const note = await readNote(request);
    await transact(reader, (query) => addStep(query, reader, asked.reference, note));
    return response.writeHead(303, { location: "/list" }).end();
  }
  const body = await pages[pathname](reader, asked);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  return response.end(`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bare</title></head><body>${body}</body></html>`);
}

async function readNote(request) {
  let body = "";
  for await (const chunk of request) body += chunk;
  return /name="note"\r\n\r\n(.*?)\r\n--/s.exec(body)[1];
}

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
