import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import { seal, unseal } from "@/platform/auth/seal.ts";

beforeEach(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough"));
afterEach(() => vi.unstubAllEnvs());

test("What is sealed is read again, and reads differently each time it is sealed", () => {
  const sealed = seal("totp", "JBSWY3DPEHPK3PXP ü");
  expect(unseal("totp", sealed)).toBe("JBSWY3DPEHPK3PXP ü");
  expect(seal("totp", "JBSWY3DPEHPK3PXP ü")).not.toEqual(sealed);
  expect(sealed.includes(Buffer.from("JBSWY3"))).toBe(false);
  expect(unseal("totp", seal("totp", ""))).toBe("");
});

test("Nothing is read for another purpose, with another secret, shortened or with any bit changed", () => {
  const sealed = seal("totp", "kept");
  expect(unseal("verifier", sealed)).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(unseal("totp", changed)).toBeNull();
    expect(unseal("totp", sealed.subarray(0, at))).toBeNull();
  }
  vi.stubEnv("NEXTAUTH_SECRET", "another secret, as long as the first one was");
  expect(unseal("totp", sealed)).toBeNull();
});

test("Without the operator's secret nothing is sealed at all", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "");
  expect(() => seal("totp", "kept")).toThrow("NEXTAUTH_SECRET is not set");
});

test("A link's secret is made again from its id, and from nothing else", () => {
  const id = "11111111-1111-4111-8111-111111111111";
  const secret = secretOf(id, "account_invitation");
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(secretOf(id, "account_invitation")).toBe(secret);
  expect(secretOf(id, "password_reset")).not.toBe(secret);
  expect(secretOf("11111111-1111-4111-8111-111111111112", "account_invitation")).not.toBe(secret);
  expect(hashOf(secret)).toHaveLength(32);
  vi.stubEnv("NEXTAUTH_SECRET", "another secret, as long as the first one was");
  expect(secretOf(id, "account_invitation")).not.toBe(secret);
});
