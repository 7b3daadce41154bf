import "server-only";
import nodemailer from "nodemailer";
import { readMailSettings } from "../../../scripts/mail-settings.mjs";

/** A letter in plain words, and what it brings for a calendar. `id` makes its Message-ID, the same however often it is sent, so that a repeat is recognised. */
export type Letter = { id: string; to: string; subject: string; text: string; calendar?: { method: "PUBLISH" | "CANCEL"; content: string } };
/** `as`: what the service that took it calls it. What stood in the way, in a word: the server's own words may hold an address. `final`: it would refuse this letter again. */
export type Handover = { taken: true; as?: string } | { taken: false; problem: "unreachable" | "not_secure" | "not_admitted" | "refused_for_now" | "refused" | "bad_address"; final: boolean };

export const mailIsSetUp = (): boolean => readMailSettings(process.env) !== undefined;

/** Hands a letter to the mail server. Answers once that has taken it, or what stood in the way. */
export async function handOver({ id, to, subject, text, calendar }: Letter): Promise<Handover> {
  const settings = readMailSettings(process.env);
  if (!settings) throw new Error("mail is not set up");
  // one address and nothing that a mail server could read as more
  if (!/^[^\s@<>",;:\\()[\]\p{Cc}]+@[^\s@<>",;:\\()[\]\p{Cc}]+$/u.test(to)) return { taken: false, problem: "bad_address", final: true };
  const { host, port, secure, loopback, auth, from, domain } = settings;
  const server = nodemailer.createTransport({
    host, port, secure, auth, name: domain, requireTLS: !secure && !loopback, ignoreTLS: loopback,
    connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true,
  });
  try {
    await server.sendMail({
      from, to: { name: "", address: to }, envelope: { from: from.address, to: [to] },
      messageId: `<${id}@${domain}>`, subject, text, textEncoding: "quoted-printable",
      ...(calendar ? { icalEvent: { ...calendar, filename: "meetings.ics" } } : {}),
      // neither out-of-office answers nor receipts
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }, xMailer: false,
    });
    return { taken: true };
  } catch (error) {
    return { taken: false, ...problemOf(error as Fault) };
  } finally {
    server.close();
  }
}

type Fault = NodeJS.ErrnoException & { responseCode?: number; command?: string };

/** Only what is said of this letter, of its recipient or its text, is said for good; what is said of us may be put right. */
function problemOf({ code, command = "", responseCode = 0, message }: Fault): Omit<Handover & { taken: false }, "taken"> {
  if (code === "EAUTH" || command.startsWith("AUTH")) return { problem: "not_admitted", final: false };
  // a certificate that nobody vouches for comes as a plain fault of the connection
  if (code === "ETLS" || command === "STARTTLS" || (code === "ESOCKET" && /certificate|ssl|tls/i.test(message))) return { problem: "not_secure", final: false };
  if (responseCode >= 500 && /^(RCPT TO|DATA)/.test(command)) return { problem: "refused", final: true };
  if (responseCode >= 400) return { problem: "refused_for_now", final: false };
  return { problem: "unreachable", final: false };
}
