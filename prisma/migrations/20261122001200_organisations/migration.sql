-- Sign-in by organisation: the journey there and back, and what is done with whom the issuer sends.

-- AlterTable
ALTER TABLE "access_requests" ADD COLUMN     "email_confirmed" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "identities_partnership_id_provider_id_person_id_key" ON "identities"("partnership_id", "provider_id", "person_id");

-- CreateIndex
CREATE INDEX "access_requests_partnership_id_decided_at_idx" ON "access_requests"("partnership_id", "decided_at");

-- 1. Before there is a person.
/* Whose sign-in somebody goes to, by the domain of their address alone: nothing of it depends on who has an account. */
create function app.organisations_at(wanted text) returns table (provider_id uuid, name text, partnership_name text) language sql stable security definer set search_path = '' as $$
  select p.id, p.name, t.name from public.identity_provider_domains d
    join public.identity_providers p on p.partnership_id = d.partnership_id and p.id = d.provider_id and p.ended_at is null
    join public.partnerships t on t.id = p.partnership_id
  where d.domain = wanted and d.ended_at is null order by p.name, t.name, p.id $$;
/* Whether the sign-in page has anything to offer beside a password. */
create function app.organisations_sign_in() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.identity_providers p where p.ended_at is null) $$;
/* What is needed to send somebody there; the client's secret isn't. */
create function app.organisation_at(wanted uuid) returns table (name text, issuer text, client_id text) language sql stable security definer set search_path = '' as $$
  select p.name, p.issuer, p.client_id from public.identity_providers p where p.id = wanted and p.ended_at is null $$;
create function app.begin_organisation_journey(in_provider uuid, in_journey uuid, state_hash bytea, nonce text, sealed_verifier bytea, go_on_to text, at timestamptz) returns boolean language sql volatile security definer set search_path = '' as $$
  with begun as (
    insert into public.organisation_journeys (id, partnership_id, provider_id, state_hash, nonce, sealed_verifier, go_on_to, begun_at, ends_at)
    select in_journey, p.partnership_id, p.id, begin_organisation_journey.state_hash, begin_organisation_journey.nonce, begin_organisation_journey.sealed_verifier, pg_catalog.left(begin_organisation_journey.go_on_to, 400), at, at + interval '10 minutes'
    from public.identity_providers p where p.id = in_provider and p.ended_at is null returning 1)
  select exists (select 1 from begun) $$;
/* The end of a journey, whatever comes of it: it is taken once, within its ten minutes, for the organisation it was begun with. */
create function app.take_organisation_journey(in_provider uuid, wanted bytea, at timestamptz) returns table (issuer text, client_id text, sealed_secret bytea, domains text[], nonce text, sealed_verifier bytea, go_on_to text) language sql volatile security definer set search_path = '' as $$
  with taken as (
    update public.organisation_journeys j set ended_at = at where j.state_hash = wanted and j.provider_id = in_provider and j.ended_at is null and j.ends_at > at
    returning j.partnership_id, j.provider_id, j.nonce, j.sealed_verifier, j.go_on_to)
  select p.issuer, p.client_id, p.sealed_secret,
      array(select d.domain from public.identity_provider_domains d where d.partnership_id = p.partnership_id and d.provider_id = p.id and d.ended_at is null),
      t.nonce, t.sealed_verifier, t.go_on_to
    from taken t join public.identity_providers p on p.partnership_id = t.partnership_id and p.id = t.provider_id and p.ended_at is null $$;
/* What somebody showed to open this session: whoever came by their organisation is told at signing out that they are still signed in there. */
create function app.shown_for_session(wanted bytea) returns text language sql stable security definer set search_path = '' as $$
  select s.how from public.sessions s where s.reference_hash = wanted and s.ended_at is null $$;

-- 2. Whom the issuer sent.
/*
 * Opens a session for whom an issuer knows by this subject. Somebody not linked yet is, where the issuer may speak for their address, the
 * address is one person's here, and that person was invited or has an account. Anybody else has asked for access, once. A subject stays
 * its person's whatever the address becomes. Answers opened, asked or refused.
 */
