-- CreateEnum
CREATE TYPE "escalation_state" AS ENUM ('sent', 'received', 'listed', 'heard', 'answered', 'closed', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "escalation_step_kind" AS ENUM ('sent', 'received', 'listed', 'unlisted', 'heard', 'answered', 'closed', 'returned', 'withdrawn');

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "escalation_id" UUID;

-- CreateTable
CREATE TABLE "external_boards" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secretary_id" UUID NOT NULL,
    "cycle_days" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "external_boards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ladder_places" (
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "next_board_id" UUID,
    "next_external_board_id" UUID,
    "cycle_days" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ladder_places_pkey" PRIMARY KEY ("partnership_id","forum_id")
);

-- CreateTable
CREATE TABLE "escalations" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "escalation_state" NOT NULL DEFAULT 'sent',
    "board_id" UUID,
    "external_board_id" UUID,
    "holder_id" UUID,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "cycle_days" INTEGER NOT NULL,
    "list_by" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "listed_at" TIMESTAMPTZ(3),
    "listed_on" DATE,
    "meeting_id" UUID,
    "item_id" UUID,
    "listed_as" TEXT,
    "heard_as" TEXT,
    "heard_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "escalations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation_origins" (
    "escalation_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "action_id" UUID,
    "item_id" UUID,

    CONSTRAINT "escalation_origins_pkey" PRIMARY KEY ("escalation_id")
);

-- CreateTable
CREATE TABLE "escalation_contents" (
    "escalation_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "tried" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "given" TEXT NOT NULL,

    CONSTRAINT "escalation_contents_pkey" PRIMARY KEY ("escalation_id")
);

-- CreateTable
CREATE TABLE "escalation_steps" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "escalation_id" UUID NOT NULL,
    "kind" "escalation_step_kind" NOT NULL,
    "person_id" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "listed_on" DATE,
    "listed_as" TEXT,

    CONSTRAINT "escalation_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation_notes" (
    "step_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "escalation_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "escalation_notes_pkey" PRIMARY KEY ("step_id")
);

-- CreateTable
CREATE TABLE "escalation_answers" (
    "escalation_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "returns" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT NOT NULL,
    "safe_words" TEXT,
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "given_at" TIMESTAMPTZ(3),

    CONSTRAINT "escalation_answers_pkey" PRIMARY KEY ("escalation_id")
);

-- CreateTable
CREATE TABLE "escalation_tellings" (
    "escalation_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "approved_by_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "escalation_tellings_pkey" PRIMARY KEY ("escalation_id")
);

-- CreateTable
CREATE TABLE "escalation_drafts" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID,
    "action_id" UUID,
    "item_id" UUID,
    "board_id" UUID,
    "external_board_id" UUID,
    "holder_id" UUID,
    "title" TEXT NOT NULL,
    "tried" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "names_nobody" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_as_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "escalation_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation_counters" (
    "partnership_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "escalation_counters_pkey" PRIMARY KEY ("partnership_id","year")
);

