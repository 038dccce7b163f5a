-- A row per message whose broker transaction was committed. In one order, so that two writers never deadlock.
insert into queued (ticket, queued_at)
select ticket, clock_timestamp() from unnest(?::uuid[]) as t (ticket) order by ticket
on conflict (ticket) do nothing
