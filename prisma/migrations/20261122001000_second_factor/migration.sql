-- Signing in by two steps, one-time links, and what people keep of their own account.

-- 1. Wrong tries are counted before the answer is known, and taken back where it was right.
create function app.take_back_failure(wanted bytea) returns void language sql volatile security definer set search_path = '' as $$
  update public.sign_in_failures set failures = failures - 1 where key = wanted and failures > 0 $$;
drop function app.note_refused_sign_in(uuid, timestamptz, text);
/* A wrong password or code for a known account is on its partnership's trail; for an unknown one it isn't anybody's. */
create function app.note_refused_sign_in(in_person uuid, what text, at timestamptz, request_id text) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  perform pg_catalog.set_config('app.now', at::text, true);
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    select p.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'session.refused', p.id, note_refused_sign_in.request_id, 'person', p.id, pg_catalog.jsonb_build_object('what', what), pg_catalog.gen_random_uuid(), '', '' from public.people p where p.id = in_person;
end $$;
/* Something a person did to their own account before they had a session. */
create function app.note_of_account(in_person uuid, event text, particulars jsonb, at timestamptz, request_id text) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  perform pg_catalog.set_config('app.now', at::text, true);
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    select p.partnership_id, 0, pg_catalog.gen_random_uuid(), at, note_of_account.event, p.id, note_of_account.request_id, 'person', p.id, note_of_account.particulars, pg_catalog.gen_random_uuid(), '', '' from public.people p where p.id = in_person;
end $$;

-- 2. The second step. Its reference is known to one browser alone; a wrong code leaves it open, a right one ends it.
create function app.open_step(in_person uuid, reference_hash bytea, at timestamptz) returns text language plpgsql volatile security definer set search_path = '' as $$
declare needs text;
begin
  needs := case when app.has_second_factor(in_person) then 'code' when app.must_have_second_factor(in_person, (at at time zone 'Europe/London')::date) then 'set_up' end;
  if needs is null then return null; end if;
  insert into public.sign_in_steps (id, partnership_id, person_id, reference_hash, made_at, ends_at)
    select pg_catalog.gen_random_uuid(), p.partnership_id, p.id, open_step.reference_hash, at, at + interval '10 minutes' from public.people p where p.id = in_person and p.left_at is null;
  return case when found then needs end;
end $$;
/* A step that is open. A session by password alone of somebody whose office now asks for more is one too: nothing else is open to it. */
create function app.read_step(wanted bytea, at timestamptz) returns table (id uuid, person_id uuid, email text, needs text, sealed_secret bytea) language sql stable security definer set search_path = '' as $$
  select s.id, p.id, p.email, case when f.person_id is null then 'set_up' else 'code' end, f.sealed_secret
  from (select w.id, w.person_id from public.sign_in_steps w where w.reference_hash = wanted and w.ended_at is null and w.ends_at > at
    union all select w.id, w.person_id from public.sessions w where w.reference_hash = wanted and w.ended_at is null and w.idle_ends_at > at and w.ends_at > at and w.how = 'password'
      and app.must_have_second_factor(w.person_id, (at at time zone 'Europe/London')::date)) s
    join public.people p on p.id = s.person_id and p.left_at is null
    left join public.second_factors f on f.person_id = p.id and f.confirmed_at is not null $$;
