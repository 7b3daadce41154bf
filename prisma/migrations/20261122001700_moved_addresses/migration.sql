-- An administrator may change somebody's address, and would hold what is sent to it. So for seven days nothing that opens an account goes by
-- an address it was moved to: the mail to the one before has time to be read, by whoever the account belongs to.

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "email_moved_at" TIMESTAMPTZ(3);

/* The database keeps the moment itself: whoever may change the address can't turn it back. Somebody without an account has none to take over. */
create function app.keep_moved_address() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.email_moved_at := case when new.email is distinct from old.email
      and (exists (select 1 from public.credentials c where c.person_id = new.id) or exists (select 1 from public.identities i where i.person_id = new.id))
    then app.moment() else old.email_moved_at end;
  return new;
end $$;
create trigger moved_address before update on public.people for each row
  when (new.email is distinct from old.email or new.email_moved_at is distinct from old.email_moved_at) execute function app.keep_moved_address();
create function app.address_is_theirs(moved_at timestamptz, at timestamptz) returns boolean language sql immutable set search_path = '' as $$
  select moved_at is null or moved_at <= at - interval '7 days' $$;

/* Writes the mail with a new link, three times an hour at most, to whoever signs in here with a password. Nobody is told whether it did. */
create or replace function app.ask_password_reset(wanted_email text, in_link uuid, in_secret_hash bytea, at timestamptz, request_id text) returns void language plpgsql volatile security definer set search_path = '' as $$
declare who record;
begin
  select p.id, p.partnership_id into who from public.people p join public.credentials c on c.person_id = p.id where p.email = wanted_email and p.left_at is null
    and app.address_is_theirs(p.email_moved_at, at) for update of c;
  if not found or (select count(*) from public.one_time_links l where l.person_id = who.id and l.purpose = 'password_reset' and l.made_at > at - interval '1 hour') >= 3 then return; end if;
  insert into public.one_time_links (id, partnership_id, person_id, purpose, secret_hash, made_at, ends_at) values (in_link, who.partnership_id, who.id, 'password_reset', in_secret_hash, at, at + interval '1 hour');
  insert into public.mails (id, partnership_id, person_id, template, facts, made_at) values (pg_catalog.gen_random_uuid(), who.partnership_id, who.id, 'account.passwordReset', pg_catalog.jsonb_build_object('linkId', in_link), at);
  perform app.note_of_account(who.id, 'account.resetAsked', '{}', at, ask_password_reset.request_id);
end $$;

-- Nor does an organisation's sign-in find somebody by such an address. What follows is as it was, but for that line.
create or replace function app.sign_in_by_organisation(in_provider uuid, in_subject text, trusted_email text, said_name text, said_email text, in_session uuid, reference_hash bytea, at timestamptz, device text, request_id text) returns text language plpgsql volatile security definer set search_path = '' as $$
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
        and app.address_is_theirs(p.email_moved_at, at)
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
