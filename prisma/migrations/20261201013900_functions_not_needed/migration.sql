/* What only the database's own rules call, the application needn't be able to call: of each of these it could ask by itself. A test says which functions it needs. */
do $$ declare f record; begin
  for f in select p.oid::regprocedure as signature from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname in ('address_is_theirs', 'after_quiet', 'chair_to_tell', 'end_step', 'escalations_of_shut_cases',
      'event_digest', 'event_hash', 'has_second_factor', 'has_shut_items', 'hash_of_minutes', 'in_the_room', 'must_have_second_factor', 'note_of_account', 'register_open', 'silently_shut_items', 'stage_of_life',
      'tells_of_shut', 'write_mail') loop
    execute format('revoke execute on function %s from casemoot_app', f.signature);
  end loop;
end $$;
