-- When a person was born, as the register tells it of his number, 00 for what is not known: the age that a right asks for follows from it.
create table birth (
    id bigint generated always as identity primary key,
    person text collate "C" not null,
    born text collate "C" not null,
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index birth_key on birth (person, known_from);

create trigger birth_closes_once before update on birth for each row execute function refuse_reopening();
create trigger birth_is_kept before delete or truncate on birth for each statement execute function refuse_change();
alter table birth enable always trigger birth_closes_once, enable always trigger birth_is_kept;

-- What stands with the names counts from now on, not since it was told: what was answered until now was answered without it.
insert into birth (person, born, told_by, known_from)
select distinct on (n.person) n.person, n.born, n.told_by, greatest(clock_timestamp(), m.at + interval '1 microsecond')
from person_name n cross join rights_moment m
where n.born is not null and n.known_until is null
order by n.person, n.known_from desc;

-- Of whom the register tells another day than his number does, the rights are derived anew.
insert into rights_due (person, due_at)
select b.person, clock_timestamp() from birth b
where substr(b.person, 1, 6) <> substr(b.born, 3, 2) || substr(b.born, 6, 2) || substr(b.born, 9, 2)
on conflict (person) do update set due_at = excluded.due_at, done_at = null;
