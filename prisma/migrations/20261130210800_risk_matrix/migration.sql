-- CreateTable
CREATE TABLE "risk_assessments" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "meeting_id" UUID,
    "assessed_by_id" UUID NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,
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

    CONSTRAINT "risk_assessments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "risk_assessments_partnership_id_case_id_assessed_at_idx" ON "risk_assessments"("partnership_id", "case_id", "assessed_at");

-- CreateIndex
CREATE UNIQUE INDEX "risk_assessments_partnership_id_id_key" ON "risk_assessments"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_partnership_id_case_id_fkey" FOREIGN KEY ("partnership_id", "case_id") REFERENCES "cases"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Row-level security, forced, walled by partnership and by recusal. Evidence is written once.
alter table public.risk_assessments enable row level security;
alter table public.risk_assessments force row level security;
create policy maintained_by_owner on public.risk_assessments to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.risk_assessments for select to casemoot_definer using (true);
grant select on public.risk_assessments to casemoot_definer;
create policy own_partnership on public.risk_assessments as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
create policy not_recused on public.risk_assessments as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]));
create trigger written_once before update or delete on public.risk_assessments for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.risk_assessments execute function app.refuse_change();

-- 2. Read with the record of the case; scored by the office of its forum, in their own name and moment.
grant select, insert on public.risk_assessments to casemoot_app;
create policy read on public.risk_assessments for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.opens_case(case_id));
create policy add on public.risk_assessments for insert to casemoot_app with check (assessed_by_id = (select app.person()) and assessed_at = app.moment() and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.cases c where c.id = case_id and c.forum_id = risk_assessments.forum_id and c.stage <> 'closed'));

-- 3. The matrix: four levels, three points each; judgement raises what it says with a reason, and never lowers it (rule 22).
alter table public.risk_assessments add constraint levels_of_the_matrix check (frequency between 0 and 3 and escalation between 0 and 3 and targeting between 0 and 3 and vulnerability between 0 and 3 and impact between 0 and 3 and support between 0 and 3);
alter table public.risk_assessments add constraint total_is_of_its_levels check (total = 3 * (frequency + escalation + targeting + vulnerability + impact + support));
alter table public.risk_assessments add constraint band_is_of_its_total check (band = (case when total >= 30 then 'high' when total >= 18 then 'medium' else 'standard' end)::public.risk);
alter table public.risk_assessments add constraint judgement_only_raises check (risk >= band and (risk > band) = (judgement_reason is not null));

/* The risk of a case follows its latest scoring, and nothing else moves it. */
create function app.guard_risk() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and new.risk is distinct from
     (select r.risk from public.risk_assessments r where r.partnership_id = new.partnership_id and r.case_id = new.case_id order by r.assessed_at desc, r.id desc limit 1) then
    raise exception 'the risk of a case follows its latest scoring' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger follows_the_matrix before update on public.case_contents for each row when (new.risk is distinct from old.risk) execute function app.guard_risk();

revoke all on function app.guard_risk() from public;
grant execute on function app.guard_risk() to casemoot_definer, casemoot_owner, casemoot_app;
