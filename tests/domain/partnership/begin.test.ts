import { spawnSync } from "node:child_process";
import { beforeEach, expect, test } from "vitest";
import { dayOf } from "@/domain/kernel/dates.ts";
import { hashOf } from "@/platform/auth/one-time-secret.ts";
import { asOwner } from "../../../prisma/partnership/as-owner.ts";
import { beginPartnership } from "../../../prisma/partnership/begin.ts";
import { InvitationInput, PartnershipInput } from "../../../prisma/partnership/inputs.ts";
import { inviteAgain } from "../../../prisma/partnership/invite.ts";
import { gateways } from "../../../prisma/reference/gateways.ts";
import { owner, superuser } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";

// An operator's own act: a real partnership with its first administrator, before there is anybody to sign in as.

const now = new Date("2026-11-21T10:00:00Z");
const later = new Date("2026-11-23T10:00:00Z");
let n = 0;
let said: Record<string, string>;
beforeEach(() => {
  n += 1;
  said = { name: `Safer Oakmere ${n}`, agency: "Oakmere Borough Council", kind: "council", administrator: "Ada Lindqvist", style: "Dr", email: `ada.${n}@oakmere.example` };
});

const url = () => process.env.MIGRATE_DATABASE_URL;
const begin = (over: Record<string, string> = {}, at = now) => asOwner(url(), at, (client) => beginPartnership(client, PartnershipInput.parse({ ...said, ...over }), at));
const again = (email = said.email, at = later) => asOwner(url(), at, (client) => inviteAgain(client, { email: InvitationInput.parse({ email }).email }, at));
const ask = async (sql: string, values: unknown[] = []) => (await owner.query<Record<string, unknown>>(sql, values)).rows;
const idOf = async (name: string | undefined) => (await ask("select id from partnerships where name = $1", [name]))[0]?.id as string;
const links = async () => ask("select l.* from one_time_links l join people p on p.id = l.person_id where p.email = $1 order by l.made_at", [said.email]);

test("makes a partnership that is no demonstration, with its first administrator", async () => {
  await begin({ email: " Ada.Lindqvist@OAKMERE.example " });
  const partnership = await idOf(said.name);
  expect(await ask("select name, demonstration, idle_minutes from partnerships where id = $1", [partnership])).toEqual([{ name: said.name, demonstration: false, idle_minutes: 30 }]);
  expect(await ask(`select p.name, p.style, p.post, p.email, g.name as agency, g.kind, o.office, o.from_on::text as since, o.until_on from people p join agencies g on g.id = p.agency_id join partnership_offices o on o.person_id = p.id where p.partnership_id = $1`, [partnership])).toEqual([
    { name: "Ada Lindqvist", style: "Dr", post: "Partnership administrator", email: "ada.lindqvist@oakmere.example", agency: "Oakmere Borough Council", kind: "council", office: "administrator", since: dayOf(now), until_on: null },
  ]);
});

test("gives it a declaration to sign, and the law's rows, none of them checked before its own lawyer has", async () => {
  await begin();
  const partnership = await idOf(said.name);
  expect(await ask("select version, adopted_on::text as since, hash = sha256(convert_to(text, 'UTF8')) as whole, length(text) > 3000 as long from declarations where partnership_id = $1", [partnership])).toEqual([{ version: 1, since: dayOf(now), whole: true, long: true }]);
  expect(await ask("select count(*)::int as rows, bool_or(checked) as checked from gateway_rows where partnership_id = $1", [partnership])).toEqual([{ rows: gateways.length, checked: false }]);
});

test("the invitation lasts seven days, and of its secret only the hash is kept", async () => {
  const { secret, endsAt } = await begin();
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(endsAt).toEqual(new Date("2026-11-28T10:00:00Z"));
  expect(await links()).toMatchObject([{ purpose: "account_invitation", secret_hash: hashOf(secret), ends_at: endsAt, made_by_id: null, used_at: null, withdrawn_at: null }]);
  expect(JSON.stringify(await ask("select to_jsonb(e) from audit_events e"))).not.toMatch(new RegExp(`${secret}|lindqvist|oakmere`, "i"));
});

