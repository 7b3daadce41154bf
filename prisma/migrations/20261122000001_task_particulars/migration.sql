-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "concluded_at" TIMESTAMPTZ(3),
ADD COLUMN     "concluded_by_id" UUID;

-- CreateTable
CREATE TABLE "task_particulars" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "allowed_by_id" UUID NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_particulars_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_particulars_partnership_id_action_id_idx" ON "task_particulars"("partnership_id", "action_id");

-- CreateIndex
CREATE INDEX "task_particulars_partnership_id_case_id_owner_id_idx" ON "task_particulars"("partnership_id", "case_id", "owner_id");

-- AddForeignKey
ALTER TABLE "task_particulars" ADD CONSTRAINT "task_particulars_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_particulars" ADD CONSTRAINT "task_particulars_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "case_subjects"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. What a task needs to know: the owner of an open action is shown, by a reveal, the subjects that the chair's office chose for it (rule 26).
alter table public.task_particulars enable row level security;
alter table public.task_particulars force row level security;
create policy maintained_by_owner on public.task_particulars to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.task_particulars for select to casemoot_definer using (true);
grant select on public.task_particulars to casemoot_definer;
create policy own_partnership on public.task_particulars as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
create policy not_recused on public.task_particulars as restrictive to casemoot_app using (case_id <> all((select app.shut_cases())::uuid[]));
-- what was allowed stays as it was: it is ended, and that is all that is ever written to it
grant select, insert on public.task_particulars to casemoot_app;
grant update (ended_by_id, ended_at) on public.task_particulars to casemoot_app;
create policy read on public.task_particulars for select to casemoot_app using (app.reads_action(action_id));
create policy add on public.task_particulars for insert to casemoot_app with check (
  allowed_by_id = (select app.person()) and allowed_at = app.moment() and ended_at is null and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.actions a join public.case_subjects s on s.partnership_id = a.partnership_id and s.case_id = a.case_id
    where a.id = action_id and s.id = subject_id and a.case_id = task_particulars.case_id and a.forum_id = task_particulars.forum_id and a.owner_id = task_particulars.owner_id));
create policy change on public.task_particulars for update to casemoot_app using (ended_at is null and forum_id = any((select app.offices_held())::uuid[]))
  with check (ended_by_id = (select app.person()) and ended_at = app.moment());
alter table public.task_particulars add constraint ended_by_somebody check ((ended_at is null) = (ended_by_id is null));
alter table public.task_particulars add constraint allowed_once_at_a_time exclude using gist (action_id with =, subject_id with =, owner_id with =) where (ended_at is null);

/* The subjects of a case that open tasks of the person's need. Theirs alone: not their colleagues', not the next owner's. */
create function app.subjects_needed(in_case uuid) returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct t.subject_id), '{}') from public.task_particulars t join public.actions a on a.partnership_id = t.partnership_id and a.id = t.action_id
  where t.partnership_id = app.partnership() and t.case_id = in_case and t.owner_id = app.person() and t.ended_at is null and a.owner_id = t.owner_id
    and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done') and a.forum_id = any(app.forums_seen()) and in_case <> all(app.shut_cases()) $$;
/* D3 of them: within fifteen minutes of one's own reveal. */
create function app.has_revealed_for_task(in_case uuid, subject uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select subject = any(app.subjects_needed(in_case)) and exists (select 1 from public.reveals r where r.partnership_id = app.partnership() and r.case_id = in_case
    and r.person_id = app.person() and r.ends_at > app.moment()) $$;
create policy read_for_task on public.protected_particulars for select to casemoot_app using (app.has_revealed_for_task(case_id, subject_id));
alter policy add on public.reveals with check (person_id = (select app.person()) and revealed_at = app.moment()
  and (app.may_reveal(case_id) or pg_catalog.cardinality(app.subjects_needed(case_id)) > 0));

-- 2. A meeting whose chair and deputy are each recused from something: each concludes what the other may not see.
/* Of the items from which the person is openly recused, whether somebody concluded each: no other word of them. Those of a meeting of one's office. */
create function app.recused_items_concluded(meeting uuid) returns table (item_id uuid, concluded boolean) language sql stable security definer set search_path = '' as $$
  select i.id, i.concluded_at is not null and i.decision is not null
    and not exists (select 1 from public.actions a where a.partnership_id = i.partnership_id and a.item_id = i.id and a.state = 'recorded')
    and not (i.decision = 'close' and exists (select 1 from public.actions a where a.partnership_id = i.partnership_id and a.case_id = i.case_id
      and a.state in ('recorded', 'assigned', 'accepted', 'in_progress', 'reported_done')))
  from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held())
    and i.case_id = any(app.shut_cases()) and i.case_id <> all(app.silently_shut_cases()) $$;
