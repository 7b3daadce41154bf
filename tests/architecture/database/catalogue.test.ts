import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { enums } from "@/domain/kernel/enums.ts";
import * as generated from "@/generated/prisma/enums.ts";
import { app, superuser } from "../../support/database.ts";
import { aPartnership } from "../../support/world.ts";

const column = async (sql: string) => (await superuser.query<{ v: string }>(sql)).rows.map((row) => row.v);
const tables = () => column("select relname as v from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' order by 1");

test("every table has row-level security, forced, with a policy", async () => {
  expect((await tables()).length).toBeGreaterThan(30);
  expect(await column(`select relname as v from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
    and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles @> array['casemoot_owner'::regrole::oid]))`)).toEqual([]);
});

test("every table that the application reaches is walled by partnership, restrictively", async () => {
  const reached = await column("select distinct table_name as v from information_schema.role_table_grants where grantee = 'casemoot_app' and table_schema = 'public' and table_name <> '_prisma_migrations' order by 1");
  const walled = await column("select distinct tablename as v from pg_policies where schemaname = 'public' and policyname = 'own_partnership' and permissive = 'RESTRICTIVE' order by 1");
  expect(reached.length).toBeGreaterThan(25);
  expect(reached.filter((table) => !walled.includes(table))).toEqual([]);
});

test("the application's role owns nothing, bypasses nothing, and can't become another", async () => {
  expect(await column("select rolname as v from pg_roles where rolname in ('casemoot_app', 'casemoot_definer') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")).toEqual([]);
  expect(await column("select rolname as v from pg_roles where rolname = 'casemoot_definer' and rolcanlogin")).toEqual([]);
  expect(await column("select relname as v from pg_class where relowner = 'casemoot_app'::regrole union all select proname from pg_proc where proowner = 'casemoot_app'::regrole")).toEqual([]);
  expect(await column("select roleid::regrole::text as v from pg_auth_members where member = 'casemoot_app'::regrole")).toEqual([]);
});

test("evidence can't be changed or removed by the application, nor by its owner", async () => {
  const evidence = [
    "audit_events", "sign_ins", "advance_signatures", "declarations", "reveals", "address_reveals", "action_steps", "recusals", "recusal_lifts", "governance_purposes", "governance_agreements", "contributions", "disclosures", "withheld_shares", "meeting_changes", "guest_sign_ins", "register_refusals", "minute_receipts", "read_outs", "action_versions", "thanks", "plan_versions", "plan_lines", "risk_assessments", "watch_checks", "concern_reveals", "concern_recurrences", "concern_cases", "concern_answers", "concern_records", "concern_tellings", "referral_sendings", "referral_decisions", "referral_cases", "referral_reveals", "referral_interests", "chases", "repeat_checks", "talk_requests", "talk_holders", "talk_answers", "escalation_origins", "escalation_contents", "escalation_steps", "escalation_notes", "escalation_tellings", "escalation_reminders", "enquiry_words", "terms_acknowledgements",
  ];
  expect(await column("select relname as v from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'written_once' order by 1")).toEqual(evidence.toSorted());
  expect(await column(`select table_name || ' ' || privilege_type as v from information_schema.role_table_grants where grantee = 'casemoot_app' and table_name = any('{${evidence.join(",")}}') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`)).toEqual([]);
  for (const table of evidence) {
    expect(await column(`select tgname as v from pg_trigger where tgrelid = '${table}'::regclass and not tgisinternal and tgenabled <> 'D' and tgname in ('written_once', 'never_emptied') order by 1`), table).toEqual(["never_emptied", "written_once"]);
  }
});

