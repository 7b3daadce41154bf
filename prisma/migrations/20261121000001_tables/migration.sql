-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "action_state" AS ENUM ('recorded', 'assigned', 'accepted', 'declined', 'in_progress', 'reported_done', 'verified', 'incomplete', 'cancelled');

-- CreateEnum
CREATE TYPE "incomplete_kind" AS ENUM ('circumstances_changed', 'not_done');

-- CreateEnum
CREATE TYPE "capacity_reason" AS ENUM ('staffing', 'budget', 'other_priorities', 'waiting_on_others', 'not_our_power');

-- CreateEnum
CREATE TYPE "action_step_kind" AS ENUM ('recorded', 'assigned', 'accepted', 'progress', 'reported_done', 'reported_incomplete', 'returned', 'verified', 'cancelled');

-- CreateEnum
CREATE TYPE "subject_type" AS ENUM ('victim', 'perpetrator', 'location', 'theme');

-- CreateEnum
CREATE TYPE "case_stage" AS ENUM ('open', 'stepped_down', 'closed');

-- CreateEnum
CREATE TYPE "risk" AS ENUM ('standard', 'medium', 'high');

-- CreateEnum
CREATE TYPE "forum_kind" AS ENUM ('cim', 'marp', 'board');

-- CreateEnum
CREATE TYPE "office" AS ENUM ('chair', 'deputy', 'coordinator');

-- CreateEnum
CREATE TYPE "capacity" AS ENUM ('substantive', 'interim', 'acting');

-- CreateEnum
CREATE TYPE "counter_kind" AS ENUM ('case', 'action', 'minute');

-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('ordinary', 'extraordinary');

-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('scheduled', 'published', 'in_session', 'closed', 'circulated', 'confirmed', 'cancelled');

-- CreateEnum
CREATE TYPE "agenda_item_kind" AS ENUM ('register', 'interests', 'last_minutes', 'matters_arising', 'actions', 'case', 'hotspots', 'other_business', 'next_meeting');

-- CreateEnum
CREATE TYPE "item_outcome" AS ENUM ('noted', 'agreed', 'deferred', 'referred_on');

-- CreateEnum
CREATE TYPE "case_decision" AS ENUM ('continue', 'step_down', 'escalate', 'close', 'defer');

-- CreateEnum
CREATE TYPE "attendance_status" AS ENUM ('present', 'apologies', 'apologies_with_information', 'absent');

-- CreateEnum
CREATE TYPE "agency_kind" AS ENUM ('council', 'police', 'integrated_care_board', 'health_provider', 'probation', 'fire', 'housing', 'school', 'voluntary', 'other');

-- CreateEnum
CREATE TYPE "partnership_office_kind" AS ENUM ('administrator', 'information_governance', 'evaluator');

-- CreateTable
CREATE TABLE "actions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "case_id" UUID,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "action_state" NOT NULL,
    "nameless_wording" TEXT,
    "incomplete_kind" "incomplete_kind",
    "capacity_reason" "capacity_reason",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_wordings" (
    "action_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "wording" TEXT NOT NULL,
    "measure" TEXT NOT NULL,

    CONSTRAINT "action_wordings_pkey" PRIMARY KEY ("action_id")
);

