-- CreateEnum
CREATE TYPE "concern_state" AS ENUM ('logged', 'raised', 'taken', 'joined', 'redirected', 'declined', 'answered');

-- CreateEnum
CREATE TYPE "concern_frequency" AS ENUM ('once', 'now_and_then', 'weekly', 'daily');

-- CreateEnum
CREATE TYPE "concern_tried" AS ENUM ('not_yet', 'surgery', 'service');

-- CreateEnum
CREATE TYPE "concern_may_tell" AS ENUM ('yes', 'ask_first', 'no');

-- CreateEnum
CREATE TYPE "concern_answer_kind" AS ENUM ('taken', 'joined', 'redirected', 'declined', 'more_asked', 'more_told', 'replied', 'answered');

-- CreateTable
CREATE TABLE "concerns" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "ward_id" UUID NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "passed_by_id" UUID,
    "meeting_id" UUID,
    "state" "concern_state" NOT NULL,
    "frequency" "concern_frequency" NOT NULL,
    "tried" "concern_tried" NOT NULL,
    "residents" INTEGER,
    "may_tell" "concern_may_tell" NOT NULL,
    "says_danger" BOOLEAN NOT NULL DEFAULT false,
    "surgery_on" DATE,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_at" TIMESTAMPTZ(3),
    "hear_by" DATE,
    "decided_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "concerns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_contents" (
    "concern_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "tried_words" TEXT,

    CONSTRAINT "concern_contents_pkey" PRIMARY KEY ("concern_id")
);

-- CreateTable
CREATE TABLE "concern_contacts" (
    "concern_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "contact" TEXT NOT NULL,

    CONSTRAINT "concern_contacts_pkey" PRIMARY KEY ("concern_id")
);

-- CreateTable
CREATE TABLE "concern_reveals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revealed_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_reveals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_recurrences" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "note" TEXT,
    "noted_by_id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_recurrences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_cases" (
    "concern_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_cases_pkey" PRIMARY KEY ("concern_id")
);

-- CreateTable
CREATE TABLE "concern_preparations" (
    "concern_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "several_agencies" BOOLEAN NOT NULL DEFAULT false,
    "high_vulnerability" BOOLEAN NOT NULL DEFAULT false,
    "emerging_hotspot" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "record_words" TEXT,
    "resident_words" TEXT,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "concern_preparations_pkey" PRIMARY KEY ("concern_id")
);

-- CreateTable
CREATE TABLE "concern_proposals" (
    "concern_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "decision" "concern_answer_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "agency_id" UUID,
    "case_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_proposals_pkey" PRIMARY KEY ("partnership_id","concern_id","proposed_by_id")
);

-- CreateTable
CREATE TABLE "concern_answers" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "kind" "concern_answer_kind" NOT NULL,
    "words" TEXT NOT NULL,
    "agency_id" UUID,
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_records" (
    "answer_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "concern_records_pkey" PRIMARY KEY ("answer_id")
);

-- CreateTable
CREATE TABLE "concern_tellings" (
    "answer_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "told_on" DATE NOT NULL,
    "told_by_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_tellings_pkey" PRIMARY KEY ("answer_id")
);

-- CreateTable
CREATE TABLE "concern_drafts" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "what" TEXT,
    "ward_id" UUID,
    "place" TEXT,
    "frequency" "concern_frequency",
    "tried" "concern_tried",
    "tried_words" TEXT,
    "residents" INTEGER,
    "contact" TEXT,
    "may_tell" "concern_may_tell",
    "surgery_on" DATE,
    "answered_to" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "concern_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "concern_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_counters" (
    "partnership_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "concern_counters_pkey" PRIMARY KEY ("partnership_id","year")
);

-- CreateIndex
CREATE INDEX "concerns_partnership_id_forum_id_state_raised_at_idx" ON "concerns"("partnership_id", "forum_id", "state", "raised_at");

-- CreateIndex
CREATE INDEX "concerns_partnership_id_raised_by_id_idx" ON "concerns"("partnership_id", "raised_by_id");

-- CreateIndex
CREATE INDEX "concerns_partnership_id_ward_id_idx" ON "concerns"("partnership_id", "ward_id");

