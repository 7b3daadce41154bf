-- The meeting room: planning, agenda and papers, the register's other ways, live minuting, quorum, minutes from draft to confirmed.

-- CreateEnum
CREATE TYPE "meeting_change_kind" AS ENUM ('moved', 'cancelled', 'made_sure');

-- CreateEnum
CREATE TYPE "meeting_reply_kind" AS ENUM ('coming', 'apologies', 'apologies_with_information', 'deputy');

-- CreateEnum
CREATE TYPE "correction_state" AS ENUM ('proposed', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "sign_in_way" AS ENUM ('own_device', 'room_code', 'remote', 'coordinators_screen', 'printed_sheet');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "agenda_item_kind" ADD VALUE 'concerns';
ALTER TYPE "agenda_item_kind" ADD VALUE 'escalations';
ALTER TYPE "agenda_item_kind" ADD VALUE 'step_downs';
ALTER TYPE "agenda_item_kind" ADD VALUE 'report';
ALTER TYPE "agenda_item_kind" ADD VALUE 'presentation';
ALTER TYPE "agenda_item_kind" ADD VALUE 'reports_back';
ALTER TYPE "agenda_item_kind" ADD VALUE 'planned_reports';
ALTER TYPE "agenda_item_kind" ADD VALUE 'other_minutes';
ALTER TYPE "agenda_item_kind" ADD VALUE 'discussion';

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "deferred_from_id" UUID,
ADD COLUMN     "parked_at" TIMESTAMPTZ(3),
ADD COLUMN     "presenter" TEXT,
ADD COLUMN     "restricted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "supplement" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "title" TEXT;

-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "discussion_only" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "minutes_hash" BYTEA,
ADD COLUMN     "provisional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sign_ins" ADD COLUMN     "entered_by_id" UUID,
ADD COLUMN     "way" "sign_in_way" NOT NULL DEFAULT 'own_device';

-- AlterTable
ALTER TABLE "terms_of_reference" ADD COLUMN     "quorum" INTEGER;

-- CreateTable
CREATE TABLE "required_roles" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "agency_kind" "agency_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "required_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_changes" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" "meeting_change_kind" NOT NULL,
    "from_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "to_starts_at" TIMESTAMPTZ(3),
    "from_place" TEXT NOT NULL,
    "to_place" TEXT,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_holidays" (
    "partnership_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "bank_holidays_pkey" PRIMARY KEY ("partnership_id","on_day")
);

-- CreateTable
CREATE TABLE "meeting_replies" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reply" "meeting_reply_kind" NOT NULL,
    "information" TEXT,
    "deputy_name" TEXT,
    "deputy_id" UUID,
    "deputy_commits" BOOLEAN,
    "replied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_items" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "kind" "agenda_item_kind" NOT NULL,
    "case_id" UUID,
    "title" TEXT,
    "presenter" TEXT,
    "planned_minutes" INTEGER NOT NULL,
    "from_item_id" UUID,
    "why" TEXT,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID NOT NULL,
    "taken_as_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "papers" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "case_id" UUID,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "supplement" INTEGER NOT NULL DEFAULT 0,
    "media_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolutions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "case_id" UUID,
    "position" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minute_drafts" (
    "partnership_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "discussion" TEXT NOT NULL,
    "on_version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "minute_drafts_pkey" PRIMARY KEY ("partnership_id","item_id","person_id")
);

-- CreateTable
CREATE TABLE "minute_corrections" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "case_id" UUID,
    "was" TEXT NOT NULL,
    "becomes" TEXT NOT NULL,
    "state" "correction_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "minute_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minute_receipts" (
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minute_receipts_pkey" PRIMARY KEY ("partnership_id","meeting_id","agency_id")
);

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "case_id" UUID,
    "asked_by_id" UUID NOT NULL,
    "of_agency_id" UUID,
    "wording" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_in_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "action_id" UUID,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_sign_ins" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "represents" TEXT,
    "commits" BOOLEAN NOT NULL,
    "declaration_id" UUID NOT NULL,
    "declaration_hash" BYTEA NOT NULL,
    "way" "sign_in_way" NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guest_sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_refusals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID,
    "guest_name" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_refusals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "required_roles_partnership_id_forum_id_idx" ON "required_roles"("partnership_id", "forum_id");

