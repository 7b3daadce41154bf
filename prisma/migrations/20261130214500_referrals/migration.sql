-- CreateEnum
CREATE TYPE "referral_state" AS ENUM ('draft', 'sent', 'more_asked', 'taken', 'joined', 'redirected', 'declined');

-- CreateEnum
CREATE TYPE "harm_class" AS ENUM ('personal', 'nuisance', 'environmental');

-- CreateTable
CREATE TABLE "referrals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "referral_state" NOT NULL DEFAULT 'draft',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "answer_by" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referrals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_matters" (
    "referral_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "subject_type" "subject_type" NOT NULL,
    "title" TEXT,
    "summary" TEXT,
    "ward_id" UUID,
    "involves_children" BOOLEAN NOT NULL DEFAULT false,
    "happening" TEXT,
    "wanted" TEXT,

    CONSTRAINT "referral_matters_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "referral_thresholds" (
    "referral_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "tried_locally" BOOLEAN NOT NULL,
    "tried" TEXT,
    "occurrences" INTEGER NOT NULL,
    "other_agency_ids" UUID[],
    "vulnerable" BOOLEAN NOT NULL,
    "vulnerability" TEXT,
    "hotspot" BOOLEAN NOT NULL,
    "harms" "harm_class"[],

    CONSTRAINT "referral_thresholds_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "referral_sharings" (
    "referral_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "necessity" TEXT NOT NULL,
    "proportionality" TEXT NOT NULL,
    "left_out" TEXT,
    "grade" "source_grade" NOT NULL,
    "marking" "marking" NOT NULL,
    "informed" BOOLEAN NOT NULL,
    "informed_reason" TEXT,
    "not_shared" TEXT,

    CONSTRAINT "referral_sharings_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "referral_risks" (
    "referral_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "frequency" SMALLINT NOT NULL,
    "escalation" SMALLINT NOT NULL,
    "targeting" SMALLINT NOT NULL,
    "vulnerability" SMALLINT NOT NULL,
    "impact" SMALLINT NOT NULL,
    "support" SMALLINT NOT NULL,
    "total" SMALLINT NOT NULL,
    "band" "risk" NOT NULL,
    "risk" "risk" NOT NULL,
    "judgement_reason" TEXT,

    CONSTRAINT "referral_risks_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "referral_gateways" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "power_id" UUID NOT NULL,
    "lawful_basis_id" UUID NOT NULL,
    "condition_id" UUID NOT NULL,
    "confidentiality_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_gateways_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_subjects" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "role" "subject_type" NOT NULL,
    "label" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_particulars" (
    "subject_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "name" TEXT,
    "born_on" DATE,
    "address" TEXT,
    "postcode" TEXT,
    "telephone" TEXT,
    "address_held_by_id" UUID,
    "safe_contact" TEXT,
    "unknown" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "marks" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "referral_particulars_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "referral_sendings" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "words" JSONB NOT NULL,

    CONSTRAINT "referral_sendings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_decisions" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "kind" "referral_state" NOT NULL,
    "reason" TEXT NOT NULL,
    "to_agency_id" UUID,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_cases" (
    "referral_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_cases_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "referral_reveals" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revealed_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_reveals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_interests" (
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_interests_pkey" PRIMARY KEY ("partnership_id","referral_id","person_id")
);

-- CreateTable
CREATE TABLE "referral_counters" (
    "partnership_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "referral_counters_pkey" PRIMARY KEY ("partnership_id","year")
);

-- CreateIndex
CREATE INDEX "referrals_partnership_id_forum_id_state_idx" ON "referrals"("partnership_id", "forum_id", "state");

-- CreateIndex
CREATE INDEX "referrals_partnership_id_person_id_idx" ON "referrals"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_partnership_id_id_key" ON "referrals"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_partnership_id_reference_key" ON "referrals"("partnership_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "referral_matters_partnership_id_referral_id_key" ON "referral_matters"("partnership_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_thresholds_partnership_id_referral_id_key" ON "referral_thresholds"("partnership_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_sharings_partnership_id_referral_id_key" ON "referral_sharings"("partnership_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_risks_partnership_id_referral_id_key" ON "referral_risks"("partnership_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_gateways_partnership_id_referral_id_agency_id_key" ON "referral_gateways"("partnership_id", "referral_id", "agency_id");

-- CreateIndex
CREATE INDEX "referral_subjects_partnership_id_referral_id_idx" ON "referral_subjects"("partnership_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_subjects_partnership_id_id_key" ON "referral_subjects"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "referral_particulars_partnership_id_referral_id_idx" ON "referral_particulars"("partnership_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_particulars_partnership_id_subject_id_key" ON "referral_particulars"("partnership_id", "subject_id");

-- CreateIndex
CREATE INDEX "referral_sendings_partnership_id_referral_id_sent_at_idx" ON "referral_sendings"("partnership_id", "referral_id", "sent_at");

-- CreateIndex
CREATE INDEX "referral_decisions_partnership_id_referral_id_decided_at_idx" ON "referral_decisions"("partnership_id", "referral_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "referral_decisions_partnership_id_id_key" ON "referral_decisions"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "referral_cases_partnership_id_case_id_idx" ON "referral_cases"("partnership_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_cases_partnership_id_referral_id_key" ON "referral_cases"("partnership_id", "referral_id");

-- CreateIndex
CREATE INDEX "referral_reveals_partnership_id_referral_id_person_id_ends__idx" ON "referral_reveals"("partnership_id", "referral_id", "person_id", "ends_at");

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "people"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_matters" ADD CONSTRAINT "referral_matters_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_thresholds" ADD CONSTRAINT "referral_thresholds_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_sharings" ADD CONSTRAINT "referral_sharings_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_risks" ADD CONSTRAINT "referral_risks_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_gateways" ADD CONSTRAINT "referral_gateways_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_subjects" ADD CONSTRAINT "referral_subjects_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_particulars" ADD CONSTRAINT "referral_particulars_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "referral_subjects"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_sendings" ADD CONSTRAINT "referral_sendings_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_decisions" ADD CONSTRAINT "referral_decisions_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_cases" ADD CONSTRAINT "referral_cases_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_cases" ADD CONSTRAINT "referral_cases_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_reveals" ADD CONSTRAINT "referral_reveals_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_interests" ADD CONSTRAINT "referral_interests_partnership_id_referral_id_fkey" FOREIGN KEY ("partnership_id", "referral_id") REFERENCES "referrals"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Referrals: seen by whoever writes them and by the chair's office that triages them, and by nobody else; who they are about, by a reveal.

-- 1. Row-level security, forced, walled by partnership.
do $$ declare t text; begin
  foreach t in array array['referrals','referral_matters','referral_thresholds','referral_sharings','referral_risks','referral_gateways','referral_subjects','referral_particulars',
      'referral_sendings','referral_decisions','referral_cases','referral_reveals','referral_interests','referral_counters'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    if t <> 'referral_counters' then
      execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
      execute format('grant select, insert on public.%I to casemoot_app', t);
    end if;
  end loop;
  foreach t in array array['referrals','referral_matters','referral_thresholds','referral_sharings','referral_risks','referral_gateways','referral_subjects','referral_particulars'] loop
    execute format('grant update on public.%I to casemoot_app', t);
  end loop;
  -- Evidence is written once.
  foreach t in array array['referral_sendings','referral_decisions','referral_cases','referral_reveals','referral_interests'] loop
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
end $$;
create policy not_recused on public.referral_cases as restrictive to casemoot_app using (case_id <> all((select app.shut_cases())::uuid[]));

-- 2. Who it is open to.
/* Whether somebody is of an agency and speaks for it: anybody here but an elected member, whose way in is a concern. */
create function app.speaks_for_agency() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.people p where p.partnership_id = app.partnership() and p.id = app.person() and p.left_at is null)
    and not exists (select 1 from public.elected_members e where e.partnership_id = app.partnership() and e.person_id = app.person() and app.today() between e.from_on and coalesce(e.until_on, 'infinity')) $$;
create function app.own_agency() returns uuid language sql stable security definer set search_path = '' as $$
  select p.agency_id from public.people p where p.partnership_id = app.partnership() and p.id = app.person() $$;
create function app.writes_referral(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.referrals r where r.partnership_id = app.partnership() and r.id = wanted and r.person_id = app.person()) $$;
/* Its words are its writer's to change until it is sent, and again while more is asked. */
create function app.edits_referral(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.referrals r where r.partnership_id = app.partnership() and r.id = wanted and r.person_id = app.person() and r.state in ('draft', 'more_asked')) $$;
/*
 * Recusal beats everything here too: a referral is shut to whoever stood aside from it, to whom the case is shut that it became or was joined to, and to whoever is
 * recused, openly or silently, from a case about somebody whom it names. Of a name, at least two words must be the same, or one and the day of birth.
 */
create function app.referral_shut_to(wanted uuid, who uuid) returns boolean language sql stable security definer set search_path = '' as $$
  with shut as (
    select r.case_id from public.recusals r where r.partnership_id = app.partnership() and r.person_id = who
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
  select exists (select 1 from public.referral_interests i where i.partnership_id = app.partnership() and i.referral_id = wanted and i.person_id = who)
    or exists (select 1 from public.referral_cases c join shut on shut.case_id = c.case_id where c.partnership_id = app.partnership() and c.referral_id = wanted)
    or exists (select 1 from shut join public.protected_particulars k on k.partnership_id = app.partnership() and k.case_id = shut.case_id and k.name is not null
      join public.referral_particulars p on p.partnership_id = app.partnership() and p.referral_id = wanted and p.name is not null
      cross join lateral (select count(*) as alike from (
        select pg_catalog.unnest(pg_catalog.regexp_split_to_array(lower(k.name), '[^[:alnum:]]+')) intersect select pg_catalog.unnest(pg_catalog.regexp_split_to_array(lower(p.name), '[^[:alnum:]]+'))) s(word)
        where pg_catalog.length(s.word) > 1) same
      where same.alike >= 2 or (same.alike = 1 and k.born_on = p.born_on)) $$;
/* The chair's office of the forum it was sent to; never a draft. */
create function app.triages_referral(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.referrals r where r.partnership_id = app.partnership() and r.id = wanted and r.state <> 'draft' and r.forum_id = any(app.offices_held()))
    and not app.referral_shut_to(wanted, app.person()) $$;
create function app.reads_referral(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.writes_referral(wanted) or app.triages_referral(wanted) $$;
/* Whether the chair in force may not see it: the deputy then decides. Asked by those who may. */
create function app.chair_out_of_referral(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.triages_referral(wanted) and exists (select 1 from public.referrals r
      join public.appointments a on a.partnership_id = r.partnership_id and a.forum_id = r.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
    where r.partnership_id = app.partnership() and r.id = wanted and app.referral_shut_to(wanted, a.person_id)) $$;
/* D3: one's own words, or within fifteen minutes of one's own reveal. */
create function app.has_revealed_referral(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.triages_referral(wanted) and exists (select 1 from public.referral_reveals r where r.partnership_id = app.partnership() and r.referral_id = wanted and r.person_id = app.person() and r.ends_at > app.moment()) $$;

-- 3. Policies.
/* Colleagues who sit on the forum for the same agency see that it was sent and how far it is (D0), so that it isn't lost with its writer. */
create policy read on public.referrals for select to casemoot_app using (
  person_id = (select app.person())
  or (state <> 'draft' and forum_id = any((select app.seats_held())::uuid[]) and agency_id = (select app.own_agency()))
  or (state <> 'draft' and forum_id = any((select app.offices_held())::uuid[]) and app.triages_referral(id)));
create policy add on public.referrals for insert to casemoot_app with check (person_id = (select app.person()) and agency_id = (select app.own_agency()) and (select app.speaks_for_agency()) and state = 'draft' and started_at = app.moment() and sent_at is null);
create policy change on public.referrals for update to casemoot_app using ((person_id = (select app.person()) and state in ('draft', 'more_asked')) or (state in ('sent', 'more_asked') and app.triages_referral(id))) with check (true);
alter table public.referrals add constraint sent_says_when check ((state = 'draft') = (sent_at is null) and (sent_at is null) = (answer_by is null));
do $$ declare t text; begin
  foreach t in array array['referral_matters','referral_thresholds','referral_sharings','referral_risks','referral_gateways','referral_subjects'] loop
    execute format('create policy read on public.%I for select to casemoot_app using (app.reads_referral(referral_id))', t);
    execute format('create policy add on public.%I for insert to casemoot_app with check (app.edits_referral(referral_id))', t);
    execute format('create policy change on public.%I for update to casemoot_app using (app.edits_referral(referral_id))', t);
  end loop;
end $$;
create policy read on public.referral_particulars for select to casemoot_app using (app.writes_referral(referral_id) or app.has_revealed_referral(referral_id));
create policy add on public.referral_particulars for insert to casemoot_app with check (app.edits_referral(referral_id));
create policy change on public.referral_particulars for update to casemoot_app using (app.edits_referral(referral_id));
create policy read on public.referral_sendings for select to casemoot_app using (app.reads_referral(referral_id));
create policy add on public.referral_sendings for insert to casemoot_app with check (person_id = (select app.person()) and sent_at = app.moment() and app.edits_referral(referral_id));
create policy read on public.referral_decisions for select to casemoot_app using (app.reads_referral(referral_id));
create policy add on public.referral_decisions for insert to casemoot_app with check (decided_by_id = (select app.person()) and decided_at = app.moment() and app.triages_referral(referral_id));
create policy read on public.referral_cases for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.opens_case(case_id));
create policy add on public.referral_cases for insert to casemoot_app with check (linked_at = app.moment() and app.triages_referral(referral_id)
  and exists (select 1 from public.cases c join public.referrals r on r.forum_id = c.forum_id where c.id = case_id and r.id = referral_id and c.forum_id = referral_cases.forum_id and c.stage <> 'closed'));
create policy read on public.referral_reveals for select to casemoot_app using (person_id = (select app.person()) or app.triages_referral(referral_id) or (select app.holds_partnership_office('information_governance')));
create policy add on public.referral_reveals for insert to casemoot_app with check (person_id = (select app.person()) and revealed_at = app.moment() and app.triages_referral(referral_id));
create policy read on public.referral_interests for select to casemoot_app using (person_id = (select app.person()) or app.triages_referral(referral_id));
create policy add on public.referral_interests for insert to casemoot_app with check (person_id = (select app.person()) and declared_at = app.moment() and app.triages_referral(referral_id));

-- 4. What holds whatever the application thinks.
alter table public.referral_particulars add constraint withheld_address_is_not_stored check ((address is null and postcode is null) or address_held_by_id is null);
alter table public.referral_reveals add constraint lasts_fifteen_minutes check (ends_at = revealed_at + interval '15 minutes');
alter table public.referral_sharings add constraint says_why_not_informed check (informed or informed_reason is not null);
alter table public.referral_decisions add constraint decides_something check (kind in ('more_asked', 'taken', 'joined', 'redirected', 'declined') and (kind = 'redirected') = (to_agency_id is not null));
alter table public.referral_risks add constraint levels_of_the_matrix check (frequency between 0 and 3 and escalation between 0 and 3 and targeting between 0 and 3 and vulnerability between 0 and 3 and impact between 0 and 3 and support between 0 and 3);
alter table public.referral_risks add constraint judgement_only_raises check (risk >= band and (risk > band) = (judgement_reason is not null));
/* What it is, by whom and for which forum stays as it was started. Its writer sends it; its triage decides, once, and the clock keeps running from its first sending. */
create function app.guard_referral() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.partnership_id, new.forum_id, new.agency_id, new.person_id, new.reference, new.started_at) is distinct from (old.id, old.partnership_id, old.forum_id, old.agency_id, old.person_id, old.reference, old.started_at)
    or (old.sent_at is not null and (new.sent_at, new.answer_by) is distinct from (old.sent_at, old.answer_by)) then
    raise exception 'a referral stays whose it is, and its clock runs on' using errcode = 'insufficient_privilege';
  end if;
  if new.state is distinct from old.state and not (
    (old.state = 'draft' and new.state = 'sent' and new.person_id = app.person() and new.sent_at = app.moment())
    or (old.state = 'more_asked' and new.state = 'sent' and new.person_id = app.person())
    or (old.state = 'sent' and new.state in ('more_asked', 'taken', 'joined', 'redirected', 'declined') and app.triages_referral(new.id))
    or (old.state = 'more_asked' and new.state in ('redirected', 'declined') and app.triages_referral(new.id))) then
    raise exception 'a referral does not move like that' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger moves_as_it_may before update on public.referrals for each row when (current_user = 'casemoot_app') execute function app.guard_referral();
/* The four answers stand in force on the day, and reach the kind of agency that receives; what is for law enforcement alone, that of the giver too. */
create function app.guard_referral_gateway() returns trigger language plpgsql security definer set search_path = '' as $$
declare giver public.agency_kind; receiver public.agency_kind; answered integer;
begin
  if new.removed_at is not null then return new; end if;
  select g.kind into giver from public.referrals r join public.agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id where r.partnership_id = new.partnership_id and r.id = new.referral_id;
  select g.kind into receiver from public.agencies g where g.partnership_id = new.partnership_id and g.id = new.agency_id;
  select count(*) into answered from (values (new.power_id, 'power'), (new.lawful_basis_id, 'lawful_basis'), (new.condition_id, 'condition'), (new.confidentiality_id, 'confidentiality')) as asked(id, part)
    join public.gateway_rows r on r.partnership_id = new.partnership_id and r.id = asked.id and r.part::text = asked.part
    cross join lateral (select array_agg(x.agency_kind) as kinds from public.gateway_recipients x where x.partnership_id = r.partnership_id and x.row_id = r.id
      and app.today() between x.from_on and coalesce(x.until_on, 'infinity')) reached
    where app.today() between r.from_on and coalesce(r.until_on, 'infinity') and (r.any_recipient or receiver = any(reached.kinds)) and (not r.law_enforcement_only or giver = any(reached.kinds));
  if answered <> 4 then
    raise exception 'the gateway does not reach this agency' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger gateway_reaches before insert or update on public.referral_gateways for each row execute function app.guard_referral_gateway();

-- 5. What is done without showing it.
/* The next number of a year in this partnership, for whoever may begin a referral. */
create function app.next_referral_number(in_year integer) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare found integer;
begin
  if not app.speaks_for_agency() then return null; end if;
  insert into public.referral_counters as c (partnership_id, year, last) values (app.partnership(), in_year, 1)
    on conflict (partnership_id, year) do update set last = c.last + 1 returning c.last into found;
  return found;
end $$;
grant insert, update on public.referral_counters to casemoot_definer;
create policy kept_by_definer on public.referral_counters to casemoot_definer using (true) with check (true);
/* Which of these words are marks of whom a referral is about: for those who may publish its nameless twin. It answers with words it was asked, nothing else. */
create function app.referral_marks_among(wanted uuid, spoken text[]) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct m.mark), '{}') from public.referral_particulars p, unnest(p.marks) as m(mark)
  where p.partnership_id = app.partnership() and p.referral_id = wanted and m.mark = any(spoken) and app.reads_referral(wanted) $$;
/*
 * How old somebody is, as far as it says what must be done: a child; a child who is eighteen within six months ('turning'), whose handover to services for adults is due; grown up.
 * The day of birth itself stays behind a reveal.
 */
create function app.stage_of_life(born date) returns text language sql stable security definer set search_path = '' as $$
  select case when born is null then null when app.today() >= (born + interval '18 years')::date then 'adult' when app.today() >= (born + interval '17 years 6 months')::date then 'turning' else 'child' end $$;
create function app.ages_in_referral(wanted uuid) returns table (subject_id uuid, stage text) language sql stable security definer set search_path = '' as $$
  select p.subject_id, app.stage_of_life(p.born_on) from public.referral_particulars p join public.referral_subjects s on s.partnership_id = p.partnership_id and s.id = p.subject_id and s.removed_at is null
  where p.partnership_id = app.partnership() and p.referral_id = wanted and p.born_on is not null and app.reads_referral(wanted) $$;
create function app.ages_in_case(wanted uuid) returns table (subject_id uuid, stage text) language sql stable security definer set search_path = '' as $$
  select p.subject_id, app.stage_of_life(p.born_on) from public.protected_particulars p join public.case_subjects s on s.partnership_id = p.partnership_id and s.id = p.subject_id and s.role in ('victim', 'perpetrator')
  where p.partnership_id = app.partnership() and p.case_id = wanted and p.born_on is not null and app.opens_case(wanted) $$;
/* Those to whom an answer is due, for its mail: whoever sits in the office of its forum and may see it, whatever the sender may see of them. */
create function app.triagers_of_referral(wanted uuid) returns table (person_id uuid) language sql stable security definer set search_path = '' as $$
  select distinct a.person_id from public.referrals r join public.appointments a on a.partnership_id = r.partnership_id and a.forum_id = r.forum_id and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
    join public.people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
  where r.partnership_id = app.partnership() and r.id = wanted and r.person_id = app.person() and not app.referral_shut_to(wanted, a.person_id) $$;
/*
 * Carries a referral into the case that it was taken as or joined to: its people and places with who they are; and into the ledger what its agency gave, to whom and by which
 * gateways, with what it decided not to share. Nobody is shown anything by it. Answers the subjects that are new to the case and the contribution; null where it may not be.
 */
create function app.carry_referral(in_referral uuid, into_case uuid) returns jsonb language plpgsql volatile security definer set search_path = '' as $$
declare r public.referrals; m public.referral_matters; h public.referral_sharings; contribution uuid := pg_catalog.gen_random_uuid(); carried uuid[] := '{}'; s record; fresh uuid;
begin
  select x.* into r from public.referrals x join public.cases c on c.partnership_id = x.partnership_id and c.id = into_case and c.forum_id = x.forum_id
    where x.partnership_id = app.partnership() and x.id = in_referral and x.state = 'sent' and app.triages_referral(in_referral) and into_case <> all(app.shut_cases());
  if not found then return null; end if;
  select x.* into m from public.referral_matters x where x.partnership_id = r.partnership_id and x.referral_id = in_referral;
  select x.* into h from public.referral_sharings x where x.partnership_id = r.partnership_id and x.referral_id = in_referral;
  for s in select t.id, t.role, t.label, p.* from public.referral_subjects t join public.referral_particulars p on p.partnership_id = t.partnership_id and p.subject_id = t.id
      where t.partnership_id = r.partnership_id and t.referral_id = in_referral and t.removed_at is null order by t.added_at, t.id loop
    fresh := pg_catalog.gen_random_uuid();
    insert into public.case_subjects (id, partnership_id, forum_id, case_id, role, label) values (fresh, r.partnership_id, r.forum_id, into_case, s.role, s.label);
    insert into public.protected_particulars (subject_id, partnership_id, forum_id, case_id, name, born_on, address, address_held_by_id, safe_contact, marks)
      values (fresh, r.partnership_id, r.forum_id, into_case, s.name, s.born_on, nullif(pg_catalog.concat_ws(', ', s.address, s.postcode), ''), s.address_held_by_id, nullif(pg_catalog.concat_ws('; ', s.safe_contact, s.telephone), ''), s.marks);
    carried := carried || fresh;
  end loop;
  if exists (select 1 from public.referral_gateways g where g.partnership_id = r.partnership_id and g.referral_id = in_referral and g.removed_at is null) then
    insert into public.contributions (id, partnership_id, forum_id, case_id, agency_id, person_id, words, purpose, necessity, left_out, grade, marking, informed, informed_reason, contributed_at)
      values (contribution, r.partnership_id, r.forum_id, into_case, r.agency_id, r.person_id, r.reference || E'\n' || m.happening, h.purpose, h.necessity || E'\n' || h.proportionality, h.left_out, h.grade, h.marking, h.informed, h.informed_reason, app.moment());
    insert into public.disclosures (id, partnership_id, forum_id, case_id, contribution_id, agency_id, power_id, lawful_basis_id, condition_id, confidentiality_id)
      select pg_catalog.gen_random_uuid(), r.partnership_id, r.forum_id, into_case, contribution, g.agency_id, g.power_id, g.lawful_basis_id, g.condition_id, g.confidentiality_id
      from public.referral_gateways g where g.partnership_id = r.partnership_id and g.referral_id = in_referral and g.removed_at is null;
  else contribution := null; end if;
  if h.not_shared is not null then
    insert into public.withheld_shares (id, partnership_id, forum_id, case_id, agency_id, person_id, from_agency_id, what, reason, decided_at)
      values (pg_catalog.gen_random_uuid(), r.partnership_id, r.forum_id, into_case, r.agency_id, r.person_id, null, r.reference, h.not_shared, app.moment());
  end if;
  return pg_catalog.jsonb_build_object('subjectIds', pg_catalog.to_jsonb(carried), 'contributionId', contribution, 'agencyId', r.agency_id,
    'toAgencyIds', coalesce((select pg_catalog.jsonb_agg(g.agency_id) from public.referral_gateways g where g.partnership_id = r.partnership_id and g.referral_id = in_referral and g.removed_at is null), '[]'));
end $$;
grant insert on public.case_subjects, public.protected_particulars, public.contributions, public.disclosures, public.withheld_shares to casemoot_definer;
do $$ declare t text; begin
  foreach t in array array['case_subjects','protected_particulars','contributions','disclosures','withheld_shares'] loop
    execute format('create policy carried_by_definer on public.%I for insert to casemoot_definer with check (true)', t);
  end loop;
end $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('speaks_for_agency', 'own_agency', 'writes_referral', 'edits_referral',
      'referral_shut_to', 'triages_referral', 'reads_referral', 'chair_out_of_referral', 'has_revealed_referral', 'guard_referral', 'guard_referral_gateway', 'next_referral_number', 'referral_marks_among', 'stage_of_life', 'ages_in_referral',
      'ages_in_case', 'triagers_of_referral', 'carry_referral') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
  -- it answers of anybody, and so is asked by the functions above alone
  execute 'revoke execute on function app.referral_shut_to(uuid, uuid) from casemoot_app';
end $$;
