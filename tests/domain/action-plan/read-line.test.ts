import { describe, expect, test } from "vitest";
import { readDay } from "@/domain/action-plan/read-due.ts";
import { proposes, readLine, type Taskable } from "@/domain/action-plan/read-line.ts";

// a Tuesday
const today = "2026-12-08";
const nextMeeting = "2027-01-12";
const person = (personId: string, name: string, agency: string, over: Partial<Taskable> = {}): Taskable => ({ personId, name, post: "Officer", agency, shortName: agency, kind: "other", offices: [], signed: false, ...over });
const people = [
  person("zofia", "Zofia Nowak", "Northside Homes", { kind: "housing" }),
  person("ruth", "Insp Ruth Calverley", "Hallam Police", { shortName: "Police", kind: "police", offices: ["chair"] }),
  person("nia", "PC Nia Rowlands", "Hallam Police", { shortName: "Police", kind: "police" }),
  person("bev", "Bev Moxon", "Tenants' Federation", { kind: "voluntary" }),
  person("tariq", "Tariq Aziz-Hall", "Hallam Council", { shortName: "Council", kind: "council", post: "Antisocial behaviour lead" }),
  person("callum", "Callum Brearley", "Hallam Council", { shortName: "Council", kind: "council" }),
  person("joe", "Joe Stansfield", "Fire and Rescue", { kind: "fire" }),
];
const read = (line: string, over: Partial<Parameters<typeof readLine>[1]> = {}) => readLine(line, { people, today, nextMeeting, ...over });

test("a line is read as it is said across the table", () => {
  expect(read("@housing secure garages 3 and 7 by fri")).toEqual({ wording: "Secure garages 3 and 7", ownerIds: ["zofia"], called: "housing", due: "2026-12-11", measure: null });
  expect(read("- @Zofia to visit the tenant by next meeting, done when a note is on the case")).toEqual({ wording: "Visit the tenant", ownerIds: ["zofia"], called: "Zofia", due: nextMeeting, measure: "A note is on the case" });
});

describe("the day", () => {
  test.each([
    ["fri", "2026-12-11"], ["Friday", "2026-12-11"], ["tuesday", "2026-12-15"], ["next fri", "2026-12-18"], ["next monday", "2026-12-14"], ["today", today], ["tomorrow", "2026-12-09"],
    ["next meeting", nextMeeting], ["the next meeting", nextMeeting], ["+14 days", "2026-12-22"], ["14 days", "2026-12-22"], ["+2 weeks", "2026-12-22"], ["two weeks", "2026-12-22"], ["in a week", "2026-12-15"],
    ["8/1/2027", "2027-01-08"], ["8.1.27", "2027-01-08"], ["08-01-2027", "2027-01-08"], ["8 jan", "2027-01-08"], ["8 January 2027", "2027-01-08"], ["the 8th of January", "2027-01-08"], ["22 dec", "2026-12-22"],
    ["end of month", "2026-12-31"], ["the end of the month", "2026-12-31"], ["end of next month", "2027-01-31"], ["end of january", "2027-01-31"], ["end of feb 2028", "2028-02-29"], ["end of the week", "2026-12-11"],
  ])("“by %s” is %s", (said, day) => expect(readDay(said, today, nextMeeting)).toBe(day));

  test.each(["hand", "30/2/2027", "then", "4pm", "", "the police", "8", "soon", "may"])("“by %s” says no day", (said) => expect(readDay(said, today, nextMeeting)).toBeNull());

  test("“by next meeting” says none while none is planned", () => expect(readDay("next meeting", today, null)).toBeNull());

  test("a weekday on that weekday is the one in a week, and over New Year the year goes on", () => {
    expect(readDay("fri", "2026-12-11", null)).toBe("2026-12-18");
    expect(readDay("sat", "2026-12-31", null)).toBe("2027-01-02");
    expect(readDay("end of jan", "2026-12-31", null)).toBe("2027-01-31");
  });

  test("what isn't a day stays in the words", () => {
    expect(read("@bev deliver it by hand")).toMatchObject({ wording: "Deliver it by hand", due: null });
    expect(read("@bev deliver it by hand by fri")).toMatchObject({ wording: "Deliver it by hand", due: "2026-12-11" });
    expect(read("@bev ask on the estate +14 days")).toMatchObject({ wording: "Ask on the estate", due: "2026-12-22" });
    expect(read("@bev report within 10 days")).toMatchObject({ wording: "Report", due: "2026-12-18" });
  });
});

describe("the owner", () => {
  test.each<[string, string[]]>([
    ["zofia", ["zofia"]], ["Zofia Nowak", ["zofia"]], ["nowak", ["zofia"]], ["Northside", ["zofia"]], ["northside homes", ["zofia"]], ["housing", ["zofia"]], ["police", ["ruth", "nia"]], ["chair", ["ruth"]],
    ["Insp Ruth Calverley", ["ruth"]], ["Tenants' Federation", ["bev"]], ["tenants", ["bev"]], ["fire", ["joe"]], ["aziz", ["tariq"]], ["council", ["tariq", "callum"]], ["Antisocial behaviour lead", ["tariq"]],
  ])("@%s is found", (called, ids) => expect(read(`@${called} go and see`)).toMatchObject({ ownerIds: ids, wording: "Go and see" }));

  test("of several for one agency, whoever signed the register is meant", () => {
    const signed = people.map((one) => (one.personId === "nia" ? { ...one, signed: true } : one));
    expect(read("@police patrol the parade", { people: signed }).ownerIds).toEqual(["nia"]);
  });

  test("somebody unknown is said as they were called, and found to be nobody", () => {
    expect(read("@sanitation empty the bins by fri")).toEqual({ wording: "Empty the bins", ownerIds: [], called: "sanitation", due: "2026-12-11", measure: null });
    expect(read("@me call back").ownerIds).toEqual([]);
  });

  test("without an @ there is none", () => expect(read("Empty the bins by fri")).toMatchObject({ called: null, ownerIds: [], wording: "Empty the bins" }));
});

test("only a line that begins with an @ and a word proposes an action", () => {
  for (const line of ["@housing secure", "  - @ police patrol", "• @bev ask"]) expect(line, line).toMatch(proposes);
  for (const line of ["Write to a@b.example", "@", "@ ", "Housing @ 2pm"]) expect(line, line).not.toMatch(proposes);
});
