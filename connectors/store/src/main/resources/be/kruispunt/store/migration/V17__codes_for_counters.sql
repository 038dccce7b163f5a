-- Codes that persons carry to a counter (decision 0031). What makes one believed, its signature, is not kept: who reads this table
-- cannot show one. answer: the line of rights_answer that was told with it, by which it is known who asked, for what and why.
create table right_code (
    id text collate "C" primary key,
    place integer not null check (place >= 0),
    answer uuid not null,
    person text collate "C" not null,
    scheme text not null,
    valid_from date not null,
    valid_until date not null check (valid_until >= valid_from),
    issued_at timestamptz not null
);
create index right_code_person on right_code (person, scheme);
-- A place in the list of what was withdrawn is given again when the code that had it counts no more.
create index right_code_place on right_code (place, valid_until);

-- Withdrawn before its last day. reason: RIGHT_ENDED (derived), REPLACED (by a newer code), ON_REQUEST.
create table right_code_withdrawal (
    code text collate "C" primary key references right_code,
    place integer not null,
    valid_until date not null,
    reason text not null,
    withdrawn_at timestamptz not null,
    withdrawn_by text not null
);
create index right_code_withdrawal_listed on right_code_withdrawal (valid_until);

do $$
declare
    kept text;
begin
    foreach kept in array array['right_code', 'right_code_withdrawal'] loop
        execute format('create trigger %1$s_is_unchanged before update on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('create trigger %1$s_is_kept before delete or truncate on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_unchanged, enable always trigger %1$s_is_kept', kept);
    end loop;
end $$;
