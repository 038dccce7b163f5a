-- What is due is found by its index: clock_timestamp() differs from row to row, so nothing could be looked up by it, and each time
-- everything was read whose time was yet to come.
create or replace function expire_answers(most integer) returns integer language plpgsql security definer as $$
declare
    due uuid[];
begin
    select array_agg(id) into due from (
        select id from rights_question where expired_at is null and expires_at <= statement_timestamp()
        order by expires_at limit most for update skip locked) as oldest;
    if due is null then
        return 0;
    end if;
    update rights_answer
    set id = hidden_number(id), customer = null, person = null, answer = null, valid_from = null, valid_until = null,
        as_of = null
    where question = any(due);
    update rights_question set expired_at = clock_timestamp() where id = any(due);
    return cardinality(due);
end $$;

create or replace function expire_codes(most integer) returns integer language plpgsql security definer as $$
declare
    forgotten integer;
begin
    update right_code set person = null, answer = hidden_number(answer)
    where id in (
        select id from right_code
        where person is not null and expires_at <= statement_timestamp() and valid_until < current_date
        order by expires_at limit most for update skip locked);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

do $$
declare
    own regprocedure;
begin
    foreach own in array array['expire_answers(integer)', 'expire_codes(integer)']::regprocedure[] loop
        execute format('alter function %s set search_path = %I, pg_temp', own, current_schema());
        execute format('revoke all on function %s from public', own);
    end loop;
end $$;
