-- Every change of the register and of the reference directory, whoever made it: row by row, with the former text.

-- version: that of the register when the change stood; what was decided by register n is explained by the newest change up
-- to n. changed_by: whom the hub's command names; without it, the role that made the change.
create table register_change (
    id bigint generated always as identity primary key,
    version bigint not null,
    changed_at timestamptz not null default now(),
    changed_by text not null,
    database_role text not null,
    kind text not null,
    key jsonb not null,
    before jsonb,
    after jsonb,
    constraint register_change_changes check (before is distinct from after)
);
create index register_change_of_authorisation on register_change ((key ->> 'number'), version)
    where kind = 'authorisation';
create index register_change_of_person on register_change ((key ->> 'insz')) where key ? 'insz';

create trigger register_change_is_kept before update or delete or truncate on register_change
    for each statement execute function refuse_change();
alter table register_change enable always trigger register_change_is_kept;

-- The arguments are the columns of the table's key. As the owner of the tables: whoever may change the register need not,
-- and shall not, be able to write its history.
create function keep_register_change() returns trigger language plpgsql security definer set search_path from current as $$
declare
    by_whom constant text := coalesce(nullif(current_setting('kruispunt.changed_by', true), ''), session_user);
    register constant bigint := (select version from register_version);
    key_columns constant text[] := tg_argv;
begin
    if tg_op = 'INSERT' then
        insert into register_change (version, changed_by, database_role, kind, key, before, after)
        select register, by_whom, session_user, tg_table_name, register_key(to_jsonb(n), key_columns), null, to_jsonb(n)
        from new_rows n;
    elsif tg_op = 'DELETE' then
        insert into register_change (version, changed_by, database_role, kind, key, before, after)
        select register, by_whom, session_user, tg_table_name, register_key(to_jsonb(o), key_columns), to_jsonb(o), null
        from old_rows o;
    else
        insert into register_change (version, changed_by, database_role, kind, key, before, after)
        select register, by_whom, session_user, tg_table_name, key, o.entry, n.entry
        from (select register_key(to_jsonb(o), key_columns) as key, to_jsonb(o) as entry from old_rows o) o
        full join (select register_key(to_jsonb(n), key_columns) as key, to_jsonb(n) as entry from new_rows n) n
            using (key)
        where o.entry is distinct from n.entry;
    end if;
    return null;
end $$;

create function register_key(entry jsonb, key_columns text[]) returns jsonb language sql immutable as $$
    select jsonb_object_agg(name, entry -> name) from unnest(key_columns) as name
$$;

-- A row goes by the hand of somebody who says who he is, and row by row: then the history has it.
create function refuse_unnamed_removal() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' or coalesce(current_setting('kruispunt.changed_by', true), '') = '' then
        raise exception 'rows of % are removed by hub register apply, so that their history names who did', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

-- The names come after those of the triggers that bump the version, and triggers run in the order of their names: so a
-- change is written down with the version that it brought.
do $$
declare
    kept record;
begin
    for kept in select * from (values
        ('institution', 'id'),
        ('competence', 'institution,process,role,period_from'),
        ('accepted_document', 'institution,rank'),
        ('authorisation', 'number,sender,receiver,document_code,legal_context'),
        ('directory_line', 'insz,institution,sector,quality,phase,period_from'),
        ('replaced_number', 'insz')) as t (name, key)
    loop
        execute format('create trigger %1$s_kept_insert after insert on %1$I referencing new table as new_rows
            for each statement execute function keep_register_change(%2$s)', kept.name, kept.key);
        execute format('create trigger %1$s_kept_update after update on %1$I referencing old table as old_rows
            new table as new_rows for each statement execute function keep_register_change(%2$s)',
            kept.name, kept.key);
        execute format('create trigger %1$s_kept_delete after delete on %1$I referencing old table as old_rows
            for each statement execute function keep_register_change(%2$s)', kept.name, kept.key);
        -- Competences and accepted documents are replaced with their institution.
        execute format('drop trigger if exists %1$s_is_kept on %1$I', kept.name);
        execute format('create trigger %1$s_is_kept before %2$s on %1$I
            for each statement execute function refuse_unnamed_removal()', kept.name,
            case when kept.name in ('competence', 'accepted_document') then 'truncate' else 'delete or truncate' end);
        -- Also for who says that he is a replica (session_replication_role), which leaves no trace.
        execute format('alter table %1$I enable always trigger %1$s_is_kept, enable always trigger %1$s_kept_insert,
            enable always trigger %1$s_kept_update, enable always trigger %1$s_kept_delete', kept.name);
        -- What stands there already, so that it too can be explained from now on.
        execute format('insert into register_change (version, changed_by, database_role, kind, key, before, after)
            select (select version from register_version), ''migration V6'', session_user, %1$L,
                register_key(to_jsonb(t), string_to_array(%2$L, '','')), null, to_jsonb(t) from %1$I t',
            kept.name, kept.key);
    end loop;
end $$;