-- CreateTable
CREATE TABLE "action_steps" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "kind" "action_step_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "action_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "partnership_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "person_id" UUID,
    "request_id" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "reference" TEXT,
    "forum_id" UUID,
    "case_id" UUID,
    "particulars" JSONB NOT NULL,
    "salt" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("partnership_id","seq")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "partnership_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("partnership_id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "partnership_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "permission" TEXT NOT NULL,
    "said_hash" BYTEA NOT NULL,
    "answer" JSONB,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("partnership_id","key")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "stage" "case_stage" NOT NULL DEFAULT 'open',
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "last_action" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_twins" (
    "case_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "subject_type" "subject_type" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "ward_id" UUID,
    "involves_children" BOOLEAN NOT NULL,

    CONSTRAINT "case_twins_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_contents" (
    "case_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "background" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "risk" "risk" NOT NULL,

    CONSTRAINT "case_contents_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_subjects" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "role" "subject_type" NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "case_subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protected_particulars" (
    "subject_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "name" TEXT,
    "born_on" DATE,
    "address" TEXT,
    "address_held_by_id" UUID,
    "safe_contact" TEXT,
    "marks" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "protected_particulars_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "reveals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revealed_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reveals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forums" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kind" "forum_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area_id" UUID,
    "year_starts_month" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "forums_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_of_reference" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "adopted_on" DATE NOT NULL,
    "purpose" TEXT NOT NULL,
    "admits_elected_members" BOOLEAN NOT NULL,
    "limit_minutes" INTEGER NOT NULL DEFAULT 120,

    CONSTRAINT "terms_of_reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "office" "office" NOT NULL,
    "capacity" "capacity" NOT NULL DEFAULT 'substantive',
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "represents" TEXT,
    "commits" BOOLEAN NOT NULL DEFAULT true,
    "core" BOOLEAN NOT NULL DEFAULT true,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declarations" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "adopted_on" DATE NOT NULL,

    CONSTRAINT "declarations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_counters" (
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "kind" "counter_kind" NOT NULL,
    "period" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "forum_counters_pkey" PRIMARY KEY ("partnership_id","forum_id","kind","period")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "meeting_kind" NOT NULL,
    "state" "meeting_state" NOT NULL DEFAULT 'scheduled',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "limit_minutes" INTEGER NOT NULL,
    "over_limit_reason" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "doors_opened_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "presided_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "circulated_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_at_meeting_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_items" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "agenda_item_kind" NOT NULL,
    "case_id" UUID,
    "planned_minutes" INTEGER NOT NULL,
    "outcome" "item_outcome",
    "decision" "case_decision",
    "minute_number" INTEGER,
    "minute_year" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendances" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "status" "attendance_status" NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "item_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "case_id" UUID,
    "discussion" TEXT NOT NULL,
    "decision_reason" TEXT,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "partnerships" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "idle_minutes" INTEGER NOT NULL DEFAULT 30,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partnerships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "areas" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "areas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wards" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "wards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agencies" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "agency_kind" NOT NULL,

    CONSTRAINT "agencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "style" TEXT,
    "post" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_offices" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "office" "partnership_office_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "partnership_offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "elected_members" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "ward_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "elected_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "person_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reference_hash" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "represents" TEXT,
    "commits" BOOLEAN NOT NULL,
    "declaration_id" UUID NOT NULL,
    "declaration_hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "actions_partnership_id_forum_id_state_due_on_idx" ON "actions"("partnership_id", "forum_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "actions_partnership_id_forum_id_due_on_idx" ON "actions"("partnership_id", "forum_id", "due_on");

-- CreateIndex
CREATE INDEX "actions_partnership_id_forum_id_ended_at_idx" ON "actions"("partnership_id", "forum_id", "ended_at");

-- CreateIndex
CREATE INDEX "actions_partnership_id_owner_id_state_idx" ON "actions"("partnership_id", "owner_id", "state");

-- CreateIndex
CREATE INDEX "actions_partnership_id_case_id_idx" ON "actions"("partnership_id", "case_id");

-- CreateIndex
CREATE INDEX "actions_partnership_id_item_id_idx" ON "actions"("partnership_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "actions_partnership_id_id_key" ON "actions"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "actions_partnership_id_reference_key" ON "actions"("partnership_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "action_wordings_partnership_id_action_id_key" ON "action_wordings"("partnership_id", "action_id");

-- CreateIndex
CREATE INDEX "action_steps_partnership_id_action_id_taken_at_idx" ON "action_steps"("partnership_id", "action_id", "taken_at");

-- CreateIndex
CREATE INDEX "audit_events_partnership_id_forum_id_seq_idx" ON "audit_events"("partnership_id", "forum_id", "seq");

-- CreateIndex
CREATE INDEX "audit_events_partnership_id_case_id_seq_idx" ON "audit_events"("partnership_id", "case_id", "seq");

-- CreateIndex
CREATE INDEX "audit_events_partnership_id_subject_id_seq_idx" ON "audit_events"("partnership_id", "subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_partnership_id_id_key" ON "audit_events"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "cases_partnership_id_forum_id_stage_idx" ON "cases"("partnership_id", "forum_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "cases_partnership_id_id_key" ON "cases"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_partnership_id_reference_key" ON "cases"("partnership_id", "reference");

-- CreateIndex
CREATE INDEX "case_twins_partnership_id_forum_id_idx" ON "case_twins"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_twins_partnership_id_case_id_key" ON "case_twins"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_contents_partnership_id_case_id_key" ON "case_contents"("partnership_id", "case_id");

-- CreateIndex
CREATE INDEX "case_subjects_partnership_id_case_id_idx" ON "case_subjects"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_subjects_partnership_id_id_key" ON "case_subjects"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "protected_particulars_partnership_id_case_id_idx" ON "protected_particulars"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "protected_particulars_partnership_id_subject_id_key" ON "protected_particulars"("partnership_id", "subject_id");

-- CreateIndex
CREATE INDEX "reveals_partnership_id_case_id_person_id_ends_at_idx" ON "reveals"("partnership_id", "case_id", "person_id", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "forums_partnership_id_id_key" ON "forums"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "forums_partnership_id_code_key" ON "forums"("partnership_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "terms_of_reference_partnership_id_forum_id_version_key" ON "terms_of_reference"("partnership_id", "forum_id", "version");

-- CreateIndex
CREATE INDEX "appointments_partnership_id_person_id_idx" ON "appointments"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "appointments_partnership_id_forum_id_idx" ON "appointments"("partnership_id", "forum_id");

-- CreateIndex
CREATE INDEX "memberships_partnership_id_person_id_idx" ON "memberships"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "memberships_partnership_id_forum_id_idx" ON "memberships"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "declarations_partnership_id_id_key" ON "declarations"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "declarations_partnership_id_version_key" ON "declarations"("partnership_id", "version");

-- CreateIndex
CREATE INDEX "meetings_partnership_id_forum_id_starts_at_idx" ON "meetings"("partnership_id", "forum_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_partnership_id_id_key" ON "meetings"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_partnership_id_reference_key" ON "meetings"("partnership_id", "reference");

-- CreateIndex
CREATE INDEX "agenda_items_partnership_id_case_id_idx" ON "agenda_items"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_partnership_id_id_key" ON "agenda_items"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_partnership_id_meeting_id_position_key" ON "agenda_items"("partnership_id", "meeting_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_partnership_id_meeting_id_case_id_key" ON "agenda_items"("partnership_id", "meeting_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendances_partnership_id_meeting_id_person_id_key" ON "attendances"("partnership_id", "meeting_id", "person_id");

-- CreateIndex
CREATE INDEX "minutes_partnership_id_meeting_id_idx" ON "minutes"("partnership_id", "meeting_id");

-- CreateIndex
CREATE INDEX "minutes_partnership_id_case_id_idx" ON "minutes"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_partnership_id_item_id_key" ON "minutes"("partnership_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "areas_partnership_id_id_key" ON "areas"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "areas_partnership_id_name_key" ON "areas"("partnership_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "wards_partnership_id_id_key" ON "wards"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "wards_partnership_id_name_key" ON "wards"("partnership_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_partnership_id_id_key" ON "agencies"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_partnership_id_name_key" ON "agencies"("partnership_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE UNIQUE INDEX "people_partnership_id_id_key" ON "people"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "partnership_offices_partnership_id_person_id_idx" ON "partnership_offices"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "elected_members_partnership_id_person_id_idx" ON "elected_members"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "credentials_partnership_id_person_id_key" ON "credentials"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_reference_hash_key" ON "sessions"("reference_hash");

-- CreateIndex
CREATE INDEX "sessions_partnership_id_person_id_idx" ON "sessions"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "sign_ins_partnership_id_person_id_idx" ON "sign_ins"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_ins_partnership_id_meeting_id_person_id_key" ON "sign_ins"("partnership_id", "meeting_id", "person_id");

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_partnership_id_owner_agency_id_fkey" FOREIGN KEY ("partnership_id", "owner_agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_wordings" ADD CONSTRAINT "action_wordings_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_steps" ADD CONSTRAINT "action_steps_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_twins" ADD CONSTRAINT "case_twins_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_twins" ADD CONSTRAINT "case_twins_partnership_id_ward_id_fkey" FOREIGN KEY ("partnership_id", "ward_id") REFERENCES "wards"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_contents" ADD CONSTRAINT "case_contents_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_particulars" ADD CONSTRAINT "protected_particulars_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "case_subjects"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_particulars" ADD CONSTRAINT "protected_particulars_partnership_id_address_held_by_id_fkey" FOREIGN KEY ("partnership_id", "address_held_by_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forums" ADD CONSTRAINT "forums_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forums" ADD CONSTRAINT "forums_partnership_id_area_id_fkey" FOREIGN KEY ("partnership_id", "area_id") REFERENCES "areas"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_of_reference" ADD CONSTRAINT "terms_of_reference_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_counters" ADD CONSTRAINT "forum_counters_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "areas" ADD CONSTRAINT "areas_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wards" ADD CONSTRAINT "wards_partnership_id_area_id_fkey" FOREIGN KEY ("partnership_id", "area_id") REFERENCES "areas"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_offices" ADD CONSTRAINT "partnership_offices_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elected_members" ADD CONSTRAINT "elected_members_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elected_members" ADD CONSTRAINT "elected_members_partnership_id_ward_id_fkey" FOREIGN KEY ("partnership_id", "ward_id") REFERENCES "wards"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_partnership_id_declaration_id_fkey" FOREIGN KEY ("partnership_id", "declaration_id") REFERENCES "declarations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
