-- What runs with the owner's rights looks for tables in the owner's schema only: unless it is named last, the schema of temporary tables
-- comes first, and anybody may make those.
do $$
declare
    own regprocedure;
begin
    for own in select oid::regprocedure from pg_proc where prosecdef and pronamespace = current_schema()::regnamespace loop
        execute format('alter function %s set search_path = %I, pg_temp', own, current_schema());
    end loop;
end $$;
