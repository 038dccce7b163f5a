-- The buffer store: what authentic sources report, and the rights that follow. Everything has two times: when it is so (valid), and
-- when the hub knew it (known). A row is added and, once, closed; it is never changed otherwise, and never removed: so what
-- was answered on any day can be explained as it was known then. Numbers are compared byte by byte (collation C).

-- One row: the moment of the last change of what follows. Who changes anything takes it first, so that changes come one after the
-- other and their moments rise; who reads as of the moment that stands here sees all of each change, or nothing of it.
create table rights_moment (
    only_row boolean primary key default true check (only_row),
    at timestamptz not null
);
insert into rights_moment (at) values (clock_timestamp());

-- A decision of a source on one person. told_by: the ticket of the message, or the command.
create table social_status (
    id bigint generated always as identity primary key,
    source text not null,
    reference text collate "C" not null,
    person text collate "C" not null,
    status text not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    decided date not null,
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index social_status_key on social_status (source, reference, known_from);
create index social_status_person on social_status (person);

-- A period of a person at a domicile, as the National Register has it.
create table household_member (
    id bigint generated always as identity primary key,
    source text not null,
    household text collate "C" not null,
    person text collate "C" not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index household_member_key on household_member (source, household, person, valid_from, known_from);
create index household_member_person on household_member (person);

create table death (
    id bigint generated always as identity primary key,
    person text collate "C" not null,
    died date not null,
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index death_key on death (person, known_from);

-- When a source reported last: answers say how fresh they are.
create table status_source (
    source text primary key,
    reported_at timestamptz not null
);

-- Persons whose numbers replaced one another since their rights were derived.
create table rights_due (
    person text primary key,
    due_at timestamptz not null,
    done_at timestamptz
);
create index rights_due_open on rights_due (person) where done_at is null;

create function note_rights_due() returns trigger language plpgsql security definer set search_path from current as $$
begin
    insert into rights_due (person, due_at)
    select person, clock_timestamp() from (
        select insz as person from new_rows union select replaced_by from new_rows) as named
    on conflict (person) do update set due_at = excluded.due_at, done_at = null;
    return null;
end $$;

-- Whose number a corrected row named before has his rights derived without it.
create function note_rights_due_of_correction() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into rights_due (person, due_at)
    select person, clock_timestamp() from (
        select insz as person from new_rows union select replaced_by from new_rows
        union select replaced_by from old_rows) as named
    on conflict (person) do update set due_at = excluded.due_at, done_at = null;
    return null;
end $$;
create trigger replaced_number_is_due_insert after insert on replaced_number referencing new table as new_rows
    for each statement execute function note_rights_due();
create trigger replaced_number_is_due_update after update on replaced_number
    referencing old table as old_rows new table as new_rows
    for each statement execute function note_rights_due_of_correction();
alter table replaced_number enable always trigger replaced_number_is_due_insert,
    enable always trigger replaced_number_is_due_update;

-- What follows, by every number that the person has or had. Which line gives it tells of the status: for those who may know.
-- No two rows of a person and a scheme that were known at one moment overlap.
create table derived_right (
    person text collate "C" not null,
    scheme text not null,
    version text not null,
    line smallint not null,
    certain boolean not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    known_from timestamptz not null,
    known_until timestamptz,
    primary key (person, scheme, valid_from, known_from)
);

-- Customers of who asks. person is null where the supplier has no number; shares is false for who forbids it.
create table customer (
    supplier text not null,
    reference text collate "C" not null,
    person text collate "C",
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    shares boolean not null,
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz,
    primary key (supplier, reference, known_from)
);
create index customer_person on customer (supplier, person) where person is not null;

-- Every question, answered or refused. known_at: the moment for which the answers are true.
create table rights_question (
    id uuid primary key,
    asked_at timestamptz not null,
    asker text not null,
    scheme text not null,
    purpose text not null,
    day date not null,
    trace text not null,
    authorisation text not null,
    register bigint not null,
    reason text not null,
    known_at timestamptz not null,
    persons integer not null,
    strangers integer not null
);
create index rights_question_asker on rights_question (asker, asked_at);

-- Every line of a question that was answered; also that somebody is not a customer. person: whom it was about, for the citizen
-- who asks and for the auditor.
create table rights_answer (
    id uuid primary key,
    question uuid not null,
    customer text,
    person text,
    answer text not null,
    valid_from date,
    valid_until date,
    as_of timestamptz
);
create index rights_answer_question on rights_answer (question);
create index rights_answer_person on rights_answer (person) where person is not null;

-- Who asked about persons that are not his customers: how often since somebody looked, and whether he is stopped.
create table asker (
    supplier text primary key,
    strangers bigint not null,
    alerted_at timestamptz,
    stopped_at timestamptz,
    looked_at timestamptz,
    looked_by text
);

create function refuse_reopening() returns trigger language plpgsql as $$
begin
    if old.known_until is not null or new.known_until is null
        or to_jsonb(new) - 'known_until' <> to_jsonb(old) - 'known_until' then
        raise exception 'rows of % are closed once, and not changed otherwise', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['social_status', 'household_member', 'death', 'derived_right', 'customer'] loop
        execute format('create trigger %1$s_closes_once before update on %1$I
            for each row execute function refuse_reopening()', kept);
        execute format('alter table %1$I enable always trigger %1$s_closes_once', kept);
    end loop;
    foreach kept in array array['rights_question', 'rights_answer'] loop
        execute format('create trigger %1$s_is_unchanged before update on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_unchanged', kept);
    end loop;
    foreach kept in array array['rights_moment', 'social_status', 'household_member', 'death', 'status_source',
        'rights_due', 'derived_right', 'customer', 'rights_question', 'rights_answer', 'asker'] loop
        execute format('create trigger %1$s_is_kept before delete or truncate on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_kept', kept);
    end loop;
end $$;
