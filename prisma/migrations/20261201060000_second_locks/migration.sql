-- What the commands refuse and the database let pass.

-- 1. An action that its owner declined is the chair's to settle: until it is, its case stays open, and so does whoever owned it (rules 9, 14, 20 and 22). Over is what says when it ended.
create or replace function app.guard_stage() returns trigger language plpgsql security definer set search_path = '' as $$
declare signed public.step_downs; said public.step_down_words;
begin
  if old.stage = 'closed' then raise exception 'a closed case stays closed' using errcode = 'insufficient_privilege'; end if;
  if new.stage <> 'open' and exists (select 1 from public.actions a where a.partnership_id = new.partnership_id and a.case_id = new.id and a.ended_at is null) then
    raise exception 'a case with an open action stays open' using errcode = 'insufficient_privilege';
  end if;
  if new.stage = 'stepped_down' then
    select * into signed from public.step_downs s where s.partnership_id = new.partnership_id and s.case_id = new.id and s.signed_at = app.moment() and s.ended_at is null;
    select * into said from public.step_down_words w where w.partnership_id = new.partnership_id and w.step_down_id = signed.id;
    if signed.id is null or said.changed is null or said.evidence is null or (said.voice is null) = (said.voice_missing is null)
      or (signed.raiser_told_by_id is null) = (said.raiser_not_told is null) or (signed.victim_told_by_id is null) = (said.victim_not_told is null)
      or (said.tellable is null and (signed.raiser_told_by_id is not null or signed.victim_told_by_id is not null))
      or (signed.meeting_id is null and said.between_reason is null) or not app.is_rescored(new.id) then
      raise exception 'a case is stepped down by a signed step-down, assessed and scored again' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
/* Of the items from which the person is openly recused, whether somebody concluded each: no other word of them. Those of a meeting of one's office. */
create or replace function app.recused_items_concluded(meeting uuid) returns table (item_id uuid, concluded boolean) language sql stable security definer set search_path = '' as $$
  select i.id, i.concluded_at is not null and (i.decision is not null or (i.case_id is null and i.outcome is not null))
    and not exists (select 1 from public.actions a where a.partnership_id = i.partnership_id and a.item_id = i.id and a.state = 'recorded')
    and not (i.decision = 'close' and exists (select 1 from public.actions a where a.partnership_id = i.partnership_id and a.case_id = i.case_id and a.ended_at is null))
  from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held())
    and ((i.case_id = any(app.shut_cases()) and i.case_id <> all(app.silently_shut_cases())) or (i.id = any(app.shut_items()) and i.id <> all(app.silently_shut_items()))) $$;
/* How many open actions somebody owns, forum by forum, and nothing else of them. */
create or replace function app.open_actions_of(wanted uuid) returns table (forum text, many integer) language sql stable security definer set search_path = '' as $$
  select f.code, count(*)::integer from public.actions a join public.forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id
  where a.partnership_id = app.partnership() and a.owner_id = wanted and a.ended_at is null
    and app.holds_partnership_office('administrator') group by f.code order by f.code $$;
drop trigger taken_up_by_an_open_case on public.actions;
create trigger taken_up_by_an_open_case before update of state on public.actions for each row
  when (new.case_id is not null and (old.ended_at is not null or old.state = 'declined') and new.ended_at is null and new.state <> old.state and current_user <> 'casemoot_owner') execute function app.guard_task_of_case();

-- 2. Nobody gives themselves more time (rules 9 and 12): the date of one's own action moves by whoever verifies it.
create or replace function app.guard_asking() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'casemoot_app' then return new; end if;
  if not app.may_change_actions(new.forum_id) then raise exception 'only the chair changes what an action asks, and until when' using errcode = 'insufficient_privilege'; end if;
  if new.due_on is distinct from old.due_on and old.owner_id = app.person() and old.state <> 'recorded' then
    raise exception 'nobody gives themselves more time' using errcode = 'insufficient_privilege';
  end if;
  if new.nameless_wording is distinct from old.nameless_wording then perform app.keep_action_version(new.id); end if;
  return new;
end $$;

-- 3. What stands about an action knows no more than its item: what it said before, the thanks for it, and its line in a version of the plan.
do $$ declare t text; begin
  foreach t in array array['action_versions', 'thanks', 'plan_lines'] loop
    execute format('create policy not_recused_from_item on public.%I as restrictive to casemoot_app using ((select pg_catalog.cardinality(app.shut_items())) = 0 or not app.about_shut_item(action_id))', t);
  end loop;
end $$;

-- 4. A question outlives neither its case nor its answer.
/* Whether the person is asked about a case that is still worked on, and has not answered. Nothing more of the case comes with it. */
create or replace function app.asked_on(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_cases())
    and exists (select 1 from public.enquiries e join public.cases c on c.partnership_id = e.partnership_id and c.id = e.case_id and c.stage <> 'closed'
      where e.partnership_id = app.partnership() and e.case_id = wanted and e.person_id = app.person() and e.answered_at is null and e.withdrawn_at is null) $$;
create function app.end_questions() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.enquiries e set withdrawn_at = app.moment() where e.partnership_id = new.partnership_id and e.case_id = new.id and e.answered_at is null and e.withdrawn_at is null;
  update public.one_time_routes r set withdrawn_at = app.moment() where r.partnership_id = new.partnership_id and r.case_id = new.id and r.purpose = 'enquiry_answer' and r.used_at is null and r.withdrawn_at is null;
  return null;
end $$;
create trigger ends_its_questions after update of stage on public.cases for each row when (new.stage = 'closed' and old.stage <> 'closed') execute function app.end_questions();
grant update (withdrawn_at) on public.enquiries to casemoot_definer;
create policy withdrawn_by_definer on public.enquiries for update to casemoot_definer using (true) with check (true);
/* The answer to a question is what its addressee wrote about its case for the agency that was asked, as they answered. */
create function app.guard_answer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.contributions k where k.partnership_id = new.partnership_id and k.id = new.answer_contribution_id and k.case_id = new.case_id
        and k.person_id = new.person_id and k.agency_id = new.agency_id and k.contributed_at = new.answered_at)
      and not exists (select 1 from public.withheld_shares s where s.partnership_id = new.partnership_id and s.id = new.withheld_id and s.case_id = new.case_id
        and s.person_id = new.person_id and s.agency_id = new.agency_id and s.decided_at = new.answered_at) then
    raise exception 'a question is answered by what was written in answer to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger answered_by_its_answer before update of answered_at on public.enquiries for each row when (new.answered_at is not null and current_user <> 'casemoot_owner') execute function app.guard_answer();

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('end_questions', 'guard_answer') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
