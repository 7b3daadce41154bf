import { afterEach, expect, test, vi } from "vitest";
import { codeOf, discover } from "@/platform/auth/openid.ts";
import { CarefulFetchError } from "@/platform/auth/careful-fetch.ts";

const tenant = "https://login.microsoftonline.com/3f1c0f3e-2a52-4a3c-9d1c-6c3f6f9f0a11/v2.0";
const saying = (issuer: string) => vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ issuer, authorization_endpoint: `${tenant}/authorize`, token_endpoint: `${tenant}/token`, jwks_uri: `${tenant}/keys` })));
afterEach(() => vi.unstubAllGlobals());

test("one tenant speaks for itself alone, also where the library would let Microsoft's address for anybody speak for it", async () => {
  saying(tenant);
  expect((await discover({ issuer: tenant, clientId: "us" })).issuer).toBe(tenant);
  saying("https://login.microsoftonline.com/{tenantid}/v2.0");
  await expect(discover({ issuer: tenant, clientId: "us" })).rejects.toMatchObject({ problem: "otherIssuer" });
});

test("the log is told a code, and nothing that anybody said", () => {
  expect(codeOf(new CarefulFetchError("slow"))).toBe("slow");
  expect(codeOf(Object.assign(new Error("ruth@council.example"), { code: "OAUTH_INVALID_RESPONSE" }))).toBe("OAUTH_INVALID_RESPONSE");
  expect(codeOf(new Error("ruth@council.example"))).toBe("unknown");
  expect(codeOf("ruth@council.example")).toBe("unknown");
});
