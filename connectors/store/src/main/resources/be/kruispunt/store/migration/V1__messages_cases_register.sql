-- The hub's tables. docs/reference/store.md explains them and says what is personal data.

-- Register: who takes part, and what they may send to whom --------------------------------------------------------

-- One row. Bumped by whoever changes the register, so that every hub knows when its copy in memory is old.
create table register_version (
    only_row boolean primary key default true check (only_row),
    version bigint not null
);
insert into register_version (version) values (1);

-- EESSI institution repository: id, name; sector number as in the Crossroads Bank's list of sectors, 0 abroad.
create table institution (
    id text primary key,
    name text not null,
    network text not null check (network in ('PRIMARY', 'SECONDARY', 'FOREIGN')),
    sector integer not null,
    active_from date not null,
    active_to date
);

-- Competence of EESSI's repository: this role in this process, in this period.
create table competence (
    institution text not null references institution on delete cascade,
    process text not null,
    role text not null check (role in ('CASE_OWNER', 'COUNTERPARTY')),
    period_from date not null,
    period_to date,
    primary key (institution, process, role, period_from)
);

-- The document types that an institution takes, the one it prefers first.
create table accepted_document (
    institution text not null references institution on delete cascade,
    rank integer not null,
    code text not null,
    version text not null,
    primary key (institution, rank)
);

-- Deliberations of the Information Security Committee (law of 15 January 1990, art. 15), as far as the hub applies them.
create table authorisation (
    number text not null,
    sender text not null,
    receiver text not null,
    document_code text not null,
    legal_context text not null,
    sender_qualities text[] not null,
    receiver_qualities text[] not null,
    minimum_phase integer not null,
    period_from date not null,
    period_to date,
    primary key (number, sender, receiver, document_code, legal_context)
);

create function bump_register_version() returns trigger language plpgsql as $$
begin
    update register_version set version = version + 1;
    return null;
end $$;

create trigger institution_changed after insert or update or delete or truncate on institution
    for each statement execute function bump_register_version();
create trigger competence_changed after insert or update or delete or truncate on competence
    for each statement execute function bump_register_version();
create trigger accepted_document_changed after insert or update or delete or truncate on accepted_document
    for each statement execute function bump_register_version();
create trigger authorisation_changed after insert or update or delete or truncate on authorisation
    for each statement execute function bump_register_version();

-- Reference directory: who knows whom ----------------------------------------------------------------------------

-- A line is INSZ, sector, quality, phase, begin, end, last change (KSZ, "Integratie I605"). Routing data only, never
-- content (law of 15 January 1990, art. 6). No end: the dossier is still active.
create table directory_line (
    insz text not null,
    institution text not null,
    sector integer not null,
    quality text not null,
    phase integer not null,
    period_from date not null,
    period_to date,
    last_change date not null,
    primary key (insz, institution, sector, quality, phase, period_from)
);

-- Numbers that were replaced (bis number to national number, or bis to bis).
create table replaced_number (
    insz text primary key,
    replaced_by text not null
);

-- Messages -------------------------------------------------------------------------------------------------------
-- The rows of one message are written by one statement and share its ticket. They have no foreign keys: that statement
-- cannot write a part of them, and each key would cost a look-up per row.

-- The inbox. The ticket is a UUID of version 7 (RFC 9562), so new rows stand together in the index. The columns from
-- sender to legal_context are the Standard Business Document Header; empty where it could not be read.
-- Fillfactor: room for the delivered mark in the same page, so that it touches no index.
create table message (
    ticket uuid primary key,
    institution text not null,
    digest bytea not null,
    received_at timestamptz not null,
    owns_identifier boolean not null,
    refusal text,
    case_id uuid,
    delivered boolean not null default false,
    sender text,
    receivers text[],
    document_code text,
    document_version text,
    instance uuid,
    created_at timestamptz,
    process text,
    named_case uuid,
    legal_context text,
    constraint message_content_key unique (institution, digest),
    constraint message_owner_is_named check (instance is not null or not owns_identifier)
) with (fillfactor = 85);

-- A refused message may repeat an identifier; a message that holds it may not.
create unique index message_identifier_key on message (institution, instance) where owns_identifier;
create index message_instance on message (instance) where instance is not null;
create index message_case on message (case_id) where case_id is not null;

-- What was received and what was answered, as zstd frames: so PostgreSQL need not try to compress them again.
create table evidence (
    ticket uuid primary key,
    received bytea,
    answer bytea not null
);
alter table evidence alter column received set storage external, alter column answer set storage external;

-- What went out, one document per receiver, as a zstd frame, and what the translation lost, as JSON in a zstd frame.
create table delivery (
    ticket uuid not null,
    receiver text not null,
    document_code text not null,
    document_version text not null,
    digest bytea not null,
    xml bytea not null,
    loss bytea,
    primary key (ticket, receiver)
);
alter table delivery alter column xml set storage external, alter column loss set storage external;

-- What each step did: codes and digests, never content.
create table audit (
    ticket uuid primary key,
    entries jsonb not null
);
alter table audit alter column entries set storage external;

-- Whom a message is about, for the citizen who asks and for the auditor.
create table message_person (
    country text not null,
    number text not null,
    ticket uuid not null,
    primary key (country, number, ticket)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_is_kept before update or delete or truncate on audit
    for each statement execute function refuse_change();
create trigger evidence_is_kept before update or delete or truncate on evidence
    for each statement execute function refuse_change();
create trigger delivery_is_kept before update or delete or truncate on delivery
    for each statement execute function refuse_change();

-- Business cases -------------------------------------------------------------------------------------------------

-- A case as it stands; events and kept boxes as CaseFile has them. A writer replaces version n-1 by n, or loses the race.
create table business_case (
    id uuid primary key,
    process text not null,
    owner text not null,
    counterparty text not null,
    persons text[] not null,
    events jsonb not null,
    kept_boxes jsonb not null,
    version integer not null
) with (fillfactor = 70);