/*
 * What the other decided on those items takes effect with the closing: cases that were to be closed are. Answers those that this moved, whose stage whoever is openly
 * recused may know (D0); null where an item is not concluded after all. It is called once the meeting is held.
 */
create function app.close_recused_cases(meeting uuid) returns jsonb language plpgsql volatile security definer set search_path = '' as $$
declare moved jsonb;
begin
  perform 1 from public.cases c join public.agenda_items i on i.partnership_id = c.partnership_id and i.case_id = c.id
    where i.partnership_id = app.partnership() and i.id in (select r.item_id from app.recused_items_concluded(meeting) r) and i.decision = 'close' order by c.id for update of c;
  if exists (select 1 from app.recused_items_concluded(meeting) r where not r.concluded) then return null; end if;
  with held as (
      select c.id, c.reference, c.stage, i.id as item_id from public.cases c join public.agenda_items i on i.partnership_id = c.partnership_id and i.case_id = c.id
      where i.partnership_id = app.partnership() and i.id in (select r.item_id from app.recused_items_concluded(meeting) r) and i.decision = 'close' and c.stage <> 'closed'),
    closed as (
      update public.cases c set stage = 'closed', closed_on = app.today(), version = c.version + 1 from held where c.partnership_id = app.partnership() and c.id = held.id returning c.id)
  select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', held.id, 'reference', held.reference, 'from', held.stage, 'itemId', held.item_id) order by held.id), '[]')
    into moved from held join closed on closed.id = held.id;
  return moved;
end $$;
grant update (stage, closed_on, version) on public.cases to casemoot_definer;
create policy closed_by_definer on public.cases for update to casemoot_definer using (true) with check (true);
/* The running numbers of a meeting's minutes, in the order of its agenda: those that are shut to whoever closes it too. */
create function app.number_minutes(meeting uuid, year integer, first integer) returns void language sql volatile security definer set search_path = '' as $$
  update public.agenda_items i set minute_year = year, minute_number = first - 1 + n.number
  from (select each.id, pg_catalog.row_number() over (order by each.position) as number from public.agenda_items each where each.partnership_id = app.partnership() and each.meeting_id = meeting) n
  where i.partnership_id = app.partnership() and i.id = n.id and i.minute_number is null and i.forum_id = any(app.offices_held())
    and exists (select 1 from public.meetings m where m.partnership_id = i.partnership_id and m.id = meeting and m.state = 'in_session') $$;

-- 3. Whoever corrects a withheld address is shown it, and is of the chair's office.
alter policy change on public.withheld_addresses using (app.has_revealed_address(subject_id) and forum_id = any((select app.offices_held())::uuid[]));

-- 4. The evaluator's totals are of whole months that are over: two periods a day apart would tell what one day held.
create or replace function app.evaluation_totals(from_on date, until_on date) returns table (forum text, measure text, total integer) language sql stable security definer set search_path = '' as $$
  with period as (
    select pg_catalog.date_trunc('month', from_on::timestamp)::date as from_on,
      least(pg_catalog.date_trunc('month', until_on::timestamp) + interval '1 month', pg_catalog.date_trunc('month', app.today()::timestamp))::date - 1 as until_on),
  counted as (
    select f.name as forum, t.measure, t.total::integer from public.forums f cross join period p cross join lateral (
      select 'meetings_held' as measure, count(*) as total from public.meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.closed_at is not null and (m.starts_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'cases_taken', count(*) from public.cases c where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.opened_on between p.from_on and p.until_on
      union all select 'cases_open', count(*) from public.cases c where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.opened_on <= p.until_on and (c.closed_on is null or c.closed_on > p.until_on)
      union all select 'cases_closed', count(*) from public.cases c where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.closed_on between p.from_on and p.until_on
      union all select 'actions_tasked', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and (a.assigned_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_verified', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.state = 'verified' and (a.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_circumstances_changed', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.incomplete_kind = 'circumstances_changed' and (a.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_not_done', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.incomplete_kind = 'not_done' and (a.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on) t
    where f.partnership_id = app.partnership())
  select forum, measure, case when total between 1 and 4 then -1 else total end from counted where app.holds_partnership_office('evaluator') $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef and f.proowner <> 'casemoot_definer'::regrole then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.signature::text <> 'app.verify_audit_chain()' then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
