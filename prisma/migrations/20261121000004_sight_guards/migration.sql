-- Every row of rule 26's table, with its beginnings and ends; recusal, which beats them all; disclosures and who was told.

-- 1. Recusal: the cases that are shut to the person, by an open or a silent one that nobody has lifted.
create function app.shut_cases() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.case_id), '{}') from public.recusals r
  where r.partnership_id = app.partnership() and r.person_id = app.person()
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) $$;
create function app.silently_shut_cases() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.case_id), '{}') from public.recusals r
  where r.partnership_id = app.partnership() and r.person_id = app.person() and r.silent
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) $$;

-- 2. Depth of sight, anew.
/* D2 and, by a reveal, D3: the chair's office, and members on the register of a meeting with the case on its agenda. Never whoever is recused. */
create or replace function app.may_reveal(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_cases()) and exists (select 1 from public.cases c where c.partnership_id = app.partnership() and c.id = wanted and (
    c.forum_id = any(app.offices_held())
    or exists (select 1 from public.agenda_items i
        join public.sign_ins s on s.partnership_id = i.partnership_id and s.meeting_id = i.meeting_id and s.person_id = app.person()
        join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      where i.partnership_id = c.partnership_id and i.case_id = c.id and app.register_open(m.state, m.closed_at) and app.seat_opens_papers(c.forum_id)))) $$;
/* Cases that the person was asked in for, each from the opening of its item to the close of the meeting. */
create function app.cases_invited() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(v.case_id), '{}') from public.case_invitations v
    join public.agenda_items i on i.partnership_id = v.partnership_id and i.id = v.item_id
    join public.meetings m on m.partnership_id = v.partnership_id and m.id = v.meeting_id
  where v.partnership_id = app.partnership() and v.person_id = app.person() and v.withdrawn_at is null
    and i.opened_at is not null and m.state = 'in_session' and v.case_id <> all(app.shut_cases()) $$;
/* Cases that a governance officer opens for a dated purpose to which a second person has agreed. */
create function app.cases_governed() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(g.case_id), '{}') from public.governance_purposes g
    join public.governance_agreements a on a.partnership_id = g.partnership_id and a.purpose_id = g.id
  where g.partnership_id = app.partnership() and g.person_id = app.person() and app.today() between g.from_on and g.until_on
    and app.holds_partnership_office('information_governance') and g.case_id <> all(app.shut_cases()) $$;