-- CreateTable
CREATE TABLE "escalation_reminders" (
    "partnership_id" UUID NOT NULL,
    "escalation_id" UUID NOT NULL,
    "reminded_on" DATE NOT NULL,

    CONSTRAINT "escalation_reminders_pkey" PRIMARY KEY ("partnership_id","escalation_id","reminded_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "external_boards_partnership_id_id_key" ON "external_boards"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "escalations_partnership_id_forum_id_state_idx" ON "escalations"("partnership_id", "forum_id", "state");

-- CreateIndex
CREATE INDEX "escalations_partnership_id_board_id_state_idx" ON "escalations"("partnership_id", "board_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "escalations_partnership_id_id_key" ON "escalations"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "escalations_partnership_id_reference_key" ON "escalations"("partnership_id", "reference");

-- CreateIndex
CREATE INDEX "escalation_origins_partnership_id_case_id_idx" ON "escalation_origins"("partnership_id", "case_id");

-- CreateIndex
CREATE INDEX "escalation_origins_partnership_id_action_id_idx" ON "escalation_origins"("partnership_id", "action_id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_origins_partnership_id_escalation_id_key" ON "escalation_origins"("partnership_id", "escalation_id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_contents_partnership_id_escalation_id_key" ON "escalation_contents"("partnership_id", "escalation_id");

-- CreateIndex
CREATE INDEX "escalation_steps_partnership_id_escalation_id_taken_at_idx" ON "escalation_steps"("partnership_id", "escalation_id", "taken_at");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_steps_partnership_id_id_key" ON "escalation_steps"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "escalation_notes_partnership_id_escalation_id_idx" ON "escalation_notes"("partnership_id", "escalation_id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_notes_partnership_id_step_id_key" ON "escalation_notes"("partnership_id", "step_id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_answers_partnership_id_escalation_id_key" ON "escalation_answers"("partnership_id", "escalation_id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_tellings_partnership_id_escalation_id_key" ON "escalation_tellings"("partnership_id", "escalation_id");

-- CreateIndex
CREATE INDEX "escalation_drafts_partnership_id_person_id_idx" ON "escalation_drafts"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_drafts_partnership_id_id_key" ON "escalation_drafts"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_partnership_id_meeting_id_escalation_id_key" ON "agenda_items"("partnership_id", "meeting_id", "escalation_id");

-- AddForeignKey
ALTER TABLE "escalation_origins" ADD CONSTRAINT "escalation_origins_partnership_id_escalation_id_fkey" FOREIGN KEY ("partnership_id", "escalation_id") REFERENCES "escalations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_contents" ADD CONSTRAINT "escalation_contents_partnership_id_escalation_id_fkey" FOREIGN KEY ("partnership_id", "escalation_id") REFERENCES "escalations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_steps" ADD CONSTRAINT "escalation_steps_partnership_id_escalation_id_fkey" FOREIGN KEY ("partnership_id", "escalation_id") REFERENCES "escalations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_notes" ADD CONSTRAINT "escalation_notes_partnership_id_step_id_fkey" FOREIGN KEY ("partnership_id", "step_id") REFERENCES "escalation_steps"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_answers" ADD CONSTRAINT "escalation_answers_partnership_id_escalation_id_fkey" FOREIGN KEY ("partnership_id", "escalation_id") REFERENCES "escalations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation_tellings" ADD CONSTRAINT "escalation_tellings_partnership_id_escalation_id_fkey" FOREIGN KEY ("partnership_id", "escalation_id") REFERENCES "escalations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership.
do $$ declare t text; begin
  foreach t in array array['external_boards','ladder_places','escalations','escalation_origins','escalation_contents','escalation_steps','escalation_notes','escalation_answers','escalation_tellings','escalation_drafts','escalation_counters','escalation_reminders'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
  end loop;
  foreach t in array array['external_boards','ladder_places','escalations','escalation_origins','escalation_contents','escalation_steps','escalation_notes','escalation_answers','escalation_tellings','escalation_drafts'] loop
    execute format('grant select, insert on public.%I to casemoot_app', t);
  end loop;
  -- Evidence is written once.
  foreach t in array array['escalation_origins','escalation_contents','escalation_steps','escalation_notes','escalation_tellings','escalation_reminders'] loop
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
end $$;

-- 2. What is shut. Whoever is recused from a case meets nothing of what was escalated from it, neither at the forum nor at the board, openly recused or silently.
/* The case behind an escalation: its own, or that of its action. */
create function app.case_of_escalation(wanted uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select coalesce(o.case_id, a.case_id) from public.escalation_origins o left join public.actions a on a.partnership_id = o.partnership_id and a.id = o.action_id
  where o.partnership_id = app.partnership() and o.escalation_id = wanted $$;
create function app.escalations_of_shut_cases() returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when pg_catalog.cardinality(app.shut_cases()) = 0 then '{}' else (
    select coalesce(array_agg(o.escalation_id), '{}') from public.escalation_origins o left join public.actions a on a.partnership_id = o.partnership_id and a.id = o.action_id
    where o.partnership_id = app.partnership() and coalesce(o.case_id, a.case_id) = any(app.shut_cases())) end $$;
/* They, and what the person is recused from on an agenda of the board, whatever meeting takes it next. */
create function app.shut_escalations() returns uuid[] language sql stable security definer set search_path = '' as $$
  select app.escalations_of_shut_cases() || coalesce((select array_agg(i.escalation_id) from public.recusals r join public.agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id and i.escalation_id is not null
    where r.partnership_id = app.partnership() and r.person_id = app.person() and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)), '{}') $$;
/* The items of a board that were handed up from such a case are shut as those without a case are, and close up in its numbering. */
create or replace function app.shut_items() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct s.id), '{}') from (
    select m.id from public.recusals r cross join lateral pg_catalog.unnest(app.matter_of(r.item_id)) as m(id)
    where r.partnership_id = app.partnership() and r.person_id = app.person() and r.item_id is not null
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)
    union all select i.id from public.agenda_items i where i.partnership_id = app.partnership() and i.escalation_id = any((select app.shut_escalations())::uuid[])) s $$;
create or replace function app.silently_shut_items() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct s.id), '{}') from (
    select m.id from public.recusals r cross join lateral pg_catalog.unnest(app.matter_of(r.item_id)) as m(id)
    where r.partnership_id = app.partnership() and r.person_id = app.person() and r.item_id is not null and r.silent
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)
    union all select i.id from public.agenda_items i where i.partnership_id = app.partnership() and i.escalation_id = any((select app.escalations_of_shut_cases())::uuid[])) s $$;
