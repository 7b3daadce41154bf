-- CreateEnum
CREATE TYPE "step_down_end" AS ENUM ('dropped', 'undone', 'returned', 'closed');

-- CreateEnum
CREATE TYPE "watch_finding" AS ENUM ('quiet', 'some_concern', 'trigger_met');

-- CreateTable
CREATE TABLE "step_downs" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "begun_by_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "lead_agency_id" UUID,
    "watch_months" SMALLINT,
    "check_months" SMALLINT,
    "return_trigger" TEXT,
    "raiser_told_by_id" UUID,
    "victim_told_by_id" UUID,
    "item_id" UUID,
    "meeting_id" UUID,
    "signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "watch_until" DATE,
    "end" "step_down_end",
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "is_repeat" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "step_downs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_down_words" (
    "step_down_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "changed" TEXT,
    "evidence" TEXT,
    "voice" TEXT,
    "voice_missing" TEXT,
    "raiser_not_told" TEXT,
    "victim_not_told" TEXT,
    "tellable" TEXT,
    "between_reason" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "step_down_words_pkey" PRIMARY KEY ("step_down_id")
);

-- CreateTable
CREATE TABLE "watch_checks" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "step_down_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "finding" "watch_finding" NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "watch_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "step_downs_partnership_id_case_id_idx" ON "step_downs"("partnership_id", "case_id");

-- CreateIndex
CREATE INDEX "step_downs_partnership_id_forum_id_ended_at_idx" ON "step_downs"("partnership_id", "forum_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "step_downs_partnership_id_id_key" ON "step_downs"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "step_down_words_partnership_id_case_id_idx" ON "step_down_words"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_down_words_partnership_id_step_down_id_key" ON "step_down_words"("partnership_id", "step_down_id");

-- CreateIndex
CREATE INDEX "watch_checks_partnership_id_step_down_id_checked_at_idx" ON "watch_checks"("partnership_id", "step_down_id", "checked_at");

-- CreateIndex
CREATE UNIQUE INDEX "watch_checks_partnership_id_id_key" ON "watch_checks"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "step_downs" ADD CONSTRAINT "step_downs_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_downs" ADD CONSTRAINT "step_downs_partnership_id_lead_agency_id_fkey" FOREIGN KEY ("partnership_id", "lead_agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_down_words" ADD CONSTRAINT "step_down_words_partnership_id_step_down_id_fkey" FOREIGN KEY ("partnership_id", "step_down_id") REFERENCES "step_downs"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_checks" ADD CONSTRAINT "watch_checks_partnership_id_step_down_id_fkey" FOREIGN KEY ("partnership_id", "step_down_id") REFERENCES "step_downs"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership and by recusal.
do $$ declare t text; begin
  foreach t in array array['step_downs','step_down_words','watch_checks'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]))', t);
    execute format('grant select, insert on public.%I to casemoot_app', t);
  end loop;
end $$;
create trigger written_once before update or delete on public.watch_checks for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.watch_checks execute function app.refuse_change();
grant update on public.step_downs, public.step_down_words to casemoot_app;

-- 2. Who reads and writes. A step-down is its office's until it is signed; then who keeps watch, until when and what brings the case back stand beside its nameless twin.
create policy read on public.step_downs for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])
  or (signed_at is not null and (forum_id = any((select app.forums_seen())::uuid[]) or case_id = any((select app.cases_invited())::uuid[]) or case_id = any((select app.cases_governed())::uuid[]))));
create policy add on public.step_downs for insert to casemoot_app with check (begun_by_id = (select app.person()) and begun_at = app.moment() and signed_at is null and ended_at is null and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.cases c where c.id = case_id and c.forum_id = step_downs.forum_id));
create policy change on public.step_downs for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.step_down_words for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.opens_case(case_id));
create policy add on public.step_down_words for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.step_down_words for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
/* What a watch found: the office, those who read the record, and the agency that keeps it, of its own. */
create policy read on public.watch_checks for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.opens_case(case_id)
  or exists (select 1 from public.memberships m where m.forum_id = watch_checks.forum_id and m.person_id = (select app.person()) and m.agency_id = watch_checks.agency_id and (select app.today()) between m.from_on and coalesce(m.until_on, 'infinity')));
create policy add on public.watch_checks for insert to casemoot_app with check (person_id = (select app.person()) and checked_at = app.moment());

