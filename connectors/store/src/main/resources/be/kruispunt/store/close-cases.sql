-- Closes cases whose time has come; one that moved on meanwhile is left alone.
with change as materialized (
    select *
    from unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[])
        as c (id, owner, base, events, closes_at)
), locked as materialized (
    -- In the order in which the path of messages locks them.
    select b.id, b.owner
    from change c join business_case b on b.id = c.id and b.owner = c.owner
    order by b.id, b.owner
    for update of b
), this_term as materialized (
    select term from hub_term where term = ?::bigint for share
), closed as (
    update business_case b
    set events = c.events::jsonb, version = c.base + 1, closes_at = c.closes_at
    from locked l join change c on c.id = l.id and c.owner = l.owner
    where b.id = l.id and b.owner = l.owner and b.version = c.base and exists (select from this_term)
    returning b.id, b.owner
)
select id, owner from closed