do $$ declare t text; begin
  foreach t in array array['escalation_contents','escalation_steps','escalation_notes','escalation_answers','escalation_tellings'] loop
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (escalation_id <> all((select app.shut_escalations())::uuid[]))', t);
  end loop;
end $$;
create policy not_recused on public.escalations as restrictive to casemoot_app using (id <> all((select app.shut_escalations())::uuid[]));
create policy not_recused_from_item on public.escalations as restrictive to casemoot_app using (item_id is null or item_id <> all((select app.shut_items())::uuid[]));
create policy not_recused_from_item on public.escalation_origins as restrictive to casemoot_app using (item_id is null or item_id <> all((select app.shut_items())::uuid[]));
create policy not_recused_from_item on public.escalation_drafts as restrictive to casemoot_app using (item_id is null or item_id <> all((select app.shut_items())::uuid[]));
create policy not_recused on public.escalation_origins as restrictive to casemoot_app
  using ((case_id is null or case_id <> all((select app.shut_cases())::uuid[])) and escalation_id <> all((select app.shut_escalations())::uuid[]));
create policy not_recused on public.escalation_drafts as restrictive to casemoot_app
  using ((case_id is null or case_id <> all((select app.shut_cases())::uuid[])) and (action_id is null or not app.about_shut_case(action_id)));
create policy not_recused_from_escalation on public.audit_events as restrictive for select to casemoot_app using (subject_id is null or subject_id <> all((select app.shut_escalations())::uuid[]));
create or replace function app.chair_recused(meeting uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.meetings m
      join public.appointments a on a.partnership_id = m.partnership_id and a.forum_id = m.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
      join public.agenda_items i on i.partnership_id = m.partnership_id and i.meeting_id = m.id and (in_case is null or i.case_id = in_case)
      join public.recusals r on r.partnership_id = m.partnership_id and r.person_id = a.person_id and (r.case_id = i.case_id or i.id = any(app.matter_of(r.item_id)) or (i.escalation_id is not null and r.case_id = app.case_of_escalation(i.escalation_id)))
    where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held())
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;

-- 3. Depth of sight.
/* The words of an escalation: the forum's office and whoever reads what it is of; at the board its office and who holds it from the sending, its members from the day it was received, until it is withdrawn (rule 26: what the escalation gives, no more). */
create function app.reads_escalation(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_escalations()) and exists (select 1 from public.escalations e join public.escalation_origins o on o.partnership_id = e.partnership_id and o.escalation_id = e.id
    where e.partnership_id = app.partnership() and e.id = wanted and (
      e.forum_id = any(app.offices_held())
      or (e.forum_id = any(app.seats_held()) and ((o.case_id is not null and app.opens_case(o.case_id)) or (o.action_id is not null and app.reads_action(o.action_id))))
      or (e.state <> 'withdrawn' and (
        e.board_id = any(app.offices_held())
        or (e.holder_id = app.person() and (e.external_board_id is not null or e.board_id = any(app.forums_seen())))
        or (e.received_at is not null and app.seat_opens_papers(e.board_id)))))) $$;
/* At which of its sides the person may move it on. */
create function app.moves_escalation(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_escalations()) and exists (select 1 from public.escalations e where e.partnership_id = app.partnership() and e.id = wanted
    and (e.forum_id = any(app.offices_held()) or e.board_id = any(app.offices_held()) or (e.holder_id = app.person() and (e.external_board_id is not null or e.board_id = any(app.forums_seen()))))) $$;
