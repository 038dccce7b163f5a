-- What the role that a hub works as may do, and no more: add, and change the few columns that it has to. It owns no table,
-- so it cannot switch off the triggers that keep what was recorded. For the tables as of version ${tables}.
revoke all on all tables in schema public from "${hub}";
grant select on all tables in schema public to "${hub}";

grant insert on message, message_person, evidence, delivery, queued, audit, business_case to "${hub}";
grant update (participants, events, kept_boxes, closes_at, version) on business_case to "${hub}";
grant insert, update (taken_at, returned_at) on delivery_state to "${hub}";
grant insert, update (token) on broker_token to "${hub}";
grant update on hub_term to "${hub}";

-- The register, for `hub init` and `hub register apply`. Its history is written by triggers, as the owner of the tables.
grant insert, update, delete on institution, competence, accepted_document, authorisation, directory_line, replaced_number
    to "${hub}";
grant update on register_version to "${hub}";

-- The buffer store: rows are added, and closed once.
grant insert, update (known_until) on social_status, household_member, birth, death, derived_right, customer to "${hub}";
grant insert, update (known_until) on household_address, person_name to "${hub}";
grant insert on rights_schemes, right_code, right_code_withdrawal to "${hub}";
grant insert on rights_question, rights_answer to "${hub}";
grant update (at) on rights_moment to "${hub}";
grant insert, update (reported_at) on status_source to "${hub}";
grant update (done_at) on rights_due to "${hub}";
grant insert, update (strangers, alerted_at, stopped_at, looked_at, looked_by) on asker to "${hub}";
grant insert, update (counted) on asker_count to "${hub}";
grant insert, update (person, day) on asker_last to "${hub}";
grant insert, update (numbers) on asker_birth to "${hub}";
grant insert, update (arrived_at) on last_told to "${hub}";

-- What was told is emptied by these functions alone, and triggers look at the time themselves.
grant execute on function expire_answers(integer), expire_codes(integer), expire_page(uuid, integer, bytea), expire_run(uuid),
    expire_report(uuid), forget_counts(integer) to "${hub}";
grant insert on rights_look to "${hub}";
-- Runs: a page is added, a run ends once, a subscription is added and removed.
grant insert, update (ended_by, ended_at) on rights_subscription to "${hub}";
grant insert, update (ended_at, lines, strangers, root, delivered_at) on rights_run to "${hub}";
grant insert on rights_run_page, rights_file_refused to "${hub}";
-- Reports in files: a page is added, a report ends once.
grant insert, update (ended_at, delivered_at) on rights_report to "${hub}";
grant insert on rights_report_page to "${hub}";
