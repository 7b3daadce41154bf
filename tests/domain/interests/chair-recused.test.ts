import { beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import { confirmAction } from "@/domain/action-plan/commands/confirm-action.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { liftRecusal } from "@/domain/interests/commands/lift-recusal.ts";
import { viewMeetingInterests } from "@/domain/interests/queries/view-meeting-interests.ts";
import { addCaseToAgenda } from "@/domain/meetings/commands/add-case-to-agenda.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { done, problem, toAdd } from "../action-plan/arrange.ts";
import { aCase, item, later, now } from "../minutes/arrange.ts";
import { aTable, declared, minuteAll, recusalsOf, recused, type Table } from "./arrange.ts";

let world: World;
let people: World["people"];
let table: Table;
const reference = "CEN-2026-12";

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  table = await aTable(world);
});

describe("a chair who is recused hands that item to the deputy", () => {
  test("and only that: the deputy tasks, confirms and cancels on its case, and on no other", async () => {
    done(await declared(people.chair, "CEN-8"));
    expect(problem(await addAction(people.chair, toAdd(item(table.meeting, 3), people.police.personId), now))).toEqual({ kind: "notFound" });
    expect(done(await addAction(people.deputy, toAdd(item(table.meeting, 3), people.police.personId, { namelessWording: "Visit" }), now))).toEqual({ reference: "CEN-8-2", counts: true });
    expect(done(await addAction(people.deputy, toAdd(item(table.meeting, 4), people.police.personId, { namelessWording: "Visit" }), now))).toEqual({ reference: "CEN-9-1", counts: false });
    expect(done(await addAction(people.coordinator, toAdd(item(table.meeting, 3), people.police.personId, { namelessWording: "Ring" }), now))).toEqual({ reference: "CEN-8-3", counts: false });

    expect((await viewHome(people.deputy, {}, now)).attention).toContainEqual({ kind: "confirm", reference: "CEN-8-3", agency: "Police" });
    expect((await viewRoom(people.deputy, { reference, number: 3 }, now))?.allowed.confirmActions).toBe(true);
    expect((await viewRoom(people.deputy, { reference, number: 4 }, now))?.allowed.confirmActions).toBe(false);
    done(await confirmAction(people.deputy, { reference: "CEN-8-3", version: 1 }, now));
    expect(problem(await confirmAction(people.deputy, { reference: "CEN-9-1", version: 1 }, now))).toEqual({ kind: "forbidden", permission: "action.assign" });
    expect(problem(await cancelAction(people.chair, { reference: "CEN-8-3", version: 2, reason: "Not needed any more" }, now))).toEqual({ kind: "notFound" });
    done(await cancelAction(people.deputy, { reference: "CEN-8-3", version: 2, reason: "Not needed any more" }, now));
  });

  test("with deciding who else is recused from it", async () => {
    done(await declared(people.chair, "CEN-8"));
    expect(problem(await recused(people.deputy, "CEN-9", people.housing, "open"))).toEqual({ kind: "forbidden", permission: "recusal.decide" });
    done(await recused(people.deputy, "CEN-8", people.housing, "silent"));
    const office = (await viewMeetingInterests(people.deputy, { reference }, now))?.office;
    expect(office?.recusals.map(({ person, mayLift }) => [person, mayLift]).toSorted()).toEqual([["Insp Ruth Calverley", true], ["Zofia Nowak", true]]);
    const [recusal] = await recusalsOf(world, people.housing);
    expect(problem(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: "I say so" }, now))).toEqual({ kind: "notFound" });
    done(await liftRecusal(people.deputy, { recusalId: recusal?.id, reason: "No connection" }, now));
  });

  test("can't write on it, while the deputy and the coordinator do", async () => {
    done(await declared(people.chair, "CEN-8"));
    const said = { itemId: item(table.meeting, 3).id, version: 1, discussion: "Said.", decision: "continue" };
    expect(problem(await writeMinute(people.chair, said, now))).toEqual({ kind: "notFound" });
    expect(done(await writeMinute(people.deputy, said, now))).toMatchObject({ reference, number: 3, next: 4 });
  });

  test("can't close the meeting before that item is concluded, and is told who does it; the deputy closes all of it", async () => {
    done(await declared(people.chair, "CEN-8"));
    await minuteAll(world, table, people.deputy);
    expect(await viewClosing(people.chair, { reference }, later(9))).toMatchObject({ waits: true, allowed: { close: false } });
    expect(problem(await closeMeeting(people.chair, { reference, version: 1 }, later(9)))).toMatchObject({ rule: "meeting.recusedFromItem" });
    expect(await viewClosing(people.deputy, { reference }, later(9))).toMatchObject({ waits: false, allowed: { close: true } });
    done(await closeMeeting(people.deputy, { reference, version: 1 }, later(9)));
    expect((await owner.query<{ n: number }>("select minute_number as n from agenda_items where meeting_id = $1 order by position", [table.meeting.id])).rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  });

  test("until the deputy lifts it", async () => {
    done(await declared(people.chair, "CEN-8"));
    const [recusal] = await recusalsOf(world, people.chair);
    done(await liftRecusal(people.deputy, { recusalId: recusal?.id, reason: "Not the same family" }, now));
    await minuteAll(world, table, people.chair);
    expect(problem(await closeMeeting(people.deputy, { reference, version: 1 }, later(9)))).toEqual({ kind: "forbidden", permission: "meeting.close" });
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(9)));
  });
});

describe("an agenda published by somebody who is recused", () => {
  test("has the case on it all the same, and they see its place alone; a late case still finds room", async () => {
    done(await declared(people.coordinator, "CEN-8"));
    const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN };
    await insert("meetings", { ...of, id: crypto.randomUUID(), reference: "CEN-2027-01", kind: "ordinary", state: "scheduled", starts_at: "2027-01-12T14:00:00Z", place: "Town hall", limit_minutes: 120 });
    done(await publishAgenda(people.coordinator, { reference: "CEN-2027-01", version: 1, overLimitReason: "" }, now));
    const full = await viewMeeting(people.chair, { reference: "CEN-2027-01" }, now);
    expect(full?.items.flatMap((line) => (line.case ? [line.case.reference] : []))).toEqual(["CEN-7", "CEN-9", "CEN-8"]);
    const mine = await viewMeeting(people.coordinator, { reference: "CEN-2027-01" }, now);
    expect(mine?.items.map((line) => line.case?.reference ?? line.recusedFrom?.reference ?? line.kind)).toEqual(full?.items.map((line) => line.case?.reference ?? line.kind));
    expect(mine?.items.find((line) => line.recusedFrom)).toMatchObject({ recusedFrom: { reference: "CEN-8" }, case: null, plannedMinutes: 0 });

    await aCase(world, "CEN-11");
    const late = done(await addCaseToAgenda(people.coordinator, { reference: "CEN-2027-01", caseReference: "CEN-11" }, now));
    const after = await viewMeeting(people.chair, { reference: "CEN-2027-01" }, now);
    expect(after?.items.map((line) => line.position)).toEqual(after?.items.map((_, index) => index + 1));
    expect(after?.items[late.position - 1]?.case?.reference).toBe("CEN-11");
    expect(problem(await addCaseToAgenda(people.coordinator, { reference: "CEN-2027-01", caseReference: "CEN-8" }, now))).toEqual({ kind: "notFound" });
  });
});
