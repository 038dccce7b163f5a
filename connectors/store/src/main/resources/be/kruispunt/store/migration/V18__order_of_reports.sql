-- When the message arrived by which a teller last told something of one of its references. What arrived before that, and is worked
-- on later since a step broke on it, must not undo it. about: what the reference names.
create table last_told (
    about text not null,
    teller text not null,
    reference text collate "C" not null,
    arrived_at timestamptz not null,
    primary key (about, teller, reference)
);
create trigger last_told_is_kept before delete or truncate on last_told
    for each statement execute function refuse_change();
alter table last_told enable always trigger last_told_is_kept;

-- A person is all the numbers that replaced one another: each of these with itself and all others of its person. UNION ends where a
-- number comes a second time, so also where the replacements go round.
create function numbers_of(persons text[]) returns table (asked text, insz text) language sql stable as $$
    with recursive person (asked, insz) as (
        select k.number, k.number from unnest(persons) as k (number)
        union
        select p.asked, other.insz
        from person p cross join lateral (
            select r.replaced_by from replaced_number r where r.insz = p.insz
            union all
            select r.insz from replaced_number r where r.replaced_by = p.insz) as other (insz)
    )
    select p.asked, p.insz from person p
$$;
