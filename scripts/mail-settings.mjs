// What the environment says about mail: SMTP_URL and MAIL_FROM.
import { Refusal } from "./refusal.mjs";

const address = /^[^\s@<>",;:\\()[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/**
 * Where mail is handed over and from whom it comes; nothing where mail isn't set up. What leaves this machine is encrypted:
 * smtps:// from the first word, smtp:// by STARTTLS, without which nothing is sent.
 */
export function readMailSettings({ SMTP_URL, MAIL_FROM }) {
  if (!SMTP_URL && !MAIL_FROM) return undefined;
  if (!SMTP_URL) throw new Refusal("With MAIL_FROM set, SMTP_URL must be set as well: the mail server, such as smtp://user:password@mail.example.gov.uk:587.");
  const url = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : undefined;
  // the address may hold a password: it isn't said again
  if (!url?.hostname || !["smtp:", "smtps:"].includes(url.protocol) || !["", "/"].includes(url.pathname) || url.search || url.hash) {
    throw new Refusal("SMTP_URL must be the address of a mail server and nothing more, such as smtp://user:password@mail.example.gov.uk:587.");
  }
  const [, name, bracketed] = /^([^<>"\r\n]*?)\s*<([^<>\s]+)>$/.exec(MAIL_FROM ?? "") ?? [];
  const from = { name: name ?? "", address: bracketed ?? MAIL_FROM ?? "" };
  if (!address.test(from.address)) {
    throw new Refusal("With SMTP_URL set, MAIL_FROM must be set as well: the address that mails come from, such as Casemoot <no-reply@casemoot.example.gov.uk>.");
  }
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    loopback: ["localhost", "[::1]"].includes(url.hostname) || /^127(\.\d+){3}$/.test(url.hostname),
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    from,
    domain: from.address.split("@").at(-1).toLowerCase(),
  };
}
