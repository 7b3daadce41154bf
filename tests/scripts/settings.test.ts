import { expect, test } from "vitest";
import { readSettings } from "../../scripts/settings.mjs";

const outside = {
  DATABASE_URL: "postgresql://casemoot_app:secret@db.example/casemoot",
  NEXTAUTH_SECRET: "x".repeat(32),
  ORIGIN: "https://casemoot.example.gov.uk",
};

test("without settings it listens on this machine alone", () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: "127.0.0.1", origin: "http://localhost:3000", external: false });
});

test("PORT moves the origin with it", () => {
  expect(readSettings({ PORT: "4000" })).toMatchObject({ port: 4000, origin: "http://localhost:4000" });
});

test.each(["0", "65536", "3000x", "-1"])("PORT=%s is refused", (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(/PORT must be a number/);
});

test("a database from outside is used with its secret and origin", () => {
  expect(readSettings(outside)).toMatchObject({ external: true, secret: outside.NEXTAUTH_SECRET, origin: outside.ORIGIN });
});

test("a database from outside without a secret, or with a short one, is refused", () => {
  expect(() => readSettings({ ...outside, NEXTAUTH_SECRET: undefined })).toThrow(/NEXTAUTH_SECRET must be set/);
  expect(() => readSettings({ ...outside, NEXTAUTH_SECRET: "x".repeat(31) })).toThrow(/at least 32 characters/);
});

test("a database from outside without an origin is refused", () => {
  expect(() => readSettings({ ...outside, ORIGIN: undefined })).toThrow(/ORIGIN must be set/);
});

test.each(["http://casemoot.example.gov.uk", "http://192.168.1.7:3000", "http://127.0.0.1.example.org"])(
  "plain http at %s is refused: anybody on the way could read",
  (origin) => {
    expect(() => readSettings({ ...outside, ORIGIN: origin })).toThrow(/over plain http/);
  },
);

test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])("plain http at %s stays on this machine", (origin) => {
  expect(readSettings({ ...outside, ORIGIN: origin }).origin).toBe(origin);
});

test.each(["casemoot.example.gov.uk", "https://casemoot.example.gov.uk/", "https://casemoot.example.gov.uk/app", "ftp://casemoot.example.gov.uk", "https://someone@casemoot.example.gov.uk"])(
  "%s is no origin",
  (origin) => {
    expect(() => readSettings({ ...outside, ORIGIN: origin })).toThrow(/ORIGIN must be an address without a path/);
  },
);
