import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import type { Facts } from "@/domain/mail/rules.ts";

/** What a mail carries for calendars: PUBLISH for a date or its change, CANCEL for one that falls away. */
export type Calendar = { method: "PUBLISH" | "CANCEL"; content: string };
export type CalendarEntry = Facts["meeting.invited"]["meeting"];

const zone = "Europe/London";
/** Its rules, so that a calendar that doesn't know the zone by its name tells the time right as well. */
const rules = [
  "BEGIN:VTIMEZONE", `TZID:${zone}`,
  "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
  "BEGIN:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/**
 * Meetings as calendar entries: when, and by which reference; neither where, nor who, nor what (rule 29). An entry is known by its
 * meeting's id and replaced by a later sequence. Nobody is asked to answer by mail: replies are given in the application, so it is published, not requested.
 */
export function calendarOf(entries: readonly CalendarEntry[], { at, method, origin }: { at: string; method: Calendar["method"]; origin: string }): Calendar {
  // the zone is the entries' own: as the whole file's, it would be that of DTSTAMP too, which is in UTC
  const calendar = ical({ prodId: { company: "Casemoot", product: "Casemoot", language: "EN" }, method: ICalCalendarMethod[method], timezone: { name: null, generator: () => rules } });
  for (const { meetingId, reference, startsAt, minutes, sequence, provisional } of entries) {
    const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
    calendar.createEvent({
      id: meetingId, sequence, summary: reference, url: `${origin}/meetings/${reference}`, start, end: start.add({ minutes }), timezone: zone, stamp: new Date(at),
      organizer: { name: "Casemoot", email: `no-reply@${URL.canParse(origin) ? new URL(origin).hostname : "localhost"}` },
      status: method === "CANCEL" ? ICalEventStatus.CANCELLED : provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      busystatus: method === "CANCEL" ? ICalEventBusyStatus.FREE : provisional ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY,
    });
  }
  return { method, content: calendar.toString() };
}