/* Whether the person helps with an open action: a colleague of its owner, on the forum, of the same agency, whom the chair allows. */
create function app.helps_with_action(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.action_colleagues h join public.actions a on a.partnership_id = h.partnership_id and a.id = h.action_id
      join public.memberships m on m.partnership_id = a.partnership_id and m.forum_id = a.forum_id and m.person_id = h.person_id and m.agency_id = a.owner_agency_id
    where h.partnership_id = app.partnership() and h.action_id = wanted and h.person_id = app.person() and h.ended_at is null
      and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done') and app.today() between m.from_on and coalesce(m.until_on, 'infinity')) $$;
/* Who works on a case: they; the owner of an open action on it, while they sit on its forum or serve it, and the colleagues the chair allows; whoever was asked in, while asked in. */
create function app.works_on_case(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_cases()) and (
    app.may_reveal(wanted)
    or exists (select 1 from public.actions a
      where a.partnership_id = app.partnership() and a.case_id = wanted and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')
        and ((a.owner_id = app.person() and a.forum_id = any(app.forums_seen())) or app.helps_with_action(a.id)))
    or wanted = any(app.cases_invited())) $$;
/* D2 of a case: they; governance for an agreed purpose. */
create or replace function app.opens_case(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.works_on_case(wanted) or wanted = any(app.cases_governed()) $$;
create or replace function app.reads_minute(forum uuid, meeting uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select case when in_case is null then forum = any(app.offices_held()) or app.on_register(meeting)
    else in_case <> all(app.shut_cases()) and (forum = any(app.offices_held()) or app.opens_case(in_case)) end $$;
create or replace function app.reads_action(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = wanted
    and (a.case_id is null or a.case_id <> all(app.shut_cases())) and (
      a.forum_id = any(app.offices_held())
      or (a.owner_id = app.person() and a.forum_id = any(app.forums_seen()) and (a.case_id is null or a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')))
      or app.helps_with_action(a.id)
      or (a.state <> 'recorded' and case when a.case_id is null then app.on_register(a.meeting_id) else app.opens_case(a.case_id) end))) $$;
create or replace function app.owns_action(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = wanted
    and (a.case_id is null or a.case_id <> all(app.shut_cases())) and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')
    and ((a.owner_id = app.person() and a.forum_id = any(app.forums_seen())) or app.helps_with_action(a.id))) $$;
/* D3 of the people on the research list: an agency's named contact who signed in advance, from publication to the start. */
create function app.researches(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted <> all(app.shut_cases()) and exists (select 1 from public.agenda_items i
      join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      join public.advance_signatures s on s.partnership_id = i.partnership_id and s.meeting_id = i.meeting_id and s.person_id = app.person()
      join public.memberships b on b.partnership_id = i.partnership_id and b.forum_id = i.forum_id and b.person_id = s.person_id and b.named_contact
    where i.partnership_id = app.partnership() and i.case_id = wanted and m.state = 'published' and m.starts_at > app.moment()
      and app.today() between b.from_on and coalesce(b.until_on, 'infinity') and app.seat_opens_papers(i.forum_id)) $$;
/* Whether a subject is somebody, and not a place or a theme. */
create function app.is_person(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.case_subjects s where s.partnership_id = app.partnership() and s.id = wanted and s.role in ('victim', 'perpetrator')) $$;
create function app.is_named_contact(forum uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.memberships b where b.partnership_id = app.partnership() and b.forum_id = forum and b.person_id = app.person() and b.named_contact
    and app.today() between b.from_on and coalesce(b.until_on, 'infinity')) $$;
/* D4: the people named on a withheld address, while they may open its case. */
create function app.named_on_address(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.withheld_address_readers n where n.partnership_id = app.partnership() and n.subject_id = wanted and n.person_id = app.person()
    and n.ended_at is null and n.case_id <> all(app.shut_cases()) and app.opens_case(n.case_id)) $$;
create function app.has_revealed_address(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.named_on_address(wanted) and exists (select 1 from public.address_reveals r where r.partnership_id = app.partnership() and r.subject_id = wanted
    and r.person_id = app.person() and r.ends_at > app.moment()) $$;
/* Whether a contribution was made to the person's agency: its own agency, an agency it was disclosed to, the chair's office. */
create function app.was_told(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.contributions c where c.partnership_id = app.partnership() and c.id = wanted and app.opens_case(c.case_id) and (
    c.forum_id = any(app.offices_held())
    or exists (select 1 from public.people p where p.partnership_id = c.partnership_id and p.id = app.person() and p.agency_id = c.agency_id)
    or exists (select 1 from public.disclosures d where d.partnership_id = c.partnership_id and d.contribution_id = c.id and (
        exists (select 1 from public.people p where p.partnership_id = d.partnership_id and p.id = app.person() and p.agency_id = d.agency_id)
        or exists (select 1 from public.memberships m where m.partnership_id = d.partnership_id and m.forum_id = d.forum_id and m.person_id = app.person() and m.agency_id = d.agency_id
          and app.today() between m.from_on and coalesce(m.until_on, 'infinity')))))) $$;
/* Whether somebody sits on a forum that the person serves: their standing interests are then for its office to see. */
create function app.serves_person(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.memberships m where m.partnership_id = app.partnership() and m.person_id = wanted and m.forum_id = any(app.offices_held())
    and app.today() between m.from_on and coalesce(m.until_on, 'infinity')) $$;
create function app.holds_office_in(wanted uuid, forum uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.appointments a where a.partnership_id = app.partnership() and a.forum_id = forum and a.person_id = wanted
    and app.today() between a.from_on and coalesce(a.until_on, 'infinity')) $$;

-- 3. New tables: row-level security, forced, walled by partnership.
do $$ declare t text; begin
  foreach t in array array['interests','recusals','recusal_lifts','departures','advance_signatures','case_invitations','action_colleagues','governance_purposes','governance_agreements',
      'withheld_addresses','withheld_address_readers','address_reveals','gateway_rows','gateway_recipients','contributions','disclosures','withheld_shares'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    execute format('grant select, insert on public.%I to casemoot_app', t);
  end loop;
  -- What a recused person must not meet anywhere: a case that is shut.
  foreach t in array array['case_twins','case_contents','case_subjects','protected_particulars','reveals','minutes','agenda_items','actions','audit_events','recusal_lifts','case_invitations',
      'governance_purposes','governance_agreements','withheld_addresses','withheld_address_readers','address_reveals','contributions','disclosures','withheld_shares'] loop
    execute format('create policy not_recused on public.%I as restrictive to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]))', t);
  end loop;
  -- Evidence is written once.
  foreach t in array array['recusals','recusal_lifts','advance_signatures','governance_purposes','governance_agreements','address_reveals','contributions','disclosures','withheld_shares'] loop
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
end $$;
grant update on public.interests, public.departures, public.case_invitations, public.action_colleagues, public.withheld_addresses, public.withheld_address_readers, public.gateway_rows, public.gateway_recipients to casemoot_app;
-- writing an event about a case that is shut stays possible: being refused is on the trail too
drop policy not_recused on public.audit_events;
create policy not_recused on public.audit_events as restrictive for select to casemoot_app using (case_id is null or case_id <> all((select app.shut_cases())::uuid[]));
create policy not_recused_silently on public.cases as restrictive to casemoot_app using (id <> all((select app.silently_shut_cases())::uuid[]));

/* The words and steps of an action know no case of their own: they ask the action for it. Asked only by those who are recused from something. */
create function app.about_shut_case(action uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = action and a.case_id = any(app.shut_cases())) $$;
create policy not_recused on public.action_wordings as restrictive to casemoot_app using ((select pg_catalog.cardinality(app.shut_cases())) = 0 or not app.about_shut_case(action_id));
create policy not_recused on public.action_steps as restrictive to casemoot_app using ((select pg_catalog.cardinality(app.shut_cases())) = 0 or not app.about_shut_case(action_id));

-- Whoever was asked in, and governance for an agreed purpose, meet the case itself too.
create policy read_by_invitation on public.cases for select to casemoot_app using (id = any((select app.cases_invited())::uuid[]));
create policy read_by_invitation on public.case_twins for select to casemoot_app using (case_id = any((select app.cases_invited())::uuid[]) or case_id = any((select app.cases_governed())::uuid[]));
create policy read_for_research on public.protected_particulars for select to casemoot_app using (app.researches(case_id) and app.is_person(subject_id));
create policy change_by_colleague on public.actions for update to casemoot_app using (app.helps_with_action(id));

create policy read on public.interests for select to casemoot_app using (
  person_id = (select app.person())
  or (forum_id = any((select app.offices_held())::uuid[]) and (case_id is null or case_id <> all((select app.shut_cases())::uuid[])))
  or (forum_id is null and app.serves_person(person_id)));
create policy add on public.interests for insert to casemoot_app with check (person_id = (select app.person()));
create policy change on public.interests for update to casemoot_app using (person_id = (select app.person())) with check (person_id = (select app.person()));

/* One's own open recusal is known to oneself; a silent one never is. */
create policy read on public.recusals for select to casemoot_app using (
  (person_id = (select app.person()) and not silent)
  or (person_id <> (select app.person()) and forum_id = any((select app.offices_held())::uuid[]) and case_id <> all((select app.shut_cases())::uuid[])));
create policy add on public.recusals for insert to casemoot_app with check (
  forum_id = (select c.forum_id from public.cases c where c.id = case_id) and (
    (person_id = (select app.person()) and not silent and decided_by_id is null and interest_id is not null)
    or (decided_by_id = (select app.person()) and person_id <> (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
      -- who runs the meeting of a forum can't be kept in the dark about what is on its agenda
      and not (silent and app.holds_office_in(person_id, forum_id)))));
create policy read on public.recusal_lifts for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.recusal_lifts for insert to casemoot_app with check (lifted_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
alter table public.recusals add constraint decided_with_a_reason check (decided_by_id is null or reason is not null);
alter table public.interests add constraint sensitive_withholds_its_nature check (kind <> 'sensitive' or words is null);

/* Who was out of the room, and when: one's own; those of others for the office and the register, as far as the item they were out for is in sight. */
create policy read on public.departures for select to casemoot_app using (person_id = (select app.person())
  or ((forum_id = any((select app.offices_held())::uuid[]) or app.on_register(meeting_id)) and (item_id is null or exists (select 1 from public.agenda_items i where i.id = item_id))));
create policy add on public.departures for insert to casemoot_app with check (recorded_by_id = (select app.person()) and (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person())));
create policy change on public.departures for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person()));

create policy read on public.advance_signatures for select to casemoot_app using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.advance_signatures for insert to casemoot_app with check (person_id = (select app.person()) and app.is_named_contact(forum_id));
create policy read on public.case_invitations for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.case_invitations for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.case_invitations for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.action_colleagues for select to casemoot_app using (app.reads_action(action_id));
create policy add on public.action_colleagues for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.action_colleagues for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));

create policy read on public.governance_purposes for select to casemoot_app using ((select app.holds_partnership_office('information_governance')) or forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.governance_purposes for insert to casemoot_app with check (person_id = (select app.person()) and (select app.holds_partnership_office('information_governance')));
create policy read on public.governance_agreements for select to casemoot_app using ((select app.holds_partnership_office('information_governance')) or forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.governance_agreements for insert to casemoot_app with check (agreed_by_id = (select app.person())
  and ((select app.holds_partnership_office('information_governance')) or forum_id = any((select app.offices_held())::uuid[])));
create function app.refuse_own_agreement() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from public.governance_purposes g where g.partnership_id = new.partnership_id and g.id = new.purpose_id and g.person_id = new.agreed_by_id) then
    raise exception 'a second person agrees' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger agreed_by_another before insert on public.governance_agreements for each row execute function app.refuse_own_agreement();
alter table public.governance_purposes add constraint has_an_end check (until_on >= from_on and until_on <= from_on + 92);

create policy read on public.withheld_addresses for select to casemoot_app using (app.has_revealed_address(subject_id));
create policy add on public.withheld_addresses for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.withheld_addresses for update to casemoot_app using (app.has_revealed_address(subject_id));
create policy read on public.withheld_address_readers for select to casemoot_app using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.withheld_address_readers for insert to casemoot_app with check (named_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.withheld_address_readers for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.address_reveals for select to casemoot_app
  using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]) or (select app.holds_partnership_office('information_governance')));
create policy add on public.address_reveals for insert to casemoot_app with check (person_id = (select app.person()) and revealed_at = app.moment() and app.named_on_address(subject_id));
alter table public.address_reveals add constraint lasts_fifteen_minutes check (ends_at = revealed_at + interval '15 minutes');

create policy read on public.gateway_rows for select to casemoot_app using ((select app.person()) is not null);
create policy add on public.gateway_rows for insert to casemoot_app with check ((select app.holds_partnership_office('information_governance')));
create policy change on public.gateway_rows for update to casemoot_app using ((select app.holds_partnership_office('information_governance')));
create policy read on public.gateway_recipients for select to casemoot_app using ((select app.person()) is not null);
create policy add on public.gateway_recipients for insert to casemoot_app with check ((select app.holds_partnership_office('information_governance')));
create policy change on public.gateway_recipients for update to casemoot_app using ((select app.holds_partnership_office('information_governance')));
create policy read on public.contributions for select to casemoot_app using (app.was_told(id));
/* Everybody speaks for their own agency, of a case they work on. */
create policy add on public.contributions for insert to casemoot_app with check (person_id = (select app.person()) and contributed_at = app.moment() and app.works_on_case(case_id)
  and agency_id = (select p.agency_id from public.people p where p.id = (select app.person())) and forum_id = (select c.forum_id from public.cases c where c.id = case_id));
create policy read on public.disclosures for select to casemoot_app using (app.was_told(contribution_id) or (select app.holds_partnership_office('information_governance')));
/* Only whoever contributes says to whom it goes, in the same moment. */
create policy add on public.disclosures for insert to casemoot_app with check (exists (select 1 from public.contributions c
  where c.id = contribution_id and c.case_id = disclosures.case_id and c.person_id = (select app.person()) and c.contributed_at = app.moment()));
/* The four answers stand in force on the day, and reach the kind of agency that receives; what is for law enforcement alone, that of the giver too. */
create function app.guard_disclosure() returns trigger language plpgsql security definer set search_path = '' as $$
declare giver public.agency_kind; receiver public.agency_kind; answered integer;
begin
  select g.kind into giver from public.contributions c join public.agencies g on g.partnership_id = c.partnership_id and g.id = c.agency_id
    where c.partnership_id = new.partnership_id and c.id = new.contribution_id;
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
create trigger gateway_reaches before insert on public.disclosures for each row execute function app.guard_disclosure();
alter table public.gateway_rows add constraint ends_after_it_begins check (until_on is null or until_on >= from_on);
alter table public.gateway_rows add constraint law_enforcement_names_its_recipients check (not (law_enforcement_only and any_recipient));
alter table public.gateway_recipients add constraint ends_after_it_begins check (until_on is null or until_on >= from_on);
alter table public.contributions add constraint says_why_not_informed check (informed or informed_reason is not null);
create policy read on public.withheld_shares for select to casemoot_app using (
  person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]) or (select app.holds_partnership_office('information_governance')));
create policy add on public.withheld_shares for insert to casemoot_app with check (person_id = (select app.person()) and app.works_on_case(case_id)
  and agency_id = (select p.agency_id from public.people p where p.id = (select app.person())) and forum_id = (select c.forum_id from public.cases c where c.id = case_id));

-- 4. What somebody who is recused, or who runs a meeting while recused, still has to be able to do without seeing.
/* The items of a meeting from which the person is openly recused: that they exist, and nothing of them (D0). */
create function app.recused_items(meeting uuid) returns table (item_id uuid, place integer, reference text) language sql stable security definer set search_path = '' as $$
  select i.id, i.position, c.reference from public.agenda_items i join public.cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.forums_seen())
    and i.case_id = any(app.shut_cases()) and i.case_id <> all(app.silently_shut_cases()) $$;
/* Whether the chair in force today is recused from any case on a meeting's agenda, or from one case: the deputy then acts. */
create function app.chair_recused(meeting uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.meetings m
      join public.appointments a on a.partnership_id = m.partnership_id and a.forum_id = m.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
      join public.agenda_items i on i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.case_id is not null and (in_case is null or i.case_id = in_case)
      join public.recusals r on r.partnership_id = m.partnership_id and r.case_id = i.case_id and r.person_id = a.person_id
    where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held())
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;
/* Whether the chair in force today is recused from a case, wherever it is taken. */
create function app.chair_recused_from(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.cases c
      join public.appointments a on a.partnership_id = c.partnership_id and a.forum_id = c.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
      join public.recusals r on r.partnership_id = c.partnership_id and r.case_id = c.id and r.person_id = a.person_id
    where c.partnership_id = app.partnership() and c.id = wanted and c.forum_id = any(app.offices_held())
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;
/* Whether a meeting of one's office has an item that is shut to oneself: closing it is then somebody else's. */
create function app.has_shut_items(meeting uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held()) and i.case_id = any(app.shut_cases())) $$;
/* Where an item stands in the agenda as the person sees it: those that are silently shut close up, those from which they are openly recused keep their place. */
create function app.number_of_item(meeting uuid, place integer) returns integer language sql stable security definer set search_path = '' as $$
  select place - (select count(*)::integer from public.agenda_items i
    where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.position < place and i.case_id = any(app.silently_shut_cases())) $$;
/* The running number of a minute in the forum's year, closing up in the same way. */
create function app.number_of_minute(forum uuid, year integer, number integer) returns integer language sql stable security definer set search_path = '' as $$
  select number - (select count(*)::integer from public.agenda_items i
    where i.partnership_id = app.partnership() and i.forum_id = forum and i.minute_year = year and i.minute_number < number and i.case_id = any(app.silently_shut_cases())) $$;
/* Makes room on an agenda of one's office from a place on, for all items of it, those that are shut too. By way of far away, because two items can't share a place even for a moment. */
create function app.make_room(meeting uuid, place integer, many integer) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.agenda_items i set position = i.position + 10000
    where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held()) and i.position >= place;
  update public.agenda_items i set position = i.position - 10000 + many
    where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held()) and i.position >= 10000;