/* Who writes what comes back: the board's office, and where the board is another's, the office of the forum from that board's minutes. */
create function app.answers_escalation(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_escalations()) and exists (select 1 from public.escalations e where e.partnership_id = app.partnership() and e.id = wanted
    and case when e.board_id is null then e.forum_id = any(app.offices_held()) else e.board_id = any(app.offices_held()) end) $$;

grant update on public.external_boards, public.ladder_places to casemoot_app;
create policy read on public.external_boards for select to casemoot_app using ((select app.person()) is not null);
create policy kept_by_administrator on public.external_boards for insert to casemoot_app with check ((select app.holds_partnership_office('administrator')));
create policy changed_by_administrator on public.external_boards for update to casemoot_app using ((select app.holds_partnership_office('administrator')));
create policy read on public.ladder_places for select to casemoot_app using ((select app.person()) is not null);
create policy kept_by_administrator on public.ladder_places for insert to casemoot_app with check ((select app.holds_partnership_office('administrator')));
create policy changed_by_administrator on public.ladder_places for update to casemoot_app using ((select app.holds_partnership_office('administrator')));
alter table public.external_boards add constraint cycle_of_days check (cycle_days between 1 and 400);
alter table public.ladder_places add constraint cycle_of_days check (cycle_days between 1 and 400);
alter table public.ladder_places add constraint one_board_at_most check (next_board_id is null or next_external_board_id is null);
/* The next board is a board, and nobody's ladder comes back to where it began. */
create function app.guard_ladder() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.next_board_id is not null and not exists (select 1 from public.forums f where f.partnership_id = new.partnership_id and f.id = new.next_board_id and f.kind = 'board') then
    raise exception 'the next board is a board' using errcode = 'check_violation';
  end if;
  if new.next_board_id is not null and exists (
      with recursive up as (
        select new.next_board_id as id, 1 as n
        union all select l.next_board_id, up.n + 1 from up join public.ladder_places l on l.partnership_id = new.partnership_id and l.forum_id = up.id where l.next_board_id is not null and up.n < 50)
      select 1 from up where up.id = new.forum_id) then
    raise exception 'a ladder leads up' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger leads_up before insert or update on public.ladder_places for each row execute function app.guard_ladder();

grant update (state, received_at, listed_at, listed_on, meeting_id, item_id, listed_as, heard_as, heard_at, answered_at, ended_at, version, holder_id) on public.escalations to casemoot_app;
create policy read on public.escalations for select to casemoot_app using (
  forum_id = any((select app.forums_seen())::uuid[]) or board_id = any((select app.offices_held())::uuid[])
  or (received_at is not null and board_id = any((select app.seats_held())::uuid[])) or (holder_id = (select app.person()) and (external_board_id is not null or board_id = any((select app.forums_seen())::uuid[]))));
create policy add on public.escalations for insert to casemoot_app with check (sent_by_id = (select app.person()) and sent_at = app.moment() and state = 'sent' and forum_id = any((select app.offices_held())::uuid[])
  and received_at is null and listed_at is null and heard_at is null and answered_at is null and ended_at is null);
create policy change on public.escalations for update to casemoot_app using (
  forum_id = any((select app.offices_held())::uuid[]) or board_id = any((select app.offices_held())::uuid[]) or (holder_id = (select app.person()) and (external_board_id is not null or board_id = any((select app.forums_seen())::uuid[]))));
alter table public.escalations add constraint one_board check ((board_id is null) <> (external_board_id is null));
alter table public.escalations add constraint not_to_itself check (board_id is distinct from forum_id);
alter table public.escalations add constraint over_says_when check ((ended_at is not null) = (state in ('closed', 'returned', 'withdrawn')));
alter table public.escalations add constraint listed_says_where check ((listed_on is null) = (listed_at is null) and (listed_on is null) = (listed_as is null) and (state <> 'listed' or listed_on is not null));
alter table public.escalations add constraint heard_says_where check ((heard_at is null) = (heard_as is null) and (state not in ('heard', 'answered', 'closed') or heard_at is not null));
alter table public.escalations add constraint answered_says_when check (state not in ('answered', 'closed') or answered_at is not null);
alter table public.escalations add constraint received_before_all_else check (received_at is not null or state in ('sent', 'returned', 'withdrawn'));

