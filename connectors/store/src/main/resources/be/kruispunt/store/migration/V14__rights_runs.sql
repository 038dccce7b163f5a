-- Runs (decision 0028): many lines that are answered as it was known at one moment, a page at a time.

-- Who is told of its customers without asking. Removed is one that has a moment of removal; it is never taken away.
create table rights_subscription (
    id bigint generated always as identity primary key,
    supplier text not null,
    scheme text not null,
    purpose text not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    set_by text not null,
    set_at timestamptz not null,
    ended_by text,
    ended_at timestamptz
);
create unique index rights_subscription_open on rights_subscription (supplier, scheme, purpose) where ended_at is null;

-- kind: FILE, QUARTER or CHANGES. name: the file's, the quarter (2027-Q1), the day. day: the day that is asked for; today: the day on
-- which the run began. known_at: the moment for which every line is true; as_of: how fresh the sources were then. before: the run
-- that the changes are counted from. digest and signature: of the file that asks. reason: why it is refused as a whole.
-- lines, strangers and root (the hash of the Merkle tree over the lines, RFC 9162) are there when all pages are;
-- delivered_at: when its result stood in the supplier's folder.
create table rights_run (
    id uuid primary key,
    kind text not null,
    asker text not null,
    scheme text not null,
    purpose text not null,
    name text not null,
    day date not null,
    today date not null,
    known_at timestamptz not null,
    as_of timestamptz,
    before uuid references rights_run,
    digest text,
    signature bytea,
    authorisation text not null,
    register bigint not null,
    reason text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    lines bigint,
    strangers bigint,
    root bytea,
    delivered_at timestamptz
);
create unique index rights_run_file on rights_run (asker, name) where kind = 'FILE' and reason = '';
create unique index rights_run_subscribed on rights_run (kind, asker, scheme, purpose, name)
    where kind <> 'FILE' and reason = '';
create index rights_run_digest on rights_run (asker, digest) where digest is not null;
create index rights_run_undelivered on rights_run (started_at) where delivered_at is null and reason = '';
create index rights_run_last on rights_run (asker, scheme, purpose, ended_at);

-- What was answered. reached: where the next page begins, the last reference of this one, or how many bytes of the file are read.
-- answers: the lines as they stand in the result, persons: whom each is about, a line for each; both compressed.
create table rights_run_page (
    run uuid not null references rights_run,
    page integer not null,
    lines integer not null,
    strangers integer not null,
    reached text collate "C" not null,
    last boolean not null,
    answers bytea not null,
    persons bytea not null,
    answered_at timestamptz not null,
    primary key (run, page)
);
alter table rights_run_page alter column answers set storage external, alter column persons set storage external;

-- Files that were not taken as a whole: for the operator.
create table rights_file_refused (
    id bigint generated always as identity primary key,
    asker text not null,
    name text not null,
    code text not null,
    digest text,
    refused_at timestamptz not null
);

create trigger rights_run_is_unchanged before update of id, kind, asker, scheme, purpose, name, day, today, known_at, as_of,
    before, digest, signature, authorisation, register, reason, started_at on rights_run
    for each statement execute function refuse_change();
alter table rights_run enable always trigger rights_run_is_unchanged;

create function refuse_ending_again() returns trigger language plpgsql as $$
begin
    raise exception 'a run ends once' using errcode = 'restrict_violation';
end $$;
create trigger rights_run_ends_once before update of ended_at, lines, strangers, root on rights_run
    for each row when (old.ended_at is not null) execute function refuse_ending_again();
alter table rights_run enable always trigger rights_run_ends_once;

create trigger rights_subscription_is_unchanged before update of id, supplier, scheme, purpose, valid_from, valid_until, set_by,
    set_at on rights_subscription for each statement execute function refuse_change();
alter table rights_subscription enable always trigger rights_subscription_is_unchanged;

do $$
declare
    kept text;
begin
    foreach kept in array array['rights_run_page', 'rights_file_refused'] loop
        execute format('create trigger %1$s_is_unchanged before update on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_unchanged', kept);
    end loop;
    foreach kept in array array['rights_subscription', 'rights_run', 'rights_run_page', 'rights_file_refused'] loop
        execute format('create trigger %1$s_is_kept before delete or truncate on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_kept', kept);
    end loop;
end $$;
