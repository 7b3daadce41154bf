import { expect, test } from "vitest";
import { callerOf, networkOf, readProxies } from "../../scripts/edge/caller.mjs";
import { readSettings } from "../../scripts/settings.mjs";

const from = (peer: string, told: string | undefined, proxies: string) => {
  const isProxy = readProxies(proxies);
  return isProxy && callerOf({ socket: { remoteAddress: peer }, headers: { "x-forwarded-for": told } }, isProxy);
};

test.each([
  ["198.51.100.7", "1.2.3.4", "", "198.51.100.7"],
  ["198.51.100.7", "1.2.3.4", "10.0.0.1", "198.51.100.7"],
  ["10.0.0.1", "203.0.113.9", "10.0.0.1", "203.0.113.9"],
  ["10.0.0.1", "1.2.3.4, 203.0.113.9", "10.0.0.1", "203.0.113.9"],
  ["10.0.0.1", "203.0.113.9, 10.0.7.7", "10.0.0.0/16", "203.0.113.9"],
  ["10.0.0.1", undefined, "10.0.0.1", "10.0.0.1"],
  ["10.0.0.1", "not an address", "10.0.0.1", "10.0.0.1"],
  ["10.0.0.1", "1.2.3.4, unknown", "10.0.0.1", "10.0.0.1"],
  ["::ffff:10.0.0.1", "::ffff:203.0.113.9", "10.0.0.1", "203.0.113.9"],
  ["2001:db8::1", "203.0.113.9", "2001:db8::/32", "203.0.113.9"],
])("from %s, told %s, trusting “%s”: %s", (peer, told, proxies, expected) => {
  expect(from(peer, told, proxies)).toBe(expected);
});

test.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.1/8/8", "2001:db8::/129", "*"])("TRUSTED_PROXY=%s is refused, since everybody would be trusted by mistake", (text) => {
  expect(() => readSettings({ TRUSTED_PROXY: text })).toThrow(/TRUSTED_PROXY must be addresses/);
});

test("without a word of the operator's no proxy is trusted, and everybody is counted", () => {
  const { isProxy, isLimited } = readSettings({});
  expect([isProxy("127.0.0.1"), isProxy("10.0.0.1"), isLimited]).toEqual([false, false, true]);
  expect(() => readSettings({ RATE_LIMIT: "no" })).toThrow(/RATE_LIMIT must be on or off/);
});

test("the machines of one IPv6 network are one sender", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe(networkOf("2001:db8:1:2::9"));
  expect(networkOf("2001:db8:1:2::9")).not.toBe(networkOf("2001:db8:1:3::9"));
  expect(networkOf("2001:0db8::1")).toBe(networkOf("2001:db8::2"));
  expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
});