create policy read on public.escalation_origins for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.escalation_origins for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
alter table public.escalation_origins add constraint of_one_thing check (num_nonnulls(case_id, action_id) = 1);
create policy read on public.escalation_contents for select to casemoot_app using (app.reads_escalation(escalation_id));
create policy add on public.escalation_contents for insert to casemoot_app with check (exists (select 1 from public.escalations e where e.id = escalation_id and e.sent_by_id = (select app.person()) and e.sent_at = app.moment()));
create policy read on public.escalation_steps for select to casemoot_app using (exists (select 1 from public.escalations e where e.id = escalation_id));
create policy add on public.escalation_steps for insert to casemoot_app with check (person_id = (select app.person()) and taken_at = app.moment() and app.moves_escalation(escalation_id));
create policy read on public.escalation_notes for select to casemoot_app using (app.reads_escalation(escalation_id));
create policy add on public.escalation_notes for insert to casemoot_app with check (app.moves_escalation(escalation_id));
grant update (returns, words, safe_words, written_by_id, written_at, given_at) on public.escalation_answers to casemoot_app;
create policy read on public.escalation_answers for select to casemoot_app using (app.reads_escalation(escalation_id) and (given_at is not null or app.answers_escalation(escalation_id)));
create policy add on public.escalation_answers for insert to casemoot_app with check (written_by_id = (select app.person()) and app.answers_escalation(escalation_id));
create policy change on public.escalation_answers for update to casemoot_app using (given_at is null and app.answers_escalation(escalation_id)) with check (written_by_id = (select app.person()) or given_at is not null);
create policy read on public.escalation_tellings for select to casemoot_app using (exists (select 1 from public.escalations e where e.id = escalation_id));
create policy add on public.escalation_tellings for insert to casemoot_app with check (approved_by_id = (select app.person()) and exists (select 1 from public.escalations e where e.id = escalation_id and e.forum_id = any((select app.offices_held())::uuid[])));
grant update on public.escalation_drafts to casemoot_app;
create policy by_office on public.escalation_drafts to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])) with check (forum_id = any((select app.offices_held())::uuid[]));
alter table public.escalation_drafts add constraint of_one_thing check (num_nonnulls(case_id, action_id) = 1);

-- 4. What may follow what, whatever the application thinks: by the board's side, or by the forum's.
create function app.guard_escalation() returns trigger language plpgsql set search_path = '' as $$
declare by_board boolean; by_forum boolean;
begin
  if current_user <> 'casemoot_app' or new.state = old.state then return new; end if;
  by_forum := new.forum_id = any(app.offices_held());
  by_board := case
    when new.board_id is null and new.state in ('received', 'listed') then new.holder_id = app.person()
    when new.board_id is null then by_forum or new.holder_id = app.person()
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
create trigger step_by_step before update on public.escalations for each row execute function app.guard_escalation();
/* A real item of that board's agenda, or none. */
create function app.guard_listing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.board_id is not null and new.listed_on is not null and new.state = 'listed' and not exists (select 1 from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      where i.partnership_id = new.partnership_id and i.id = new.item_id and i.meeting_id = new.meeting_id and i.escalation_id = new.id and i.forum_id = new.board_id and m.state <> 'cancelled'
        and (m.starts_at at time zone 'Europe/London')::date = new.listed_on) then
    raise exception 'listed is what stands on a dated item of that board' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger listed_on_an_item before insert or update on public.escalations for each row execute function app.guard_listing();
create function app.guard_origin() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.escalations e where e.partnership_id = new.partnership_id and e.id = new.escalation_id and e.forum_id = new.forum_id
      and (new.case_id is null or exists (select 1 from public.cases c where c.partnership_id = e.partnership_id and c.id = new.case_id and c.forum_id = e.forum_id))
      and (new.action_id is null or exists (select 1 from public.actions a where a.partnership_id = e.partnership_id and a.id = new.action_id and a.forum_id = e.forum_id))) then
    raise exception 'what is escalated is the forum''s own' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger of_its_forum before insert on public.escalation_origins for each row execute function app.guard_origin();
