-- Papers for named agencies alone (rule 31): to everybody else at the table there is no such paper, neither its title nor a gap where it stands.

-- AlterTable
ALTER TABLE "papers" ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "paper_readers" (
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "paper_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,

    CONSTRAINT "paper_readers_pkey" PRIMARY KEY ("partnership_id","paper_id","agency_id")
);

-- AddForeignKey
ALTER TABLE "paper_readers" ADD CONSTRAINT "paper_readers_partnership_id_paper_id_fkey" FOREIGN KEY ("partnership_id", "paper_id") REFERENCES "papers"("partnership_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_readers" ADD CONSTRAINT "paper_readers_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table public.papers add constraint named_without_a_case check (not named or case_id is null);

-- 1. Who is named, kept by the office with the paper, and read by it alone.
alter table public.paper_readers enable row level security;
alter table public.paper_readers force row level security;
create policy maintained_by_owner on public.paper_readers to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.paper_readers for select to casemoot_definer using (true);
grant select on public.paper_readers to casemoot_definer;
create policy own_partnership on public.paper_readers as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
grant select, insert on public.paper_readers to casemoot_app;
create policy read on public.paper_readers for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) and exists (select 1 from public.papers p where p.partnership_id = paper_readers.partnership_id and p.id = paper_id));
create policy add on public.paper_readers for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[])
  and exists (select 1 from public.papers p where p.partnership_id = paper_readers.partnership_id and p.id = paper_id and p.forum_id = paper_readers.forum_id and p.named and p.added_by_id = (select app.person()) and p.added_at = app.moment()));

-- 2. Read by them, by a seat for that agency on that forum today, and by the chair's office.
create function app.names_reader(paper uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.paper_readers r join public.memberships s on s.partnership_id = r.partnership_id and s.forum_id = r.forum_id and s.agency_id = r.agency_id
    where r.partnership_id = app.partnership() and r.paper_id = paper and s.person_id = app.person() and app.today() between s.from_on and coalesce(s.until_on, 'infinity')) $$;
alter policy read on public.papers using (
  forum_id = any((select app.offices_held())::uuid[])
  or (withdrawn_at is null and app.agenda_is_out(meeting_id) and (not named or app.names_reader(id)) and case
    when case_id is not null then app.opens_case(case_id)
    when restricted then app.on_register(meeting_id)
    else forum_id = any((select app.forums_seen())::uuid[]) end));
/* The number of a paper as the person counts those of its item: those that are for others alone close up. */
create function app.number_of_paper(item uuid, place integer) returns integer language sql stable security definer set search_path = '' as $$
  select place - (select count(*)::integer from public.papers p where p.partnership_id = app.partnership() and p.item_id = item and p.position < place
    and p.named and p.forum_id <> all(app.offices_held()) and not app.names_reader(p.id)) $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('names_reader', 'number_of_paper') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
