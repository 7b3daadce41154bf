-- Closing: what everybody at the table is to do is read out, and whether its owner was there to hear it is kept.

-- CreateTable
CREATE TABLE "read_outs" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "action_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "heard" BOOLEAN NOT NULL,
    "read_by_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_outs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "read_outs_partnership_id_action_id_idx" ON "read_outs"("partnership_id", "action_id");

-- AddForeignKey
ALTER TABLE "read_outs" ADD CONSTRAINT "read_outs_partnership_id_action_id_fkey" FOREIGN KEY ("partnership_id", "action_id") REFERENCES "actions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence of the chair's office, written once; whoever is recused from the case of an action knows nothing of it.
alter table public.read_outs enable row level security;
alter table public.read_outs force row level security;
create policy maintained_by_owner on public.read_outs to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.read_outs for select to casemoot_definer using (true);
grant select on public.read_outs to casemoot_definer;
create policy own_partnership on public.read_outs as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
create policy not_recused on public.read_outs as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]));
grant select, insert on public.read_outs to casemoot_app;
create policy read on public.read_outs for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.read_outs for insert to casemoot_app with check (read_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.actions a where a.partnership_id = read_outs.partnership_id and a.id = read_outs.action_id and a.forum_id = read_outs.forum_id and a.case_id is not distinct from read_outs.case_id));
create trigger written_once before update or delete on public.read_outs for each row execute function app.refuse_change();
create trigger never_emptied before truncate on public.read_outs execute function app.refuse_change();
