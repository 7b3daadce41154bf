import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { Refusal } from "@/domain/kernel/outcome.ts";
import { tryCode } from "@/domain/one-time-routes/commands/try-code.ts";
import { makeRoute, spendRoute, withdrawRoutes } from "@/domain/one-time-routes/lifecycle.ts";
import { findRoute } from "@/domain/one-time-routes/queries/find-route.ts";
import { readRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import { routeCode, secretOf } from "@/platform/auth/one-time-secret.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../support/database.ts";
import { aPartnership, insert, type World } from "../support/world.ts";

const now = new Date("2026-12-01T10:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let world: World;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test and of no other";
  world = await aPartnership();
});

type Over = { needsCode?: boolean; caseId?: string | null; personId?: string; endsAt?: Date; subjectId?: string };
const as = <T>(who: Actor, work: Parameters<typeof transact<T>>[1], at = now) => transact({ ...who, now: at }, work);
async function aRoute(over: Over = {}, from = world.people.coordinator) {
  const of = { purpose: "enquiry_answer" as const, subjectId: randomUUID(), forumId: world.forums.CEN, caseId: null, personId: world.people.bystander.personId, needsCode: true, endsAt: later(24), ...over };
  const id = await as(from, (tx) => makeRoute(tx, from, of, now));
  return { id, secret: secretOf(id, of.purpose), subjectId: of.subjectId };
}
const read = (secret: string, at = now) => readRoute(secret, randomUUID(), at);
const use = (who: Actor, { id, subjectId }: { id: string; subjectId: string }, at = now) => as(who, (tx) => spendRoute(tx, { id, purpose: "enquiry_answer", subjectId }, at), at);

test("a route says whose it is and what for, as often as it is read, and is used once", async () => {
  const { bystander } = world.people;
  const { id, secret, subjectId } = await aRoute();
  for (let times = 0; times < 3; times += 1) expect(await read(secret)).toMatchObject({ id, purpose: "enquiry_answer", subjectId, needsCode: true, forum: "CEN forum", actor: { personId: bystander.personId, sits: false } });
  // for nothing else than what it was made for
  await expect(use(bystander, { id, subjectId: (await aRoute()).subjectId })).rejects.toThrow(new Refusal({ kind: "refused", rule: "route.over", facts: {} }));
  await use(bystander, { id, subjectId });
  expect(await read(secret)).toBeNull();
  await expect(use(bystander, { id, subjectId })).rejects.toThrow(new Refusal({ kind: "refused", rule: "route.over", facts: {} }));
});

test("ended, withdrawn, replaced and made up are the same nothing", async () => {
  const { coordinator } = world.people;
  const ended = await aRoute({ endsAt: later(1) });
  expect(await read(ended.secret, later(1))).toBeNull();
  const withdrawn = await aRoute();
  await as(coordinator, (tx) => withdrawRoutes(tx, { purpose: "enquiry_answer", subjectId: withdrawn.subjectId }, now));
  expect(await read(withdrawn.secret)).toBeNull();
  const first = await aRoute();
  const second = await aRoute({ subjectId: first.subjectId });
  expect([await read(first.secret), (await read(second.secret))?.id]).toEqual([null, second.id]);
  expect(await read("made-up")).toBeNull();
  expect(await read(second.id)).toBeNull();
});

test("whoever has an account, has left, or is shut out of the case finds nothing behind it", async () => {
  const { bystander, colleague, police } = world.people;
  const caseId = randomUUID();
  await insert("cases", { id: caseId, partnership_id: world.partnershipId, forum_id: world.forums.CEN, reference: "CEN-900", opened_on: "2026-01-10" });
  const onCase = await aRoute({ caseId });
  expect(await read(onCase.secret)).not.toBeNull();
  await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId, person_id: bystander.personId, silent: true, reason: "A neighbour", decided_by_id: world.people.chair.personId, decided_at: now });
  expect(await read(onCase.secret)).toBeNull();

  const signsIn = await aRoute({ personId: colleague.personId });
  expect(await read(signsIn.secret)).not.toBeNull();
  await insert("credentials", { person_id: colleague.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: now });
  expect(await read(signsIn.secret)).toBeNull();

  const left = await aRoute({ personId: police.personId });
  await owner.query("update people set left_at = now() where id = $1", [police.personId]);
  expect(await read(left.secret)).toBeNull();
});

test("the code is told to the office that sent it, and to nobody else", async () => {
  const { coordinator, chair, northChair, housing } = world.people;
  const { id, subjectId } = await aRoute();
  const seen = (who: Actor) => as(who, (tx) => findRoute(tx, { purpose: "enquiry_answer", subjectId }, now));
  for (const who of [coordinator, chair]) expect(await seen(who)).toMatchObject({ id, state: "open", code: routeCode(id) });
  for (const who of [northChair, housing, (await aPartnership("Safer Elsewhere")).people.coordinator]) expect(await seen(who)).toBeNull();
  expect(routeCode(id)).toMatch(/^[234679ACDEFGHJKMNPQRTUVWXYZ]{6}$/);
  expect((await owner.query("select * from one_time_routes where id = $1", [id])).rows[0]).not.toMatchObject({ code: expect.anything() as unknown });
});

test("five wrong codes close it, however many come at once; a right one takes the count back", async () => {
  const { id, secret, subjectId } = await aRoute();
  const wrong = routeCode(id) === "222222" ? "333333" : "222222";
  for (let times = 0; times < 4; times += 1) expect(await tryCode(secret, wrong, now)).toBe("wrong");
  const said = routeCode(id);
  expect(await tryCode(secret, ` ${said.slice(0, 3).toLowerCase()} ${said.slice(3)}`, now)).toBe("right");
  const answers = await Promise.all(Array.from({ length: 9 }, () => tryCode(secret, wrong, now)));
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(5);
  expect(await tryCode(secret, said, now)).toBe("over");
  expect(await read(secret)).toBeNull();
  expect(await as(world.people.coordinator, (tx) => findRoute(tx, { purpose: "enquiry_answer", subjectId }, now))).toMatchObject({ state: "triedTooOften", code: null });
  expect(await tryCode("made-up", said, now)).toBe("over");
});

test("only the forum's office makes one, and past the functions nobody uses, withdraws or reads another's", async () => {
  const { housing, northChair, coordinator, bystander } = world.people;
  await expect(aRoute({}, housing)).rejects.toThrow();
  await expect(aRoute({}, northChair)).rejects.toThrow();
  await expect(aRoute({ endsAt: later(24 * 40) })).rejects.toThrow();
  await expect(aRoute({ personId: (await aPartnership("Safer Third")).people.chair.personId })).rejects.toThrow();
  const { id } = await aRoute();
  const sql = (who: Actor, text: string) => as(who, (tx) => tx.$executeRawUnsafe(text));
  expect(await sql(housing, `update one_time_routes set used_at = app.moment() where id = '${id}'`)).toBe(0);
  await expect(sql(coordinator, `update one_time_routes set used_at = app.moment() where id = '${id}'`)).rejects.toThrow();
  await expect(sql(bystander, `update one_time_routes set withdrawn_at = app.moment() where id = '${id}'`)).rejects.toThrow();
  await expect(sql(coordinator, `update one_time_routes set ends_at = 'infinity' where id = '${id}'`)).rejects.toThrow();
  await expect(sql(coordinator, "select secret_hash from one_time_routes")).rejects.toThrow();
});
