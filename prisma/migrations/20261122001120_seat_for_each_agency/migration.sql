-- Somebody may sit for two agencies, and says at the register for which they sign: one seat for each of them on any day.
alter table public.memberships drop constraint a_seat_once;
alter table public.memberships add constraint a_seat_once
  exclude using gist (forum_id with =, person_id with =, agency_id with =, daterange(from_on, until_on, '[]') with &&) where (until_on is null or until_on >= from_on);