test("a case that is shut is shut in every table that holds one: recusal beats every other policy", async () => {
  const holdingCases = await column("select c.table_name as v from information_schema.columns c join information_schema.role_table_grants g using (table_schema, table_name) where g.grantee = 'casemoot_app' and g.privilege_type = 'SELECT' and c.table_schema = 'public' and c.column_name = 'case_id' order by 1");
  const shut = await column("select tablename as v from pg_policies where schemaname = 'public' and policyname = 'not_recused' and permissive = 'RESTRICTIVE' and cmd in ('ALL', 'SELECT') and qual like '%shut_cases%' order by 1");
  expect(holdingCases.length).toBeGreaterThan(18);
  // what somebody declared is theirs, and an open recusal is known to whom it shuts out: their own policies leave out what is shut to others and every silent one
  expect(holdingCases.filter((table) => !shut.includes(table))).toEqual(["interests", "recusals"]);
  expect(await column("select policyname as v from pg_policies where schemaname = 'public' and tablename = 'cases' and permissive = 'RESTRICTIVE' and qual like '%silently_shut_cases%'")).toEqual(["not_recused_silently"]);
  // what belongs to a case by way of an action or an item asks a function or a policy that leaves out what is shut
  const through = { action_wordings: "reads_action", action_steps: "reads_action", action_versions: "reads_action", action_colleagues: "reads_action", departures: "agenda_items" };
  for (const [table, way] of Object.entries(through)) expect(await column(`select qual as v from pg_policies where schemaname = 'public' and tablename = '${table}' and policyname = 'read'`), table).toEqual([expect.stringContaining(way)]);
});

test("an item that is shut is shut in every table that holds one, by its item, or by way of its action or of what came of it", async () => {
  const holdingItems = await column("select c.table_name as v from information_schema.columns c join information_schema.role_table_grants g using (table_schema, table_name) where g.grantee = 'casemoot_app' and g.privilege_type = 'SELECT' and c.table_schema = 'public' and c.column_name = 'item_id' order by 1");
  const shut = await column("select tablename as v from pg_policies where schemaname = 'public' and policyname = 'not_recused_from_item' and permissive = 'RESTRICTIVE' and cmd in ('ALL', 'SELECT') and qual like '%shut_item%' order by 1");
  // declarations and recusals have policies of their own; departures ask for the item; an invitation is to a case's item, and a step-down rests on one
  expect(holdingItems.filter((table) => !shut.includes(table))).toEqual(["case_invitations", "departures", "interests", "recusals", "step_downs"]);
  expect(shut.filter((table) => !holdingItems.includes(table))).toEqual(["action_colleagues", "action_steps", "action_versions", "action_wordings", "agenda_items", "audit_events", "plan_lines", "read_outs", "thanks", "waiting_items"]);
  // what a forum expects is shut by any item that took it
  expect(await column("select cmd || ' ' || qual as v from pg_policies where schemaname = 'public' and tablename = 'planned_reports' and policyname = 'not_recused_from_item' and permissive = 'RESTRICTIVE'")).toEqual([expect.stringMatching(/^SELECT .*shut_planned/)]);
});

test("no view looks past the policies of whoever asks", async () => {
  expect(await column("select relname as v from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace) and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions, '{}') @> array['security_invoker=true']))")).toEqual([]);
});

test("the application deletes nothing but a job that is done", async () => {
  expect(await column("select table_schema || '.' || table_name as v from information_schema.role_table_grants where grantee = 'casemoot_app' and privilege_type in ('DELETE', 'TRUNCATE')")).toEqual(["graphile_worker._private_jobs"]);
});