-- CreateIndex
CREATE UNIQUE INDEX "concerns_partnership_id_id_key" ON "concerns"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "concerns_partnership_id_reference_key" ON "concerns"("partnership_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "concern_contents_partnership_id_concern_id_key" ON "concern_contents"("partnership_id", "concern_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_contacts_partnership_id_concern_id_key" ON "concern_contacts"("partnership_id", "concern_id");

-- CreateIndex
CREATE INDEX "concern_reveals_partnership_id_concern_id_person_id_ends_at_idx" ON "concern_reveals"("partnership_id", "concern_id", "person_id", "ends_at");

-- CreateIndex
CREATE INDEX "concern_recurrences_partnership_id_concern_id_idx" ON "concern_recurrences"("partnership_id", "concern_id");

-- CreateIndex
CREATE INDEX "concern_cases_partnership_id_case_id_idx" ON "concern_cases"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_cases_partnership_id_concern_id_key" ON "concern_cases"("partnership_id", "concern_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_preparations_partnership_id_concern_id_key" ON "concern_preparations"("partnership_id", "concern_id");

-- CreateIndex
CREATE INDEX "concern_answers_partnership_id_concern_id_idx" ON "concern_answers"("partnership_id", "concern_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_answers_partnership_id_id_key" ON "concern_answers"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_records_partnership_id_answer_id_key" ON "concern_records"("partnership_id", "answer_id");

-- CreateIndex
CREATE INDEX "concern_tellings_partnership_id_concern_id_idx" ON "concern_tellings"("partnership_id", "concern_id");

-- CreateIndex
CREATE INDEX "concern_drafts_partnership_id_person_id_idx" ON "concern_drafts"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_drafts_partnership_id_id_key" ON "concern_drafts"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_partnership_id_ward_id_fkey" FOREIGN KEY ("partnership_id", "ward_id") REFERENCES "wards"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_contents" ADD CONSTRAINT "concern_contents_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_contacts" ADD CONSTRAINT "concern_contacts_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_reveals" ADD CONSTRAINT "concern_reveals_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_recurrences" ADD CONSTRAINT "concern_recurrences_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_cases" ADD CONSTRAINT "concern_cases_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_cases" ADD CONSTRAINT "concern_cases_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_preparations" ADD CONSTRAINT "concern_preparations_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_proposals" ADD CONSTRAINT "concern_proposals_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_answers" ADD CONSTRAINT "concern_answers_partnership_id_concern_id_fkey" FOREIGN KEY ("partnership_id", "concern_id") REFERENCES "concerns"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_answers" ADD CONSTRAINT "concern_answers_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_records" ADD CONSTRAINT "concern_records_partnership_id_answer_id_fkey" FOREIGN KEY ("partnership_id", "answer_id") REFERENCES "concern_answers"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_tellings" ADD CONSTRAINT "concern_tellings_partnership_id_answer_id_fkey" FOREIGN KEY ("partnership_id", "answer_id") REFERENCES "concern_answers"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership.
do $$ declare t text; begin
  foreach t in array array['concerns','concern_contents','concern_contacts','concern_reveals','concern_recurrences','concern_cases','concern_preparations','concern_proposals','concern_answers','concern_records','concern_tellings','concern_drafts','concern_counters'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    if t <> 'concern_counters' then
      execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
      execute format('grant select, insert on public.%I to casemoot_app', t);
    end if;
  end loop;
  foreach t in array array['concern_cases','concern_proposals'] loop
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]))', t);
  end loop;
  -- Evidence is written once.
  foreach t in array array['concern_reveals','concern_recurrences','concern_cases','concern_answers','concern_records','concern_tellings'] loop
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
end $$;

-- 2. Who is asked.
/* Whether a concern went to a case that is shut to the person: then they learn nothing more of it, openly or silently recused. */
create function app.concern_is_shut(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.concern_cases k where k.partnership_id = app.partnership() and k.concern_id = wanted and k.case_id = any(app.shut_cases())) $$;
/* Whether the person answers concerns of a forum: as its chair, or as the deputy, whose turn it is by the rules of the application. */
create function app.decides_concerns(forum uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.appointments a where a.partnership_id = app.partnership() and a.forum_id = forum and a.person_id = app.person() and a.office in ('chair', 'deputy')
    and app.today() between a.from_on and coalesce(a.until_on, 'infinity')) $$;