-- CreateIndex
CREATE INDEX "meeting_changes_partnership_id_meeting_id_idx" ON "meeting_changes"("partnership_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_changes_partnership_id_id_key" ON "meeting_changes"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_replies_partnership_id_meeting_id_person_id_key" ON "meeting_replies"("partnership_id", "meeting_id", "person_id");

-- CreateIndex
CREATE INDEX "waiting_items_partnership_id_forum_id_idx" ON "waiting_items"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_items_partnership_id_id_key" ON "waiting_items"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "papers_partnership_id_meeting_id_idx" ON "papers"("partnership_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "papers_partnership_id_id_key" ON "papers"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "resolutions_partnership_id_item_id_idx" ON "resolutions"("partnership_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_partnership_id_id_key" ON "resolutions"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "minute_corrections_partnership_id_meeting_id_idx" ON "minute_corrections"("partnership_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "minute_corrections_partnership_id_id_key" ON "minute_corrections"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "questions_partnership_id_forum_id_idx" ON "questions"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "questions_partnership_id_id_key" ON "questions"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "guest_sign_ins_partnership_id_meeting_id_idx" ON "guest_sign_ins"("partnership_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_sign_ins_partnership_id_id_key" ON "guest_sign_ins"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "register_refusals_partnership_id_meeting_id_idx" ON "register_refusals"("partnership_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_refusals_partnership_id_id_key" ON "register_refusals"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "required_roles" ADD CONSTRAINT "required_roles_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_replies" ADD CONSTRAINT "meeting_replies_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minute_drafts" ADD CONSTRAINT "minute_drafts_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minute_corrections" ADD CONSTRAINT "minute_corrections_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minute_receipts" ADD CONSTRAINT "minute_receipts_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_sign_ins" ADD CONSTRAINT "guest_sign_ins_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_refusals" ADD CONSTRAINT "register_refusals_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership and by recusal.
do $$ declare t text; begin
  foreach t in array array['meeting_changes','bank_holidays','meeting_replies','waiting_items','papers','required_roles','guest_sign_ins','register_refusals','resolutions','minute_drafts','minute_corrections','minute_receipts','questions'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    execute format('grant select, insert on public.%I to casemoot_app', t);
  end loop;
  foreach t in array array['waiting_items','papers','resolutions','minute_drafts','minute_corrections','questions'] loop
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]))', t);
  end loop;
  -- Evidence is written once.
  foreach t in array array['meeting_changes','guest_sign_ins','register_refusals','minute_receipts'] loop
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
end $$;

/* Whether a text of an item may be read: as its minute is. */
create function app.reads_item(forum uuid, meeting uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select forum = any(app.offices_held()) or app.reads_minute(forum, meeting, in_case) $$;

-- 2. Planning: seen by the forum; kept by its office. Bank holidays are the administrator's.
create policy read on public.meeting_changes for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.meeting_changes for insert to casemoot_app with check (changed_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.bank_holidays for select to casemoot_app using ((select app.person()) is not null);
create policy kept_by_administrator on public.bank_holidays for insert to casemoot_app with check ((select app.holds_partnership_office('administrator')));
grant update on public.bank_holidays to casemoot_app;
create policy changed_by_administrator on public.bank_holidays for update to casemoot_app using ((select app.holds_partnership_office('administrator')));
grant update on public.meeting_replies to casemoot_app;
create policy read on public.meeting_replies for select to casemoot_app using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]));
create policy own on public.meeting_replies for insert to casemoot_app with check ((person_id = (select app.person()) and forum_id = any((select app.seats_held())::uuid[])) or forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.meeting_replies for update to casemoot_app using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.required_roles for select to casemoot_app using ((select app.person()) is not null);
create policy kept_by_administrator on public.required_roles for insert to casemoot_app with check ((select app.holds_partnership_office('administrator')));
grant update (until_on) on public.required_roles to casemoot_app;
create policy changed_by_administrator on public.required_roles for update to casemoot_app using ((select app.holds_partnership_office('administrator')));
alter table public.terms_of_reference add constraint quorum_is_of_people check (quorum > 0);

-- 3. Agenda and papers. A paper on a case is read as the case is; a restricted one from the register; any other by the forum.
grant update on public.waiting_items to casemoot_app;
create policy by_office on public.waiting_items to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])) with check (forum_id = any((select app.offices_held())::uuid[]));
alter table public.waiting_items add constraint waits_for_a_case_or_has_a_title check (case_id is not null or title is not null or kind::text not in ('report', 'presentation', 'discussion', 'case'));
grant update (withdrawn_at, title, position) on public.papers to casemoot_app;
create policy read on public.papers for select to casemoot_app using (
  forum_id = any((select app.offices_held())::uuid[])
  or (case_id is not null and app.opens_case(case_id))
  or (case_id is null and case when restricted then app.on_register(meeting_id) else forum_id = any((select app.forums_seen())::uuid[]) end));
