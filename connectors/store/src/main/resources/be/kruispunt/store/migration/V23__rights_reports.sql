-- What sources and suppliers report in files (decision 0034): taken a page at a time, each page with what it changes in one transaction.

-- kind: STATUSES, HOUSEHOLDS or CUSTOMERS. digest and signature: of the file, of which nothing else is kept. lines: how many it has.
-- authorisation, register: by what it was let in. arrived_at: its place in the order of reports. ended_at: when its last page was taken;
-- delivered_at: when its result stood in the sender's folder.
create table rights_report (
    ticket uuid primary key,
    kind text not null,
    sender text not null,
    name text not null,
    purpose text not null,
    digest text not null,
    signature bytea not null,
    lines bigint not null,
    authorisation text not null,
    register bigint not null,
    arrived_at timestamptz not null,
    ended_at timestamptz,
    delivered_at timestamptz
);
create unique index rights_report_name on rights_report (sender, name);
create unique index rights_report_digest on rights_report (sender, digest);
create index rights_report_undelivered on rights_report (arrived_at) where delivered_at is null;
create index rights_report_arrived on rights_report (arrived_at);

-- A page that was taken. reached: how many bytes of the file are read with it. codes: why some of its lines were not taken, a line for
-- each with its place in the page, from 1; compressed.
create table rights_report_page (
    report uuid not null references rights_report,
    page integer not null,
    lines integer not null,
    refused integer not null,
    reached bigint not null,
    last boolean not null,
    codes bytea not null,
    taken_at timestamptz not null,
    primary key (report, page)
);
alter table rights_report_page alter column codes set storage external;

create trigger rights_report_is_unchanged before update of ticket, kind, sender, name, purpose, digest, signature, lines, authorisation,
    register, arrived_at on rights_report for each statement execute function refuse_change();
alter table rights_report enable always trigger rights_report_is_unchanged;
create trigger rights_report_ends_once before update of ended_at on rights_report
    for each row when (old.ended_at is not null) execute function refuse_ending_again();
alter table rights_report enable always trigger rights_report_ends_once;
create trigger rights_report_page_is_unchanged before update on rights_report_page
    for each statement execute function refuse_change();
alter table rights_report_page enable always trigger rights_report_page_is_unchanged;

do $$
declare
    kept text;
begin
    foreach kept in array array['rights_report', 'rights_report_page'] loop
        execute format('create trigger %1$s_is_kept before delete or truncate on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_kept', kept);
    end loop;
end $$;
