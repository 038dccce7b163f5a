-- By which schemes a hub works since when (USED), and that everybody was derived by them since (DERIVED). Of whom nothing is reported the
-- rights stay as other schemes gave them, until everybody is derived. fingerprint: of all that rights follow from.
create table rights_schemes (
    id bigint generated always as identity primary key,
    fingerprint text not null,
    what text not null check (what in ('USED', 'DERIVED')),
    at timestamptz not null default clock_timestamp()
);
create trigger rights_schemes_is_unchanged before update on rights_schemes
    for each statement execute function refuse_change();
create trigger rights_schemes_is_kept before delete or truncate on rights_schemes
    for each statement execute function refuse_change();
alter table rights_schemes enable always trigger rights_schemes_is_unchanged, enable always trigger rights_schemes_is_kept;