create policy add on public.papers for insert to casemoot_app with check (added_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.papers for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
alter table public.papers add constraint a_paper_is_small check (octet_length(content) between 1 and 900000);

-- 4. The register's other ways.
create policy read on public.guest_sign_ins for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.guest_sign_ins for insert to casemoot_app with check (entered_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.register_refusals for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person()));
create policy add on public.register_refusals for insert to casemoot_app with check (recorded_by_id = (select app.person())
  and (forum_id = any((select app.offices_held())::uuid[]) or (person_id = (select app.person()) and forum_id = any((select app.seats_held())::uuid[]))));
alter table public.register_refusals add constraint somebody_refused check ((person_id is null) <> (guest_name is null));

-- 5. Minutes.
grant update on public.resolutions, public.minute_drafts, public.minute_corrections, public.questions to casemoot_app;
create policy read on public.resolutions for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_item(forum_id, meeting_id, case_id));
create policy add on public.resolutions for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.resolutions for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy own on public.minute_drafts to casemoot_app using (person_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[])) with check (person_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.minute_corrections for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_item(forum_id, meeting_id, case_id));
create policy add on public.minute_corrections for insert to casemoot_app with check (proposed_by_id = (select app.person()) and state = 'proposed' and (forum_id = any((select app.offices_held())::uuid[]) or app.reads_item(forum_id, meeting_id, case_id)));
create policy change on public.minute_corrections for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
alter table public.minute_corrections add constraint settled_says_by_whom check ((state = 'proposed') = (settled_at is null) and (settled_at is null) = (settled_by_id is null));
create policy read on public.minute_receipts for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person()));
create policy own on public.minute_receipts for insert to casemoot_app with check (person_id = (select app.person()) and forum_id = any((select app.forums_seen())::uuid[]));
create policy read on public.questions for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_item(forum_id, meeting_id, case_id));
create policy add on public.questions for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.questions for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
alter table public.questions add constraint answered_says_where check ((answered_at is null) = (answer is null));
create trigger locked_when_confirmed before insert or update on public.resolutions for each row execute function app.refuse_if_confirmed();
create trigger locked_when_confirmed before insert or update on public.minute_corrections for each row execute function app.refuse_if_confirmed();

-- 6. Live: whoever is in the room hears that something changed at a meeting, never what.
create function app.tell_the_room() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('casemoot_room', coalesce(pg_catalog.to_jsonb(new) ->> 'meeting_id', pg_catalog.to_jsonb(new) ->> 'id'));
  return null;
end $$;
do $$ declare t text; begin
  foreach t in array array['meetings','agenda_items','minutes','sign_ins','guest_sign_ins','attendances','departures','resolutions','questions','papers'] loop
    execute format('create trigger told_to_the_room after insert or update on public.%I for each row execute function app.tell_the_room()', t);
  end loop;
end $$;
create trigger told_to_the_room after insert or update on public.actions for each row when (new.meeting_id is not null) execute function app.tell_the_room();

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('reads_item', 'tell_the_room') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
