-- Accounts for real use, sign-in by organisation, the outbox of mail, and who keeps the directory.

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('account_invitation', 'password_reset');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'captured', 'dead');

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'password';

-- CreateTable
CREATE TABLE "second_factors" (
    "person_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_steps" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reference_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_providers" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" BYTEA,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_provider_domains" (
    "partnership_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_provider_domains_pkey" PRIMARY KEY ("partnership_id","provider_id","domain")
);

-- CreateTable
CREATE TABLE "identities" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_requests" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "person_id" UUID,

    CONSTRAINT "access_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_journeys" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "nonce" TEXT NOT NULL,
    "sealed_verifier" BYTEA NOT NULL,
    "go_on_to" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "organisation_journeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "last_try_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "address" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "second_factors_partnership_id_person_id_key" ON "second_factors"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_partnership_id_person_id_code_hash_key" ON "recovery_codes"("partnership_id", "person_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_steps_reference_hash_key" ON "sign_in_steps"("reference_hash");

-- CreateIndex
CREATE INDEX "sign_in_steps_partnership_id_person_id_idx" ON "sign_in_steps"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_secret_hash_key" ON "one_time_links"("secret_hash");

-- CreateIndex
CREATE INDEX "one_time_links_partnership_id_person_id_idx" ON "one_time_links"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_providers_partnership_id_id_key" ON "identity_providers"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "identity_provider_domains_domain_idx" ON "identity_provider_domains"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "identities_partnership_id_provider_id_subject_key" ON "identities"("partnership_id", "provider_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "access_requests_partnership_id_provider_id_subject_key" ON "access_requests"("partnership_id", "provider_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_journeys_state_hash_key" ON "organisation_journeys"("state_hash");

-- CreateIndex
CREATE INDEX "mails_partnership_id_state_made_at_idx" ON "mails"("partnership_id", "state", "made_at");

-- CreateIndex
CREATE UNIQUE INDEX "mails_partnership_id_id_key" ON "mails"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "second_factors"("partnership_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_provider_domains" ADD CONSTRAINT "identity_provider_domains_partnership_id_provider_id_fkey" FOREIGN KEY ("partnership_id", "provider_id") REFERENCES "identity_providers"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_partnership_id_provider_id_fkey" FOREIGN KEY ("partnership_id", "provider_id") REFERENCES "identity_providers"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_partnership_id_provider_id_fkey" FOREIGN KEY ("partnership_id", "provider_id") REFERENCES "identity_providers"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership.
do $$ declare t text; begin
  foreach t in array array['second_factors','recovery_codes','sign_in_steps','one_time_links','identity_providers','identity_provider_domains','identities','access_requests','organisation_journeys','mails'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy kept_by_definer on public.%I to casemoot_definer using (true) with check (true)', t);
    execute format('grant select, insert, update on public.%I to casemoot_definer', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
  end loop;
end $$;
create policy kept_by_definer on public.credentials to casemoot_definer using (true) with check (true);
grant insert, update on public.credentials to casemoot_definer;
alter table public.partnerships add constraint idle_limit_is_ten_to_sixty check (idle_minutes between 10 and 60);
alter table public.sessions add constraint shown_how check (how in ('password', 'second_factor', 'recovery_code', 'organisation', 'demonstration'));
alter table public.identity_providers add constraint issuer_is_https check (issuer ~ '^https://' or issuer ~ '^http://(localhost|127\.0\.0\.1)(:|/|$)');
alter table public.identity_provider_domains add constraint domain_is_normalised check (domain = lower(domain) and domain = normalize(domain, nfkc) and domain ~ '^[^@\s]+\.[^@\s]+$');

-- 2. Who keeps the directory: an administrator, for everybody but themselves; nobody gives themselves an office or a seat.
do $$ declare t text; begin
  foreach t in array array['areas','wards','agencies','forums','people'] loop
    execute format('grant insert, update on public.%I to casemoot_app', t);
    execute format('create policy kept_by_administrator on public.%I for insert to casemoot_app with check ((select app.holds_partnership_office(''administrator'')))', t);
    execute format('create policy changed_by_administrator on public.%I for update to casemoot_app using ((select app.holds_partnership_office(''administrator'')))', t);
  end loop;
  foreach t in array array['appointments','memberships','partnership_offices','elected_members'] loop
    execute format('grant insert, update on public.%I to casemoot_app', t);
    execute format('create policy kept_by_administrator on public.%I for insert to casemoot_app with check ((select app.holds_partnership_office(''administrator'')) and person_id <> (select app.person()))', t);
    execute format('create policy changed_by_administrator on public.%I for update to casemoot_app using ((select app.holds_partnership_office(''administrator'')) and person_id <> (select app.person()))', t);
  end loop;
  foreach t in array array['terms_of_reference','declarations'] loop
    execute format('grant insert on public.%I to casemoot_app', t);
    execute format('create policy kept_by_administrator on public.%I for insert to casemoot_app with check ((select app.holds_partnership_office(''administrator'')))', t);
  end loop;
end $$;
grant update (idle_minutes, name) on public.partnerships to casemoot_app;
create policy changed_by_administrator on public.partnerships for update to casemoot_app using ((select app.holds_partnership_office('administrator')));

-- 3. Accounts: an administrator sees that they are there and ends them; what opens them nobody reads but the sign-in functions.
grant select (id, partnership_id, person_id, opened_at, idle_ends_at, ends_at, ended_at, how, device), update (ended_at) on public.sessions to casemoot_app;
create policy own_or_administrators on public.sessions for select to casemoot_app using (person_id = (select app.person()) or (select app.holds_partnership_office('administrator')));
create policy ended_by_self_or_administrator on public.sessions for update to casemoot_app using (person_id = (select app.person()) or (select app.holds_partnership_office('administrator'))) with check (ended_at is not null);
grant select (id, partnership_id, person_id, purpose, made_at, made_by_id, ends_at, used_at, withdrawn_at), insert, update (withdrawn_at) on public.one_time_links to casemoot_app;
create policy administrators on public.one_time_links to casemoot_app using ((select app.holds_partnership_office('administrator'))) with check ((select app.holds_partnership_office('administrator')));
grant select (person_id, partnership_id, made_at, confirmed_at) on public.second_factors to casemoot_app;
create policy own_or_administrators on public.second_factors for select to casemoot_app using (person_id = (select app.person()) or (select app.holds_partnership_office('administrator')));
grant select (person_id, partnership_id, set_at) on public.credentials to casemoot_app;
create policy own_or_administrators on public.credentials for select to casemoot_app using (person_id = (select app.person()) or (select app.holds_partnership_office('administrator')));
grant select (id, partnership_id, name, issuer, client_id, added_at, added_by_id, ended_at), insert, update (name, client_id, sealed_secret, ended_at) on public.identity_providers to casemoot_app;
grant select, insert, update (ended_at) on public.identity_provider_domains to casemoot_app;
grant select on public.identities to casemoot_app;
grant select, update (decided_at, decided_by_id, person_id) on public.access_requests to casemoot_app;
do $$ declare t text; begin
  foreach t in array array['identity_providers','identity_provider_domains','identities','access_requests'] loop
    execute format('create policy administrators on public.%I to casemoot_app using ((select app.holds_partnership_office(''administrator''))) with check ((select app.holds_partnership_office(''administrator'')))', t);
  end loop;
end $$;
/* Anybody's act may write to somebody of the partnership; an administrator sees that a mail is waiting, sent or dead, never what it tells of. */
grant select (id, partnership_id, person_id, template, made_at, state, tries, last_try_at, problem, sent_at), insert on public.mails to casemoot_app;
create policy written on public.mails for insert to casemoot_app with check (state = 'waiting' and exists (select 1 from public.people p where p.id = person_id));
create policy administrators on public.mails for select to casemoot_app using ((select app.holds_partnership_office('administrator')));

-- 4. The second factor is compulsory for whoever chairs, coordinates, administers or governs, but in a demonstration.
create function app.must_have_second_factor(who uuid, on_day date) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.people p join public.partnerships t on t.id = p.partnership_id and not t.demonstration where p.id = who
    and (exists (select 1 from public.appointments a where a.partnership_id = p.partnership_id and a.person_id = p.id and on_day between a.from_on and coalesce(a.until_on, 'infinity'))
      or exists (select 1 from public.partnership_offices o where o.partnership_id = p.partnership_id and o.person_id = p.id and o.office in ('administrator', 'information_governance')
        and on_day between o.from_on and coalesce(o.until_on, 'infinity')))) $$;
create function app.has_second_factor(who uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.second_factors f where f.person_id = who and f.confirmed_at is not null) $$;

-- 5. Signing in, anew.
drop function app.open_session(uuid, uuid, bytea, timestamptz, text, text);
/* Opens a session for what was shown. A password alone opens none for whoever has a second factor or must have one. */
create function app.open_session(in_person uuid, in_session uuid, reference_hash bytea, at timestamptz, how text, device text, request_id text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare who record;
begin
  select p.id, p.partnership_id, s.idle_minutes into who from public.people p join public.partnerships s on s.id = p.partnership_id
    where p.id = in_person and p.left_at is null and (how <> 'demonstration' or s.demonstration)
      and (how <> 'password' or not (app.has_second_factor(p.id) or app.must_have_second_factor(p.id, (at at time zone 'Europe/London')::date)));
  if not found then return false; end if;
  insert into public.sessions (id, partnership_id, person_id, reference_hash, opened_at, idle_ends_at, ends_at, how, device)
    values (in_session, who.partnership_id, who.id, open_session.reference_hash, at, at + who.idle_minutes * interval '1 minute', at + interval '12 hours', open_session.how, pg_catalog.left(open_session.device, 60));
  perform pg_catalog.set_config('app.now', at::text, true);
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    values (who.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'session.opened', who.id, open_session.request_id, 'session', in_session, pg_catalog.jsonb_build_object('how', how), pg_catalog.gen_random_uuid(), '', '');
  return true;
end $$;
drop function app.read_session(bytea, timestamptz, boolean);
/*
 * The person behind a session's reference, while it lasts. `active` moves the idle end: a person's own act does, polling doesn't.
 * `needs_second_factor`: an office that asks for one came to them after they had signed in with a password alone.
 */
create function app.read_session(wanted bytea, at timestamptz, active boolean) returns table (session_id uuid, person_id uuid, partnership_id uuid, partnership_name text, demonstration boolean, name text, style text, agency_id uuid, agency_name text,
  sits boolean, governs boolean, administers boolean, needs_second_factor boolean, idle_ends_at timestamptz, ends_at timestamptz)
language plpgsql volatile security definer set search_path = '' as $$
declare today date := (at at time zone 'Europe/London')::date; moved timestamptz;
begin
  if active then
    -- written at most once a minute, so that reading a page is not a write on every click
    update public.sessions s set idle_ends_at = at + t.idle_minutes * interval '1 minute' from public.partnerships t
      where s.reference_hash = wanted and s.ended_at is null and s.idle_ends_at > at and s.ends_at > at and t.id = s.partnership_id
        and s.idle_ends_at not between at + t.idle_minutes * interval '1 minute' - interval '1 minute' and at + t.idle_minutes * interval '1 minute'
      returning s.idle_ends_at into moved;
  end if;
  return query select s.id, p.id, p.partnership_id, t.name, t.demonstration, p.name, p.style, p.agency_id, g.short_name,
      exists (select 1 from public.appointments a where a.partnership_id = p.partnership_id and a.person_id = p.id and today between a.from_on and coalesce(a.until_on, 'infinity'))
        or exists (select 1 from public.memberships m where m.partnership_id = p.partnership_id and m.person_id = p.id and today between m.from_on and coalesce(m.until_on, 'infinity')),
      exists (select 1 from public.partnership_offices o where o.partnership_id = p.partnership_id and o.person_id = p.id and o.office = 'information_governance' and today between o.from_on and coalesce(o.until_on, 'infinity')),
      exists (select 1 from public.partnership_offices o where o.partnership_id = p.partnership_id and o.person_id = p.id and o.office = 'administrator' and today between o.from_on and coalesce(o.until_on, 'infinity')),
      s.how = 'password' and app.must_have_second_factor(p.id, today),
      coalesce(moved, s.idle_ends_at), s.ends_at
    from public.sessions s join public.people p on p.partnership_id = s.partnership_id and p.id = s.person_id
      join public.partnerships t on t.id = s.partnership_id join public.agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where s.reference_hash = wanted and s.ended_at is null and s.idle_ends_at > at and s.ends_at > at and p.left_at is null;
end $$;

/* Sets the context of this transaction and answers what the person holds today: one round trip. Whoever has left is nobody. */
create or replace function app.enter(in_person uuid, in_partnership uuid, at timestamptz) returns jsonb language plpgsql volatile set search_path = '' as $$
declare held jsonb;
begin
  perform pg_catalog.set_config('app.person_id', in_person::text, true), pg_catalog.set_config('app.partnership_id', in_partnership::text, true), pg_catalog.set_config('app.now', at::text, true);
  held := app.standing();
  if not (held ->> 'present')::boolean then perform pg_catalog.set_config('app.person_id', '', true); end if;
  return held;
end $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef and f.proowner <> 'casemoot_definer'::regrole then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    if f.proowner <> 'casemoot_definer'::regrole then execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature); end if;
    if f.signature::text <> 'app.verify_audit_chain()' then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