create function app.end_step(wanted bytea, at timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.sign_in_steps s set ended_at = at where s.reference_hash = wanted and s.ended_at is null;
  update public.sessions s set ended_at = at where s.reference_hash = wanted and s.ended_at is null;
end $$;
/* A code counts once: the app's by its half minute, and none before it any more; a recovery code by its hash. */
create function app.take_code(who uuid, code_step bigint, recovery_hash bytea, at timestamptz) returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
  if code_step is not null then
    update public.second_factors f set last_step = code_step where f.person_id = who and f.confirmed_at is not null and coalesce(f.last_step, -1) < code_step;
  else
    update public.recovery_codes c set used_at = at where c.person_id = who and c.code_hash = take_code.recovery_hash and c.used_at is null;
  end if;
  return found;
end $$;
create function app.sign_in_by_code(wanted bytea, code_step bigint, recovery_hash bytea, in_session uuid, reference_hash bytea, at timestamptz, device text, request_id text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare who uuid;
begin
  select s.person_id into who from app.read_step(wanted, at) s where s.needs = 'code';
  -- one at a time, and then look again: of two tabs only one goes on, and no recovery code is lost to the other
  perform 1 from public.second_factors f where f.person_id = who for update;
  if not exists (select 1 from app.read_step(wanted, at) s where s.needs = 'code') or not app.take_code(who, code_step, sign_in_by_code.recovery_hash, at) then return false; end if;
  perform app.end_step(wanted, at);
  return app.open_session(who, in_session, sign_in_by_code.reference_hash, at, case when code_step is null then 'recovery_code' else 'second_factor' end, sign_in_by_code.device, sign_in_by_code.request_id);
end $$;
create function app.sign_in_by_set_up(wanted bytea, sealed_secret bytea, code_step bigint, code_hashes bytea[], in_session uuid, reference_hash bytea, at timestamptz, device text, request_id text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare who record;
begin
  select s.person_id as id, p.partnership_id into who from app.read_step(wanted, at) s join public.people p on p.id = s.person_id where s.needs = 'set_up';
  if not found then return false; end if;
  insert into public.second_factors as f (person_id, partnership_id, sealed_secret, made_at, confirmed_at, last_step) values (who.id, who.partnership_id, sign_in_by_set_up.sealed_secret, at, at, code_step)
    on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, made_at = at, confirmed_at = at, last_step = code_step where f.confirmed_at is null;
  if not found then return false; end if;
  insert into public.recovery_codes (id, partnership_id, person_id, code_hash, made_at) select pg_catalog.gen_random_uuid(), who.partnership_id, who.id, h, at from unnest(code_hashes) h;
  perform app.end_step(wanted, at);
  perform app.note_of_account(who.id, 'secondFactor.set', '{}', at, sign_in_by_set_up.request_id);
  return app.open_session(who.id, in_session, sign_in_by_set_up.reference_hash, at, 'second_factor', sign_in_by_set_up.device, sign_in_by_set_up.request_id);
end $$;

-- 3. One-time links. Whoever has a second factor shows it here too: a mailbox alone opens no account.
create function app.read_link(wanted bytea, in_purpose public.link_purpose, at timestamptz) returns table (person_id uuid, name text, email text, partnership_name text, has_factor boolean, must_have_factor boolean, sealed_secret bytea) language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email, t.name, f.person_id is not null, app.must_have_second_factor(p.id, (at at time zone 'Europe/London')::date), f.sealed_secret
  from public.one_time_links l join public.people p on p.id = l.person_id and p.left_at is null join public.partnerships t on t.id = p.partnership_id
    left join public.second_factors f on f.person_id = p.id and f.confirmed_at is not null
  where l.secret_hash = wanted and l.purpose = in_purpose and l.used_at is null and l.withdrawn_at is null and l.ends_at > at $$;
create function app.use_link(wanted bytea, in_purpose public.link_purpose, password_hash text, code_step bigint, recovery_hash bytea, at timestamptz, request_id text) returns uuid language plpgsql volatile security definer set search_path = '' as $$
declare who record;
begin
  perform 1 from public.one_time_links l where l.secret_hash = wanted for update;
  select l.person_id as id, p.partnership_id, l.has_factor into who from app.read_link(wanted, in_purpose, at) l join public.people p on p.id = l.person_id;
  if not found or (who.has_factor and not app.take_code(who.id, code_step, use_link.recovery_hash, at)) then return null; end if;
  insert into public.credentials (person_id, partnership_id, password_hash, set_at) values (who.id, who.partnership_id, use_link.password_hash, at)
    on conflict (person_id) do update set password_hash = excluded.password_hash, set_at = at;
  update public.one_time_links l set used_at = at where l.secret_hash = wanted;
  update public.one_time_links l set withdrawn_at = at where l.person_id = who.id and l.used_at is null and l.withdrawn_at is null;
  update public.sessions s set ended_at = at where s.person_id = who.id and s.ended_at is null;
  update public.sign_in_steps s set ended_at = at where s.person_id = who.id and s.ended_at is null;
  if in_purpose = 'password_reset' then
    insert into public.mails (id, partnership_id, person_id, template, facts, made_at)
      values (pg_catalog.gen_random_uuid(), who.partnership_id, who.id, 'account.passwordChanged', pg_catalog.jsonb_build_object('at', pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), at);
  end if;
  perform app.note_of_account(who.id, case in_purpose when 'password_reset' then 'account.passwordReset' else 'account.joined' end, '{}', at, use_link.request_id);
  return who.id;
end $$;
/* Writes the mail with a new link, three times an hour at most, to whoever signs in here with a password. Nobody is told whether it did. */
create function app.ask_password_reset(wanted_email text, in_link uuid, in_secret_hash bytea, at timestamptz, request_id text) returns void language plpgsql volatile security definer set search_path = '' as $$
declare who record;
begin
  select p.id, p.partnership_id into who from public.people p join public.credentials c on c.person_id = p.id where p.email = wanted_email and p.left_at is null for update of c;
  if not found or (select count(*) from public.one_time_links l where l.person_id = who.id and l.purpose = 'password_reset' and l.made_at > at - interval '1 hour') >= 3 then return; end if;
  insert into public.one_time_links (id, partnership_id, person_id, purpose, secret_hash, made_at, ends_at) values (in_link, who.partnership_id, who.id, 'password_reset', in_secret_hash, at, at + interval '1 hour');
  insert into public.mails (id, partnership_id, person_id, template, facts, made_at) values (pg_catalog.gen_random_uuid(), who.partnership_id, who.id, 'account.passwordReset', pg_catalog.jsonb_build_object('linkId', in_link), at);
  perform app.note_of_account(who.id, 'account.resetAsked', '{}', at, ask_password_reset.request_id);
end $$;

-- 4. What the person signed in keeps of their own account. Nobody names another here: it is always the person of this transaction.
create function app.own_secrets() returns table (email text, name text, password_hash text, sealed_secret bytea) language sql stable security definer set search_path = '' as $$
  select p.email, p.name, c.password_hash, f.sealed_secret from public.people p left join public.credentials c on c.person_id = p.id
    left join public.second_factors f on f.person_id = p.id and f.confirmed_at is not null where p.id = app.person() and p.left_at is null $$;
create function app.set_own_password(password_hash text, at timestamptz) returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.credentials c set password_hash = set_own_password.password_hash, set_at = at where c.person_id = app.person();
  return found;
end $$;
create function app.set_own_recovery_codes(code_hashes bytea[], at timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.recovery_codes c set used_at = at where c.person_id = app.person() and c.used_at is null;
  insert into public.recovery_codes (id, partnership_id, person_id, code_hash, made_at) select pg_catalog.gen_random_uuid(), f.partnership_id, f.person_id, h, at from public.second_factors f, unnest(code_hashes) h
    where f.person_id = app.person() and f.confirmed_at is not null;
end $$;
create function app.set_own_second_factor(sealed_secret bytea, code_step bigint, code_hashes bytea[], at timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into public.second_factors (person_id, partnership_id, sealed_secret, made_at, confirmed_at, last_step) values (app.person(), app.partnership(), set_own_second_factor.sealed_secret, at, at, code_step)
    on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, made_at = at, confirmed_at = at, last_step = code_step;
  perform app.set_own_recovery_codes(code_hashes, at);
  update public.sign_in_steps s set ended_at = at where s.person_id = app.person() and s.ended_at is null;
end $$;
/* By an administrator, for somebody whose telephone and codes are lost: never for themselves. */
create function app.reset_second_factor_of(who uuid, at timestamptz) returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
  if not app.holds_partnership_office('administrator') or who = app.person() then return false; end if;
  update public.second_factors f set confirmed_at = null where f.person_id = who and f.partnership_id = app.partnership() and f.confirmed_at is not null;
  if not found then return false; end if;
  update public.recovery_codes c set used_at = at where c.person_id = who and c.used_at is null;
  update public.sessions s set ended_at = at where s.person_id = who and s.ended_at is null;
  update public.sign_in_steps s set ended_at = at where s.person_id = who and s.ended_at is null;
  return true;
end $$;
grant select (id, partnership_id, person_id, made_at, used_at) on public.recovery_codes to casemoot_app;
create policy own on public.recovery_codes for select to casemoot_app using (person_id = (select app.person()));

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
