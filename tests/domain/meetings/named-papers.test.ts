import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { packPaper } from "@/app/meetings/[reference]/pack/pack-paper.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { addPaper } from "@/domain/meetings/commands/add-paper.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { withdrawPaper } from "@/domain/meetings/commands/withdraw-paper.ts";
import { openPaper } from "@/domain/meetings/queries/open-paper.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { aBoard, type Board, brought, meets, moment, opened } from "../forward-plan/arrange.ts";
import { aCase, done, seen, sign } from "./arrange.ts";

// Rule 31: a board has papers for some of its agencies alone. To everybody else there is no such paper, neither its title nor a gap where it stands.

const november = moment("2026-11-02");
const secret = "Contract of the night shelter";
const open = "Figures of the quarter";
let board: Board;
let people: Board["people"];
let reference: string;
let item: string | undefined;
beforeEach(async () => {
  board = await aBoard(await aPartnership());
  people = board.people;
  reference = await meets(board, "2026-12-08", november);
  done(await addItem(people.coordinator, { reference, kind: "report", title: "Commissioning", presenter: "Council", minutes: "10", restricted: "" }, november));
  item = (await brought(board, reference, november))[0]?.id;
});
const add = (title: string, over: Record<string, unknown> = {}, now = november) => addPaper(people.coordinator, { reference, itemId: item, title, restricted: "", readerIds: [], file: Buffer.from(title), ...over }, now);
const forHousing = () => ({ readerIds: [board.world.agencies.housing] });
const publish = async () => done(await publishAgenda(people.coordinator, await seen(board.world, reference), november));
const idOf = async (title: string) => (await owner.query<{ id: string }>("select id from papers where partnership_id = $1 and title = $2", [board.world.partnershipId, title])).rows[0]?.id ?? "";
const pack = async (who: Actor, now = november) => {
  const found = await viewPack(who, { reference, form: null }, now);
  if (!found) throw new Error("no pack");
  return found;
};
const papersOf = async (who: Actor) => (await pack(who)).items.flatMap(({ papers }) => papers.map(({ position, title }) => [position, title]));
const opens = async (who: Actor, title: string, now = november) => (await openPaper(who, { reference, paperId: await idOf(title) }, now))?.name ?? null;
const rows = (who: Actor, now = november) => transact({ ...who, now }, (tx) => tx.$queryRaw<{ title: string }[]>`select title from papers order by position`).then((found) => found.map(({ title }) => title));

describe("a paper for one agency", () => {
  test("is read by whoever sits for it and by the chair's office; to the others it isn't there, and the next one has its number", async () => {
    done(await add(secret, forHousing()));
    done(await add(open));
    await publish();
    for (const who of [people.housing, people.chair, people.deputy, people.coordinator]) expect(await papersOf(who), who.name).toEqual([[1, secret], [2, open]]);
    for (const who of [people.police, people.councillor]) expect(await papersOf(who), who.name).toEqual([[1, open]]);
    expect([await rows(people.housing), await rows(people.police), await rows(people.probation), await rows(people.bystander), await rows(people.governance)]).toEqual([[secret, open], [open], [], [], []]);
    expect(await opens(people.housing, secret)).toMatch(/-paper-1\.txt$/);
    expect([await opens(people.housing, open), await opens(people.police, open)].map((name) => name?.slice(-11))).toEqual(["paper-2.txt", "paper-1.txt"]);
    for (const who of [people.police, people.councillor, people.probation, people.northChair, people.bystander, people.governance, people.administrator]) expect(await opens(who, secret), who.name).toBeNull();
    const trail = await owner.query<{ person_id: string }>("select person_id from audit_events where partnership_id = $1 and event = 'paper.opened' order by seq", [board.world.partnershipId]);
    expect(trail.rows.map((row) => row.person_id)).toEqual([people.housing.personId, people.housing.personId, people.police.personId]);
  });

  test("stands in no line, count, document or supplement of a reader who isn't named", async () => {
    await publish();
    done(await add(secret, forHousing(), moment("2026-11-04")));
    done(await addItem(people.coordinator, { reference, kind: "report", title: "A late one", presenter: "", minutes: "5", restricted: "" }, moment("2026-11-06")));
    const seenBy = async (who: Actor) => {
      const found = await pack(who, moment("2026-11-07"));
      const meeting = await viewMeeting(who, { reference }, moment("2026-11-07"));
      return { words: JSON.stringify([packPaper(found, "Testham", "reader"), meeting?.items]), supplements: found.supplements.map(({ number }) => number), late: [found.items, meeting?.items ?? []].map((lines) => lines.find(({ title }) => title === "A late one")?.supplement), papers: meeting?.items.map(({ papers }) => papers).filter((n) => n > 0) };
    };
    const [named, other] = [await seenBy(people.housing), await seenBy(people.police)];
    expect(named).toMatchObject({ supplements: [1, 2], late: [2, 2], papers: [1] });
    expect(named.words).toContain(secret);
    expect(other).toMatchObject({ supplements: [1], late: [1, 1], papers: [] });
    expect(other.words).not.toContain(secret);
    expect(other.words).not.toContain("named");
  });

  test("that comes late is told of by email to those for whom it is, and what comes for all the same hour to everybody", async () => {
    await publish();
    await owner.query("delete from mails where partnership_id = $1", [board.world.partnershipId]);
    const told = async () => (await owner.query<{ person_id: string }>("select person_id from mails where partnership_id = $1 and template = 'agenda.supplement' order by made_at", [board.world.partnershipId])).rows.map(({ person_id }) => person_id);
    done(await add(secret, forHousing(), moment("2026-11-04", 9)));
    expect((await told()).toSorted()).toEqual([people.housing, people.chair, people.deputy].map(({ personId }) => personId).toSorted());
    done(await add(open, {}, moment("2026-11-04", 9, 20)));
    expect(await told()).toEqual(expect.arrayContaining([people.police.personId, people.councillor.personId]));
  });

  test("may be for the register as well: then both", async () => {
    done(await add(secret, { ...forHousing(), restricted: "yes" }));
    await opened(board, reference, moment("2026-12-08"), [people.police]);
    expect(await opens(people.housing, secret, moment("2026-12-08", 10, 5))).toBeNull();
    done(await sign(people.housing, reference, moment("2026-12-08", 10, 6)));
    expect(await opens(people.housing, secret, moment("2026-12-08", 10, 7))).not.toBeNull();
    expect(await opens(people.police, secret, moment("2026-12-08", 10, 7))).toBeNull();
  });

  test("goes with the seat: who sits for another agency since, or whose seat ended, reads it no more", async () => {
    done(await add(secret, forHousing()));
    await publish();
    expect(await opens(people.housing, secret)).not.toBeNull();
    await owner.query("update memberships set until_on = '2026-11-10' where partnership_id = $1 and forum_id = $2 and person_id = $3", [board.world.partnershipId, board.id, people.housing.personId]);
    await insert("memberships", { id: randomUUID(), partnership_id: board.world.partnershipId, forum_id: board.id, person_id: people.housing.personId, agency_id: board.world.agencies.charity, commits: true, core: true, from_on: "2026-11-11" });
    expect(await opens(people.housing, secret, moment("2026-11-12"))).toBeNull();
    // a seat for the agency on another forum is no seat here
    expect(await opens(people.colleague, secret, moment("2026-11-12"))).toBeNull();
  });

  test("is shown to the office with whom it is for, and withdrawn is nobody's but the office's; off a draft it leaves nothing behind", async () => {
    done(await add(secret, { readerIds: [board.world.agencies.housing, board.world.agencies.police] }));
    const line = (await viewAgenda(people.chair, { reference }, november))?.lines.find(({ id }) => id === item);
    expect(line?.papers).toMatchObject([{ title: secret, named: true, readers: ["Housing", "Police"] }]);
    expect((await viewAgenda(people.chair, { reference }, november))?.agencies.map(({ name }) => name)).toEqual(["Council", "Housing", "Police"]);
    done(await withdrawPaper(people.coordinator, { reference, paperId: await idOf(secret), reason: "The wrong one" }, november));
    done(await leaveOffItem(people.coordinator, { ...(await seen(board.world, reference)), itemId: item, why: "Not now." }, november));
    expect((await owner.query("select 1 from paper_readers where partnership_id = $1", [board.world.partnershipId])).rows).toEqual([]);
  });
});

