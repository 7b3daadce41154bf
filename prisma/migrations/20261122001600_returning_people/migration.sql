-- Whoever comes back is invited anew, by whichever way they came before. Until then the link to their organisation's account stays, so that it is known whose it was and refused.

grant delete on public.identities to casemoot_definer;
create function app.forget_ways_in() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.identities i where i.partnership_id = new.partnership_id and i.person_id = new.id;
  -- an invitation of before, taken up or not, is none for now
  update public.one_time_links l set withdrawn_at = app.moment() where l.partnership_id = new.partnership_id and l.person_id = new.id and l.withdrawn_at is null;
  return new;
end $$;
create trigger forgets_ways_in after update of left_at on public.people for each row when (old.left_at is not null and new.left_at is null) execute function app.forget_ways_in();

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