create function app.guard_escalated_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.escalation_id is not null and (new.kind <> 'escalations' or not exists (select 1 from public.escalations e where e.partnership_id = new.partnership_id and e.id = new.escalation_id and e.board_id = new.forum_id)) then
    raise exception 'an item holds what was escalated to its own board' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger escalated_to_its_board before insert on public.agenda_items for each row execute function app.guard_escalated_item();
create trigger escalation_stays before update of escalation_id on public.agenda_items for each row when (new.escalation_id is distinct from old.escalation_id) execute function app.refuse_change();

-- 5. What is asked past the policies, and answered as narrowly.
/* The next number of a year: 7 of ESC-2026-007. */
create function app.next_escalation(in_year integer) returns integer language sql volatile security definer set search_path = '' as $$
  insert into public.escalation_counters (partnership_id, year, last) select app.partnership(), in_year, 1 where pg_catalog.cardinality(app.offices_held()) > 0
  on conflict (partnership_id, year) do update set last = public.escalation_counters.last + 1 returning last $$;
grant insert, update on public.escalation_counters to casemoot_definer;
create policy kept_by_definer on public.escalation_counters to casemoot_definer using (true) with check (true);
/* When a board of the partnership meets: dates and references alone, to whoever runs a forum or follows what was handed to that board. */
create function app.board_meetings(board uuid) returns table (meeting text, starts_at timestamptz, state public.meeting_state, provisional boolean) language sql stable security definer set search_path = '' as $$
  select m.reference, m.starts_at, m.state, m.provisional from public.meetings m join public.forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id and f.kind = 'board'
  where m.partnership_id = app.partnership() and m.forum_id = board and m.kind = 'ordinary' and m.starts_at > app.moment() - interval '400 days'
    and (pg_catalog.cardinality(app.offices_held()) > 0 or exists (select 1 from public.escalations e where e.partnership_id = m.partnership_id and e.board_id = board and e.forum_id = any(app.forums_seen()) and e.id <> all(app.shut_escalations())))
  order by m.starts_at $$;
/* Whom a step is told: the office of the one side or of the other, whoever holds it among them; nobody from whom it is shut. */
create function app.told_of_escalation(wanted uuid, at_board boolean) returns table (person_id uuid) language sql stable security definer set search_path = '' as $$
  select distinct p.id from public.escalations e
    join public.people p on p.partnership_id = e.partnership_id and p.left_at is null
  where e.partnership_id = app.partnership() and e.id = wanted and app.moves_escalation(wanted)
    and ((at_board and p.id = e.holder_id) or exists (select 1 from public.appointments a where a.partnership_id = e.partnership_id and a.person_id = p.id
      and a.forum_id = case when at_board then e.board_id else e.forum_id end and app.today() between a.from_on and coalesce(a.until_on, 'infinity')))
    and not exists (select 1 from public.recusals r where r.partnership_id = e.partnership_id and r.person_id = p.id and r.case_id = app.case_of_escalation(e.id)
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;
/*
 * Once a day, for all partnerships: a mail to the chair's office of each forum for what stands on no agenda within its time, and again each week,
 * until it is listed or withdrawn. It names a reference. Answers how many were reminded of.
 */
create function app.remind_of_escalations(at timestamptz) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare e record; today date := (at at time zone 'Europe/London')::date; many integer := 0;
begin
  for e in select x.* from public.escalations x where x.list_by < today
      and (x.state in ('sent', 'received') or (x.state = 'listed' and x.listed_on > x.list_by + x.cycle_days))
      and not exists (select 1 from public.escalation_reminders r where r.partnership_id = x.partnership_id and r.escalation_id = x.id and r.reminded_on > today - 7) order by x.id for update of x skip locked loop
    insert into public.escalation_reminders (partnership_id, escalation_id, reminded_on) values (e.partnership_id, e.id, today);
    insert into public.mails (id, partnership_id, person_id, template, kind, facts, made_at)
    select pg_catalog.gen_random_uuid(), e.partnership_id, p.id, 'escalation.notListed', 'tasked', pg_catalog.jsonb_build_object('escalation', e.reference), at
    from public.people p where p.partnership_id = e.partnership_id and p.left_at is null
      and exists (select 1 from public.appointments a where a.partnership_id = p.partnership_id and a.person_id = p.id and a.forum_id = e.forum_id and a.office in ('chair', 'deputy', 'coordinator') and today between a.from_on and coalesce(a.until_on, 'infinity'))
      and not exists (select 1 from public.escalation_origins o left join public.actions c on c.partnership_id = o.partnership_id and c.id = o.action_id
        join public.recusals r on r.partnership_id = o.partnership_id and r.case_id = coalesce(o.case_id, c.case_id) and r.person_id = p.id
        where o.partnership_id = e.partnership_id and o.escalation_id = e.id and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id));
    many := many + 1;
  end loop;
  return many;
