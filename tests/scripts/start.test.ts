import { spawnSync } from "node:child_process";
import net from "node:net";
import { expect, test } from "vitest";

const start = (env: Record<string, string>) => {
  const { DATABASE_URL: _, ...rest } = process.env;
  return spawnSync(process.execPath, ["scripts/start.mjs"], { env: { ...rest, ...env }, encoding: "utf8", timeout: 10_000 });
};

test("a taken port ends the start with exit code 1, and is named", async () => {
  const server = net.createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const { status, stderr } = start({ PORT: String(port) });
  server.close();
  expect(status).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken by another program.`);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test("a database from outside without a secret ends the start with a plain sentence", () => {
  const { status, stderr } = start({ DATABASE_URL: "postgresql://casemoot_app@127.0.0.1:1/casemoot", NEXTAUTH_SECRET: "" });
  expect(status).toBe(1);
  expect(stderr).toContain("NEXTAUTH_SECRET must be set");
});
