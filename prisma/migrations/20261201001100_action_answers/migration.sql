-- CreateEnum
CREATE TYPE "action_ask" AS ENUM ('more_time', 'another_owner');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "action_step_kind" ADD VALUE 'declined';
ALTER TYPE "action_step_kind" ADD VALUE 'kept';
ALTER TYPE "action_step_kind" ADD VALUE 'proposed_owner';
ALTER TYPE "action_step_kind" ADD VALUE 'asked_more_time';
ALTER TYPE "action_step_kind" ADD VALUE 'time_granted';
ALTER TYPE "action_step_kind" ADD VALUE 'time_refused';
ALTER TYPE "action_step_kind" ADD VALUE 'changed';
ALTER TYPE "action_step_kind" ADD VALUE 'waiting';
ALTER TYPE "action_step_kind" ADD VALUE 'waiting_over';

-- AlterTable
ALTER TABLE "action_steps" ADD COLUMN     "agency_id" UUID,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "due_was" DATE;

-- AlterTable
ALTER TABLE "actions" ADD COLUMN     "asked" "action_ask",
ADD COLUMN     "asked_due_on" DATE,
ADD COLUMN     "asked_owner_id" UUID,
ADD COLUMN     "officer_id" UUID,
ADD COLUMN     "waiting_agency_id" UUID,
ADD COLUMN     "waiting_until" DATE;

-- CreateTable
CREATE TABLE "action_versions" (
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by_id" UUID NOT NULL,
    "wording" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "nameless_wording" TEXT,

    CONSTRAINT "action_versions_pkey" PRIMARY KEY ("partnership_id","action_id","replaced_at")
);

-- CreateTable
CREATE TABLE "thanks" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "action_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thanks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_versions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_lines" (
    "version_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "action_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "action_state" NOT NULL,
    "incomplete_kind" "incomplete_kind",
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_lines_pkey" PRIMARY KEY ("partnership_id","version_id","action_id")
);

-- CreateIndex
CREATE INDEX "thanks_partnership_id_to_id_given_at_idx" ON "thanks"("partnership_id", "to_id", "given_at");

-- CreateIndex
CREATE INDEX "thanks_partnership_id_action_id_idx" ON "thanks"("partnership_id", "action_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_versions_partnership_id_id_key" ON "plan_versions"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_versions_partnership_id_meeting_id_key" ON "plan_versions"("partnership_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_versions_partnership_id_forum_id_number_key" ON "plan_versions"("partnership_id", "forum_id", "number");

-- AddForeignKey
ALTER TABLE "action_versions" ADD CONSTRAINT "action_versions_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_partnership_id_version_id_fkey" FOREIGN KEY ("partnership_id", "version_id") REFERENCES "plan_versions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What agencies answer and the chair decides between meetings; what an action said before; thanks; the plan as each closing published it.

-- 1. A declined action is not over: it is back with its chair, who gives it to somebody else, keeps it with its owner, or cancels it.
alter table public.actions drop constraint over_says_when;
update public.actions set ended_at = null where state = 'declined';
alter table public.actions add constraint over_says_when check ((ended_at is not null) = (state in ('verified', 'incomplete', 'cancelled')));
alter table public.actions add constraint asks_one_thing check ((asked is not distinct from 'more_time') = (asked_due_on is not null) and (asked is not distinct from 'another_owner') = (asked_owner_id is not null));
alter table public.actions add constraint waits_until_a_day check (waiting_agency_id is null or waiting_until is not null);

-- 2. Who changes what.
/* The chair and the deputy change what an action asks; the policy table knows when the deputy may. */
create function app.may_change_actions(forum uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.appointments a where a.partnership_id = app.partnership() and a.forum_id = forum and a.person_id = app.person() and a.office in ('chair', 'deputy')
    and app.today() between a.from_on and coalesce(a.until_on, 'infinity')) $$;
/* Keeps what an action says now, before it is changed in this transaction: once, however many of its words are. */
create function app.keep_action_version(wanted uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into public.action_versions (partnership_id, forum_id, action_id, replaced_at, replaced_by_id, wording, measure, nameless_wording)
  select a.partnership_id, a.forum_id, a.id, app.moment(), app.person(), w.wording, w.measure, a.nameless_wording
  from public.actions a join public.action_wordings w on w.partnership_id = a.partnership_id and w.action_id = a.id
  where a.partnership_id = app.partnership() and a.id = wanted and app.may_change_actions(a.forum_id)
  on conflict do nothing;
end $$;
create function app.guard_wording() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'casemoot_app' then return new; end if;
  if not app.may_change_actions(new.forum_id) then raise exception 'only the chair changes what an action asks' using errcode = 'insufficient_privilege'; end if;
  perform app.keep_action_version(new.action_id);
  return new;
end $$;
create trigger words_are_the_chairs before update on public.action_wordings for each row execute function app.guard_wording();
create function app.guard_asking() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'casemoot_app' then return new; end if;
  if not app.may_change_actions(new.forum_id) then raise exception 'only the chair changes what an action asks, and until when' using errcode = 'insufficient_privilege'; end if;
  if new.nameless_wording is distinct from old.nameless_wording then perform app.keep_action_version(new.id); end if;
  return new;
end $$;
create trigger dates_are_the_chairs before update on public.actions for each row
  when ((new.due_on, new.nameless_wording) is distinct from (old.due_on, old.nameless_wording)) execute function app.guard_asking();

/* An owner moves an action along until they have reported on it; who owns it, when it is due, what it asks and what becomes of a report stay the chair's. What they ask of the chair moves nothing. */
create or replace function app.guard_action() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and not new.forum_id = any(app.offices_held()) and
     (new.id, new.partnership_id, new.forum_id, new.reference, new.case_id, new.meeting_id, new.item_id, new.owner_id, new.owner_agency_id, new.due_on, new.nameless_wording, new.created_at, new.assigned_at)
     is distinct from
     (old.id, old.partnership_id, old.forum_id, old.reference, old.case_id, old.meeting_id, old.item_id, old.owner_id, old.owner_agency_id, old.due_on, old.nameless_wording, old.created_at, old.assigned_at)
     or (current_user = 'casemoot_app' and not new.forum_id = any(app.offices_held())
      and (old.state not in ('assigned', 'accepted', 'in_progress') or (new.state <> old.state and new.state not in ('accepted', 'declined', 'in_progress', 'reported_done', 'incomplete')))) then
    raise exception 'only the chair''s office changes what an action asks' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace function app.guard_owner() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and not (old.state in ('recorded', 'assigned', 'accepted', 'in_progress', 'declined') and new.state = 'assigned' and new.assigned_at = app.moment()
      and app.may_give_action(new.forum_id, new.owner_id, new.owner_agency_id)) then
    raise exception 'only the chair gives an action to somebody else, who sits on the forum' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
/* The owner names who does it, in their own agency, as they accept. Being named opens nothing. */
create function app.works_for(officer uuid, forum uuid, agency uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.people p where p.partnership_id = app.partnership() and p.id = officer and p.left_at is null and (p.agency_id = agency
    or exists (select 1 from public.memberships m where m.partnership_id = p.partnership_id and m.forum_id = forum and m.person_id = p.id and m.agency_id = agency
      and app.today() between m.from_on and coalesce(m.until_on, 'infinity')))) $$;
create function app.guard_officer() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and new.officer_id is not null
      and not (old.state = 'assigned' and new.state = 'accepted' and new.owner_id = app.person() and app.works_for(new.officer_id, new.forum_id, new.owner_agency_id)) then
    raise exception 'the owner names who does it in their agency, as they accept' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger officer_is_named_on_accepting before update on public.actions for each row when (new.officer_id is distinct from old.officer_id) execute function app.guard_officer();

-- 3. The new tables: row-level security, forced, walled by partnership, written once.
do $$ declare t text; begin
  foreach t in array array['action_versions', 'thanks', 'plan_versions', 'plan_lines'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer, casemoot_app', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
  foreach t in array array['action_versions', 'plan_versions', 'plan_lines'] loop
    execute format('grant insert on public.%I to casemoot_definer', t);
    execute format('create policy kept_by_definer on public.%I for insert to casemoot_definer with check (true)', t);
  end loop;
  foreach t in array array['thanks', 'plan_lines'] loop
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]))', t);
  end loop;