end $$;
grant insert on public.mails, public.escalation_reminders to casemoot_definer;
grant update (version) on public.escalations to casemoot_definer;
create policy held_by_definer on public.escalations for update to casemoot_definer using (true) with check (false);
create policy reminded_by_definer on public.escalation_reminders for insert to casemoot_definer with check (true);
create policy reminded_by_definer on public.mails for insert to casemoot_definer with check (template = 'escalation.notListed');
/* Whether what a mail tells of is shut to its person: what was handed up from a case that is, too. */
create or replace function app.tells_of_shut(who uuid, partnership uuid, reference text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = tells_of_shut.partnership and a.reference = tells_of_shut.reference and a.case_id is not null and app.shut_to(who, a.case_id))
    or exists (select 1 from public.escalations e join public.escalation_origins o on o.partnership_id = e.partnership_id and o.escalation_id = e.id left join public.actions a on a.partnership_id = o.partnership_id and a.id = o.action_id
      where e.partnership_id = tells_of_shut.partnership and e.reference = tells_of_shut.reference and app.shut_to(who, coalesce(o.case_id, a.case_id))) $$;
/* The evaluator's counts and medians, without particulars: fewer than five withheld (-1). Whole months that are over. */
create function app.escalation_totals(from_on date, until_on date) returns table (forum text, measure text, total integer) language sql stable security definer set search_path = '' as $$
  with period as (
    select pg_catalog.date_trunc('month', from_on::timestamp)::date as from_on,
      least(pg_catalog.date_trunc('month', until_on::timestamp) + interval '1 month', pg_catalog.date_trunc('month', app.today()::timestamp))::date - 1 as until_on),
  sent as (
    select e.*, (e.sent_at at time zone 'Europe/London')::date as sent_on, (e.listed_at at time zone 'Europe/London')::date - (e.sent_at at time zone 'Europe/London')::date as to_listed,
      (e.answered_at at time zone 'Europe/London')::date - (e.sent_at at time zone 'Europe/London')::date as to_answer, p.until_on
    from public.escalations e cross join period p where e.partnership_id = app.partnership() and (e.sent_at at time zone 'Europe/London')::date between p.from_on and p.until_on),
  counted as (
    select f.name as forum, t.measure, t.n::integer as n, t.total::integer as total from public.forums f cross join lateral (
      select 'escalations_sent' as measure, count(*) as n, count(*) as total from sent s where s.forum_id = f.id
      union all select 'escalations_late', count(*), count(*) from sent s where s.forum_id = f.id and s.list_by <= s.until_on and s.state <> 'withdrawn' and (s.listed_at is null or (s.listed_at at time zone 'Europe/London')::date > s.list_by)
      union all select 'escalations_answered', count(*), count(*) from sent s where s.forum_id = f.id and s.answered_at is not null
      union all select 'days_to_listed', count(s.to_listed), pg_catalog.percentile_disc(0.5) within group (order by s.to_listed) from sent s where s.forum_id = f.id
      union all select 'days_to_answer', count(s.to_answer), pg_catalog.percentile_disc(0.5) within group (order by s.to_answer) from sent s where s.forum_id = f.id) t
    where f.partnership_id = app.partnership())
  select forum, measure, case when n between 1 and 4 then -1 when n = 0 and measure like 'days%' then null else total end from counted where app.holds_partnership_office('evaluator') $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('case_of_escalation', 'escalations_of_shut_cases', 'shut_escalations',
      'reads_escalation', 'moves_escalation', 'answers_escalation', 'guard_ladder', 'guard_escalation', 'guard_listing', 'guard_origin', 'guard_escalated_item', 'next_escalation', 'board_meetings', 'told_of_escalation', 'remind_of_escalations', 'escalation_totals') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.signature::text not like 'app.case_of_escalation%' then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
