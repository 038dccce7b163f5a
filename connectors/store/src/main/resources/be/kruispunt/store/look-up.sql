-- The facts on every message of a batch. Five questions in one round trip; the first is one statement, so that what it
-- says of contents and of identifiers stood at the same moment.
select m.ticket, m.institution, m.digest, m.instance, m.is_final, m.owns_identifier,
    exists (select from queued q where q.ticket = m.ticket) as delivered
from unnest(?::text[], ?::bytea[]) as k (institution, digest)
join message m on m.institution = k.institution and m.digest = k.digest and m.is_final
union
select m.ticket, m.institution, m.digest, m.instance, m.is_final, m.owns_identifier,
    exists (select from queued q where q.ticket = m.ticket) as delivered
from unnest(?::text[], ?::uuid[]) as k (institution, instance)
join message m on m.institution = k.institution and m.instance = k.instance and m.owns_identifier;

-- Of cases with this name, those in which the sender takes part, or did; it must hear nothing of others.
select b.id, b.process, b.owner, b.persons, b.participants, b.events, b.kept_boxes, b.closes_at, b.version
from business_case b
where exists (
    select from unnest(?::uuid[], ?::text[]) as k (id, party)
    where b.id = k.id and b.participants @> jsonb_build_array(jsonb_build_object('institution', k.party)))
    and b.id = any(?::uuid[])
order by b.id, b.owner;

-- A person is all the numbers that replaced one another.
select l.insz, l.institution, l.sector, l.quality, l.phase, l.period_from, l.period_to, l.last_change
from (select distinct insz from numbers_of(?::text[])) p join directory_line l on l.insz = p.insz;

select r.insz, r.replaced_by
from (select distinct insz from numbers_of(?::text[])) p join replaced_number r on r.insz = p.insz;

select version from register_version
