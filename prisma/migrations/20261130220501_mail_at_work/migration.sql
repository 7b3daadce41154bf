-- CreateEnum
CREATE TYPE "mail_kind" AS ENUM ('account', 'tasked', 'dates', 'reminder', 'progress', 'papers', 'bundle');

-- CreateEnum
CREATE TYPE "mail_pace" AS ENUM ('immediate', 'daily', 'none');

-- AlterTable
ALTER TABLE "agencies" ADD COLUMN     "lead_id" UUID;

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "bundle_id" UUID,
ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "handed_as" TEXT,
ADD COLUMN     "kind" "mail_kind" NOT NULL DEFAULT 'account',
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mail_preferences" (
    "person_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "reminder" "mail_pace" NOT NULL,
    "progress" "mail_pace" NOT NULL,
    "papers" "mail_pace" NOT NULL,
    "quiet" BOOLEAN NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_preferences_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "reminders" (
    "partnership_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "week" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("partnership_id","action_id","owner_id","due_on","week")
);

-- CreateTable
CREATE TABLE "chases" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "action_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "number" INTEGER NOT NULL,
    "manager_id" UUID,
    "chased_by_id" UUID NOT NULL,
    "chased_at" TIMESTAMPTZ(3) NOT NULL,
    "chased_on" DATE NOT NULL,

    CONSTRAINT "chases_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "chases_partnership_id_action_id_chased_at_idx" ON "chases"("partnership_id", "action_id", "chased_at");

-- CreateIndex
CREATE INDEX "mails_partnership_id_person_id_made_at_idx" ON "mails"("partnership_id", "person_id", "made_at");

-- AddForeignKey
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_partnership_id_lead_id_fkey" FOREIGN KEY ("partnership_id", "lead_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership. Reminders are the jobs' own.
do $$ declare t text; begin
  foreach t in array array['mail_preferences','reminders','chases'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy kept_by_definer on public.%I to casemoot_definer using (true) with check (true)', t);
  end loop;
  foreach t in array array['mail_preferences','chases'] loop
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
  end loop;
end $$;
grant select on public.mail_preferences, public.chases to casemoot_definer;
grant select, insert on public.reminders to casemoot_definer;
grant select, insert, update on public.mail_preferences to casemoot_app;
create policy own on public.mail_preferences to casemoot_app using (person_id = (select app.person())) with check (person_id = (select app.person()) and set_at = app.moment());

/* A chase is the office's, of an action that is late and its owner's, and none within seven days of another. */
create policy not_recused on public.chases as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]));
grant select, insert on public.chases to casemoot_app;
create policy read on public.chases for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]) or manager_id = (select app.person()));
create policy add on public.chases for insert to casemoot_app with check (
  chased_by_id = (select app.person()) and chased_at = app.moment() and chased_on = app.today() and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.actions a where a.partnership_id = chases.partnership_id and a.id = chases.action_id and a.forum_id = chases.forum_id and a.case_id is not distinct from chases.case_id
    and a.owner_id = chases.owner_id and a.due_on = chases.due_on and a.due_on < app.today() and a.state in ('assigned', 'accepted', 'in_progress')));
alter table public.chases add constraint once_in_seven_days exclude using gist (action_id with =, daterange(chased_on, chased_on + 7) with &&);
alter table public.chases add constraint counted check (number >= 1 and (manager_id is null or number >= 3));
create trigger written_once before update or delete on public.chases for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.chases execute function app.refuse_change();

-- 2. What becomes of a mail is as its person wants it; what is about their account, what they are asked, and dates always go at once.
update public.mails set kind = case template when 'agenda.published' then 'papers' when 'agenda.supplement' then 'papers' when 'minutes.circulated' then 'papers' else 'dates' end::public.mail_kind
  where template not like 'account.%' and template not like 'access.%';
grant select (kind, handed_as, delivered_at) on public.mails to casemoot_app;
create index mails_to_bundle on public.mails (partnership_id, person_id) where state = 'held';
create index mails_not_seen on public.mails (partnership_id, person_id) where seen_at is null;
create index mails_to_follow on public.mails (sent_at) where handed_as is not null and delivered_at is null;

