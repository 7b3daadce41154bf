import { beforeAll, expect, test } from "vitest";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { type About, can, type Permission } from "@/domain/kernel/policy.ts";
import { askMore } from "@/domain/referrals/commands/ask-more.ts";
import { declineReferral } from "@/domain/referrals/commands/decline-referral.ts";
import { describeMatter } from "@/domain/referrals/commands/describe-matter.ts";
import { revealReferral } from "@/domain/referrals/commands/reveal-referral.ts";
import { standAside } from "@/domain/referrals/commands/stand-aside.ts";
import { referralMoves } from "@/domain/referrals/lifecycle.ts";
import { transact } from "@/platform/db/client.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { now } from "../cases/arranged.ts";
import { aDraft, aReferral, done, matterForm, type Row, versionOf } from "./arrange.ts";

let world: World;
let row: Row;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
});

const forbidden = (permission: string) => ({ ok: false, problem: { kind: "forbidden", permission } });
const seen = async (reference: string) => ({ reference, version: await versionOf(world, reference) });
const allows = (who: Actor, permission: Permission, about: About) => transact({ ...who, now }, async (_, standing) => can(standing as Standing, permission, about));

test("the chair's office doesn't write in what it asked to be added to", async () => {
  const reference = await aReferral(world, row);
  done(await askMore(world.people.coordinator, { ...(await seen(reference)), reason: "Who else lives there?" }, now));
  expect(await describeMatter(world.people.chair, { ...(await seen(reference)), ...matterForm(world) }, now)).toEqual(forbidden("referral.write"));
});

test("whoever writes a referral answers none of it, and is shown nothing that they didn't write", async () => {
  const draft = await aDraft(world, row);
  expect(await askMore(world.people.housing, { ...(await seen(draft)), reason: "Who?" }, now)).toEqual(forbidden("referral.askMore"));
  expect(await standAside(world.people.housing, await seen(draft), now)).toEqual(forbidden("referral.standAside"));
  expect(await declineReferral(world.people.housing, { ...(await seen(draft)), reason: "No." }, now)).toEqual(forbidden("referral.decide"));
  const sent = await aReferral(world, row);
  expect(await revealReferral(world.people.housing, { reference: sent, reason: "To see who it is" }, now)).toEqual(forbidden("referral.reveal"));
});

test.each([
  ["referral.start", "housing", { speaksForAgency: true }, true], ["referral.start", "councillor", { speaksForAgency: false }, false],
  ["referral.write", "housing", { isReferrer: true }, true], ["referral.write", "chair", { isReferrer: false }, false],
  ["referral.send", "housing", { isReferrer: true }, true], ["referral.send", "colleague", { isReferrer: false }, false],
  ["referral.reveal", "coordinator", {}, true], ["referral.reveal", "police", {}, false],
  ["referral.standAside", "deputy", {}, true], ["referral.standAside", "governance", {}, false],
  ["referral.askMore", "coordinator", {}, true], ["referral.askMore", "northChair", {}, false],
  ["referral.decide", "chair", {}, true], ["referral.decide", "deputy", {}, false], ["referral.decide", "deputy", { chairRecused: true }, true], ["referral.decide", "coordinator", { chairRecused: true }, false],
] as const)("%s, asked by the %s with %o: %s", async (permission, who, about, is) => {
  expect(await allows(world.people[who], permission, { forumId: world.forums.CEN, ...about })).toBe(is);
});

test("a referral moves as it may", () => {
  expect(referralMoves).toEqual({ draft: ["sent"], sent: ["more_asked", "taken", "joined", "redirected", "declined"], more_asked: ["sent", "redirected", "declined"], taken: [], joined: [], redirected: [], declined: [] });
});
