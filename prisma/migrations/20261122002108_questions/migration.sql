-- A question stands as it was asked: only what came of it is written down later, and none is added to confirmed minutes.
revoke update on public.questions from casemoot_app;
grant update (answer, answered_in_id, answered_at, action_id) on public.questions to casemoot_app;
create trigger locked_when_confirmed before insert on public.questions for each row execute function app.refuse_if_confirmed();
