-- CreateEnum
CREATE TYPE "gateway_part" AS ENUM ('power', 'lawful_basis', 'condition', 'confidentiality');

-- CreateEnum
CREATE TYPE "source_grade" AS ENUM ('reliable', 'untested', 'unreliable');

-- CreateEnum
CREATE TYPE "marking" AS ENUM ('official', 'official_sensitive');

-- CreateEnum
CREATE TYPE "interest_kind" AS ENUM ('pecuniary', 'personal', 'other', 'sensitive');

-- CreateEnum
CREATE TYPE "interest_about" AS ENUM ('employer', 'contract', 'property', 'street', 'family', 'friendship', 'membership', 'other');

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "named_contact" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "gateway_rows" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "part" "gateway_part" NOT NULL,
    "name" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "checked" BOOLEAN NOT NULL DEFAULT false,
    "law_enforcement_only" BOOLEAN NOT NULL DEFAULT false,
    "any_recipient" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gateway_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_recipients" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "agency_kind" "agency_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "gateway_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contributions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "necessity" TEXT NOT NULL,
    "left_out" TEXT,
    "grade" "source_grade" NOT NULL,
    "marking" "marking" NOT NULL,
    "informed" BOOLEAN NOT NULL,
    "informed_reason" TEXT,
    "contributed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosures" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "power_id" UUID NOT NULL,
    "lawful_basis_id" UUID NOT NULL,
    "condition_id" UUID NOT NULL,
    "confidentiality_id" UUID NOT NULL,

    CONSTRAINT "disclosures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withheld_shares" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_agency_id" UUID,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withheld_shares_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interests" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "interest_kind" NOT NULL,
    "about" "interest_about" NOT NULL,
    "words" TEXT,
    "forum_id" UUID,
    "meeting_id" UUID,
    "case_id" UUID,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "interests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "silent" BOOLEAN NOT NULL,
    "interest_id" UUID,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recusals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusal_lifts" (
    "recusal_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "lifted_by_id" UUID NOT NULL,
    "lifted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recusal_lifts_pkey" PRIMARY KEY ("recusal_id")
);

-- CreateTable
CREATE TABLE "departures" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "item_id" UUID,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "returned_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "departures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advance_signatures" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "declaration_hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "advance_signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_invitations" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_colleagues" (
    "action_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "allowed_by_id" UUID NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_colleagues_pkey" PRIMARY KEY ("partnership_id","action_id","person_id")
);

-- CreateTable
CREATE TABLE "governance_purposes" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "governance_purposes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "governance_agreements" (
    "purpose_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "agreed_by_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "governance_agreements_pkey" PRIMARY KEY ("purpose_id")
);

-- CreateTable
CREATE TABLE "withheld_addresses" (
    "subject_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "withheld_addresses_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "withheld_address_readers" (
    "subject_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "named_by_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "withheld_address_readers_pkey" PRIMARY KEY ("partnership_id","subject_id","person_id")
);

-- CreateTable
CREATE TABLE "address_reveals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revealed_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_reveals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gateway_rows_partnership_id_part_idx" ON "gateway_rows"("partnership_id", "part");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_rows_partnership_id_id_key" ON "gateway_rows"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "gateway_recipients_partnership_id_row_id_idx" ON "gateway_recipients"("partnership_id", "row_id");

-- CreateIndex
CREATE INDEX "contributions_partnership_id_case_id_contributed_at_idx" ON "contributions"("partnership_id", "case_id", "contributed_at");

-- CreateIndex
CREATE UNIQUE INDEX "contributions_partnership_id_id_key" ON "contributions"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "disclosures_partnership_id_case_id_idx" ON "disclosures"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "disclosures_partnership_id_contribution_id_agency_id_key" ON "disclosures"("partnership_id", "contribution_id", "agency_id");

-- CreateIndex
CREATE INDEX "withheld_shares_partnership_id_case_id_idx" ON "withheld_shares"("partnership_id", "case_id");

-- CreateIndex
CREATE INDEX "interests_partnership_id_person_id_idx" ON "interests"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "interests_partnership_id_case_id_idx" ON "interests"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "interests_partnership_id_id_key" ON "interests"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "recusals_partnership_id_person_id_idx" ON "recusals"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "recusals_partnership_id_case_id_idx" ON "recusals"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "recusals_partnership_id_id_key" ON "recusals"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "recusal_lifts_partnership_id_recusal_id_key" ON "recusal_lifts"("partnership_id", "recusal_id");

-- CreateIndex
CREATE INDEX "departures_partnership_id_meeting_id_person_id_idx" ON "departures"("partnership_id", "meeting_id", "person_id");

-- CreateIndex
CREATE INDEX "advance_signatures_partnership_id_person_id_idx" ON "advance_signatures"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "advance_signatures_partnership_id_meeting_id_person_id_key" ON "advance_signatures"("partnership_id", "meeting_id", "person_id");

-- CreateIndex
CREATE INDEX "case_invitations_partnership_id_person_id_idx" ON "case_invitations"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_invitations_partnership_id_item_id_person_id_key" ON "case_invitations"("partnership_id", "item_id", "person_id");

-- CreateIndex
CREATE INDEX "action_colleagues_partnership_id_person_id_idx" ON "action_colleagues"("partnership_id", "person_id");

-- CreateIndex
CREATE INDEX "governance_purposes_partnership_id_person_id_idx" ON "governance_purposes"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "governance_purposes_partnership_id_id_key" ON "governance_purposes"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "governance_agreements_partnership_id_purpose_id_key" ON "governance_agreements"("partnership_id", "purpose_id");

-- CreateIndex
CREATE UNIQUE INDEX "withheld_addresses_partnership_id_subject_id_key" ON "withheld_addresses"("partnership_id", "subject_id");

-- CreateIndex
CREATE INDEX "address_reveals_partnership_id_subject_id_person_id_ends_at_idx" ON "address_reveals"("partnership_id", "subject_id", "person_id", "ends_at");

-- AddForeignKey
ALTER TABLE "gateway_recipients" ADD CONSTRAINT "gateway_recipients_partnership_id_row_id_fkey" FOREIGN KEY ("partnership_id", "row_id") REFERENCES "gateway_rows"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_partnership_id_contribution_id_fkey" FOREIGN KEY ("partnership_id", "contribution_id") REFERENCES "contributions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_partnership_id_interest_id_fkey" FOREIGN KEY ("partnership_id", "interest_id") REFERENCES "interests"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal_lifts" ADD CONSTRAINT "recusal_lifts_partnership_id_recusal_id_fkey" FOREIGN KEY ("partnership_id", "recusal_id") REFERENCES "recusals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departures" ADD CONSTRAINT "departures_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advance_signatures" ADD CONSTRAINT "advance_signatures_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advance_signatures" ADD CONSTRAINT "advance_signatures_partnership_id_declaration_id_fkey" FOREIGN KEY ("partnership_id", "declaration_id") REFERENCES "declarations"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_invitations" ADD CONSTRAINT "case_invitations_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_colleagues" ADD CONSTRAINT "action_colleagues_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_purposes" ADD CONSTRAINT "governance_purposes_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_agreements" ADD CONSTRAINT "governance_agreements_partnership_id_purpose_id_fkey" FOREIGN KEY ("partnership_id", "purpose_id") REFERENCES "governance_purposes"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withheld_addresses" ADD CONSTRAINT "withheld_addresses_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "case_subjects"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withheld_address_readers" ADD CONSTRAINT "withheld_address_readers_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "case_subjects"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
