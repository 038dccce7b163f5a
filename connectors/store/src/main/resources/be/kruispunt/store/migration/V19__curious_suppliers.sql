-- What is counted of suppliers that may be trying numbers, by day: it is forgotten with its days. kind: STRANGER (asked about, and no
-- customer), NEAR_NUMBER, UNKNOWN_NUMBER, NEW_NUMBER (registered as customers).
create table asker_count (
    supplier text not null,
    kind text not null check (kind in ('STRANGER', 'NEAR_NUMBER', 'UNKNOWN_NUMBER', 'NEW_NUMBER')),
    day date not null,
    counted bigint not null,
    primary key (supplier, kind, day)
);

-- The last number that a supplier registered: the next one may follow it.
create table asker_last (
    supplier text primary key,
    person text collate "C" not null
);

-- What was counted before counts as of today.
insert into asker_count (supplier, kind, day, counted)
select supplier, 'STRANGER', current_date, strangers from asker where strangers > 0;

-- Few forbid sharing; of each customer it is asked whether he is one of them.
create index customer_forbids on customer (supplier, person) where not shares;

do $$
declare
    kept text;
begin
    foreach kept in array array['asker_count', 'asker_last'] loop
        execute format('create trigger %1$s_is_kept before delete or truncate on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_is_kept', kept);
    end loop;
end $$;