test("the functions that look past the policies are these, owned by the role that can't log in, with a pinned search path", async () => {
  const definers = await column("select proname as v from pg_proc where pronamespace = 'app'::regnamespace and prosecdef order by 1");
  expect(definers).toMatchInlineSnapshot(`
    [
      "about_shut_case",
      "about_shut_item",
      "add_shut_cases",
      "add_shut_reports",
      "agenda_is_out",
      "ages_in_case",
      "ages_in_referral",
      "answer_talk",
      "answers_escalation",
      "appointed_at",
      "appointing_item",
      "ask_password_reset",
      "ask_to_talk",
      "asked_on",
      "audit_heads_now",
      "begin_mail",
      "begin_organisation_journey",
      "begin_route_try",
      "board_meetings",
      "bring_back",
      "bring_back_concern",
      "brought_concern",
      "calendar_of",
      "captured_mails",
      "carry_referral",
      "case_of_escalation",
      "case_of_raised",
      "cases_governed",
      "cases_invited",
      "cases_opened",
      "chain_event",
      "chair_out_of_referral",
      "chair_recused",
      "chair_recused_from",
      "chair_recused_from_item",
      "chair_to_tell",
      "chases_told",
      "check_repeats",
      "close_recused_cases",
      "close_session",
      "close_watches_of",
      "comes_back_from",
      "concern_has_contact",
      "concern_is_shut",
      "concern_marks_among",
      "concern_progress",
      "concerns_waiting",
      "count_seals",
      "decides_concerns",
      "demonstration_people",
      "did_since",
      "disclosures_made",
      "edits_referral",
      "email_is_taken",
      "end_mail",
      "end_questions",
      "end_route_try",
      "end_step",
      "end_waiting",
      "escalation_totals",
      "escalations_of_raised",
      "escalations_of_shut_cases",
      "evaluation_totals",
      "find_account",
      "find_similar",
      "finds_repeats",
      "forget_ways_in",
      "forums_seen",
      "guard_answer",
      "guard_appointing_item",
      "guard_deferral",
      "guard_disclosure",
      "guard_escalated_item",
      "guard_ladder",
      "guard_listing",
      "guard_origin",
      "guard_paper",
      "guard_planned",
      "guard_planned_item",
      "guard_received_minutes",
      "guard_referral_gateway",
      "guard_route",
      "guard_stage",
      "guard_step_down",
      "guard_step_down_words",
      "guard_task_of_case",
      "guard_watch_check",
      "guests_told",
      "has_account",
      "has_received",
      "has_revealed",
      "has_revealed_address",
      "has_revealed_concern",
      "has_revealed_for_task",
      "has_revealed_referral",
      "has_second_factor",
      "has_shut_items",
      "hash_of_minutes",
      "heard_totals",
      "hears_of_step_downs",
      "helps_with_action",
      "hold_meeting",
      "holds_demonstration",
      "holds_office_in",
      "holds_partnership_office",
      "holds_talk",
      "in_the_room",
      "interest_matches",
      "interests_minuted",
      "invitations_held",
      "is_named_contact",
      "is_person",
      "is_rescored",
      "items_invited",
      "keep_action_version",
      "keep_case_keys",
      "keep_concern_keys",
      "keep_forum_of_case",
      "keep_moved_address",
      "keep_or_drop_keys",
      "keep_or_send",
      "keep_referral_keys",
      "key_case",
      "key_concern",
      "key_referral",
      "leads_own_agency",
      "leave_off_item",
      "left_off",
      "link_admitted",
      "made_known",
      "mails_to_follow",
      "make_room",
      "manager_for",
      "marks_among",
      "matter_of",
      "may_change_actions",
      "may_give_action",
      "may_reveal",
      "meetings_of_case",
      "minutes_to_receive",
      "move_item",
      "moves_escalation",
      "must_have_second_factor",
      "named_on_address",
      "names_reader",
      "next_concern_number",
      "next_escalation",
      "next_referral_number",
      "note_delivery",
      "note_of_account",
      "note_refused_sign_in",
      "number_minutes",
      "number_of_item",
      "number_of_minute",
      "number_of_paper",
      "offices_held",
      "on_register",
      "only_invited_to",
      "open_actions_of",
      "open_corrections",
      "open_session",
      "open_step",
      "opens_case",
      "organisation_at",
      "organisations_at",
      "organisations_sign_in",
      "own_agency",
      "own_notices",
      "own_secrets",
      "owns_action",
      "place_of_paper",
      "planned_due",
      "publish_plan",
      "queue_forgotten_mails",
      "queue_mail",
      "read_link",
      "read_route",
      "read_session",
      "read_step",
      "reads_action",
      "reads_action_among",
      "reads_escalation",
      "reads_item",
      "reads_minute",
      "reads_referral",
      "receive_planned",
      "record_shut_to",
      "recused_items",
      "recused_items_concluded",
      "referral_marks_among",
      "referral_shut_to",
      "refuse_if_confirmed",
      "refuse_own_agreement",
      "refuse_unwanted_key",
      "release_person",
      "remind_of_escalations",
      "researches",
      "reset_second_factor_of",
      "runs_of_checks",
      "seal_minutes",
      "seat_opens_papers",
      "seats_held",
      "see_notices",
      "serves_person",
      "set_own_password",
      "set_own_recovery_codes",
      "set_own_second_factor",
      "shown_for_session",
      "shut_cases",
      "shut_escalations",
      "shut_items",
      "shut_minutes",
      "shut_planned",
      "shut_to",
      "sign_in_by_code",
      "sign_in_by_organisation",
      "sign_in_by_set_up",
      "sign_in_failures",
      "silently_shut_cases",
      "silently_shut_items",
      "similar_elsewhere",
      "similar_records",
      "similar_rows",
      "speaks_for_agency",
      "stage_of_life",
      "standing",
      "step_down_of_raised",
      "subjects_needed",
      "take_back_failure",
      "take_code",
      "take_organisation_journey",
      "take_up_item",
      "takes_signature",
      "talks_to_answer",
      "tell_of_step",
      "tell_owner",
      "tell_raisers_of_escalation",
      "tell_raisers_of_step_down",
      "tells_of_shut",
      "told_of_escalation",
      "triagers_of_referral",
      "triages_record",
      "triages_referral",
      "undelivered_people",
      "unseen_notices",
      "use_link",
      "verify_seals",
      "waits_by_hand",
      "was_told",
      "watch_and_stage_agree",
      "what_they_were_told",
      "who_was_told",
      "withdraw_absence",
      "works_for",
      "works_on_case",
      "write_bundles",
      "write_mail",
      "write_reminders",
      "write_to_raisers",
      "writes_referral",
    ]
  `);
  expect(await column("select proname as v from pg_proc where pronamespace = 'app'::regnamespace and prosecdef and proowner <> 'casemoot_definer'::regrole")).toEqual([]);
  // or its body was bound to its names when it was made, which only a function without powers of its own may do instead
  expect(await column(`select proname as v from pg_proc where pronamespace = 'app'::regnamespace and not coalesce(proconfig, '{}') @> array['search_path=""'] and (prosqlbody is null or prosecdef)`)).toEqual([]);
  expect(await column("select proname as v from pg_proc where pronamespace = 'app'::regnamespace and has_function_privilege('public', oid, 'execute')")).toEqual([]);
});

