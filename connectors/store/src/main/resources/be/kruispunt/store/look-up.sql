-- The facts on every message of a batch. Five questions in one round trip; the first is one statement, so that what it
-- says of contents and of identifiers stood at the same moment. The condition on the refusal is that of the index.
select m.ticket, m.institution, m.digest, m.instance, m.owns_identifier, m.delivered
from unnest(?::text[], ?::bytea[]) as k (institution, digest)
join message m on m.institution = k.institution and m.digest = k.digest
    and (m.refusal is null or m.refusal not in ('PROPERTY_NOT_ACCEPTED', 'CONTENT_NOT_ACCEPTED'))
union
select m.ticket, m.institution, m.digest, m.instance, m.owns_identifier, m.delivered
from unnest(?::text[], ?::uuid[]) as k (institution, instance)
join message m on m.institution = k.institution and m.instance = k.instance and m.owns_identifier;

select id, process, owner, counterparty, persons, events, kept_boxes, version
from business_case
where id = any(?::uuid[]);

select insz, institution, sector, quality, phase, period_from, period_to, last_change
from directory_line
where insz = any(?::text[]);

select insz, replaced_by from replaced_number where insz = any(?::text[]);

select version from register_version
