import { beforeAll, expect, test } from "vitest";
import { giveReply } from "@/domain/concerns/commands/give-reply.ts";
import { keepAnswer } from "@/domain/concerns/commands/keep-answer.ts";
import { noteRecurrence } from "@/domain/concerns/commands/note-recurrence.ts";
import { prepareConcern } from "@/domain/concerns/commands/prepare-concern.ts";
import { prepareReply } from "@/domain/concerns/commands/prepare-reply.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { raiseConcern } from "@/domain/concerns/commands/raise-concern.ts";
import { tellMore } from "@/domain/concerns/commands/tell-more.ts";
import { listConcerns } from "@/domain/concerns/queries/list-concerns.ts";
import { viewConcern } from "@/domain/concerns/queries/view-concern.ts";
import { saysDanger } from "@/domain/kernel/danger.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { answers, aRaised, done, now } from "./arrange.ts";

let world: World;
beforeAll(async () => {
  world = await aPartnership();
});
const who = () => world.people;

/** What is typed, pasted or sent, and what is kept of it. */
const words: Record<string, [sent: string, kept: string]> = {
  emoji: ["Motorcycles 🏍️👨‍👩‍👧 again", "Motorcycles 🏍️👨‍👩‍👧 again"],
  "right-to-left overrides": ["Gate\u202Egnitset\u202C open", "Gategnitset open"],
  NUL: ["Shout\u0000ing", "Shouting"],
  "lone surrogates": ["Half \uD83D a sign", "Half \uFFFD a sign"],
  HTML: ["<script>alert(1)</script><img src=x onerror=alert(1)>", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
  SQL: ["'); drop table concerns; --", "'); drop table concerns; --"],
  formulae: ["=HYPERLINK(\"http://evil.example\",\"x\")", "=HYPERLINK(\"http://evil.example\",\"x\")"],
  "header injection": ["Subject\r\nBcc: all@example.org", "Subject\nBcc: all@example.org"],
  "Arabic and Punjabi": ["مشكلة في الحديقة ਪਾਰਕ ਵਿੱਚ ਸਮੱਸਿਆ", "مشكلة في الحديقة ਪਾਰਕ ਵਿੱਚ ਸਮੱਸਿਆ"],
};

test.each(Object.entries(words))("%s in every field is kept as words and nothing else", async (_, [sent, kept]) => {
  const { councillor, chair, coordinator } = who();
  const { draftId } = done(await keepAnswer(councillor, { question: "all", draftId: "", afterId: "", ...answers(world, { what: sent, place: sent.slice(0, 190), triedWords: sent, contact: sent.slice(0, 290) }) }, now));
  const { reference } = done(await raiseConcern(councillor, { draftId }, now));
  done(await noteRecurrence(councillor, { reference, happenedOn: "2026-11-27", note: sent }, now));
  done(await tellMore(councillor, { reference, words: sent }, now));
  done(await prepareConcern(coordinator, { reference, version: 0, note: sent }, now));
  done(await proposeAnswer(chair, { reference, decision: "declined", reason: sent }, now));
  expect(await viewConcern(councillor, reference)).toMatchObject({ what: kept, place: kept, triedWords: kept, contact: { words: kept }, recurrences: [{ note: kept }], steps: [{ words: kept }] });
  expect(await viewConcern(chair, reference)).toMatchObject({ office: { note: kept, proposals: [{ reason: kept }] } });
  expect((await listConcerns(chair, { list: "waiting", page: 1 })).concerns.some(({ what }) => what === kept)).toBe(true);
});

test("10,000 characters are too many in every field, said by its name, and nothing is kept", async () => {
  const long = "a".repeat(10_000);
  const before = await owner.query("select count(*) from concern_drafts");
  expect(await keepAnswer(who().councillor, { question: "all", draftId: "", afterId: "", ...answers(world, { what: long, place: long, triedWords: long, contact: long, residents: long }) }, now)).toMatchObject({
    problem: { fields: { what: ["What is happening must be 2,000 characters or less"], place: ["Street or place must be 200 characters or less"], triedWords: ["What was tried must be 1,000 characters or less"], contact: ["How to reach them must be 300 characters or less"], residents: [expect.stringContaining("whole number")] } },
  });
  expect((await owner.query("select count(*) from concern_drafts")).rows).toEqual(before.rows);
  const { reference, version } = await aRaised(world);
  expect(await noteRecurrence(who().councillor, { reference, happenedOn: "2026-11-27", note: long }, now)).toMatchObject({ problem: { fields: { note: ["What happened must be 600 characters or less"] } } });
  expect(await tellMore(who().councillor, { reference, words: long }, now)).toMatchObject({ problem: { fields: { words: ["Your answer must be 2,000 characters or less"] } } });
  expect(await prepareConcern(who().chair, { reference, version: 0, note: long }, now)).toMatchObject({ problem: { fields: { note: ["Note must be 1,000 characters or less"] } } });
  expect(await proposeAnswer(who().chair, { reference, decision: "declined", reason: long }, now)).toMatchObject({ problem: { fields: { reason: ["Reason must be 1,000 characters or less"] } } });
  expect(await prepareReply(who().chair, { reference, version: 0, recordWords: long, residentWords: long }, now)).toMatchObject({ problem: { fields: { recordWords: ["For the record must be 2,000 characters or less"], residentWords: ["What residents may be told must be 1,000 characters or less"] } } });
  expect(await giveReply(who().chair, { reference, version, preparation: 1, tellsHarm: "perhaps", ends: "" }, now)).toMatchObject({ problem: { fields: { tellsHarm: [expect.any(String)], ends: ["Select whether more will follow"] } } });
});

test("nothing but what can't be seen is nothing", async () => {
  for (const nothing of ["", "   ", "\u200B\u200B", "\u0000", "...", "🏍️"]) {
    expect(await keepAnswer(who().councillor, { question: "what", draftId: "", afterId: "", what: nothing }, now), JSON.stringify(nothing)).toMatchObject({ problem: { fields: { what: ["Enter what is happening"] } } });
  }
});

test.each([
  "He has a knife", "she is afraid for her life", "they threatened to stab him", "My neighbour wants to kill herself", "A child is being hit", "the house was set on fire", "someone is being attacked right now", "She was raped", "in immediate danger", "screaming for help every night",
])("“%s” speaks of danger", (said) => expect(saysDanger(said)).toBe(true));

test.each([
  "Off-road motorcycles race round every weekend", "Bags are tipped at the end of the lane", "The lights are out and people are afraid to walk home", "Noise until midnight", "A dog has gone for two others", "Drinkers on the benches from morning", "They fight over parking", "Young people on the roof",
])("“%s” does not", (said) => expect(saysDanger(said)).toBe(false));
