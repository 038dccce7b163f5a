-- Records a batch: everything about every message, in one statement. A part of it can never be written alone.
with entry as materialized (
    select *
    from unnest(
        ?::uuid[], ?::text[], ?::bytea[], ?::timestamptz[], ?::boolean[], ?::text[], ?::boolean[], ?::uuid[],
        ?::bytea[], ?::bytea[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[]
    ) as e (
        ticket, institution, digest, received_at, owns_identifier, refusal, is_final, case_id,
        received, answer, audit,
        sender, receivers, document_code, document_version, instance, created_at, process, named_case, legal_context
    )
), new_message as (
    insert into message (
        ticket, institution, digest, received_at, owns_identifier, refusal, is_final, case_id,
        sender, receivers, document_code, document_version, instance, created_at, process, named_case, legal_context)
    select
        ticket, institution, digest, received_at, owns_identifier, refusal, is_final, case_id,
        sender, string_to_array(receivers, ' '), document_code, document_version, instance, created_at, process,
        named_case, legal_context
    from entry
), new_evidence as (
    insert into evidence (ticket, received, answer) select ticket, received, answer from entry
), new_audit as (
    insert into audit (ticket, entries) select ticket, audit::jsonb from entry
), new_delivery as (
    insert into delivery (ticket, receiver, document_code, document_version, digest, xml)
    select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
), new_person as (
    insert into message_person (country, number, ticket) select * from unnest(?::text[], ?::text[], ?::uuid[])
), change as materialized (
    select *
    from unnest(
        ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
        ?::integer[]
    ) as c (id, base, process, owner, persons, participants, events, kept_boxes, closes_at, version)
), new_case as (
    insert into business_case (id, process, owner, persons, participants, events, kept_boxes, closes_at, version)
    select
        id, process, owner, string_to_array(persons, ' '), participants::jsonb, events::jsonb, kept_boxes::jsonb,
        closes_at, version
    from change
    where base = 0
    order by id, owner
    returning id
), locked as materialized (
    -- Always in the same order, so that two batches on the same cases wait for each other and never deadlock.
    select b.id, b.owner
    from change c join business_case b on b.id = c.id and b.owner = c.owner
    where c.base > 0
    order by b.id, b.owner
    for update of b
), changed_case as (
    update business_case b
    set
        participants = c.participants::jsonb, events = c.events::jsonb, kept_boxes = c.kept_boxes::jsonb,
        closes_at = c.closes_at, version = c.version
    from locked l join change c on c.id = l.id and c.owner = l.owner
    where b.id = l.id and b.owner = l.owner and b.version = c.base
    returning b.id
), marked as (
    -- As in mark.sql.
    insert into queued (ticket, queued_at)
    select ticket, clock_timestamp() from unnest(?::uuid[]) as t (ticket) order by ticket
    on conflict (ticket) do nothing
), this_term as materialized (
    -- Locked, so that a hub which takes over waits for this batch, and finds it.
    select term from hub_term where term = ?::bigint for share
)
select (select count(*) from new_case) + (select count(*) from changed_case), exists (select from this_term)