test("is the first of its chain, done by nobody of the partnership", async () => {
  await begin();
  await again();
  const partnership = await idOf(said.name);
  expect(await ask("select seq::int, event, person_id, occurred_at from audit_events where partnership_id = $1 order by seq", [partnership])).toEqual([
    { seq: 1, event: "partnership.made", person_id: null, occurred_at: now }, { seq: 2, event: "account.invited", person_id: null, occurred_at: now }, { seq: 3, event: "account.invited", person_id: null, occurred_at: later },
  ]);
  expect(await ask("select ok, checked::int from app.verify_audit_chain() where partnership_id = $1", [partnership])).toEqual([{ ok: true, checked: 3 }]);
});

test("a second partnership goes beside the first; the same name, however it is written, is refused", async () => {
  await begin();
  await begin({ name: `Safer Elsewhere ${n}`, email: `other.${n}@elsewhere.example` });
  await expect(begin({ name: said.name?.toUpperCase() ?? "", email: `third.${n}@oakmere.example` })).rejects.toThrow(/There is a partnership called .* already/);
});

test("an address that somebody has is refused in words, and nothing of the partnership stays", async () => {
  await begin();
  await expect(begin({ name: `Safer Elsewhere ${n}`, email: said.email?.toUpperCase() ?? "" })).rejects.toThrow("An address belongs to one person in one partnership");
  expect(await idOf(`Safer Elsewhere ${n}`)).toBeUndefined();
});

test("all of it or nothing: what fails at the end leaves no partnership", async () => {
  await expect(asOwner(url(), now, async (client) => {
    await beginPartnership(client, PartnershipInput.parse(said), now);
    await client.query("select 1 / 0");
  })).rejects.toThrow("division by zero");
  expect(await idOf(said.name)).toBeUndefined();
});

