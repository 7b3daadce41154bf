-- The outbox: a mail's job comes with it, a demonstration's mail is kept and never sent, and an administrator sends again what couldn't be sent.

-- 1. Written: the database decides what becomes of a mail, not whoever writes it.
create function app.keep_or_send() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.state := case when (select t.demonstration from public.partnerships t where t.id = new.partnership_id) then 'captured' else 'waiting' end::public.mail_state;
  new.tries := 0; new.last_try_at := null; new.problem := null; new.sent_at := null;
  return new;
end $$;
create trigger kept_or_sent before insert on public.mails for each row execute function app.keep_or_send();

/* In the same transaction, so that neither is there without the other. The job's key is the mail: it never has two. */
create function app.queue_mail() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('send_mail', pg_catalog.json_build_object('mail', new.id), job_key => new.id::text, max_attempts => 100);
  return null;
end $$;
create trigger queued after insert on public.mails for each row when (new.state = 'waiting') execute function app.queue_mail();
create trigger queued_again after update of state on public.mails for each row when (new.state = 'waiting' and old.state = 'dead') execute function app.queue_mail();

drop policy written on public.mails;
create policy written on public.mails for insert to casemoot_app with check (state in ('waiting', 'captured') and exists (select 1 from public.people p where p.id = person_id));
grant update (state, tries, problem) on public.mails to casemoot_app;
create policy sent_again_by_administrator on public.mails for update to casemoot_app
  using ((select app.holds_partnership_office('administrator')) and state = 'dead') with check (state = 'waiting' and tries = 0 and problem is null);

-- 2. Sending: nobody is behind it, so it goes through these functions alone.
/* Begins a try at a waiting mail and answers what it takes. `obstacle`: why it must not go after all. */
create function app.begin_mail(in_mail uuid, at timestamptz) returns table (address text, template text, facts jsonb, tries integer, link_id uuid, link_purpose text, link_ends_at timestamptz, obstacle text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with begun as (
      update public.mails m set tries = m.tries + 1, last_try_at = at from public.partnerships t
        where m.id = in_mail and m.state = 'waiting' and t.id = m.partnership_id and not t.demonstration returning m.*)
    select coalesce(b.address, p.email), b.template, b.facts, b.tries, l.id, l.purpose::text, l.ends_at, case
        when p.left_at is not null then 'left'
        when b.facts ? 'linkId' and (l.id is null or l.used_at is not null or l.withdrawn_at is not null or l.ends_at <= at) then 'link_over' end
      from begun b join public.people p on p.partnership_id = b.partnership_id and p.id = b.person_id
        left join public.one_time_links l on l.partnership_id = b.partnership_id and l.person_id = b.person_id and l.id = (b.facts ->> 'linkId')::uuid;
end $$;

/* Ends a try: sent where there is no problem, dead where it was the last one. */
create function app.end_mail(in_mail uuid, at timestamptz, problem text, last boolean) returns void language sql volatile security definer set search_path = '' as $$
  update public.mails m set problem = end_mail.problem,
      state = case when end_mail.problem is null then 'sent' when last then 'dead' else 'waiting' end::public.mail_state,
      sent_at = case when end_mail.problem is null then at end
    where m.id = in_mail and m.state = 'waiting' $$;

/* Gives a job to each mail that waits without one: its job was lost, as with a backup that left the jobs out. */
create function app.queue_forgotten_mails(at timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare forgotten uuid; queued integer := 0;
begin
  for forgotten in select m.id from public.mails m where m.state = 'waiting' and m.made_at < at - interval '5 minutes'
      and not exists (select 1 from graphile_worker._private_jobs j where j.key = m.id::text and (j.is_available or j.locked_at is not null)) loop
    perform graphile_worker.add_job('send_mail', pg_catalog.json_build_object('mail', forgotten), job_key => forgotten::text, max_attempts => 100);
    queued := queued + 1;
  end loop;
  return queued;
end $$;

-- 3. The demonstration's mailbox: for whoever looks round, before there is a person. Nobody real gets mail there.
create function app.captured_mails(wanted uuid) returns table (id uuid, person_id uuid, name text, partnership_name text, template text, facts jsonb, made_at timestamptz, link_id uuid, link_purpose text, link_ends_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select m.id, p.id, p.name, t.name, m.template, m.facts, m.made_at, l.id, l.purpose::text, l.ends_at
    from public.mails m join public.partnerships t on t.id = m.partnership_id and t.demonstration
      join public.people p on p.partnership_id = m.partnership_id and p.id = m.person_id
      left join public.one_time_links l on l.partnership_id = m.partnership_id and l.person_id = m.person_id and l.id = (m.facts ->> 'linkId')::uuid
    where m.state = 'captured' and (wanted is null or m.id = wanted) order by m.made_at desc, m.id limit 200 $$;
create function app.holds_demonstration() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.partnerships t where t.demonstration) $$;

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
