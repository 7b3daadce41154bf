import { expect, test } from "vitest";
import { calendarOf } from "@/jobs/calendar.ts";
import { writeMail } from "@/jobs/write-mail.ts";
import { handOver } from "@/platform/mail/smtp.ts";
import { aMailServer, mailTo } from "../support/mail-server.ts";

// The .ics, read again as a calendar reads it: lines unfolded, parts nested, local times with the rules of their zone.

type Part = { name: string; lines: Map<string, string>; parts: Part[] };
function parse(content: string): Part {
  expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of content.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const root: Part = { name: "", lines: new Map(), parts: [] };
  const open = [root];
  for (const line of content.replaceAll(/\r\n[ \t]/g, "").split("\r\n").filter(Boolean)) {
    const [, key = "", value = ""] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (key === "BEGIN") {
      const part = { name: value, lines: new Map<string, string>(), parts: [] };
      open.at(-1)?.parts.push(part);
      open.push(part);
    } else if (key === "END") expect(open.pop()?.name).toBe(value);
    else open.at(-1)?.lines.set(key, value);
  }
  expect(open).toHaveLength(1);
  return root.parts[0] ?? root;
}

/** The last Sunday of a month, at one o'clock UTC: when the clocks of London change. */
const change = (year: number, month: number) => {
  const last = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, last.getUTCDate() - last.getUTCDay(), 1);
};
/** The instant of a local time by the rules that the file brings. */
function instant(local: string): string {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(local) ?? [];
  const wall = Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s));
  const summer = wall - 3_600_000 >= change(Number(y), 3) && wall - 3_600_000 < change(Number(y), 10);
  return new Date(summer ? wall - 3_600_000 : wall).toISOString();
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const entry = (n: number, startsAt: string, over = {}) => ({ meetingId: id(n), reference: `CEN-${startsAt.slice(0, 7)}`, startsAt, minutes: 120, sequence: 0, provisional: false, ...over });
const made = { at: "2026-11-22T09:00:00.000Z", origin: "https://casemoot.testham.example" };

test("a year's entries tell the same moments across both changes of the clocks, whatever the zone of the server", () => {
  // 2pm in London all year, and both days round each change
  const starts = ["2027-01-12T14:00:00.000Z", "2027-03-27T14:00:00.000Z", "2027-03-28T13:00:00.000Z", "2027-07-13T13:00:00.000Z", "2027-10-30T13:00:00.000Z", "2027-10-31T14:00:00.000Z", "2027-12-14T14:00:00.000Z"];
  const before = process.env.TZ;
  for (const zone of ["UTC", "America/New_York", "Pacific/Auckland"]) {
    process.env.TZ = zone;
    const calendar = parse(calendarOf(starts.map((at, n) => entry(n, at)), { ...made, method: "PUBLISH" }).content);
    const events = calendar.parts.filter(({ name }) => name === "VEVENT");
    expect(events.map(({ lines }) => instant(lines.get("DTSTART;TZID=Europe/London") ?? ""))).toEqual(starts);
    expect(events.every(({ lines }) => lines.get("DTSTART;TZID=Europe/London")?.endsWith("T140000") && lines.get("DTEND;TZID=Europe/London")?.endsWith("T160000"))).toBe(true);
    expect(new Set(events.map(({ lines }) => lines.get("UID"))).size).toBe(starts.length);
    expect(events[0]?.lines.get("DTSTAMP")).toBe("20261122T090000Z");
  }
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test("the file brings the rules of its zone: the last Sundays of March and October, at one o'clock UTC", () => {
  const calendar = parse(calendarOf([entry(1, "2026-12-08T14:00:00.000Z")], { ...made, method: "PUBLISH" }).content);
  const zone = calendar.parts.find(({ name }) => name === "VTIMEZONE");
  expect(zone?.lines.get("TZID")).toBe("Europe/London");
  expect(zone?.parts.map(({ name, lines }) => [name, lines.get("TZOFFSETFROM"), lines.get("TZOFFSETTO"), lines.get("RRULE"), lines.get("DTSTART")?.slice(8)])).toEqual([
    ["DAYLIGHT", "+0000", "+0100", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "T010000"],
    ["STANDARD", "+0100", "+0000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "T020000"],
  ]);
});

test("an entry says which and when, and nothing else; one that changes keeps its UID and goes one sequence on", () => {
  const first = parse(calendarOf([entry(7, "2026-12-08T14:00:00.000Z", { provisional: true })], { ...made, method: "PUBLISH" }).content);
  const [event] = first.parts.filter(({ name }) => name === "VEVENT");
  expect(first.lines.get("METHOD")).toBe("PUBLISH");
  expect([...(event?.lines.keys() ?? [])].toSorted()).toEqual(["DTEND;TZID=Europe/London", "DTSTAMP", "DTSTART;TZID=Europe/London", 'ORGANIZER;CN="Casemoot"', "SEQUENCE", "STATUS", "SUMMARY", "UID", "URL;VALUE=URI", "X-MICROSOFT-CDO-BUSYSTATUS"]);
  expect(event?.lines.get("SUMMARY")).toBe("CEN-2026-12");
  expect(event?.lines.get("URL;VALUE=URI")).toBe("https://casemoot.testham.example/meetings/CEN-2026-12");
  expect([event?.lines.get("UID"), event?.lines.get("SEQUENCE"), event?.lines.get("STATUS")]).toEqual([id(7), "0", "TENTATIVE"]);
  const gone = parse(calendarOf([entry(7, "2026-12-15T14:00:00.000Z", { sequence: 2 })], { ...made, method: "CANCEL" }).content);
  expect(gone.lines.get("METHOD")).toBe("CANCEL");
  expect(gone.parts.filter(({ name }) => name === "VEVENT").map(({ lines }) => [lines.get("UID"), lines.get("SEQUENCE"), lines.get("STATUS")])).toEqual([[id(7), "2", "CANCELLED"]]);
});

test("a mail carries it as a calendar and as a file, with its method", async () => {
  const server = await aMailServer();
  mailTo(server.url);
  const written = writeMail({ template: "meeting.cancelled", facts: { at: made.at, meeting: entry(7, "2026-12-08T14:00:00.000Z", { sequence: 1 }) }, link: null });
  expect(await handOver({ id: id(9), to: "somebody@testham.example", ...written })).toEqual({ taken: true });
  const raw = server.taken[0]?.raw ?? "";
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
  expect(raw).toContain("meetings.ics");
  const attached = raw.split(/\r\n--/).find((part) => part.includes("meetings.ics"))?.split("\r\n\r\n")[1] ?? "";
  expect(Buffer.from(attached, "base64").toString()).toBe(written.calendar?.content);
  await server.close();
});
