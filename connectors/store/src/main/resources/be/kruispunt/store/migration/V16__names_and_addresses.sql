-- Whom a customer without a number is: names and addresses, as the National Register has them and as the supplier writes them, in the
-- one spelling in which they are compared. As everything of the buffer store: a row is added and, once, closed.

-- Where a household has its domicile; a row for each language in which the street has a name.
create table household_address (
    id bigint generated always as identity primary key,
    source text not null,
    household text collate "C" not null,
    address text collate "C" not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index household_address_key on household_address (source, household, valid_from, address, known_from);
create index household_address_address on household_address (address);

-- A name of a person, by the first of the given names, by the first two, and so on. born: as documents write it, 00 for what is not known.
create table person_name (
    id bigint generated always as identity primary key,
    source text not null,
    person text collate "C" not null,
    names text[] not null,
    born text collate "C",
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    told_by text not null,
    known_from timestamptz not null,
    known_until timestamptz
);
create unique index person_name_key on person_name (source, person, valid_from, known_from);
create index person_name_person on person_name (person);

-- names: every way to read what the supplier wrote; null where it has the number, or says nothing.
alter table customer
    add column names text[],
    add column address text collate "C",
    add column born text collate "C",
    add column ean text;

do $$
declare
    kept text;
begin
    foreach kept in array array['household_address', 'person_name'] loop
        execute format('create trigger %1$s_closes_once before update on %1$I
            for each row execute function refuse_reopening()', kept);
        execute format('create trigger %1$s_is_kept before delete or truncate on %1$I
            for each statement execute function refuse_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_closes_once, enable always trigger %1$s_is_kept', kept);
    end loop;
end $$;
