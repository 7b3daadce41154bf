import { expect, test } from "vitest";
import { readMailSettings, readNotifySettings } from "../../scripts/mail-settings.mjs";
import { readSettings } from "../../scripts/settings.mjs";

const outside = {
  DATABASE_URL: "postgresql://casemoot_app:secret@db.example/casemoot",
  NEXTAUTH_SECRET: "x".repeat(32),
  ORIGIN: "https://casemoot.example.gov.uk",
};

test("without settings it listens on this machine alone", () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: "127.0.0.1", origin: "http://localhost:3000", external: false });
});

test("PORT moves the origin with it", () => {
  expect(readSettings({ PORT: "4000" })).toMatchObject({ port: 4000, origin: "http://localhost:4000" });
});

test.each(["0", "65536", "3000x", "-1"])("PORT=%s is refused", (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(/PORT must be a number/);
});

test("a database from outside is used with its secret and origin", () => {
  expect(readSettings(outside)).toMatchObject({ external: true, secret: outside.NEXTAUTH_SECRET, origin: outside.ORIGIN });
});

test("a database from outside without a secret, or with a short one, is refused", () => {
  expect(() => readSettings({ ...outside, NEXTAUTH_SECRET: undefined })).toThrow(/NEXTAUTH_SECRET must be set/);
  expect(() => readSettings({ ...outside, NEXTAUTH_SECRET: "x".repeat(31) })).toThrow(/at least 32 characters/);
});

test("a database from outside without an origin is refused", () => {
  expect(() => readSettings({ ...outside, ORIGIN: undefined })).toThrow(/ORIGIN must be set/);
});

test.each(["http://casemoot.example.gov.uk", "http://192.168.1.7:3000", "http://127.0.0.1.example.org"])(
  "plain http at %s is refused: anybody on the way could read",
  (origin) => {
    expect(() => readSettings({ ...outside, ORIGIN: origin })).toThrow(/over plain http/);
  },
);

test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])("plain http at %s stays on this machine", (origin) => {
  expect(readSettings({ ...outside, ORIGIN: origin }).origin).toBe(origin);
});

test.each(["casemoot.example.gov.uk", "https://casemoot.example.gov.uk/", "https://casemoot.example.gov.uk/app", "ftp://casemoot.example.gov.uk", "https://someone@casemoot.example.gov.uk"])(
  "%s is no origin",
  (origin) => {
    expect(() => readSettings({ ...outside, ORIGIN: origin })).toThrow(/ORIGIN must be an address without a path/);
  },
);

const withMail = { SMTP_URL: "smtp://casemoot:p%40ss@mail.example.gov.uk", MAIL_FROM: "Casemoot <no-reply@casemoot.example.gov.uk>" };

test("mail is set up by its server and its sender together, or not at all", () => {
  expect(readSettings({})).toMatchObject({ sendsMail: false });
  expect(readSettings(withMail)).toMatchObject({ sendsMail: true });
  expect(() => readSettings({ SMTP_URL: withMail.SMTP_URL })).toThrow(/MAIL_FROM must be set/);
  expect(() => readSettings({ MAIL_FROM: withMail.MAIL_FROM })).toThrow(/SMTP_URL must be set/);
});

test("the mail server's address is read with its port, user and password", () => {
  expect(readMailSettings(withMail)).toEqual({
    host: "mail.example.gov.uk", port: 587, secure: false, loopback: false, auth: { user: "casemoot", pass: "p@ss" },
    from: { name: "Casemoot", address: "no-reply@casemoot.example.gov.uk" }, domain: "casemoot.example.gov.uk",
  });
  expect(readMailSettings({ SMTP_URL: "smtps://[::1]", MAIL_FROM: "no-reply@Example.org" })).toMatchObject({ host: "::1", port: 465, secure: true, loopback: true, auth: undefined, from: { name: "" }, domain: "example.org" });
  for (const [host, loopback] of [["localhost", true], ["127.0.0.9", true], ["127.0.0.1.example.org", false], ["10.0.0.1", false]] as const) {
    expect(readMailSettings({ ...withMail, SMTP_URL: `smtp://${host}:25` })).toMatchObject({ loopback, port: 25 });
  }
});

test.each(["mail.example.gov.uk", "http://mail.example.gov.uk", "smtp://", "smtp://mail.example.gov.uk/queue", "smtp://u:hidden@mail.example.gov.uk?ignoreTLS=true"])("SMTP_URL=%s is refused, and a password in it isn't repeated", (url) => {
  expect(() => readSettings({ ...withMail, SMTP_URL: url })).toThrow(/^SMTP_URL must be the address of a mail server(?!.*hidden)/);
});

test.each(["Casemoot", "no-reply@casemoot", "a@b.example, c@d.example", "Case\r\nBcc: x@y.example <a@b.example>", "<a@b.example> <c@d.example>"])("MAIL_FROM=%j is refused", (from) => {
  expect(() => readSettings({ ...withMail, MAIL_FROM: from })).toThrow(/MAIL_FROM must be set/);
});

const key = "live_key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
const template = "f33517ff-2a88-4f6e-b855-c550268ce08a";

test("GOV.UK Notify is set up by its key and a template, instead of a mail server", () => {
  expect(readNotifySettings({})).toBeUndefined();
  expect(readSettings({ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template })).toMatchObject({ sendsMail: true });
  expect(readNotifySettings({ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template, NOTIFY_TEMPLATES: `action.overdue=${template}, account.invited=${template}` })).toEqual({
    url: "https://api.notifications.service.gov.uk", service: "26785a09-ab16-4eb0-8407-a37497a57506", secret: "3d844edf-8d35-48ac-975b-e847b4f122b0", template, templates: { "action.overdue": template, "account.invited": template },
  });
  expect(readNotifySettings({ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template, NOTIFY_URL: "http://127.0.0.1:4000" })).toMatchObject({ url: "http://127.0.0.1:4000" });
});

test.each([
  [{ NOTIFY_API_KEY: "hidden" }, /^NOTIFY_API_KEY must be a key(?!.*hidden)/],
  [{ NOTIFY_TEMPLATE: template }, /^NOTIFY_API_KEY must be a key/],
  [{ NOTIFY_API_KEY: key }, /NOTIFY_TEMPLATE must be set/],
  [{ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template, ...withMail }, /^Set either SMTP_URL or NOTIFY_API_KEY/],
  [{ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template, NOTIFY_URL: "http://notify.example" }, /^NOTIFY_URL must be/],
  [{ NOTIFY_API_KEY: key, NOTIFY_TEMPLATE: template, NOTIFY_TEMPLATES: "overdue" }, /^NOTIFY_TEMPLATES must name/],
])("Notify's settings %# are refused, and the key isn't repeated", (env, said) => {
  expect(() => readSettings(env)).toThrow(said);
});