-- 3. What holds of a step-down, whatever the application thinks.
create unique index one_at_a_time on public.step_downs (partnership_id, case_id) where ended_at is null;
alter table public.step_downs add constraint watch_is_of_one_of_three_lengths check (watch_months in (3, 6, 12) and check_months in (1, watch_months / 3));
alter table public.step_downs add constraint signed_is_whole check ((signed_at is null) = (signed_by_id is null) and (signed_at is null) = (watch_until is null)
  and (signed_at is null or (lead_agency_id is not null and watch_months is not null and check_months is not null and return_trigger is not null)));
alter table public.step_downs add constraint watch_is_counted_from_its_day check (watch_until = ((signed_at at time zone 'Europe/London')::date + watch_months * interval '1 month')::date);
alter table public.step_downs add constraint decided_on_an_item_of_a_meeting check ((item_id is null) = (meeting_id is null));
alter table public.step_downs add constraint end_says_when_and_by_whom check (("end" is null) = (ended_at is null) and ("end" is null) = (ended_by_id is null) and ("end" is null or ("end" = 'dropped') = (signed_at is null)));
alter table public.step_downs add constraint undone_within_fourteen_days check ("end" is distinct from 'undone' or ended_at < signed_at + interval '14 days');
/* Within twelve months of the day it was signed. */
alter table public.step_downs add constraint repeat_is_a_return_within_a_year check (is_repeat = ("end" is not distinct from 'returned'
  and (ended_at at time zone 'Europe/London')::date <= ((signed_at at time zone 'Europe/London')::date + interval '12 months')::date));

/* Fixed once signed, but for its end; ended for good; signed by somebody who may be the chair in force, in their own name and moment. */
create function app.guard_step_down() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.ended_at is not null then raise exception 'a step-down that has ended is never changed' using errcode = 'insufficient_privilege'; end if;
  if (new.id, new.partnership_id, new.forum_id, new.case_id, new.begun_by_id, new.begun_at) is distinct from (old.id, old.partnership_id, old.forum_id, old.case_id, old.begun_by_id, old.begun_at)
    or (old.signed_at is not null and
      (new.lead_agency_id, new.watch_months, new.check_months, new.return_trigger, new.raiser_told_by_id, new.victim_told_by_id, new.item_id, new.meeting_id, new.signed_by_id, new.signed_at, new.watch_until) is distinct from
      (old.lead_agency_id, old.watch_months, old.check_months, old.return_trigger, old.raiser_told_by_id, old.victim_told_by_id, old.item_id, old.meeting_id, old.signed_by_id, old.signed_at, old.watch_until)) then
    raise exception 'a step-down stands as it was signed' using errcode = 'insufficient_privilege';
  end if;
  if old.signed_at is null and new.signed_at is not null and not (new.signed_at = app.moment() and new.signed_by_id = app.person() and new.ended_at is null
    and exists (select 1 from public.appointments a where a.partnership_id = new.partnership_id and a.forum_id = new.forum_id and a.person_id = new.signed_by_id and a.office in ('chair', 'deputy')
      and app.today() between a.from_on and coalesce(a.until_on, 'infinity'))) then
    raise exception 'a step-down is signed by the chair in force' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is not null and not (new.ended_at = app.moment() and new.ended_by_id = app.person()) then raise exception 'a step-down ends by somebody, now' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger fixed_once_signed before update on public.step_downs for each row when (current_user <> 'casemoot_owner') execute function app.guard_step_down();

/* Its words are fixed with it, but for why it ended. */
create function app.guard_step_down_words() returns trigger language plpgsql security definer set search_path = '' as $$
declare of_it public.step_downs;
begin
  select * into of_it from public.step_downs s where s.partnership_id = new.partnership_id and s.id = new.step_down_id;
  if of_it.id is null or of_it.case_id <> new.case_id or of_it.forum_id <> new.forum_id then raise exception 'words of another step-down' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then
    if of_it.signed_at is not null then raise exception 'a step-down stands as it was signed' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if (new.step_down_id, new.partnership_id, new.case_id) is distinct from (old.step_down_id, old.partnership_id, old.case_id)
    or (of_it.signed_at is not null and (new.changed, new.evidence, new.voice, new.voice_missing, new.raiser_not_told, new.victim_not_told, new.tellable, new.between_reason) is distinct from
      (old.changed, old.evidence, old.voice, old.voice_missing, old.raiser_not_told, old.victim_not_told, old.tellable, old.between_reason))
    or (old.end_reason is not null and new.end_reason is distinct from old.end_reason) then
    raise exception 'a step-down stands as it was signed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger fixed_once_signed before insert or update on public.step_down_words for each row when (current_user <> 'casemoot_owner') execute function app.guard_step_down_words();

