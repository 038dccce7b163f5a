-- A row per document whose broker transaction was committed. In one order, as in settle.sql, so that they never deadlock.
with marked as (
    update message set delivered = true where ticket = any(?::uuid[]) and not delivered returning ticket
)
insert into delivery_state (ticket, receiver, queued_at)
select d.ticket, d.receiver, clock_timestamp()
from marked m join delivery d on d.ticket = m.ticket
order by d.ticket, d.receiver
on conflict (ticket, receiver) do update set queued_at = excluded.queued_at