test("of two at once with one name, one is made", async () => {
  const both = await Promise.allSettled([begin(), begin({ email: `other.${n}@oakmere.example` })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await ask("select from partnerships where name = $1", [said.name])).toHaveLength(1);
});

test("a fresh link ends the one before", async () => {
  const first = await begin();
  const second = await again();
  expect(second.secret).not.toBe(first.secret);
  expect(await links()).toMatchObject([{ secret_hash: hashOf(first.secret), withdrawn_at: later }, { secret_hash: hashOf(second.secret), withdrawn_at: null, ends_at: new Date("2026-11-30T10:00:00Z") }]);
});

test("a telephone lost with its codes is forgotten when asked to, and only then; it ends what was open, and is kept", async () => {
  await begin();
  const partnership = await idOf(said.name);
  const [person] = await ask("select id from people where email = $1", [said.email]);
  const own = { partnership_id: partnership, person_id: person?.id };
  await insert("second_factors", { ...own, sealed_secret: "x", made_at: now, confirmed_at: now });
  await insert("recovery_codes", { ...own, id: crypto.randomUUID(), code_hash: "x", made_at: now });
  await insert("sessions", { ...own, id: crypto.randomUUID(), reference_hash: `x${n}`, opened_at: now, idle_ends_at: later, ends_at: later });
  const state = async () => (await ask("select f.confirmed_at is null as forgotten, c.used_at is not null as used, s.ended_at is not null as ended from second_factors f join recovery_codes c using (person_id) join sessions s using (person_id) where person_id = $1", [person?.id]))[0];
  await again();
  expect(await state()).toEqual({ forgotten: false, used: false, ended: false });
  await asOwner(url(), later, (client) => inviteAgain(client, { email: said.email ?? "", resetSecondFactor: true }, later));
  expect(await state()).toEqual({ forgotten: true, used: true, ended: true });
  expect((await ask("select event, person_id from audit_events where partnership_id = $1 order by seq", [partnership])).slice(-2)).toEqual([{ event: "secondFactor.reset", person_id: null }, { event: "account.invited", person_id: null }]);
});

test("only an administrator in office gets one: no member, no leaver, nobody whose office ended, nobody unknown", async () => {
  const refusal = /^Nobody with the address .* administers a partnership here/;
  await begin();
  const partnership = await idOf(said.name);
  const [first] = await ask("select id, agency_id from people where email = $1", [said.email]);
  await insert("people", { id: crypto.randomUUID(), partnership_id: partnership, agency_id: first?.agency_id, name: "Bo Member", post: "Officer", email: `bo.${n}@oakmere.example` });
  await expect(again(`bo.${n}@oakmere.example`)).rejects.toThrow(refusal);
  await expect(again(`nobody.${n}@oakmere.example`)).rejects.toThrow(refusal);
  await owner.query("update partnership_offices set until_on = '2026-11-22' where person_id = $1", [first?.id]);
  await expect(again()).rejects.toThrow(refusal);
  await owner.query("update partnership_offices set until_on = null where person_id = $1", [first?.id]);
  await owner.query("update people set left_at = $2 where id = $1", [first?.id, later]);
  await expect(again()).rejects.toThrow(refusal);
});

test("another role than the owner of the tables is refused, the superuser too", async () => {
  for (const role of ["DATABASE_URL", "SUPERUSER_DATABASE_URL"]) await expect(asOwner(process.env[role], now, async () => {})).rejects.toThrow("Use the role casemoot_owner");
  await expect(asOwner(undefined, now, async () => {})).rejects.toThrow("Set MIGRATE_DATABASE_URL");
});

test("a database older than this version is refused before anything is written", async () => {
  await owner.query("update _prisma_migrations set migration_name = 'x' || migration_name where migration_name like '%accounts'");
  try {
    await expect(begin()).rejects.toThrow("The database is newer than this version");
  } finally {
    await owner.query("update _prisma_migrations set migration_name = substr(migration_name, 2) where migration_name like 'x%'");
  }
  expect(await idOf(said.name)).toBeUndefined();
});

const command = (what: string, options: Record<string, string>, env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ["--conditions=react-server", "--import", "tsx", "prisma/partnership/command-line.ts", what, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])], {
    encoding: "utf8", input: "", env: { ...process.env, ORIGIN: "https://casemoot.oakmere.example", TSX_DISABLE_CACHE: "1", ...env },
  });

test("the command prints the link once; what it is not given it names, without a stack", async () => {
  const made = command("create", said);
  expect(made).toMatchObject({ status: 0, stderr: "" });
  const [, secret] = /^ {2}https:\/\/casemoot\.oakmere\.example\/join\/([\w-]{43})$/m.exec(made.stdout) ?? [];
  expect(await links()).toMatchObject([{ secret_hash: hashOf(secret ?? "") }]);
  expect(made.stdout.split(secret ?? "").length).toBe(2);

  const refused = command("create", { name: "Safer Nowhere", kind: "parish" });
  expect(refused).toMatchObject({ status: 1, stdout: "" });
  expect(refused.stderr.trim().split("\n")).toEqual([
    "--agency: Enter the name of its first agency.",
    expect.stringMatching(/^--kind: Kind of agency must be one of: council, police, integrated care board/),
    "--administrator: Enter the administrator's name.",
    "--email: Enter the administrator's email address.",
  ]);
  expect(command("invite", { email: said.email ?? "" }, { ORIGIN: "http://casemoot.oakmere.example" }).stderr).toMatch("over plain http anybody on the way can read");
});

test("a database with a demonstration in it is refused: anybody may sign in there", async () => {
  const { partnershipId } = await aPartnership("Safer Hallamford");
  await superuser.query("update partnerships set demonstration = true where id = $1", [partnershipId]);
  try {
    await expect(begin()).rejects.toThrow("A real partnership needs a database of its own");
  } finally {
    await superuser.query("update partnerships set demonstration = false where id = $1", [partnershipId]);
  }
});