end $$;
/* Puts the forum's open cases that are shut to whoever publishes on the agenda too, after the others. Says only how many that adds. */
create function app.add_shut_cases(meeting uuid, minutes_each integer) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare shut uuid[]; place integer; in_forum uuid;
begin
  select m.forum_id, array(select c.id from public.cases c where c.partnership_id = m.partnership_id and c.forum_id = m.forum_id and c.stage = 'open' and c.id = any(app.shut_cases())
      and not exists (select 1 from public.agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.case_id = c.id) order by c.opened_on, c.id)
    into in_forum, shut from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held());
  if coalesce(pg_catalog.cardinality(shut), 0) = 0 then return 0; end if;
  -- before what stands after the cases: hotspots, any other business, the next date
  select min(i.position) into place from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.kind in ('hotspots', 'other_business', 'next_meeting');
  perform app.make_room(meeting, place, pg_catalog.cardinality(shut));
  insert into public.agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, case_id, planned_minutes)
  select pg_catalog.gen_random_uuid(), app.partnership(), in_forum, meeting, place + t.n::integer - 1, 'case', t.case_id, minutes_each
    from pg_catalog.unnest(shut) with ordinality as t(case_id, n);
  return pg_catalog.cardinality(shut);
end $$;
/* The room takes an item up: the one before ends, whoever left for it is back, and those on the register who are openly recused from this one leave for it. Null where there is no such item for this person. */
create function app.take_up_item(wanted uuid) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare item record; left_now integer;
begin
  select i.partnership_id, i.forum_id, i.meeting_id, i.case_id into item from public.agenda_items i
    join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state = 'in_session'
    where i.partnership_id = app.partnership() and i.id = wanted and i.forum_id = any(app.offices_held()) and (i.case_id is null or i.case_id <> all(app.shut_cases()));
  if not found then return null; end if;
  update public.agenda_items i set ended_at = app.moment()
    where i.partnership_id = item.partnership_id and i.meeting_id = item.meeting_id and i.id <> wanted and i.opened_at is not null and i.ended_at is null;
  update public.departures d set returned_at = app.moment()
    where d.partnership_id = item.partnership_id and d.meeting_id = item.meeting_id and d.item_id <> wanted and d.returned_at is null;
  update public.agenda_items i set opened_at = coalesce(i.opened_at, app.moment()), ended_at = null where i.partnership_id = item.partnership_id and i.id = wanted;
  insert into public.departures (id, partnership_id, forum_id, meeting_id, person_id, item_id, left_at, recorded_by_id)
  select pg_catalog.gen_random_uuid(), item.partnership_id, item.forum_id, item.meeting_id, s.person_id, wanted, app.moment(), app.person()
    from public.sign_ins s where s.partnership_id = item.partnership_id and s.meeting_id = item.meeting_id
      and exists (select 1 from public.recusals r where r.partnership_id = s.partnership_id and r.case_id = item.case_id and r.person_id = s.person_id
        and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
      and not exists (select 1 from public.recusals r where r.partnership_id = s.partnership_id and r.case_id = item.case_id and r.person_id = s.person_id and r.silent
        and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
      and not exists (select 1 from public.departures d where d.partnership_id = s.partnership_id and d.meeting_id = s.meeting_id and d.person_id = s.person_id and d.returned_at is null);
  get diagnostics left_now = row_count;
  return left_now;
end $$;
/*
 * Where somebody round the table of a forum might have an interest in one of its open cases: for its chair's office, never of oneself, and only who, which case
 * and how it matched. Of what people declared standing: an agency that works on the case, its ward, a word of its protected particulars; and the name they bear.
 */
create function app.interest_matches(forum uuid) returns table (person_id uuid, case_id uuid, matched text) language sql stable security definer set search_path = '' as $$
  with table_of as (
      select m.person_id from public.memberships m where m.partnership_id = app.partnership() and m.forum_id = forum and app.today() between m.from_on and coalesce(m.until_on, 'infinity')
      union select a.person_id from public.appointments a where a.partnership_id = app.partnership() and a.forum_id = forum and app.today() between a.from_on and coalesce(a.until_on, 'infinity')),
    heard as (
      select c.id, t.ward_id, array(select distinct lower(k) from public.protected_particulars p, pg_catalog.unnest(p.marks) as k
          where p.partnership_id = c.partnership_id and p.case_id = c.id and pg_catalog.length(k) > 3 and k !~ ':'
            and k not in ('street', 'road', 'lane', 'avenue', 'close', 'court', 'drive', 'gardens', 'crescent', 'terrace', 'place', 'house', 'flat', 'grove', 'mews', 'hill', 'square', 'view', 'walk')) as marks
      from public.cases c join public.case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      where c.partnership_id = app.partnership() and c.forum_id = forum and forum = any(app.offices_held()) and c.stage = 'open' and c.id <> all(app.shut_cases())),
    said as (
      select i.person_id, lower(i.words) as words, pg_catalog.regexp_split_to_array(lower(i.words), '[^[:alnum:]]+') as spoken from public.interests i join table_of using (person_id)
      where i.partnership_id = app.partnership() and i.case_id is null and i.withdrawn_at is null and i.words is not null)
  select found.person_id, found.case_id, found.matched from (
    select s.person_id, h.id as case_id, 'particulars' as matched from said s join heard h on h.marks && s.spoken
    union select s.person_id, h.id, 'ward' from said s join heard h on true join public.wards w on w.partnership_id = app.partnership() and w.id = h.ward_id and pg_catalog.strpos(s.words, lower(w.name)) > 0
    union select s.person_id, h.id, 'agency' from said s join heard h on true where exists (select 1 from public.agencies g where g.partnership_id = app.partnership()
        and (pg_catalog.strpos(s.words, lower(g.name)) > 0 or lower(g.short_name) = any(s.spoken))
        and (exists (select 1 from public.actions a where a.partnership_id = g.partnership_id and a.case_id = h.id and a.owner_agency_id = g.id)
          or exists (select 1 from public.contributions b where b.partnership_id = g.partnership_id and b.case_id = h.id and b.agency_id = g.id)))
    union select p.id, h.id, 'name' from public.people p join table_of on table_of.person_id = p.id join heard h on lower(pg_catalog.regexp_replace(p.name, '^.* ', '')) = any(h.marks)
      where p.partnership_id = app.partnership()) found
  where found.person_id <> app.person() $$;
grant update on public.agenda_items to casemoot_definer;
grant insert, update on public.departures to casemoot_definer;
create policy kept_by_definer on public.departures to casemoot_definer using (true) with check (true);
create policy moved_by_definer on public.agenda_items for update to casemoot_definer using (true) with check (true);
grant insert on public.agenda_items to casemoot_definer;
create policy added_by_definer on public.agenda_items for insert to casemoot_definer with check (true);

-- 5. Who was told.
/*
 * Who was in the room for each item of a case (or one of them), for which agency, from when to when: whoever signed, came and left as timed; nobody who was out of the room or recused.
 * An item that was put off without being opened told nobody anything; one whose times nobody kept counts for the whole meeting.
 */
create function app.in_the_room(wanted uuid, who uuid) returns table (meeting_id uuid, meeting text, item_id uuid, from_at timestamptz, to_at timestamptz, person_id uuid, agency_id uuid, represents text)
language sql stable security definer set search_path = '' as $$
  select m.id, m.reference, i.id, stay.begins, stay.ends, s.person_id, s.agency_id, s.represents
  from public.agenda_items i
    join public.cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
    join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.opened_at is not null
      and (i.opened_at is not null or (m.closed_at is not null and i.decision is distinct from 'defer'))
    cross join lateral (select coalesce(i.opened_at, m.opened_at) as begins, coalesce(i.ended_at, m.closed_at, app.moment()) as ends) span
    join public.sign_ins s on s.partnership_id = i.partnership_id and s.meeting_id = i.meeting_id and s.signed_at < span.ends and (who is null or s.person_id = who)
    left join lateral (select min(r.decided_at) as at from public.recusals r where r.partnership_id = s.partnership_id and r.case_id = wanted and r.person_id = s.person_id and r.decided_at <= span.ends
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id and l.lifted_at <= span.begins)) recused on true
    cross join lateral (select
      greatest(span.begins, s.signed_at, (select max(d.returned_at) from public.departures d where d.partnership_id = s.partnership_id and d.meeting_id = s.meeting_id and d.person_id = s.person_id
        and d.left_at <= span.begins and d.returned_at > span.begins)) as begins,
      least(span.ends, recused.at, (select min(d.left_at) from public.departures d where d.partnership_id = s.partnership_id and d.meeting_id = s.meeting_id and d.person_id = s.person_id
        and d.left_at > span.begins and coalesce(d.returned_at, 'infinity') >= span.ends)) as ends) stay
  where i.partnership_id = app.partnership() and i.case_id = wanted and wanted <> all(app.shut_cases())
    and (c.forum_id = any(app.offices_held()) or app.holds_partnership_office('information_governance'))
    and stay.begins <= stay.ends
    and (recused.at is null or (i.opened_at is not null and recused.at > span.begins))
    and not exists (select 1 from public.departures d where d.partnership_id = s.partnership_id and d.meeting_id = s.meeting_id and d.person_id = s.person_id
      and d.left_at <= span.begins and coalesce(d.returned_at, 'infinity') >= span.ends) $$;
create function app.who_was_told(wanted uuid) returns table (meeting_id uuid, meeting text, item_id uuid, from_at timestamptz, to_at timestamptz, person_id uuid, agency_id uuid, represents text)
language sql stable security definer set search_path = '' as $$ select * from app.in_the_room(wanted, null) $$;
/* What went from agency to agency on a case and by which gateways, without a word of it: for the chair's office and information governance. */
create function app.disclosures_made(wanted uuid) returns table (contribution_id uuid, at timestamptz, from_agency_id uuid, to_agency_id uuid, power_id uuid, lawful_basis_id uuid, condition_id uuid, confidentiality_id uuid)
language sql stable security definer set search_path = '' as $$
  select k.id, k.contributed_at, k.agency_id, d.agency_id, d.power_id, d.lawful_basis_id, d.condition_id, d.confidentiality_id
  from public.contributions k join public.disclosures d on d.partnership_id = k.partnership_id and d.contribution_id = k.id
  where k.partnership_id = app.partnership() and k.case_id = wanted and wanted <> all(app.shut_cases())
    and (k.forum_id = any(app.offices_held()) or app.holds_partnership_office('information_governance')) $$;
/* For information governance: in which rooms a person was told of which case, by reference alone. */
create function app.what_they_were_told(wanted uuid) returns table (case_reference text, case_id uuid, meeting text, from_at timestamptz, to_at timestamptz, agency_id uuid, represents text)
language sql stable security definer set search_path = '' as $$
  select c.reference, c.id, w.meeting, w.from_at, w.to_at, w.agency_id, w.represents
  from (select distinct i.case_id from public.sign_ins s join public.agenda_items i on i.partnership_id = s.partnership_id and i.meeting_id = s.meeting_id
      where s.partnership_id = app.partnership() and s.person_id = wanted and i.case_id is not null and app.holds_partnership_office('information_governance')) heard
    join public.cases c on c.partnership_id = app.partnership() and c.id = heard.case_id
    cross join lateral app.in_the_room(c.id, wanted) w $$;

-- What whoever was asked in, and governance for an agreed purpose, see of a case besides its own rows.
/* The meetings a case came to: to those who hold its twin or its record, since somebody asked in sees no meeting. */
create function app.meetings_of_case(wanted uuid) returns table (meeting text, starts_at timestamptz, state public.meeting_state, closed_at timestamptz, item_id uuid, outcome public.item_outcome, decision public.case_decision, minute_number integer, minute_year integer)
language sql stable security definer set search_path = '' as $$
  select m.reference, m.starts_at, m.state, m.closed_at, i.id, i.outcome, i.decision, app.number_of_minute(i.forum_id, i.minute_year, i.minute_number), i.minute_year
  from public.cases c join public.agenda_items i on i.partnership_id = c.partnership_id and i.case_id = c.id
    join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
  where c.partnership_id = app.partnership() and c.id = wanted and m.state <> 'cancelled' and c.id <> all(app.shut_cases())
    and (c.forum_id = any(app.forums_seen()) or c.id = any(app.cases_invited()) or c.id = any(app.cases_governed())) $$;
create policy read_by_invitation on public.actions for select to casemoot_app
  using (state <> 'recorded' and (case_id = any((select app.cases_invited())::uuid[]) or case_id = any((select app.cases_governed())::uuid[])));
/* Where and when the person was asked in; which case it is only while it is open to them. */
create function app.invitations_held() returns table (meeting text, forum text, starts_at timestamptz, limit_minutes integer, place text, state public.meeting_state, open_case text)
language sql stable security definer set search_path = '' as $$
  select m.reference, f.name, m.starts_at, m.limit_minutes, m.place, m.state, case when v.case_id = any(app.cases_invited()) then c.reference end
  from public.case_invitations v join public.meetings m on m.partnership_id = v.partnership_id and m.id = v.meeting_id
    join public.forums f on f.partnership_id = v.partnership_id and f.id = v.forum_id join public.cases c on c.partnership_id = v.partnership_id and c.id = v.case_id
  where v.partnership_id = app.partnership() and v.person_id = app.person() and v.withdrawn_at is null and m.state in ('published', 'in_session') and v.case_id <> all(app.shut_cases()) $$;
/* A twin names no withheld address either: its words are compared here, and answered only as they were asked. */
create or replace function app.marks_among(wanted uuid, spoken text[]) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct found.mark), '{}') from (
    select p.forum_id, m.mark from public.protected_particulars p, unnest(p.marks) as m(mark) where p.partnership_id = app.partnership() and p.case_id = wanted
    union all
    select w.forum_id, a.mark from public.withheld_addresses w, pg_catalog.regexp_split_to_table(lower(w.address), '[^[:alnum:]]+') as a(mark)
      where w.partnership_id = app.partnership() and w.case_id = wanted and a.mark !~ '^([a-z]|\d{0,3})$') found
  where found.forum_id = any(app.offices_held()) and found.mark = any(spoken) and wanted <> all(app.shut_cases()) $$;
