-- A refusal whose cause time or an operator can heal is not the last word on these bytes: sent again, they are decided
-- anew. RefusalCode says which are final; the codes are listed here once, for what was recorded before.
alter table message add column is_final boolean not null default true;
update message set is_final = false
where refusal is not null and refusal not in (
    'MALFORMED', 'DOCTYPE_FORBIDDEN', 'TOO_DEEP', 'HEADER_INVALID', 'SIGNATURE_MISSING', 'SIGNER_MISMATCH',
    'SENDER_MISMATCH', 'SCHEMA', 'RULE', 'ISSUER_MISMATCH', 'DUPLICATE_IDENTIFIER');
alter table message alter column is_final drop default;

drop index message_content_key;
create unique index message_content_key on message (institution, digest) where is_final;

-- The owner of a case may choose its name, and must not learn from it that somebody else has a case of that name.
alter table business_case drop constraint business_case_pkey;
alter table business_case add constraint business_case_pkey primary key (id, owner);

-- From a person's present number to the earlier ones.
create index replaced_number_by_present on replaced_number (replaced_by);

-- Which hub works on this store: each one that takes over begins a new term, and records in no other.
create table hub_term (
    only_row boolean primary key default true check (only_row),
    term bigint not null,
    since timestamptz not null
);
insert into hub_term (term, since) values (0, now());

-- What was recorded stays --------------------------------------------------------------------------------------------
-- Whoever removed a message could have its resend processed as new. A hub changes the delivered mark of a message, and the
-- events, boxes and version of a case; no other column, and no row goes. A trigger on named columns costs the hub nothing:
-- PostgreSQL asks for it only when a statement names one of them.
create trigger message_is_kept before delete or truncate on message
    for each statement execute function refuse_change();
create trigger message_is_unchanged before update of
        ticket, institution, digest, received_at, owns_identifier, refusal, is_final, case_id, sender, receivers,
        document_code, document_version, instance, created_at, process, named_case, legal_context on message
    for each statement execute function refuse_change();
create trigger message_person_is_kept before update or delete or truncate on message_person
    for each statement execute function refuse_change();
create trigger delivery_state_is_kept before delete or truncate on delivery_state
    for each statement execute function refuse_change();
create trigger delivery_state_is_unchanged before update of ticket, receiver on delivery_state
    for each statement execute function refuse_change();
create trigger broker_token_is_kept before delete or truncate on broker_token
    for each statement execute function refuse_change();
create trigger business_case_is_kept before delete or truncate on business_case
    for each statement execute function refuse_change();
create trigger business_case_is_unchanged before update of id, process, owner, counterparty, persons on business_case
    for each statement execute function refuse_change();

-- A decision of last year must still be explicable: what no longer holds gets an end, and no row of the register goes. An
-- institution's competences and accepted documents are replaced with it; so their rows may go, but not all at once.
create trigger institution_is_kept before delete or truncate on institution
    for each statement execute function refuse_change();
create trigger authorisation_is_kept before delete or truncate on authorisation
    for each statement execute function refuse_change();
create trigger directory_line_is_kept before delete or truncate on directory_line
    for each statement execute function refuse_change();
create trigger replaced_number_is_kept before delete or truncate on replaced_number
    for each statement execute function refuse_change();
create trigger competence_is_kept before truncate on competence
    for each statement execute function refuse_change();
create trigger accepted_document_is_kept before truncate on accepted_document
    for each statement execute function refuse_change();
create trigger register_version_is_kept before delete or truncate on register_version
    for each statement execute function refuse_change();
create trigger hub_term_is_kept before delete or truncate on hub_term
    for each statement execute function refuse_change();

-- Also for who says that he is a replica, session_replication_role, which leaves no trace.
do $$
declare
    kept record;
begin
    for kept in select tgrelid::regclass as table_name, tgname from pg_trigger
        where tgname like '%\_is\_kept' or tgname like '%\_is\_unchanged'
    loop
        execute format('alter table %s enable always trigger %I', kept.table_name, kept.tgname);
    end loop;
end $$;
