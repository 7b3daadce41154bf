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

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/**
 * GOV.UK Notify, as the environment says it: its key, the template in which our own words go, and others for single kinds of mail. Nothing
 * where Notify isn't used. It stands instead of a mail server, not beside one.
 */
export function readNotifySettings({ NOTIFY_API_KEY, NOTIFY_TEMPLATE, NOTIFY_TEMPLATES, NOTIFY_URL, SMTP_URL }) {
  if (!NOTIFY_API_KEY && !NOTIFY_TEMPLATE) return undefined;
  // the key is a secret: it isn't said again
  const [, service, secret] = new RegExp(`^.+-(${uuid})-(${uuid})$`, "i").exec(NOTIFY_API_KEY ?? "") ?? [];
  if (!service || !secret) throw new Refusal("NOTIFY_API_KEY must be a key of GOV.UK Notify, as its page API integration shows it.");
  if (SMTP_URL) throw new Refusal("Set either SMTP_URL or NOTIFY_API_KEY: mail goes one way.");
  if (!new RegExp(`^${uuid}$`, "i").test(NOTIFY_TEMPLATE ?? "")) throw new Refusal("With NOTIFY_API_KEY set, NOTIFY_TEMPLATE must be set as well: the id of an email template with the subject ((subject)) and the message ((text)).");
  const url = URL.canParse(NOTIFY_URL || "https://api.notifications.service.gov.uk") ? new URL(NOTIFY_URL || "https://api.notifications.service.gov.uk") : undefined;
  const isHere = url?.protocol === "http:" && (url.hostname === "localhost" || /^127(\.\d+){3}$/.test(url.hostname));
  if (!url || !(url.protocol === "https:" || isHere) || !["", "/"].includes(url.pathname) || url.search || url.username) throw new Refusal("NOTIFY_URL must be the https:// address of GOV.UK Notify and nothing more. Leave it out for the usual one.");
  return { url: url.origin, service, secret, template: NOTIFY_TEMPLATE, templates: templatesIn(NOTIFY_TEMPLATES) };
}

function templatesIn(said) {
  if (!said) return {};
  const pairs = said.split(",").map((pair) => pair.trim().split("="));
  const isFine = ([kind, id, ...more]) => more.length === 0 && /^[a-z]+\.[A-Za-z]+$/.test(kind) && new RegExp(`^${uuid}$`, "i").test(id ?? "");
  if (!pairs.every(isFine)) throw new Refusal("NOTIFY_TEMPLATES must name kinds of mail and the ids of their templates, such as action.assigned=f33517ff-2a88-4f6e-b855-c550268ce08a,action.overdue=….");
  return Object.fromEntries(pairs);
}
