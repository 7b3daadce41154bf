import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { CarefulFetchError, carefulFetch, mayBeAsked } from "@/platform/auth/careful-fetch.ts";

const servers: http.Server[] = [];
afterEach(() => {
  process.env.ORIGIN = "http://localhost:3150";
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
async function answering(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const problemOf = (address: string) => carefulFetch(address).then(() => null, (error: unknown) => (error instanceof CarefulFetchError ? error.problem : error));

test("a real installation asks https alone, and never the machine it runs on", () => {
  process.env.ORIGIN = "https://casemoot.example.gov.uk";
  for (const address of ["https://login.microsoftonline.com/x", "https://adfs.council.internal/adfs", "https://10.1.2.3/"]) expect(mayBeAsked(new URL(address)), address).toBe(true);
  const refused = ["http://id.example", "http://localhost:3000", "https://localhost", "https://127.0.0.1", "https://127.1", "https://2130706433", "https://0.0.0.0", "https://[::1]", "https://[::ffff:127.0.0.1]", "https://x.localhost", "https://localhost.", "https://169.254.169.254/latest", "https://[fe80::1]", "https://user:secret@id.example", "file:///etc/passwd", "ftp://id.example"];
  for (const address of refused) expect(mayBeAsked(new URL(address)), address).toBe(false);
});

test("Casemoot tried out on this machine may ask an issuer on it", () => {
  process.env.ORIGIN = "http://localhost:3150";
  expect(mayBeAsked(new URL("http://127.0.0.1:4000"))).toBe(true);
  expect(mayBeAsked(new URL("http://id.example"))).toBe(false);
});

test("an address elsewhere is not followed", async () => {
  let asked = false;
  const elsewhere = await answering((_, response) => { asked = true; response.end("{}"); });
  const first = await answering((_, response) => response.writeHead(302, { location: elsewhere }).end());
  expect(await problemOf(first)).toBe("redirects");
  expect(asked).toBe(false);
});

test("a long answer is left off, whatever length it says it has", async () => {
  const long = await answering((_, response) => { for (let n = 0; n < 40; n++) response.write("x".repeat(10_000)); response.end(); });
  expect(await problemOf(long)).toBe("tooLong");
});

test("an answer that does not come, or does not end, is given up after five seconds", async () => {
  const silent = await answering(() => undefined);
  const endless = await answering((_, response) => void response.write("{"));
  const begun = performance.now();
  expect(await Promise.all([problemOf(silent), problemOf(endless)])).toEqual(["slow", "slow"]);
  expect(performance.now() - begun).toBeLessThan(7_000);
});

test("nobody there is told from slow", async () => {
  const address = await answering(() => undefined);
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
  expect(await problemOf(address)).toBe("unreachable");
});
