import "server-only";
import { readMailSettings, readNotifySettings } from "../../../scripts/mail-settings.mjs";
import { type Note, handOverToNotify } from "./notify.ts";
import { handOver, type Handover } from "./smtp.ts";

export const mailIsSetUp = (): boolean => readNotifySettings(process.env) !== undefined || readMailSettings(process.env) !== undefined;

/** The way that mail goes: by GOV.UK Notify where that is set up, else by the mail server. Notify takes no calendar's file along. */
export function carrier(): { handOver: (note: Note) => Promise<Handover>; attaches: boolean } {
  const notify = readNotifySettings(process.env);
  return notify ? { handOver: (note) => handOverToNotify(notify, note), attaches: false } : { handOver, attaches: true };
}