end $$;
create policy read on public.action_versions for select to casemoot_app using (app.reads_action(action_id));
/* Thanks reach whom they are for, while they sit on the forum; the chair's office reads what it said. */
create policy read on public.thanks for select to casemoot_app
  using (forum_id = any((select app.offices_held())::uuid[]) or (to_id = (select app.person()) and forum_id = any((select app.forums_seen())::uuid[])));
grant insert on public.thanks to casemoot_app;
create policy add on public.thanks for insert to casemoot_app with check (given_by_id = (select app.person()) and given_at = app.moment() and app.may_change_actions(forum_id)
  and exists (select 1 from public.actions a where a.id = thanks.action_id and a.forum_id = thanks.forum_id and a.case_id is not distinct from thanks.case_id and a.state = 'verified' and thanks.to_id in (a.owner_id, a.officer_id)));
create policy read on public.plan_versions for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy read on public.plan_lines for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));

-- 4. The version that a closing publishes: what is open, and what ended since the one before. Whole, though whoever closes may be kept from some of it.
create function app.publish_plan(wanted uuid, new_version uuid) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare
  held public.meetings;
  before timestamptz;
  many integer;
begin
  select m.* into held from public.meetings m where m.partnership_id = app.partnership() and m.id = wanted and m.state = 'closed' and m.closed_at = app.moment() and m.forum_id = any(app.offices_held());
  if not found then raise exception 'a plan is published by the closing of its meeting' using errcode = 'insufficient_privilege'; end if;
  select max(v.published_at) into before from public.plan_versions v where v.partnership_id = held.partnership_id and v.forum_id = held.forum_id;
  insert into public.plan_versions (id, partnership_id, forum_id, meeting_id, number, published_by_id, published_at)
  values (new_version, held.partnership_id, held.forum_id, held.id,
    (select coalesce(max(v.number), 0) + 1 from public.plan_versions v where v.partnership_id = held.partnership_id and v.forum_id = held.forum_id), app.person(), app.moment());
  insert into public.plan_lines (version_id, partnership_id, forum_id, case_id, action_id, owner_id, owner_agency_id, due_on, state, incomplete_kind, ended_at)
  select new_version, a.partnership_id, a.forum_id, a.case_id, a.id, a.owner_id, a.owner_agency_id, a.due_on, a.state, a.incomplete_kind, a.ended_at
  from public.actions a
  where a.partnership_id = held.partnership_id and a.forum_id = held.forum_id and a.state <> 'recorded'
    and (a.ended_at is null or a.ended_at > coalesce(before, app.moment() - interval '31 days'));
  get diagnostics many = row_count;
  return many;
end $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
      and p.proname in ('may_change_actions', 'keep_action_version', 'guard_wording', 'guard_asking', 'works_for', 'guard_officer', 'publish_plan') loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
