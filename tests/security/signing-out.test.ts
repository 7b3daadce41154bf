import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy.ts";

const page = (cookie: string) => proxy(new NextRequest("http://localhost:3000/sign-in", { headers: { cookie } }));

test("the page after signing out clears what the browser kept, and no other page does", async () => {
  expect((await page("casemoot.said=session.ended%20%2Fsign-in")).headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect((await page("casemoot.said=case.taken%20%2Fcases%2FCEN-118")).headers.get("clear-site-data")).toBeNull();
  expect((await page("")).headers.get("clear-site-data")).toBeNull();
});
