-- CreateEnum
CREATE TYPE "route_purpose" AS ENUM ('enquiry_answer', 'escalation_date');

-- CreateTable
CREATE TABLE "one_time_routes" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "case_id" UUID,
    "person_id" UUID NOT NULL,
    "purpose" "route_purpose" NOT NULL,
    "subject_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "needs_code" BOOLEAN NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_routes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_routes_secret_hash_key" ON "one_time_routes"("secret_hash");

-- CreateIndex
CREATE INDEX "one_time_routes_partnership_id_purpose_subject_id_idx" ON "one_time_routes"("partnership_id", "purpose", "subject_id");

-- 1. The office of a forum sends it, its addressee uses it once; what opens it nobody reads but the functions below.
alter table public.one_time_routes enable row level security;
alter table public.one_time_routes force row level security;
create policy maintained_by_owner on public.one_time_routes to casemoot_owner using (true) with check (true);
create policy kept_by_definer on public.one_time_routes to casemoot_definer using (true) with check (true);
grant select, update on public.one_time_routes to casemoot_definer;
create policy own_partnership on public.one_time_routes as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
create policy not_recused on public.one_time_routes as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]));
grant select (id, partnership_id, forum_id, case_id, person_id, purpose, subject_id, needs_code, tries, made_by_id, made_at, ends_at, used_at, withdrawn_at), insert, update (used_at, withdrawn_at) on public.one_time_routes to casemoot_app;
create policy read on public.one_time_routes for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person()));
create policy add on public.one_time_routes for insert to casemoot_app with check (
  made_by_id = (select app.person()) and made_at = app.moment() and tries = 0 and used_at is null and withdrawn_at is null and ends_at > app.moment() and ends_at <= app.moment() + interval '31 days'
  and forum_id = any((select app.offices_held())::uuid[]) and exists (select 1 from public.people p where p.partnership_id = one_time_routes.partnership_id and p.id = one_time_routes.person_id and p.left_at is null));
create policy used on public.one_time_routes for update to casemoot_app using (person_id = (select app.person()) and used_at is null and withdrawn_at is null and ends_at > app.moment())
  with check (person_id = (select app.person()) and used_at = app.moment() and withdrawn_at is null);
create policy withdrawn on public.one_time_routes for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) and used_at is null and withdrawn_at is null)
  with check (forum_id = any((select app.offices_held())::uuid[]) and withdrawn_at = app.moment() and used_at is null);
alter table public.one_time_routes add constraint used_or_withdrawn check (used_at is null or withdrawn_at is null);
/* One at a time: who gets another loses the one before. */
create unique index one_open_route on public.one_time_routes (partnership_id, purpose, subject_id, person_id) where used_at is null and withdrawn_at is null;

