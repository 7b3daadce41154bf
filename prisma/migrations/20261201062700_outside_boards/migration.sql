-- A board that doesn't use the application: its secretary says by a one-time link that it has what was escalated, and on which agenda it stands; what it decides comes from its minutes.

-- 1. What may follow what. The secretary of another board acts by a link for this escalation that is open, or was used for this act; or signed in, where they can. They say no more than that it came, where it is listed, or why it goes back,
-- and who holds it is for the forum's office to say.
create or replace function app.guard_escalation() returns trigger language plpgsql set search_path = '' as $$
declare by_board boolean; by_forum boolean;
begin
  if current_user <> 'casemoot_app' then return new; end if;
  by_forum := new.forum_id = any(app.offices_held());
  if new.board_id is null and not by_forum then
    if new.holder_id is distinct from old.holder_id then raise exception 'who holds it at another board the forum says' using errcode = 'insufficient_privilege'; end if;
    if not app.has_account(app.person()) and not exists (select 1 from public.one_time_routes r where r.purpose = 'escalation_date' and r.subject_id = new.id and r.person_id = app.person() and r.withdrawn_at is null
        and (r.used_at = app.moment() or (r.used_at is null and r.ends_at > app.moment()))) then
      raise exception 'another board''s secretary acts by the link of this escalation' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.state = old.state then return new; end if;
  by_board := case
    when new.board_id is null and new.state in ('received', 'listed') then new.holder_id = app.person()
    when new.board_id is null and new.state = 'returned' then by_forum or new.holder_id = app.person()
    when new.board_id is null then by_forum
    else new.board_id = any(app.offices_held()) or (new.holder_id = app.person() and new.state = 'received') end;
  if not (case
      when new.state = 'withdrawn' then by_forum and old.state in ('sent', 'received', 'listed', 'heard')
      when new.state = 'closed' then by_forum and old.state = 'answered'
      when new.state = 'received' then by_board and old.state in ('sent', 'listed')
      when new.state = 'listed' then by_board and old.state = 'received'
      when new.state = 'heard' then by_board and old.state = 'listed'
      when new.state = 'answered' then by_board and old.state = 'heard'
      when new.state = 'returned' then by_board and old.state in ('sent', 'received', 'listed', 'heard')
      else false end) then
    raise exception 'an escalation goes its way step by step, each taken by whose it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
/* A link is for what its subject is: an escalation of the forum that sends it, to another board, and for whoever keeps that board's papers; about the case behind it and no other. */
create function app.guard_route() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.purpose = 'escalation_date' and not exists (select 1 from public.escalations e join public.external_boards b on b.partnership_id = e.partnership_id and b.id = e.external_board_id
      where e.partnership_id = new.partnership_id and e.id = new.subject_id and e.forum_id = new.forum_id and e.state in ('sent', 'received', 'listed') and b.secretary_id = new.person_id
        and new.case_id is not distinct from app.case_of_escalation(e.id)) then
    raise exception 'a link is for what was escalated to another board, and for its secretary' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger for_what_it_is before insert on public.one_time_routes for each row when (current_user <> 'casemoot_owner') execute function app.guard_route();

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('guard_route') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
