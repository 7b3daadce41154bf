import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { gateways } from "../../../prisma/reference/gateways.ts";
import { addGateway } from "@/domain/disclosures/commands/add-gateway.ts";
import { addRecipient } from "@/domain/disclosures/commands/add-recipient.ts";
import { checkGateway } from "@/domain/disclosures/commands/check-gateway.ts";
import { endGateway } from "@/domain/disclosures/commands/end-gateway.ts";
import { endRecipient } from "@/domain/disclosures/commands/end-recipient.ts";
import { viewShared, viewShareForm } from "@/domain/disclosures/queries/view-shared.ts";
import { viewGateway, viewGateways } from "@/domain/disclosures/queries/view-gateways.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { can } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, daysLater, eventsOf, now } from "../cases/arranged.ts";
import { share } from "./arrange.ts";

// Domain, section 5: law changes; these are rows with dates, kept by information governance.

let world: World;
let row: (name: string) => string;
let found: ArrangedCase;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
  found = await aCase(world);
});

const governance = () => world.people.governance;
const form = (over: Record<string, unknown> = {}) => ({ part: "power", name: "A new Act, section 3", plain: "Lets housing be told.", from: "2026-11-21", reach: "listed", kinds: ["housing", "probation"], ...over });
async function added(over: Record<string, unknown> = {}) {
  const answer = await addGateway(governance(), form(over), now);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return { rowId: answer.value.rowId, version: 1 };
}
const seen = async (rowId: string) => (await viewGateway(governance(), rowId, now))?.row;
/** Whether whoever shares on that day is offered it. */
const offered = async (rowId: string, at = now) => (await viewShareForm(world.people.coordinator, found.reference, at))?.answers.some(({ id }) => id === rowId);
const refused = (rule: string) => ({ ok: false, problem: { kind: "refused", rule, facts: {} } });
const wrong = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });
const stale = { ok: false, problem: { kind: "stale" } };

describe("the rows a partnership begins with", () => {
  test("answer all four questions, each in one line of plain English, and recent law is not checked", async () => {
    const rows = (await viewGateways(governance(), {}, now))?.rows ?? [];
    expect(rows.length).toBe(gateways.length);
    expect([...new Set(rows.map(({ part }) => part))].sort()).toEqual([...enums.gateway_part].sort());
    expect(rows.filter(({ plain }) => !/^[A-Z][^\n]+\.$/.test(plain))).toEqual([]);
    expect(rows.filter(({ checked }) => !checked).map(({ name }) => name).sort()).toEqual(["Crime and Policing legislation", "Data (Use and Access) Act 2025: recognised legitimate interests"]);
  });

  test("section 115 reaches the responsible authorities and nobody else", async () => {
    expect((await seen(row("Crime and Disorder Act 1998, section 115")))?.recipients.map(({ kind }) => kind)).toEqual(["council", "police", "integrated_care_board", "probation", "fire"]);
  });
});