describe("refused", () => {
  test("for an agency that doesn't sit there, for a case, by anybody but the office", async () => {
    const wrong = { ok: false, problem: { kind: "invalid", fields: { readerIds: [expect.any(String)] } } };
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const readerIds of [[board.world.agencies.probation], [board.world.agencies.housing, elsewhere.agencies.housing], [randomUUID()], ["housing"]]) expect(await add(secret, { readerIds })).toMatchObject(wrong);
    const found = await aCase(board.world, {}, people.coordinator, november);
    const cen = await meets({ ...board, id: board.world.forums.CEN }, "2026-12-09", november);
    const ofCase = (await viewAgenda(people.coordinator, { reference: cen }, november))?.lines.find((line) => line.case?.reference === found.reference)?.id;
    expect(await add(secret, { reference: cen, itemId: ofCase, readerIds: [board.world.agencies.housing] })).toMatchObject(wrong);
    expect(await addPaper(people.housing, { reference, itemId: item, title: secret, restricted: "", ...forHousing(), file: Buffer.from("Mine") }, november)).toMatchObject({ ok: false, problem: { kind: "notFound" } });
    expect((await owner.query("select 1 from papers where partnership_id = $1", [board.world.partnershipId])).rows).toEqual([]);
  });

  test("past the command by the database: naming oneself later, opening a paper up, reading who is named", async () => {
    done(await add(secret, forHousing()));
    await publish();
    const id = await idOf(secret);
    const sql = (who: Actor, run: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<unknown>, now = moment("2026-11-05")) => transact({ ...who, now }, run);
    for (const who of [people.coordinator, people.police]) await expect(sql(who, (tx) => tx.$executeRaw`insert into paper_readers (partnership_id, forum_id, paper_id, agency_id) values (${board.world.partnershipId}::uuid, ${board.id}::uuid, ${id}::uuid, ${board.world.agencies.police}::uuid)`), who.name).rejects.toThrow();
    await expect(sql(people.coordinator, (tx) => tx.$executeRaw`update papers set named = false where id = ${id}::uuid`)).rejects.toThrow();
    await expect(sql(people.coordinator, (tx) => tx.$executeRaw`delete from paper_readers`)).rejects.toThrow();
    for (const who of [people.police, people.housing, people.bystander]) expect(await sql(who, (tx) => tx.$queryRaw`select * from paper_readers`)).toEqual([]);
    expect(await sql(people.police, (tx) => tx.$queryRaw`select app.names_reader(${id}::uuid) as named`)).toEqual([{ named: false }]);
  });
});