/* Whether the risk of a case was scored again since it was opened or last came back: a second time, or on a later day than it was opened (rule 22). */
create function app.is_rescored(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.cases c
      cross join lateral (select max(s.ended_at) as at from public.step_downs s where s.partnership_id = c.partnership_id and s.case_id = c.id and s."end" = 'returned') back
      join public.risk_assessments r on r.partnership_id = c.partnership_id and r.case_id = c.id and r.assessed_at > coalesce(back.at, '-infinity')
    where c.partnership_id = app.partnership() and c.id = wanted and c.id <> all(app.shut_cases()) and c.forum_id = any(app.offices_held())
      and (back.at is not null or (r.assessed_at at time zone 'Europe/London')::date > c.opened_on
        or exists (select 1 from public.risk_assessments e where e.partnership_id = r.partnership_id and e.case_id = r.case_id and e.assessed_at < r.assessed_at))) $$;

/* The stage of a case is the index to a decision: it moves only with one, and never over an open action (rules 20, 22 and 23). */
create function app.guard_stage() returns trigger language plpgsql security definer set search_path = '' as $$
declare signed public.step_downs; said public.step_down_words;
begin
  if old.stage = 'closed' then raise exception 'a closed case stays closed' using errcode = 'insufficient_privilege'; end if;
  if new.stage <> 'open' and exists (select 1 from public.actions a where a.partnership_id = new.partnership_id and a.case_id = new.id and a.state in ('recorded', 'assigned', 'accepted', 'in_progress', 'reported_done')) then
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
create trigger moves_by_a_decision before update of stage on public.cases for each row when (new.stage is distinct from old.stage and current_user <> 'casemoot_owner') execute function app.guard_stage();

/* At the end of each transaction: a case is stepped down exactly while somebody keeps watch on it. */
create function app.watch_and_stage_agree() returns trigger language plpgsql security definer set search_path = '' as $$
declare of_case uuid := coalesce((pg_catalog.to_jsonb(new) ->> 'case_id')::uuid, new.id);
begin
  if exists (select 1 from public.cases c where c.partnership_id = new.partnership_id and c.id = of_case and (c.stage = 'stepped_down') is distinct from
    exists (select 1 from public.step_downs s where s.partnership_id = c.partnership_id and s.case_id = c.id and s.signed_at is not null and s.ended_at is null)) then
    raise exception 'a case is stepped down exactly while it is watched' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create constraint trigger agrees_with_its_case after update on public.step_downs deferrable initially deferred for each row when (current_user <> 'casemoot_owner') execute function app.watch_and_stage_agree();
create constraint trigger agrees_with_its_watch after update of stage on public.cases deferrable initially deferred for each row when (new.stage is distinct from old.stage and current_user <> 'casemoot_owner') execute function app.watch_and_stage_agree();

/* Nobody is tasked on a case that the forum no longer works on. Waits for whoever steps it down or closes it at the same moment. */
create function app.guard_task_of_case() returns trigger language plpgsql security definer set search_path = '' as $$
declare now_in public.case_stage;
begin
  select c.stage into now_in from public.cases c where c.partnership_id = new.partnership_id and c.id = new.case_id for share;
  if now_in <> 'open' then raise exception 'a case that is not open takes no action' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger taken_by_an_open_case before insert on public.actions for each row when (new.case_id is not null and current_user <> 'casemoot_owner') execute function app.guard_task_of_case();
create trigger taken_up_by_an_open_case before update of state on public.actions for each row
  when (new.case_id is not null and old.ended_at is not null and new.ended_at is null and current_user <> 'casemoot_owner') execute function app.guard_task_of_case();

-- 4. The watch. The agency that keeps it, by its seat on the forum, or the office for it, looks in while it lasts; what was to bring the case back, met, brings it back at once.
create function app.guard_watch_check() returns trigger language plpgsql security definer set search_path = '' as $$
declare kept public.step_downs;
begin
  perform 1 from public.cases c where c.partnership_id = new.partnership_id and c.id = new.case_id for update;
  select * into kept from public.step_downs s where s.partnership_id = new.partnership_id and s.id = new.step_down_id and s.case_id = new.case_id and s.forum_id = new.forum_id for update;
  if kept.signed_at is null or kept.ended_at is not null or new.agency_id <> kept.lead_agency_id or not (new.forum_id = any(app.offices_held()) or exists (select 1 from public.memberships m
      where m.partnership_id = new.partnership_id and m.forum_id = new.forum_id and m.person_id = new.person_id and m.agency_id = new.agency_id and app.today() between m.from_on and coalesce(m.until_on, 'infinity'))) then
    raise exception 'a watch is kept by its agency, while it lasts' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger kept_by_its_agency before insert on public.watch_checks for each row when (current_user <> 'casemoot_owner') execute function app.guard_watch_check();
