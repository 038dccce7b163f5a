-- What receivers took or gave back; told more than once, the first time counts for what was taken, the last for what came
-- back. What the broker had before a receiver could get several documents does not name its document: there is only one.
insert into delivery_state (ticket, receiver, document_code, taken_at, returned_at)
select ticket, receiver, document, min(taken_at), max(returned_at)
from (
    select ticket, receiver, taken_at, returned_at, coalesce(
        document,
        (select min(d.document_code) from delivery d where d.ticket = s.ticket and d.receiver = s.receiver)) as document
    from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
        as s (ticket, receiver, document, taken_at, returned_at)
) told
where document is not null
group by ticket, receiver, document
order by ticket, receiver, document
on conflict (ticket, receiver, document_code) do update
set taken_at = coalesce(delivery_state.taken_at, excluded.taken_at),
    returned_at = coalesce(excluded.returned_at, delivery_state.returned_at)