/* Whether what a mail tells of is shut to its person: then it is told them neither by mail nor among their notices. */
create function app.tells_of_shut(who uuid, partnership uuid, reference text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = tells_of_shut.partnership and a.reference = tells_of_shut.reference and a.case_id is not null and app.shut_to(who, a.case_id)) $$;
/* The moment, or the end of the quiet hours it falls in: 7am of the next weekday. */
create function app.after_quiet(at timestamptz) returns timestamptz language sql stable set search_path = '' as $$
  select case when extract(isodow from l.local) < 6 and extract(hour from l.local) between 7 and 18 then at else
    ((l.day + case extract(isodow from l.day)::integer when 6 then 2 when 7 then 1 else 0 end) + time '07:00') at time zone 'Europe/London' end
  from (select at at time zone 'Europe/London' as local, (at at time zone 'Europe/London')::date + case when extract(hour from at at time zone 'Europe/London') >= 7 then 1 else 0 end as day) l $$;
create or replace function app.keep_or_send() returns trigger language plpgsql security definer set search_path = '' as $$
declare wants record; pace text;
begin
  select p.reminder, p.progress, p.papers into wants from public.mail_preferences p where p.person_id = new.person_id;
  pace := case new.kind::text when 'reminder' then coalesce(wants.reminder::text, 'daily') when 'progress' then coalesce(wants.progress::text, 'daily') when 'papers' then coalesce(wants.papers::text, 'immediate') else 'immediate' end;
  new.state := case when pace = 'daily' then 'held' when pace = 'none' then 'unwanted'
    when (select t.demonstration from public.partnerships t where t.id = new.partnership_id) then 'captured' else 'waiting' end::public.mail_state;
  new.tries := 0; new.last_try_at := null; new.problem := null; new.sent_at := null; new.seen_at := null; new.bundle_id := null; new.handed_as := null; new.delivered_at := null;
  return new;
end $$;
drop policy written on public.mails;
create policy written on public.mails for insert to casemoot_app with check (state in ('waiting', 'captured', 'held', 'unwanted') and exists (select 1 from public.people p where p.id = person_id));
create or replace function app.queue_mail() returns trigger language plpgsql security definer set search_path = '' as $$
declare quiet boolean := new.kind <> 'account' and coalesce((select p.quiet from public.mail_preferences p where p.person_id = new.person_id), false);
begin
  perform graphile_worker.add_job('send_mail', pg_catalog.json_build_object('mail', new.id), job_key => new.id::text, max_attempts => 100,
    run_at => case when quiet and tg_op = 'INSERT' then app.after_quiet(new.made_at) end);
  return null;
end $$;

