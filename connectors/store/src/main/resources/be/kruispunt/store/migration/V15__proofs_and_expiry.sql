-- Each answer can be proved, and is emptied when its time is over (decision 0029).

-- root: of the Merkle tree (RFC 9162) over the question and its answers, in their order. place: of an answer in the tree, from 1; the
-- question itself is 0. leaf: the hash of its text, which stays when the text goes; in the text stands the answer's own number, 74
-- bits of which nobody can guess. What was recorded before has none of them.
alter table rights_question add column root bytea, add column expires_at timestamptz, add column expired_at timestamptz;
alter table rights_answer add column place integer, add column leaf bytea;
alter table rights_answer alter column answer drop not null;

-- What was recorded before is kept as long as the schemes have it where they say nothing else.
alter table rights_question disable trigger rights_question_is_unchanged;
update rights_question set expires_at = asked_at + interval '10 years';
alter table rights_question enable always trigger rights_question_is_unchanged;
alter table rights_question alter column expires_at set not null;
create index rights_question_due on rights_question (expires_at) where expired_at is null;

-- The one way in which a question and its answers change: when its time is over, and then to nothing. The time is that which was
-- recorded with it.
create function refuse_change_but_expiry() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'rights_question' then
        if old.expired_at is null and new.expired_at is not null and old.expires_at <= clock_timestamp()
            and to_jsonb(new) - 'expired_at' = to_jsonb(old) - 'expired_at' then
            return new;
        end if;
    elsif num_nonnulls(new.customer, new.person, new.answer, new.valid_from, new.valid_until, new.as_of) = 0
        and new.id = old.id and new.question = old.question
        and new.place is not distinct from old.place and new.leaf is not distinct from old.leaf
        and exists (select from rights_question q where q.id = old.question and q.expires_at <= clock_timestamp()) then
        return new;
    end if;
    raise exception 'rows of % are emptied when their time is over, and not changed otherwise', tg_table_name
        using errcode = 'restrict_violation';
end $$;
drop trigger rights_question_is_unchanged on rights_question;
drop trigger rights_answer_is_unchanged on rights_answer;
create trigger rights_question_is_unchanged before update on rights_question
    for each row execute function refuse_change_but_expiry();
create trigger rights_answer_is_unchanged before update on rights_answer
    for each row execute function refuse_change_but_expiry();
alter table rights_question enable always trigger rights_question_is_unchanged;
alter table rights_answer enable always trigger rights_answer_is_unchanged;

-- Empties the answers of so many questions whose time is over, the oldest first; gives how many questions. The hub may call it, and
-- change nothing by itself.
create function expire_answers(most integer) returns integer
    language plpgsql security definer set search_path from current as $$
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
    set customer = null, person = null, answer = null, valid_from = null, valid_until = null, as_of = null
    where question = any(due);
    update rights_question set expired_at = clock_timestamp() where id = any(due);
    return cardinality(due);
end $$;
revoke all on function expire_answers(integer) from public;

-- Who looked at what was said of a person, and why. person, or answer: what was looked for.
create table rights_look (
    id bigint generated always as identity primary key,
    looked_at timestamptz not null,
    looked_by text not null,
    reason text not null,
    person text collate "C",
    answer uuid,
    check (num_nonnulls(person, answer) = 1)
);
create index rights_look_person on rights_look (person) where person is not null;
create trigger rights_look_is_kept before update or delete or truncate on rights_look
    for each statement execute function refuse_change();
alter table rights_look enable always trigger rights_look_is_kept;
