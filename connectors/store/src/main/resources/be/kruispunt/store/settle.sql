-- What receivers took or gave back; told more than once, the first time counts for what was taken.
insert into delivery_state (ticket, receiver, taken_at, returned_at)
select ticket, receiver, taken_at, returned_at
from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[]) as s (ticket, receiver, taken_at, returned_at)
order by ticket, receiver
on conflict (ticket, receiver) do update
set taken_at = coalesce(delivery_state.taken_at, excluded.taken_at),
    returned_at = coalesce(excluded.returned_at, delivery_state.returned_at)