/* A colleague reports for the owner; taking an action on stays the owner's answer. */
create function app.guard_acceptance() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and new.state is distinct from old.state and new.state in ('accepted', 'declined') and new.owner_id <> app.person() then
    raise exception 'an action is accepted by its owner' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger owner_accepts_it before update on public.actions for each row execute function app.guard_acceptance();

/* The heads of all chains, to be written down outside the database: numbers and hashes, nothing of what happened. */
create function app.audit_heads_now() returns table (partnership_id uuid, seq bigint, hash text) language sql stable security definer set search_path = '' as $$
  select h.partnership_id, h.seq, pg_catalog.encode(h.hash, 'hex') from public.audit_heads h where h.seq > 0 order by h.partnership_id $$;

-- 6. The evaluator's totals: counts without particulars, those under five withheld (-1).
create function app.evaluation_totals(from_on date, until_on date) returns table (forum text, measure text, total integer) language sql stable security definer set search_path = '' as $$
  with counted as (
    select f.name as forum, t.measure, t.total::integer from public.forums f cross join lateral (
      select 'meetings_held' as measure, count(*) as total from public.meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.closed_at is not null and (m.starts_at at time zone 'Europe/London')::date between from_on and until_on
      union all select 'cases_taken', count(*) from public.cases c where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.opened_on between from_on and until_on
      union all select 'cases_open', count(*) from public.cases c where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.opened_on <= until_on and (c.closed_on is null or c.closed_on > until_on)
      union all select 'cases_closed', count(*) from public.cases c where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.closed_on between from_on and until_on
      union all select 'actions_tasked', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and (a.assigned_at at time zone 'Europe/London')::date between from_on and until_on
      union all select 'actions_verified', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.state = 'verified' and (a.ended_at at time zone 'Europe/London')::date between from_on and until_on
      union all select 'actions_circumstances_changed', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.incomplete_kind = 'circumstances_changed' and (a.ended_at at time zone 'Europe/London')::date between from_on and until_on
      union all select 'actions_not_done', count(*) from public.actions a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.incomplete_kind = 'not_done' and (a.ended_at at time zone 'Europe/London')::date between from_on and until_on) t
    where f.partnership_id = app.partnership())
  select forum, measure, case when total between 1 and 4 then -1 else total end from counted where app.holds_partnership_office('evaluator') $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef and f.proowner <> 'casemoot_definer'::regrole then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.signature::text <> 'app.verify_audit_chain()' then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