create function app.sign_in_by_organisation(in_provider uuid, in_subject text, trusted_email text, said_name text, said_email text, in_session uuid, reference_hash bytea, at timestamptz, device text, request_id text) returns text language plpgsql volatile security definer set search_path = '' as $$
declare org record; linked uuid; found_person record; asked record;
begin
  select p.id, p.partnership_id into org from public.identity_providers p where p.id = in_provider and p.ended_at is null for share;
  if not found then return 'refused'; end if;
  -- two first sign-ins at once, of one subject or with one address, come one after the other
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('organisation ' || org.id::text, 0));
  perform pg_catalog.set_config('app.now', at::text, true);
  select i.person_id into linked from public.identities i where i.partnership_id = org.partnership_id and i.provider_id = org.id and i.subject = in_subject;

  if linked is null and exists (select 1 from public.identity_provider_domains d where d.partnership_id = org.partnership_id and d.provider_id = org.id and d.ended_at is null
      and d.domain = pg_catalog.split_part(trusted_email, '@', 2)) then
    select p.id, p.left_at,
        not exists (select 1 from public.identities i where i.partnership_id = p.partnership_id and i.provider_id = org.id and i.person_id = p.id)
        and (exists (select 1 from public.credentials c where c.person_id = p.id)
          or exists (select 1 from public.identities i where i.person_id = p.id)
          or exists (select 1 from public.one_time_links l where l.person_id = p.id and l.purpose = 'account_invitation' and l.withdrawn_at is null)) as may_be_linked
      into found_person from public.people p where p.partnership_id = org.partnership_id and p.email = trusted_email;
    if found_person.left_at is not null then return 'refused'; end if;
    if found_person.may_be_linked then
      linked := found_person.id;
      insert into public.identities (id, partnership_id, provider_id, subject, person_id, linked_at) values (pg_catalog.gen_random_uuid(), org.partnership_id, org.id, in_subject, linked, at);
      -- who is in by their organisation needs no link that is still under way
      update public.one_time_links l set used_at = at where l.person_id = linked and l.purpose = 'account_invitation' and l.used_at is null and l.withdrawn_at is null;
      insert into public.mails (id, partnership_id, person_id, template, facts, made_at) values (pg_catalog.gen_random_uuid(), org.partnership_id, linked, 'access.linked', pg_catalog.jsonb_build_object('at', pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), at);
      insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
        values (org.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'identity.linked', linked, sign_in_by_organisation.request_id, 'person', linked, pg_catalog.jsonb_build_object('organisationId', org.id), pg_catalog.gen_random_uuid(), '', '');
    end if;
  end if;
  if linked is not null then
    return case when app.open_session(linked, in_session, reference_hash, at, 'organisation', device, request_id) then 'opened' else 'refused' end;
  end if;

  select r.decided_at into asked from public.access_requests r where r.partnership_id = org.partnership_id and r.provider_id = org.id and r.subject = in_subject;
  if found then return case when asked.decided_at is null then 'asked' else 'refused' end; end if;
  -- an issuer that lets anybody register must not fill the administrator's list
  if (select count(*) from public.access_requests r where r.partnership_id = org.partnership_id and r.provider_id = org.id and r.decided_at is null) >= 200 then return 'refused'; end if;
  insert into public.access_requests (id, partnership_id, provider_id, subject, name, email, email_confirmed, asked_at)
    values (pg_catalog.gen_random_uuid(), org.partnership_id, org.id, in_subject, pg_catalog.left(said_name, 200), pg_catalog.left(said_email, 320), trusted_email is not null and trusted_email = said_email, at)
    returning id into asked;
  insert into public.mails (id, partnership_id, person_id, template, facts, made_at)
    select pg_catalog.gen_random_uuid(), o.partnership_id, o.person_id, 'access.asked', '{}', at from public.partnership_offices o join public.people p on p.partnership_id = o.partnership_id and p.id = o.person_id and p.left_at is null
    where o.partnership_id = org.partnership_id and o.office = 'administrator' and (at at time zone 'Europe/London')::date between o.from_on and coalesce(o.until_on, 'infinity');
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    values (org.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'request.made', null, sign_in_by_organisation.request_id, 'request', asked.id, pg_catalog.jsonb_build_object('organisationId', org.id), pg_catalog.gen_random_uuid(), '', '');
  return 'asked';
end $$;

-- 3. For an administrator.
/*
 * Links whom an administrator has just admitted: the request says the subject, its decision the person. Somebody whose account at the
 * organisation was made anew is linked to the new one instead. Nobody lets themselves be signed in by another's account.
 */
create function app.link_admitted(wanted uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare admitted record;
begin
  select r.partnership_id, r.provider_id, r.subject, r.person_id into admitted from public.access_requests r
    join public.people p on p.partnership_id = r.partnership_id and p.id = r.person_id and p.left_at is null
    where r.id = wanted and r.partnership_id = app.partnership() and r.decided_by_id = app.person() and r.person_id <> app.person() and app.holds_partnership_office('administrator');
  if not found then return false; end if;
  insert into public.identities (id, partnership_id, provider_id, subject, person_id, linked_at)
    values (pg_catalog.gen_random_uuid(), admitted.partnership_id, admitted.provider_id, admitted.subject, admitted.person_id, app.moment())
    on conflict (partnership_id, provider_id, person_id) do update set subject = excluded.subject, linked_at = excluded.linked_at;
  return true;
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
