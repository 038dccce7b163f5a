-- A row per document whose broker transaction was committed. In one order, as in settle.sql, so that they never deadlock.
with marked as (
    update message set delivered = true where ticket = any(?::uuid[]) and not delivered returning ticket
)
insert into delivery_state (ticket, receiver, document_code, queued_at)
select d.ticket, d.receiver, d.document_code, clock_timestamp()
from marked m join delivery d on d.ticket = m.ticket
order by d.ticket, d.receiver, d.document_code
on conflict (ticket, receiver, document_code) do update set queued_at = excluded.queued_at
