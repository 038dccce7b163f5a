-- What a curious supplier does that was not counted (decision 0033): numbers of one day of birth in whatever order and among whatever
-- others, and names.
alter table asker_count drop constraint asker_count_kind_check;
alter table asker_count add constraint asker_count_kind_check check (kind in (
    'STRANGER', 'NEAR_NUMBER', 'CHANGED_NAME', 'UNKNOWN_NUMBER', 'NEW_NUMBER', 'UNFOUND_NAME'));

-- How many numbers of a day of birth a supplier registered, ever. day: its place among all days that a number can begin with, 372 to a
-- year, and a hundred years to each register (months of numbers of the bis register are raised by 20 or 40). A day that stands for one
-- which nobody knows is not counted: 00, or 1 January, which many papers say then.
create table asker_birth (
    supplier text not null,
    day integer not null,
    numbers integer not null,
    primary key (supplier, day)
);
insert into asker_birth (supplier, day, numbers)
select c.supplier, ((c.month / 20 * 100) + c.year) * 372 + (c.month % 20 - 1) * 31 + c.day - 1, count(*)
from (
    select distinct supplier, person, substr(person, 1, 2)::int as year, substr(person, 3, 2)::int as month,
        substr(person, 5, 2)::int as day
    from customer where person is not null
) as c
where c.month % 20 > 0 and c.day > 0 and not (c.month % 20 = 1 and c.day = 1)
group by 1, 2;

create trigger asker_birth_is_kept before delete or truncate on asker_birth
    for each statement execute function refuse_change();
alter table asker_birth enable always trigger asker_birth_is_kept;
