-- The directory as its administrators keep it; who leaves; an action that is given to somebody else.

-- AlterEnum
ALTER TYPE "action_step_kind" ADD VALUE 'reassigned';

-- AlterTable
ALTER TABLE "action_steps" ADD COLUMN     "owner_id" UUID;
ALTER TABLE "people" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "partnership_offices" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "elected_members" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "forums" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "appointments" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "memberships" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "partnerships" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "areas" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "wards" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "agencies" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
grant update (version) on public.partnerships to casemoot_app;

-- 1. What somebody holds ends at once with the day before as its last; what is taken back before it began never came to be: its last day is the one before its first.
alter table public.appointments drop constraint one_chair_on_any_day, drop constraint ends_after_it_begins;
alter table public.memberships drop constraint ends_after_it_begins;
do $$ declare t text; begin
  foreach t in array array['appointments','memberships','partnership_offices','elected_members'] loop
    execute format('alter table public.%I add constraint ends_after_it_begins check (until_on is null or until_on >= from_on - 1)', t);
  end loop;
end $$;
alter table public.appointments add constraint one_chair_on_any_day
  exclude using gist (forum_id with =, daterange(from_on, until_on, '[]') with &&) where (office = 'chair' and (until_on is null or until_on >= from_on));
alter table public.appointments add constraint an_office_once
  exclude using gist (forum_id with =, person_id with =, office with =, daterange(from_on, until_on, '[]') with &&) where (until_on is null or until_on >= from_on);
alter table public.memberships add constraint a_seat_once
  exclude using gist (forum_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&) where (until_on is null or until_on >= from_on);
alter table public.memberships add constraint one_named_contact
  exclude using gist (forum_id with =, agency_id with =, daterange(from_on, until_on, '[]') with &&) where (named_contact and (until_on is null or until_on >= from_on));
alter table public.partnership_offices add constraint a_partnership_office_once
  exclude using gist (person_id with =, office with =, daterange(from_on, until_on, '[]') with &&) where (until_on is null or until_on >= from_on);
alter table public.elected_members add constraint one_ward
  exclude using gist (person_id with =, daterange(from_on, until_on, '[]') with &&) where (until_on is null or until_on >= from_on);

-- 2. Leaving (rule 14). An administrator sees no action, no case and no item: of these a function counts, and another ends what is theirs.
/* How many open actions somebody owns, forum by forum, and nothing else of them. */
create function app.open_actions_of(wanted uuid) returns table (forum text, many integer) language sql stable security definer set search_path = '' as $$
  select f.code, count(*)::integer from public.actions a join public.forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id
  where a.partnership_id = app.partnership() and a.owner_id = wanted and a.state in ('recorded', 'assigned', 'accepted', 'in_progress', 'reported_done')
    and app.holds_partnership_office('administrator') group by f.code order by f.code $$;
/* Ends for whoever has left what only others see: help with actions, invitations to cases, withheld addresses; and what would let them in again. */
create function app.release_person(wanted uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (app.holds_partnership_office('administrator')
      and exists (select 1 from public.people p where p.partnership_id = app.partnership() and p.id = wanted and p.left_at = app.moment())) then
    raise exception 'only whoever has left is released' using errcode = 'insufficient_privilege';
  end if;
  update public.action_colleagues h set ended_at = app.moment() where h.partnership_id = app.partnership() and h.person_id = wanted and h.ended_at is null;
  update public.case_invitations v set withdrawn_at = app.moment() where v.partnership_id = app.partnership() and v.person_id = wanted and v.withdrawn_at is null;
  update public.withheld_address_readers n set ended_at = app.moment() where n.partnership_id = app.partnership() and n.person_id = wanted and n.ended_at is null;
  update public.sign_in_steps s set ended_at = app.moment() where s.partnership_id = app.partnership() and s.person_id = wanted and s.ended_at is null;
  delete from public.recovery_codes c where c.partnership_id = app.partnership() and c.person_id = wanted;
  delete from public.second_factors f where f.partnership_id = app.partnership() and f.person_id = wanted;
  delete from public.credentials c where c.partnership_id = app.partnership() and c.person_id = wanted;
end $$;
do $$ declare t text; begin
  foreach t in array array['action_colleagues','case_invitations','withheld_address_readers'] loop
    execute format('grant update on public.%I to casemoot_definer', t);
    execute format('create policy ended_by_definer on public.%I for update to casemoot_definer using (true) with check (true)', t);
  end loop;
end $$;
grant delete on public.credentials, public.second_factors, public.recovery_codes to casemoot_definer;

/* An address is one person's in the whole installation. An administrator learns that it is taken, not by whom nor where. */
create function app.email_is_taken(wanted text) returns boolean language sql stable security definer set search_path = '' as $$
  select app.holds_partnership_office('administrator') and exists (select 1 from public.people p where p.email = wanted) $$;

-- 3. Whose an action is changes in one way: the chair or the deputy gives it to somebody at the forum's table, and with that it is assigned anew. The policy table knows when the deputy may.
create function app.may_give_action(forum uuid, to_person uuid, for_agency uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.appointments a where a.partnership_id = app.partnership() and a.forum_id = forum and a.person_id = app.person() and a.office in ('chair', 'deputy')
      and app.today() between a.from_on and coalesce(a.until_on, 'infinity'))
    and exists (select 1 from public.people p where p.partnership_id = app.partnership() and p.id = to_person and p.left_at is null and (
      exists (select 1 from public.memberships m where m.partnership_id = p.partnership_id and m.forum_id = forum and m.person_id = p.id and m.agency_id = for_agency
        and app.today() between m.from_on and coalesce(m.until_on, 'infinity'))
      or (p.agency_id = for_agency and exists (select 1 from public.appointments a where a.partnership_id = p.partnership_id and a.forum_id = forum and a.person_id = p.id
        and app.today() between a.from_on and coalesce(a.until_on, 'infinity'))))) $$;
create function app.guard_owner() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and not (old.state in ('recorded', 'assigned', 'accepted', 'in_progress') and new.state = 'assigned' and new.assigned_at = app.moment()
      and app.may_give_action(new.forum_id, new.owner_id, new.owner_agency_id)) then
    raise exception 'only the chair gives an action to somebody else, who sits on the forum' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger given_by_chair before update on public.actions for each row
  when ((new.owner_id, new.owner_agency_id) is distinct from (old.owner_id, old.owner_agency_id)) execute function app.guard_owner();

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