create function app.bring_back() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.step_downs s set "end" = 'returned', ended_at = app.moment(), ended_by_id = app.person(), version = s.version + 1,
      is_repeat = app.today() <= ((s.signed_at at time zone 'Europe/London')::date + interval '12 months')::date
    where s.partnership_id = new.partnership_id and s.id = new.step_down_id;
  update public.cases c set stage = 'open', version = c.version + 1 where c.partnership_id = new.partnership_id and c.id = new.case_id;
  return null;
end $$;
create trigger brings_it_back after insert on public.watch_checks for each row when (new.finding = 'trigger_met' and current_user <> 'casemoot_owner') execute function app.bring_back();
grant update on public.step_downs to casemoot_definer;
create policy ended_by_definer on public.step_downs for update to casemoot_definer using (true) with check (true);

/* A watch that ends because a meeting closes its case, for whoever closes the meeting and is recused from the case. */
create function app.close_watches_of(meeting uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  perform 1 from public.cases c join public.agenda_items i on i.partnership_id = c.partnership_id and i.case_id = c.id
    where i.partnership_id = app.partnership() and i.id in (select r.item_id from app.recused_items_concluded(meeting) r where r.concluded) and i.decision = 'close' order by c.id for update of c;
  update public.step_downs s set "end" = case when s.signed_at is null then 'dropped'::public.step_down_end else 'closed' end, ended_at = app.moment(), ended_by_id = app.person(), version = s.version + 1
  from public.agenda_items i where s.partnership_id = app.partnership() and s.ended_at is null and i.partnership_id = s.partnership_id and i.case_id = s.case_id and i.decision = 'close'
    and i.id in (select r.item_id from app.recused_items_concluded(meeting) r where r.concluded);
end $$;

/* Whether a meeting of a forum has step-downs to hear of, the same for everybody round its table: one prepared, a watch that is over by its day, or what happened between meetings and was not reported yet. */
create function app.hears_of_step_downs(forum uuid, on_day date) returns boolean language sql stable security definer set search_path = '' as $$
  select forum = any(app.forums_seen()) and exists (select 1 from public.step_downs s
    cross join lateral (select max(m.closed_at) as at from public.meetings m join public.agenda_items i on i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.kind = 'step_downs'
      where m.partnership_id = s.partnership_id and m.forum_id = s.forum_id) heard
    where s.partnership_id = app.partnership() and s.forum_id = forum and case
      when s.ended_at is null and s.signed_at is null then true
      when s.ended_at is null then s.watch_until < on_day or (s.meeting_id is null and s.signed_at > coalesce(heard.at, '-infinity'))
      else s."end" in ('returned', 'closed', 'undone') and s.ended_at > coalesce(heard.at, '-infinity') and s.ended_at > app.moment() - interval '92 days' end) $$;

-- 5. The evaluator's totals learn of them (rule 25): stepped down and not undone, come back, and of those within a year.
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
      union all select 'cases_stepped_down', count(*) from public.step_downs s where s.partnership_id = f.partnership_id and s.forum_id = f.id and s."end" is distinct from 'undone' and (s.signed_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'cases_returned', count(*) from public.step_downs s where s.partnership_id = f.partnership_id and s.forum_id = f.id and s."end" = 'returned' and (s.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'cases_repeated', count(*) from public.step_downs s where s.partnership_id = f.partnership_id and s.forum_id = f.id and s.is_repeat and (s.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_tasked', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and (a.assigned_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_verified', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.state = 'verified' and (a.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_circumstances_changed', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.incomplete_kind = 'circumstances_changed' and (a.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on
      union all select 'actions_not_done', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.incomplete_kind = 'not_done' and (a.ended_at at time zone 'Europe/London')::date between p.from_on and p.until_on) t
    where f.partnership_id = app.partnership())
  select forum, measure, case when total between 1 and 4 then -1 else total end from counted where app.holds_partnership_office('evaluator') $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
      and p.proname in ('guard_step_down', 'guard_step_down_words', 'is_rescored', 'guard_stage', 'watch_and_stage_agree', 'guard_task_of_case', 'guard_watch_check', 'bring_back', 'close_watches_of', 'hears_of_step_downs') loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
