import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { allowances, costOf } from "../../scripts/edge/rates.mjs";
import { anEdge, secret } from "./world.ts";

const session = async (with_ = secret) => `__Host-casemoot.session=${await encode({ token: { reference: randomBytes(16).toString("hex") }, secret: with_ })}`;
/** Every caller comes through the proxy on this machine, from an address of their own. */
const proxied = () => anEdge({ proxies: "127.0.0.1", handle: (request, response) => void (request.url === "/opens" && response.setHeader("set-cookie", "__Host-casemoot.session=abc; Path=/"), response.end()) });
const asked = (url: string, address: string, cookie = "") => fetch(url, { headers: { "x-forwarded-for": address, cookie } });
const times = async (n: number, one: () => Promise<Response>) => {
  const statuses: number[] = [];
  for (let i = 0; i < n; i += 10) statuses.push(...(await Promise.all(Array.from({ length: Math.min(10, n - i) }, one))).map(({ status }) => status));
  return statuses;
};

test("a form costs more than a page, a password more than a form, a whole file most; a code that can be guessed more than a page; a picture nothing", () => {
  const costs = [["GET", "/favicon.svg"], ["GET", "/api/health"], ["GET", "/cases"], ["POST", "/cases/new"], ["POST", "/sign-in"], ["GET", "/audit/export"], ["GET", "/r/K7M2PQ"]].map(([method = "", path = ""]) => costOf({ method }, path));
  expect(costs).toEqual([0, 0, 1, 3, 6, 20, 5]);
});

test("whoever asks without end is told to wait, on a plain page, and for how long", async () => {
  const { url } = await proxied();
  const statuses = await times(allowances.address / 20 + 1, () => asked(`${url}/audit/export`, "203.0.113.9"));
  expect(statuses.filter((status) => status === 200)).toHaveLength(allowances.address / 20);
  const refused = await asked(url, "203.0.113.9");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect(refused.headers.get("cache-control")).toBe("private, no-store");
  expect(await refused.text()).toContain("Wait a minute");
});

test("a stranger at the same address stops neither whoever is signed in nor a browser somebody signed in from before", async () => {
  const { url } = await proxied();
  const known = (await asked(`${url}/opens`, "203.0.113.9")).headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-casemoot.browser="))?.split(";")[0] ?? "";
  await times(allowances.address / 20 + 1, () => asked(`${url}/audit/export`, "203.0.113.9"));
  expect((await asked(url, "203.0.113.9")).status).toBe(429);
  expect((await asked(url, "203.0.113.9", await session())).status).toBe(200);
  expect((await asked(url, "203.0.113.9", known)).status).toBe(200);
  expect((await asked(url, "203.0.113.10")).status).toBe(200);
});

test("cookies of a stranger's own making count as none", async () => {
  const { url } = await proxied();
  await times(allowances.address / 20 + 1, () => asked(`${url}/audit/export`, "203.0.113.9"));
  const forged = [await session("another secret of thirty-two characters"), "__Host-casemoot.session=abc", `__Host-casemoot.browser=abc.${createHash("sha256").update("abc").digest("base64url")}`, "__Host-casemoot.browser=abc", "__Host-casemoot.browser=."];
  for (const cookie of forged) expect((await asked(url, "203.0.113.9", cookie)).status, cookie.slice(0, 40)).toBe(429);
});

test("fifty people behind one address sign in within a minute, each at the second try, and read on", async () => {
  const { url } = await proxied();
  const statuses: number[] = [];
  for (let person = 0; person < 50; person += 1) {
    statuses.push(...(await times(6, () => asked(`${url}/sign-in`, "203.0.113.9"))));
    statuses.push(...(await times(3, () => fetch(`${url}/sign-in`, { method: "POST", headers: { "x-forwarded-for": "203.0.113.9" }, body: "a" }))));
    const cookie = await session();
    statuses.push(...(await times(20, () => asked(`${url}/meetings`, "203.0.113.9", cookie))));
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test("one session that runs wild doesn't hold up another", async () => {
  const { url } = await proxied();
  const [wild, other] = [await session(), await session()];
  await times(allowances.session / 20 + 1, () => asked(`${url}/audit/export`, "203.0.113.9", wild));
  expect((await asked(url, "203.0.113.9", wild)).status).toBe(429);
  expect((await asked(url, "203.0.113.9", other)).status).toBe(200);
});

test("a browser is known from its first sign-in on, by a cookie that only the server reads; a refused sign-in or a sign-out gives none", async () => {
  const { url } = await anEdge({ handle: (request, response) => void (response.setHeader("set-cookie", request.url === "/out" ? "__Host-casemoot.session=; Path=/; Max-Age=0" : "casemoot.said=a"), response.end()) });
  for (const path of ["/out", "/other"]) expect((await fetch(url + path)).headers.getSetCookie().join()).not.toContain("casemoot.browser");
  const opened = await fetch(`${(await proxied()).url}/opens`);
  expect(opened.headers.getSetCookie().at(-1)).toMatch(/^__Host-casemoot\.browser=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; Secure; SameSite=Lax$/);
});
