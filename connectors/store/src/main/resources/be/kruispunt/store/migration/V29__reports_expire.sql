-- What is kept of reports in files, and of the last number that a supplier registered, is not kept for ever (decision 0040).

alter table rights_report add column expires_at timestamptz, add column expired_at timestamptz;
update rights_report set expires_at = arrived_at + interval '10 years';
alter table rights_report alter column expires_at set not null;
create index rights_report_due on rights_report (expires_at) where expired_at is null;
drop index rights_report_name;
drop index rights_report_digest;
create unique index rights_report_name on rights_report (sender, name) where expired_at is null;
create unique index rights_report_digest on rights_report (sender, digest) where expired_at is null;

drop trigger rights_report_is_unchanged on rights_report;
create trigger rights_report_is_unchanged before update of ticket, kind, sender, name, purpose, digest, signature, lines, authorisation,
    register, arrived_at, expires_at on rights_report for each statement execute function refuse_change();

create or replace function refuse_expiring_early() returns trigger language plpgsql as $$
begin
    if old.expired_at is null and new.expired_at is not null and old.expires_at <= clock_timestamp() then
        return new;
    end if;
    raise exception 'a run, or a report, expires once, when its time is over' using errcode = 'restrict_violation';
end $$;
create trigger rights_report_expires before update of expired_at on rights_report
    for each row execute function refuse_expiring_early();
alter table rights_report enable always trigger rights_report_is_unchanged, enable always trigger rights_report_expires;

-- How many lines were not taken stays, and which and why goes.
create function refuse_change_but_losing_codes() returns trigger language plpgsql as $$
begin
    if octet_length(new.codes) = 0 and to_jsonb(new) - 'codes' = to_jsonb(old) - 'codes'
        and exists (select from rights_report r where r.ticket = old.report and r.expires_at <= clock_timestamp()) then
        return new;
    end if;
    raise exception 'pages lose their codes when the time of their report is over, and are not changed otherwise'
        using errcode = 'restrict_violation';
end $$;
drop trigger rights_report_page_is_unchanged on rights_report_page;
create trigger rights_report_page_is_unchanged before update on rights_report_page
    for each row execute function refuse_change_but_losing_codes();
alter table rights_report_page enable always trigger rights_report_page_is_unchanged;

-- Whether the report has expired with this.
create function expire_report(of_ticket uuid) returns boolean language plpgsql security definer as $$
begin
    perform from rights_report where ticket = of_ticket and expired_at is null and expires_at <= clock_timestamp() for update;
    if not found then
        return false;
    end if;
    update rights_report_page set codes = '' where report = of_ticket and octet_length(codes) > 0;
    update rights_report set expired_at = clock_timestamp() where ticket = of_ticket;
    return true;
end $$;

-- The last number goes with what is counted: the next one follows it no more.
alter table asker_last add column day date not null default current_date;
drop trigger asker_last_is_kept on asker_last;
create trigger asker_last_is_kept before truncate on asker_last
    for each statement execute function refuse_change();
create trigger asker_last_is_forgotten_late before delete on asker_last
    for each row execute function refuse_forgetting_soon();
alter table asker_last enable always trigger asker_last_is_kept, enable always trigger asker_last_is_forgotten_late;

create or replace function forget_counts(days integer) returns void language sql security definer as $$
    delete from asker_count where (supplier, kind, day) in (
        select supplier, kind, day from asker_count where day < current_date - greatest(days, 30)
        order by supplier, kind, day for update skip locked);
    delete from asker_last where supplier in (
        select supplier from asker_last where day < current_date - greatest(days, 30)
        order by supplier for update skip locked)
$$;

-- Whom a number was one with at an earlier moment is asked for when an answer of then is explained.
create index register_change_of_replacement on register_change ((after ->> 'replaced_by')) where kind = 'replaced_number';

-- The hub alone may call them; they look for tables in the owner's schema only.
do $$
declare
    own regprocedure;
begin
    for own in select oid::regprocedure from pg_proc where prosecdef and pronamespace = current_schema()::regnamespace loop
        execute format('alter function %s set search_path = %I, pg_temp', own, current_schema());
        execute format('revoke all on function %s from public', own);
    end loop;
end $$;
