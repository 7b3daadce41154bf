import http from "node:http";
import { expect, test } from "vitest";
import { anEdge, written } from "./world.ts";

const asked = (url: string, options: http.RequestOptions = {}, body?: string) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request(url, { agent: false, ...options }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => void (text += part)).on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    request.on("error", reject).end(body);
  });

const carried = {
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
};

test("an answer of the application's carries the headers, whatever it says of caching itself", async () => {
  const { url } = await anEdge({ handle: (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("words") });
  expect((await asked(url)).headers).toMatchObject(carried);
  const told = await anEdge({ handle: (_, response) => void response.setHeader("cache-control", "public, max-age=60").end() });
  expect((await asked(told.url)).headers).toMatchObject(carried);
});

test("a page keeps the policy it was given, with its nonce", async () => {
  const { url } = await anEdge({ handle: (_, response) => void response.setHeader("content-security-policy", "script-src 'nonce-abc'").end() });
  expect((await asked(url)).headers["content-security-policy"]).toBe("script-src 'nonce-abc'");
});

test("a built file may be kept, one that isn't there may not", async () => {
  const { url } = await anEdge({ handle: (request, response) => void response.writeHead(request.url?.endsWith("a.js") ? 200 : 404, { "cache-control": "public, max-age=31536000, immutable" }).end() });
  expect((await asked(`${url}/_next/static/chunks/a.js`)).headers["cache-control"]).toContain("immutable");
  expect((await asked(`${url}/_next/static/chunks/b.js`)).headers["x-content-type-options"]).toBe("nosniff");
});

test("over https a browser is told to come by https alone, over plain http it isn't", async () => {
  const safe = await anEdge({ origin: "https://casemoot.example" });
  expect((await asked(safe.url)).headers["strict-transport-security"]).toContain("max-age=63072000");
  expect((await asked(`${safe.url}/%ff`)).headers["strict-transport-security"]).toContain("max-age=63072000");
  const plain = await anEdge();
  expect((await asked(plain.url)).headers["strict-transport-security"]).toBeUndefined();
});

test.each([
  ["bytes that are no text", "/cases/%ff", 400],
  ["half an escape", "/%", 400],
  ["a NUL", "/cases/%00", 404],
  ["a line end", "/cases/CEN-118%0d%0aset-cookie:a", 404],
  ["backslashes", "/cases\\..\\audit", 404],
  ["an escaped backslash", "/cases/%5caudit", 404],
  ["another host", "//elsewhere.example/", 404],
  ["an empty part", "/cases//CEN-118", 404],
  ["a way back", "/cases/../audit", 404],
  ["an escaped way back", "/cases/%2e%2e/audit", 404],
  ["what is escaped twice", "/cases/%2561udit", 404],
  ["the optimiser of images", "/_next/image?url=%2Ffavicon.svg&w=64&q=75", 404],
  ["an inside of Next", "/_next/data/build/index.json", 404],
  ["a whole address", "http://elsewhere.example/", 400],
  ["an address without end", `/${"a".repeat(9000)}`, 414],
])("%s gets a plain page and never reaches the application", async (_, path, status) => {
  let came = 0;
  const { port } = await anEdge({ handle: (_, response) => void ((came += 1), response.end()) });
  const answer = await written(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain("<h1>");
  for (const [name, value] of Object.entries(carried)) if (typeof value === "string") expect(answer.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
  expect(came).toBe(0);
});

test.each(["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND", "CONNECT"])("the method %s is refused", async (method) => {
  const { port } = await anEdge();
  const answer = await written(port, `${method} ${method === "CONNECT" ? "elsewhere.example:443" : "/"} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  expect(answer).toContain("cache-control: private, no-store");
});

test.each([
  ["no HTTP at all", "HELO casemoot\r\n\r\n", 400],
  ["a method nobody knows", "GRAB / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
  ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  ["two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
  ["a length and chunks", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
  ["chunks", "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411],
  ["headers without end", `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ["an expectation", "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: a miracle\r\nConnection: close\r\n\r\n", 417],
])("%s is answered with headers of ours", async (_, bytes, status) => {
  const { port } = await anEdge();
  const answer = await written(port, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain("x-content-type-options: nosniff");
  expect(answer).toContain("cache-control: private, no-store");
});

test("a megabyte is taken, a byte more is refused before it is read", async () => {
  const megabyte = 1024 * 1024;
  const { url } = await anEdge({
    handle(request, response) {
      let size = 0;
      request.on("data", (part: Buffer) => void (size += part.length)).on("end", () => response.end(String(size)));
    },
  });
  const send = (size: number) => asked(url, { method: "POST", headers: { "content-length": size } }, "a".repeat(size));
  expect((await send(megabyte)).text).toBe(String(megabyte));
  const refused = await send(megabyte + 1);
  expect(refused).toMatchObject({ status: 413, headers: carried });
  expect(refused.text).toContain("Nothing was changed");
});

test("whoever sends a letter a second is cut off with an answer", async () => {
  const { door, port } = await anEdge();
  expect(door.server.headersTimeout).toBe(10_000);
  expect(door.server.requestTimeout).toBe(30_000);
  door.server.headersTimeout = 200;
  const answer = await written(port, "GET / HTTP/1.1\r\nHost: local");
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain("cache-control: private, no-store");
}, 15_000);

test("what only the edge may say is never believed", async () => {
  let seen: http.IncomingHttpHeaders = {};
  const { url } = await anEdge({ origin: "https://casemoot.example", handle: (request, response) => void ((seen = request.headers), response.end()) });
  const forged = { "x-casemoot-address": "1.2.3.4", "x-casemoot-path": "/audit", "x-middleware-subrequest": "src/proxy", "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "elsewhere.example", "x-nonce": "a", forwarded: "for=1.2.3.4", "x-real-ip": "1.2.3.4" };
  await asked(url, { headers: { ...forged, host: "elsewhere.example", rsc: "1", "next-action": "abc" } });
  expect(seen).toMatchObject({ "x-casemoot-address": "127.0.0.1", "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "casemoot.example", "x-forwarded-proto": "https", rsc: "1", "next-action": "abc" });
  for (const name of ["x-casemoot-path", "x-middleware-subrequest", "x-nonce", "forwarded", "x-real-ip"]) expect(seen).not.toHaveProperty(name);
});

test("an application that throws is told of in plain words, without why", async () => {
  const { url } = await anEdge({ handle: () => Promise.reject(new Error("at 14 Tollgate Mews")) });
  const answer = await asked(url);
  expect(answer).toMatchObject({ status: 500, headers: carried });
  expect(answer.text).not.toContain("Tollgate");
});

test("a stop lets what was begun come to its end, and takes nothing new", async () => {
  let finish = () => {};
  const { door, port, url } = await anEdge({ handle: (_, response) => void (finish = () => void response.end("saved")) });
  const begun = asked(url);
  await expect.poll(() => door.server.listening && finish.toString().includes("saved")).toBe(true);
  const ended = door.end();
  await expect(asked(`http://127.0.0.1:${port}`)).rejects.toThrow(/ECONNREFUSED/);
  finish();
  expect((await begun).text).toBe("saved");
  await ended;
});

test("a stream is passed on as it comes, uncompressed and unkept, and ends with the server", async () => {
  const { url, door } = await anEdge({ handle: (_, response) => void response.setHeader("content-type", "text/event-stream; charset=utf-8").write("data: first\n\n") });
  const answer = await fetch(url, { headers: { "accept-encoding": "gzip" } });
  expect(answer.headers.get("cache-control")).toBe("private, no-store, no-transform");
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe("data: first\n\n");
  const began = Date.now();
  await Promise.all([door.end(), expect(reader?.read()).rejects.toThrow()]);
  expect(Date.now() - began).toBeLessThan(2000);
});