/* Whether the person brought it: it is theirs, or they passed it on to whose it is. */
create function app.brought_concern(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.concerns c where c.partnership_id = app.partnership() and c.id = wanted and (c.raised_by_id = app.person() or c.passed_by_id = app.person())) $$;
create function app.has_revealed_concern(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select not app.concern_is_shut(wanted) and exists (select 1 from public.concern_reveals r where r.partnership_id = app.partnership() and r.concern_id = wanted and r.person_id = app.person()
    and r.forum_id = any(app.offices_held()) and r.ends_at > app.moment()) $$;
/* That somebody can be reached about it, which the chair's office may know without being shown who. */
create function app.concern_has_contact(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.concern_contacts k where k.partnership_id = app.partnership() and k.concern_id = wanted and (app.brought_concern(wanted)
    or (k.forum_id = any(app.offices_held()) and not app.concern_is_shut(wanted) and exists (select 1 from public.concerns c where c.partnership_id = k.partnership_id and c.id = wanted and c.raised_at is not null)))) $$;
create function app.next_concern_number(in_year integer) returns integer language sql volatile security definer set search_path = '' as $$
  insert into public.concern_counters (partnership_id, year, last) select app.partnership(), in_year, 1 where app.person() is not null
  on conflict (partnership_id, year) do update set last = public.concern_counters.last + 1 returning last $$;
grant insert, update on public.concern_counters to casemoot_definer;
create policy kept_by_definer on public.concern_counters to casemoot_definer using (true) with check (true);

-- 3. Who sees and writes what. A concern in the surgery log is the councillor's own; once raised, the chair's office of its forum sees it; nobody else does.
create policy read on public.concerns for select to casemoot_app using (
  raised_by_id = (select app.person()) or passed_by_id = (select app.person())
  or (raised_at is not null and forum_id = any((select app.offices_held())::uuid[])));
/* Recusal shuts the chair's office out; whoever raised it keeps their own words and their answer (rule 15), and learns of the case by neither. */
create policy not_recused on public.concerns as restrictive to casemoot_app using (
  raised_by_id = (select app.person()) or passed_by_id = (select app.person())
  or (select pg_catalog.cardinality(app.shut_cases())) = 0 or not app.concern_is_shut(id));
create policy add on public.concerns for insert to casemoot_app with check (recorded_by_id = (select app.person()) and (
  (raised_by_id = (select app.person()) and passed_by_id is null and meeting_id is null)
  or (state = 'logged' and passed_by_id = (select app.person()) and meeting_id is null)
  or (state = 'raised' and passed_by_id is null and meeting_id is not null and forum_id = any((select app.offices_held())::uuid[]))));
grant update (state, raised_at, hear_by, decided_at, answered_at, version) on public.concerns to casemoot_app;
create policy change on public.concerns for update to casemoot_app using (raised_by_id = (select app.person()) or (raised_at is not null and forum_id = any((select app.offices_held())::uuid[])));
alter table public.concerns add constraint raised_says_when check (raised_at is not null or state in ('logged', 'answered'));
alter table public.concerns add constraint raised_is_promised check ((raised_at is null) = (hear_by is null));
alter table public.concerns add constraint decided_says_when check (state not in ('taken', 'joined', 'redirected', 'declined') or decided_at is not null);
alter table public.concerns add constraint answered_says_when check ((state = 'answered') = (answered_at is not null));
alter table public.concerns add constraint some_residents check (residents between 1 and 9999);

/* Out of the log by whoever it is of; decided and answered by the forum's chair or deputy; never back (rule 15). */
create function app.guard_concern() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and new.state is distinct from old.state then
    if old.state = 'logged' and new.state in ('raised', 'answered') and new.raised_by_id = app.person() then return new; end if;
    if old.state = 'raised' and new.state in ('taken', 'joined', 'redirected', 'declined') and app.decides_concerns(new.forum_id) then return new; end if;
    if old.state in ('taken', 'joined', 'redirected', 'declined') and new.state = 'answered' and app.decides_concerns(new.forum_id) then return new; end if;
    raise exception 'a concern does not go from % to % by this person', old.state, new.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger moves_by_rule before update on public.concerns for each row execute function app.guard_concern();

create policy read on public.concern_contents for select to casemoot_app using (exists (select 1 from public.concerns c where c.partnership_id = concern_contents.partnership_id and c.id = concern_id));
create policy add on public.concern_contents for insert to casemoot_app with check (exists (select 1 from public.concerns c where c.partnership_id = concern_contents.partnership_id and c.id = concern_id and c.recorded_by_id = (select app.person())));
create policy read on public.concern_contacts for select to casemoot_app using (app.brought_concern(concern_id) or app.has_revealed_concern(concern_id));
create policy add on public.concern_contacts for insert to casemoot_app with check (exists (select 1 from public.concerns c where c.partnership_id = concern_contacts.partnership_id and c.id = concern_id and c.recorded_by_id = (select app.person())));
create policy read on public.concern_reveals for select to casemoot_app using (person_id = (select app.person()));
create policy add on public.concern_reveals for insert to casemoot_app with check (person_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.concerns c where c.partnership_id = concern_reveals.partnership_id and c.id = concern_id and c.forum_id = concern_reveals.forum_id));
create policy read on public.concern_recurrences for select to casemoot_app using (exists (select 1 from public.concerns c where c.partnership_id = concern_recurrences.partnership_id and c.id = concern_id));
create policy add on public.concern_recurrences for insert to casemoot_app with check (noted_by_id = (select app.person())
  and exists (select 1 from public.concerns c where c.partnership_id = concern_recurrences.partnership_id and c.id = concern_id and c.raised_by_id = (select app.person())));
