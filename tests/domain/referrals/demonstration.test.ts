import type pg from "pg";
import { expect, test } from "vitest";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import { marksOf, namedIn, twinOf } from "@/domain/cases/rules.ts";
import { addDays, dayOf, instantOf } from "@/domain/kernel/dates.ts";
import { makePartnership } from "../../../prisma/seed/directory.ts";
import { hallamford } from "../../../prisma/seed/hallamford.ts";
import { planReferrals, referred } from "../../../prisma/seed/story/referrals.ts";
import { Teller } from "../../../prisma/seed/story/teller.ts";
import { Timeline } from "../../../prisma/seed/timeline.ts";
import { owner } from "../../support/database.ts";

const places = ["Hallamford", "Northfold", "Aldershaw", "Birkley", "Cawdale", "Denholt", "Central", "Marketgate", "Eastholme", "Kiln Rise", "Priorsfield", "Southfold", "Fenwick Vale", "Gorsley", "Hatherstone", "Inglewood"];

test.each(referred.map((one) => [one.title, one] as const))("%s: what is nameless names nobody", (_, { name, born, address, postcode, label, ...twin }) => {
  const marks = marksOf({ name: name ?? null, bornOn: born ? "2010-01-01" : null, address: [address, postcode].filter(Boolean).join(", ") || null, safeContact: null });
  expect([...namedIn(twinOf(twin), marks, places), ...namedIn(label, marks)]).toEqual([]);
});

test("the year's referrals are told through the commands, and some wait for their answer today", async () => {
  const madeAt = new Date("2026-11-26T10:20:00Z");
  const today = dayOf(madeAt);
  const directory = await makePartnership(owner as unknown as pg.Client, hallamford(today), { passwordHash: "", madeAt, since: addDays(today, -730) });
  const timeline = new Timeline(madeAt);
  const teller = new Teller(directory, timeline, madeAt, owner as unknown as pg.Client);
  // the case of the story that a referral is joined to
  for (const [forum, title] of [["MARP", "Two young people and one place"]] as const) {
    timeline.at(instantOf(addDays(today, -180), 9, 0), (now) =>
      teller.tell(takeCase, directory.coordinator(forum), { forumId: directory.forumId(forum), subjectType: "victim", title, summary: "Told elsewhere.", wardId: "", background: "Told elsewhere.", wanted: "One plan.", risk: "high", subjectLabel: "them", name: "", address: "", addressHeldById: "", safeContact: "" }, now));
  }
  planReferrals(teller);
  await timeline.run(() => undefined);
  const { rows } = await owner.query<{ state: string; n: number }>("select state, count(*)::int as n from referrals where partnership_id = $1 group by 1 order by 1", [directory.partnershipId]);
  const states = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  expect(states).toMatchObject({ draft: 1, taken: 2, joined: 1, more_asked: 1 });
  expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(referred.length);
  expect(states.sent).toBeGreaterThan(5);
  // two ask whether others hold something similar: one was answered, one waits
  const { rows: talks } = await owner.query("select count(*)::int as asked, count(*) filter (where exists (select 1 from talk_answers a where a.request_id = t.id and a.made_known))::int as known from talk_requests t where t.partnership_id = $1", [directory.partnershipId]);
  expect(talks).toEqual([{ asked: 2, known: 1 }]);
  const { rows: turning } = await owner.query("select count(*)::int as n from referral_particulars where partnership_id = $1 and born_on between $2::date - interval '18 years' and $2::date - interval '17 years 6 months'", [directory.partnershipId, today]);
  expect(turning).not.toEqual([{ n: 0 }]);
}, 240_000);