-- 3. Sending: what its person is shut out of by then doesn't go, and what a service took is followed until it says what became of it.
create or replace function app.begin_mail(in_mail uuid, at timestamptz) returns table (address text, template text, facts jsonb, tries integer, link_id uuid, link_purpose text, link_ends_at timestamptz, obstacle text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with begun as (
      update public.mails m set tries = m.tries + 1, last_try_at = at from public.partnerships t
        where m.id = in_mail and m.state = 'waiting' and t.id = m.partnership_id and not t.demonstration returning m.*)
    select coalesce(b.address, p.email), b.template, b.facts, b.tries, coalesce(l.id, r.id), coalesce(l.purpose::text, r.purpose::text), coalesce(l.ends_at, r.ends_at), case
        when p.left_at is not null then 'left'
        when b.facts ? 'linkId' and not coalesce(l.used_at is null and l.withdrawn_at is null and l.ends_at > at, r.used_at is null and r.withdrawn_at is null and r.ends_at > at, false) then 'link_over'
        when (r.case_id is not null and app.shut_to(p.id, r.case_id)) or (b.reference is not null and app.tells_of_shut(p.id, p.partnership_id, b.reference)) then 'link_over' end
      from begun b join public.people p on p.partnership_id = b.partnership_id and p.id = b.person_id
        left join public.one_time_links l on l.partnership_id = b.partnership_id and l.person_id = b.person_id and l.id = (b.facts ->> 'linkId')::uuid
        left join public.one_time_routes r on r.partnership_id = b.partnership_id and r.person_id = b.person_id and r.id = (b.facts ->> 'linkId')::uuid;
end $$;
drop function app.end_mail(uuid, timestamptz, text, boolean);
/* Ends a try: sent where there is no problem, dead where it was the last one. `handed`: what the service that took it calls it. */
create function app.end_mail(in_mail uuid, at timestamptz, problem text, last boolean, handed text) returns void language sql volatile security definer set search_path = '' as $$
  update public.mails m set problem = end_mail.problem, handed_as = handed,
      state = case when end_mail.problem is null then 'sent' when last then 'dead' else 'waiting' end::public.mail_state,
      sent_at = case when end_mail.problem is null then at end
    where m.id = in_mail and m.state = 'waiting' $$;
create function app.mails_to_follow(at timestamptz) returns table (id uuid, handed_as text) language sql stable security definer set search_path = '' as $$
  select m.id, m.handed_as from public.mails m where m.handed_as is not null and m.delivered_at is null and m.state = 'sent' and m.sent_at > at - interval '5 days' order by m.sent_at limit 500 $$;
/* What the service says at last: delivered, or why not. */
create function app.note_delivery(in_mail uuid, at timestamptz, problem text) returns void language sql volatile security definer set search_path = '' as $$
  update public.mails m set problem = note_delivery.problem, delivered_at = case when note_delivery.problem is null then at end,
      state = case when note_delivery.problem is null then m.state else 'dead'::public.mail_state end
    where m.id = in_mail and m.state = 'sent' and m.handed_as is not null and m.delivered_at is null $$;
/* People of the forums that the person serves whose mail doesn't arrive: the last of it was refused for good, at the address they still have. */
create function app.undelivered_people() returns table (person_id uuid, problem text, at timestamptz) language sql stable security definer set search_path = '' as $$
  select p.id, m.problem, m.last_try_at from public.people p
    cross join lateral (select n.problem, n.last_try_at, n.state from public.mails n where n.partnership_id = p.partnership_id and n.person_id = p.id and n.state in ('dead', 'sent') and n.address is null
      order by n.last_try_at desc nulls last limit 1) m
  where p.partnership_id = app.partnership() and p.left_at is null and m.state = 'dead' and m.problem in ('refused', 'bad_address', 'bounced', 'not_delivered')
    and (p.email_moved_at is null or p.email_moved_at < m.last_try_at)
    and (app.holds_partnership_office('administrator') or exists (select 1 from public.memberships s where s.partnership_id = p.partnership_id and s.person_id = p.id and s.forum_id = any(app.offices_held())
        and app.today() between s.from_on and coalesce(s.until_on, 'infinity'))) $$;

-- 4. An action tells its people of itself, whoever moved it: its owner that they were tasked, the chair what was answered, the owner what was decided.
create function app.write_mail(in_partnership uuid, in_person uuid, in_kind public.mail_kind, in_template text, in_reference text, in_facts jsonb, at timestamptz) returns void language sql volatile security definer set search_path = '' as $$
  insert into public.mails (id, partnership_id, person_id, kind, template, reference, facts, made_at)
    select pg_catalog.gen_random_uuid(), p.partnership_id, p.id, in_kind, in_template, in_reference, in_facts, at from public.people p
    where p.partnership_id = in_partnership and p.id = in_person and p.left_at is null and not app.tells_of_shut(p.id, p.partnership_id, in_reference) $$;
create function app.tell_owner() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.owner_id is distinct from app.person() then
    perform app.write_mail(new.partnership_id, new.owner_id, 'tasked', 'action.assigned', new.reference, pg_catalog.jsonb_build_object('action', new.reference, 'due', new.due_on), app.moment());
  end if;
  return null;
end $$;
create trigger tells_owner after insert on public.actions for each row when (new.state = 'assigned') execute function app.tell_owner();
create trigger tells_new_owner after update on public.actions for each row
  when (new.state = 'assigned' and (old.state = 'recorded' or old.owner_id <> new.owner_id)) execute function app.tell_owner();
/* Who is in the chair of a forum on a day, as mail finds them: not whoever is shut out of the case; the deputy then. */
create function app.chair_to_tell(in_forum uuid, in_case uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select a.person_id from public.appointments a join public.people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
  where a.forum_id = in_forum and a.office in ('chair', 'deputy') and app.today() between a.from_on and coalesce(a.until_on, 'infinity') and (in_case is null or not app.shut_to(a.person_id, in_case))
  order by a.office limit 1 $$;
create function app.tell_of_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare held record; told uuid; template text;
begin
  select a.reference, a.owner_id, a.forum_id, a.case_id into held from public.actions a where a.partnership_id = new.partnership_id and a.id = new.action_id;
  if new.kind::text in ('declined', 'proposed_owner', 'asked_more_time', 'reported_done', 'reported_incomplete') then
    told := app.chair_to_tell(held.forum_id, held.case_id); template := 'action.answered';
  elsif new.kind::text in ('returned', 'verified', 'cancelled', 'time_granted', 'time_refused', 'kept', 'changed') then
    told := held.owner_id; template := 'action.decided';
  end if;
  if told is not null and told <> new.person_id then
    perform app.write_mail(new.partnership_id, told, 'progress', template, held.reference, pg_catalog.jsonb_build_object('action', held.reference), new.taken_at);
  end if;
  return null;
end $$;
create trigger tells_of_step after insert on public.action_steps for each row execute function app.tell_of_step();

-- 5. By the day: reminders, then one mail of what was kept for the day. Asked as often as one likes, they are written once.
create function app.write_reminders(at timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare today date := (at at time zone 'Europe/London')::date; written integer;
begin
  if extract(hour from at at time zone 'Europe/London') < 7 then return 0; end if;
  with due as (
      select a.partnership_id, a.id, a.owner_id, a.reference, a.due_on, pg_catalog.floor((today - a.due_on) / 7.0)::integer as week
      from public.actions a join public.people p on p.partnership_id = a.partnership_id and p.id = a.owner_id and p.left_at is null
      where a.ended_at is null and a.state in ('assigned', 'accepted', 'in_progress') and a.due_on <= today + 7 and (a.case_id is null or not app.shut_to(a.owner_id, a.case_id))
        and (exists (select 1 from public.memberships s where s.partnership_id = a.partnership_id and s.forum_id = a.forum_id and s.person_id = a.owner_id and today between s.from_on and coalesce(s.until_on, 'infinity'))
          or exists (select 1 from public.appointments s where s.partnership_id = a.partnership_id and s.forum_id = a.forum_id and s.person_id = a.owner_id and today between s.from_on and coalesce(s.until_on, 'infinity')))
        and a.due_on + 7 * pg_catalog.floor((today - a.due_on) / 7.0)::integer > (a.assigned_at at time zone 'Europe/London')::date),
    once as (
      insert into public.reminders (partnership_id, action_id, owner_id, due_on, week, made_at) select d.partnership_id, d.id, d.owner_id, d.due_on, d.week, at from due d
        on conflict do nothing returning partnership_id, action_id, due_on, owner_id),
    mailed as (
      insert into public.mails (id, partnership_id, person_id, kind, template, reference, facts, made_at)
        select pg_catalog.gen_random_uuid(), d.partnership_id, d.owner_id, 'reminder', case when d.due_on > today then 'action.dueSoon' when d.due_on = today then 'action.dueToday' else 'action.overdue' end,
          d.reference, pg_catalog.jsonb_build_object('action', d.reference, 'due', d.due_on), at
        from due d join once o on o.partnership_id = d.partnership_id and o.action_id = d.id returning 1)
  select count(*)::integer into written from mailed;
  return written;
end $$;
create function app.write_bundles(at timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare today date := (at at time zone 'Europe/London')::date; person record; bundle uuid; written integer := 0;
begin
  if extract(hour from at at time zone 'Europe/London') < 7 then return 0; end if;
  -- nobody writes the same one twice, from however many processes it is asked
  perform pg_catalog.pg_advisory_xact_lock(72707372);
  update public.mails m set state = 'unwanted' where m.state = 'held' and m.reference is not null and app.tells_of_shut(m.person_id, m.partnership_id, m.reference);
  for person in select m.partnership_id, m.person_id from public.mails m join public.people p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.left_at is null
      where m.state = 'held' and not exists (select 1 from public.mails b where b.partnership_id = m.partnership_id and b.person_id = m.person_id and b.kind = 'bundle' and (b.made_at at time zone 'Europe/London')::date = today)
      group by m.partnership_id, m.person_id loop
    bundle := pg_catalog.gen_random_uuid();
    insert into public.mails (id, partnership_id, person_id, kind, template, facts, made_at)
      select bundle, person.partnership_id, person.person_id, 'bundle', 'bundle.daily', pg_catalog.jsonb_build_object(
          'reminder', coalesce(pg_catalog.jsonb_agg(distinct h.reference) filter (where h.kind = 'reminder'), '[]'),
          'progress', coalesce(pg_catalog.jsonb_agg(distinct h.reference) filter (where h.kind = 'progress'), '[]'),
          'papers', coalesce(pg_catalog.jsonb_agg(distinct h.reference) filter (where h.kind = 'papers'), '[]')), at
      from public.mails h where h.partnership_id = person.partnership_id and h.person_id = person.person_id and h.state = 'held' and h.reference is not null;
    update public.mails h set state = 'bundled', bundle_id = bundle where h.partnership_id = person.partnership_id and h.person_id = person.person_id and h.state = 'held';
    written := written + 1;
  end loop;
  return written;
end $$;

-- 6. Notices: what a person was told, whether it went by mail or not.
create function app.own_notices() returns table (id uuid, template text, facts jsonb, made_at timestamptz, seen_at timestamptz) language sql stable security definer set search_path = '' as $$
  select m.id, m.template, m.facts, m.made_at, m.seen_at from public.mails m
  where m.partnership_id = app.partnership() and m.person_id = app.person() and m.kind not in ('account', 'bundle') and m.made_at > app.moment() - interval '90 days'
    and not (m.reference is not null and app.tells_of_shut(m.person_id, m.partnership_id, m.reference)) order by m.made_at desc, m.id limit 100 $$;
create function app.see_notices(until timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare seen integer;
begin
  update public.mails m set seen_at = app.moment() where m.partnership_id = app.partnership() and m.person_id = app.person() and m.kind not in ('account', 'bundle') and m.seen_at is null and m.made_at <= until;
  get diagnostics seen = row_count;
  return seen;
end $$;
/* For the navigation, beside the session: how many there are to see, up to a hundred. */
create function app.unseen_notices(who uuid, at timestamptz) returns integer language sql stable security definer set search_path = '' as $$
  select count(*)::integer from (select 1 from public.mails m where m.partnership_id = (select p.partnership_id from public.people p where p.id = who) and m.person_id = who and m.seen_at is null and m.kind not in ('account', 'bundle')
    and m.made_at > at - interval '90 days' and not (m.reference is not null and app.tells_of_shut(m.person_id, m.partnership_id, m.reference)) limit 100) n $$;

-- 7. Who answers for an agency is somebody of that agency, while they are here.
create function app.leads_own_agency() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.lead_id is not null and not exists (select 1 from public.people p where p.partnership_id = new.partnership_id and p.id = new.lead_id and p.agency_id = new.id) then
    raise exception 'whoever answers for an agency is one of its people' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger led_by_one_of_its_own before insert or update of lead_id on public.agencies for each row execute function app.leads_own_agency();
/* Whom the third chase tells as well: who answers for the agency, unless that is the owner, or the case is shut to them. */
create function app.manager_for(in_action uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select g.lead_id from public.actions a join public.agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id join public.people p on p.partnership_id = g.partnership_id and p.id = g.lead_id and p.left_at is null
  where a.partnership_id = app.partnership() and a.id = in_action and a.forum_id = any(app.offices_held()) and g.lead_id <> a.owner_id and (a.case_id is null or not app.shut_to(g.lead_id, a.case_id)) $$;

/* Of late actions whom a manager was told of: whose and since when, not what they say. Only while they are late, and not of what is shut to them. */
create function app.chases_told() returns table (reference text, owner text, due date, chased_on date, number integer) language sql stable security definer set search_path = '' as $$
  select distinct on (a.id) a.reference, pg_catalog.concat_ws(' ', p.style, p.name), a.due_on, c.chased_on, c.number
  from public.chases c join public.actions a on a.partnership_id = c.partnership_id and a.id = c.action_id join public.people p on p.partnership_id = a.partnership_id and p.id = a.owner_id
  where c.partnership_id = app.partnership() and c.manager_id = app.person() and a.owner_id = c.owner_id and a.ended_at is null and a.state in ('assigned', 'accepted', 'in_progress')
    and (a.case_id is null or a.case_id <> all(app.shut_cases())) order by a.id, c.chased_at desc $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in (
      'after_quiet', 'chair_to_tell', 'chases_told', 'end_mail', 'leads_own_agency', 'mails_to_follow', 'manager_for', 'note_delivery', 'own_notices', 'see_notices', 'tell_of_step', 'tell_owner', 'tells_of_shut', 'undelivered_people', 'unseen_notices', 'write_bundles', 'write_mail', 'write_reminders') loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef and f.proowner <> 'casemoot_definer'::regrole then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    if f.proowner <> 'casemoot_definer'::regrole then execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature); end if;
    execute format('grant execute on function %s to casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
