-- CreateTable
CREATE TABLE "terms_acknowledgements" (
    "terms_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_acknowledgements_pkey" PRIMARY KEY ("partnership_id","terms_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "terms_of_reference_partnership_id_id_key" ON "terms_of_reference"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "terms_acknowledgements" ADD CONSTRAINT "terms_acknowledgements_partnership_id_terms_id_fkey" FOREIGN KEY ("partnership_id", "terms_id") REFERENCES "terms_of_reference"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A member, or whoever serves the forum, says once that they have read the terms in force, or those that come next (rule 31). It is evidence: written once.
alter table public.terms_acknowledgements enable row level security;
alter table public.terms_acknowledgements force row level security;
create policy maintained_by_owner on public.terms_acknowledgements to casemoot_owner using (true) with check (true);
create policy own_partnership on public.terms_acknowledgements as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
grant select, insert on public.terms_acknowledgements to casemoot_app;
create policy read on public.terms_acknowledgements for select to casemoot_app using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.terms_acknowledgements for insert to casemoot_app with check (person_id = (select app.person()) and acknowledged_at = app.moment() and forum_id = any((select app.forums_seen())::uuid[])
  and exists (select 1 from public.terms_of_reference t where t.id = terms_id and t.forum_id = terms_acknowledgements.forum_id
    and t.version = (select max(l.version) from public.terms_of_reference l where l.forum_id = t.forum_id)));
create trigger written_once before update or delete on public.terms_acknowledgements for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.terms_acknowledgements execute function app.refuse_change();