create policy read on public.concern_cases for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.concern_cases for insert to casemoot_app with check (linked_by_id = (select app.person()) and app.decides_concerns(forum_id)
  and exists (select 1 from public.concerns c where c.partnership_id = concern_cases.partnership_id and c.id = concern_id and c.forum_id = concern_cases.forum_id)
  and exists (select 1 from public.cases c where c.partnership_id = concern_cases.partnership_id and c.id = case_id and c.forum_id = concern_cases.forum_id));
do $$ declare t text; begin
  foreach t in array array['concern_preparations','concern_proposals'] loop
    execute format('grant update on public.%I to casemoot_app', t);
    execute format('create policy read on public.%1$I for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) and exists (select 1 from public.concerns c where c.partnership_id = %1$I.partnership_id and c.id = concern_id))', t);
  end loop;
end $$;
create policy add on public.concern_preparations for insert to casemoot_app with check (prepared_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.concerns c where c.partnership_id = concern_preparations.partnership_id and c.id = concern_id and c.forum_id = concern_preparations.forum_id));
create policy change on public.concern_preparations for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.concerns c where c.partnership_id = concern_preparations.partnership_id and c.id = concern_id)) with check (prepared_by_id = (select app.person()));
create policy add on public.concern_proposals for insert to casemoot_app with check (proposed_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.concerns c where c.partnership_id = concern_proposals.partnership_id and c.id = concern_id and c.forum_id = concern_proposals.forum_id));
create policy change on public.concern_proposals for update to casemoot_app using (proposed_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
alter table public.concern_proposals add constraint proposes_a_decision check (decision in ('taken', 'joined', 'redirected', 'declined'));
alter table public.concern_proposals add constraint joined_says_to_which check ((decision = 'joined') = (case_id is not null));
alter table public.concern_proposals add constraint redirected_says_whither check ((decision = 'redirected') = (agency_id is not null));

create policy read on public.concern_answers for select to casemoot_app using (
  exists (select 1 from public.concerns c where c.partnership_id = concern_answers.partnership_id and c.id = concern_id and (c.raised_by_id = (select app.person()) or c.forum_id = any((select app.offices_held())::uuid[]))));
create policy by_office on public.concern_answers for insert to casemoot_app with check (given_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
  and (kind = 'more_asked' or (kind <> 'more_told' and app.decides_concerns(forum_id)))
  and exists (select 1 from public.concerns c where c.partnership_id = concern_answers.partnership_id and c.id = concern_id and c.forum_id = concern_answers.forum_id and c.raised_at is not null));
create policy by_raiser on public.concern_answers for insert to casemoot_app with check (given_by_id = (select app.person()) and kind in ('more_told', 'answered')
  and exists (select 1 from public.concerns c where c.partnership_id = concern_answers.partnership_id and c.id = concern_id and c.forum_id = concern_answers.forum_id and c.raised_by_id = (select app.person())
    and (kind = 'more_told' or c.state = 'logged')));
alter table public.concern_answers add constraint redirected_says_whither check ((kind = 'redirected') = (agency_id is not null));
create policy read on public.concern_records for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.concerns c where c.partnership_id = concern_records.partnership_id and c.id = concern_id));
create policy add on public.concern_records for insert to casemoot_app with check (app.decides_concerns(forum_id)
  and exists (select 1 from public.concern_answers a where a.partnership_id = concern_records.partnership_id and a.id = answer_id and a.concern_id = concern_records.concern_id and a.given_by_id = (select app.person())));
