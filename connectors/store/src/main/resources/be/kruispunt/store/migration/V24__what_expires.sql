-- What runs told expires as answers do, codes forget whose they are, and what is left of an answer cannot be guessed (decision 0035).

-- What stays of the number of an answer. Its text is hidden behind its hash by the number alone, of which 74 bits are random; so the
-- number goes with the text. Who was told it finds by this what proves his answer.
create function hidden_number(number uuid) returns uuid language sql immutable strict as $$
    select encode(substring(sha256(uuid_send(number)) from 1 for 16), 'hex')::uuid
$$;

-- Once, when its time is over, and then to nothing.
create or replace function refuse_change_but_expiry() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'rights_question' then
        if old.expired_at is null and new.expired_at is not null and old.expires_at <= clock_timestamp()
            and to_jsonb(new) - 'expired_at' = to_jsonb(old) - 'expired_at' then
            return new;
        end if;
    elsif old.answer is not null
        and num_nonnulls(new.customer, new.person, new.answer, new.valid_from, new.valid_until, new.as_of) = 0
        and new.id = hidden_number(old.id) and new.question = old.question
        and new.place is not distinct from old.place and new.leaf is not distinct from old.leaf
        and exists (select from rights_question q where q.id = old.question and q.expires_at <= clock_timestamp()) then
        return new;
    end if;
    raise exception 'rows of % are emptied when their time is over, and not changed otherwise', tg_table_name
        using errcode = 'restrict_violation';
end $$;

create or replace function expire_answers(most integer) returns integer language plpgsql security definer as $$
declare
    due uuid[];
