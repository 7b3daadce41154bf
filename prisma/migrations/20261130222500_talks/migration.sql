-- What is shown of what may be the same, to whom; and how those who hold it are asked to talk.

-- AlterTable
ALTER TABLE "partnerships" ADD COLUMN     "finds_repeats" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "repeat_checks" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked" BYTEA NOT NULL,
    "told_yes" BOOLEAN NOT NULL,

    CONSTRAINT "repeat_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_requests" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "talk_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_holders" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "source" "repeat_source" NOT NULL,
    "source_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "holder_id" UUID,
    "why" TEXT[],

    CONSTRAINT "talk_holders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_answers" (
    "holder_row_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "answered_by_id" UUID NOT NULL,
    "made_known" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "talk_answers_pkey" PRIMARY KEY ("holder_row_id")
);

-- CreateIndex
CREATE INDEX "repeat_checks_partnership_id_person_id_asked_at_idx" ON "repeat_checks"("partnership_id", "person_id", "asked_at");

-- CreateIndex
CREATE INDEX "repeat_checks_partnership_id_referral_id_asked_at_idx" ON "repeat_checks"("partnership_id", "referral_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "repeat_checks_partnership_id_id_key" ON "repeat_checks"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "talk_requests_partnership_id_person_id_idx" ON "talk_requests"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "talk_requests_partnership_id_id_key" ON "talk_requests"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "talk_requests_partnership_id_check_id_key" ON "talk_requests"("partnership_id", "check_id");

-- CreateIndex
CREATE INDEX "talk_holders_partnership_id_holder_id_idx" ON "talk_holders"("partnership_id", "holder_id");

-- CreateIndex
CREATE INDEX "talk_holders_partnership_id_forum_id_idx" ON "talk_holders"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "talk_holders_partnership_id_id_key" ON "talk_holders"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "talk_holders_partnership_id_request_id_source_source_id_key" ON "talk_holders"("partnership_id", "request_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "talk_answers_partnership_id_request_id_idx" ON "talk_answers"("partnership_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "talk_answers_partnership_id_holder_row_id_key" ON "talk_answers"("partnership_id", "holder_row_id");

-- AddForeignKey
ALTER TABLE "talk_requests" ADD CONSTRAINT "talk_requests_partnership_id_check_id_fkey" FOREIGN KEY ("partnership_id", "check_id") REFERENCES "repeat_checks"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_holders" ADD CONSTRAINT "talk_holders_partnership_id_request_id_fkey" FOREIGN KEY ("partnership_id", "request_id") REFERENCES "talk_requests"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_answers" ADD CONSTRAINT "talk_answers_partnership_id_holder_row_id_fkey" FOREIGN KEY ("partnership_id", "holder_row_id") REFERENCES "talk_holders"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- 1. Guards of the tables.
do $$ declare t text; begin
  foreach t in array array['repeat_checks','talk_requests','talk_holders','talk_answers'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy kept_by_definer on public.%I to casemoot_definer using (true) with check (true)', t);
    execute format('grant select, insert on public.%I to casemoot_definer', t);
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
  -- To whom a request goes, and who kept still, is read by functions alone.
  foreach t in array array['repeat_checks','talk_requests'] loop
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    execute format('create policy read on public.%I for select to casemoot_app using (person_id = (select app.person()) or (select app.holds_partnership_office(''information_governance'')))', t);
    execute format('grant select on public.%I to casemoot_app', t);
  end loop;
end $$;

-- 2. A partnership may do without: then nothing answers, and no key is kept.
create function app.finds_repeats() returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce((select p.finds_repeats from public.partnerships p where p.id = app.partnership()), false) $$;
create function app.keep_or_drop_keys() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.repeat_keys k where k.partnership_id = new.id;
  if new.finds_repeats then
    perform app.key_case(c.id) from public.cases c where c.partnership_id = new.id;
    perform app.key_referral(r.id) from public.referrals r where r.partnership_id = new.id;
    perform app.key_concern(c.id) from public.concerns c where c.partnership_id = new.id;
  end if;
  return null;
end $$;
create trigger keyed after update of finds_repeats on public.partnerships for each row when (new.finds_repeats is distinct from old.finds_repeats) execute function app.keep_or_drop_keys();
/* No key is written for a partnership that does without. */
create function app.refuse_unwanted_key() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  return case when (select p.finds_repeats from public.partnerships p where p.id = new.partnership_id) then new end;
end $$;
create trigger only_where_wanted before insert on public.repeat_keys for each row execute function app.refuse_unwanted_key();

-- 3. Referrals and concerns, in step with what they are made of.
/* A referral: its people and places, its ward and pattern. While it is a draft it asks and isn't found. Once a forum has taken it, the chair's office holds it; before, whoever wrote it. */
create function app.key_referral(in_referral uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare k public.repeat_keys; r record; s record;
begin
  delete from public.repeat_keys x where x.source = 'referral' and x.source_id = in_referral and x.partnership_id = (select y.partnership_id from public.referrals y where y.id = in_referral);
  select x.*, m.ward_id, m.title, m.summary, m.happening into r from public.referrals x left join public.referral_matters m on m.partnership_id = x.partnership_id and m.referral_id = x.id where x.id = in_referral;
  if not found then return; end if;
  k.partnership_id := r.partnership_id; k.source := 'referral'; k.source_id := r.id; k.found := r.state <> 'draft'; k.forum_id := r.forum_id; k.ward_id := r.ward_id;
  k.agency_id := case when r.state not in ('taken', 'joined') then r.agency_id end; k.holder_id := case when r.state not in ('taken', 'joined') then r.person_id end;
  k.noted_on := (coalesce(r.sent_at, r.started_at) at time zone 'Europe/London')::date;
  k.patterns := app.patterns_in(pg_catalog.concat_ws(' ', r.title, r.summary, r.happening));
  k.party_id := r.id; k.party_kind := 'record';
  insert into public.repeat_keys select n.* from app.make_repeat_key(k, null, null) n;
  for s in select b.id, b.role, p.name, p.born_on, pg_catalog.concat_ws(', ', p.address, p.postcode) as address from public.referral_subjects b join public.referral_particulars p on p.partnership_id = b.partnership_id and p.subject_id = b.id
      where b.partnership_id = r.partnership_id and b.referral_id = r.id and b.removed_at is null and (p.name is not null or p.born_on is not null or p.address is not null or p.postcode is not null) loop
    k.party_id := s.id;
    k.party_kind := case when s.role in ('victim', 'perpetrator') then 'person' else 'place' end::public.repeat_party;
    k.born_on := case when k.party_kind = 'person' then s.born_on end;
    insert into public.repeat_keys select n.* from app.make_repeat_key(k, case when k.party_kind = 'person' then s.name end, case when k.party_kind = 'person' then s.address else pg_catalog.concat_ws(', ', s.name, s.address) end) n;
  end loop;
end $$;
create function app.keep_referral_keys() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.key_referral((pg_catalog.to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> case when tg_table_name = 'referrals' then 'id' else 'referral_id' end)::uuid);
  return null;
end $$;
create trigger keyed after insert or update on public.referral_particulars for each row execute function app.keep_referral_keys();
create trigger keyed after insert or update on public.referral_matters for each row execute function app.keep_referral_keys();
create trigger keyed after update of role, removed_at on public.referral_subjects for each row execute function app.keep_referral_keys();
create trigger keyed after update of state on public.referrals for each row when (new.state is distinct from old.state) execute function app.keep_referral_keys();

/* A concern, once it is raised: the place as it was described, its ward, its pattern. What a councillor keeps as surgery work is theirs. */
create function app.key_concern(in_concern uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare k public.repeat_keys; c record;
begin
  delete from public.repeat_keys x where x.source = 'concern' and x.source_id = in_concern and x.partnership_id = (select y.partnership_id from public.concerns y where y.id = in_concern);
  select x.id, x.partnership_id, x.forum_id, x.ward_id, x.raised_at, w.what, w.place into c from public.concerns x join public.concern_contents w on w.partnership_id = x.partnership_id and w.concern_id = x.id where x.id = in_concern and x.raised_at is not null;
  if not found then return; end if;
  k.partnership_id := c.partnership_id; k.source := 'concern'; k.source_id := c.id; k.found := true; k.forum_id := c.forum_id; k.ward_id := c.ward_id; k.noted_on := (c.raised_at at time zone 'Europe/London')::date;
  k.patterns := app.patterns_in(c.what); k.party_id := c.id; k.party_kind := 'record';
  insert into public.repeat_keys select n.* from app.make_repeat_key(k, null, null) n;
  k.party_id := pg_catalog.md5(c.id::text)::uuid; k.party_kind := 'place';
  insert into public.repeat_keys select n.* from app.make_repeat_key(k, null, c.place) n;
end $$;
create function app.keep_concern_keys() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.key_concern((pg_catalog.to_jsonb(new) ->> case when tg_table_name = 'concerns' then 'id' else 'concern_id' end)::uuid);
  return null;
end $$;
create trigger keyed after insert or update on public.concern_contents for each row execute function app.keep_concern_keys();
create trigger keyed after update of state on public.concerns for each row when (new.state is distinct from old.state) execute function app.keep_concern_keys();
select app.key_referral(r.id) from public.referrals r;
select app.key_concern(c.id) from public.concerns c;

-- 4. For the triage.
/* Whether a record is shut to somebody: by a recusal from its case, or by what shuts a referral. */
create function app.record_shut_to(in_source public.repeat_source, wanted uuid, who uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select case in_source
    when 'referral' then app.referral_shut_to(wanted, who)
    else exists (select 1 from public.recusals r where r.partnership_id = app.partnership() and r.person_id = who
        and r.case_id = case in_source when 'case' then wanted else (select k.case_id from public.concern_cases k where k.partnership_id = r.partnership_id and k.concern_id = wanted) end
        and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) end $$;
/* Whether somebody triages it: the chair's office of its forum, to whom it is not shut. */
create function app.triages_record(in_source public.repeat_source, wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select case in_source
    when 'referral' then app.triages_referral(wanted)
    when 'concern' then exists (select 1 from public.concerns c where c.partnership_id = app.partnership() and c.id = wanted and c.raised_at is not null and c.forum_id = any(app.offices_held())) and not app.concern_is_shut(wanted)
    else false end $$;
/*
 * What may be the same as a concern or referral that the person triages: which record, who holds it, how far it is, why and how sure; not a word of it. A case from which
 * they are openly recused is its reference and forum (D0); what is shut silently, and a referral or concern that is shut, is nothing.
 */
create function app.find_similar(in_source public.repeat_source, in_id uuid) returns table (source public.repeat_source, reference text, forum text, agency text, state text, noted_on date, sure integer, person integer, spot integer, why text[], recused boolean)
language sql stable security definer set search_path = '' as $$
  select s.source, coalesce(c.reference, r.reference, n.reference), f.name, g.short_name,
    case when open.recused then null else coalesce(c.stage::text, r.state::text, n.state::text) end,
    case when open.recused then null else coalesce(c.opened_on, (r.sent_at at time zone 'Europe/London')::date, (n.raised_at at time zone 'Europe/London')::date) end,
    case when open.recused then null else s.sure end, case when open.recused then null else s.person end, case when open.recused then null else s.spot end, case when open.recused then null else s.why end, open.recused
  from app.similar_records(app.partnership(), in_source, in_id) s
    left join public.cases c on s.source = 'case' and c.partnership_id = app.partnership() and c.id = s.source_id
    left join public.referrals r on s.source = 'referral' and r.partnership_id = app.partnership() and r.id = s.source_id
    left join public.concerns n on s.source = 'concern' and n.partnership_id = app.partnership() and n.id = s.source_id
    join public.forums f on f.partnership_id = app.partnership() and f.id = coalesce(c.forum_id, r.forum_id, n.forum_id)
    left join public.agencies g on g.partnership_id = app.partnership() and g.id = r.agency_id
    cross join lateral (select s.source = 'case' and s.source_id = any(app.shut_cases()) as recused) open
  where app.finds_repeats() and app.triages_record(in_source, in_id)
    and case s.source when 'case' then s.source_id <> all(app.silently_shut_cases()) else not app.record_shut_to(s.source, s.source_id, app.person()) end
  order by open.recused, s.sure desc, pg_catalog.cardinality(s.why) desc, 6 desc $$;

-- 5. For whoever refers.
/* What other services hold that is similar enough to be told of, for somebody who refers: from 'may be the same' upwards and by two kinds of evidence; never what is shut to them, what their agency sent, or what they hold by their own office. */
create function app.similar_elsewhere(in_referral uuid) returns table (source public.repeat_source, source_id uuid, forum_id uuid, holder_id uuid, why text[]) language sql stable security definer set search_path = '' as $$
  select s.source, s.source_id, k.forum_id, k.holder_id, s.why from app.similar_records(app.partnership(), 'referral', in_referral) s
    join public.repeat_keys k on k.partnership_id = app.partnership() and k.source = s.source and k.source_id = s.source_id and k.party_kind = 'record'
  where (s.person >= 2 or s.spot >= 2) and s.kinds >= 2 and not app.record_shut_to(s.source, s.source_id, app.person())
    and (k.agency_id is null or k.agency_id <> app.own_agency()) and (k.agency_id is not null or k.forum_id <> all(app.offices_held())) $$;
/*
 * Asks whether other services hold something similar, and keeps that it was asked. Whoever writes the referral may, while it is theirs to write: 3 times for one referral, 10 in a day, 40 in 28 days.
 * Asked again about the same people and places, the answer is the one before, and so learns nobody when something was added.
 */
create function app.check_repeats(in_referral uuid, in_check uuid, in_purpose text) returns text language plpgsql volatile security definer set search_path = '' as $$
declare print bytea; before boolean; told boolean; today integer; lately integer; here integer;
begin
  if not app.edits_referral(in_referral) then return 'nothing'; end if;
  if not app.finds_repeats() then return 'off'; end if;
  -- one after the other, so that two at once don't both stay under a limit
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(app.person()::text, 19));
  select pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg(pg_catalog.concat_ws('|', k.party_kind, k.name_said, k.born_on, k.postcode, k.unit, k.house, k.street, pg_catalog.array_to_string(k.place_marks, ' '), k.ward_id, pg_catalog.array_to_string(k.patterns, ' ')), E'\n' order by k.party_id), ''), 'UTF8'))
    into print from public.repeat_keys k where k.partnership_id = app.partnership() and k.source = 'referral' and k.source_id = in_referral;
  if not exists (select 1 from public.repeat_keys k where k.partnership_id = app.partnership() and k.source = 'referral' and k.source_id = in_referral and k.party_kind <> 'record') then return 'nobody'; end if;
  select count(*) filter (where c.asked_at > app.moment() - interval '1 day'), count(*), count(*) filter (where c.referral_id = in_referral) into today, lately, here
    from public.repeat_checks c where c.partnership_id = app.partnership() and c.person_id = app.person() and c.asked_at > app.moment() - interval '28 days';
  select c.told_yes into before from public.repeat_checks c where c.partnership_id = app.partnership() and c.referral_id = in_referral and c.asked = print order by c.asked_at desc limit 1;
  -- looked for whether it is wanted or not, so that what it takes tells nothing
  select exists (select 1 from app.similar_elsewhere(in_referral)) into told;
  if before is not null then return case when before then 'yes' else 'no' end; end if;
  if here >= 3 or today >= 10 or lately >= 40 then return 'often'; end if;
  insert into public.repeat_checks (id, partnership_id, referral_id, person_id, agency_id, purpose, asked_at, asked, told_yes)
    values (in_check, app.partnership(), in_referral, app.person(), app.own_agency(), in_purpose, app.moment(), print, told);
  return case when told then 'yes' else 'no' end;
end $$;
/* Asks those who hold it to talk, once for a check that was answered yes; answers to whom a mail goes. */
create function app.ask_to_talk(in_check uuid, in_request uuid) returns uuid[] language plpgsql volatile security definer set search_path = '' as $$
declare c public.repeat_checks; told uuid[];
begin
  select x.* into c from public.repeat_checks x where x.partnership_id = app.partnership() and x.id = in_check and x.person_id = app.person() and x.told_yes;
  if not found or not app.finds_repeats() then return null; end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(app.person()::text, 19));
  if exists (select 1 from public.talk_requests t where t.partnership_id = c.partnership_id and t.referral_id = c.referral_id and t.person_id = c.person_id) then return null; end if;
  insert into public.talk_requests (id, partnership_id, check_id, referral_id, person_id, agency_id, asked_at, ends_on)
    values (in_request, c.partnership_id, c.id, c.referral_id, c.person_id, c.agency_id, app.moment(), app.today() + 28);
  insert into public.talk_holders (id, partnership_id, request_id, source, source_id, forum_id, holder_id, why)
    select pg_catalog.gen_random_uuid(), c.partnership_id, in_request, s.source, s.source_id, s.forum_id,
      (select p.id from public.people p where p.partnership_id = c.partnership_id and p.id = s.holder_id and p.left_at is null), s.why
    from app.similar_elsewhere(c.referral_id) s;
  select coalesce(pg_catalog.array_agg(distinct w.person_id), '{}') into told from public.talk_holders h
    cross join lateral (select h.holder_id as person_id where h.holder_id is not null
      union select a.person_id from public.appointments a where h.holder_id is null and a.partnership_id = h.partnership_id and a.forum_id = h.forum_id and app.today() between a.from_on and coalesce(a.until_on, 'infinity')) w
    join public.people p on p.partnership_id = h.partnership_id and p.id = w.person_id and p.left_at is null
    where h.partnership_id = c.partnership_id and h.request_id = in_request and w.person_id <> c.person_id and not app.record_shut_to(h.source, h.source_id, w.person_id);
  return told;
end $$;

-- 6. For those who hold it.
/* Whether the person holds a record that somebody asks to talk about. */
create function app.holds_talk(h public.talk_holders) returns boolean language sql stable security definer set search_path = '' as $$
  select h.partnership_id = app.partnership() and (h.holder_id = app.person() or (h.holder_id is null and h.forum_id = any(app.offices_held()))) and not app.record_shut_to(h.source, h.source_id, app.person())
    and not exists (select 1 from public.talk_requests r where r.partnership_id = h.partnership_id and r.id = h.request_id and r.person_id = app.person()) $$;
/* Who asks the person to talk, about which of the records they hold. */
create function app.talks_to_answer() returns table (request_id uuid, asked_at timestamptz, ends_on date, asker text, post text, agency text, source public.repeat_source, reference text, why text[], made_known boolean, answered_by text, answered_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select r.id, r.asked_at, r.ends_on, pg_catalog.concat_ws(' ', p.style, p.name), p.post, g.short_name, h.source, coalesce(c.reference, f.reference, n.reference), h.why, a.made_known, pg_catalog.concat_ws(' ', b.style, b.name), a.answered_at
  from public.talk_holders h join public.talk_requests r on r.partnership_id = h.partnership_id and r.id = h.request_id
    join public.people p on p.partnership_id = r.partnership_id and p.id = r.person_id join public.agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id
    left join public.cases c on h.source = 'case' and c.partnership_id = h.partnership_id and c.id = h.source_id
    left join public.referrals f on h.source = 'referral' and f.partnership_id = h.partnership_id and f.id = h.source_id
    left join public.concerns n on h.source = 'concern' and n.partnership_id = h.partnership_id and n.id = h.source_id
    left join public.talk_answers a on a.partnership_id = h.partnership_id and a.holder_row_id = h.id left join public.people b on b.partnership_id = a.partnership_id and b.id = a.answered_by_id
  where h.partnership_id = app.partnership() and (h.holder_id = app.person() or h.forum_id = any(app.offices_held())) and app.holds_talk(h) order by r.asked_at desc, h.id $$;
/* Makes the person known to whoever asked, or not, for each record they hold that it is about; answers whom it was that asked, null where there is nothing to answer. */
create function app.answer_talk(in_request uuid, known boolean) returns uuid language plpgsql volatile security definer set search_path = '' as $$
declare r public.talk_requests; answered integer;
begin
  select x.* into r from public.talk_requests x where x.partnership_id = app.partnership() and x.id = in_request and x.ends_on >= app.today();
  if not found then return null; end if;
  -- one of an office answers for it: the second waits for the first, and finds it answered
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(in_request::text, 19));
  insert into public.talk_answers (holder_row_id, partnership_id, request_id, answered_by_id, made_known, answered_at)
    select h.id, h.partnership_id, h.request_id, app.person(), known, app.moment() from public.talk_holders h
    where h.partnership_id = r.partnership_id and h.request_id = in_request and app.holds_talk(h) and not exists (select 1 from public.talk_answers a where a.partnership_id = h.partnership_id and a.holder_row_id = h.id);
  get diagnostics answered = row_count;
  return case when answered > 0 then r.person_id end;
end $$;
/* Who made themselves known to the person, for what they asked. Whoever kept still isn't there, nor whoever hasn't answered. */
create function app.made_known() returns table (request_id uuid, name text, post text, agency text, email text, at timestamptz) language sql stable security definer set search_path = '' as $$
  select distinct on (a.request_id, p.id) a.request_id, pg_catalog.concat_ws(' ', p.style, p.name), p.post, g.short_name, p.email, a.answered_at
  from public.talk_requests r join public.talk_answers a on a.partnership_id = r.partnership_id and a.request_id = r.id and a.made_known
    join public.people p on p.partnership_id = a.partnership_id and p.id = a.answered_by_id and p.left_at is null join public.agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
  where r.partnership_id = app.partnership() and r.person_id = app.person() order by a.request_id, p.id, a.answered_at $$;

-- 7. For information governance: who asks, how often, and of what nothing came.
create function app.runs_of_checks(since timestamptz) returns table (person_id uuid, name text, agency text, checks integer, told_yes integer, referrals integer, never_sent integer, talks integer, last_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select c.person_id, pg_catalog.concat_ws(' ', p.style, p.name), g.short_name, count(*)::integer, (count(*) filter (where c.told_yes))::integer, count(distinct c.referral_id)::integer,
    (count(distinct c.referral_id) filter (where r.state = 'draft' and c.asked_at < app.moment() - interval '7 days'))::integer, (count(t.id))::integer, max(c.asked_at)
  from public.repeat_checks c join public.people p on p.partnership_id = c.partnership_id and p.id = c.person_id join public.agencies g on g.partnership_id = c.partnership_id and g.id = c.agency_id
    join public.referrals r on r.partnership_id = c.partnership_id and r.id = c.referral_id left join public.talk_requests t on t.partnership_id = c.partnership_id and t.check_id = c.id
  where c.partnership_id = app.partnership() and c.asked_at >= since and app.holds_partnership_office('information_governance') group by 1, 2, 3 order by 4 desc, max(c.asked_at) desc $$;

grant update (finds_repeats) on public.partnerships to casemoot_app;
do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in (
      'finds_repeats', 'keep_or_drop_keys', 'refuse_unwanted_key', 'key_referral', 'keep_referral_keys', 'key_concern', 'keep_concern_keys', 'record_shut_to', 'triages_record', 'find_similar', 'similar_elsewhere', 'check_repeats', 'ask_to_talk',
      'holds_talk', 'talks_to_answer', 'answer_talk', 'made_known', 'runs_of_checks') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    -- what answers knows who asks; the rest is not for calling
    if f.proname in ('finds_repeats', 'find_similar', 'check_repeats', 'ask_to_talk', 'talks_to_answer', 'answer_talk', 'made_known', 'runs_of_checks') then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
