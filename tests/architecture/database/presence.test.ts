import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { databaseAnswers, databaseAnswersNow, doubtDatabase } from "@/platform/health.ts";
import { superuser } from "../../support/database.ts";

// What every page asks before it is drawn: it must cost nothing while all is well, and must not go on saying so when it isn't.

const address = process.env.DATABASE_URL;
const watching = async () => (await superuser.query<{ pid: number; asked: string }>("select pid, query as asked from pg_stat_activity where application_name = 'casemoot health' and datname = current_database()")).rows;
const hangUp = async () => {
  await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'casemoot health' and datname = current_database()");
  await pause(200);
};

afterEach(async () => {
  process.env.DATABASE_URL = address;
  doubtDatabase();
  await databaseAnswersNow();
});

test("many pages share one connection, and none of them asks", async () => {
  await hangUp();
  expect(await Promise.all(Array.from({ length: 20 }, databaseAnswers))).toEqual(Array.from({ length: 20 }, () => true));
  expect(await watching()).toMatchObject([{ asked: "" }]);
});

test("a database that hung up is sought again, and missed where it is gone", async () => {
  expect(await databaseAnswers()).toBe(true);
  await hangUp();
  process.env.DATABASE_URL = "postgresql://casemoot_app@127.0.0.1:1/nowhere";
  expect(await databaseAnswers()).toBe(false);
  process.env.DATABASE_URL = address;
  expect(await databaseAnswers()).toBe(true);
});

test("after something failed it is asked once, then believed again", async () => {
  expect(await databaseAnswers()).toBe(true);
  doubtDatabase();
  expect(await databaseAnswers()).toBe(true);
  expect(await watching()).toMatchObject([{ asked: "select 1" }]);
});