begin
    select array_agg(id) into due from (
        select id from rights_question where expired_at is null and expires_at <= clock_timestamp()
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

-- What was emptied before lost its text only.
alter table rights_answer disable trigger rights_answer_is_unchanged;
update rights_answer set id = hidden_number(id) where answer is null;
alter table rights_answer enable always trigger rights_answer_is_unchanged;

-- Looks are kept longer than answers: they name an answer by what stays of its number.
alter table rights_look disable trigger rights_look_is_kept;
update rights_look set answer = hidden_number(answer) where answer is not null;
alter table rights_look enable always trigger rights_look_is_kept;

-- A code forgets whose it is when the time of its answer is over, and it counts no more.
alter table right_code add column expires_at timestamptz;
alter table right_code disable trigger right_code_is_unchanged;
update right_code c set expires_at = coalesce(
    (select q.expires_at from rights_answer a join rights_question q on q.id = a.question
        where a.id in (c.answer, hidden_number(c.answer))),
    c.issued_at + interval '10 years');
drop trigger right_code_is_unchanged on right_code;
alter table right_code alter column expires_at set not null, alter column person drop not null;
create index right_code_due on right_code (expires_at) where person is not null;

create function refuse_change_but_forgetting() returns trigger language plpgsql as $$
begin
    if old.person is not null and new.person is null and new.answer = hidden_number(old.answer)
        and old.expires_at <= clock_timestamp() and old.valid_until < current_date
        and to_jsonb(new) - 'person' - 'answer' = to_jsonb(old) - 'person' - 'answer' then
        return new;
    end if;
    raise exception 'a code forgets its person when its time is over, and is not changed otherwise'
        using errcode = 'restrict_violation';
end $$;
create trigger right_code_is_unchanged before update on right_code
    for each row execute function refuse_change_but_forgetting();
alter table right_code enable always trigger right_code_is_unchanged;

-- Gives how many codes forgot their persons.
create function expire_codes(most integer) returns integer language plpgsql security definer as $$
declare
    forgotten integer;
begin
    update right_code set person = null, answer = hidden_number(answer)
    where id in (
        select id from right_code
        where person is not null and expires_at <= clock_timestamp() and valid_until < current_date
        order by expires_at limit most for update skip locked);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

-- A run is kept as long as its scheme said when it began; what was begun before, as long as schemes have it that say nothing.
alter table rights_run add column expires_at timestamptz, add column expired_at timestamptz;
update rights_run set expires_at = started_at + interval '10 years';
alter table rights_run alter column expires_at set not null;
create index rights_run_due on rights_run (expires_at) where expired_at is null;
drop index rights_run_file;
create unique index rights_run_file on rights_run (asker, name) where kind = 'FILE' and reason = '' and expired_at is null;

drop trigger rights_run_is_unchanged on rights_run;
create trigger rights_run_is_unchanged before update of id, kind, asker, scheme, purpose, name, day, today, known_at, as_of,
    before, digest, signature, authorisation, register, reason, started_at, expires_at on rights_run
    for each statement execute function refuse_change();

create function refuse_expiring_early() returns trigger language plpgsql as $$
begin
    if old.expired_at is null and new.expired_at is not null and old.expires_at <= clock_timestamp() then
        return new;
    end if;
    raise exception 'a run expires once, when its time is over' using errcode = 'restrict_violation';
end $$;
create trigger rights_run_expires before update of expired_at on rights_run
    for each row execute function refuse_expiring_early();
alter table rights_run enable always trigger rights_run_is_unchanged, enable always trigger rights_run_expires;

-- leaves: the hashes of the lines, 32 bytes each, in their order, in the place of the lines. They need no belief: the root tells.
alter table rights_run_page
    alter column answers drop not null,
    alter column persons drop not null,
    add column leaves bytea;
alter table rights_run_page alter column leaves set storage external;

create function refuse_change_but_emptying() returns trigger language plpgsql as $$
begin
    if old.answers is not null and num_nonnulls(new.answers, new.persons) = 0 and new.reached = ''
        and octet_length(new.leaves) = 32 * old.lines
        and new.run = old.run and new.page = old.page and new.lines = old.lines and new.strangers = old.strangers
        and new.last = old.last and new.answered_at = old.answered_at
        and exists (select from rights_run r where r.id = old.run and r.expires_at <= clock_timestamp()) then
        return new;
    end if;
    raise exception 'pages are emptied when the time of their run is over, and not changed otherwise'
        using errcode = 'restrict_violation';
end $$;
drop trigger rights_run_page_is_unchanged on rights_run_page;
create trigger rights_run_page_is_unchanged before update on rights_run_page
    for each row execute function refuse_change_but_emptying();
alter table rights_run_page enable always trigger rights_run_page_is_unchanged;

create function expire_page(of_run uuid, of_page integer, hashes bytea) returns void language sql security definer as $$
    update rights_run_page set answers = null, persons = null, reached = '', leaves = hashes
    where run = of_run and page = of_page
$$;

-- Whether the run has expired with this: every page is empty, and none comes any more.
create function expire_run(of_run uuid) returns boolean language plpgsql security definer as $$
begin
    perform from rights_run where id = of_run for update;
    update rights_run set expired_at = clock_timestamp()
    where id = of_run and expired_at is null
        and not exists (select from rights_run_page p where p.run = of_run and p.answers is not null);
    return found;
end $$;

-- What was counted of suppliers is forgotten with its days, but not within a month.
drop trigger asker_count_is_kept on asker_count;
create trigger asker_count_is_kept before truncate on asker_count
    for each statement execute function refuse_change();
create function refuse_forgetting_soon() returns trigger language plpgsql as $$
begin
    if old.day < current_date - 30 then
        return old;
    end if;
    raise exception 'what was counted is kept for a month' using errcode = 'restrict_violation';
end $$;
create trigger asker_count_is_forgotten_late before delete on asker_count
    for each row execute function refuse_forgetting_soon();
alter table asker_count enable always trigger asker_count_is_kept, enable always trigger asker_count_is_forgotten_late;

create function forget_counts(days integer) returns void language sql security definer as $$
    delete from asker_count where (supplier, kind, day) in (
        select supplier, kind, day from asker_count where day < current_date - greatest(days, 30)
        order by supplier, kind, day for update skip locked)
$$;

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
