import { expect, test } from "vitest";
import { encode } from "next-auth/jwt";
import { seal, sessionSeconds, unseal } from "@/platform/auth/session-cookie.ts";

const secret = "a secret of thirty-two letters at least";
process.env.NEXTAUTH_SECRET = secret;

test("a cookie gives its reference as often as it comes, and no longer than it lasts", async () => {
  const cookie = await seal("reference 1");
  const now = Date.now();
  expect(await unseal(cookie, now)).toBe("reference 1");
  expect(await unseal(cookie, now)).toBe("reference 1");
  expect(await unseal(cookie, now + (sessionSeconds + 1) * 1000)).toBeNull();
});

test("each cookie gives its own", async () => {
  const [one, other] = [await seal("one"), await seal("other")];
  expect([await unseal(one), await unseal(other), await unseal(one)]).toEqual(["one", "other", "one"]);
});

test("what is not ours, is changed, empty or over gives nothing, then as before", async () => {
  const cookie = await seal("reference 2");
  const over = await encode({ token: { reference: "over" }, secret, maxAge: -60 });
  const strange = await encode({ token: { reference: "strange" }, secret: "another secret of thirty-two letters", maxAge: 60 });
  const without = await encode({ token: { name: "nobody" }, secret, maxAge: 60 });
  for (const wrong of [undefined, "", "nonsense", `${cookie.slice(0, -2)}xx`, over, strange, without]) {
    expect(await unseal(wrong)).toBeNull();
    expect(await unseal(wrong)).toBeNull();
  }
});
