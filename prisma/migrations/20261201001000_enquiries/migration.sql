-- AlterEnum
ALTER TYPE "counter_kind" ADD VALUE 'enquiry';

-- CreateTable
CREATE TABLE "enquiries" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asker_agency_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" DATE NOT NULL,
    "told_contribution_id" UUID NOT NULL,
    "power_id" UUID NOT NULL,
    "lawful_basis_id" UUID NOT NULL,
    "condition_id" UUID NOT NULL,
    "confidentiality_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer_contribution_id" UUID,
    "withheld_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "enquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry_words" (
    "enquiry_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "told" TEXT,
    "purpose" TEXT NOT NULL,

    CONSTRAINT "enquiry_words_pkey" PRIMARY KEY ("enquiry_id")
);

-- CreateIndex
CREATE INDEX "enquiries_partnership_id_case_id_idx" ON "enquiries"("partnership_id", "case_id");

-- CreateIndex
CREATE INDEX "enquiries_partnership_id_person_id_idx" ON "enquiries"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiries_partnership_id_id_key" ON "enquiries"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiries_partnership_id_reference_key" ON "enquiries"("partnership_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_words_partnership_id_enquiry_id_key" ON "enquiry_words"("partnership_id", "enquiry_id");

-- AddForeignKey
ALTER TABLE "enquiry_words" ADD CONSTRAINT "enquiry_words_partnership_id_enquiry_id_fkey" FOREIGN KEY ("partnership_id", "enquiry_id") REFERENCES "enquiries"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The chair's office asks; its addressee answers once. Whoever is recused knows nothing of it.
do $$ declare t text; begin
  foreach t in array array['enquiries','enquiry_words'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (case_id <> all((select app.shut_cases())::uuid[]))', t);
    execute format('grant select, insert on public.%I to casemoot_app', t);
  end loop;
end $$;
grant update (answered_at, answer_contribution_id, withheld_id, withdrawn_at) on public.enquiries to casemoot_app;
create policy read on public.enquiries for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person()));
create policy add on public.enquiries for insert to casemoot_app with check (
  asked_by_id = (select app.person()) and asked_at = app.moment() and answered_at is null and withdrawn_at is null and answer_by >= app.today() and forum_id = any((select app.offices_held())::uuid[])
  and forum_id = (select c.forum_id from public.cases c where c.id = case_id) and agency_id = (select p.agency_id from public.people p where p.id = person_id and p.left_at is null)
  and not app.shut_to(person_id, case_id)
  and exists (select 1 from public.disclosures d where d.contribution_id = told_contribution_id and d.case_id = enquiries.case_id and d.agency_id = enquiries.agency_id));
create policy answered on public.enquiries for update to casemoot_app using (person_id = (select app.person()) and answered_at is null and withdrawn_at is null)
  with check (person_id = (select app.person()) and answered_at = app.moment() and withdrawn_at is null and (answer_contribution_id is null) <> (withheld_id is null));
create policy withdrawn on public.enquiries for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) and answered_at is null and withdrawn_at is null)
  with check (forum_id = any((select app.offices_held())::uuid[]) and withdrawn_at = app.moment() and answered_at is null);
alter table public.enquiries add constraint answered_by_something check ((answered_at is null) = (answer_contribution_id is null and withheld_id is null));
/* Whether the person is asked about a case, and has not answered. Nothing more of the case comes with it. */
create function app.asked_on(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_cases()) and exists (select 1 from public.enquiries e where e.partnership_id = app.partnership() and e.case_id = wanted and e.person_id = app.person() and e.answered_at is null and e.withdrawn_at is null) $$;
create policy read on public.enquiry_words for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])
  or exists (select 1 from public.enquiries e where e.id = enquiry_id and e.person_id = (select app.person()) and e.answered_at is null and e.withdrawn_at is null));
create policy add on public.enquiry_words for insert to casemoot_app with check (exists (select 1 from public.enquiries e where e.id = enquiry_id and e.case_id = enquiry_words.case_id and e.forum_id = enquiry_words.forum_id and e.asked_by_id = (select app.person()) and e.asked_at = app.moment()));
create trigger written_once before update or delete on public.enquiry_words for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.enquiry_words execute function app.refuse_change();

-- 2. The answer is what their agency contributes, or its decision not to share: that, and no reading of the case.
create policy answers on public.contributions for insert to casemoot_app with check (person_id = (select app.person()) and contributed_at = app.moment() and app.asked_on(case_id)
  and agency_id = (select p.agency_id from public.people p where p.id = (select app.person())));
create policy as_it_is_written on public.contributions for select to casemoot_app using (person_id = (select app.person()) and contributed_at = app.moment() and app.asked_on(case_id));
create policy answers on public.withheld_shares for insert to casemoot_app with check (person_id = (select app.person()) and app.asked_on(case_id)
  and agency_id = (select p.agency_id from public.people p where p.id = (select app.person())));
/* It stands with its case: the forum of what somebody asked writes down is the case's. */
create function app.keep_forum_of_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.forum_id is distinct from (select c.forum_id from public.cases c where c.partnership_id = new.partnership_id and c.id = new.case_id) then
    raise exception 'of another forum than its case' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger with_its_case before insert on public.contributions for each row execute function app.keep_forum_of_case();
create trigger with_its_case before insert on public.withheld_shares for each row execute function app.keep_forum_of_case();

-- 3. Mail and notices tell nobody of an enquiry about a case that is shut to them.
create or replace function app.tells_of_shut(who uuid, partnership uuid, reference text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = tells_of_shut.partnership and a.reference = tells_of_shut.reference and a.case_id is not null and app.shut_to(who, a.case_id))
    or exists (select 1 from public.escalations e join public.escalation_origins o on o.partnership_id = e.partnership_id and o.escalation_id = e.id left join public.actions a on a.partnership_id = o.partnership_id and a.id = o.action_id
      where e.partnership_id = tells_of_shut.partnership and e.reference = tells_of_shut.reference and app.shut_to(who, coalesce(o.case_id, a.case_id)))
    or exists (select 1 from public.enquiries e where e.partnership_id = tells_of_shut.partnership and e.reference = tells_of_shut.reference and app.shut_to(who, e.case_id)) $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
      and p.proname in ('asked_on', 'keep_forum_of_case') loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
