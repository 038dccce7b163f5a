-- Two persons who were taken for one are derived each by himself again.
create function note_rights_due_of_removal() returns trigger
    language plpgsql security definer as $$
begin
    insert into rights_due (person, due_at)
    select person, clock_timestamp() from (
        select insz as person from old_rows union select replaced_by from old_rows) as named
    on conflict (person) do update set due_at = excluded.due_at, done_at = null;
    return null;
end $$;
do $$
begin -- it looks for tables in the owner's schema only
    execute format('alter function note_rights_due_of_removal() set search_path = %I, pg_temp', current_schema());
    revoke all on function note_rights_due_of_removal() from public;
end $$;
create trigger replaced_number_is_due_delete after delete on replaced_number referencing old table as old_rows
    for each statement execute function note_rights_due_of_removal();
alter table replaced_number enable always trigger replaced_number_is_due_delete;