test("without a person nothing is seen, not even after another's transaction on the same connection", async () => {
  const { partnershipId, people } = await aPartnership();
  const readable = await column("select distinct table_name as v from information_schema.role_table_grants where grantee = 'casemoot_app' and privilege_type = 'SELECT' and table_schema = 'public' and table_name <> '_prisma_migrations'");
  const connection = await app.connect();
  try {
    await connection.query("begin");
    await connection.query("select app.enter($1, $2, now())", [people.chair.personId, partnershipId]);
    expect((await connection.query("select from people")).rowCount).toBeGreaterThan(10);
    await connection.query("commit");
    for (const table of readable) expect((await connection.query(`select from ${table}`)).rowCount, table).toBe(0);
  } finally {
    connection.release();
  }
});

test("the application may call the functions that it, a policy, a rule of a table or one of these calls, and no other", async () => {
  type Callable = { name: string; body: string; fires: boolean; asOwner: boolean };
  const given = (await superuser.query<Callable>(`select proname as name, prosrc as body, prorettype = 'trigger'::regtype as fires, prosecdef as "asOwner" from pg_proc p
    where pronamespace = 'app'::regnamespace and has_function_privilege('casemoot_app', oid, 'execute')`)).rows;
  const calls = (text: string) => new Set([...text.matchAll(/\bapp\.(\w+)\s*\(/g)].map(([, name]) => name ?? ""));
  const sources = fs.readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => fs.readFileSync(path.join("src", file), "utf8"));
  const policies = await column("select coalesce(qual, '') || coalesce(with_check, '') as v from pg_policies union all select pg_get_expr(adbin, adrelid) from pg_attrdef union all select pg_get_constraintdef(oid) from pg_constraint where contype = 'c'");
  const reached = new Set([...sources, ...policies].flatMap((text) => [...calls(text)]));
  for (const one of given) if (one.fires) reached.add(one.name);
  // what runs as whoever asks needs what it calls in turn
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { name, body, asOwner } of given) if (reached.has(name) && !asOwner) for (const called of calls(body)) reached.add(called);
  }
  expect(given.length).toBeGreaterThan(50);
  expect(given.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
});

test("every enum is the same in the database, in Prisma and in the kernel", async () => {
  const inDatabase: Record<string, string[]> = {};
  const { rows } = await superuser.query<{ name: string; value: string }>("select t.typname as name, e.enumlabel as value from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace = 'public'::regnamespace order by t.typname, e.enumsortorder");
  for (const { name, value } of rows) (inDatabase[name] ??= []).push(value);
  expect(inDatabase).toEqual(enums);
  const snake = (name: string) => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  expect(Object.fromEntries(Object.entries(generated).map(([name, values]) => [snake(name), Object.keys(values)]))).toEqual(enums);
});