/* Whether somebody can sign in: then they do, and no route opens for them. */
create function app.has_account(who uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.credentials c where c.person_id = who) or exists (select 1 from public.identities i where i.person_id = who) $$;
/* Whether a case is shut to somebody, openly or silently: for what is sent to them. */
create function app.shut_to(who uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.recusals r where r.person_id = who and r.case_id = in_case
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;
/* A route that still opens something, and for whom. Used, ended, withdrawn, guessed and made up are all the same nothing. */
create function app.read_route(wanted bytea, at timestamptz) returns table (route_id uuid, purpose public.route_purpose, subject_id uuid, needs_code boolean, ends_at timestamptz,
  person_id uuid, partnership_id uuid, partnership_name text, demonstration boolean, name text, style text, agency_id uuid, agency_name text, forum_name text) language sql stable security definer set search_path = '' as $$
  select r.id, r.purpose, r.subject_id, r.needs_code, r.ends_at, p.id, t.id, t.name, t.demonstration, p.name, p.style, g.id, g.short_name, f.name
  from public.one_time_routes r join public.people p on p.partnership_id = r.partnership_id and p.id = r.person_id and p.left_at is null
    join public.partnerships t on t.id = r.partnership_id join public.agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    join public.forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id
  where r.secret_hash = wanted and r.used_at is null and r.withdrawn_at is null and r.ends_at > at and r.tries < 5
    and not app.has_account(p.id) and (r.case_id is null or not app.shut_to(p.id, r.case_id)) $$;
/* Counts a code before it is looked at, so that many at once are no more than five; a right one takes the count back. */
create function app.begin_route_try(wanted bytea, at timestamptz) returns uuid language plpgsql volatile security definer set search_path = '' as $$
declare found_id uuid;
begin
  update public.one_time_routes r set tries = r.tries + 1 where r.secret_hash = wanted and r.tries < 5 and exists (select 1 from app.read_route(wanted, at)) returning r.id into found_id;
  return found_id;
end $$;
create function app.end_route_try(wanted bytea) returns void language sql volatile security definer set search_path = '' as $$
  update public.one_time_routes r set tries = 0 where r.secret_hash = wanted and r.used_at is null and r.withdrawn_at is null $$;

-- 2. A mail can bring a route's link.
drop function app.begin_mail(uuid, timestamptz);
/* Begins a try at a waiting mail and answers what it takes. `obstacle`: why it must not go after all. */
create function app.begin_mail(in_mail uuid, at timestamptz) returns table (address text, template text, facts jsonb, tries integer, link_id uuid, link_purpose text, link_ends_at timestamptz, obstacle text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with begun as (
      update public.mails m set tries = m.tries + 1, last_try_at = at from public.partnerships t
        where m.id = in_mail and m.state = 'waiting' and t.id = m.partnership_id and not t.demonstration returning m.*)
    select coalesce(b.address, p.email), b.template, b.facts, b.tries, coalesce(l.id, r.id), coalesce(l.purpose::text, r.purpose::text), coalesce(l.ends_at, r.ends_at), case
        when p.left_at is not null then 'left'
        when b.facts ? 'linkId' and not coalesce(l.used_at is null and l.withdrawn_at is null and l.ends_at > at, r.used_at is null and r.withdrawn_at is null and r.ends_at > at, false) then 'link_over'
        when r.case_id is not null and app.shut_to(p.id, r.case_id) then 'link_over' end
      from begun b join public.people p on p.partnership_id = b.partnership_id and p.id = b.person_id
        left join public.one_time_links l on l.partnership_id = b.partnership_id and l.person_id = b.person_id and l.id = (b.facts ->> 'linkId')::uuid
        left join public.one_time_routes r on r.partnership_id = b.partnership_id and r.person_id = b.person_id and r.id = (b.facts ->> 'linkId')::uuid;
end $$;
drop function app.captured_mails(uuid);
create function app.captured_mails(wanted uuid) returns table (id uuid, person_id uuid, name text, partnership_name text, template text, facts jsonb, made_at timestamptz, link_id uuid, link_purpose text, link_ends_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select m.id, p.id, p.name, t.name, m.template, m.facts, m.made_at, coalesce(l.id, r.id), coalesce(l.purpose::text, r.purpose::text), coalesce(l.ends_at, r.ends_at)
    from public.mails m join public.partnerships t on t.id = m.partnership_id and t.demonstration
      join public.people p on p.partnership_id = m.partnership_id and p.id = m.person_id
      left join public.one_time_links l on l.partnership_id = m.partnership_id and l.person_id = m.person_id and l.id = (m.facts ->> 'linkId')::uuid
      left join public.one_time_routes r on r.partnership_id = m.partnership_id and r.person_id = m.person_id and r.id = (m.facts ->> 'linkId')::uuid
    where m.state = 'captured' and (wanted is null or m.id = wanted) order by m.made_at desc, m.id limit 200 $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef and f.proowner <> 'casemoot_definer'::regrole then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    if f.proowner <> 'casemoot_definer'::regrole then execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature); end if;
    if f.signature::text <> 'app.verify_audit_chain()' then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