describe("keeping them", () => {
  test("a row that is added can be chosen from the day it begins, and is marked until it is checked", async () => {
    const { rowId, version } = await added({ from: "2026-11-22" });
    expect(await offered(rowId)).toBe(false);
    expect(await offered(rowId, daysLater(1))).toBe(true);
    expect(await seen(rowId)).toMatchObject({ part: "power", checked: false, anyRecipient: false, from: "2026-11-22", until: null, recipients: [{ kind: "probation", from: "2026-11-22" }, { kind: "housing" }] });
    expect(await checkGateway(governance(), { rowId, version }, now)).toEqual({ ok: true, value: { rowId } });
    expect(await seen(rowId)).toMatchObject({ checked: true, version: 2 });
    expect(await checkGateway(governance(), { rowId, version: 2 }, now)).toEqual(refused("gateway.alreadyChecked"));
  });

  test("a row that ends can be chosen on its last day and no more after it", async () => {
    const row1 = await added();
    expect(await endGateway(governance(), { ...row1, until: "2026-11-20" }, now)).toEqual(wrong({ until: ["Last day must be on or after the day it begins"] }));
    expect(await endGateway(governance(), { ...row1, until: { day: "21", month: "11", year: "2026" } }, now)).toMatchObject({ ok: true });
    expect(await offered(row1.rowId)).toBe(true);
    expect(await offered(row1.rowId, daysLater(1))).toBe(false);
    expect(await endGateway(governance(), { ...row1, version: 2, until: "2026-12-31" }, now)).toEqual(refused("gateway.ended"));
  });

  test("what was shared by a row stands as it was when the row has ended", async () => {
    const power = await added({ kinds: ["probation"] });
    expect(await share(world, row, found.reference, world.people.coordinator, { powerId: power.rowId })).toMatchObject({ ok: true });
    await endGateway(governance(), { ...power, until: "2026-11-21" }, now);
    expect(await share(world, row, found.reference, world.people.coordinator, { powerId: power.rowId }, daysLater(1))).toEqual(wrong({ powerId: ["Select the power"] }));
    expect((await viewShared(world.people.chair, found.reference, daysLater(1)))?.contributions[0]?.gateway[0]).toMatchObject({ part: "power", name: "A new Act, section 3" });
  });

  test("a recipient that is added is reached, and one that ends no longer", async () => {
    const power = await added({ kinds: ["probation"] });
    const toHousing = (at = now) => share(world, row, found.reference, world.people.coordinator, { powerId: power.rowId, recipients: world.agencies.housing }, at);
    expect(await toHousing()).toMatchObject({ ok: false, problem: { rule: "disclosure.powerDoesNotReach" } });
    expect(await addRecipient(governance(), { ...power, kind: "housing", from: "2026-11-20" }, now)).toEqual(wrong({ from: ["Day it begins must be on or after the day the gateway begins"] }));
    expect(await addRecipient(governance(), { ...power, kind: "housing", from: "2026-11-21" }, now)).toMatchObject({ ok: true });
    expect(await toHousing()).toMatchObject({ ok: true });
    expect(await addRecipient(governance(), { ...power, version: 2, kind: "housing", from: "2026-12-01" }, now)).toEqual(refused("gateway.alreadyRecipient"));
    const recipientId = (await seen(power.rowId))?.recipients.find(({ kind }) => kind === "housing")?.id;
    expect(await endRecipient(governance(), { ...power, version: 2, recipientId, until: "2026-11-20" }, now)).toEqual(wrong({ until: ["Last day must be on or after the day it begins"] }));
    expect(await endRecipient(governance(), { ...power, version: 2, recipientId, until: "2026-11-21" }, now)).toMatchObject({ ok: true });
    expect(await toHousing()).toMatchObject({ ok: true });
    expect(await toHousing(daysLater(1))).toMatchObject({ ok: false, problem: { rule: "disclosure.powerDoesNotReach" } });
    expect(await endRecipient(governance(), { ...power, version: 3, recipientId, until: "2026-12-01" }, now)).toEqual(refused("gateway.ended"));
    expect(await endRecipient(governance(), { rowId: row("Children Act 1989, section 17"), version: 1, recipientId, until: "2026-12-01" }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await addRecipient(governance(), { ...power, version: 3, kind: "housing", from: "2026-11-22" }, now)).toMatchObject({ ok: true });
  });

  test("a row that reaches anybody has no list", async () => {
    const power = await added({ reach: "anybody", kinds: undefined });
    expect(await seen(power.rowId)).toMatchObject({ anyRecipient: true, recipients: [] });
    expect(await addRecipient(governance(), { ...power, kind: "housing", from: "2026-11-21" }, now)).toEqual(refused("gateway.reachesAnybody"));
  });

  test("a form drawn from an older version is refused, and of two at once one is done", async () => {
    const one = await added();
    const both = await Promise.all([checkGateway(governance(), one, now), endGateway(governance(), { ...one, until: "2026-12-31" }, now)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([stale]);
    expect(await addRecipient(governance(), { ...one, kind: "school", from: "2026-11-21" }, now)).toEqual(stale);
  });

  test("a form sent twice adds one row", async () => {
    const submissionKey = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => addGateway(governance(), { ...form(), submissionKey }, now)));
    expect(first).toEqual(second);
  });

  test("the form says what is missing", async () => {
    expect(await addGateway(governance(), {}, now)).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    expect(await addGateway(governance(), form({ kinds: [] }), now)).toEqual(wrong({ kinds: ["Select the kinds of agency it reaches"] }));
    expect(await addGateway(governance(), form({ reach: "anybody", lawEnforcementOnly: "yes" }), now)).toEqual(wrong({ lawEnforcementOnly: ["What is for law enforcement alone reaches only the kinds of agency selected"] }));
    expect(await addGateway(governance(), form({ from: { day: "31", month: "2", year: "2026" } }), now)).toEqual(wrong({ from: ["Day it begins must be a real date"] }));
  });

  test("is on the trail", async () => {
    const { rowId } = await added();
    expect((await eventsOf(world, "gateway.added")).at(-1)).toMatchObject({ person_id: governance().personId, particulars: { rowId, part: "power" } });
  });
});

test.each(["chair", "coordinator", "police", "administrator", "bystander"] as const)("the %s keeps none of them: gateway.keep is for information governance", async (who) => {
  const one = await added();
  const actor = world.people[who];
  expect(await transact({ ...actor, now }, async (_, standing) => can(standing as Standing, "gateway.keep"))).toBe(false);
  expect(await viewGateways(actor, {}, now)).toBeNull();
  expect(await viewGateway(actor, one.rowId, now)).toBeNull();
  const forbidden = { ok: false, problem: { kind: "forbidden", permission: "gateway.keep" } };
  expect(await addGateway(actor, form(), now)).toEqual(forbidden);
  expect(await endGateway(actor, { ...one, until: "2026-12-31" }, now)).toEqual(forbidden);
  expect(await checkGateway(actor, one, now)).toEqual(forbidden);
  expect(await addRecipient(actor, { ...one, kind: "school", from: "2026-11-21" }, now)).toEqual(forbidden);
  await expect(transact({ ...actor, now }, (tx) => tx.gatewayRow.updateMany({ where: { id: one.rowId }, data: { checked: true } }))).resolves.toEqual({ count: 0 });
});

test("another partnership's governance finds none of them", async () => {
  const one = await added();
  const elsewhere: Actor = (await aPartnership("Safer Elsewhere")).people.governance;
  expect((await viewGateways(elsewhere, {}, now))?.rows).toEqual([]);
  expect(await viewGateway(elsewhere, one.rowId, now)).toBeNull();
  expect(await viewGateway(governance(), "nonsense", now)).toBeNull();
  expect(await checkGateway(elsewhere, one, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
});
