-- Planning: whoever sent apologies and comes after all is expected again.

/* Takes back that somebody is not coming, while the meeting is still to close: their own word, or what the chair's office recorded. A presence is nobody's to take back. */
create function app.withdraw_absence(in_meeting uuid, in_person uuid) returns boolean language sql volatile security definer set search_path = '' as $$
  with withdrawn as (
    delete from public.attendances a using public.meetings m
      where a.partnership_id = app.partnership() and a.meeting_id = in_meeting and a.person_id = in_person and a.status <> 'present'
        and m.partnership_id = a.partnership_id and m.id = a.meeting_id and m.state in ('scheduled', 'published', 'in_session')
        and (a.forum_id = any(app.offices_held()) or (a.person_id = app.person() and a.forum_id = any(app.seats_held()))) returning a.id)
  select exists (select 1 from withdrawn) $$;
grant delete on public.attendances to casemoot_definer;
create policy withdrawn_by_definer on public.attendances for delete to casemoot_definer using (status <> 'present');

alter table public.meeting_replies add constraint only_a_deputy_is_named check ((reply = 'deputy') = (deputy_commits is not null) and (reply = 'deputy') = (deputy_id is not null or deputy_name is not null));
alter table public.meetings add constraint cancelled_says_when check ((state = 'cancelled') = (cancelled_at is not null));

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('withdraw_absence') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