create policy read on public.concern_tellings for select to casemoot_app using (exists (select 1 from public.concern_answers a where a.partnership_id = concern_tellings.partnership_id and a.id = answer_id));
create policy add on public.concern_tellings for insert to casemoot_app with check (told_by_id = (select app.person())
  and exists (select 1 from public.concerns c where c.partnership_id = concern_tellings.partnership_id and c.id = concern_id and c.raised_by_id = (select app.person()))
  and exists (select 1 from public.concern_answers a where a.partnership_id = concern_tellings.partnership_id and a.id = answer_id and a.concern_id = concern_tellings.concern_id and a.kind in ('replied', 'answered')));
grant update on public.concern_drafts to casemoot_app;
create policy own on public.concern_drafts to casemoot_app using (person_id = (select app.person())) with check (person_id = (select app.person()));

-- 4. What is told through a function.
/* Which of these words stand in the contact of a concern: for the chair's office, which has not been shown it. It answers with words it was asked, nothing else. */
create function app.concern_marks_among(wanted uuid, spoken text[]) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct m.mark), '{}') from public.concern_contacts k, pg_catalog.regexp_split_to_table(lower(k.contact), '[^[:alnum:]]+') as m(mark)
  where k.partnership_id = app.partnership() and k.concern_id = wanted and k.forum_id = any(app.offices_held()) and m.mark = any(spoken) and m.mark !~ '^([a-z]|\d{0,3})$' and not app.concern_is_shut(wanted) $$;
/*
 * How far the person's own concerns have come since a meeting took them up: when an action was agreed, when one was verified, and where the case stands.
 * No reference, no word, no number; and nothing at all of a case that is shut to them.
 */
create function app.concern_progress() returns table (concern_id uuid, acted_at timestamptz, done_at timestamptz, stage public.case_stage) language sql stable security definer set search_path = '' as $$
  select c.id, acts.acted_at, acts.done_at, k.stage from public.concerns c
    join public.concern_cases l on l.partnership_id = c.partnership_id and l.concern_id = c.id
    join public.cases k on k.partnership_id = l.partnership_id and k.id = l.case_id
    left join lateral (select min(a.assigned_at) as acted_at, max(a.ended_at) filter (where a.state = 'verified') as done_at from public.actions a
      where a.partnership_id = l.partnership_id and a.case_id = l.case_id and a.assigned_at >= l.linked_at and a.state not in ('recorded', 'cancelled')) acts on true
  where c.partnership_id = app.partnership() and c.raised_by_id = app.person() and l.case_id <> all(app.shut_cases()) $$;
/* How many concerns await triage at forums that the person sits on or serves: a draft agenda is the same whoever looks at it. */
create function app.concerns_waiting(forums uuid[]) returns table (forum_id uuid, many integer) language sql stable security definer set search_path = '' as $$
  select c.forum_id, count(*)::integer from public.concerns c
  where c.partnership_id = app.partnership() and c.state = 'raised' and c.forum_id = any(forums) and c.forum_id = any(app.forums_seen()) group by c.forum_id $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
    and p.proname in ('concern_is_shut', 'decides_concerns', 'brought_concern', 'has_revealed_concern', 'concern_has_contact', 'next_concern_number', 'guard_concern', 'concern_marks_among', 'concern_progress', 'concerns_waiting') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
