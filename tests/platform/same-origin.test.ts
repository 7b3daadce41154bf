import { unstable_doesMiddlewareMatch as passes } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { isSentFromHere } from "@/platform/same-origin.ts";
import { config, proxy } from "@/proxy.ts";

const sent = (method: string, headers: Record<string, string>) => ({ method, headers: new Headers(headers) });
afterEach(() => vi.unstubAllEnvs());

test.each([
  ["POST", { origin: "https://casemoot.example" }],
  ["POST", { "sec-fetch-site": "same-origin" }],
  ["GET", {}],
  ["GET", { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }],
  ["HEAD", {}],
] as [string, Record<string, string>][])("a page of ours sends %s with %o", (method, headers) => {
  vi.stubEnv("ORIGIN", "https://casemoot.example");
  expect(isSentFromHere(sent(method, headers))).toBe(true);
});

test.each([
  ["POST", {}],
  ["POST", { "sec-fetch-site": "cross-site" }],
  ["POST", { "sec-fetch-site": "same-site" }],
  ["POST", { origin: "null" }],
  ["POST", { origin: "" }],
  ["POST", { origin: "https://elsewhere.example" }],
  ["POST", { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example", host: "elsewhere.example" }],
  ["POST", { origin: "http://casemoot.example" }],
  ["POST", { origin: "https://casemoot.example:444" }],
  ["POST", { origin: "https://elsewhere.example", "sec-fetch-site": "same-origin" }],
  ["PUT", {}],
  ["DELETE", { origin: "https://sub.casemoot.example" }],
] as [string, Record<string, string>][])("nothing of ours sends %s with %o", (method, headers) => {
  vi.stubEnv("ORIGIN", "https://casemoot.example");
  expect(isSentFromHere(sent(method, headers))).toBe(false);
});

test("this machine is one origin by each of its names, at its port", () => {
  vi.stubEnv("ORIGIN", "http://localhost:3000");
  for (const name of ["localhost", "127.0.0.1", "[::1]"]) expect(isSentFromHere(sent("POST", { origin: `http://${name}:3000` }))).toBe(true);
  expect(isSentFromHere(sent("POST", { origin: "http://localhost:3001" }))).toBe(false);
  expect(isSentFromHere(sent("POST", { origin: "http://elsewhere.example:3000" }))).toBe(false);
});

test("what another site sends is refused before the database is asked, in plain words", async () => {
  vi.stubEnv("ORIGIN", "https://casemoot.example");
  const answer = await proxy(new NextRequest("https://casemoot.example/cases/new", { method: "POST" }));
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("Nothing was changed");
});

test.each(["/", "/cases/CEN-118", "/sign-in", "/api/auth/session", "/favicon.svgx", "/icons.svgx", "/favicon.svg/x", "/api/healthy", "/_next/staticx"])("%s passes the proxy, and so gets a policy of its own", (url) => {
  expect(passes({ config, url })).toBe(true);
});
test.each(["/api/health", "/favicon.svg", "/icons.svg", "/_next/static/chunks/a.js"])("%s does without", (url) => {
  expect(passes({ config, url })).toBe(false);
});
